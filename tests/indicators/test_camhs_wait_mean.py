"""Spec: mean calendar days from referral to the first CAMHS assessment, for those assessed in the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "camhs_wait_mean"


def test_days_are_added_up_and_divided_by_the_referrals_assessed(counted: Counted) -> None:
    referrals = """
        referred_on | assessed_on
        2025-03-01  | 2025-03-11
        2025-02-28  | 2025-03-01
        2024-12-01  | 2025-03-31
    """
    figure = counted(NAME, "2025-03", camhs_referrals=referrals)
    assert parts(figure) == (10 + 1 + 120, 3)
    assert figure.value == pytest.approx(131 / 3)


@pytest.mark.parametrize(
    ("referred", "assessed", "days"),
    [
        ("2025-03-10", "2025-03-10", 0),
        ("2024-02-28", "2024-03-01", 2),
        ("2025-02-28", "2025-03-01", 1),
        ("2025-03-07", "2025-03-10", 3),
    ],
)
def test_every_day_of_the_calendar_counts_and_the_same_day_is_nought(
    counted: Counted, referred: str, assessed: str, days: int
) -> None:
    referrals = f"referred_on | assessed_on\n{referred} | {assessed}"
    assert parts(counted(NAME, f"{assessed} to {assessed}", camhs_referrals=referrals)) == (days, 1)


def test_a_child_who_still_waits_and_one_assessed_before_the_referral_are_left_out(counted: Counted) -> None:
    referrals = "referred_on | assessed_on\n2025-01-05 |\n2025-03-05 | 2025-03-04"
    assert counted(NAME, "2025-03", camhs_referrals=referrals).state is State.NO_CASES


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_the_wait_belongs_to_the_period_of_the_assessment(counted: Counted, day: str, counts: int) -> None:
    referrals = f"referred_on | assessed_on\n2025-01-05 | {day}"
    assert counted(NAME, "2025-03", camhs_referrals=referrals).denominator == counts


def test_a_referral_that_was_closed_since_still_waited(counted: Counted) -> None:
    referrals = "referred_on | assessed_on | discharged_on\n2025-03-01 | 2025-03-11 | 2025-03-12"
    assert parts(counted(NAME, "2025-03", camhs_referrals=referrals)) == (10, 1)


def test_each_group_has_its_own_mean(counted: Counted) -> None:
    referrals = """
        referred_on | assessed_on | source | date_of_birth | sex | ethnicity
        2025-03-01  | 2025-03-11  | gp     | 2015-03-01    | F   | AIND
        2025-03-01  | 2025-03-21  | school |               |     |
    """
    groups = {
        "source": {"gp": (10, 1), "school": (20, 1)},
        "age_band": {"10 to 15": (10, 1), "Not recorded": (20, 1)},
        "sex": {"F": (10, 1), "Not recorded": (20, 1)},
        "ethnicity": {"AIND": (10, 1), "Not recorded": (20, 1)},
    }
    for by, expected in groups.items():
        assert shares(counted(NAME, "2025-03", by=by, camhs_referrals=referrals)) == expected
