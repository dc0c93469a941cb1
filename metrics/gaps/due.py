"""When data is due: worked backwards from the meeting at which it is to be read.

The rule. A period's data is read at the first meeting whose data day comes at least `ready_days` after the period's end. It is
due on that day. With an agency that agreed to `due_days`, it is due so many days after the period's end, and read at the first
meeting from then on. A period that no meeting of the calendar can take (the calendar ends before it, or begins more than a
quarter after it) is due USUAL_DAYS after its end.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from metrics.board import Agency, Board, Clock
from metrics.working_days import working_days_before

USUAL_DAYS = 30
A_QUARTER = timedelta(days=92)


class DaysBefore(NamedTuple):
    """The working days that lead to a meeting, the earliest first."""

    data_due: date
    sign_off: date
    freeze: date


@cache
def days_before(clock: Clock, meeting: date) -> DaysBefore:
    """When data is due, signed off and frozen for a meeting."""
    freeze = working_days_before(meeting, clock.clear_days + 1)
    sign_off = working_days_before(freeze, clock.sign_off_days)
    return DaysBefore(working_days_before(sign_off, clock.data_days), sign_off, freeze)


def due_day(board: Board, agency: Agency, period_end: date) -> date:
    """The day by which an agency's data for a period is due: on that day it is in time, on the next it is late."""
    if agency.due_days is not None:
        return period_end + timedelta(days=agency.due_days)
    meeting = read_at(board, agency, period_end)
    return days_before(board.clock, meeting).data_due if meeting else period_end + timedelta(days=USUAL_DAYS)


def read_at(board: Board, agency: Agency, period_end: date) -> date | None:
    """The meeting at which an agency's data for a period is to be read; None where the calendar has none for it."""
    meetings = sorted(set(board.meetings))
    if agency.due_days is None:
        ready = period_end + timedelta(days=board.clock.ready_days)
        place = _first_from([days_before(board.clock, each).data_due for each in meetings], ready)
    else:
        place = _first_from(meetings, period_end + timedelta(days=agency.due_days))
    return meetings[place] if place is not None else None


def _first_from(days: Sequence[date], ready: date) -> int | None:
    """The place of the first day that is not before `ready`: the first of all only where it comes within a quarter."""
    place = next((place for place, day in enumerate(days) if day >= ready), None)
    return None if place == 0 and days[0] - ready > A_QUARTER else place
