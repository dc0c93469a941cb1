"""The board's rule of status, the passport of a target, and a mark that the board gave against its rule, in plain words."""

from metrics import words
from metrics.board import Board
from metrics.board.targets import Target
from metrics.judge.status import Rule, StatusRule
from metrics.line import Line
from metrics.target_line import Part

MISSED: dict[Rule, str] = {
    "within_tolerance": "it is missed by no more than {:g}% of the target",
    "within_points": "it is missed by no more than {}",
    "beyond_chance": "it is missed, and chance alone could have missed it: the target lies inside the figure's interval",
}


def status_rule(rule: StatusRule) -> str:
    """The board's rule in plain words."""
    return (
        f"Green: the target is met. {_colours(rule)} There is no colour without a target that the board agreed. The colour "
        f"says whether the target is met; it does not say whether anything has changed. The rule is called {rule.rule}."
    )


def _colours(rule: StatusRule) -> str:
    if rule.rule == "share_of_improvement":
        return _by_improvement(rule.four_colours)
    amount = words.count_of_points(rule.amber) if rule.rule == "within_points" else rule.amber
    missed = MISSED[rule.rule].format(amount)
    if rule.four_colours:
        return f"Green amber: {missed}. Red amber: by no more than twice as much. Red: it is missed by more."
    return f"Amber: {missed}. Red: it is missed by more."


def _by_improvement(four_colours: bool) -> str:
    made = "of the improvement asked for, from the figure of a year before or the baseline to the target, is made"
    none = "Where no improvement was asked for, or there is nothing to count it from, nothing can be told."
    if four_colours:
        return f"Green amber: 80% or more {made}. Red amber: 65% or more. Red: less. {none}"
    return f"Amber: 65% or more {made}. Red: less. {none}"


def board_and_rule(line: Line) -> str:
    """`Board says amber; rule says red. Chair, on 20 October 2026: two sibling groups ...`; empty without an override."""
    given = line.override
    if given is None:
        return ""
    return (
        f"{words.overridden(line.status.mark, line.by_rule.mark)}. {words.capital(given.by)}, on {words.day(given.on)}: "
        f"{words.sentence(given.because)}"
    )


def passport(line: Line, board: Board) -> tuple[tuple[str, str], ...]:
    """What was agreed, by whom and when, on which figures; what it comes to today; by which rule it is judged."""
    target = board.target(line.indicator.id)
    if target is None:
        return ()
    agreed, line_target = words.sentence(line.target.agreed), line.target
    several = len(line_target.parts) > 1
    rows = (
        ("In the board's words", target.target),
        ("Agreed", agreed or "By whom and when is not recorded."),
        ("Because", words.sentence(target.because)),
        ("Holds until", words.sentence(words.day(target.until))),
        ("On the figures of", _agreed_on(target, line)),
        *((f"Comes to, {each.words}" if several else "Comes to", _comes_to(each)) for each in line_target.parts),
        ("Improvement counts from", _baseline(target, line)),
        ("Judged", words.sentence(line_target.rule)),
        ("Why", words.sentence(line.by_rule.because)),
        ("The board's own mark", board_and_rule(line)),
    )
    return tuple((name, text) for name, text in rows if text)


def _comes_to(part: Part) -> str:
    dated = f" ({part.dated})" if part.dated else ""
    return words.sentence(f"{part.value or 'cannot be told'}{dated}{f': {part.because}' if part.because else ''}")


def _agreed_on(target: Target, line: Line) -> str:
    """The published figures and the neighbours that lay on the table, and whether they are others now."""
    near = next((each for each in line.benchmarks if each.kind == "neighbours"), None)
    years = {each.year for each in line.benchmarks if each.year}
    parts = []
    if target.benchmark_year:
        newer = max(years, default=target.benchmark_year)
        since = f" (those of {newer} are used now)" if newer != target.benchmark_year else ""
        parts.append(f"{target.benchmark_year}{since}")
    if target.neighbour_model:
        other = near.model if near and near.model != target.neighbour_model else ""
        parts.append(f"neighbours by the list of {target.neighbour_model}{f' (now that of {other})' if other else ''}")
    return words.sentence("; ".join(parts))


def _baseline(target: Target, line: Line) -> str:
    if target.baseline is None:
        return ""
    return words.sentence(words.number(target.baseline, line.indicator.unit))
