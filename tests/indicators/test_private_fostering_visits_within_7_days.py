"""Spec: the share of private fostering notifications after which the child was visited within 7 working days."""

from datetime import date, timedelta

import pytest

from metrics.catalogue import indicator
from metrics.coverage import State
from metrics.store import Store
from tests.conftest import Counted
from tests.indicators.reading import parts

NAME = "private_fostering_visits_within_7_days"
EVER = "2015-01-01 to 2029-12-31"
HEADINGS = "arrangement_id | notified_on | first_visit_on"


@pytest.mark.parametrize(
    ("notified", "last_day", "first_late_day"),
    [
        pytest.param("2025-06-02", "2025-06-11", "2025-06-12", id="without_a_holiday"),
        pytest.param("2025-05-31", "2025-06-10", "2025-06-11", id="a_saturday_notification_makes_monday_day_1"),
        pytest.param("2025-12-24", "2026-01-07", "2026-01-08", id="christmas_boxing_and_new_years_day"),
        pytest.param("2021-12-24", "2022-01-07", "2022-01-10", id="holidays_moved_from_a_weekend"),
        pytest.param("2025-04-17", "2025-04-30", "2025-05-01", id="good_friday_and_easter_monday"),
        pytest.param("2022-09-15", "2022-09-27", "2022-09-28", id="the_queens_funeral_2022"),
        pytest.param("2023-05-05", "2023-05-17", "2023-05-18", id="the_kings_coronation_2023"),
    ],
)
def test_day_7_is_in_time_and_day_8_is_not(counted: Counted, notified: str, last_day: str, first_late_day: str) -> None:
    arrangements = f"{HEADINGS}\nP1 | {notified} | {last_day}\nP2 | {notified} | {first_late_day}"
    assert parts(counted(NAME, EVER, private_fostering=arrangements)) == (1, 2)


def test_a_visit_that_day_or_on_the_weekend_after_day_7_is_in_time(counted: Counted) -> None:
    arrangements = f"{HEADINGS}\nP1 | 2025-03-05 | 2025-03-05\nP2 | 2025-03-05 | 2025-03-15\nP3 | 2025-03-05 | 2025-03-17"
    assert parts(counted(NAME, "2025-03", private_fostering=arrangements)) == (2, 3)


def test_a_visit_before_the_notification_is_not_the_visit_asked_for(counted: Counted) -> None:
    arrangements = f"{HEADINGS}\nP1 | 2025-03-05 | 2025-03-04\nP2 | 2025-03-09 | 2025-03-08"
    figure = counted(NAME, "2025-03", private_fostering=arrangements)
    assert (parts(figure), figure.state) == ((0, 2), State.ZERO)


def test_a_notification_without_a_visit_stays_in_the_total(counted: Counted) -> None:
    arrangements = f"{HEADINGS}\nP1 | 2025-03-05 | \nP2 | 2025-03-05 | 2025-03-06"
    assert parts(counted(NAME, "2025-03", private_fostering=arrangements)) == (1, 2)


def test_it_belongs_to_the_period_of_the_notification(counted: Counted) -> None:
    arrangements = f"{HEADINGS}\nP1 | 2025-02-28 | 2025-03-03\nP2 | 2025-03-31 | 2025-04-02\nP3 | 2025-04-01 | 2025-04-02"
    assert parts(counted(NAME, "2025-03", private_fostering=arrangements)) == (1, 1)


@pytest.mark.parametrize(("covers_to", "state"), [("2025-04-13", State.PROVISIONAL), ("2025-04-14", State.VALUE)])
def test_it_is_provisional_until_two_weeks_after_the_last_day(counted: Counted, covers_to: str, state: State) -> None:
    arrangements = f"{HEADINGS}\nP1 | 2025-03-31 | 2025-04-02"
    figure = counted(NAME, "2025-03", covers=("2025-03-01", covers_to), private_fostering=arrangements)
    assert (figure.value, figure.state) == (100, state)


def test_two_weeks_always_hold_the_seven_working_days(empty_store: Store) -> None:
    """From 2012: in April 2011 Easter and a royal wedding made it fifteen days."""
    with empty_store.cursor() as cursor:
        numbers = dict(cursor.execute("select day, number from working_days where year(day) >= 2012").fetchall())
    settles = timedelta(days=indicator(NAME).settles)
    days = [day for day in numbers if day < date(2045, 1, 1)]
    assert min(numbers[day + settles] - numbers[day] for day in days) >= 7


def test_families_are_those_visited_in_time_and_none_notified_is_no_cases(counted: Counted) -> None:
    arrangements = """
        arrangement_id | family_id | notified_on | first_visit_on
        P1             | Grey      | 2025-03-05  | 2025-03-06
        P2             | Grey      | 2025-03-05  | 2025-03-06
        P3             | Hill      | 2025-03-05  | 2025-06-06
    """
    figure = counted(NAME, "2025-03", private_fostering=arrangements)
    assert (parts(figure), figure.families) == ((2, 3), 1)
    assert counted(NAME, "2025-04", private_fostering=arrangements).state is State.NO_CASES
