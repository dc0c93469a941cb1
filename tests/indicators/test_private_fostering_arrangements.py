"""Spec: private fostering arrangements going on, on the last day of the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "private_fostering_arrangements"


@pytest.mark.parametrize(("ends", "going_on"), [("2025-03-30", 0), ("2025-03-31", 0), ("2025-04-01", 1), ("", 1)])
def test_an_arrangement_that_ends_on_the_last_day_is_not_going_on(counted: Counted, ends: str, going_on: int) -> None:
    arrangements = f"arrangement_id | notified_on | ended_on\nP1 | 2024-06-01 | {ends}"
    assert counted(NAME, "2025-03", private_fostering=arrangements).value == going_on


def test_an_arrangement_counts_from_the_day_the_council_was_told(counted: Counted) -> None:
    arrangements = "arrangement_id | notified_on\nP1 | 2025-03-30\nP2 | 2025-03-31\nP3 | 2025-04-01"
    assert counted(NAME, "2025-03", private_fostering=arrangements).value == 2


def test_one_told_of_and_ended_on_one_day_is_never_going_on(counted: Counted) -> None:
    arrangements = "arrangement_id | notified_on | ended_on\nP1 | 2025-03-31 | 2025-03-31"
    figure = counted(NAME, "2025-03", private_fostering=arrangements)
    assert (figure.value, figure.state) == (0, State.ZERO)


def test_brothers_and_sisters_are_arrangements_each_and_one_family(counted: Counted) -> None:
    arrangements = """
        arrangement_id | child_id | family_id | notified_on | source
        P1             | Ann      | Grey      | 2024-06-01  | health
        P2             | Ben      | Grey      | 2024-06-01  | health
        P3             | Cal      |           | 2024-06-01  |
    """
    figure = counted(NAME, "2025-03", private_fostering=arrangements)
    assert (figure.value, figure.families) == (3, 1)
    found = numerators(counted(NAME, "2025-03", by="source", private_fostering=arrangements))
    assert found == {"health": 2, "Not recorded": 1}


def test_children_of_different_ages_are_told_apart(counted: Counted) -> None:
    rows = """
        arrangement_id | date_of_birth | notified_on
        young | 2020-06-01 | 2025-03-10
        older | 2010-06-01 | 2025-03-10
    """
    assert numerators(counted(NAME, "2025-03", by="age_band", private_fostering=rows)) == {"1 to 4": 1, "10 to 15": 1}
