"""Spec: the share of children looked after who are placed outside the council's boundary."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "placed_out_of_area"


@pytest.mark.parametrize(("out", "counts"), [("yes", (1, 1)), ("no", (0, 1)), ("", (0, 0))])
def test_a_child_whose_area_is_not_recorded_is_in_neither_number(counted: Counted, out: str, counts: tuple[int, int]) -> None:
    rows = f"child_id | start_date | out_of_area\nAnn | 2024-06-01 | {out}"
    assert parts(counted(NAME, "2025-03", placements=rows)) == counts


@pytest.mark.parametrize(
    ("day", "figure"), [("2025-03-10", (0, 1)), ("2025-03-11", (1, 1)), ("2025-03-20", (1, 1)), ("2025-03-21", (0, 0))]
)
def test_only_the_placement_of_the_day_counts(counted: Counted, day: str, figure: tuple[int, int]) -> None:
    rows = """
        child_id | start_date | end_date   | out_of_area
        Ann      | 2024-06-01 | 2025-03-11 | no
        Ann      | 2025-03-11 | 2025-03-21 | yes
    """
    assert parts(counted(NAME, f"{day} to {day}", placements=rows)) == figure


def test_a_placement_left_open_by_mistake_ends_when_the_next_begins(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | out_of_area
        Ann      | 2024-06-01 |            | yes
        Ann      | 2025-03-31 |            | no
        Ben      | 2024-06-01 | 2025-06-30 | yes
        Ben      | 2025-02-01 |            | no
        Cal      | 2024-06-01 |            | yes
        Cal      | 2025-04-01 |            | no
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (1, 3)


def test_a_placement_that_begins_and_ends_on_one_day_does_not_end_the_one_before(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | out_of_area
        Ann      | 2024-06-01 |            | yes
        Ann      | 2025-03-10 | 2025-03-10 | no
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (1, 1)


def test_kinds_of_placement_are_told_in_words(counted: Counted) -> None:
    kinds = ["A3", "A4", "A5", "A6", "U1", "U2", "U3", "U4", "U5", "U6", "K1", "K2", "H5", "P2", "P1", "S1"]
    rows = "child_id | start_date | out_of_area | placement_type"
    rows += "".join(f"\nChild {kind} | 2024-06-01 | yes | {kind}" for kind in kinds) + "\nZed | 2024-06-01 | no |"
    assert shares(counted(NAME, "2025-03", by="setting", placements=rows)) == {
        "Placed for adoption": (4, 4),
        "Foster care with relative or friend": (3, 3),
        "Foster care with another carer": (3, 3),
        "Children's home": (2, 2),
        "Supported or independent living": (2, 2),
        "With parents": (1, 1),
        "Other": (1, 1),
        "Not recorded": (0, 1),
    }


def test_no_child_in_care_is_no_cases(counted: Counted) -> None:
    rows = "child_id | start_date | end_date\nAnn | 2024-06-01 | 2024-07-01"
    assert counted(NAME, "2025-03", placements=rows).state is State.NO_CASES
