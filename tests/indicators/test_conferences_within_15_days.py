"""Spec: the share of initial child protection conferences held within 15 working days of the enquiry's start."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "conferences_within_15_days"
EVER = "2015-01-01 to 2029-12-31"


@pytest.mark.parametrize(
    ("starts", "last_day", "first_late_day"),
    [
        pytest.param("2025-06-02", "2025-06-23", "2025-06-24", id="three_weeks_without_a_holiday"),
        pytest.param("2025-05-31", "2025-06-20", "2025-06-23", id="a_saturday_start_makes_monday_day_1"),
        pytest.param("2024-12-16", "2025-01-09", "2025-01-10", id="christmas_boxing_and_new_years_day"),
        pytest.param("2025-04-07", "2025-04-30", "2025-05-01", id="good_friday_and_easter_monday"),
        pytest.param("2022-09-05", "2022-09-27", "2022-09-28", id="the_queens_funeral_2022"),
        pytest.param("2023-04-24", "2023-05-17", "2023-05-18", id="early_may_and_the_kings_coronation_2023"),
        pytest.param("2024-02-12", "2024-03-04", "2024-03-05", id="over_a_leap_day"),
    ],
)
def test_day_15_is_in_time_and_day_16_is_not(counted: Counted, starts: str, last_day: str, first_late_day: str) -> None:
    enquiries = f"child_id | start_date | conference_date\nAnn | {starts} | {last_day}\nBen | {starts} | {first_late_day}"
    assert parts(counted(NAME, EVER, section_47_enquiries=enquiries)) == (1, 2)


def test_a_conference_on_the_day_of_the_enquiry_is_in_time(counted: Counted) -> None:
    enquiries = "child_id | start_date | conference_date\nAnn | 2025-03-05 | 2025-03-05"
    assert parts(counted(NAME, "2025-03", section_47_enquiries=enquiries)) == (1, 1)


def test_a_conference_before_its_enquiry_stays_in_the_total_and_is_not_in_time(counted: Counted) -> None:
    enquiries = """
        child_id            | start_date | conference_date
        on_the_friday       | 2025-03-10 | 2025-03-07
        on_the_same_weekend | 2025-03-09 | 2025-03-08
    """
    assert parts(counted(NAME, "2025-03", section_47_enquiries=enquiries)) == (0, 2)


def test_a_conference_of_a_child_who_moved_in_stays_in_the_total(counted: Counted) -> None:
    enquiries = "child_id | start_date | conference_date\nAnn | | 2025-03-05\nBen | 2025-03-03 | 2025-03-05"
    assert parts(counted(NAME, "2025-03", section_47_enquiries=enquiries)) == (1, 2)


def test_one_conference_after_two_enquiries_counts_once_from_the_earlier_one(counted: Counted) -> None:
    enquiries = """
        child_id | start_date | conference_date
        Ann      | 2025-01-06 | 2025-03-05
        Ann      | 2025-03-03 | 2025-03-05
    """
    assert parts(counted(NAME, "2025-03", section_47_enquiries=enquiries)) == (0, 1)


def test_two_conferences_of_a_child_count_twice(counted: Counted) -> None:
    enquiries = """
        child_id | start_date | conference_date
        Ann      | 2025-03-03 | 2025-03-05
        Ann      | 2025-03-17 | 2025-03-26
    """
    assert parts(counted(NAME, "2025-03", section_47_enquiries=enquiries)) == (2, 2)


def test_brothers_and_sisters_at_one_conference_count_each_and_are_one_family(counted: Counted) -> None:
    enquiries = """
        child_id | family_id | start_date | conference_date
        Ann      | Grey      | 2025-03-03 | 2025-03-05
        Ben      | Grey      | 2025-03-03 | 2025-03-05
        Cal      | Hill      | 2024-03-03 | 2025-03-05
    """
    figure = counted(NAME, "2025-03", section_47_enquiries=enquiries)
    assert (parts(figure), figure.families) == ((2, 3), 1)


def test_an_enquiry_without_a_conference_is_not_counted(counted: Counted) -> None:
    enquiries = """
        child_id | start_date | conference_date | conference_not_required
        Ann      | 2025-03-03 |                 | yes
        Ben      | 2025-03-03 |                 |
    """
    figure = counted(NAME, "2025-03", section_47_enquiries=enquiries)
    assert (figure.value, figure.state) == (None, State.NO_CASES)


def test_it_belongs_to_the_period_of_the_conference(counted: Counted) -> None:
    enquiries = """
        child_id        | start_date | conference_date
        the_day_before  | 2025-02-20 | 2025-02-28
        on_the_first    | 2025-02-20 | 2025-03-01
        on_the_last     | 2025-03-20 | 2025-03-31
        the_day_after   | 2025-03-20 | 2025-04-01
    """
    assert parts(counted(NAME, "2025-03", section_47_enquiries=enquiries)) == (2, 2)


def test_shares_by_age_are_of_the_conferences_of_that_age(counted: Counted) -> None:
    enquiries = """
        child_id | date_of_birth | start_date | conference_date
        Ann      | 2015-03-03    | 2025-03-03 | 2025-03-05
        Ben      |               | 2024-03-03 | 2025-03-05
    """
    found = shares(counted(NAME, "2025-03", by="age_band", section_47_enquiries=enquiries))
    assert found == {"10 to 15": (1, 1), "Not recorded": (0, 1)}
