"""The scorecard as the public may read it: whole figures that are small are hidden, and whatever would give one away.

It is made from a scorecard's lines, those of an edition as they were frozen: the exact lines stay as they are.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from metrics import words
from metrics.board.privacy import SmallNumbers
from metrics.editions import Edition, card_of_edition, editions
from metrics.editions.kept import basis_of
from metrics.figures import Figure, figures
from metrics.frozen import Frozen
from metrics.judge.change import Change
from metrics.judge.compare import STRICT
from metrics.judge.hiding import RULE
from metrics.judge.series import Verdict
from metrics.judge.status import Status
from metrics.line import Line, Scorecard, headline
from metrics.periods import Frequency, parse_period, periods_between
from metrics.public.numbers import Place, hidden_whole, is_small_figure, refuse_leaks_of
from metrics.scorecard import scorecard
from metrics.sentences import sentence_of
from metrics.small_numbers import few_families_out, hidden, is_hidden
from metrics.store import Store
from metrics.target_line import TargetLine
from metrics.verdicts import beside_all, change_of, verdict_of

BECAUSE: Final = "the figure, or one that it is held against, is a small number"
NOT_BY_MONTH: Final = (
    "A public paper is made of a quarter or a year: of a month most numbers are so small that they would be hidden. "
    "Name a quarter, as 2026/27 Q1, or a year."
)
FROM_THE_YEAR_BEFORE: Final = {"year_on_year", "rank", "all_of"}
"""Targets that are a figure of a year before, or may be."""


class Public(Frozen):
    """A scorecard for the public, which figures it hides, and the rule by which: its version and what it hides, in words."""

    card: Scorecard
    hidden: frozenset[Place]
    printed: frozenset[Place]
    rule: str


def public_scorecard(store: Store, period: str | None = None, made: Scorecard | None = None) -> Public:
    """The public scorecard of a period, as known now; `made`: its exact one. Raises ValueError for a month."""
    card = made or scorecard(store, parse_period(period) if period else None)
    return public_card(card, store.board.small_numbers, also=_quarters_of(store, card))


def public_edition(store: Store, found: Edition) -> Public:
    """An edition for the public: what an earlier issue of it hid stays hidden."""
    earlier: Public | None = None
    for each in editions(store, found.meeting):
        if each.issue <= found.issue:
            rule = basis_of(store, each).read_board().small_numbers
            earlier = public_card(card_of_edition(store, each), rule, earlier=earlier)
    assert earlier is not None  # noqa: S101 - the edition itself is one of them
    return earlier


def public_card(
    card: Scorecard, rule: SmallNumbers, *, also: Mapping[str, Sequence[Figure]] | None = None, earlier: Public | None = None
) -> Public:
    """A scorecard with its small numbers hidden. `also`: figures published elsewhere, such as the quarters of a year.

    Raises CannotBeHidden where it cannot be done, Leak where it was not.
    """
    if card.period.frequency == "month":
        raise ValueError(NOT_BY_MONTH)
    catalogue = {each.indicator.id: each.indicator for each in card.lines if each.indicator.of_people}
    runs = {each.indicator.id: _from_a_years_start(each) for each in card.lines if each.indicator.id in catalogue}
    known = {name: (*(also or {}).get(name, ()), *run) for name, run in runs.items()}
    before = earlier.hidden if earlier else frozenset()
    shut = hidden_whole(known, catalogue, rule.hide_to, before=before, printed=_unchanged(runs, earlier))
    lines = tuple(_line(each, shut, rule) for each in card.lines)
    shown = {each.indicator.id: each.recent for each in lines if each.indicator.id in catalogue}
    refuse_leaks_of(known, shown, catalogue, rule.hide_to, shut)
    printed = frozenset((name, each.period) for name, run in shown.items() for each in run if each.state.has_value)
    said = card.model_copy(update={"lines": lines, "headline": headline(lines)})
    return Public(card=said, hidden=shut, printed=printed, rule=f"{RULE}: hidden are {rule.words}")


def _quarters_of(store: Store, card: Scorecard) -> dict[str, list[Figure]]:
    """The quarters of the years that are shown: they were published by themselves."""
    if card.period.frequency != "year" or not card.lines:
        return {}
    run = card.lines[0].recent
    quarters = periods_between(run[0].first_day, run[-1].last_day, Frequency.QUARTER)
    found: dict[str, list[Figure]] = {}
    for each in figures(store, [line.indicator for line in card.lines], quarters):
        found.setdefault(each.indicator, []).append(each)
    return found


def _unchanged(runs: Mapping[str, Sequence[Figure]], earlier: Public | None) -> frozenset[Place]:
    """What an earlier issue printed, with the number that it still has."""
    if earlier is None:
        return frozenset()
    was = {(line.indicator.id, each.period): each.value for line in earlier.card.lines for each in line.recent}
    now = {(name, each.period): each.value for name, run in runs.items() for each in run}
    return frozenset(place for place in earlier.printed if place in now and now[place] == was.get(place))


def _from_a_years_start(line: Line) -> tuple[Figure, ...]:
    """The run from the first quarter of a year on: of a year that begins before it, papers of then may show the rest."""
    starts = [place for place, each in enumerate(line.recent) if each.period.endswith(" Q1")]
    return line.recent[starts[0] :] if starts and line.indicator.timing == "in_period" else line.recent


def _line(line: Line, shut: frozenset[Place], rule: SmallNumbers) -> Line:
    """A line for the public: without what is hidden, without families, without those whom to ask and what nobody signed."""
    name, whole = line.indicator.id, _from_a_years_start(line)
    recent = tuple(hidden(each, rule) if (name, each.period) in shut else few_families_out(each, rule) for each in whole)
    shown = {each.period: each for each in recent if not is_hidden(each)}
    left = line.model_copy(
        update={
            "figure": recent[-1],
            "before": shown.get(line.before.period) if line.before else None,
            "recent": recent,
            "families": None,
            "contact": "",
            "unsigned": (),
        }
    )
    gone = {each.period for each in recent if is_hidden(each)}
    gone |= {each.period for each in line.recent if is_small_figure(line.indicator, each, rule.hide_to)} - shown.keys()
    judged = _judged_again(left) if gone else left
    return judged.model_copy(update={"gap": _gap(judged.figure), "sentence": _sentence(judged)})


def _judged_again(left: Line) -> Line:
    """The marks by what is shown alone: by the true numbers, the usual level and its limits would give those away."""
    indicator, figure = left.indicator, left.figure
    verdict, change = verdict_of(indicator, left.recent), Change(direction="cannot_tell")
    if is_hidden(figure):
        verdict = Verdict(finding="cannot_tell", chart="line", because=BECAUSE)
    elif left.before is not None:
        change = change_of(indicator, verdict, left.before, figure)
    update: dict[str, object] = {
        "verdict": verdict,
        "change": change,
        "beside": beside_all(indicator, figure, left.benchmarks, STRICT),
    }
    from_before = left.target.kind in FROM_THE_YEAR_BEFORE or left.status.rule == "share_of_improvement"
    if is_hidden(figure) or from_before:
        unknown = Status(mark="cannot_tell", because=BECAUSE)
        update |= {"status": unknown, "by_rule": unknown, "override": None, "firmness": "cannot_tell"}
    if left.target.kind in FROM_THE_YEAR_BEFORE:
        update["target"] = TargetLine(words="better than before", kind=left.target.kind, agreed=left.target.agreed)
    return left.model_copy(update=update)


def _gap(figure: Figure) -> str:
    return words.gap(figure.state, figure.waiting_for)


def _sentence(line: Line) -> str:
    without = line.figure.model_copy(update={"families": None, "not_determinable": None})
    verdict = line.verdict.model_copy(update={"mean": None} if line.verdict.counted else {})
    return sentence_of(line.indicator, without, line.before, line.change, verdict)
