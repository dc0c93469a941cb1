"""Spec: sexual offences with a victim under 18 recorded by the police in the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "sexual_offences_against_children"


@pytest.mark.parametrize(
    ("category", "counts"), [("rape", 1), ("other_sexual", 1), ("violence_with_injury", 0), ("violence_without_injury", 0)]
)
def test_the_kinds_of_offence_that_count(counted: Counted, category: str, counts: int) -> None:
    offences = f"recorded_on | category\n2025-03-05 | {category}"
    assert counted(NAME, "2025-03", offences_against_children=offences).value == counts


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_day_it_was_recorded_whenever_it_had_an_outcome(counted: Counted, day: str, counts: int) -> None:
    offences = f"recorded_on | category | outcome_type | outcome_on\n{day} | rape | 18 | 2025-06-05"
    assert counted(NAME, "2025-03", offences_against_children=offences).value == counts


@pytest.mark.parametrize(
    ("types", "outcome"),
    [
        (["", " "], "No outcome yet"),
        (["1", "1a"], "Charge or summons"),
        (["2", "2A", "3", "3A", "6", "7", "8", "22", "23"], "Caution, community resolution or diversion"),
        (["4"], "Taken into consideration"),
        (["15"], "Evidential difficulties, victim supports action"),
        (["14", "16"], "Victim does not support action"),
        (["18"], "No suspect identified"),
        (["20"], "Passed to another body"),
        (["5", "9", "10", "11", "12", "13", "17", "21"], "Prosecution prevented or not in the public interest"),
    ],
)
def test_the_home_offices_outcome_types_are_grouped(counted: Counted, types: list[str], outcome: str) -> None:
    offences = "\n".join(["recorded_on | category | outcome_type", *(f"2025-03-05 | rape | {each}" for each in types)])
    found = numerators(counted(NAME, "2025-03", by="outcome", offences_against_children=offences))
    assert found == {outcome: len(types)}


def test_offences_against_one_child_are_counted_each(counted: Counted) -> None:
    offences = "child_id | recorded_on | category\nAnn | 2025-03-05 | rape\nAnn | 2025-03-05 | rape"
    assert counted(NAME, "2025-03", offences_against_children=offences).value == 2


def test_victims_and_kinds_are_told_apart(counted: Counted) -> None:
    offences = """
        recorded_on | category     | date_of_birth | sex | ethnicity
        2025-03-05  | rape         | 2015-03-05    | F   | CHNE
        2025-03-05  | other_sexual |               |     |
    """
    groups = {
        "category": {"rape": 1, "other_sexual": 1},
        "age_band": {"10 to 15": 1, "Not recorded": 1},
        "sex": {"F": 1, "Not recorded": 1},
        "ethnicity": {"CHNE": 1, "Not recorded": 1},
        "outcome": {"No outcome yet": 2},
    }
    for by, expected in groups.items():
        assert numerators(counted(NAME, "2025-03", by=by, offences_against_children=offences)) == expected


def test_no_offence_is_a_true_nought(counted: Counted) -> None:
    offences = "recorded_on | category\n2025-01-05 | rape"
    assert counted(NAME, "2025-03", offences_against_children=offences).state is State.ZERO
