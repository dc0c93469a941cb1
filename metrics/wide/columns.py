"""The columns of a sheet: which hold names, which hold the figures of which period. A sheet may hold several tables."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from metrics.periods import Period
from metrics.returns.names import find_period
from metrics.wide.headings import FIGURE, Heard, are_quarterly, heard, period_of_heading, together, year_named
from metrics.wide.names import breakdown_of
from metrics.wide.sheet import Sheet

NOT_READ = "not ours"
"""What people write for a row, a column or a word that is none of ours."""


Said = Callable[[str], str | None]
"""What people said that a heading means; None where nobody has."""


class Column(NamedTuple):
    """A column that holds figures, or may: its heading, and the period where it is certain or was said."""

    place: int
    heading: str
    period: Period | None
    part: str
    asked: str = ""  # the heading to ask about where the period is not certain


class Block(NamedTuple):
    """A table: its rows, what stands to the left of its figures, and its columns of figures."""

    first_row: int
    end_row: int
    over_names: str  # the heading of the names, where it is a name itself: `Contacts by agency` over the agencies
    name: int
    sub: tuple[int, ...]  # beside the name: parts of a figure, or groups
    group: int | None
    breakdown: str
    notes: tuple[int, ...]
    columns: tuple[Column, ...]
    not_read: tuple[int, ...]


def blocks_of(sheet: Sheet, said: Said) -> tuple[Block, ...]:
    """The tables of a sheet. `said` gives what people said of headings that they were asked about."""
    heads = list(_heading_runs(sheet))
    ends = [each[0] for each in heads[1:]] + [len(sheet.rows)]
    found = (_block(sheet, run, end, said) for run, end in zip(heads, ends, strict=True))
    return tuple(each for each in found if each.columns)


def looks_wide(sheet: Sheet) -> bool:
    """Whether it has a row of periods over its figures."""
    return any(True for _ in _heading_runs(sheet))


def _heading_runs(sheet: Sheet) -> Iterator[list[int]]:
    """Runs of heading rows, blank rows between them left aside."""
    run: list[int] = []
    has_time = False
    for row, cells in enumerate(sheet.rows):
        if not any(cells):
            continue
        is_head, times = _is_heading(cells, after=bool(run))
        if is_head:
            run.append(row)
            has_time = has_time or times
        elif run:
            if has_time and _spans(sheet, run):
                yield run
            run, has_time = [], False
    # headings with nothing below them head nothing


def _spans(sheet: Sheet, run: Sequence[int]) -> bool:
    """Whether any heading stands to the right of the first column: a title alone in it heads nothing."""
    return any(place > 0 and text for row in run for place, text in enumerate(sheet.rows[row]))


def _is_heading(cells: Sequence[str], *, after: bool) -> tuple[bool, bool]:
    """Whether a row is one of headings, and whether it names times."""
    written = [each for each in cells if each]
    found = [heard(each) for each in written]
    known = [each for each in found if each is not None]
    times = [each for each in known if each.is_time]
    if all(each is not None and each.calendar_year for each in found) and len(written) > 1:
        return True, True
    if times and (len(times) > 1 or len(written) <= 3):
        starts_with_words = any(each.role or each.part for each in known) or not all(_is_number(each) for each in written)
        strange = [text for text, each in zip(written, found, strict=True) if each is None]
        return (
            starts_with_words and len(strange) <= max(1, len(written) // 2) and not any(map(_is_number, strange)),
            True,
        )
    parts = [each for each in known if each.part or each.role]
    return after and len(parts) == len(written) and not times, False


def _is_number(text: str) -> bool:
    return text.replace(",", "").replace(".", "").replace("%", "").isdigit()


def _block(sheet: Sheet, run: Sequence[int], end: int, said: Said) -> Block:
    width = sheet.width
    over = [_over(sheet, run, column) for column in range(width)]
    year = _year_of_titles(sheet, run[0])
    quarterly = are_quarterly([each.day for each in over if each.day])
    columns, notes, labels, not_read = [], [], [], []
    first_time = next((place for place, each in enumerate(over) if place and each.is_time and not each.role), width)
    for place, each in enumerate(over):
        filled = any(sheet.cell(row, place) for row in range(run[-1] + 1, end))
        if each.role == "note":
            notes.append(place)
        elif place < first_time and each.role != "other":
            labels.append(place)
        elif each.is_time and not each.role:
            columns.append(_column(sheet, run, place, each, year, said, quarterly=quarterly))
        elif filled and place > first_time:
            not_read.append(place)
    name, sub, group, breakdown = _labels(sheet, run, end, labels, over)
    return Block(
        run[-1] + 1,
        end,
        _over_names(sheet, run, name),
        name,
        sub,
        group,
        breakdown,
        tuple(notes),
        tuple(each for each in columns if each.period or each.asked),
        tuple(not_read),
    )


def _column(sheet: Sheet, run: Sequence[int], place: int, found: Heard, year: int, said: Said, *, quarterly: bool) -> Column:
    heading = " ".join(dict.fromkeys(text for text, _ in _levels(sheet, run, place)))
    told = said(heading)
    period = None if told == NOT_READ else find_period(told) if told else period_of_heading(found, year, quarterly=quarterly)
    return Column(place, heading, period, found.part or FIGURE, heading if period is None and told is None else "")


def _over(sheet: Sheet, run: Sequence[int], column: int) -> Heard:
    """What all headings over a column say together."""
    levels = [found for text, own in _levels(sheet, run, column) if (found := heard(text)) and (own or found.is_time)]
    own = [found for text, is_own in _levels(sheet, run, column) if is_own and (found := heard(text))]
    if any(each.role for each in own):
        return next(each for each in own if each.role)
    unknown = [text for text, is_own in _levels(sheet, run, column) if is_own and heard(text) is None]
    return Heard(role="unknown") if unknown else together(list(reversed(levels)))


def _levels(sheet: Sheet, run: Sequence[int], column: int) -> list[tuple[str, bool]]:
    """The headings over a column from the top, each with whether it stands there itself or reaches over from the left.

    A heading reaches to the right as a merged one does, over columns that have headings of their own below it.
    """
    found: list[tuple[str, bool]] = []
    for depth, row in enumerate(run):
        text = sheet.cell(row, column)
        if text:
            found.append((text, True))
        elif any(sheet.cell(lower, column) for lower in run[depth + 1 :]):
            before = next((sheet.cell(row, left) for left in range(column - 1, -1, -1) if sheet.cell(row, left)), "")
            said = heard(before) if before else None
            if said is not None and said.is_time:
                found.append((before, False))
    return found


def _year_of_titles(sheet: Sheet, row: int) -> int:
    """The financial year that a title above the table names."""
    found = {year_named(text) for above in sheet.rows[:row] for text in above} - {0}
    return found.pop() if len(found) == 1 else 0


def _labels(
    sheet: Sheet, run: Sequence[int], end: int, labels: Sequence[int], over: Sequence[Heard]
) -> tuple[int, tuple[int, ...], int | None, str]:
    """The column of names, those beside it, and the column of groups with the breakdown that its heading declares."""
    named = [each for each in labels if over[each].role == "name"]
    usual = [each for each in labels if over[each].role not in {"part", "group"}] or list(labels) or [0]
    name = named[0] if named else max(usual, key=lambda each: (_words_in(sheet, run[-1] + 1, end, each), -each))
    group = next((each for each in labels if over[each].role == "group" and each != name), None)
    declared = "" if group is None else breakdown_of(next(text for text, own in _levels(sheet, run, group) if own))
    sub = tuple(each for each in labels if each > name and each != group and over[each].role in {"part", "", "unknown"})
    return name, sub, group, declared


def _over_names(sheet: Sheet, run: Sequence[int], name: int) -> str:
    found = next((text for row in reversed(run) if (text := sheet.cell(row, name))), "")
    return "" if heard(found) else found


def _words_in(sheet: Sheet, first: int, end: int, column: int) -> int:
    texts = (sheet.cell(row, column) for row in range(first, end))
    return sum(any(map(str.isalpha, each)) and len(each) > 3 and heard(each) is None for each in texts)
