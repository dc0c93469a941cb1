"""The scorecard as boards print it: the columns of a published performance report, each line held against slips of its own.

The words are those of the paper that the tests read: polarity, result with its letter, direction of travel, benchmarks with
their year. Only the direction is ours: the paper counts any difference from the year before, and we only what a rule finds.
"""

from collections.abc import Sequence
from typing import Final

from metrics import words
from metrics.catalogue import Indicator
from metrics.coverage import State
from metrics.figures import Figure
from metrics.frozen import Frozen
from metrics.judge.change import Direction, Measured, judge_change
from metrics.judge.published_table import LETTERS, read_row, warnings_of
from metrics.line import Line
from metrics.on_target import year_before
from metrics.target_line import Part
from metrics.verdicts import measured, per_year

POLARITY: Final = {"bigger": "Bigger is Better", "smaller": "Smaller is Better", "monitor": "Monitor"}
UNITS: Final = {
    "count": "Number",
    "percent": "Percentage",
    "rate_per_10000": "Rate per 10,000 children",
    "ratio": "Ratio",
    "days": "Days",
}
PEERS: Final = {"england": "England", "neighbours": "Statistical Neighbours"}
DIRECTIONS: Final[dict[Direction, str]] = {
    "improved": "Improving",
    "worsened": "Worsening",
    "rose": "Monitor: rose",
    "fell": "Monitor: fell",
    "no_change_beyond_chance": "No change beyond chance",
    "cannot_tell": "Cannot tell",
    "new": "New",
}


class PaperRow(Frozen):
    """One line in the columns of the paper. `rag` is the letter alone; `warnings` are slips that a reader should know of."""

    ref: str
    type: str
    indicator: str
    polarity: str
    unit: str
    period: str
    target_text: str
    result_text: str
    rag: str
    previous_text: str
    dot: str
    benchmark_text: str
    warnings: tuple[str, ...] = ()


HEADINGS: Final = {
    "ref": "Ref",
    "type": "Type",
    "indicator": "Indicator",
    "polarity": "Polarity",
    "unit": "Unit",
    "period": "Period covered",
    "target_text": "Target",
    "result_text": "Result (RAG)",
    "previous_text": "Previous: a year before",
    "dot": "DOT long term",
    "benchmark_text": "Benchmarking",
}
"""The columns in the paper's order. DOT: the direction of travel."""


def paper_rows(lines: Sequence[Line]) -> tuple[PaperRow, ...]:
    """The lines of a scorecard in the columns of the paper."""
    return tuple(_row(each) for each in lines)


def _row(line: Line) -> PaperRow:
    before = _before(line)
    letter = {"amber": "A"}.get(line.status.mark) or LETTERS.get(line.status.mark, "")
    row = PaperRow(
        ref=str(line.number),
        type=words.capital(line.indicator.says),
        indicator=line.indicator.title,
        polarity=POLARITY[line.indicator.better],
        unit=UNITS[line.indicator.unit],
        period=_period(line),
        target_text=_target(line),
        result_text=_result(line, letter),
        rag=letter,
        previous_text=_previous(line, before),
        dot=_direction(line, before),
        benchmark_text=_benchmarks(line),
    )
    return row.model_copy(update={"warnings": _warnings(row, line)})


def _previous(line: Line, before: Figure | None) -> str:
    if _is_before_hidden(line):
        return "Hidden"
    return words.number(before.value, line.indicator.unit) if before else "New"


def _is_before_hidden(line: Line) -> bool:
    found = year_before(line.recent)
    return found is not None and found.state is State.SUPPRESSED


def _before(line: Line) -> Figure | None:
    """The same period a year before, unless it has no figure or the definition has changed since."""
    found = year_before(line.recent)
    since = {each.period for each in line.recent[-per_year(line.recent) :]}
    if found is None or found.value is None or any(each.at in since for each in line.breaks):
        return None
    return found


def _period(line: Line) -> str:
    figure = line.figure
    if line.indicator.timing == "as_at":
        return f"As at {words.day(figure.last_day)}"
    said = words.span(figure.first_day, figure.last_day)
    return f"Twelve months to {words.day(figure.last_day)}" if line.indicator.timing == "rolling_year" else said


def _target(line: Line) -> str:
    """`60%`; `11.2% (South East top quartile)`; `In line with England (currently 2.3%)`; `Monitor`."""
    if line.target.kind in {"none", "monitor"} or not line.target.parts:
        return "Monitor" if line.target.kind == "monitor" else words.capital(line.target.words)
    return words.capital(" and ".join(_target_part(each) for each in line.target.parts))


def _target_part(part: Part) -> str:
    if not part.dated or not part.value:
        return part.value or part.words
    return f"{part.words} (currently {part.value})"


def _result(line: Line, letter: str) -> str:
    if line.figure.value is None:
        return words.sentence(line.gap) or "Not available"
    provisional = " provisional" if line.figure.state is State.PROVISIONAL else ""
    return f"{words.number(line.figure.value, line.indicator.unit)}{provisional}{f' ({letter})' if letter else ''}"


def _direction(line: Line, before: Figure | None) -> str:
    """From the year before to now, where the rule of two figures says so; never by any difference."""
    provisional = State.PROVISIONAL in {line.figure.state, before.state if before else line.figure.state}
    if line.figure.value is None or provisional or _is_before_hidden(line):
        return DIRECTIONS["cannot_tell"]
    indicator = line.indicator
    pair = (_by_family(indicator, before), _by_family(indicator, line.figure))
    return DIRECTIONS[judge_change(indicator.unit, indicator.better, *pair).direction]


def _by_family(indicator: Indicator, figure: Figure | None) -> Measured | None:
    """A number of children as the number of their families: brothers and sisters come together, and not by chance."""
    found = measured(figure)
    if figure is None or found is None or figure.families is None or indicator.unit not in {"count", "rate_per_10000"}:
        return found
    return Measured(value=figure.families, numerator=figure.families, denominator=None)


def _benchmarks(line: Line) -> str:
    present = [each for each in line.benchmarks if each.value is not None or each.low is not None]
    known = [each for each in present if each.kind != "neighbours_before"]
    if not known:
        return "No benchmark available"
    unit = line.indicator.unit
    said = [f"{PEERS.get(each.kind, each.label)}: {words.published(each.value, each.low, each.high, unit)}" for each in known]
    return f"{' '.join(said)} ({known[0].year})"


def _warnings(row: PaperRow, line: Line) -> tuple[str, ...]:
    """The slips that the paper's own reader finds, in our line as it would in a printed one."""
    printed = {name: value for name, value in row.model_dump().items() if name != "warnings"}
    printed |= {"target_text": _readable(line), "result_text": row.result_text.replace(" provisional", "")}
    both = (words.overridden(line.status.mark, line.by_rule.mark),) if line.override else ()
    return (*both, *warnings_of(read_row(printed)))


def _readable(line: Line) -> str:
    """The target as it is read: where several are agreed, the first, which is the one that the figure before is held to."""
    if line.target.kind in {"none", "by_period"} or not line.target.parts:
        return "Monitor" if line.target.kind == "monitor" else ""
    part = line.target.parts[0]
    if line.target.kind == "rank":
        return ""  # held against a place, as the paper's own never is
    return part.value if not part.dated and part.value else part.words
