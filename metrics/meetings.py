"""The calendar of meetings, and the clock worked backwards from each: when papers, sign-off and data are due.

Clear days are those between the day the papers go out and the meeting, without weekends and bank holidays: English committees
publish five clear days before they meet (SI 2002/715). A partnership's scorecard goes to such committees too.
"""

from datetime import date

from metrics.board import Board
from metrics.frozen import Frozen
from metrics.gaps.due import days_before, due_day
from metrics.periods import Frequency, Period, period_of, previous


class MeetingDays(Frozen):
    """The days that lead to a meeting. Data and commentary are due on one day; `freeze` is the day the papers go out.

    `period` is the quarter that the meeting looks at: the newest for which the data of some agency is due by `data_due`.
    """

    meeting: date
    period: Period
    data_due: date
    sign_off: date
    freeze: date


def meeting_days(board: Board, meeting: date) -> MeetingDays:
    """The days that lead to a meeting, by the board's clock. Raises ValueError when the board does not meet on that day."""
    if meeting not in board.meetings:
        known = ", ".join(each.isoformat() for each in sorted(board.meetings)) or "none is named in the board file"
        raise ValueError(f"The board does not meet on {meeting.isoformat()}. Its meetings: {known}.")
    data_due, sign_off, freeze = days_before(board.clock, meeting)
    return MeetingDays(
        meeting=meeting, period=last_due_quarter(board, data_due), data_due=data_due, sign_off=sign_off, freeze=freeze
    )


def calendar(board: Board) -> tuple[MeetingDays, ...]:
    """Every meeting of the board with the days that lead to it, the earliest first."""
    return tuple(meeting_days(board, each) for each in sorted(board.meetings))


def meeting_about(board: Board, period: Period) -> MeetingDays | None:
    """The first meeting that looks at a period: by its `data_due` the period's data is due. None: no such meeting is planned.

    A month or a year is looked at with the quarter in which it ends.
    """
    ends_in = period_of(period.last_day, Frequency.QUARTER).label
    return next((each for each in calendar(board) if each.period.label == ends_in), None)


def last_finished_quarter(day: date) -> Period:
    """The newest financial quarter that had ended by that day."""
    return previous(period_of(day, Frequency.QUARTER))


def last_due_quarter(board: Board, day: date) -> Period:
    """The newest financial quarter for which the data of some agency was due by that day."""
    quarter = last_finished_quarter(day)
    due = (due_day(board, each, quarter.last_day) for each in board.agencies if each.sends or each.returns)
    soonest = min(due, default=day)
    return quarter if soonest <= day else previous(quarter)
