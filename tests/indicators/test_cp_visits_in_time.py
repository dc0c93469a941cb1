"""Spec: the share of children on a plan whom a social worker saw within the last ten working days."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "cp_visits_in_time"
PLAN = "child_id | start_date\nAnn | 2024-01-10"
NEVER = "child_id | plan_start | visited_on | seen\nAnn | 2024-01-10 | 2024-01-15 | no"


def _visits(*days: str, plan: str = "2024-01-10") -> str:
    return "\n".join(["child_id | plan_start | visited_on | seen", *(f"Ann | {plan} | {day} | yes" for day in days)])


@pytest.mark.parametrize(
    ("visited", "last_day", "first_late_day"),
    [
        pytest.param("2025-06-02", "2025-06-16", "2025-06-17", id="without_a_holiday"),
        pytest.param("2025-06-05", "2025-06-19", "2025-06-20", id="late_on_the_friday_not_only_after_the_weekend"),
        pytest.param("2025-06-06", "2025-06-22", "2025-06-23", id="the_weekend_after_day_10_is_in_time"),
        pytest.param("2025-06-07", "2025-06-22", "2025-06-23", id="a_saturday_visit_makes_monday_day_1"),
        pytest.param("2025-12-23", "2026-01-11", "2026-01-12", id="christmas_boxing_and_new_years_day"),
    ],
)
def test_day_10_is_in_time_and_day_11_is_not(counted: Counted, visited: str, last_day: str, first_late_day: str) -> None:
    rows = _visits(visited)
    assert parts(counted(NAME, f"{last_day} to {last_day}", cp_plans=PLAN, cp_visits=rows)) == (1, 1)
    assert parts(counted(NAME, f"{first_late_day} to {first_late_day}", cp_plans=PLAN, cp_visits=rows)) == (0, 1)


@pytest.mark.parametrize(("day", "in_time"), [("2024-01-10", 1), ("2024-01-24", 1), ("2024-01-25", 0)])
def test_a_plan_that_has_just_started_is_not_late(counted: Counted, day: str, in_time: int) -> None:
    assert parts(counted(NAME, f"{day} to {day}", cp_plans=PLAN, cp_visits=NEVER)) == (in_time, 1)


@pytest.mark.parametrize(("day", "in_time"), [("2025-06-19", 1), ("2025-06-20", 0)])
def test_a_first_visit_is_late_on_the_friday_and_not_only_after_the_weekend(counted: Counted, day: str, in_time: int) -> None:
    plans = "child_id | start_date\nAnn | 2025-06-05"
    visits = "child_id | plan_start | visited_on | seen\nAnn | 2025-06-05 | 2025-06-06 | no"
    assert parts(counted(NAME, f"{day} to {day}", cp_plans=plans, cp_visits=visits)) == (in_time, 1)


def test_a_visit_at_which_the_child_was_not_seen_does_not_count(counted: Counted) -> None:
    rows = "child_id | plan_start | visited_on | seen\nAnn | 2024-01-10 | 2025-03-28 | no"
    assert parts(counted(NAME, "2025-03", cp_plans=PLAN, cp_visits=rows)) == (0, 1)


@pytest.mark.parametrize(
    ("day", "in_time"), [("2025-03-02", 0), ("2025-03-03", 1), ("2025-03-14", 1), ("2025-03-24", 1), ("2025-03-25", 0)]
)
def test_every_visit_starts_the_days_anew_and_ends_the_wait(counted: Counted, day: str, in_time: int) -> None:
    rows = _visits("2025-03-10", "2025-03-03")
    assert parts(counted(NAME, f"{day} to {day}", cp_plans=PLAN, cp_visits=rows)) == (in_time, 1)


def test_a_wait_between_two_visits_is_late_and_then_over(counted: Counted) -> None:
    rows = _visits("2025-02-03", "2025-03-03")
    for day, in_time in (("2025-02-17", 1), ("2025-02-18", 0), ("2025-03-02", 0), ("2025-03-03", 1)):
        assert parts(counted(NAME, f"{day} to {day}", cp_plans=PLAN, cp_visits=rows)) == (in_time, 1)


def test_of_several_visits_after_a_wait_the_next_ends_it(counted: Counted) -> None:
    rows = _visits("2025-02-03", "2025-03-03", "2025-03-10")
    for day, in_time in (("2025-03-02", 0), ("2025-03-03", 1), ("2025-03-05", 1), ("2025-03-10", 1)):
        assert parts(counted(NAME, f"{day} to {day}", cp_plans=PLAN, cp_visits=rows)) == (in_time, 1)


def test_a_visit_at_which_the_child_was_not_seen_does_not_end_a_wait(counted: Counted) -> None:
    rows = _visits("2025-02-03", "2025-03-03") + "\nAnn | 2024-01-10 | 2025-02-20 | no"
    for day, in_time in (("2025-02-17", 1), ("2025-02-18", 0), ("2025-02-25", 0), ("2025-03-03", 1)):
        assert parts(counted(NAME, f"{day} to {day}", cp_plans=PLAN, cp_visits=rows)) == (in_time, 1)


def test_a_visit_on_the_day_the_plan_starts_is_one_with_the_start(counted: Counted) -> None:
    rows = _visits("2024-01-10")
    for day, in_time in (("2024-01-10", 1), ("2024-01-24", 1), ("2024-01-25", 0)):
        assert parts(counted(NAME, f"{day} to {day}", cp_plans=PLAN, cp_visits=rows)) == (in_time, 1)


@pytest.mark.parametrize(("day", "found"), [("2024-01-09", (0, 0)), ("2024-01-10", (1, 1)), ("2024-01-24", (1, 1))])
def test_a_visit_before_the_plan_does_not_count(counted: Counted, day: str, found: tuple[int, int]) -> None:
    rows = _visits("2024-01-08", "2023-11-01")
    assert parts(counted(NAME, f"{day} to {day}", cp_plans=PLAN, cp_visits=rows)) == found


@pytest.mark.parametrize(("ends", "found"), [("2025-03-31", (0, 0)), ("2025-04-01", (1, 1)), ("2025-03-25", (0, 0))])
@pytest.mark.parametrize("visited", ["2025-03-24", "2025-03-28"])
def test_a_plan_that_ends_that_day_has_ended(counted: Counted, visited: str, ends: str, found: tuple[int, int]) -> None:
    plans = f"child_id | start_date | end_date\nAnn | 2024-01-10 | {ends}"
    assert parts(counted(NAME, "2025-03", cp_plans=plans, cp_visits=_visits(visited))) == found
    assert parts(counted(NAME, "2025-06", cp_plans=plans, cp_visits=_visits(visited))) == (0, 0)


@pytest.mark.parametrize(("ends", "found"), [("2025-03-31", (0, 0)), ("2025-04-01", (0, 1))])
def test_a_child_who_was_waiting_when_the_plan_ended_is_out_of_the_total(
    counted: Counted, ends: str, found: tuple[int, int]
) -> None:
    plans = f"child_id | start_date | end_date\nAnn | 2024-01-10 | {ends}"
    assert parts(counted(NAME, "2025-03", cp_plans=plans, cp_visits=NEVER)) == found


def test_a_child_with_two_open_plans_counts_once_by_the_older_one(counted: Counted) -> None:
    plans = "child_id | start_date\nAnn | 2024-01-10\nAnn | 2024-02-10"
    assert parts(counted(NAME, "2025-03", cp_plans=plans, cp_visits=_visits("2025-03-28"))) == (1, 1)
    assert parts(counted(NAME, "2025-05", cp_plans=plans, cp_visits=_visits("2025-03-28"))) == (0, 1)


def test_visits_of_a_plan_that_does_not_count_the_child_count_nowhere(counted: Counted) -> None:
    plans = "child_id | start_date\nAnn | 2024-01-10\nAnn | 2024-02-10"
    rows = _visits("2025-03-28", plan="2024-02-10")
    assert parts(counted(NAME, "2025-03", cp_plans=plans, cp_visits=rows)) == (0, 1)


@pytest.mark.parametrize(("visited", "in_time"), [("2025-03-28", 1), ("2025-03-03", 0)])
def test_a_plan_that_took_over_the_child_counts_from_then(counted: Counted, visited: str, in_time: int) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2024-01-10 | 2025-03-30\nAnn | 2024-02-10 |"
    rows = _visits(visited, plan="2024-02-10")
    assert parts(counted(NAME, "2025-03-29 to 2025-03-29", cp_plans=plans, cp_visits=rows)) == (0, 1)
    assert parts(counted(NAME, "2025-03", cp_plans=plans, cp_visits=rows)) == (in_time, 1)


@pytest.mark.parametrize(("day", "in_time"), [("2024-02-12", 1), ("2024-02-20", 1), ("2025-02-28", 0)])
def test_before_it_took_over_a_plan_without_visits_counts_nobody(counted: Counted, day: str, in_time: int) -> None:
    """The older plan was visited as the younger one began: one child is counted, not two."""
    plans = "child_id | start_date | end_date\nAnn | 2024-01-10 | 2025-03-30\nAnn | 2024-02-10 |"
    found = counted(NAME, f"{day} to {day}", cp_plans=plans, cp_visits=_visits("2024-02-09"))
    assert parts(found) == (in_time, 1)


@pytest.mark.parametrize(("ends", "found"), [("2025-03-31", (0, 0)), ("2025-04-01", (1, 1))])
def test_a_plan_that_ends_within_its_first_ten_days_counts_until_then(
    counted: Counted, ends: str, found: tuple[int, int]
) -> None:
    plans = f"child_id | start_date | end_date\nAnn | 2025-03-24 | {ends}"
    rows = "child_id | plan_start | visited_on | seen\nAnn | 2025-03-24 | 2025-03-25 | no"
    assert parts(counted(NAME, "2025-03", cp_plans=plans, cp_visits=rows)) == found


def test_families_and_shares_by_category(counted: Counted) -> None:
    plans = """
        child_id | family_id | start_date | category
        Ann      | Grey      | 2024-01-10 | NEG
        Ben      | Grey      | 2024-01-10 | NEG
        Cal      | Hill      | 2024-01-10 | EMO
    """
    rows = """
        child_id | plan_start | visited_on | seen
        Ann      | 2024-01-10 | 2025-03-28 | yes
        Ben      | 2024-01-10 | 2025-03-28 | yes
        Cal      | 2024-01-10 | 2025-03-28 | no
    """
    assert counted(NAME, "2025-03", cp_plans=plans, cp_visits=rows).families == 1
    found = shares(counted(NAME, "2025-03", by="category", cp_plans=plans, cp_visits=rows))
    assert found == {"NEG": (2, 2), "EMO": (0, 1)}


def test_nobody_on_a_plan_is_no_cases(counted: Counted) -> None:
    assert counted(NAME, "2023-03", cp_plans=PLAN, cp_visits=NEVER).state is State.NO_CASES
