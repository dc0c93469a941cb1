"""Spec: attendances at emergency departments for injury, unintentional, deliberate or of intent not known."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "emergency_attendances_injury"


@pytest.mark.parametrize(
    ("category", "counts"),
    [
        ("unintentional", 1),
        ("deliberate", 1),
        ("undetermined", 1),
        ("self_harm_injury", 0),
        ("self_harm_poisoning", 0),
        ("self_harm_other", 0),
    ],
)
def test_every_intent_but_self_harm_is_an_injury(counted: Counted, category: str, counts: int) -> None:
    attendances = f"attended_on | category\n2025-03-05 | {category}"
    assert counted(NAME, "2025-03", emergency_attendances=attendances).value == counts


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_day_the_child_came_in(counted: Counted, day: str, counts: int) -> None:
    attendances = f"attended_on | category\n{day} | unintentional"
    assert counted(NAME, "2025-03", emergency_attendances=attendances).value == counts


def test_a_child_who_comes_twice_on_one_day_is_counted_twice(counted: Counted) -> None:
    attendances = """
        attendance_id | child_id | attended_on | category
        E1            | Ann      | 2025-03-05  | unintentional
        E2            | Ann      | 2025-03-05  | unintentional
    """
    assert counted(NAME, "2025-03", emergency_attendances=attendances).value == 2


def test_injuries_are_told_apart_by_kind_age_sex_and_ethnicity(counted: Counted) -> None:
    attendances = """
        attended_on | category      | date_of_birth | sex | ethnicity
        2025-03-05  | unintentional | 2023-03-05    | F   | WBRI
        2025-03-05  | deliberate    | 2023-03-05    | M   | wbri
        2025-03-05  | undetermined  |               |     |
    """
    groups = {
        "category": {"unintentional": 1, "deliberate": 1, "undetermined": 1},
        "age_band": {"1 to 4": 2, "Not recorded": 1},
        "sex": {"F": 1, "M": 1, "Not recorded": 1},
        "ethnicity": {"WBRI": 2, "Not recorded": 1},
    }
    for by, expected in groups.items():
        assert numerators(counted(NAME, "2025-03", by=by, emergency_attendances=attendances)) == expected


def test_nobody_hurt_is_a_true_nought(counted: Counted) -> None:
    attendances = "attended_on | category\n2025-03-05 | self_harm_other"
    assert counted(NAME, "2025-03", emergency_attendances=attendances).state is State.ZERO
