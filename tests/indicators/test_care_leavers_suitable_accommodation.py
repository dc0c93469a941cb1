"""Spec: the share of care leavers who reached 19, 20 or 21, in suitable accommodation."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "care_leavers_suitable_accommodation"


@pytest.mark.parametrize(("age", "total"), [("17", 0), ("18", 0), ("19", 1), ("20", 1), ("21", 1)])
def test_only_those_who_reached_the_age_count(counted: Counted, age: str, total: int) -> None:
    rows = f"child_id | quarter_ends | age | suitable_accommodation\nAnn | 2025-03-31 | {age} | yes"
    assert parts(counted(NAME, "2025-03", care_leavers=rows)) == (total, total)


@pytest.mark.parametrize(("known", "counts"), [("yes", 1), ("no", 0), ("", 0)])
def test_what_is_not_known_counts_as_no_and_stays_in_the_total(counted: Counted, known: str, counts: int) -> None:
    rows = f"child_id | quarter_ends | age | suitable_accommodation\nAnn | 2025-03-31 | 19 | {known}"
    assert parts(counted(NAME, "2025-03", care_leavers=rows)) == (counts, 1)


def test_birthdays_of_twelve_months_count(counted: Counted) -> None:
    rows = """
        child_id | quarter_ends | age | suitable_accommodation
        before   | 2024-03-31   | 19  | yes
        first    | 2024-06-30   | 19  | yes
        last     | 2025-03-31   | 19  | no
        after    | 2025-06-30   | 19  | yes
    """
    figure = counted(NAME, "2025-03", care_leavers=rows)
    assert (parts(figure), figure.value) == ((1, 2), 50)


def test_shares_by_age(counted: Counted) -> None:
    rows = """
        child_id | quarter_ends | age | suitable_accommodation
        Ann      | 2025-03-31   | 19  | yes
        Ben      | 2025-03-31   | 21  | no
        Cal      | 2025-03-31   | 21  | yes
    """
    assert shares(counted(NAME, "2025-03", by="age_band", care_leavers=rows)) == {"19": (1, 1), "21": (1, 2)}


def test_nobody_of_the_age_is_no_cases(counted: Counted) -> None:
    rows = "child_id | quarter_ends | age\nAnn | 2024-03-31 | 19"
    assert counted(NAME, "2025-03", care_leavers=rows).state is State.NO_CASES


@pytest.mark.parametrize(("gone", "total"), [("yes", 0), ("no", 1), ("", 1)])
def test_those_abroad_or_of_unknown_residence_are_left_out(counted: Counted, gone: str, total: int) -> None:
    rows = f"child_id | quarter_ends | age | suitable_accommodation | gone_abroad\nAnn | 2025-03-31 | 19 | no | {gone}"
    assert parts(counted(NAME, "2025-03", care_leavers=rows)) == (0, total)
