"""Spec: the share of plans that started within two years of the end of the child's last plan."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "cp_plans_repeat_within_two_years"


def _again(ended: str, started: str) -> str:
    return f"child_id | start_date | end_date\nAnn | 2020-01-06 | {ended}\nAnn | {started} |"


@pytest.mark.parametrize(
    ("ended", "started", "repeat"),
    [
        ("2023-03-09", "2025-03-10", 0),
        ("2023-03-10", "2025-03-10", 1),
        ("2023-03-11", "2025-03-10", 1),
        ("2025-03-10", "2025-03-10", 1),
        ("2025-03-11", "2025-03-10", 0),
        ("2024-02-29", "2026-02-28", 1),
        ("2024-02-29", "2026-03-01", 0),
        ("2022-02-28", "2024-02-28", 1),
        ("2022-02-28", "2024-02-29", 0),
    ],
)
def test_the_same_date_two_years_on_is_the_last_that_counts(counted: Counted, ended: str, started: str, repeat: int) -> None:
    """A plan that is still open, or ends later, is none before."""
    assert parts(counted(NAME, started[:7], cp_plans=_again(ended, started))) == (repeat, 1)


def test_the_earlier_plan_of_another_child_is_none_of_this_one(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date
        Ann      | 2023-06-06 | 2024-01-06
        Ann      | 2025-03-10 |
        Ben      | 2025-03-10 |
    """
    assert parts(counted(NAME, "2025-03", cp_plans=rows)) == (1, 2)


