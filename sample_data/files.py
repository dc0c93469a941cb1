"""Extracts as an agency would draw them: what its contract asks for, as it was known on the day, as CSV."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from metrics.datasets import Column, Kind, contract

Cell = str | int | bool | Decimal | date | datetime | tuple[date, ...] | None
Row = dict[str, Cell]
Days = tuple[date, date]


@dataclass(frozen=True)
class SampleFile:
    """One file as an agency sent it: the days it covers, the day it was drawn and the moment it came."""

    agency: str
    dataset: str
    covers_from: date
    as_at: date
    received_at: datetime
    content: bytes


LISTED_BY = {
    "cp_plans": ("start_date", "end_date"),
    "referrals": ("referral_date", "closed_date"),
    "assessments": ("start_date", "authorised_date"),
    "section_47_enquiries": ("start_date", "conference_date"),
    "missing_episodes": ("missing_from", "returned_at"),
    "return_interviews": ("returned_at", "returned_at"),
    "private_fostering": ("notified_on", "ended_on"),
    "workforce": ("month", "month"),
}
"""The first and the last day on which an extract lists a row."""
HAPPENS_ONCE = frozenset({"section_47_enquiries", "return_interviews", "workforce"})
"""Datasets whose rows do not go on when their last day is empty."""
KNOWN_WITH = {"closure_reason": "closed_date"}


def draw(dataset: str, rows: Sequence[Row], days: Days) -> list[Row]:
    """The rows that an extract of these days lists, as known on the last of them."""
    listed = (row for row in rows if _day(row[_first(dataset, row)]) <= days[1] and _last_day(dataset, row) >= days[0])
    found = [_as_known(row, days[1]) for row in listed]
    return sorted(found, key=lambda row: (str(row[_first(dataset, row)]), *map(str, row.values())))


def as_csv(dataset: str, rows: Sequence[Row], spoil: Callable[[list[list[str]]], None] | None = None) -> bytes:
    """The rows under the headings of the dataset's template. `spoil` may write a mistake into the cells."""
    columns = contract(dataset).columns()
    cells = [[_text(column, row.get(column.name)) for column in columns] for row in rows]
    if spoil is not None:
        spoil(cells)
    text = io.StringIO()
    csv.writer(text).writerows([[column.name for column in columns], *cells])
    return text.getvalue().encode("utf-8")


def _first(dataset: str, row: Row) -> str:
    first, last = LISTED_BY[dataset]
    return last if row[first] is None else first


def _last_day(dataset: str, row: Row) -> date:
    last = row[LISTED_BY[dataset][1]]
    if last is None and dataset in HAPPENS_ONCE:
        last = row[LISTED_BY[dataset][0]]
    return date.max if last is None else _day(last)


def _as_known(row: Row, on: date) -> Row:
    """The row without what had not happened yet."""
    known = {name: _cell_as_known(cell, on) for name, cell in row.items()}
    return {name: None if known.get(KNOWN_WITH.get(name, name)) is None else cell for name, cell in known.items()}


def _cell_as_known(cell: Cell, on: date) -> Cell:
    if isinstance(cell, tuple):
        return tuple(each for each in cell if each <= on)
    return None if isinstance(cell, date) and _day(cell) > on else cell


def _day(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    raise TypeError("An extract is drawn by a day.")


def _text(column: Column, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%Y-%m}" if column.kind is Kind.MONTH else f"{cell:%d/%m/%Y}"
    if isinstance(cell, tuple):
        return "; ".join(f"{each:%d/%m/%Y}" for each in cell)
    return str(cell)
