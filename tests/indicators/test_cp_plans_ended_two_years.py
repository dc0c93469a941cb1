"""Spec: the share of plans ended that had lasted two years or more on the day they ended."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "cp_plans_ended_two_years"


@pytest.mark.parametrize(
    ("starts", "ends", "two_years"),
    [
        ("2023-04-03", "2025-03-31", 0),
        ("2023-04-02", "2025-03-31", 1),
        ("2023-04-01", "2025-03-31", 1),
        ("2024-02-29", "2026-02-26", 0),
        ("2024-02-29", "2026-02-27", 1),
    ],
)
def test_by_the_dfes_wording_the_day_it_ended_is_among_the_730(
    counted: Counted, starts: str, ends: str, two_years: int
) -> None:
    plans = f"child_id | start_date | end_date\nAnn | {starts} | {ends}"
    assert parts(counted(NAME, ends[:7], cp_plans=plans)) == (two_years, 1)


def test_a_plan_still_open_is_not_counted_however_long(counted: Counted) -> None:
    plans = """
        child_id        | start_date | end_date
        open            | 2020-01-01 |
        ended_next_day  | 2020-01-01 | 2025-04-01
        ended_that_day  | 2020-01-01 | 2025-03-31
        short           | 2025-01-01 | 2025-03-01
    """
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (1, 2)


def test_a_child_whose_two_plans_ended_counts_twice(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2020-01-01 | 2025-03-05\nAnn | 2025-03-10 | 2025-03-20"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (1, 2)


def test_families_are_those_of_the_long_plans_only(counted: Counted) -> None:
    plans = """
        child_id | family_id | start_date | end_date
        Ann      | Grey      | 2020-01-01 | 2025-03-05
        Ben      | Grey      | 2020-01-01 | 2025-03-05
        Cal      | Hill      | 2025-01-01 | 2025-03-05
    """
    figure = counted(NAME, "2025-03", cp_plans=plans)
    assert (parts(figure), figure.families) == ((2, 3), 1)


def test_shares_by_category_are_of_that_categorys_plans(counted: Counted) -> None:
    plans = """
        child_id | start_date | end_date   | category
        Ann      | 2020-01-01 | 2025-03-05 | NEG
        Ben      | 2025-01-01 | 2025-03-05 | NEG
        Cal      | 2025-01-01 | 2025-03-05 |
    """
    assert shares(counted(NAME, "2025-03", by="category", cp_plans=plans)) == {"NEG": (1, 2), "Not recorded": (0, 1)}


def test_no_plan_ended_is_no_cases(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2020-04-05")
    assert (figure.value, figure.state) == (None, State.NO_CASES)


def test_children_of_different_ages_are_told_apart(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | start_date | end_date | initial_category
        young | 2021-06-01 | 2023-01-10 | 2025-03-12 | NEG
        older | 2010-06-01 | 2023-01-10 | 2025-03-12 | NEG
    """
    assert shares(counted(NAME, "2025-03", by="age_band", cp_plans=rows)) == {"1 to 4": (1, 1), "10 to 15": (1, 1)}


def test_a_plan_inside_another_one_has_ended_too(counted: Counted) -> None:
    plans = """
        child_id | start_date | end_date
        Ann      | 2022-01-10 | 2025-06-30
        Ann      | 2023-02-10 | 2025-03-14
    """
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (1, 1)
