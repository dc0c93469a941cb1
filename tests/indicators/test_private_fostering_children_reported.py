"""Spec: privately fostered children whom schools named in their return at 31 October."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "private_fostering_children_reported"
HEADINGS = "school_id | setting | about_day | returned_on | children_reported"
ROWS = f"""
    {HEADINGS}
    S1 | independent | 2024-10-31 | 2024-11-14 | 3
    S2 | independent | 2024-10-31 | 2024-11-14 | 0
    S3 | special     | 2024-10-31 | 2024-11-14 | 2
    S4 | college     | 2024-10-31 | 2024-11-14 |
    S5 | college     | 2024-10-31 |            |
"""


def test_the_children_of_all_schools_are_added_up(counted: Counted) -> None:
    assert counted(NAME, "2025-03", private_fostering_school_returns=ROWS).value == 5
    by_setting = counted(NAME, "2025-03", by="setting", private_fostering_school_returns=ROWS)
    assert numerators(by_setting) == {"independent": 3, "special": 2}


@pytest.mark.parametrize(("period", "value"), [("2024-09", 0), ("2024-10", 5), ("2025-09", 5), ("2025-10", 0)])
def test_it_stands_for_the_twelve_months_until_the_next(counted: Counted, period: str, value: int) -> None:
    assert counted(NAME, period, private_fostering_school_returns=ROWS).value == value


def test_schools_that_know_of_none_are_a_true_nought(counted: Counted) -> None:
    rows = f"{HEADINGS}\nS1 | special | 2024-10-31 | 2024-11-14 | 0"
    assert counted(NAME, "2025-03", private_fostering_school_returns=rows).state is State.ZERO
