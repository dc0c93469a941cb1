"""Spec: the share of children on a plan for three months or more whose reviews were all in time."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "cp_reviews_in_time"
PLAN = "child_id | start_date\nAnn | 2024-01-10"


def _reviews(*days: str, plan: str = "2024-01-10") -> str:
    return "\n".join(["child_id | plan_start | reviewed_on", *(f"Ann | {plan} | {day}" for day in days)])


OF_ANOTHER_PLAN = _reviews("2024-03-01", plan="2023-01-10")


@pytest.mark.parametrize(("day", "found"), [("2024-04-09", (0, 0)), ("2024-04-10", (1, 1)), ("2024-04-11", (0, 1))])
def test_three_months_after_the_start_the_first_review_is_due(counted: Counted, day: str, found: tuple[int, int]) -> None:
    """On that day it may still be held; until then the plan is not asked for one."""
    assert parts(counted(NAME, f"{day} to {day}", cp_plans=PLAN, cp_reviews=OF_ANOTHER_PLAN)) == found


@pytest.mark.parametrize(("first", "in_time"), [("2024-01-10", 1), ("2024-04-10", 1), ("2024-04-11", 0)])
def test_the_first_review_is_in_time_up_to_that_day(counted: Counted, first: str, in_time: int) -> None:
    assert parts(counted(NAME, "2024-05", cp_plans=PLAN, cp_reviews=_reviews(first))) == (in_time, 1)


@pytest.mark.parametrize(("day", "in_time"), [("2024-09-20", 1), ("2024-09-21", 0)])
def test_six_months_after_a_review_the_next_one_is_due(counted: Counted, day: str, in_time: int) -> None:
    rows = _reviews("2024-03-20")
    assert parts(counted(NAME, f"{day} to {day}", cp_plans=PLAN, cp_reviews=rows)) == (in_time, 1)


@pytest.mark.parametrize(("second", "in_time"), [("2024-09-19", 1), ("2024-09-20", 1), ("2024-09-21", 0)])
def test_a_later_review_is_in_time_six_months_after_the_one_before(counted: Counted, second: str, in_time: int) -> None:
    rows = _reviews(second, "2024-03-20")
    assert parts(counted(NAME, "2024-10", cp_plans=PLAN, cp_reviews=rows)) == (in_time, 1)


def test_the_last_days_of_short_months_count(counted: Counted) -> None:
    plans = "child_id | start_date\nAnn | 2023-11-30"
    rows = _reviews("2024-02-29", "2024-08-29", plan="2023-11-30")
    assert parts(counted(NAME, "2024-09", cp_plans=plans, cp_reviews=rows)) == (1, 1)


def test_one_late_review_counts_until_the_plan_ends(counted: Counted) -> None:
    rows = _reviews("2024-05-01", "2024-09-01", "2025-01-01")
    assert parts(counted(NAME, "2024-03-01 to 2024-04-10", cp_plans=PLAN, cp_reviews=rows)) == (1, 1)
    assert parts(counted(NAME, "2025-03", cp_plans=PLAN, cp_reviews=rows)) == (0, 1)


@pytest.mark.parametrize(("day", "in_time"), [("2024-04-10", 1), ("2024-04-11", 0)])
def test_a_review_that_came_too_late_was_missed_from_the_day_after_it_was_due(counted: Counted, day: str, in_time: int) -> None:
    rows = _reviews("2024-05-01")
    assert parts(counted(NAME, f"{day} to {day}", cp_plans=PLAN, cp_reviews=rows)) == (in_time, 1)


def test_a_review_of_the_plan_before_does_not_put_off_the_first_of_this_one(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2023-01-10 | 2024-01-09\nAnn | 2024-01-10 |"
    rows = "child_id | plan_start | reviewed_on\nAnn | 2023-01-10 | 2024-01-05\nAnn | 2024-01-10 | 2024-05-01"
    assert parts(counted(NAME, "2024-06", cp_plans=plans, cp_reviews=rows)) == (0, 1)


def test_of_two_late_reviews_the_first_makes_it_late(counted: Counted) -> None:
    rows = _reviews("2024-05-01", "2025-01-01")
    assert parts(counted(NAME, "2024-06", cp_plans=PLAN, cp_reviews=rows)) == (0, 1)


def test_a_review_before_the_plan_is_none(counted: Counted) -> None:
    rows = _reviews("2024-01-09")
    assert parts(counted(NAME, "2024-05", cp_plans=PLAN, cp_reviews=rows)) == (0, 1)


@pytest.mark.parametrize(("ends", "found"), [("2024-10-31", (0, 0)), ("2024-11-01", (0, 1)), ("2024-04-10", (0, 0))])
def test_a_plan_that_ends_that_day_has_ended(counted: Counted, ends: str, found: tuple[int, int]) -> None:
    plans = f"child_id | start_date | end_date\nAnn | 2024-01-10 | {ends}"
    assert parts(counted(NAME, "2024-10", cp_plans=plans, cp_reviews=_reviews("2024-04-10"))) == found


def test_a_plan_that_ended_in_time_is_out_of_the_total(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2024-01-10 | 2024-05-31"
    assert parts(counted(NAME, "2024-05-30 to 2024-05-30", cp_plans=plans, cp_reviews=_reviews("2024-04-01"))) == (1, 1)
    assert parts(counted(NAME, "2024-05", cp_plans=plans, cp_reviews=_reviews("2024-04-01"))) == (0, 0)
    assert parts(counted(NAME, "2024-12", cp_plans=plans, cp_reviews=_reviews("2024-04-01"))) == (0, 0)


def test_a_child_with_two_open_plans_counts_once_by_the_older_one(counted: Counted) -> None:
    plans = "child_id | start_date\nAnn | 2024-01-10\nAnn | 2024-02-10"
    assert parts(counted(NAME, "2024-06", cp_plans=plans, cp_reviews=_reviews("2024-04-01"))) == (1, 1)


@pytest.mark.parametrize(("reviewed", "in_time"), [("2024-05-01", 1), ("2024-05-20", 0)])
def test_a_plan_that_took_over_the_child_counts_from_then(counted: Counted, reviewed: str, in_time: int) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2024-01-10 | 2024-06-10\nAnn | 2024-02-10 |"
    rows = _reviews(reviewed, plan="2024-02-10")
    assert parts(counted(NAME, "2024-06", cp_plans=plans, cp_reviews=rows)) == (in_time, 1)
    # Until then the older plan counts the child, and it was never reviewed.
    assert parts(counted(NAME, "2024-05", cp_plans=plans, cp_reviews=rows)) == (0, 1)


def test_a_plan_that_took_over_before_its_three_months_waits_for_them(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2024-01-10 | 2024-06-10\nAnn | 2024-05-10 |"
    rows = _reviews("2024-07-01", plan="2024-05-10")
    assert parts(counted(NAME, "2024-07", cp_plans=plans, cp_reviews=rows)) == (0, 0)
    assert parts(counted(NAME, "2024-08", cp_plans=plans, cp_reviews=rows)) == (1, 1)


def test_families_and_shares_by_category(counted: Counted) -> None:
    plans = """
        child_id | family_id | start_date | category
        Ann      | Grey      | 2024-01-10 | NEG
        Ben      | Grey      | 2024-01-10 | NEG
        Cal      | Hill      | 2024-01-10 | EMO
    """
    reviews = "child_id | plan_start | reviewed_on\nAnn | 2024-01-10 | 2024-04-01\nBen | 2024-01-10 | 2024-04-01"
    assert counted(NAME, "2024-06", cp_plans=plans, cp_reviews=reviews).families == 1
    found = shares(counted(NAME, "2024-06", by="category", cp_plans=plans, cp_reviews=reviews))
    assert found == {"NEG": (2, 2), "EMO": (0, 1)}


def test_no_plan_of_three_months_is_no_cases(counted: Counted) -> None:
    assert counted(NAME, "2024-03", cp_plans=PLAN, cp_reviews=_reviews("2024-03-01")).state is State.NO_CASES
