"""Spec: when data is due, worked backwards from the meetings in working days."""

from datetime import date
from typing import Any

import pytest

from metrics.board import Board, Clock, read_board
from metrics.gaps.due import days_before, due_day, read_at
from tests.conftest import BOARD


def day(text: str) -> date:
    return date.fromisoformat(text)


def board(*meetings: str, due_days: int | None = None, **clock: Any) -> Board:
    """The test board with these meetings; its police may have agreed to a number of days."""
    made = read_board(BOARD).model_copy(update={"meetings": tuple(map(day, meetings)), "clock": Clock(**clock)})
    agencies = tuple(each.model_copy(update={"due_days": due_days}) if each.id == "police" else each for each in made.agencies)
    return made.model_copy(update={"agencies": agencies})


@pytest.mark.parametrize(
    ("meeting", "goes_out"),
    [
        pytest.param("2026-12-10", "2026-12-02", id="a_thursday: thu, fri, mon, tue, wed are clear"),
        pytest.param("2026-12-14", "2026-12-04", id="a_monday"),
        pytest.param("2026-12-12", "2026-12-04", id="a_saturday_is_no_working_day_itself"),
        pytest.param("2026-09-03", "2026-08-25", id="the_august_bank_holiday_is_not_clear"),
        pytest.param("2027-01-05", "2026-12-23", id="christmas_boxing_day_in_lieu_and_new_year_are_not"),
        pytest.param("2026-04-09", "2026-03-30", id="good_friday_and_easter_monday_are_not"),
        pytest.param("2022-06-09", "2022-05-30", id="the_jubilee_of_2022_is_not"),
        pytest.param("2023-05-12", "2023-05-03", id="nor_the_coronation"),
    ],
)
def test_papers_go_out_five_clear_days_before_the_meeting(meeting: str, goes_out: str) -> None:
    assert days_before(Clock(), day(meeting)).freeze == day(goes_out)


def test_a_board_may_want_its_data_five_clear_days_before_and_not_sooner() -> None:
    found = days_before(Clock(sign_off_days=0, data_days=0), day("2026-12-10"))
    assert found.data_due == found.sign_off == found.freeze == day("2026-12-02")


POLICE = 1


def due(of: Board, period_end: str) -> str:
    return due_day(of, of.agencies[POLICE], day(period_end)).isoformat()


def meeting_of(of: Board, period_end: str) -> str | None:
    found = read_at(of, of.agencies[POLICE], day(period_end))
    return found.isoformat() if found else None


def test_the_police_are_the_agency_that_is_asked_about() -> None:
    assert board().agencies[POLICE].id == "police"


@pytest.mark.parametrize(
    ("period_end", "meeting", "due_on"),
    [
        pytest.param("2026-06-30", "2026-09-10", "2026-08-20", id="the_first_meeting_after"),
        pytest.param("2026-07-21", "2026-09-10", "2026-08-20", id="thirty_days_before_it_is_due_are_just_enough"),
        pytest.param("2026-07-22", "2026-12-10", "2026-11-20", id="twenty_nine_are_not: the_meeting_after"),
        pytest.param("2026-09-30", "2026-12-10", "2026-11-20", id="the_next_quarter"),
        pytest.param("2026-10-21", "2026-12-10", "2026-11-20", id="the_last_day_of_the_calendar"),
        pytest.param("2026-10-22", None, "2026-11-21", id="the_calendar_ends: the_usual_thirty_days"),
        pytest.param("2026-04-20", "2026-09-10", "2026-08-20", id="no_earlier_meeting: what_was_ready_a_quarter_before"),
        pytest.param("2026-04-19", None, "2026-05-19", id="and_no_more_than_that"),
    ],
)
def test_data_is_due_for_the_first_meeting_that_can_read_it(period_end: str, meeting: str | None, due_on: str) -> None:
    calendar = board("2026-12-10", "2026-09-10")
    assert (meeting_of(calendar, period_end), due(calendar, period_end)) == (meeting, due_on)


def test_of_two_meetings_in_a_quarter_the_first_reads_the_data_and_a_month_that_ends_between_is_for_the_second() -> None:
    calendar = board("2026-09-10", "2026-10-15")
    assert (meeting_of(calendar, "2026-06-30"), due(calendar, "2026-06-30")) == ("2026-09-10", "2026-08-20")
    assert (meeting_of(calendar, "2026-07-31"), due(calendar, "2026-07-31")) == ("2026-10-15", "2026-09-25")


def test_the_same_meeting_named_twice_is_one() -> None:
    assert due(board("2026-09-10", "2026-09-10"), "2026-06-30") == "2026-08-20"


def test_without_meetings_data_is_due_thirty_days_after_its_period() -> None:
    assert (meeting_of(board(), "2026-06-30"), due(board(), "2026-06-30")) == (None, "2026-07-30")


@pytest.mark.parametrize(
    ("days", "due_on", "meeting"),
    [
        (0, "2026-06-30", "2026-09-10"),
        (72, "2026-09-10", "2026-09-10"),
        (73, "2026-09-11", "2026-12-10"),
        (200, "2027-01-16", None),
    ],
)
def test_days_agreed_with_an_agency_go_before_the_calendar_and_it_is_read_at_the_next_meeting(
    days: int, due_on: str, meeting: str | None
) -> None:
    calendar = board("2026-09-10", "2026-12-10", due_days=days)
    assert (due(calendar, "2026-06-30"), meeting_of(calendar, "2026-06-30")) == (due_on, meeting)


def test_a_meeting_beyond_the_known_bank_holidays_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="meetings: 2045-03-01 is not a day of 1991 to 2044"):
        read_board(f"meetings = [2045-03-01]\n{BOARD}")


@pytest.mark.parametrize("written", ["clear_days = -1", "due_weeks = 3"])
def test_a_clock_that_cannot_be_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"\[clock\], (clear_days|due_weeks)"):
        read_board(f"{BOARD}\n[clock]\n{written}\n")
