"""Spec: median calendar days from referral to the first CAMHS assessment, for those assessed in the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted

NAME = "camhs_wait_median"
FOUR = """
    referred_on | assessed_on | source
    2025-03-01  | 2025-03-02  | gp
    2025-03-01  | 2025-03-05  | gp
    2025-03-01  | 2025-03-11  | school
    2024-03-01  | 2025-03-01  | school
"""


def test_one_very_long_wait_does_not_move_it(counted: Counted) -> None:
    """Waits of 1, 4, 10 and 365 days: the middle lies between 4 and 10."""
    assert counted(NAME, "2025-03", camhs_referrals=FOUR).value == pytest.approx(7)


def test_of_three_it_is_the_second(counted: Counted) -> None:
    referrals = "referred_on | assessed_on\n2025-03-01 | 2025-03-03\n2025-03-01 | 2025-03-06\n2025-03-01 | 2025-03-31"
    assert counted(NAME, "2025-03", camhs_referrals=referrals).value == pytest.approx(5)


def test_a_year_is_not_the_middle_of_its_quarters(counted: Counted) -> None:
    referrals = "referred_on | assessed_on\n2024-05-01 | 2024-05-03\n2025-03-01 | 2025-03-11\n2025-03-01 | 2025-03-13"
    assert counted(NAME, "2024/25 Q4", camhs_referrals=referrals).value == pytest.approx(11)
    assert counted(NAME, "2024/25", camhs_referrals=referrals).value == pytest.approx(10)


@pytest.mark.parametrize(("day", "days"), [("2025-02-28", None), ("2025-03-01", 59), ("2025-03-31", 89), ("2025-04-01", None)])
def test_the_wait_belongs_to_the_period_of_the_assessment(counted: Counted, day: str, days: int | None) -> None:
    referrals = f"referred_on | assessed_on\n2025-01-01 | {day}"
    figure = counted(NAME, "2025-03", camhs_referrals=referrals)
    assert (figure.value, figure.state is State.NO_CASES) == (days, days is None)


def test_a_child_who_still_waits_and_one_assessed_before_the_referral_are_left_out(counted: Counted) -> None:
    referrals = """
        referred_on | assessed_on
        2025-01-05  |
        2025-03-05  | 2025-03-04
        2025-03-05  | 2025-03-05
        2025-03-05  | 2025-03-07
    """
    figure = counted(NAME, "2025-03", camhs_referrals=referrals)
    assert (figure.value, figure.denominator) == (pytest.approx(1), 2)


def middles(found: object) -> dict[str, float | None]:
    assert isinstance(found, dict)
    return {group: figure.value for group, figure in found.items()}


def test_each_group_has_its_own_middle(counted: Counted) -> None:
    assert middles(counted(NAME, "2025-03", by="source", camhs_referrals=FOUR)) == {"gp": 2.5, "school": 187.5}


@pytest.mark.parametrize(("by", "group"), [("age_band", "10 to 15"), ("sex", "F"), ("ethnicity", "AIND")])
def test_children_are_told_apart(counted: Counted, by: str, group: str) -> None:
    referrals = """
        referred_on | assessed_on | date_of_birth | sex | ethnicity
        2025-03-01  | 2025-03-11  | 2015-03-01    | F   | AIND
        2025-03-01  | 2025-03-21  |               |     |
    """
    assert middles(counted(NAME, "2025-03", by=by, camhs_referrals=referrals)) == {group: 10, "Not recorded": 20}
