"""Spec: families with a child on a plan for two years or more on the last day."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "cp_families_two_years"


def test_a_family_counts_once_however_many_children(counted: Counted) -> None:
    rows = """
        child_id | family_id | start_date
        Ann      | Grey      | 2022-01-10
        Ben      | Grey      | 2022-02-10
        Cal      | Hill      | 2022-01-10
        Dot      | Hill      | 2025-01-10
        Eve      | Iles      | 2025-01-10
    """
    figure = counted(NAME, "2025-03", cp_plans=rows)
    assert (figure.value, figure.families) == (2, 2)


def test_a_child_of_no_known_family_is_one_alone(counted: Counted) -> None:
    rows = "child_id | family_id | start_date\nAnn | | 2022-01-10\nBen | | 2022-01-10\nCal | Grey | 2022-01-10"
    assert counted(NAME, "2025-03", cp_plans=rows).value == 3


@pytest.mark.parametrize(("starts", "counts"), [("2023-04-02", 1), ("2023-04-03", 0)])
def test_two_years_are_the_boards_rule_and_by_the_dfes_729_days(counted: Counted, starts: str, counts: int) -> None:
    assert counted(NAME, "2025-03", cp_plans=f"child_id | family_id | start_date\nAnn | Grey | {starts}").value == counts


@pytest.mark.parametrize(("ends", "counts"), [("2025-03-31", 0), ("2025-04-01", 1), ("2023-01-10", 0)])
def test_a_plan_that_ends_that_day_has_ended(counted: Counted, ends: str, counts: int) -> None:
    rows = f"child_id | family_id | start_date | end_date\nAnn | Grey | 2022-01-10 | {ends}"
    assert counted(NAME, "2025-03", cp_plans=rows).value == counts


def test_the_plan_that_counts_the_child_decides(counted: Counted) -> None:
    """As in the share of children: the second plan counts from the day the first one ends."""
    rows = "child_id | family_id | start_date | end_date\nAnn | Grey | 2024-01-10 |\nAnn | Grey | 2024-02-10 |"
    assert counted(NAME, "2025-12", cp_plans=rows).value == 0
    later = "child_id | family_id | start_date | end_date\nAnn | Grey | 2022-01-10 | 2025-03-20\nAnn | Grey | 2022-06-10 |"
    assert counted(NAME, "2025-03", cp_plans=later).value == 1
    assert counted(NAME, "2025-02", by="category", cp_plans=later)["Not recorded"].value == 1


def test_a_family_stands_in_each_category_of_its_plans(counted: Counted) -> None:
    rows = """
        child_id | family_id | start_date | end_date   | category
        Ann      | Grey      | 2022-01-10 | 2025-03-20 | NEG
        Ann      | Grey      | 2022-02-10 |            | PHY
        Ben      | Grey      | 2022-01-10 |            | EMO
    """
    assert counted(NAME, "2025-02", cp_plans=rows).value == 1
    assert numerators(counted(NAME, "2025-02", by="category", cp_plans=rows)) == {"NEG": 1, "EMO": 1, "PHY": 0}
    assert numerators(counted(NAME, "2025-03", by="category", cp_plans=rows)) == {"NEG": 0, "EMO": 1, "PHY": 1}


def test_a_plan_covered_by_another_from_start_to_end_counts_nowhere(counted: Counted) -> None:
    rows = """
        child_id | family_id | start_date | end_date | category
        Ann      | Grey      | 2022-01-10 |          | NEG
        Ann      | Grey      | 2022-02-10 |          | EMO
    """
    assert numerators(counted(NAME, "2025-03", by="category", cp_plans=rows)) == {"NEG": 1}


def test_none_so_long_is_a_true_nought(counted: Counted) -> None:
    assert counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2025-02-05").state is State.ZERO
