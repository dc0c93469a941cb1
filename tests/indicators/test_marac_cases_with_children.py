"""Spec: MARAC cases heard in the period with one child or more in the household."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "marac_cases_with_children"


@pytest.mark.parametrize(("children", "counts"), [("", 0), ("0", 0), ("1", 1), ("5", 1)])
def test_one_child_is_enough_and_however_many_it_is_one_case(counted: Counted, children: str, counts: int) -> None:
    cases = f"heard_on | children_in_household\n2025-03-05 | {children}"
    assert counted(NAME, "2025-03", marac_cases=cases).value == counts


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_day_of_the_conference(counted: Counted, day: str, counts: int) -> None:
    cases = f"heard_on | children_in_household\n{day} | 2"
    assert counted(NAME, "2025-03", marac_cases=cases).value == counts


def test_a_case_that_is_heard_again_is_counted_again_and_is_a_repeat(counted: Counted) -> None:
    cases = """
        victim_id | perpetrator_id | heard_on   | children_in_household
        Vera      | Paul           | 2025-03-05 | 2
        Vera      | Paul           | 2025-03-26 | 2
        Wilma     | Paul           | 2025-03-26 | 1
    """
    assert counted(NAME, "2025-03", marac_cases=cases).value == 3
    found = numerators(counted(NAME, "2025-03", by="repeat", marac_cases=cases))
    assert found == {"Repeat case": 1, "Not a repeat": 2}


def test_only_cases_without_children_is_a_true_nought(counted: Counted) -> None:
    cases = "heard_on | children_in_household\n2025-03-05 | 0"
    assert counted(NAME, "2025-03", marac_cases=cases).state is State.ZERO
