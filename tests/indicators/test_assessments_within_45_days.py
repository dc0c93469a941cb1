"""Spec: the share of assessments completed that were authorised within 45 working days of their start."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "assessments_within_45_days"
EVER = "2015-01-01 to 2029-12-31"


@pytest.mark.parametrize(
    ("starts", "last_day", "first_late_day"),
    [
        pytest.param("2025-06-02", "2025-08-04", "2025-08-05", id="nine_weeks_without_a_holiday"),
        pytest.param("2025-05-31", "2025-08-01", "2025-08-04", id="a_saturday_start_makes_monday_day_1"),
        pytest.param("2025-06-01", "2025-08-01", "2025-08-04", id="a_sunday_start_makes_monday_day_1"),
        pytest.param("2024-12-02", "2025-02-06", "2025-02-07", id="christmas_boxing_and_new_years_day"),
        pytest.param("2025-03-03", "2025-05-08", "2025-05-09", id="easter_and_early_may"),
        pytest.param("2022-08-15", "2022-10-19", "2022-10-20", id="the_queens_funeral_2022"),
        pytest.param("2023-03-20", "2023-05-26", "2023-05-30", id="the_kings_coronation_2023"),
        pytest.param("2024-01-08", "2024-03-11", "2024-03-12", id="over_a_leap_day"),
    ],
)
def test_day_45_is_in_time_and_day_46_is_not(counted: Counted, starts: str, last_day: str, first_late_day: str) -> None:
    assessments = f"child_id | start_date | authorised_date\nAnn | {starts} | {last_day}\nBen | {starts} | {first_late_day}"
    assert parts(counted(NAME, EVER, assessments=assessments)) == (1, 2)


def test_one_authorised_on_the_day_it_started_is_in_time(counted: Counted) -> None:
    assessments = "child_id | start_date | authorised_date\nAnn | 2025-03-05 | 2025-03-05"
    assert parts(counted(NAME, "2025-03", assessments=assessments)) == (1, 1)


def test_one_authorised_on_the_weekend_after_day_45_is_in_time(counted: Counted) -> None:
    assessments = "child_id | start_date | authorised_date\nAnn | 2025-05-31 | 2025-08-03"
    assert parts(counted(NAME, "2025-08", assessments=assessments)) == (1, 1)


def test_one_that_is_still_open_is_not_counted_however_late(counted: Counted) -> None:
    assessments = "child_id | start_date | authorised_date\nAnn | 2024-01-05 |\nBen | 2025-03-05 | 2025-03-10"
    assert parts(counted(NAME, "2025-03", assessments=assessments)) == (1, 1)


def test_it_belongs_to_the_period_in_which_it_was_authorised(counted: Counted) -> None:
    assessments = """
        child_id        | start_date | authorised_date
        the_day_before  | 2025-02-03 | 2025-02-28
        on_the_first    | 2025-02-03 | 2025-03-01
        on_the_last     | 2025-02-03 | 2025-03-31
        the_day_after   | 2025-02-03 | 2025-04-01
    """
    assert parts(counted(NAME, "2025-03", assessments=assessments)) == (2, 2)


def test_one_authorised_before_it_started_is_left_out(counted: Counted) -> None:
    assessments = "child_id | start_date | authorised_date\nAnn | 2025-03-05 | 2025-03-03\nBen | 2025-03-05 | 2025-03-10"
    assert parts(counted(NAME, "2025-03", assessments=assessments)) == (1, 1)


def test_families_are_those_told_in_time(counted: Counted) -> None:
    assessments = """
        child_id | family_id | start_date | authorised_date
        Ann      | Grey      | 2025-03-05 | 2025-03-10
        Ben      | Grey      | 2025-03-05 | 2025-03-10
        Cal      | Hill      | 2024-03-05 | 2025-03-10
    """
    figure = counted(NAME, "2025-03", assessments=assessments)
    assert (parts(figure), figure.families) == ((2, 3), 1)


def test_shares_by_age_are_of_the_assessments_of_that_age(counted: Counted) -> None:
    assessments = """
        child_id | date_of_birth | start_date | authorised_date
        Ann      | 2020-03-05    | 2025-03-05 | 2025-03-10
        Ben      | 2020-03-05    | 2024-03-05 | 2025-03-10
        Cal      |               | 2025-03-05 | 2025-03-10
    """
    found = shares(counted(NAME, "2025-03", by="age_band", assessments=assessments))
    assert found == {"5 to 9": (1, 1), "1 to 4": (0, 1), "Not recorded": (1, 1)}


def test_none_completed_is_no_cases_and_none_in_time_is_a_true_nought(counted: Counted) -> None:
    none = counted(NAME, "2025-03", assessments="child_id | start_date\nAnn | 2025-03-05")
    assert (none.value, none.state) == (None, State.NO_CASES)
    late = counted(NAME, "2025-03", assessments="child_id | start_date | authorised_date\nAnn | 2024-03-05 | 2025-03-10")
    assert (late.value, late.state) == (0, State.ZERO)
