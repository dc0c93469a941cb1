"""The marks in plain words: what a verdict rests on, how firm a status is, what stands beside it; and all of it on one page."""

from collections.abc import Sequence
from datetime import date

from metrics import words
from metrics.benchmarks import Comparator
from metrics.board import Board
from metrics.explain.status import status_rule
from metrics.judge.charts import Chart
from metrics.judge.compare import STRICT, USUAL
from metrics.judge.control_chart import Assurance
from metrics.judge.neighbours import FEWEST
from metrics.judge.series import RULE_SET, explain, explain_signal
from metrics.line import Line
from metrics.verdicts import Beside, Reading

CHARTS: dict[Chart, str] = {
    "control_chart": "a control chart",
    "exact_counts": "a chart of exact limits for small numbers",
    "shares": "a chart of exact limits for shares",
    "time_between": "a chart of the days between events",
    "line": "a plain line",
}
ASSURED: dict[Assurance, str] = {
    "consistent_pass": "As things are, the target will be met every time.",
    "consistent_fail": "As things are, the target will not be met: something has to change.",
    "inconsistent": "As things are, the target will be met at some times and missed at others, by chance alone.",
}
AVERAGES = {"median": "middle figure", "mean": "mean"}
CONTRADICT = {("green", "consistent_fail"), ("red", "consistent_pass")}
"""The newest figure shows that things are no longer as its run was: nothing is foretold from it."""
FIRM = {
    "firm": "It is firm: chance alone would hardly put the figure on this side of the target.",
    "within_chance": "It is within chance of the target: chance alone could have put the figure on the other side.",
    "cannot_tell": "Whether chance could have made it cannot be told: for a figure of this kind, or for want of a number.",
}
RULES = (
    ("outside", "The newest figure lies above or below anything that chance explains: beyond three standard deviations."),
    ("trend", "Seven figures in a row, each higher than the one before, or each lower."),
    ("two_in_three", "Two of the last three figures lie close to the same limit of chance."),
    ("shift", "Seven figures in a row on the same side of the usual level."),
    ("drift", "Over three years or more the figures go one way, season by season, more than chance would have them."),
    ("chance_95", "Where there is no chart: two figures differ by more than chance does in nineteen comparisons of twenty."),
)
SHAPES = (
    ("●", "Within chance", "Up and down as it always was: there is nothing here to explain."),
    ("▲", "High, or rising", "A rule fired: the figure is higher than chance explains, or part of such a run."),
    ("▼", "Low, or falling", "A rule fired: the figure is lower than chance explains, or part of such a run."),
    (
        "┊",
        "The definition changed",
        "Figures before and after are not of one kind: the line breaks and the chart begins anew.",
    ),
)
"""How points look on an indicator's chart: by shape, so that print and eyes without colour lose nothing."""


def is_it_real(line: Line) -> str:
    """What may be said of the change, and on which rule it rests."""
    if line.gap:
        return f"{words.sentence(line.gap)} There is nothing to judge."
    said = words.capital(words.change(line.change.direction))
    if line.change.rule_set:
        seen = explain(line.verdict, words.period)
        return f"{said}: {words.charted(line.verdict.counted)}{seen} ({line.footnote})."
    why = f" The chart cannot tell: {line.verdict.because}." if line.verdict.because else ""
    return f"{said}{f' ({line.footnote})' if line.footnote else ''}.{why}"


def is_it_firm(line: Line) -> str:
    """Whether the status would stand against chance, and, if nothing changed, whether the target will be met as things are."""
    if not words.firmness(line.status.mark, line.firmness):
        return ""
    assured = line.verdict.assurance
    has_changed = line.change.direction in {"improved", "worsened", "rose", "fell"}  # then things are not as they were
    if has_changed or (line.status.mark, assured) in CONTRADICT:
        assured = None
    return f"{words.capital(words.status(line.status.mark))}. {FIRM[line.firmness]}{f' {ASSURED[assured]}' if assured else ''}"


