"""Spec: children in treatment with CAMHS on the last day of the period, each once."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "camhs_children_in_treatment"


@pytest.mark.parametrize(("begins", "children"), [("2025-03-30", 1), ("2025-03-31", 1), ("2025-04-01", 0), ("", 0)])
def test_a_child_is_in_treatment_from_the_day_it_begins(counted: Counted, begins: str, children: int) -> None:
    referrals = f"referred_on | accepted_on | assessed_on | treated_from\n2025-01-05 | 2025-01-06 | 2025-02-05 | {begins}"
    assert counted(NAME, "2025-03", camhs_referrals=referrals).value == children


@pytest.mark.parametrize(("ends", "children"), [("2025-03-30", 0), ("2025-03-31", 0), ("2025-04-01", 1), ("", 1)])
def test_a_child_discharged_on_the_last_day_is_not(counted: Counted, ends: str, children: int) -> None:
    referrals = f"referred_on | treated_from | discharged_on\n2024-01-05 | 2024-02-05 | {ends}"
    assert counted(NAME, "2025-03", camhs_referrals=referrals).value == children


def test_a_child_with_two_referrals_counts_once(counted: Counted) -> None:
    referrals = """
        camhs_referral_id | child_id | referred_on | treated_from
        R1                | Ann      | 2025-01-05  | 2025-02-05
        R2                | Ann      | 2025-01-15  | 2025-02-15
        R3                | Ben      | 2025-01-15  | 2025-02-15
    """
    assert counted(NAME, "2025-03", camhs_referrals=referrals).value == 2


def test_a_child_stays_in_treatment_while_one_of_two_goes_on(counted: Counted) -> None:
    referrals = """
        camhs_referral_id | child_id | referred_on | treated_from | discharged_on
        R1                | Ann      | 2025-01-05  | 2025-02-05   | 2025-03-15
        R2                | Ann      | 2025-01-15  | 2025-02-15   |
    """
    assert counted(NAME, "2025-03", camhs_referrals=referrals).value == 1


@pytest.mark.parametrize(("by", "group"), [("age_band", "10 to 15"), ("sex", "M"), ("ethnicity", "BAFR")])
def test_children_are_told_apart_by_age_at_referral_sex_and_ethnicity(counted: Counted, by: str, group: str) -> None:
    referrals = """
        referred_on | treated_from | date_of_birth | sex | ethnicity
        2025-01-05  | 2025-02-05   | 2010-01-05    | M   | BAFR
        2025-01-05  | 2025-02-05   |               |     |
    """
    assert numerators(counted(NAME, "2025-03", by=by, camhs_referrals=referrals)) == {group: 1, "Not recorded": 1}


def test_nobody_in_treatment_is_a_true_nought(counted: Counted) -> None:
    assert counted(NAME, "2025-03", camhs_referrals="referred_on\n2025-01-05").state is State.ZERO
