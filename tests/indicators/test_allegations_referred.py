"""Spec: allegations against people who work with children referred to the designated officer in the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "allegations_referred"


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_day_the_designated_officer_was_told(counted: Counted, day: str, counts: int) -> None:
    allegations = f"referred_on | concluded_on\n{day} | 2025-06-01"
    assert counted(NAME, "2025-03", allegations=allegations).value == counts


def test_allegations_are_told_apart_by_the_agency_that_referred(counted: Counted) -> None:
    allegations = "referred_on | referred_by\n2025-03-05 | education\n2025-03-05 | health\n2025-03-05 |"
    found = numerators(counted(NAME, "2025-03", by="agency", allegations=allegations))
    assert found == {"education": 1, "health": 1, "Not recorded": 1}


@pytest.mark.parametrize(
    ("agency", "setting", "group"),
    [
        ("education", "free_school", "free_school"),
        ("education", "", "Not recorded"),
        ("police", "free_school", "free_school"),
        ("police", "", "Not in education"),
        ("", "", "Not recorded"),
        ("", "special", "special"),
    ],
)
def test_those_of_education_are_told_apart_by_kind_of_setting(counted: Counted, agency: str, setting: str, group: str) -> None:
    allegations = f"referred_on | referred_by | setting\n2025-03-05 | {agency} | {setting}"
    assert numerators(counted(NAME, "2025-03", by="setting", allegations=allegations)) == {group: 1}


@pytest.mark.parametrize(
    ("concluded", "outcome", "group"),
    [
        ("", "", "Not concluded yet"),
        ("", "unfounded", "Not concluded yet"),
        ("2025-04-05", "unfounded", "unfounded"),
        ("2025-04-05", "", "Not recorded"),
    ],
)
def test_a_case_that_is_open_has_no_outcome_yet(counted: Counted, concluded: str, outcome: str, group: str) -> None:
    allegations = f"referred_on | concluded_on | outcome\n2025-03-05 | {concluded} | {outcome}"
    assert numerators(counted(NAME, "2025-03", by="outcome", allegations=allegations)) == {group: 1}


def test_no_allegation_is_a_true_nought(counted: Counted) -> None:
    assert counted(NAME, "2025-03", allegations="referred_on\n2025-01-05").state is State.ZERO