def test_the_last_plan_before_decides_and_not_the_first(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date
        Ann      | 2018-01-06 | 2019-01-06
        Ann      | 2023-06-06 | 2024-01-06
        Ann      | 2025-03-10 |
    """
    assert parts(counted(NAME, "2025-03", cp_plans=rows)) == (1, 1)


STILL_OPEN = "Ann | 2024-02-01 |"
"""A plan that overlaps the one that is asked about: what ended before it is then looked for among all earlier ones."""


@pytest.mark.parametrize(
    ("earlier", "started", "found"),
    [
        pytest.param("Ann | 2018-01-06 | 2019-01-06\nAnn | 2023-06-06 | 2024-01-06", "", (1, 1), id="the_last_of_two"),
        pytest.param("Ann | 2018-01-06 | 2019-01-06", "", (0, 1), id="only_one_of_long_ago"),
        pytest.param("Ben | 2023-06-06 | 2024-01-06", "", (0, 1), id="none_but_another_childs"),
        pytest.param("", "2025-03-10", (0, 1), id="none_but_itself_which_ends_as_it_starts"),
        pytest.param("Ann | 2023-06-06 | 2025-03-10", "", (1, 1), id="ended_on_the_day"),
        pytest.param("Ann | 2023-06-06 | 2025-03-11", "", (0, 1), id="ended_the_day_after"),
    ],
)
def test_beside_a_plan_that_is_still_open_the_last_one_that_had_ended_decides(
    counted: Counted, earlier: str, started: str, found: tuple[int, int]
) -> None:
    rows = f"child_id | start_date | end_date\n{earlier}\n{STILL_OPEN}\nAnn | 2025-03-10 | {started}"
    assert parts(counted(NAME, "2025-03", cp_plans=rows)) == found


def test_two_children_with_plans_still_open_have_each_their_own_last_one(counted: Counted) -> None:
    rows = f"""
        child_id | start_date | end_date
        Ben      | 2023-06-06 | 2024-01-06
        Ben      | 2024-02-01 |
        {STILL_OPEN}
        Ann      | 2025-03-10 |
        Ben      | 2025-03-10 |
    """
    assert parts(counted(NAME, "2025-03", cp_plans=rows)) == (1, 2)


def test_each_plan_beside_one_still_open_has_its_own_last_one(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date
        Ann      | 2018-01-06 | 2019-01-06
        Ann      | 2019-06-01 |
        Ann      | 2023-01-10 | 2024-06-01
        Ann      | 2025-03-10 |
    """
    assert parts(counted(NAME, "2023-01", cp_plans=rows)) == (0, 1)
    assert parts(counted(NAME, "2025-03", cp_plans=rows)) == (1, 1)


def test_a_plan_of_another_child_is_none_before(counted: Counted) -> None:
    rows = "child_id | start_date | end_date\nBen | 2023-06-06 | 2024-01-06\nAnn | 2025-03-10 |"
    assert parts(counted(NAME, "2025-03", cp_plans=rows)) == (0, 1)


def test_a_plan_is_not_before_itself(counted: Counted) -> None:
    rows = "child_id | start_date | end_date\nAnn | 2025-03-10 | 2025-03-10"
    assert parts(counted(NAME, "2025-03", cp_plans=rows)) == (0, 1)


@pytest.mark.parametrize(
    ("given", "repeat"), [("2023-03-09", (0, 1)), ("2023-03-10", (1, 1)), ("2025-03-10", (1, 1)), ("2025-03-11", (0, 0))]
)
def test_the_day_that_the_sender_gives_counts_unless_it_is_after_the_start(
    counted: Counted, given: str, repeat: tuple[int, int]
) -> None:
    rows = f"child_id | start_date | previous_ended_on | previous_plans\nAnn | 2025-03-10 | {given} | 1"
    assert parts(counted(NAME, "2025-03", cp_plans=rows)) == repeat


@pytest.mark.parametrize(("held", "given"), [("2024-01-06", "2021-01-06"), ("2021-01-06", "2024-01-06")])
def test_of_the_day_given_and_the_day_held_the_later_counts(counted: Counted, held: str, given: str) -> None:
    rows = f"""
        child_id | start_date | end_date | previous_ended_on
        Ann      | 2020-01-06 | {held}   |
        Ann      | 2025-03-10 |          | {given}
    """
    assert parts(counted(NAME, "2025-03", cp_plans=rows)) == (1, 1)


def test_families_and_shares_by_category_and_age(counted: Counted) -> None:
    rows = """
        child_id | family_id | date_of_birth | start_date | previous_ended_on | initial_category
        Ann      | Grey      | 2022-01-01    | 2025-03-10 | 2024-03-10        | NEG
        Ben      | Grey      | 2022-01-01    | 2025-03-10 | 2024-03-10        | NEG
        Cal      | Hill      |               | 2025-03-10 |                   | EMO
        Dot      | Hill      |               | 2025-04-01 | 2024-03-10        | EMO
    """
    assert counted(NAME, "2025-03", cp_plans=rows).families == 1
    by_category = shares(counted(NAME, "2025-03", by="initial_category", cp_plans=rows))
    assert by_category == {"NEG": (2, 2), "EMO": (0, 1)}
    by_age = shares(counted(NAME, "2025-03", by="age_band", cp_plans=rows))
    assert by_age == {"1 to 4": (2, 2), "Not recorded": (0, 1)}


@pytest.mark.parametrize(("covers_from", "state"), [("2023-03-01", State.ZERO), ("2023-03-02", State.PROVISIONAL)])
def test_it_is_provisional_while_less_than_two_years_are_held(counted: Counted, covers_from: str, state: State) -> None:
    rows = "child_id | start_date\nAnn | 2025-03-10"
    assert counted(NAME, "2025-03", covers=(covers_from, "2025-03-31"), cp_plans=rows).state is state


@pytest.mark.parametrize(
    ("first_end", "previous", "found"),
    [
        ("2023-03-11", "1", (0, 0, 1)),
        ("2023-03-10", "1", (0, 1, None)),
        ("", "1", (0, 0, 1)),
        ("2023-03-11", "0", (0, 1, None)),
        ("2023-03-11", "", (0, 1, None)),
    ],
    ids=["held_for_less_than_two_years", "for_two_years", "nothing_ended", "no_earlier_plan", "none_said"],
)
def test_an_earlier_plan_that_no_file_reaches_is_counted_apart(
    counted: Counted, first_end: str, previous: str, found: tuple[int, int, int | None]
) -> None:
    """The files reach back to the first plan in them that ended: what ended before it cannot be seen."""
    rows = f"""
        child_id | start_date | end_date    | previous_plans
        Ben      | 2022-01-06 | {first_end} |
        Ann      | 2025-03-10 |             | {previous}
    """
    figure = counted(NAME, "2025-03", cp_plans=rows)
    assert (*parts(figure), figure.not_determinable) == found


def test_the_files_reach_back_to_the_first_plan_that_ended_and_not_the_last(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | previous_plans
        Ben      | 2022-01-06 | 2022-06-01 |
        Cat      | 2022-01-06 | 2024-06-01 |
        Ann      | 2025-03-10 |            | 1
    """
    figure = counted(NAME, "2025-03", cp_plans=rows)
    assert (*parts(figure), figure.not_determinable) == (0, 1, None)


def test_an_earlier_plan_that_is_held_is_judged_however_short_the_files_are(counted: Counted) -> None:
    rows = "child_id | start_date | end_date | previous_plans\nAnn | 2024-06-01 | 2024-12-01 | 0\nAnn | 2025-03-10 | | 1"
    figure = counted(NAME, "2025-03", cp_plans=rows)
    assert (*parts(figure), figure.not_determinable) == (1, 1, None)


def test_what_cannot_be_judged_is_counted_apart_in_each_group(counted: Counted) -> None:
    rows = "child_id | start_date | initial_category | previous_plans\nAnn | 2025-03-10 | NEG | 1\nBen | 2025-03-11 | PHY | 0"
    rows += "\nCat | 2025-03-12 | NEG | 0"
    found = counted(NAME, "2025-03", by="initial_category", cp_plans=rows)
    assert {group: each.not_determinable for group, each in found.items()} == {"NEG": 1, "PHY": None}
