"""Spec: children on a child protection plan on the last day of the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "cp_plans_open"
THREE_CHILDREN = """
    child_id | family_id | start_date | category
    Ann      | Grey      | 2025-01-10 | NEG
    Ben      | Grey      | 2025-01-10 | NEG
    Cal      | Hill      | 2025-02-20 | EMO
    Dot      |           | 2025-02-20 |
"""


@pytest.mark.parametrize(("starts", "open_plans"), [("2025-03-30", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_a_plan_is_open_from_the_day_it_starts(counted: Counted, starts: str, open_plans: int) -> None:
    assert counted(NAME, "2025-03", cp_plans=f"child_id | start_date\nAnn | {starts}").value == open_plans


@pytest.mark.parametrize(("ends", "open_plans"), [("2025-03-30", 0), ("2025-03-31", 0), ("2025-04-01", 1), ("", 1)])
def test_a_plan_that_ends_on_the_last_day_is_not_open(counted: Counted, ends: str, open_plans: int) -> None:
    plans = f"child_id | start_date | end_date\nAnn | 2024-06-01 | {ends}"
    assert counted(NAME, "2025-03", cp_plans=plans).value == open_plans


def test_of_three_plans_open_at_once_the_child_counts_by_the_one_that_is_open_longest(counted: Counted) -> None:
    plans = """
        child_id | start_date | end_date
        Ann      | 2024-01-10 | 2025-12-01
        Ann      | 2024-02-10 | 2024-03-10
        Ann      | 2024-04-10 |
    """
    assert counted(NAME, "2025-03", cp_plans=plans).value == 1


def test_between_two_plans_the_child_is_on_none(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2023-01-10 | 2024-03-01\nAnn | 2024-06-01 |"
    assert [counted(NAME, month, cp_plans=plans).value for month in ("2024-02", "2024-04", "2024-06")] == [1, 0, 1]


def test_the_last_day_of_february_is_the_29th_in_a_leap_year(counted: Counted) -> None:
    plans = """
        child_id    | start_date | end_date
        starts_then | 2024-02-29 |
        ends_then   | 2023-06-01 | 2024-02-29
        ends_after  | 2023-06-01 | 2024-03-01
    """
    assert counted(NAME, "2024-02", cp_plans=plans).value == 2


def test_a_plan_that_starts_and_ends_on_one_day_is_never_open(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2025-03-31 | 2025-03-31"
    assert counted(NAME, "2025-03", cp_plans=plans).value == 0


def test_a_plan_that_ends_before_it_starts_is_left_out(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2025-03-31 | 2025-03-01"
    assert counted(NAME, "2025-03", cp_plans=plans).value == 0


def test_a_child_with_two_open_plans_counts_once(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2025-01-10 |\nAnn | 2025-02-10 |"
    assert counted(NAME, "2025-03", cp_plans=plans).value == 1


@pytest.mark.parametrize("day", ["2025-03-09", "2025-03-10", "2025-03-11", "2025-03-20", "2025-03-21"])
def test_a_child_goes_on_counting_once_while_plans_overlap_and_take_over(counted: Counted, day: str) -> None:
    plans = """
        child_id | start_date | end_date
        Ann      | 2025-01-10 | 2025-03-20
        Ann      | 2025-03-10 | 2025-06-30
        Ann      | 2025-03-12 | 2025-03-14
    """
    assert counted(NAME, f"{day} to {day}", cp_plans=plans).value == 1


def test_a_child_whose_next_plan_starts_on_the_day_the_last_one_ends_counts_once(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2025-01-10 | 2025-03-31\nAnn | 2025-03-31 |"
    assert counted(NAME, "2025-03", cp_plans=plans).value == 1


def test_children_are_told_apart_by_their_latest_category(counted: Counted) -> None:
    plans = """
        child_id | start_date | initial_category | category
        Ann      | 2025-01-10 | NEG              | EMO
        Ben      | 2025-01-10 | PHY              |
        Cal      | 2025-01-10 | MUL              | EMO
    """
    assert numerators(counted(NAME, "2025-03", by="category", cp_plans=plans)) == {"EMO": 2, "Not recorded": 1}


def test_age_is_taken_at_the_start_of_the_plan(counted: Counted) -> None:
    plans = """
        child_id     | date_of_birth | start_date
        ten_that_day | 2015-03-01    | 2025-03-01
        ten_the_next | 2015-03-02    | 2025-03-01
        unborn       | 2025-03-20    | 2025-03-01
        not_known    |               | 2025-03-01
    """
    expected = {"10 to 15": 1, "5 to 9": 1, "Unborn": 1, "Not recorded": 1}
    assert numerators(counted(NAME, "2025-03", by="age_band", cp_plans=plans)) == expected


def test_brothers_and_sisters_are_one_family_and_a_child_without_one_adds_none(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", cp_plans=THREE_CHILDREN)
    assert (figure.value, figure.families) == (4, 2)


def test_families_are_counted_in_each_group(counted: Counted) -> None:
    found = counted(NAME, "2025-03", by="category", cp_plans=THREE_CHILDREN)
    assert {group: figure.families for group, figure in found.items()} == {"NEG": 1, "EMO": 1, "Not recorded": 0}


def test_where_no_family_is_known_there_is_no_number_of_families(counted: Counted) -> None:
    assert counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2025-01-10").families is None


def test_no_child_on_a_plan_is_a_true_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", cp_plans="child_id | start_date | end_date\nAnn | 2024-01-10 | 2024-06-01")
    assert (figure.value, figure.state) == (0, State.ZERO)


@pytest.mark.parametrize(
    ("period", "state"),
    [
        ("2024-11", State.NOT_COVERED),
        ("2025-01", State.VALUE),
        ("2025-02", State.AWAITING),
        ("2025-03", State.NOT_DUE),
    ],
)
def test_a_month_without_data_is_never_nought(counted: Counted, period: str, state: State) -> None:
    covers = ("2024-12-01", "2025-01-31")
    figure = counted(NAME, period, covers=covers, today="2025-04-10", cp_plans="child_id | start_date\nAnn | 2024-12-10")
    assert figure.state is state
    assert figure.value == (1 if state is State.VALUE else None)


def test_only_the_last_day_has_to_be_covered(counted: Counted) -> None:
    figure = counted(
        NAME, "2025/26 Q1", covers=("2025-06-30", "2025-06-30"), cp_plans="child_id | start_date\nAnn | 2024-12-10"
    )
    assert (figure.value, figure.state) == (1, State.VALUE)
