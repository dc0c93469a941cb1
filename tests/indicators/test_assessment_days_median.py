"""Spec: the median of the working days that the assessments completed in the period took."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted

NAME = "assessment_days_median"


@pytest.mark.parametrize(
    ("starts", "authorised", "days"),
    [
        pytest.param("2025-03-05", "2025-03-05", 0, id="the_day_it_started"),
        pytest.param("2025-03-05", "2025-03-06", 1, id="the_next_working_day_is_day_1"),
        pytest.param("2025-03-07", "2025-03-10", 1, id="a_weekend_is_passed_over"),
        pytest.param("2025-03-08", "2025-03-10", 1, id="a_saturday_start_makes_monday_day_1"),
        pytest.param("2025-04-17", "2025-04-22", 1, id="easter_is_passed_over"),
        pytest.param("2024-12-24", "2025-01-02", 4, id="christmas_boxing_and_new_years_day"),
        pytest.param("2025-06-02", "2025-08-04", 45, id="nine_weeks_without_a_holiday"),
    ],
)
def test_working_days_are_counted_from_the_start(counted: Counted, starts: str, authorised: str, days: int) -> None:
    assessments = f"child_id | start_date | authorised_date\nAnn | {starts} | {authorised}"
    assert counted(NAME, f"{authorised} to {authorised}", assessments=assessments).value == days


def test_it_is_the_one_in_the_middle_and_a_very_long_one_does_not_move_it(counted: Counted) -> None:
    assessments = """
        child_id | start_date | authorised_date
        Ann      | 2025-03-05 | 2025-03-06
        Ben      | 2025-03-05 | 2025-03-07
        Cal      | 2025-03-05 | 2025-03-19
        Dee      | 2025-03-05 | 2025-03-20
        Eve      | 2024-03-05 | 2025-03-20
    """
    assert counted(NAME, "2025-03", assessments=assessments).value == 10


def test_of_an_even_number_it_is_halfway_between_the_two_in_the_middle(counted: Counted) -> None:
    assessments = """
        child_id | start_date | authorised_date
        Ann      | 2025-03-05 | 2025-03-06
        Ben      | 2025-03-05 | 2025-03-07
        Cal      | 2025-03-05 | 2025-03-19
        Dee      | 2025-03-05 | 2025-03-20
    """
    assert counted(NAME, "2025-03", assessments=assessments).value == 6


def test_the_day_it_was_authorised_decides_the_period_and_one_still_open_is_left_out(counted: Counted) -> None:
    assessments = """
        child_id       | start_date | authorised_date
        the_day_before | 2025-02-03 | 2025-02-28
        on_the_first   | 2025-02-28 | 2025-03-03
        on_the_last    | 2025-03-26 | 2025-03-31
        the_day_after  | 2025-03-03 | 2025-04-01
        open           | 2024-03-03 |
    """
    figure = counted(NAME, "2025-03", assessments=assessments)
    assert (figure.value, figure.denominator) == (2, 2)


def test_by_age_at_the_start_and_families(counted: Counted) -> None:
    assessments = """
        child_id | family_id | date_of_birth | start_date | authorised_date
        Ann      | Grey      | 2020-03-05    | 2025-03-05 | 2025-03-06
        Ben      | Grey      | 2020-03-05    | 2025-03-05 | 2025-03-10
        Cal      | Hill      |               | 2025-03-05 | 2025-03-07
    """
    found = counted(NAME, "2025-03", by="age_band", assessments=assessments)
    assert isinstance(found, dict)
    assert {group: each.value for group, each in found.items()} == {"5 to 9": 2, "Not recorded": 2}
    assert counted(NAME, "2025-03", assessments=assessments).families == 2


def test_none_completed_is_no_cases(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", assessments="child_id | start_date\nAnn | 2025-03-05")
    assert (figure.value, figure.state) == (None, State.NO_CASES)
