"""Spec: referrals received in the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "referrals"


def test_the_first_and_the_last_day_of_the_period_are_in_it(counted: Counted) -> None:
    referrals = """
        child_id        | referral_date
        the_day_before  | 2025-02-28
        on_the_first    | 2025-03-01
        on_the_last     | 2025-03-31
        the_day_after   | 2025-04-01
    """
    assert counted(NAME, "2025-03", referrals=referrals).value == 2


def test_a_child_referred_twice_counts_twice_even_on_one_day_from_two_sources(counted: Counted) -> None:
    referrals = """
        child_id | referral_date | source
        Ann      | 2025-03-05    | 2A
        Ann      | 2025-03-05    | 6
        Ann      | 2025-03-25    | 2A
    """
    assert counted(NAME, "2025-03", referrals=referrals).value == 3


def test_one_referral_listed_twice_counts_once(counted: Counted) -> None:
    referrals = "child_id | referral_date | source\nAnn | 2025-03-05 | 2A\nAnn | 2025-03-05 | 2A"
    assert counted(NAME, "2025-03", referrals=referrals).value == 1


def test_a_referral_that_led_to_no_further_action_counts(counted: Counted) -> None:
    referrals = """
        child_id | referral_date | no_further_action
        Ann      | 2025-03-05    | yes
        Ben      | 2025-03-05    | no
        Cal      | 2025-03-05    |
    """
    found = numerators(counted(NAME, "2025-03", by="outcome", referrals=referrals))
    assert found == {"No further action": 1, "Led to further work": 1, "Not recorded": 1}


def test_a_source_that_is_empty_or_no_known_code_is_not_recorded(counted: Counted) -> None:
    referrals = """
        child_id | referral_date | source
        Ann      | 2025-03-05    | 2a
        Ben      | 2025-03-05    |
        Cal      | 2025-03-05    | 99Z
    """
    assert numerators(counted(NAME, "2025-03", by="source", referrals=referrals)) == {"2A": 1, "Not recorded": 2}


def test_age_is_taken_on_the_day_of_the_referral(counted: Counted) -> None:
    referrals = """
        child_id        | date_of_birth | referral_date
        one_that_day    | 2024-03-05    | 2025-03-05
        one_the_next    | 2024-03-06    | 2025-03-05
        leap_day_child  | 2024-02-29    | 2025-02-28
        born_that_day   | 2025-03-05    | 2025-03-05
    """
    found = numerators(counted(NAME, "2025-02-01 to 2025-03-31", by="age_band", referrals=referrals))
    assert found == {"1 to 4": 1, "Under 1": 3}


def test_families_are_counted_apart_from_referrals(counted: Counted) -> None:
    referrals = """
        child_id | family_id | referral_date
        Ann      | Grey      | 2025-03-05
        Ben      | Grey      | 2025-03-05
        Cal      |           | 2025-03-05
    """
    figure = counted(NAME, "2025-03", referrals=referrals)
    assert (figure.value, figure.families) == (3, 1)


@pytest.mark.parametrize(
    ("period", "received"),
    [("2025-03", 1), ("2024/25 Q4", 2), ("2024/25", 3), ("2024/25 academic", 3), ("2025-03-01 to 2025-03-05", 1)],
)
def test_one_rule_holds_in_every_calendar(counted: Counted, period: str, received: int) -> None:
    referrals = """
        child_id | referral_date
        Ann      | 2024-04-01
        Ben      | 2025-01-01
        Cal      | 2025-03-05
        Dot      | 2025-08-31
        Eve      | 2025-09-01
    """
    assert counted(NAME, period, referrals=referrals).value == received


def test_a_file_that_holds_none_in_the_month_says_a_true_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", referrals="child_id | referral_date\nAnn | 2025-04-05")
    assert (figure.value, figure.state) == (0, State.ZERO)


def test_another_datasets_file_says_nothing_about_referrals(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2025-03-05")
    assert (figure.value, figure.state) == (None, State.AWAITING)
    assert "Testbridge Council" in (figure.waiting_for or "")


def test_by_source_and_outcome_each_referral_stands_in_one_cell(counted: Counted) -> None:
    referrals = """
        child_id | referral_date | source | no_further_action
        Ann      | 2025-03-05    | 6      | yes
        Ben      | 2025-03-05    | 6      | yes
        Cal      | 2025-03-05    | 6      | no
        Dee      | 2025-03-05    | 2A     |
        Eve      | 2025-03-05    |        | no
    """
    assert numerators(counted(NAME, "2025-03", by="source_outcome", referrals=referrals)) == {
        "6 / No further action": 2,
        "6 / Led to further work": 1,
        "2A / Not recorded": 1,
        "Not recorded / Led to further work": 1,
    }
