"""Spec: children looked after for every 10,000 children of the area."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted

NAME = "looked_after_rate"


@pytest.mark.parametrize(("starts", "found"), [("2025-03-30", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_a_period_in_care_counts_from_the_day_it_begins(counted: Counted, starts: str, found: int) -> None:
    rows = f"child_id | start_date\nAnn | {starts}"
    assert counted(NAME, "2025-03", looked_after_periods=rows).numerator == found


@pytest.mark.parametrize(("ends", "found"), [("2025-03-30", 0), ("2025-03-31", 0), ("2025-04-01", 1), ("", 1)])
def test_a_period_in_care_that_ends_on_the_last_day_has_ended(counted: Counted, ends: str, found: int) -> None:
    rows = f"child_id | start_date | end_date\nAnn | 2024-06-01 | {ends}"
    assert counted(NAME, "2025-03", looked_after_periods=rows).numerator == found


def test_the_last_day_of_february_is_the_29th_in_a_leap_year(counted: Counted) -> None:
    rows = """
        child_id    | start_date | end_date
        starts_then | 2024-02-29 |
        ends_then   | 2023-06-01 | 2024-02-29
        ends_after  | 2023-06-01 | 2024-03-01
    """
    assert counted(NAME, "2024-02", looked_after_periods=rows).numerator == 2


def test_a_child_counts_once_however_many_are_open(counted: Counted) -> None:
    rows = """
        child_id | family_id | start_date | end_date
        Ann      | Grey      | 2024-06-01 |
        Ann      | Grey      | 2025-01-10 |
        Ann      | Grey      | 2025-02-10 | 2025-03-10
        Ben      | Grey      | 2025-01-10 |
    """
    figure = counted(NAME, "2025-03", looked_after_periods=rows)
    assert (figure.numerator, figure.families) == (2, 1)


def test_nobody_is_a_true_nought_and_no_file_is_awaited(counted: Counted) -> None:
    rows = "child_id | start_date | end_date\nAnn | 2024-06-01 | 2024-07-01"
    assert counted(NAME, "2025-03", looked_after_periods=rows).state is State.ZERO
    assert counted(NAME, "2025-03").state is State.AWAITING


def test_it_is_for_every_10_000_children_of_the_area(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", looked_after_periods="child_id | start_date\nAnn | 2024-06-01\nBen | 2024-06-01")
    assert (figure.numerator, figure.denominator, figure.value) == (2, 50_000, 0.4)
