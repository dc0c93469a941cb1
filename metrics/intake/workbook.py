"""A workbook (.xlsx or .ods) as sheets of text: the values that its formulas had when it was saved."""

import csv
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import StringIO
from typing import Any, NamedTuple, TypeVar

import python_calamine as calamine
from lxml import etree

from metrics.intake.source import Source, opened
from metrics.intake.workbook_parts import (
    DAMAGED,
    ENORMOUS,
    LOCKED,
    packed,
    parts_beside,
    refuse_enormous,
    refuse_others,
    sheet_paths,
)
from metrics.intake.workbook_pieces import pieces_of
from metrics.intake.workbook_seen import Seen, percent_styles, seen_in_ods, seen_in_piece
from metrics.submission import Refused
from metrics.wide.sheet import ERROR, MOST_ROWS

ZIP = b"PK\x03\x04"
UNREADABLE = "The workbook cannot be read: it is damaged. Open it in a spreadsheet, save it again as .xlsx and send that."
PIECE = 16 << 20
WORDS = "xl/sharedStrings.xml"
MOST_WORDS_READ = 1 << 30
"""The words of all sheets stand in one part, which is read again with each piece: so many bytes of it at most."""
LAST_ROW = 1_048_576
MOST_DIGITS = 10**12
Item = TypeVar("Item")
Done = TypeVar("Done")
Value = int | float | str | bool | date | time | datetime | timedelta


class Table(NamedTuple):
    """One visible sheet, its cells as text: dates as 2026-06-30, percentages with their sign.

    `rows` are the first of them, one more than a sheet of figures may have; `csv` has them all, `length` says how many.
    """

    name: str
    rows: list[list[str]]
    csv: bytes
    length: int

    def below(self, row: int) -> bytes:
        """The same as a CSV in which the rows before this one, from 0, are empty: those below keep their numbers."""
        before = self.rows[:row]
        return as_csv([[""] * len(self.rows[row])] * row) + self.csv[len(as_csv(before)) :]


class Workbook(NamedTuple):
    tables: tuple[Table, ...]
    hidden: int


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as a CSV, row by row."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def read_workbook(source: Source) -> Workbook:
    """Every visible sheet. Raises Refused, with one sentence, for a file that is no workbook, is locked or is enormous."""
    try:
        with opened(source) as stream, zipfile.ZipFile(stream) as archive:
            refuse_others(archive)
            return _read_ods(archive) if "content.xml" in archive.namelist() else _read_xlsx(archive)
    except calamine.PasswordError:
        raise Refused(LOCKED) from None
    except calamine.CalamineError:
        raise Refused(UNREADABLE) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, etree.XMLSyntaxError, KeyError, ValueError):
        raise Refused(DAMAGED) from None


def _read_ods(archive: zipfile.ZipFile) -> Workbook:
    parts = parts_beside(archive, ())
    seen = seen_in_ods(parts["content.xml"])
    with calamine.load_workbook(packed(parts)) as book:
        visible = [each.name for each in book.sheets_metadata if _is_visible(each)]
        found = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in visible}
        tables = tuple(_table(name, [_texts(rows, 0, 0, seen.get(name, Seen()))]) for name, rows in found.items())
        return Workbook(tables, len(book.sheets_metadata) - len(visible))


def _read_xlsx(archive: zipfile.ZipFile) -> Workbook:
    paths = sheet_paths(archive)
    parts = parts_beside(archive, paths.values())
    with calamine.load_workbook(packed(parts)) as book:
        visible = [each.name for each in book.sheets_metadata if _is_visible(each)]
        hidden = len(book.sheets_metadata) - len(visible)
    members = [archive.getinfo(paths[each]) for each in visible]
    refuse_enormous(members)
    words = len(parts.get(WORDS, b""))
    if words * len(visible) > MOST_WORDS_READ:
        raise Refused(ENORMOUS)
    percent = percent_styles(parts.get("xl/styles.xml", b""))
    tables = []
    for name, member in zip(visible, members, strict=True):
        with archive.open(member) as sheet:
            pieces = pieces_of(sheet, max(PIECE, 2 * words))
            tables.append(_table(name, _read_pieces(pieces, parts, name, member.filename, percent)))
    return Workbook(tuple(tables), hidden)


