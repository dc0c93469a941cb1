"""Spec: referrals to CAMHS received in the period, accepted or not."""

import pytest

from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "camhs_referrals_received"


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_day_the_referral_was_received(counted: Counted, day: str, counts: int) -> None:
    referrals = f"referred_on | assessed_on\n{day} | 2025-05-10"
    assert counted(NAME, "2025-03", camhs_referrals=referrals).value == counts


def test_a_child_who_is_referred_twice_is_counted_twice(counted: Counted) -> None:
    referrals = """
        camhs_referral_id | child_id | referred_on
        R1                | Ann      | 2025-03-05
        R2                | Ann      | 2025-03-05
    """
    assert counted(NAME, "2025-03", camhs_referrals=referrals).value == 2


def test_a_referral_that_was_closed_without_being_accepted_was_not_accepted(counted: Counted) -> None:
    referrals = """
        referred_on | accepted_on | discharged_on
        2025-03-05  | 2025-03-10  |
        2025-03-05  | 2025-03-10  |
        2025-03-05  | 2025-03-10  | 2025-03-20
        2025-03-05  |             | 2025-03-20
        2025-03-05  |             | 2025-03-20
        2025-03-05  |             |
    """
    found = numerators(counted(NAME, "2025-03", by="outcome", camhs_referrals=referrals))
    assert found == {"Accepted": 3, "Not accepted": 2, "Not decided yet": 1}


def test_referrals_are_told_apart_by_source_age_sex_and_ethnicity(counted: Counted) -> None:
    referrals = """
        referred_on | source | date_of_birth | sex | ethnicity
        2025-03-05  | gp     | 2015-03-05    | F   | AIND
        2025-03-05  | school | 2015-03-06    | M   | AIND
        2025-03-05  |        |               |     |
    """
    groups = {
        "source": {"gp": 1, "school": 1, "Not recorded": 1},
        "age_band": {"10 to 15": 1, "5 to 9": 1, "Not recorded": 1},
        "sex": {"F": 1, "M": 1, "Not recorded": 1},
        "ethnicity": {"AIND": 2, "Not recorded": 1},
    }
    for by, expected in groups.items():
        assert numerators(counted(NAME, "2025-03", by=by, camhs_referrals=referrals)) == expected
