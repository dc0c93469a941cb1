"""Spec: the share of children under 16, in care for two and a half years, who stayed in one placement for two."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "long_term_stability"
IN_CARE = "child_id | start_date\nAnn | 2020-06-01"


@pytest.mark.parametrize(("entered", "total"), [("2022-09-29", 1), ("2022-09-30", 1), ("2022-10-01", 0)])
def test_a_child_counts_after_two_and_a_half_years_in_care(counted: Counted, entered: str, total: int) -> None:
    care = f"child_id | start_date\nAnn | {entered}"
    rows = f"child_id | start_date\nAnn | {entered}"
    figure = counted(NAME, "2025-03", placements=rows, looked_after_periods=care)
    assert parts(figure) == (total, total)


@pytest.mark.parametrize(("moved", "settled"), [("2023-03-30", 1), ("2023-03-31", 1), ("2023-04-01", 0)])
def test_the_placement_must_have_lasted_two_years(counted: Counted, moved: str, settled: int) -> None:
    rows = f"child_id | start_date | end_date\nAnn | 2020-06-01 | {moved}\nAnn | {moved} |"
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=IN_CARE)) == (settled, 1)


def test_two_years_and_two_and_a_half_are_counted_to_the_end_of_february(counted: Counted) -> None:
    """Thirty months after 31 August 2021 is 29 February 2024; two years after 29 February 2024 is 28 February 2026."""
    care = "child_id | start_date\nAnn | 2021-08-31"
    rows = "child_id | start_date | end_date\nAnn | 2021-08-31 | 2024-02-29\nAnn | 2024-02-29 |"
    found = [
        parts(counted(NAME, f"{day} to {day}", placements=rows, looked_after_periods=care))
        for day in ("2024-02-28", "2024-02-29", "2026-02-27", "2026-02-28")
    ]
    assert found == [(0, 0), (0, 1), (0, 1), (1, 1)]


@pytest.mark.parametrize(("quarter", "total"), [("2025-03-31", 0), ("2025-06-30", 1), ("", 1)])
def test_a_child_counts_until_the_quarter_of_the_sixteenth_birthday_ends(counted: Counted, quarter: str, total: int) -> None:
    rows = f"child_id | start_date | sixteen_by\nAnn | 2020-06-01 | {quarter}"
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=IN_CARE)) == (total, total)


@pytest.mark.parametrize(("born", "total"), [("2006-06-01", 0), ("2006-06-02", 1), ("", 1)])
def test_a_child_who_was_sixteen_when_the_placement_began_is_not_counted(counted: Counted, born: str, total: int) -> None:
    rows = f"child_id | start_date | date_of_birth\nAnn | 2022-06-01 | {born}"
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=IN_CARE)) == (total, total)


@pytest.mark.parametrize(("ends", "total"), [("2025-03-31", 0), ("2025-04-01", 1)])
def test_a_child_who_leaves_on_the_last_day_has_left(counted: Counted, ends: str, total: int) -> None:
    rows = f"child_id | start_date | end_date | sixteen_by\nAnn | 2020-06-01 | {ends} | 2025-12-31"
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=IN_CARE)) == (total, total)


def test_a_child_who_came_back_into_care_begins_anew(counted: Counted) -> None:
    care = "child_id | start_date | end_date\nAnn | 2018-06-01 | 2023-01-10\nAnn | 2023-01-10 |"
    rows = "child_id | start_date | end_date\nAnn | 2018-06-01 | 2023-01-10\nAnn | 2023-01-10 |"
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=care)) == (0, 0)


def test_a_child_who_left_care_later_was_in_care_until_then(counted: Counted) -> None:
    care = "child_id | start_date | end_date\nAnn | 2020-06-01 | 2025-06-01"
    rows = "child_id | start_date | end_date\nAnn | 2020-06-01 | 2025-06-01"
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=care)) == (1, 1)


def test_only_the_childs_own_time_in_care_counts(counted: Counted) -> None:
    care = "child_id | start_date\nAnn | 2018-06-01\nBen | 2024-06-01"
    rows = "child_id | start_date\nAnn | 2018-06-01\nBen | 2024-06-01"
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=care)) == (1, 1)


def test_two_periods_for_one_child_by_mistake_count_once_from_the_first(counted: Counted) -> None:
    care = "child_id | start_date\nAnn | 2020-06-01\nAnn | 2023-01-10"
    rows = "child_id | start_date\nAnn | 2023-02-01"
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=care)) == (1, 1)


def test_a_period_in_care_that_begins_after_the_placement_is_not_its_own(counted: Counted) -> None:
    care = "child_id | start_date\nAnn | 2022-01-02"
    rows = "child_id | start_date\nAnn | 2022-01-01"
    figure = counted(NAME, "2025-03", placements=rows, looked_after_periods=care)
    assert (figure.value, figure.state) == (None, State.NO_CASES)


@pytest.mark.parametrize(
    ("kind", "began", "settled"),
    [
        ("A3", "2023-03-31", 1),
        ("A4", "2023-03-31", 1),
        ("A5", "2023-03-31", 1),
        ("A6", "2023-03-31", 1),
        ("A6", "2023-04-01", 0),
        ("U4", "2023-03-31", 0),
    ],
)
def test_a_placement_with_adopters_counts_with_the_one_before(counted: Counted, kind: str, began: str, settled: int) -> None:
    rows = f"""
        child_id | start_date | end_date   | placement_type | same_carers
        Ann      | 2020-06-01 | {began}    | K2             | no
        Ann      | {began}    | 2024-10-01 | U4             | no
        Ann      | 2024-10-01 |            | {kind}         | no
    """
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=IN_CARE)) == (settled, 1)


def test_a_placement_with_adopters_after_a_gap_stands_alone(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | placement_type
        Ann      | 2020-06-01 | 2024-09-30 | U4
        Ann      | 2024-10-01 |            | A6
    """
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=IN_CARE)) == (0, 1)


