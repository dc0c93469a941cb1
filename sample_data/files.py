"""Extracts as an agency would draw them: what its contract asks for, as it was known on the day, as CSV."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

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


def as_csv(dataset: str, rows: Sequence[Row], spoil: Callable[[list[list[str]]], None] | None = None) -> bytes:
    """The rows under the headings of the dataset's template. `spoil` may write a mistake into the cells."""
    columns = contract(dataset).columns()
    cells = [[_text(column, row.get(column.name)) for column in columns] for row in rows]
    if spoil is not None:
        spoil(cells)
    text = io.StringIO()
    csv.writer(text).writerows([[column.name for column in columns], *cells])
    return text.getvalue().encode("utf-8")


@cache
def _day_text(day: date, kind: Kind) -> str:
    if isinstance(day, datetime):
        return f"{day:%d/%m/%Y %H:%M}"
    return f"{day:%Y-%m}" if kind is Kind.MONTH else f"{day:%d/%m/%Y}"


def _text(column: Column, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, date):
        return _day_text(cell, column.kind)
    if isinstance(cell, tuple):
        return "; ".join(f"{each:%d/%m/%Y}" for each in cell)
    return str(cell)
