"""Spec: the share of the places taken on training that were attended."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "training_attendance"
HEADINGS = "course_id | held_on | about_agency | places_offered | places_taken | places_attended"
PLACES = f"""
    {HEADINGS}
    T1 | 2025-03-01 | Police  | 9 | 4 | 3
    T1 | 2025-03-01 | Council |   | 8 | 8
    T2 | 2025-03-31 | Police  | 9 | 8 | 4
"""


def test_places_of_every_course_are_added_up_open_to_all_or_not(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", training=PLACES)
    assert parts(figure) == (15, 20)
    assert figure.value == pytest.approx(75)


def test_each_agency_has_its_own_share(counted: Counted) -> None:
    assert shares(counted(NAME, "2025-03", by="agency", training=PLACES)) == {"Police": (7, 12), "Council": (8, 8)}


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 4), ("2025-03-31", 4), ("2025-04-01", 0)])
def test_a_course_belongs_to_the_period_in_which_it_was_held(counted: Counted, day: str, counts: int) -> None:
    figure = counted(NAME, "2025-03", training=f"{HEADINGS}\nT1 | {day} | Police | 9 | 4 | 3")
    assert figure.denominator == counts


def test_a_course_whose_register_is_not_in_is_left_out(counted: Counted) -> None:
    waiting = f"{PLACES}T3 | 2025-03-12 | Police | 9 | 30 |"
    assert parts(counted(NAME, "2025-03", training=waiting)) == (15, 20)


def test_nobody_who_came_is_a_true_nought_and_no_place_taken_is_no_cases(counted: Counted) -> None:
    assert counted(NAME, "2025-03", training=f"{HEADINGS}\nT1 | 2025-03-12 | Police | 9 | 4 | 0").state is State.ZERO
    assert counted(NAME, "2025-03", training=f"{HEADINGS}\nT1 | 2025-03-12 | Police | 9 | 0 | 0").state is State.NO_CASES
