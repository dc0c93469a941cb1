"""Spec: child protection plans that ended in the period."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "cp_plans_ended"


def test_a_plan_that_ends_on_the_last_day_ended_in_the_period(counted: Counted) -> None:
    plans = """
        child_id         | start_date | end_date
        the_day_before   | 2024-06-01 | 2025-02-28
        on_the_first     | 2024-06-01 | 2025-03-01
        on_the_last      | 2024-06-01 | 2025-03-31
        the_day_after    | 2024-06-01 | 2025-04-01
        open             | 2024-06-01 |
    """
    assert counted(NAME, "2025-03", cp_plans=plans).value == 2


def test_a_plan_on_its_last_day_has_ended_and_is_not_open_so_none_counts_as_both(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2024-06-01 | 2025-03-31"
    assert counted(NAME, "2025-03", cp_plans=plans).value == 1
    assert counted("cp_plans_open", "2025-03", cp_plans=plans).value == 0


def test_two_plans_of_a_child_that_end_count_twice(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2024-06-01 | 2025-03-05\nAnn | 2025-03-10 | 2025-03-20"
    assert counted(NAME, "2025-03", cp_plans=plans).value == 2


def test_a_plan_that_starts_and_ends_on_one_day_ended(counted: Counted) -> None:
    assert counted(NAME, "2025-03", cp_plans="child_id | start_date | end_date\nAnn | 2025-03-31 | 2025-03-31").value == 1


def test_plans_are_told_apart_by_their_latest_category(counted: Counted) -> None:
    plans = """
        child_id | start_date | end_date   | initial_category | category
        Ann      | 2024-06-01 | 2025-03-05 | NEG              | SAB
        Ben      | 2024-06-01 | 2025-03-05 | NEG              |
    """
    assert numerators(counted(NAME, "2025-03", by="category", cp_plans=plans)) == {"SAB": 1, "Not recorded": 1}


def test_families_are_those_whose_plan_ended(counted: Counted) -> None:
    plans = """
        child_id | family_id | start_date | end_date
        Ann      | Grey      | 2024-06-01 | 2025-03-05
        Ben      | Grey      | 2024-06-01 | 2025-03-05
        Cal      | Hill      | 2024-06-01 |
    """
    figure = counted(NAME, "2025-03", cp_plans=plans)
    assert (figure.value, figure.families) == (2, 1)


def test_plans_that_are_all_still_open_give_a_true_nought(counted: Counted) -> None:
    assert counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2025-01-05").state is State.ZERO


def test_children_of_different_ages_are_told_apart(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | start_date | end_date | initial_category
        young | 2020-06-01 | 2025-01-10 | 2025-03-12 | NEG
        older | 2010-06-01 | 2025-01-10 | 2025-03-12 | NEG
    """
    assert numerators(counted(NAME, "2025-03", by="age_band", cp_plans=rows)) == {"1 to 4": 1, "10 to 15": 1}


def test_a_plan_inside_another_one_has_ended_too(counted: Counted) -> None:
    plans = """
        child_id | start_date | end_date
        Ann      | 2025-01-10 | 2025-06-30
        Ann      | 2025-02-10 | 2025-03-14
    """
    assert counted(NAME, "2025-03", cp_plans=plans).value == 1
