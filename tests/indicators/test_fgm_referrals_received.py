"""Spec: referrals of girls for female genital mutilation, or the risk of it, in the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "fgm_referrals_received"


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_day_of_the_referral(counted: Counted, day: str, counts: int) -> None:
    assert counted(NAME, "2025-03", fgm_referrals=f"referred_on\n{day}").value == counts


def test_a_girl_who_is_referred_twice_is_counted_twice(counted: Counted) -> None:
    referrals = "child_id | referred_on | source\nAnn | 2025-03-05 | school\nAnn | 2025-03-05 | police"
    assert counted(NAME, "2025-03", fgm_referrals=referrals).value == 2


def test_an_unborn_girl_counts_and_so_does_a_referral_without_a_source(counted: Counted) -> None:
    referrals = """
        referred_on | date_of_birth | source
        2025-03-05  | 2025-04-01    | maternity
        2025-03-05  |               |
    """
    found = numerators(counted(NAME, "2025-03", by="age_band", fgm_referrals=referrals))
    assert found == {"Unborn": 1, "Not recorded": 1}
    found = numerators(counted(NAME, "2025-03", by="source", fgm_referrals=referrals))
    assert found == {"maternity": 1, "Not recorded": 1}


def test_no_referral_is_a_true_nought(counted: Counted) -> None:
    assert counted(NAME, "2025-03", fgm_referrals="referred_on\n2025-01-05").state is State.ZERO
