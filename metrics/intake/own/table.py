"""The table of an agency's own extract: under its headings, which may stand below a title, in one sheet of several."""

from collections.abc import Sequence
from typing import NamedTuple

from metrics.intake.csv_table import BYTE_ORDER_MARKS, TextTable, read_headings, read_table
from metrics.intake.opened import Opened
from metrics.intake.source import Source, opened
from metrics.intake.workbook import Table
from metrics.submission import Refused

FEWEST = 3
"""Fewer headings than this head no table of records: such a row is a title."""
DEEPEST = 15
"""The rows in which the headings are looked for."""
START = 1 << 16


class OwnTable(NamedTuple):
    """Where the rows are: `source` reads as a CSV whose first filled row holds the headings, at its own number."""

    headings: tuple[str, ...]
    source: Source
    sheet: str = ""
    notes: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """The headings of the columns that have one."""
        return tuple(each for each in self.headings if each)

    def read(self) -> TextTable:
        """Its rows as text. Raises Refused, with one sentence, for what cannot be read."""
        return read_table(self.source)


def own_table(file: Opened) -> OwnTable | None:
    """The table of records that a file holds; None where there is none to be seen."""
    if file.is_xml:
        return None
    try:
        return _of_workbook(file.book.tables) if file.is_zipped else _of_csv(file.source)
    except Refused:
        return None  # what cannot be read is refused by the reader of tables, which says more


def _of_csv(source: Source) -> OwnTable | None:
    names = read_headings(source)
    if _are_headings(names):
        return OwnTable(names, source)
    with opened(source) as stream:
        content = stream.read()
    lines = content[:START].split(b"\n")
    for row in range(min(DEEPEST, len(lines) - 1)):
        lines[row] = b""  # a title: left as an empty row, so that the rows below keep their numbers
        without = b"\n".join(lines)
        if content.startswith(tuple(each for each, code in BYTE_ORDER_MARKS.items() if code == "utf-16")):
            return None
        if any(lines) and _are_headings(names := read_headings(without)):
            return OwnTable(names, without + content[START:])
    return None


def _of_workbook(tables: Sequence[Table]) -> OwnTable | None:
    """The sheet with the most rows under headings."""
    filled = [each for each in tables if any(any(row) for row in each.rows)]
    found = [(each, row) for each in filled if (row := _row_of_headings(each)) is not None]
    if not found:
        return None
    table, row = max(found, key=lambda each: each[0].length - each[1])
    content = table.below(row)
    notes = (f"Only the sheet {table.name} was read: it has the most rows.",) if len(filled) > 1 else ()
    return OwnTable(read_headings(content), content, table.name, notes)


def _row_of_headings(table: Table) -> int | None:
    rows = range(min(DEEPEST, len(table.rows) - 1))
    return next((each for each in rows if _are_headings(table.rows[each])), None)


def _are_headings(cells: Sequence[str]) -> bool:
    filled = [each.strip() for each in cells if each.strip()]
    return len(filled) >= FEWEST and len(filled) == len({each.casefold() for each in filled})
