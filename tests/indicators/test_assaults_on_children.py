"""Spec: assaults, with and without injury, on victims under 18 recorded by the police in the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "assaults_on_children"


@pytest.mark.parametrize(
    ("category", "counts"), [("violence_with_injury", 1), ("violence_without_injury", 1), ("rape", 0), ("other_sexual", 0)]
)
def test_the_kinds_of_offence_that_count(counted: Counted, category: str, counts: int) -> None:
    offences = f"recorded_on | category\n2025-03-05 | {category}"
    assert counted(NAME, "2025-03", offences_against_children=offences).value == counts


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_day_it_was_recorded_whenever_it_had_an_outcome(counted: Counted, day: str, counts: int) -> None:
    offences = f"recorded_on | category | outcome_type | outcome_on\n{day} | violence_with_injury | 18 | 2025-06-05"
    assert counted(NAME, "2025-03", offences_against_children=offences).value == counts


def test_offences_against_one_child_are_counted_each(counted: Counted) -> None:
    offences = (
        "child_id | recorded_on | category\nAnn | 2025-03-05 | violence_with_injury\nAnn | 2025-03-05 | violence_with_injury"
    )
    assert counted(NAME, "2025-03", offences_against_children=offences).value == 2


def test_victims_and_kinds_are_told_apart(counted: Counted) -> None:
    offences = """
        recorded_on | category                | date_of_birth | sex | ethnicity
        2025-03-05  | violence_with_injury    | 2015-03-05    | F   | CHNE
        2025-03-05  | violence_without_injury |               |     |
    """
    groups = {
        "category": {"violence_with_injury": 1, "violence_without_injury": 1},
        "age_band": {"10 to 15": 1, "Not recorded": 1},
        "sex": {"F": 1, "Not recorded": 1},
        "ethnicity": {"CHNE": 1, "Not recorded": 1},
        "outcome": {"No outcome yet": 2},
    }
    for by, expected in groups.items():
        assert numerators(counted(NAME, "2025-03", by=by, offences_against_children=offences)) == expected


def test_no_offence_is_a_true_nought(counted: Counted) -> None:
    offences = "recorded_on | category\n2025-01-05 | violence_with_injury"
    assert counted(NAME, "2025-03", offences_against_children=offences).state is State.ZERO
