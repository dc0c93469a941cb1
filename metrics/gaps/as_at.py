"""The day as of which gaps are looked at: today, with the next meeting ahead, or the day of a meeting that is over."""

from datetime import date, datetime, time
from typing import NamedTuple

from metrics.board import Board
from metrics.meetings import last_finished_quarter
from metrics.periods import Period


class AsAt(NamedTuple):
    """`known_at` is None where everything known counts; `last` is the newest quarter that had ended."""

    day: date
    known_at: datetime | None
    meeting: date | None
    last: Period


def as_at(board: Board, today: date, meeting: date | None = None) -> AsAt:
    """Today, before the next meeting or the one named; or the end of the day of a past one. Raises ValueError for others."""
    if meeting is not None and meeting not in board.meetings:
        known = ", ".join(each.isoformat() for each in sorted(board.meetings)) or "none is named in the board file"
        raise ValueError(f"The board does not meet on {meeting.isoformat()}. Its meetings: {known}.")
    if meeting is not None and meeting < today:
        return AsAt(meeting, datetime.combine(meeting, time.max), meeting, last_finished_quarter(meeting))
    return AsAt(today, None, meeting or board.next_meeting(today), last_finished_quarter(today))
