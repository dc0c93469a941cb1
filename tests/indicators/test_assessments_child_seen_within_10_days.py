"""Spec: the share of assessments started in the period in which the child was seen within ten working days."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "assessments_child_seen_within_10_days"
FIRST = "Zoe | 2019-03-04 | 2019-03-04"
"""An assessment long before the others, from which on days are recorded."""


@pytest.mark.parametrize(
    ("starts", "seen", "in_time"),
    [
        pytest.param("2025-03-05", "2025-03-05", 1, id="the_day_it_started"),
        pytest.param("2025-03-05", "2025-03-04", 0, id="the_day_before_it_started"),
        pytest.param("2025-03-05", "2025-03-19", 1, id="day_10"),
        pytest.param("2025-03-05", "2025-03-20", 0, id="day_11"),
        pytest.param("2025-03-08", "2025-03-21", 1, id="a_saturday_start_makes_monday_day_1"),
        pytest.param("2025-03-08", "2025-03-24", 0, id="a_saturday_start_day_11"),
        pytest.param("2025-03-05", "2025-03-22", 0, id="the_weekend_after_day_11"),
        pytest.param("2025-03-07", "2025-03-23", 1, id="the_weekend_after_day_10"),
        pytest.param("2024-12-23", "2025-01-09", 1, id="day_10_over_christmas"),
        pytest.param("2024-12-23", "2025-01-10", 0, id="day_11_over_christmas"),
        pytest.param("2024-02-20", "2024-03-05", 1, id="day_10_over_a_leap_day"),
        pytest.param("2024-02-20", "2024-03-06", 0, id="day_11_over_a_leap_day"),
        pytest.param("2025-03-05", "", 0, id="never"),
    ],
)
def test_seen_from_the_start_to_working_day_10(counted: Counted, starts: str, seen: str, in_time: int) -> None:
    assessments = f"child_id | start_date | seen_on\n{FIRST}\nAnn | {starts} | {seen}"
    assert parts(counted(NAME, f"{starts} to {starts}", assessments=assessments)) == (in_time, 1)


def test_the_day_it_started_decides_the_period_whether_or_not_it_was_completed(counted: Counted) -> None:
    assessments = f"""
        child_id       | start_date | seen_on    | authorised_date
        {FIRST} |
        the_day_before | 2025-02-28 | 2025-03-03 | 2025-03-20
        on_the_first   | 2025-03-01 | 2025-03-03 |
        on_the_last    | 2025-03-31 |            | 2025-05-05
        the_day_after  | 2025-04-01 | 2025-04-01 |
    """
    assert parts(counted(NAME, "2025-03", assessments=assessments)) == (1, 2)


def test_assessments_before_the_first_with_a_recorded_day_are_left_out(counted: Counted) -> None:
    assessments = """
        child_id | start_date | seen_on
        Ann      | 2025-03-04 |
        Ben      | 2025-03-05 |
        Cal      | 2025-03-05 | 2025-03-06
        Dee      | 2025-03-06 |
        Eve      | 2025-03-03 | 2025-03-02
    """
    assert parts(counted(NAME, "2025-03", assessments=assessments)) == (1, 3)


def test_where_no_day_is_recorded_there_is_no_figure_and_never_a_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", assessments="child_id | start_date\nAnn | 2025-03-05\nBen | 2025-03-06")
    assert (figure.value, figure.state) == (None, State.NO_CASES)


def test_shares_by_age_at_the_start_and_families(counted: Counted) -> None:
    assessments = """
        child_id | family_id | date_of_birth | start_date | seen_on
        Ann      | Grey      | 2020-03-05    | 2025-03-05 | 2025-03-06
        Ben      | Grey      | 2020-03-06    | 2025-03-05 | 2025-03-06
        Cal      | Hill      |               | 2025-03-05 |
    """
    found = shares(counted(NAME, "2025-03", by="age_band", assessments=assessments))
    assert found == {"5 to 9": (1, 1), "1 to 4": (1, 1), "Not recorded": (0, 1)}
    assert counted(NAME, "2025-03", assessments=assessments).families == 1


@pytest.mark.parametrize(("covers_to", "state"), [("2025-04-17", State.PROVISIONAL), ("2025-04-18", State.VALUE)])
def test_it_is_provisional_until_ten_working_days_have_run_out(counted: Counted, covers_to: str, state: State) -> None:
    assessments = "child_id | start_date | seen_on\nAnn | 2025-03-05 | 2025-03-06"
    figure = counted(NAME, "2025-03", covers=("2025-03-01", covers_to), assessments=assessments)
    assert (figure.value, figure.state) == (100, state)
