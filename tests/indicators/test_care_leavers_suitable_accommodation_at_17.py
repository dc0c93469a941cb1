"""Spec: the share of care leavers who reached 17 or 18, in suitable accommodation."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "care_leavers_suitable_accommodation_at_17"


@pytest.mark.parametrize(("age", "total"), [("17", 1), ("18", 1), ("19", 0), ("20", 0), ("21", 0)])
def test_only_those_who_reached_the_age_count(counted: Counted, age: str, total: int) -> None:
    rows = f"child_id | quarter_ends | age | suitable_accommodation\nAnn | 2025-03-31 | {age} | yes"
    assert parts(counted(NAME, "2025-03", care_leavers=rows)) == (total, total)


@pytest.mark.parametrize(("known", "counts"), [("yes", 1), ("no", 0), ("", 0)])
def test_what_is_not_known_counts_as_no_and_stays_in_the_total(counted: Counted, known: str, counts: int) -> None:
    rows = f"child_id | quarter_ends | age | suitable_accommodation\nAnn | 2025-03-31 | 17 | {known}"
    assert parts(counted(NAME, "2025-03", care_leavers=rows)) == (counts, 1)


def test_birthdays_of_twelve_months_count(counted: Counted) -> None:
    rows = """
        child_id | quarter_ends | age | suitable_accommodation
        before   | 2024-03-31   | 17  | yes
        first    | 2024-06-30   | 17  | yes
        last     | 2025-03-31   | 17  | no
        after    | 2025-06-30   | 17  | yes
    """
    figure = counted(NAME, "2025-03", care_leavers=rows)
    assert (parts(figure), figure.value) == ((1, 2), 50)


def test_shares_by_age(counted: Counted) -> None:
    rows = """
        child_id | quarter_ends | age | suitable_accommodation
        Ann      | 2025-03-31   | 17  | yes
        Ben      | 2025-03-31   | 18  | no
        Cal      | 2025-03-31   | 18  | yes
    """
    assert shares(counted(NAME, "2025-03", by="age_band", care_leavers=rows)) == {"17": (1, 1), "18": (1, 2)}


def test_nobody_of_the_age_is_no_cases(counted: Counted) -> None:
    rows = "child_id | quarter_ends | age\nAnn | 2024-03-31 | 17"
    assert counted(NAME, "2025-03", care_leavers=rows).state is State.NO_CASES


@pytest.mark.parametrize(("gone", "total"), [("yes", 0), ("no", 1), ("", 1)])
def test_those_abroad_or_of_unknown_residence_are_left_out(counted: Counted, gone: str, total: int) -> None:
    rows = f"child_id | quarter_ends | age | suitable_accommodation | gone_abroad\nAnn | 2025-03-31 | 17 | no | {gone}"
    assert parts(counted(NAME, "2025-03", care_leavers=rows)) == (0, total)
