"""The days that concern an agency, as a calendar: when its data is due and signed off, and the meetings that read it."""

from collections.abc import Iterator
from datetime import date, datetime

from metrics import words
from metrics.board import Agency, Board
from metrics.calendar_file import Reminded, calendar_file
from metrics.datasets import contract
from metrics.gaps.due import days_before, due_day, read_at
from metrics.meetings import last_finished_quarter
from metrics.periods import ONE_DAY, Frequency, Period, period_of

WARNED = 7
"""Days before a due day at which the calendar speaks up."""
AHEAD = 4


def due_calendar(board: Board, agency: Agency, today: date, made_at: datetime) -> bytes:
    """An agency's due days from the last quarter that has ended on, with sign-off and meeting, as a calendar file."""
    return calendar_file([each for period in _quarters(today) for each in _of_period(board, agency, period)], made_at)


def _quarters(today: date) -> list[Period]:
    run = [last_finished_quarter(today)]
    while len(run) < AHEAD:
        run.append(period_of(run[-1].last_day + ONE_DAY, Frequency.QUARTER))
    return run


def _of_period(board: Board, agency: Agency, period: Period) -> Iterator[Reminded]:
    due, label = due_day(board, agency, period.last_day), words.period(period.label)
    listed = "\n".join(f"- {contract(each).title}" for each in agency.templates)
    yield Reminded(
        id=f"due.{agency.id}.{due.isoformat()}",
        day=due,
        title=f"Data for {label} due: {agency.name} to {board.name}",
        text=f"Due today, for {label}:\n{listed}",
        alarm_days=WARNED,
    )
    meeting = read_at(board, agency, period.last_day)
    if meeting is None:
        return
    days = days_before(board.clock, meeting)
    text = f"The figures for {label} are to be signed off by today. The scorecard is frozen on {words.day(days.freeze)}."
    signing = f"Sign off figures: {agency.name} to {board.name}"
    yield Reminded(id=f"sign.{agency.id}.{days.sign_off.isoformat()}", day=days.sign_off, title=signing, text=text)
    yield Reminded(id=f"meets.{meeting.isoformat()}", day=meeting, title=f"{board.name} meets", text=f"It reads {label}.")
