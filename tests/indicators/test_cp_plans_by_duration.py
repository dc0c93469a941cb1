"""Spec: children on a plan on the last day, by how long it has been open."""

import pytest

from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "cp_plans_by_duration"
BANDS = (
    "1: 3 months or less",
    "2: over 3 months, up to 6",
    "3: over 6 months, under a year",
    "4: a year, under two",
    "5: two years or more",
)


def _band(counted: Counted, starts: str, day: str) -> list[str]:
    found = counted(NAME, f"{day} to {day}", by="duration", cp_plans=f"child_id | start_date\nAnn | {starts}")
    return [group for group, number in numerators(found).items() if number]


@pytest.mark.parametrize(
    ("day", "band"),
    [
        ("2023-01-10", 0),
        ("2023-04-10", 0),
        ("2023-04-11", 1),
        ("2023-07-10", 1),
        ("2023-07-11", 2),
        ("2024-01-09", 2),
        ("2024-01-10", 3),
        ("2025-01-07", 3),
        ("2025-01-08", 4),
        ("2029-01-08", 4),
    ],
)
def test_each_band_has_its_first_and_last_day(counted: Counted, day: str, band: int) -> None:
    """Two years are the board's rule: by the DfE's wording the 730th day, first and last included."""
    assert _band(counted, "2023-01-10", day) == [BANDS[band]]


def test_before_it_starts_there_is_none(counted: Counted) -> None:
    assert _band(counted, "2023-01-10", "2023-01-09") == []


@pytest.mark.parametrize(("ends", "found"), [("2025-03-31", 0), ("2025-04-01", 1), ("2024-06-10", 0)])
def test_a_plan_that_ends_that_day_is_in_no_band(counted: Counted, ends: str, found: int) -> None:
    rows = f"child_id | start_date | end_date\nAnn | 2024-01-10 | {ends}"
    assert counted(NAME, "2025-03", cp_plans=rows).value == found
    assert sum(numerators(counted(NAME, "2025-03", by="duration", cp_plans=rows)).values()) == found  # type: ignore[arg-type]


AN_OLD_START = pytest.mark.parametrize(
    ("starts", "band"),
    [("2025-03-01", 0), ("2024-12-10", 1), ("2024-06-10", 2), ("2023-06-10", 3), ("2022-06-10", 4)],
)


@AN_OLD_START
@pytest.mark.parametrize(("ends", "found"), [("2025-03-31", []), ("2025-04-01", [1])])
def test_in_every_band_a_plan_counts_until_it_ends(
    counted: Counted, starts: str, band: int, ends: str, found: list[int]
) -> None:
    rows = f"child_id | start_date | end_date\nAnn | {starts} | {ends}"
    groups = numerators(counted(NAME, "2025-03", by="duration", cp_plans=rows))
    assert [(group, number) for group, number in groups.items() if number] == [(BANDS[band], each) for each in found]


@AN_OLD_START
@pytest.mark.parametrize("day", ["2025-03-19", "2025-03-20"])
def test_in_every_band_a_plan_counts_from_the_day_it_took_over(counted: Counted, starts: str, band: int, day: str) -> None:
    rows = f"child_id | start_date | end_date\nAnn | 2021-01-10 | 2025-03-20\nAnn | {starts} |"
    groups = numerators(counted(NAME, f"{day} to {day}", by="duration", cp_plans=rows))
    assert {group: number for group, number in groups.items() if number} == {BANDS[band if day == "2025-03-20" else 4]: 1}


@pytest.mark.parametrize("second", ["2025-02-10", "2024-11-10", "2024-06-10", "2023-06-10", "2022-06-10"])
def test_a_child_with_two_open_plans_counts_once_by_the_older_one(counted: Counted, second: str) -> None:
    rows = f"child_id | start_date | end_date\nAnn | 2022-01-10 |\nAnn | {second} |"
    found = numerators(counted(NAME, "2025-03", by="duration", cp_plans=rows))
    assert {group: number for group, number in found.items() if number} == {BANDS[4]: 1}


def test_a_plan_that_took_over_the_child_is_as_old_as_itself(counted: Counted) -> None:
    rows = "child_id | start_date | end_date\nAnn | 2022-01-10 | 2025-03-20\nAnn | 2024-06-10 |"
    before = numerators(counted(NAME, "2025-02", by="duration", cp_plans=rows))
    after = numerators(counted(NAME, "2025-03", by="duration", cp_plans=rows))
    assert {group: number for group, number in before.items() if number} == {BANDS[4]: 1}
    assert {group: number for group, number in after.items() if number} == {BANDS[2]: 1}


def test_the_whole_is_the_number_of_children_on_a_plan(counted: Counted) -> None:
    rows = """
        child_id | family_id | start_date | end_date
        Ann      | Grey      | 2022-01-10 |
        Ben      | Grey      | 2024-12-31 |
        Cal      | Hill      | 2024-10-01 |
        Dot      |           | 2024-02-01 | 2025-03-31
    """
    figure = counted(NAME, "2025-03", cp_plans=rows)
    assert (figure.value, figure.families) == (3, 2)
    assert figure.value == counted("cp_plans_open", "2025-03", cp_plans=rows).value