def _read_pieces(
    pieces: Iterator[bytes], parts: Mapping[str, bytes], name: str, path: str, percent: frozenset[str]
) -> Iterator[list[list[str]]]:
    """The rows of each piece of a sheet, empty ones between them included."""
    read = 0
    measured = ((piece, seen_in_piece(piece, percent)) for piece in pieces)  # before the reader makes room for its cells
    for sheet, seen in _one_ahead(measured, lambda each: (_sheet_of({**parts, path: each[0]}, name), each[1])):
        first, left = sheet.start or (0, 0)
        rows = _texts(sheet.to_python(), first, left, seen)
        if first + len(rows) > LAST_ROW:
            raise Refused(ENORMOUS)
        if rows:
            yield [[] for _ in range(first - read)]  # none where the rows have no numbers, and count on from the piece before
            yield rows
            read = max(first, read) + len(rows)


def _sheet_of(parts: Mapping[str, bytes], name: str) -> calamine.CalamineSheet:
    with calamine.load_workbook(packed(parts)) as book:
        return book.get_sheet_by_name(name)


def _one_ahead(items: Iterator[Item], work: Callable[[Item], Done]) -> Iterator[Done]:
    """What becomes of each item. The next is worked on, by another processor, while the last is made use of."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        begun: Future[Done] | None = None
        for each in items:
            following = pool.submit(work, each)
            if begun:
                yield begun.result()
            begun = following
        if begun:
            yield begun.result()


def _is_visible(sheet: calamine.SheetMetadata) -> bool:
    return sheet.typ == calamine.SheetTypeEnum.WorkSheet and sheet.visible == calamine.SheetVisibleEnum.Visible


def _table(name: str, pieces: Iterator[list[list[str]]] | Sequence[list[list[str]]]) -> Table:
    """A sheet from its rows. Of those beyond the most that a sheet of figures has, the first with anything in it is kept."""
    top: list[list[str]] = []
    written: list[tuple[int, bytes]] = []
    width = length = 0
    for piece in pieces:
        width = max(width, max(map(len, piece), default=0))
        rows = [row + [""] * (width - len(row)) for row in piece]
        written.append((width, as_csv(rows)))
        length += len(rows)
        room = max(MOST_ROWS - len(top), 0)
        top += rows[:room]
        if len(top) == MOST_ROWS:
            top += [row for row in rows[room:] if any(row)][:1]
    top = [row + [""] * (width - len(row)) for row in top]
    return Table(name, top, b"".join(_widened(text, width - each) for each, text in written), length)


def _widened(text: bytes, more: int) -> bytes:
    """A CSV with so many empty cells more at the end of each row: a piece further down the sheet was wider."""
    if not more:
        return text
    return as_csv([[*row, *[""] * more] for row in csv.reader(StringIO(text.decode(), newline=""))])


def _texts(rows: list[list[Value]], first: int, left: int, seen: Seen) -> list[list[str]]:
    """The cells as text. `first` and `left`: where they begin."""
    lead = [""] * left
    if not (seen.errors or seen.percentages):
        return [lead + [value if type(value) is str else TEXTS[type(value)](value) for value in row] for row in rows]
    return [
        lead + [_shown(value, (number, place), seen) for place, value in enumerate(row, start=left)]
        for number, row in enumerate(rows, start=first)
    ]


def _shown(value: Value, place: tuple[int, int], seen: Seen) -> str:
    if place in seen.errors:
        return ERROR
    if place in seen.percentages and isinstance(value, int | float):
        return f"{_number(value * 100)}%"
    return TEXTS[type(value)](value)


def _moment(value: datetime) -> str:
    return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")


def _number(value: float) -> str:
    """Twelve digits: what a spreadsheet shows of a sum, without the noise of its arithmetic."""
    if value.is_integer() and abs(value) < MOST_DIGITS:
        return str(int(value))
    text = f"{Decimal(f'{value:.12g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


TEXTS: Mapping[type, Callable[[Any], str]] = {
    str: str,
    bool: lambda value: "yes" if value else "no",
    int: str,
    float: _number,
    datetime: _moment,
    date: date.isoformat,
    time: str,
    timedelta: str,
}
