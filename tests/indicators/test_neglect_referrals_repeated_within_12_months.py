"""Spec: the share of referrals for neglect that came within twelve months of the child's previous one for neglect."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "neglect_referrals_repeated_within_12_months"


@pytest.mark.parametrize(
    ("earlier", "later", "again"),
    [
        ("2024-03-11", "2025-03-10", 1),
        ("2024-03-10", "2025-03-10", 1),
        ("2024-03-09", "2025-03-10", 0),
        ("2025-03-09", "2025-03-10", 1),
        ("2024-02-29", "2025-02-28", 1),
        ("2024-02-29", "2025-03-01", 0),
        ("2023-02-28", "2024-02-28", 1),
        ("2023-02-28", "2024-02-29", 0),
    ],
)
def test_the_same_day_a_year_on_is_within_twelve_months_and_the_day_after_is_not(
    counted: Counted, earlier: str, later: str, again: int
) -> None:
    referrals = f"child_id | referral_date | neglect\nAnn | {earlier} | yes\nAnn | {later} | yes"
    assert parts(counted(NAME, f"{later} to {later}", referrals=referrals)) == (again, 1)


def test_only_referrals_for_neglect_are_in_the_total(counted: Counted) -> None:
    referrals = """
        child_id | referral_date | neglect
        Ann      | 2024-10-05            | yes
        Ann      | 2025-03-05    | no
        Ben      | 2024-10-05            | yes
        Ben      | 2025-03-05    |
        Cal      | 2024-10-05            | yes
        Cal      | 2025-03-05    | yes
    """
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (1, 1)


def test_the_previous_referral_must_have_been_for_neglect_too(counted: Counted) -> None:
    referrals = """
        child_id | referral_date | neglect
        Ann      | 2024-10-05            | no
        Ann      | 2025-03-05    | yes
        Ben      | 2024-10-05            |
        Ben      | 2025-03-05    | yes
    """
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (0, 2)


def test_a_referral_for_something_else_in_between_is_passed_over(counted: Counted) -> None:
    referrals = "child_id | referral_date | neglect\nAnn | 2024-10-05 | yes\nAnn | 2024-12-05 | no\nAnn | 2025-03-05 | yes"
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (1, 1)


def test_each_is_held_against_the_one_before_it_and_not_the_first(counted: Counted) -> None:
    referrals = """
        child_id | referral_date | neglect
        Ann      | 2023-01-10    | yes
        Ann      | 2024-06-10    | yes
        Ann      | 2025-03-05    | yes
    """
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (1, 1)


def test_a_second_referral_on_the_same_day_is_not_repeated_by_the_first(counted: Counted) -> None:
    referrals = "child_id | referral_date | source | neglect\nAnn | 2025-03-05 | 2A | yes\nAnn | 2025-03-05 | 6 | yes"
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (0, 2)


def test_a_day_with_two_referrals_was_for_neglect_when_either_was(counted: Counted) -> None:
    referrals = """
        child_id | referral_date | source | neglect
        Ann      | 2024-10-05            | 2A     | no
        Ann      | 2024-10-05            | 6      | yes
        Ann      | 2025-03-05    | 6      | yes
    """
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (1, 1)


def test_a_brothers_referral_is_not_the_childs_and_a_later_one_does_not_count(counted: Counted) -> None:
    referrals = """
        child_id | family_id | referral_date | neglect
        Ann      | Grey      | 2024-10-05            | yes
        Ben      | Grey      | 2025-03-05    | yes
        Ben      | Grey      | 2025-04-05    | yes
    """
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (0, 1)


def test_shares_by_source_and_age_and_the_families_that_came_back(counted: Counted) -> None:
    referrals = """
        child_id | family_id | date_of_birth | referral_date | source | neglect
        Ann      | Grey      | 2020-03-05    | 2024-10-05            | 2A     | yes
        Ben      | Grey      | 2020-03-06    | 2024-10-05            | 2A     | yes
        Ann      | Grey      | 2020-03-05    | 2025-03-05    | 6      | yes
        Ben      | Grey      | 2020-03-06    | 2025-03-05    | 6      | yes
        Cal      | Hill      |               | 2025-03-05    |        | yes
    """
    by_source = shares(counted(NAME, "2025-03", by="source", referrals=referrals))
    assert by_source == {"2A": (0, 0), "6": (2, 2), "Not recorded": (0, 1)}
    by_age = shares(counted(NAME, "2025-03", by="age_band", referrals=referrals))
    assert {group: share for group, share in by_age.items() if share != (0, 0)} == {
        "5 to 9": (1, 1),
        "1 to 4": (1, 1),
        "Not recorded": (0, 1),
    }
    assert counted(NAME, "2025-03", referrals=referrals).families == 1


@pytest.mark.parametrize(("covers_from", "state"), [("2024-03-01", State.VALUE), ("2024-03-02", State.PROVISIONAL)])
def test_it_is_provisional_until_the_time_it_looks_back_is_covered(counted: Counted, covers_from: str, state: State) -> None:
    referrals = "child_id | referral_date | neglect\nAnn | 2024-10-05 | yes\nAnn | 2025-03-05 | yes"
    figure = counted(NAME, "2025-03", covers=(covers_from, "2025-03-31"), referrals=referrals)
    assert (parts(figure), figure.state) == ((1, 1), state)


def test_where_neglect_is_not_recorded_there_is_no_figure_and_never_a_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", referrals="child_id | referral_date\nAnn | 2024-10-05\nAnn | 2025-03-05")
    assert (figure.value, figure.state) == (None, State.NO_CASES)
