"""Spec: child protection plans that started in the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "cp_plans_started"


def test_the_first_and_the_last_day_of_the_period_are_in_it(counted: Counted) -> None:
    plans = """
        child_id         | start_date
        the_day_before   | 2024-01-31
        on_the_first     | 2024-02-01
        on_the_leap_day  | 2024-02-29
        the_day_after    | 2024-03-01
    """
    assert counted(NAME, "2024-02", cp_plans=plans).value == 2


def test_a_child_who_starts_two_plans_counts_twice(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2025-03-01 |\nAnn | 2025-03-20 |"
    assert counted(NAME, "2025-03", cp_plans=plans).value == 2


def test_a_plan_counts_whenever_it_ended(counted: Counted) -> None:
    plans = """
        child_id | start_date | end_date
        same_day | 2025-03-05 | 2025-03-05
        in_month | 2025-03-05 | 2025-03-20
        later    | 2025-03-05 | 2026-03-20
        open     | 2025-03-05 |
    """
    assert counted(NAME, "2025-03", cp_plans=plans).value == 4


def test_the_same_plan_listed_twice_counts_once(counted: Counted) -> None:
    assert counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2025-03-05\nAnn | 2025-03-05").value == 1


def test_plans_are_told_apart_by_their_first_category(counted: Counted) -> None:
    plans = """
        child_id | start_date | initial_category | category
        Ann      | 2025-03-05 | NEG              | EMO
        Ben      | 2025-03-05 |                  | EMO
        Cal      | 2025-04-05 | PHY              | EMO
    """
    found = numerators(counted(NAME, "2025-03", by="initial_category", cp_plans=plans))
    assert found == {"NEG": 1, "Not recorded": 1, "PHY": 0}


def test_a_family_counts_once_however_many_plans_it_starts(counted: Counted) -> None:
    plans = """
        child_id | family_id | start_date
        Ann      | Grey      | 2025-03-05
        Ben      | Grey      | 2025-03-05
        Ann      | Grey      | 2025-03-25
        Cal      | Hill      | 2025-04-01
    """
    figure = counted(NAME, "2025-03", cp_plans=plans)
    assert (figure.value, figure.families) == (3, 1)


@pytest.mark.parametrize(
    ("covers_to", "state"),
    [("2025-03-30", State.PROVISIONAL), ("2025-03-31", State.VALUE), ("2025-04-01", State.VALUE)],
)
def test_a_month_that_is_not_over_in_the_data_is_provisional(counted: Counted, covers_to: str, state: State) -> None:
    figure = counted(NAME, "2025-03", covers=("2025-01-01", covers_to), cp_plans="child_id | start_date\nAnn | 2025-03-05")
    assert (figure.value, figure.state) == (1, state)


def test_a_quarter_whose_first_days_are_not_covered_is_not_covered(counted: Counted) -> None:
    plans = "child_id | start_date\nAnn | 2025-06-05"
    figure = counted(NAME, "2025/26 Q1", covers=("2025-04-02", "2025-06-30"), cp_plans=plans)
    assert (figure.value, figure.state) == (None, State.NOT_COVERED)


def test_no_plan_started_is_a_true_nought(counted: Counted) -> None:
    assert counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2025-04-05").state is State.ZERO


def test_children_of_different_ages_are_told_apart(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | start_date | initial_category
        young | 2020-06-01 | 2025-03-10 | NEG
        older | 2010-06-01 | 2025-03-10 | NEG
    """
    assert numerators(counted(NAME, "2025-03", by="age_band", cp_plans=rows)) == {"1 to 4": 1, "10 to 15": 1}
