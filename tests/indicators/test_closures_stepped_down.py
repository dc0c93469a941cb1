"""Spec: the share of social care cases closed in the period whose child went on in early help."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "closures_stepped_down"
CLOSED = "child_id | referral_date | closed_date | no_further_action\nAnn | 2024-10-05 | 2025-03-10 | no"


@pytest.mark.parametrize(
    ("opened", "closed", "followed"),
    [
        pytest.param("2025-04-09", "", 1, id="opened_on_day_30"),
        pytest.param("2025-04-10", "", 0, id="opened_on_day_31"),
        pytest.param("2025-03-10", "", 1, id="opened_on_the_day_of_closing"),
        pytest.param("2024-12-01", "", 1, id="open_before_the_closing_and_still_open"),
        pytest.param("2024-12-01", "2025-03-11", 1, id="closed_the_day_after_the_closing"),
        pytest.param("2024-12-01", "2025-03-10", 0, id="closed_on_the_day_of_closing"),
        pytest.param("2024-12-01", "2025-03-09", 0, id="closed_before_the_closing"),
        pytest.param("2025-03-20", "2025-03-25", 1, id="opened_and_closed_within_the_30_days"),
    ],
)
def test_early_help_goes_on_after_the_closing_or_opens_within_30_days(
    counted: Counted, opened: str, closed: str, followed: int
) -> None:
    episodes = f"child_id | opened_on | closed_on\nAnn | {opened} | {closed}"
    assert parts(counted(NAME, "2025-03", referrals=CLOSED, early_help_episodes=episodes)) == (followed, 1)


def test_a_case_followed_by_two_episodes_counts_once(counted: Counted) -> None:
    episodes = "child_id | opened_on\nAnn | 2025-03-12\nAnn | 2025-03-14"
    assert parts(counted(NAME, "2025-03", referrals=CLOSED, early_help_episodes=episodes)) == (1, 1)


def test_a_brothers_early_help_is_not_the_childs(counted: Counted) -> None:
    episodes = "child_id | opened_on\nBen | 2025-03-12"
    assert parts(counted(NAME, "2025-03", referrals=CLOSED, early_help_episodes=episodes)) == (0, 1)


def test_a_referral_without_further_action_was_no_case_and_an_unknown_one_was(counted: Counted) -> None:
    referrals = """
        child_id | referral_date | closed_date | no_further_action
        Ann      | 2025-02-05    | 2025-03-10  | yes
        Ben      | 2025-02-05    | 2025-03-10  | no
        Cal      | 2025-02-05    | 2025-03-10  |
        Dee      | 2025-02-05    |             | no
    """
    episodes = "child_id | opened_on\nAnn | 2025-03-12\nBen | 2025-03-12\nCal | 2025-03-12\nDee | 2025-03-12"
    assert parts(counted(NAME, "2025-03", referrals=referrals, early_help_episodes=episodes)) == (2, 2)


def test_the_day_of_closing_decides_the_period(counted: Counted) -> None:
    referrals = """
        child_id       | referral_date | closed_date
        the_day_before | 2025-02-05    | 2025-02-28
        on_the_first   | 2025-02-05    | 2025-03-01
        on_the_last    | 2025-02-05    | 2025-03-31
        the_day_after  | 2025-02-05    | 2025-04-01
    """
    episodes = "child_id | opened_on\non_the_last | 2025-04-20\nthe_day_before | 2025-03-05"
    assert parts(counted(NAME, "2025-03", referrals=referrals, early_help_episodes=episodes)) == (1, 2)


def test_shares_by_age_at_referral_and_families(counted: Counted) -> None:
    referrals = """
        child_id | family_id | date_of_birth | referral_date | closed_date
        Ann      | Grey      | 2020-02-05    | 2025-02-05    | 2025-03-10
        Ben      | Grey      | 2020-02-06    | 2025-02-05    | 2025-03-10
        Cal      | Hill      |               | 2025-02-05    | 2025-03-10
    """
    episodes = "child_id | opened_on\nAnn | 2025-03-12\nBen | 2025-03-12"
    found = counted(NAME, "2025-03", by="age_band", referrals=referrals, early_help_episodes=episodes)
    assert shares(found) == {"5 to 9": (1, 1), "1 to 4": (1, 1), "Not recorded": (0, 1)}
    assert counted(NAME, "2025-03", referrals=referrals, early_help_episodes=episodes).families == 1


@pytest.mark.parametrize(("covers_to", "state"), [("2025-04-29", State.PROVISIONAL), ("2025-04-30", State.VALUE)])
def test_it_is_provisional_until_30_days_have_run_out_after_the_last_day(
    counted: Counted, covers_to: str, state: State
) -> None:
    episodes = "child_id | opened_on\nAnn | 2025-03-12"
    figure = counted(NAME, "2025-03", covers=("2024-10-01", covers_to), referrals=CLOSED, early_help_episodes=episodes)
    assert (figure.value, figure.state) == (100, state)


def test_without_early_help_it_is_awaited_and_not_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", referrals=CLOSED)
    assert (figure.value, figure.state) == (None, State.AWAITING)
    assert "Early Help" in (figure.waiting_for or "")
