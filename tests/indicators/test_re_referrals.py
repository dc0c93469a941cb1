"""Spec: the share of referrals that came within twelve months of the same child's previous referral."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "re_referrals"


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
    referrals = f"child_id | referral_date\nAnn | {earlier}\nAnn | {later}"
    assert parts(counted(NAME, f"{later} to {later}", referrals=referrals)) == (again, 1)


def test_a_second_referral_on_the_same_day_is_not_a_re_referral(counted: Counted) -> None:
    referrals = "child_id | referral_date | source\nAnn | 2025-03-05 | 2A\nAnn | 2025-03-05 | 6"
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (0, 2)


def test_both_referrals_of_one_day_are_re_referrals_when_an_earlier_day_had_one(counted: Counted) -> None:
    referrals = """
        child_id | referral_date | source
        Ann      | 2025-02-05    | 2A
        Ann      | 2025-03-05    | 2A
        Ann      | 2025-03-05    | 6
    """
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (2, 2)


def test_in_a_chain_every_referral_after_the_first_is_a_re_referral(counted: Counted) -> None:
    """Each is held against the one before it, not against the first."""
    referrals = """
        child_id | referral_date
        Ann      | 2024-01-10
        Ann      | 2024-11-10
        Ann      | 2025-09-10
        Ann      | 2025-09-20
        Ann      | 2026-09-21
    """
    assert parts(counted(NAME, "2024-01-01 to 2026-12-31", referrals=referrals)) == (3, 5)


def test_a_previous_referral_that_led_to_no_further_action_is_a_referral(counted: Counted) -> None:
    referrals = "child_id | referral_date | no_further_action\nAnn | 2024-12-05 | yes\nAnn | 2025-03-05 | no"
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (1, 1)


def test_it_is_counted_from_the_previous_referral_and_not_from_when_the_case_closed(counted: Counted) -> None:
    referrals = "child_id | referral_date | closed_date\nAnn | 2023-12-05 | 2025-02-20\nAnn | 2025-03-05 |"
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (0, 1)


def test_a_brothers_referral_is_not_the_childs(counted: Counted) -> None:
    referrals = "child_id | family_id | referral_date\nAnn | Grey | 2025-02-05\nBen | Grey | 2025-03-05"
    assert parts(counted(NAME, "2025-03", referrals=referrals)) == (0, 1)


def test_the_look_ahead_does_not_count(counted: Counted) -> None:
    assert parts(counted(NAME, "2025-03", referrals="child_id | referral_date\nAnn | 2025-03-05\nAnn | 2025-04-05")) == (0, 1)


def test_families_are_those_that_came_back(counted: Counted) -> None:
    referrals = """
        child_id | family_id | referral_date
        Ann      | Grey      | 2025-02-05
        Ben      | Grey      | 2025-02-05
        Ann      | Grey      | 2025-03-05
        Ben      | Grey      | 2025-03-05
        Cal      | Hill      | 2025-03-05
    """
    figure = counted(NAME, "2025-03", referrals=referrals)
    assert (parts(figure), figure.families) == ((2, 3), 1)


def test_shares_by_source_are_of_the_referrals_from_that_source(counted: Counted) -> None:
    referrals = """
        child_id | referral_date | source
        Ann      | 2025-02-05    | 2A
        Ann      | 2025-03-05    | 6
        Ben      | 2025-03-05    | 6
        Cal      | 2025-03-05    |
    """
    found = shares(counted(NAME, "2025-03", by="source", referrals=referrals))
    assert found == {"2A": (0, 0), "6": (1, 2), "Not recorded": (0, 1)}


@pytest.mark.parametrize(
    ("covers_from", "state"),
    [("2024-03-01", State.VALUE), ("2024-03-02", State.PROVISIONAL), ("2025-03-01", State.PROVISIONAL)],
)
def test_it_is_provisional_until_the_year_before_the_period_is_covered(
    counted: Counted, covers_from: str, state: State
) -> None:
    figure = counted(
        NAME,
        "2025-03",
        covers=(covers_from, "2025-03-31"),
        referrals="child_id | referral_date\nAnn | 2025-03-05\nAnn | 2025-03-15",
    )
    assert (parts(figure), figure.state) == ((1, 2), state)
    assert ("the least it can be" in (figure.waiting_for or "")) == (state is State.PROVISIONAL)


def test_no_referral_is_no_cases(counted: Counted) -> None:
    assert counted(NAME, "2025-03", referrals="child_id | referral_date\nAnn | 2025-04-05").state is State.NO_CASES


def test_children_of_different_ages_are_told_apart(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | referral_date
        young | 2020-06-01 | 2025-03-10
        older | 2010-06-01 | 2025-03-10
    """
    assert shares(counted(NAME, "2025-03", by="age_band", referrals=rows)) == {"1 to 4": (0, 1), "10 to 15": (0, 1)}
