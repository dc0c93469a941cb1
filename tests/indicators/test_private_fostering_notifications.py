"""Spec: notifications of private fostering arrangements received in the period."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "private_fostering_notifications"


def test_the_first_and_the_last_day_of_the_period_are_in_it(counted: Counted) -> None:
    arrangements = """
        arrangement_id | notified_on | ended_on
        P1             | 2025-02-28  |
        P2             | 2025-03-01  |
        P3             | 2025-03-31  | 2025-03-31
        P4             | 2025-04-01  |
    """
    assert counted(NAME, "2025-03", private_fostering=arrangements).value == 2


def test_a_child_notified_again_counts_again_and_one_not_named_counts_too(counted: Counted) -> None:
    arrangements = """
        arrangement_id | child_id | family_id | notified_on
        P1             | Ann      | Grey      | 2025-03-05
        P2             | Ann      | Grey      | 2025-03-25
        P3             |          |           | 2025-03-25
    """
    figure = counted(NAME, "2025-03", private_fostering=arrangements)
    assert (figure.value, figure.families) == (3, 1)


def test_one_arrangement_listed_twice_counts_once(counted: Counted) -> None:
    arrangements = "arrangement_id | notified_on\nP1 | 2025-03-05\nP1 | 2025-03-05"
    assert counted(NAME, "2025-03", private_fostering=arrangements).value == 1


def test_who_notified_is_told_apart(counted: Counted) -> None:
    arrangements = """
        arrangement_id | notified_on | source
        P1             | 2025-03-05  | School
        P2             | 2025-03-05  | school
        P3             | 2025-03-05  |
    """
    found = numerators(counted(NAME, "2025-03", by="source", private_fostering=arrangements))
    assert found == {"school": 2, "Not recorded": 1}


def test_none_in_the_month_is_a_true_nought(counted: Counted) -> None:
    arrangements = "arrangement_id | notified_on\nP1 | 2025-02-05"
    assert counted(NAME, "2025-03", private_fostering=arrangements).state is State.ZERO


def test_children_of_different_ages_are_told_apart(counted: Counted) -> None:
    rows = """
        arrangement_id | date_of_birth | notified_on
        young | 2020-06-01 | 2025-03-10
        older | 2010-06-01 | 2025-03-10
    """
    assert numerators(counted(NAME, "2025-03", by="age_band", private_fostering=rows)) == {"1 to 4": 1, "10 to 15": 1}
