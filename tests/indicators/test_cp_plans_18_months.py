"""Spec: children on a plan for 18 months or more on the last day."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "cp_plans_18_months"


@pytest.mark.parametrize(
    ("starts", "day", "counts"),
    [
        ("2023-09-10", "2025-03-09", 0),
        ("2023-09-10", "2025-03-10", 1),
        ("2023-09-10", "2025-03-11", 1),
        ("2023-08-31", "2025-02-27", 0),
        ("2023-08-31", "2025-02-28", 1),
        ("2022-08-29", "2024-02-28", 0),
        ("2022-08-29", "2024-02-29", 1),
    ],
)
def test_the_same_day_of_the_month_18_months_later_is_the_first(counted: Counted, starts: str, day: str, counts: int) -> None:
    rows = f"child_id | start_date\nAnn | {starts}"
    assert counted(NAME, f"{day} to {day}", cp_plans=rows).value == counts


@pytest.mark.parametrize(("ends", "counts"), [("2025-03-30", 0), ("2025-03-31", 0), ("2025-04-01", 1), ("2022-02-01", 0)])
def test_a_plan_that_ends_that_day_has_ended(counted: Counted, ends: str, counts: int) -> None:
    rows = f"child_id | start_date | end_date\nAnn | 2022-01-10 | {ends}"
    assert counted(NAME, "2025-03", cp_plans=rows).value == counts


def test_a_child_with_two_open_plans_counts_once_by_the_older_one(counted: Counted) -> None:
    rows = "child_id | start_date | end_date\nAnn | 2022-01-10 |\nAnn | 2023-02-10 |"
    assert counted(NAME, "2025-03", cp_plans=rows).value == 1


def test_a_plan_that_took_over_the_child_late_is_counted_from_its_own_start(counted: Counted) -> None:
    rows = "child_id | start_date | end_date\nAnn | 2022-01-10 | 2025-03-20\nAnn | 2022-06-10 |"
    assert counted(NAME, "2025-02", cp_plans=rows).value == 1
    assert counted(NAME, "2025-03", cp_plans=rows).value == 1


def test_families_and_numbers_by_category_and_age(counted: Counted) -> None:
    rows = """
        child_id | family_id | date_of_birth | start_date | category
        Ann      | Grey      | 2020-01-01    | 2022-01-10 | NEG
        Ben      | Grey      | 2020-01-01    | 2022-01-10 | NEG
        Cal      | Hill      |               | 2022-01-10 | EMO
        Dot      | Hill      |               | 2025-01-10 | EMO
    """
    figure = counted(NAME, "2025-03", cp_plans=rows)
    assert (figure.value, figure.families) == (3, 2)
    assert numerators(counted(NAME, "2025-03", by="category", cp_plans=rows)) == {"NEG": 2, "EMO": 1}
    assert numerators(counted(NAME, "2025-03", by="age_band", cp_plans=rows)) == {"1 to 4": 2, "Not recorded": 1}


def test_none_so_long_is_a_true_nought(counted: Counted) -> None:
    assert counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2025-02-05").state is State.ZERO
