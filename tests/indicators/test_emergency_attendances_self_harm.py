"""Spec: attendances at emergency departments for self-harm, by kind."""

import pytest

from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "emergency_attendances_self_harm"


@pytest.mark.parametrize(
    ("category", "counts"),
    [
        ("self_harm_injury", 1),
        ("self_harm_poisoning", 1),
        ("self_harm_other", 1),
        ("unintentional", 0),
        ("deliberate", 0),
        ("undetermined", 0),
    ],
)
def test_only_what_the_child_did_to_itself_counts(counted: Counted, category: str, counts: int) -> None:
    attendances = f"attended_on | category\n2025-03-05 | {category}"
    assert counted(NAME, "2025-03", emergency_attendances=attendances).value == counts


@pytest.mark.parametrize(("day", "counts"), [("2024-01-31", 0), ("2024-02-29", 1), ("2024-03-01", 0)])
def test_it_counts_on_the_day_the_child_came_in(counted: Counted, day: str, counts: int) -> None:
    attendances = f"attended_on | category\n{day} | self_harm_injury"
    assert counted(NAME, "2024-02", emergency_attendances=attendances).value == counts


def test_a_child_who_comes_twice_is_counted_twice(counted: Counted) -> None:
    attendances = """
        child_id | attended_on | category
        Ann      | 2025-03-05  | self_harm_poisoning
        Ann      | 2025-03-06  | self_harm_poisoning
    """
    assert counted(NAME, "2025-03", emergency_attendances=attendances).value == 2


def test_kinds_ages_sexes_and_ethnicities_are_told_apart(counted: Counted) -> None:
    attendances = """
        attended_on | category            | date_of_birth | sex | ethnicity
        2025-03-05  | self_harm_injury    | 2010-03-05    | F   | MWBC
        2025-03-05  | self_harm_poisoning | 2009-03-05    | F   |
    """
    groups = {
        "category": {"self_harm_injury": 1, "self_harm_poisoning": 1},
        "age_band": {"10 to 15": 1, "16 and over": 1},
        "sex": {"F": 2},
        "ethnicity": {"MWBC": 1, "Not recorded": 1},
    }
    for by, expected in groups.items():
        assert numerators(counted(NAME, "2025-03", by=by, emergency_attendances=attendances)) == expected
