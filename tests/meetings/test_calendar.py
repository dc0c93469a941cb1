"""The clock worked backwards from a meeting: clear days, weekends, bank holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.board import Board, Clock
from metrics.meetings import calendar, meeting_about, meeting_days
from metrics.periods import parse_period
from metrics.working_days import bank_holidays, is_working_day, working_days_before

DAYS = st.dates(date(1992, 1, 1), date(2044, 12, 31))


def with_meetings(board: Board, *days: date, clock: Clock | None = None) -> Board:
    return board.model_copy(update={"meetings": days, "clock": clock or Clock()})


@pytest.mark.parametrize(
    ("meeting", "freeze", "sign_off", "data_due"),
    [
        # Thursday: clear are Wednesday, Tuesday, Monday, Friday, Thursday; the papers go out on the Wednesday before.
        (date(2026, 12, 10), date(2026, 12, 2), date(2026, 11, 27), date(2026, 11, 20)),
        # The bank holiday of 31 August lies between sign-off and papers.
        (date(2026, 9, 10), date(2026, 9, 2), date(2026, 8, 27), date(2026, 8, 20)),
        # Christmas Day, Boxing Day (28 December in its place) and New Year's Day are not clear days.
        (date(2027, 1, 6), date(2026, 12, 24), date(2026, 12, 21), date(2026, 12, 14)),
        # Good Friday and Easter Monday.
        (date(2026, 4, 9), date(2026, 3, 30), date(2026, 3, 25), date(2026, 3, 18)),
    ],
)
def test_the_days_that_lead_to_a_meeting(board: Board, meeting: date, freeze: date, sign_off: date, data_due: date) -> None:
    found = meeting_days(with_meetings(board, meeting), meeting)
    assert (found.freeze, found.sign_off, found.data_due) == (freeze, sign_off, data_due)


@given(DAYS, st.integers(0, 12))
def test_between_papers_and_meeting_lie_as_many_working_days_as_are_to_be_clear(meeting: date, clear: int) -> None:
    papers = working_days_before(meeting, clear + 1)
    between = [papers + timedelta(days=each) for each in range(1, (meeting - papers).days)]
    assert is_working_day(papers)
    assert sum(each.weekday() < 5 and each not in bank_holidays() for each in between) == clear


def test_a_board_may_choose_other_days(board: Board) -> None:
    meeting = date(2026, 12, 10)
    found = meeting_days(with_meetings(board, meeting, clock=Clock(clear_days=3, sign_off_days=0, data_days=10)), meeting)
    assert (found.freeze, found.sign_off, found.data_due) == (date(2026, 12, 4), date(2026, 12, 4), date(2026, 11, 20))


def test_a_meeting_looks_at_the_newest_quarter_whose_data_can_be_asked_for(board: Board) -> None:
    # 30 days after 30 September is 30 October: data for the first meeting is due before that, for the second after it.
    early, late = date(2026, 11, 10), date(2026, 12, 10)
    found = calendar(with_meetings(board, late, early))
    assert [each.meeting for each in found] == [early, late]
    assert [each.period.label for each in found] == ["2026/27 Q1", "2026/27 Q2"]


@pytest.mark.parametrize("label", ["2026/27 Q2", "2026-08", "2026-09"])
def test_a_period_is_looked_at_by_the_first_meeting_that_can(board: Board, label: str) -> None:
    meetings = with_meetings(board, date(2026, 9, 10), date(2026, 12, 10), date(2026, 12, 20))
    found = meeting_about(meetings, parse_period(label))
    assert found is not None
    assert found.meeting == date(2026, 12, 10)


def test_a_period_that_no_planned_meeting_looks_at_has_none(board: Board) -> None:
    assert meeting_about(with_meetings(board, date(2026, 9, 10)), parse_period("2026/27 Q3")) is None


def test_a_day_without_a_meeting_is_refused_with_the_meetings_there_are(board: Board) -> None:
    with pytest.raises(ValueError, match=r"does not meet on 2026-12-11\. Its meetings: 2026-12-10\."):
        meeting_days(with_meetings(board, date(2026, 12, 10)), date(2026, 12, 11))
