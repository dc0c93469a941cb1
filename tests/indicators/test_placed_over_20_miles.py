"""Spec: the share of children looked after who are placed more than 20 miles from home and outside the boundary."""

import pytest

from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "placed_over_20_miles"


@pytest.mark.parametrize(("miles", "counts"), [("19.9", 0), ("20", 0), ("20.1", 1), ("21", 1), ("200", 1), ("", 0)])
def test_it_is_more_than_20_miles_and_not_20(counted: Counted, miles: str, counts: int) -> None:
    rows = f"child_id | start_date | out_of_area | miles_from_home\nAnn | 2024-06-01 | yes | {miles}"
    assert parts(counted(NAME, "2025-03", placements=rows)) == (counts, 1)


@pytest.mark.parametrize(("out", "counts"), [("yes", 1), ("no", 0), ("", 0)])
def test_far_away_inside_the_boundary_does_not_count(counted: Counted, out: str, counts: int) -> None:
    rows = f"child_id | start_date | out_of_area | miles_from_home\nAnn | 2024-06-01 | {out} | 30"
    assert parts(counted(NAME, "2025-03", placements=rows)) == (counts, 1)


@pytest.mark.parametrize(("out", "miles", "total"), [("", "", 0), ("no", "", 1), ("", "3", 1), ("", "30", 1)])
def test_a_child_counts_when_the_area_or_the_distance_is_recorded(counted: Counted, out: str, miles: str, total: int) -> None:
    rows = f"child_id | start_date | out_of_area | miles_from_home\nAnn | 2024-06-01 | {out} | {miles}"
    assert parts(counted(NAME, "2025-03", placements=rows)) == (0, total)


@pytest.mark.parametrize(("ends", "total"), [("2025-03-31", 0), ("2025-04-01", 1), ("", 1)])
def test_a_placement_that_ends_on_the_last_day_has_ended(counted: Counted, ends: str, total: int) -> None:
    rows = f"child_id | start_date | end_date | out_of_area | miles_from_home\nAnn | 2024-06-01 | {ends} | yes | 30"
    assert parts(counted(NAME, "2025-03", placements=rows)) == (total, total)


@pytest.mark.parametrize(("starts", "total"), [("2025-03-31", 1), ("2025-04-01", 0)])
def test_a_placement_counts_from_the_day_it_begins(counted: Counted, starts: str, total: int) -> None:
    rows = f"child_id | start_date | out_of_area | miles_from_home\nAnn | {starts} | yes | 30"
    assert parts(counted(NAME, "2025-03", placements=rows)) == (total, total)


def test_a_child_has_one_placement_at_a_time(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date | out_of_area | miles_from_home
        Ann      | 2024-06-01 |          | yes         | 30
        Ann      | 2025-02-01 |          | no          | 3
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (0, 1)


def test_shares_by_kind_of_placement(counted: Counted) -> None:
    rows = """
        child_id | start_date | out_of_area | miles_from_home | placement_type
        Ann      | 2024-06-01 | yes         | 30              | K2
        Ben      | 2024-06-01 | yes         | 10              | K2
        Cal      | 2024-06-01 | yes         | 30              |
    """
    found = shares(counted(NAME, "2025-03", by="setting", placements=rows))
    assert found == {"Children's home": (1, 2), "Not recorded": (1, 1)}
