"""Spec: the share of children on a plan whose latest category is neglect."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "cp_plans_neglect"


def test_the_latest_category_decides_where_there_is_one_and_several_causes_are_not_neglect(counted: Counted) -> None:
    plans = """
        child_id | family_id | start_date | initial_category | category
        Ann      | Grey      | 2025-01-10 | EMO              | NEG
        Ben      | Grey      | 2025-01-10 | NEG              | NEG
        Cal      | Hill      | 2025-01-10 | NEG              | EMO
        Dot      | Hill      | 2025-01-10 | NEG              | MUL
        Eve      | Hill      | 2025-01-10 | NEG              |
    """
    figure = counted(NAME, "2025-03", cp_plans=plans)
    assert (parts(figure), figure.families) == ((3, 5), 2)


@pytest.mark.parametrize(
    ("starts", "ends", "found"),
    [
        ("2025-03-31", "", (1, 1)),
        ("2025-04-01", "", (0, 0)),
        ("2025-01-10", "2025-03-31", (0, 0)),
        ("2025-01-10", "2025-04-01", (1, 1)),
    ],
)
def test_it_counts_plans_open_on_the_last_day(counted: Counted, starts: str, ends: str, found: tuple[int, int]) -> None:
    plans = f"child_id | start_date | end_date | category\nAnn | {starts} | {ends} | NEG"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == found


def test_a_child_with_two_open_plans_counts_once_by_the_older_one(counted: Counted) -> None:
    plans = "child_id | start_date | category\nAnn | 2024-01-10 | EMO\nAnn | 2024-02-10 | NEG"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (0, 1)


def test_a_plan_that_took_over_the_child_counts_from_then(counted: Counted) -> None:
    plans = "child_id | start_date | end_date | category\nAnn | 2024-01-10 | 2025-03-20 | EMO\nAnn | 2024-02-10 | | NEG"
    assert parts(counted(NAME, "2025-02", cp_plans=plans)) == (0, 1)
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (1, 1)


def test_shares_by_age_are_of_that_ages_children(counted: Counted) -> None:
    plans = """
        child_id | date_of_birth | start_date | category
        Ann      | 2022-01-01    | 2025-01-10 | NEG
        Ben      |               | 2025-01-10 | EMO
    """
    assert shares(counted(NAME, "2025-03", by="age_band", cp_plans=plans)) == {"1 to 4": (1, 1), "Not recorded": (0, 1)}


def test_nobody_for_neglect_is_a_true_nought(counted: Counted) -> None:
    assert counted(NAME, "2025-03", cp_plans="child_id | start_date | category\nAnn | 2025-01-10 |").state is State.ZERO


@pytest.mark.parametrize(("latest", "first", "neglect"), [("NEG", "EMO", 1), ("EMO", "NEG", 0), ("", "NEG", 1), ("", "EMO", 0)])
def test_the_category_at_the_start_stands_in_for_a_latest_one_left_empty(
    counted: Counted, latest: str, first: str, neglect: int
) -> None:
    plans = f"child_id | start_date | category | initial_category\nAnn | 2025-01-10 | {latest} | {first}"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (neglect, 1)
