"""Spec: the share of plans started whose child had been on a plan before."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "cp_plans_subsequent"


@pytest.mark.parametrize(("previous", "second_plans"), [("0", 0), ("1", 1), ("4", 1), ("", 0)])
def test_the_council_may_count_the_earlier_plans(counted: Counted, previous: str, second_plans: int) -> None:
    plans = f"child_id | start_date | previous_plans\nAnn | 2025-03-05 | {previous}"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (second_plans, 1)


@pytest.mark.parametrize(
    ("first_ended", "second_plans"),
    [("2016-01-01", 1), ("2025-03-04", 1), ("2025-03-05", 1), ("2025-03-06", 0), ("", 0)],
)
def test_an_earlier_plan_held_makes_a_second_one_if_it_had_ended_by_the_start(
    counted: Counted, first_ended: str, second_plans: int
) -> None:
    plans = f"child_id | start_date | end_date\nAnn | 2015-06-01 | {first_ended}\nAnn | 2025-03-05 |"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (second_plans, 1)


def test_what_the_store_holds_outweighs_a_count_of_nought(counted: Counted) -> None:
    plans = """
        child_id | start_date | end_date   | previous_plans
        Ann      | 2023-06-01 | 2024-01-01 | 0
        Ann      | 2025-03-05 |            | 0
    """
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (1, 1)


def test_a_later_plan_does_not_make_this_one_a_second(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2025-03-05 | 2025-04-01\nAnn | 2025-05-05 |"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (0, 1)


def test_another_childs_plan_does_not_make_a_second(counted: Counted) -> None:
    plans = """
        child_id | family_id | start_date | end_date
        Ann      | Grey      | 2023-06-01 | 2024-01-01
        Ben      | Grey      | 2025-03-05 |
    """
    figure = counted(NAME, "2025-03", cp_plans=plans)
    assert (parts(figure), figure.families) == ((0, 1), 0)


def test_a_child_who_starts_and_restarts_in_the_period_is_in_the_total_twice(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2025-03-05 | 2025-03-10\nAnn | 2025-03-20 |"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (1, 2)


def test_families_are_those_that_came_back(counted: Counted) -> None:
    plans = """
        child_id | family_id | start_date | previous_plans
        Ann      | Grey      | 2025-03-05 | 1
        Ben      | Grey      | 2025-03-05 | 2
        Cal      | Hill      | 2025-03-05 | 0
    """
    figure = counted(NAME, "2025-03", cp_plans=plans)
    assert (parts(figure), figure.families) == ((2, 3), 1)


def test_shares_by_category_are_of_that_categorys_plans(counted: Counted) -> None:
    plans = """
        child_id | start_date | previous_plans | initial_category
        Ann      | 2025-03-05 | 1              | NEG
        Ben      | 2025-03-05 | 0              | NEG
        Cal      | 2025-03-05 | 1              |
    """
    found = shares(counted(NAME, "2025-03", by="initial_category", cp_plans=plans))
    assert found == {"NEG": (1, 2), "Not recorded": (1, 1)}


def test_a_month_in_which_no_plan_started_has_no_share(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2025-04-05")
    assert (figure.value, figure.state) == (None, State.NO_CASES)


def test_first_plans_only_are_a_true_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", cp_plans="child_id | start_date | previous_plans\nAnn | 2025-03-05 | 0")
    assert (figure.value, figure.state) == (0, State.ZERO)


def test_children_of_different_ages_are_told_apart(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | start_date | initial_category | previous_plans
        young | 2020-06-01 | 2025-03-10 | NEG | 1
        older | 2010-06-01 | 2025-03-10 | NEG | 1
    """
    assert shares(counted(NAME, "2025-03", by="age_band", cp_plans=rows)) == {"1 to 4": (1, 1), "10 to 15": (1, 1)}


def test_one_earlier_plan_that_had_ended_is_enough_though_another_had_not(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date
        Ann      | 2022-01-10 | 2023-06-01
        Ann      | 2023-09-01 | 2025-06-01
        Ann      | 2025-03-10 |
    """
    assert parts(counted(NAME, "2025-03", cp_plans=rows)) == (1, 1)
