"""A workbook (.xlsx or .ods) as sheets of text: the values that its formulas had when it was saved."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from typing import NamedTuple

import python_calamine as calamine

from metrics.intake.source import Source, opened
from metrics.intake.workbook_parts import LOCKED, Seen, seen_in, unpacked
from metrics.submission import Refused
from metrics.wide.sheet import ERROR

ZIP = b"PK\x03\x04"
UNREADABLE = "The workbook cannot be read: it is damaged. Open it in a spreadsheet, save it again as .xlsx and send that."
Value = int | float | str | bool | date | time | datetime | timedelta


class Table(NamedTuple):
    """One visible sheet, its cells as text: dates as 2026-06-30, percentages with their sign."""

    name: str
    rows: list[list[str]]

    def as_csv(self) -> bytes:
        """The same as a CSV, row by row."""
        text = StringIO()
        csv.writer(text, lineterminator="\n").writerows(self.rows)
        return text.getvalue().encode()


class Workbook(NamedTuple):
    tables: tuple[Table, ...]
    hidden: int


def read_workbook(source: Source) -> Workbook:
    """Every visible sheet. Raises Refused, with one sentence, for a file that is no workbook, is locked or is enormous."""
    with opened(source) as stream:
        parts = unpacked(stream)
    seen = seen_in(parts)
    try:
        with calamine.load_workbook(BytesIO(parts.repacked())) as book:
            visible = [each for each in book.sheets_metadata if _is_visible(each)]
            tables = tuple(_table(book, each.name, seen.get(each.name, Seen())) for each in visible)
            return Workbook(tables, len(book.sheets_metadata) - len(visible))
    except calamine.PasswordError:
        raise Refused(LOCKED) from None
    except (calamine.CalamineError, OSError, ValueError):
        raise Refused(UNREADABLE) from None


def _is_visible(sheet: calamine.SheetMetadata) -> bool:
    return sheet.typ == calamine.SheetTypeEnum.WorkSheet and sheet.visible == calamine.SheetVisibleEnum.Visible


def _table(book: calamine.CalamineWorkbook, name: str, seen: Seen) -> Table:
    found = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return Table(name, [list(_texts(number, row, seen)) for number, row in enumerate(found)])


def _texts(number: int, row: list[Value], seen: Seen) -> Iterator[str]:
    for place, value in enumerate(row):
        if (number, place) in seen.errors:
            yield ERROR
        else:
            yield _text(value, percent=(number, place) in seen.percentages)


def _text(value: Value, *, percent: bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{_number(value * 100)}%" if percent else _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def _number(value: float) -> str:
    """Twelve digits: what a spreadsheet shows of a sum, without the noise of its arithmetic."""
    text = f"{Decimal(f'{value:.12g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