def test_adoption_by_the_foster_carers_adds_no_earlier_placement(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | placement_type
        Ann      | 2020-06-01 | 2024-01-01 | K2
        Ann      | 2024-01-01 | 2024-10-01 | U5
        Ann      | 2024-10-01 |            | A5
    """
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=IN_CARE)) == (0, 1)


def test_the_same_carers_are_the_same_placement(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | placement_type | same_carers
        Ann      | 2020-06-01 | 2024-10-01 | U6             |
        Ann      | 2024-10-01 |            | U4             | yes
    """
    assert parts(counted(NAME, "2025-03", placements=rows, looked_after_periods=IN_CARE)) == (1, 1)


def test_shares_and_families_by_kind_of_placement(counted: Counted) -> None:
    care = "child_id | start_date\nAnn | 2020-06-01\nBen | 2020-06-01\nCal | 2020-06-01"
    rows = """
        child_id | family_id | start_date | end_date   | placement_type
        Ann      | Grey      | 2020-06-01 |            | U4
        Ben      | Grey      | 2020-06-01 |            | U4
        Cal      | Hill      | 2020-06-01 | 2025-01-01 | U4
        Cal      | Hill      | 2025-01-01 |            | K2
    """
    found = counted(NAME, "2025-03", by="setting", placements=rows, looked_after_periods=care)
    assert shares(found) == {"Foster care with another carer": (2, 2), "Children's home": (0, 1)}
    assert found["Foster care with another carer"].families == 1


def test_shares_by_area_of_placement(counted: Counted) -> None:
    care = "child_id | start_date\nAnn | 2020-06-01\nBen | 2020-06-01"
    rows = """
        child_id | start_date | end_date   | out_of_area
        Ann      | 2020-06-01 |            | no
        Ben      | 2020-06-01 | 2025-01-01 | no
        Ben      | 2025-01-01 |            | yes
    """
    found = counted(NAME, "2025-03", by="place", placements=rows, looked_after_periods=care)
    assert shares(found) == {"In the area": (1, 1), "Out of area": (0, 1)}


@pytest.mark.parametrize("left_out", ["placements", "looked_after_periods"])
def test_it_waits_for_placements_and_for_periods_in_care(counted: Counted, left_out: str) -> None:
    tables = {"placements": "child_id | start_date\nAnn | 2020-06-01", "looked_after_periods": IN_CARE}
    del tables[left_out]
    assert counted(NAME, "2025-03", **tables).state is State.AWAITING
