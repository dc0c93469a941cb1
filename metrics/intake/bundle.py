"""A bundle as a delivery: the counts that an agency prepared inside, held against this board and its definitions."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

import pyarrow as pa

from metrics.board import Board
from metrics.bundles.definition import entry, mark_of
from metrics.bundles.layout import LARGEST, Bundle, Counted, Covered, Head, Series, read, read_head
from metrics.catalogue import Indicator, read_catalogue
from metrics.datasets import contracts
from metrics.datasets.returns import Return
from metrics.intake.source import Source, opened
from metrics.periods import ONE_DAY, Frequency, Period, parse_period, period_of
from metrics.submission import Refused, Submission

KIND = "bundle"
TITLE = "Counts prepared by the agency"
MOST_NAMED = 3
COLUMNS = {
    "indicator": pa.string(),
    "frequency": pa.string(),
    "period": pa.string(),
    "group_by": pa.string(),
    "group_value": pa.string(),
    "numerator": pa.float64(),
    "denominator": pa.float64(),
    "families": pa.int64(),
    "not_determinable": pa.int64(),
}
"""The columns of `prepared_counts` besides the bundle's own mark."""


class ReadBundle(NamedTuple):
    """What a bundle says: a submission for each dataset that was read, its counts, and what is to be said of the whole."""

    submissions: tuple[Submission, ...]
    counts: pa.Table
    notes: tuple[str, ...]


def sentence_of(source: Source) -> str:
    """What a bundle is, in a sentence, from its first line."""
    with opened(source) as stream:
        head = read_head(stream.readline(LARGEST))
    day = _day(head.prepared_at.date())
    return f"Counts that {head.agency_name} prepared on {day} from {_files(head)}. No row about a child came with them."


def read_bundle(source: Source, *, agency: str, board: Board, today: date) -> ReadBundle:
    """Read a bundle. Raises Refused where it was changed, is of a newer layout, or is another board's or agency's."""
    with opened(source) as stream:
        bundle = read(stream.read(LARGEST + 1))
    _refuse_others(bundle.head, agency, board)
    _refuse_unknown(bundle, today)
    table = _counts(bundle)
    submissions = tuple(_submission(each, agency, bundle.counted) for each in bundle.covered)
    return ReadBundle(submissions, table, tuple(_notes(bundle, board)))


def _refuse_others(head: Head, agency: str, board: Board) -> None:
    if head.area_code != board.area.code:
        raise Refused(
            f"The bundle was prepared for {head.area_name} ({head.area_code}); this board's area is {board.area.name} "
            f"({board.area.code}). Prepare it with this board's board.toml."
        )
    if head.agency != agency:
        raise Refused(
            f"The bundle holds the counts of {head.agency_name}, and it is sent as {board.agency(agency).name}'s. "
            "Choose the agency that prepared it."
        )


def _refuse_unknown(bundle: Bundle, today: date) -> None:
    """Refuse what only a newer program, or none, would have written."""
    unknown = sorted({each.dataset for each in bundle.covered} - (contracts().keys() - {Return.dataset}))
    if unknown or not bundle.covered:
        raise Refused(
            f"The bundle is about data that this version does not know ({', '.join(unknown) or 'none'}). Update this program, "
            "or prepare the bundle with its version."
        )
    if any(each.as_at > today for each in bundle.covered if each.supplied):
        raise Refused("The bundle stands for a day that lies in the future. Prepare it again, with the right as-at date.")


def _submission(each: Covered, agency: str, counted: Sequence[Counted]) -> Submission:
    return Submission(
        agency=agency,
        dataset=each.dataset,
        supplied=each.supplied,
        covers_from=each.covers_from,
        covers_to=each.covers_to,
        as_at=each.as_at,
        rows=None,
        rows_read=each.rows_read,
        problems=(),
        lacks=each.lacks,
        checked=each.checked,
        prepared=tuple(entry(one.indicator, one.mark) for one in counted if each.dataset in one.reads),
    )


def _notes(bundle: Bundle, board: Board) -> Iterator[str]:
    """What a board has to know of a bundle: what it cannot tell, and what does not count because it was counted otherwise."""
    catalogue = read_catalogue()
    other = [
        each.title
        for each in bundle.counted
        if each.indicator not in catalogue or each.mark != mark_of(catalogue[each.indicator], each.reads, board.settings)
    ]
    if other:
        yield (
            f"{_called(other)} {'was' if len(other) == 1 else 'were'} prepared by another version of the definition than this "
            f"board's, and {'does' if len(other) == 1 else 'do'} not count. Prepare the bundle again with the board's version "
            "of the program and its board.toml."
        )
    for because in dict.fromkeys(each.because for each in bundle.not_counted):
        titles = [each.title for each in bundle.not_counted if each.because == because]
        yield f"Not in the bundle: {_called(titles)}. {because}"


def _called(titles: Sequence[str]) -> str:
    if len(titles) <= MOST_NAMED:
        return "; ".join(titles)
    return f"{'; '.join(titles[:MOST_NAMED])} and {len(titles) - MOST_NAMED} more indicators"


def _counts(bundle: Bundle) -> pa.Table:
    """The series as rows: one for each period and group. Raises Refused for one that cannot be placed."""
    titles = {each.indicator: each for each in bundle.counted}
    columns: dict[str, list[object]] = {name: [] for name in COLUMNS}
    for each in bundle.series:
        known = read_catalogue().get(each.indicator)
        if each.indicator not in titles or not _is_of(each, known):
            raise Refused("The bundle holds counts that it does not name. Prepare it again.")
        _add(columns, each)
    return pa.table({name: pa.array(columns[name], kind) for name, kind in COLUMNS.items()})


def _is_of(series: Series, known: Indicator | None) -> bool:
    return known is None or series.by is None or series.by in known.breakdowns


def _add(columns: dict[str, list[object]], series: Series) -> None:
    periods = _periods(series.every, series.first, len(series.numerator))
    nothing = [None] * len(periods)
    columns["indicator"] += [series.indicator] * len(periods)
    columns["frequency"] += [series.every] * len(periods)
    columns["period"] += periods
    columns["group_by"] += [series.by] * len(periods)
    columns["group_value"] += [series.group] * len(periods)
    columns["numerator"] += series.numerator
    columns["denominator"] += series.denominator
    columns["families"] += series.families or nothing
    columns["not_determinable"] += series.apart or nothing


@cache
def _periods(every: str, first: str, count: int) -> tuple[str, ...]:
    """The labels of so many periods of a calendar, from one on."""
    try:
        run: list[Period] = [parse_period(first)]
    except ValueError:
        raise Refused("The bundle names a period that is none. Prepare it again.") from None
    if run[0].frequency != every:
        raise Refused("The bundle names a period that is none. Prepare it again.")
    while len(run) < count:
        run.append(period_of(run[-1].last_day + ONE_DAY, Frequency(every)))
    return tuple(each.label for each in run[:count])


def _files(head: Head) -> str:
    count = sum(head.files.values())
    return "1 file" if count == 1 else f"{count} files"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
