"""Spec: the share of schools that made the annual return of private fostering at 31 October."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "private_fostering_schools_returned"
HEADINGS = "school_id | about_day | returned_on | children_reported"


def test_a_school_has_answered_with_a_day_or_with_a_number_if_only_nought(counted: Counted) -> None:
    rows = f"""
        {HEADINGS}
        both     | 2024-10-31 | 2024-11-14 | 2
        day      | 2024-10-31 | 2024-11-14 |
        nought   | 2024-10-31 |            | 0
        silent   | 2024-10-31 |            |
    """
    assert parts(counted(NAME, "2025-03", private_fostering_school_returns=rows)) == (3, 4)


@pytest.mark.parametrize(("period", "counts"), [("2024-09", 0), ("2024-10", 1), ("2025-09", 1), ("2025-10", 0)])
def test_it_stands_for_the_twelve_months_until_the_next(counted: Counted, period: str, counts: int) -> None:
    """Whenever the school answered."""
    rows = f"{HEADINGS}\nS1 | 2024-10-31 | 2025-12-01 | 0"
    assert counted(NAME, period, private_fostering_school_returns=rows).denominator == counts


def test_each_kind_of_school_is_judged_by_its_own(counted: Counted) -> None:
    rows = """
        school_id | setting     | about_day  | returned_on
        S1        | independent | 2024-10-31 | 2024-11-14
        S2        | independent | 2024-10-31 |
        S3        |             | 2024-10-31 | 2024-11-14
    """
    found = shares(counted(NAME, "2025-03", by="setting", private_fostering_school_returns=rows))
    assert found == {"independent": (1, 2), "Not recorded": (1, 1)}


def test_no_school_answered_is_a_true_nought_and_none_asked_is_no_cases(counted: Counted) -> None:
    rows = f"{HEADINGS}\nS1 | 2024-10-31 | |"
    assert counted(NAME, "2025-03", private_fostering_school_returns=rows).state is State.ZERO
    assert counted(NAME, "2026-03", private_fostering_school_returns=rows).state is State.NO_CASES
