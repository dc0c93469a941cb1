"""A sheet as text: what stands in which cell, and how a cell is called when something is wrong with it."""

import re
from typing import NamedTuple

from metrics.submission import Refused

MOST_ROWS = 5_000
MOST_COLUMNS = 300
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
INDENTED = re.compile(r"[ \u00a0\t]{2,}[^\W\d]")
ERROR = "#ERROR"
"""What stands for a formula that gave an error."""
GAPS = re.compile(r"[\s\u00a0]+")


class Sheet(NamedTuple):
    """The cells of one sheet from its first row and column on. `name` is empty where the file is a CSV."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    indented: frozenset[tuple[int, int]] = frozenset()  # cells whose text is set in by spaces: parts of the row above

    def place(self, row: int, column: int | None = None) -> str:
        """`sheet Board, row 7, column D`: as a spreadsheet calls it. Rows and columns count from 0."""
        sheet = f"sheet {self.name}, " if self.name else ""
        return f"{sheet}row {row + 1}" + ("" if column is None else f", column {letters(column)}")

    def cell(self, row: int, column: int) -> str:
        found = self.rows[row]
        return found[column] if column < len(found) else ""

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)


def sheet_of(name: str, rows: list[list[str]]) -> Sheet:
    """A sheet without empty ends, non-breaking and zero-width spaces. Raises Refused for an enormous one."""
    called = f"The sheet {name}" if name else "The sheet"
    indented = ((y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if INDENTED.match(cell))
    kept = [_trimmed([clean(cell) for cell in row]) for row in rows]
    while kept and not kept[-1]:
        kept.pop()
    if len(kept) > MOST_ROWS or max(map(len, kept), default=0) > MOST_COLUMNS:
        raise Refused(f"{called} is larger than {MOST_ROWS:,} rows by {MOST_COLUMNS} columns. Send only the table itself.")
    return Sheet(name, tuple(tuple(row) for row in kept), frozenset(indented))


def clean(text: str) -> str:
    """A cell's text with single spaces, without what cannot be seen."""
    return GAPS.sub(" ", INVISIBLE.sub("", text)).strip()


def letters(column: int) -> str:
    """A column as a spreadsheet calls it: 0 is A, 26 is AA."""
    found = ""
    left = column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        found = chr(65 + digit) + found
    return found


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row