def chart_in_words(reading: Reading, unit: str) -> str:
    """The chart as a sentence: what it is, its usual level and its limits, and what stands out at the end of it."""
    verdict, chart = reading.verdict, reading.chart
    if chart.centre is None:
        return f"No limits are drawn: {chart.because}." if chart.because else "No limits are drawn."
    kind = "count" if chart.counted else unit
    low = words.number(max(chart.lower[-1], 0.0), kind)
    high = words.number(min(chart.upper[-1], 100.0) if kind == "percent" else chart.upper[-1], kind)
    of = f" of {chart.counted}, because brothers and sisters come together" if chart.counted else ""
    trial = " These limits rest on fewer than twelve figures." if verdict.trial else ""
    newest = {"no_data": "The newest figure is not there."}.get(
        verdict.finding, f"The newest figure is {explain(verdict, words.period)}."
    )
    return (
        f"{words.capital(CHARTS[chart.chart])}{of}: the usual level is {words.number(chart.centre, kind)}, and chance explains "
        f"{low} to {high}. {newest}{trial} {broken(reading)}"
    ).strip()


def broken(reading: Reading) -> str:
    """Where the line is broken, and why."""
    return " ".join(f"From {words.period(each.at)} the line begins anew: {each.text}." for each in reading.breaks)


def stands_out(reading: Reading, period: str) -> str:
    """Which rule marks the figure of a period: `above the usual level every time since Q1 2025/26 (shift)`."""
    signal = reading.signals.get(period)
    return f"{explain_signal(signal, words.period)} ({signal.rule})" if signal else ""


def how_old(line: Line, meeting: date | None = None) -> str:
    """How far the data reaches, when it came, and whether later data may change it."""
    figure = line.figure
    if not figure.data_to:
        return "No data has come for this period."
    received = f" It came on {words.day(line.received_on)}." if line.received_on else ""
    settled = " Data still to come may change it." if figure.state == "provisional" else ""
    at = f" at the meeting of {words.day(meeting)}" if meeting else ""
    aged = f"is {words.age(line.data_age_days)}{at}"
    return f"The data reaches to {words.day(figure.data_to)} and {aged}.{received}{settled}"


def older(beside: Sequence[Beside]) -> str:
    """How much older the published figures are."""
    months = sorted({each.months for each in beside if each.months is not None})
    if not months:
        return ""
    said = [words.months_older(each) for each in months]
    return f"The published figures it is set beside are {said[0] if len(said) == 1 else f'{said[0]} to {said[-1]}'}."


def beside_in_words(each: Beside, published: Comparator, unit: str) -> str:
    """`worse than chance allows`, or why it cannot be told."""
    if each.found != "cannot_tell":
        return words.beside(each.found)
    if published.value is None and published.low is None:
        return "nothing to compare with"
    if unit in {"days", "ratio"}:
        return "cannot tell: chance has no measure for an average"
    if published.low is not None:
        return "cannot tell: some of theirs are hidden, and it depends on what they are"
    return "cannot tell"


def marks_explained(board: Board) -> tuple[tuple[str, str, str], ...]:
    """The three marks: the question, the words that may stand there, and the rule behind them."""
    return (
        ("Is it changing?", "improved, got worse, rose, fell; no change beyond chance; cannot tell; new", _changing()),
        ("Is it on target?", "on, near or off target; and beside it: firm, or within chance of it", _on_target(board)),
        ("Where does it stand beside others?", "better, similar, worse; higher, lower; cannot tell", _beside_others(board)),
    )


def _changing() -> str:
    return (
        "A figure is read against its own run of thirteen periods. Only where a rule fired at the newest figure is it said "
        "that something changed. Everything else is chance until it is shown to be more. Twelve-month figures are set beside "
        "the same period a year before, because neighbouring ones share nine months. The rules have a version: these are "
        f"{RULE_SET}."
    )


def _on_target(board: Board) -> str:
    return (
        f"{status_rule(board.status)} Firm or within chance is said beside it, by the figure's interval ({_percent(USUAL)}). A "
        "red that is within chance of its target is red all the same, and may be green next time without anything having "
        "changed."
    )


def _beside_others(board: Board) -> str:
    return (
        "The figure's interval is set against England, the region and the statistical neighbours. On the scorecard, where many "
        f"are looked at together, it has to hold at {_percent(STRICT)}; on an indicator's own page at {_percent(USUAL)}. What "
        "is published is older than what we hold, and the months between them are said. Of neighbours the "
        f"{AVERAGES[board.settings.neighbour_average]} is taken. One that is hidden for being small counts as one to five "
        "children: that makes a range, and inside it nothing "
        f"can be told. With fewer than {FEWEST} neighbours nothing is said."
    )


def _percent(confidence: float) -> str:
    return f"{100 * confidence:g}%"
