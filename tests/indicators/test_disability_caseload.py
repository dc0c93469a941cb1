"""Spec: children and young people with an open case of the 0-25 disability service."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "disability_caseload"


@pytest.mark.parametrize(("starts", "found"), [("2025-03-30", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_a_case_counts_from_the_day_it_opens(counted: Counted, starts: str, found: int) -> None:
    rows = f"child_id | opened_on\nAnn | {starts}"
    assert counted(NAME, "2025-03", disability_cases=rows).numerator == found


@pytest.mark.parametrize(("ends", "found"), [("2025-03-30", 0), ("2025-03-31", 0), ("2025-04-01", 1), ("", 1)])
def test_a_case_that_ends_on_the_last_day_has_ended(counted: Counted, ends: str, found: int) -> None:
    rows = f"child_id | opened_on | closed_on\nAnn | 2024-06-01 | {ends}"
    assert counted(NAME, "2025-03", disability_cases=rows).numerator == found


def test_the_last_day_of_february_is_the_29th_in_a_leap_year(counted: Counted) -> None:
    rows = """
        child_id    | opened_on | closed_on
        starts_then | 2024-02-29 |
        ends_then   | 2023-06-01 | 2024-02-29
        ends_after  | 2023-06-01 | 2024-03-01
    """
    assert counted(NAME, "2024-02", disability_cases=rows).numerator == 2


def test_a_child_counts_once_however_many_are_open(counted: Counted) -> None:
    rows = """
        child_id | family_id | opened_on | closed_on
        Ann      | Grey      | 2024-06-01 |
        Ann      | Grey      | 2025-01-10 |
        Ann      | Grey      | 2025-02-10 | 2025-03-10
        Ben      | Grey      | 2025-01-10 |
    """
    figure = counted(NAME, "2025-03", disability_cases=rows)
    assert (figure.numerator, figure.families) == (2, 1)


def test_nobody_is_a_true_nought_and_no_file_is_awaited(counted: Counted) -> None:
    rows = "child_id | opened_on | closed_on\nAnn | 2024-06-01 | 2024-07-01"
    assert counted(NAME, "2025-03", disability_cases=rows).state is State.ZERO
    assert counted(NAME, "2025-03").state is State.AWAITING


def test_the_age_is_that_at_the_start_and_not_at_the_date(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | opened_on
        Ann      | 2015-03-02    | 2025-03-01
        Ben      | 2015-03-01    | 2025-03-01
        Cal      |               | 2025-03-01
    """
    assert numerators(counted(NAME, "2025-03", by="age_band", disability_cases=rows)) == {
        "5 to 9": 1,
        "10 to 15": 1,
        "Not recorded": 1,
    }
