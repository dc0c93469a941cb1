"""What a sheet shows of its cells beyond their values: which are percentages, which are errors, and how far it reaches.

Elements are found by their names alone, as the reader finds them: in another namespace they would pass by unmeasured.
"""

import re
import string
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from metrics.intake.workbook_parts import ANY, ENORMOUS, attribute, parsed
from metrics.submission import Refused

MOST_CELLS = 2_000_000
"""Of the rectangle that the cells of a piece of a sheet span, unless they fill it."""
FEWEST_BYTES = 10
"""What a cell with anything in it takes at least, as XML."""
PERCENT_FORMATS = {"9", "10"}
REFERENCES = re.compile(rb"r\s*=\s*[\"']([A-Za-z]*[0-9]+)")
ERROR_TYPES = (b'"e"', b"'e'")
LETTERS, DIGITS = string.ascii_letters.encode(), string.digits.encode()
LONGEST = 7
"""The digits of the last row that a spreadsheet has."""
BEYOND = 1 << 62


class Seen(NamedTuple):
    """The cells of a sheet that are shown as percentages, and those whose formula gave an error: (row, column) from 0."""

    percentages: frozenset[tuple[int, int]] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()


def percent_styles(content: bytes) -> frozenset[str]:
    """The numbers of the cell styles that show a percentage."""
    if not content:
        return frozenset()
    styles = parsed(content)
    own = {each.get("numFmtId") for each in styles.iter(f"{ANY}numFmt") if "%" in each.get("formatCode", "")}
    cells = styles.find(f"{ANY}cellXfs")
    formats = [] if cells is None else [each.get("numFmtId") for each in cells]
    return frozenset(str(number) for number, each in enumerate(formats) if each in PERCENT_FORMATS | own)


def seen_in_piece(piece: bytes, percent: frozenset[str]) -> Seen:
    """What the cells of a piece of a sheet's XML show. Raises Refused where few of them span more than is read.

    To look at every cell takes longer than to read them: none is looked at where nothing calls for it.
    """
    styled = any(re.search(rb"s\s*=\s*[\"']" + each.encode() + rb"[\"']", piece) for each in percent)
    if styled or any(each in piece for each in ERROR_TYPES) or _span(piece) > max(MOST_CELLS, len(piece) // FEWEST_BYTES):
        return _seen_on(piece, percent)
    return Seen()


def seen_in_ods(content: bytes) -> dict[str, Seen]:
    """What each sheet of an OpenDocument file shows, by its name. Raises Refused for one with more cells than are read."""
    return {attribute(table, "name"): _seen_in_table(table) for table in parsed(content).iter(f"{ANY}table")}


def _span(piece: bytes) -> int:
    """The cells of the rectangle that all references span: never fewer than the reader would make room for."""
    references = b" ".join(REFERENCES.findall(piece))
    if not references:
        return 0
    columns, rows = set(references.translate(None, DIGITS).split(b" ")), set(references.translate(None, LETTERS).split(b" "))
    if max(map(len, rows)) > LONGEST or max(map(len, columns)) > LONGEST:
        return BEYOND
    numbers = [int(each) for each in rows]
    return max(map(_column_number, columns)) * (max(numbers) - min(numbers) + 1)


def _column_number(letters: bytes) -> int:
    """`A` is 1, `AA` is 27."""
    number = 0
    for each in letters.upper():
        number = number * 26 + each - 64
    return number


def _seen_on(piece: bytes, percent: frozenset[str]) -> Seen:
    percentages, errors = set(), set()
    first, last, widest = -1, -1, 0
    for row, column, cell in _filled_cells(piece):
        first, last, widest = row if first < 0 else min(first, row), max(last, row), max(widest, column + 1)
        _refuse_large(last - first + 1, widest)
        if cell.get("t") == "e":
            errors.add((row, column))
        elif cell.get("s") in percent and cell.get("t", "n") == "n":
            percentages.add((row, column))
    return Seen(frozenset(percentages), frozenset(errors))


def _filled_cells(piece: bytes) -> Iterator[tuple[int, int, etree._Element]]:
    """Every cell with more than a format, and where it stands: as it says, else behind the one before it."""
    number = -1
    for row in _rows(piece):
        number = int(row.get("r", "")) - 1 if row.get("r", "").isdigit() else number + 1
        column = -1
        for cell in row.iterchildren(f"{ANY}c"):
            number, column = _position(cell.get("r", ""), number, column)
            if len(cell):
                yield number, column, cell


def _rows(piece: bytes) -> Iterator[etree._Element]:
    events = etree.iterparse(BytesIO(piece), tag=f"{ANY}row", resolve_entities=False, no_network=True)
    for _, row in events:
        yield row
        row.clear()
        while row.getprevious() is not None and row.getparent() is not None:
            del row.getparent()[0]


def _position(reference: str, row: int, column: int) -> tuple[int, int]:
    """`B7` is (6, 1); a cell without a reference is the next one."""
    name = reference.rstrip("0123456789")
    digits = reference[len(name) :]
    if not (name.isascii() and name.isalpha()) or not digits or len(reference) > 2 * LONGEST:
        return max(row, 0), column + 1
    return int(digits) - 1, _column_number(name.encode()) - 1


def _refuse_large(rows: int, columns: int) -> None:
    if rows * columns > MOST_CELLS:
        raise Refused(ENORMOUS)


def _seen_in_table(table: etree._Element) -> Seen:
    percentages: set[tuple[int, int]] = set()
    row, widest, last = 0, 0, 0
    for line in table.iter(f"{ANY}table-row"):
        times = int(attribute(line, "number-rows-repeated") or 1)
        found, width = _percentages_of(line)
        if width:
            widest, last = max(widest, width), row + times
            _refuse_large(last, widest)
            percentages |= {(row + down, column) for down in range(times) for column in found}
        row += times
    return Seen(frozenset(percentages))


def _percentages_of(line: etree._Element) -> tuple[list[int], int]:
    """The columns of a row that are percentages, and where its last cell with anything in it ends."""
    found: list[int] = []
    column, width = 0, 0
    for cell in line.iterchildren(f"{ANY}table-cell", f"{ANY}covered-table-cell"):
        times = int(attribute(cell, "number-columns-repeated") or 1)
        kind = attribute(cell, "value-type")
        if kind or len(cell):
            width = column + times
            _refuse_large(1, width)
            found += range(column, width) if kind == "percentage" else ()
        column += times
    return found, width
