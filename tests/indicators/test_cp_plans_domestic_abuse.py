"""Spec: the share of children on a plan for whom domestic abuse is a factor."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "cp_plans_domestic_abuse"


def test_a_child_without_an_answer_is_left_out(counted: Counted) -> None:
    plans = """
        child_id | family_id | start_date | domestic_abuse | category
        Ann      | Grey      | 2025-01-10 | yes            | EMO
        Ben      | Grey      | 2025-01-10 | yes            | NEG
        Cal      | Hill      | 2025-01-10 | no             | EMO
        Dot      | Hill      | 2025-01-10 |                | EMO
    """
    figure = counted(NAME, "2025-03", cp_plans=plans)
    assert (parts(figure), figure.families) == ((2, 3), 1)
    assert shares(counted(NAME, "2025-03", by="category", cp_plans=plans)) == {"EMO": (1, 2), "NEG": (1, 1)}


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
    plans = f"child_id | start_date | end_date | domestic_abuse\nAnn | {starts} | {ends} | yes"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == found


def test_a_child_with_two_open_plans_counts_once_by_the_older_one(counted: Counted) -> None:
    plans = "child_id | start_date | domestic_abuse\nAnn | 2024-01-10 | no\nAnn | 2024-02-10 | yes"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (0, 1)


def test_a_plan_that_took_over_the_child_counts_from_then(counted: Counted) -> None:
    plans = "child_id | start_date | end_date | domestic_abuse\nAnn | 2024-01-10 | 2025-03-20 | no\nAnn | 2024-02-10 | | yes"
    assert parts(counted(NAME, "2025-02", cp_plans=plans)) == (0, 1)
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (1, 1)


def test_where_nothing_is_recorded_there_are_no_cases_and_no_nought(counted: Counted) -> None:
    assert counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2025-01-10").state is State.NO_CASES
