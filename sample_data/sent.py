"""What one agency sends of one dataset: its rows, which of them a file lists, and how long after a quarter the file comes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from metrics.periods import Period
from sample_data.days import FIRST, HISTORY_TO, quarters
from sample_data.files import Cell, Days, Row


@dataclass(frozen=True)
class Sent:
    """One dataset of one agency. Each module that makes rows names what it makes in its `SENT`."""

    dataset: str
    agency: str
    rows: Callable[[], list[Row]]
    """Every row there will ever be, complete: a file shows what was known on its day."""
    listed_by: tuple[str, str]
    """The first and the last day on which an extract lists a row."""
    comes_after: tuple[int, ...]
    """Days from a quarter's end to its file: one number for every quarter, or one for each quarter whose file has come."""
    happens_once: bool = False
    """Whether a row is over on its first day when its last is empty; otherwise it goes on."""
    months_before: int = 0
    """How far a file reaches back before its quarter, to say what came of the last weeks of the one before."""
    begins: date = FIRST
    """The first day of the history that the agency sent at the start."""
    until: date = HISTORY_TO
    """The last day of that history."""
    known_with: Mapping[str, str] = field(default_factory=dict)
    """Columns that say nothing until the day in another column has come."""
    mistake: tuple[int, str, str] | None = None
    """The cell that is wrong in the file of the last quarter: its row, its column, and what stands there."""

    def lags(self) -> list[tuple[Period, int]]:
        """Each quarter of which the file came, and after how many days."""
        every = quarters()
        return list(zip(every, self.comes_after * len(every) if len(self.comes_after) == 1 else self.comes_after, strict=False))


class Listed(NamedTuple):
    """A row with the first and the last day on which an extract lists it, and the day from which all of it is known."""

    first: date
    last: date
    known_on: date
    row: Row


def listed(sent: Sent, rows: Sequence[Row]) -> list[Listed]:
    """When each row is listed: worked out once, for all the files that may list it."""
    return [_listed(sent, _as_known(sent, row, date.max)) for row in rows]


def draw(sent: Sent, rows: Sequence[Listed], days: Days) -> list[Row]:
    """The rows that an extract of these days lists, as known on the last of them."""
    found = [
        each.row if each.known_on <= days[1] else _as_known(sent, each.row, days[1])
        for each in rows
        if each.first <= days[1] and each.last >= days[0]
    ]
    return sorted(found, key=lambda row: (str(row[_first(sent, row)]), *map(str, row.values())))


def _listed(sent: Sent, row: Row) -> Listed:
    named = [day for cell in row.values() for day in (cell if isinstance(cell, tuple) else (cell,)) if isinstance(day, date)]
    return Listed(_day(row[_first(sent, row)]), _last_day(sent, row), max(map(_day, named)), row)


def _first(sent: Sent, row: Row) -> str:
    first, last = sent.listed_by
    return last if row[first] is None else first


def _last_day(sent: Sent, row: Row) -> date:
    first, last = (row[each] for each in sent.listed_by)
    if last is None and sent.happens_once:
        last = first
    return date.max if last is None else _day(last)


def _as_known(sent: Sent, row: Row, on: date) -> Row:
    """The row without what had not happened yet."""
    known = {name: _cell_as_known(cell, on) for name, cell in row.items()}
    return {name: None if known.get(sent.known_with.get(name, name)) is None else cell for name, cell in known.items()}


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
