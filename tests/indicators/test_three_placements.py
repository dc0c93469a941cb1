"""Spec: the share of children looked after who had three placements or more in the twelve months up to the day."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "three_placements"


def _three(first_ends: str) -> str:
    return f"""
        child_id | start_date | end_date
        Ann      | 2022-06-01 | {first_ends}
        Ann      | {first_ends} | 2024-09-01
        Ann      | 2024-09-01 |
    """


@pytest.mark.parametrize(("first_ends", "counts"), [("2024-03-31", 0), ("2024-04-01", 0), ("2024-04-02", 1), ("2024-05-01", 1)])
def test_a_placement_already_open_on_the_first_day_of_the_year_counts(counted: Counted, first_ends: str, counts: int) -> None:
    """The year to 31 March 2025 begins on 1 April 2024: a placement that ends that day had ended."""
    assert parts(counted(NAME, "2025-03", placements=_three(first_ends))) == (counts, 1)


@pytest.mark.parametrize(
    ("day", "counts"), [("2024-08-31", 0), ("2024-09-01", 1), ("2025-05-08", 1), ("2025-05-09", 0), ("2026-05-09", 0)]
)
def test_the_twelve_months_run_with_the_day(counted: Counted, day: str, counts: int) -> None:
    assert parts(counted(NAME, f"{day} to {day}", placements=_three("2024-05-10"))) == (counts, 1)


def test_two_are_too_few_and_four_are_enough(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date
        Two      | 2024-06-01 | 2024-09-01
        Two      | 2024-09-01 |
        Four     | 2024-05-01 | 2024-06-01
        Four     | 2024-06-01 | 2024-07-01
        Four     | 2024-07-01 | 2024-08-01
        Four     | 2024-08-01 |
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (1, 2)


def test_placements_of_an_earlier_time_in_care_within_the_year_count(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date
        Ann      | 2024-05-01 | 2024-06-01
        Ann      | 2024-08-01 | 2024-09-01
        Ann      | 2025-01-01 |
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (1, 1)


def test_a_child_who_has_left_care_by_the_day_is_not_counted(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date
        Ann      | 2024-05-01 | 2024-06-01
        Ann      | 2024-06-01 | 2024-09-01
        Ann      | 2024-09-01 | 2025-03-31
        Ben      | 2024-09-01 | 2025-04-01
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (0, 1)


def test_a_child_leaves_the_total_when_the_placement_ends_whether_three_are_still_in_the_year_or_not(
    counted: Counted,
) -> None:
    rows = """
        child_id | start_date | end_date
        Ann      | 2023-05-01 | 2023-06-01
        Ann      | 2023-06-01 | 2023-09-01
        Ann      | 2023-09-01 | 2025-03-31
    """
    assert parts(counted(NAME, "2025-02", placements=rows)) == (0, 1)
    assert parts(counted(NAME, "2025-03", placements=rows)) == (0, 0)


@pytest.mark.parametrize(
    ("kind", "same", "counts"),
    [
        ("U4", "yes", 0),
        ("U4", "no", 1),
        ("U4", "", 1),
        ("A3", "", 0),
        ("A5", "", 0),
        ("A4", "", 1),
        ("A6", "", 1),
        ("A3", "no", 1),
    ],
)
def test_staying_with_the_same_carers_is_no_move(counted: Counted, kind: str, same: str, counts: int) -> None:
    rows = f"""
        child_id | start_date | end_date   | placement_type | same_carers
        Ann      | 2024-05-01 | 2024-06-01 | K2             |
        Ann      | 2024-06-01 | 2024-09-01 | U4             |
        Ann      | 2024-09-01 |            | {kind}         | {same}
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (counts, 1)


def test_the_same_carers_after_a_time_at_home_are_a_new_placement(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | same_carers
        Ann      | 2024-05-01 | 2024-06-01 |
        Ann      | 2024-06-01 | 2024-09-01 |
        Ann      | 2024-09-02 |            | yes
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (1, 1)


def test_a_placement_of_less_than_a_day_is_none(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date
        Ann      | 2024-05-01 | 2024-06-01
        Ann      | 2024-06-01 | 2024-06-01
        Ann      | 2024-06-02 |
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (0, 1)


def test_a_placement_still_open_by_mistake_ended_when_the_next_began(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date
        Ann      | 2022-05-01 |
        Ann      | 2023-06-01 | 2024-09-01
        Ann      | 2024-09-01 |
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (0, 1)


def test_shares_and_families_by_kind_of_placement(counted: Counted) -> None:
    rows = """
        child_id | family_id | start_date | end_date   | placement_type
        Ann      | Grey      | 2024-05-01 | 2024-06-01 | K2
        Ann      | Grey      | 2024-06-01 | 2024-09-01 | K2
        Ann      | Grey      | 2024-09-01 |            | U4
        Ben      | Grey      | 2024-05-01 | 2024-06-01 | K2
        Ben      | Grey      | 2024-06-01 | 2024-09-01 | K2
        Ben      | Grey      | 2024-09-01 |            | U4
        Cal      | Hill      | 2024-05-01 |            | U4
        Dot      | Hill      | 2024-05-01 |            |
    """
    found = counted(NAME, "2025-03", by="setting", placements=rows)
    assert shares(found) == {"Foster care with another carer": (2, 3), "Children's home": (0, 0), "Not recorded": (0, 1)}
    assert found["Foster care with another carer"].families == 1


@pytest.mark.parametrize(("covers_from", "state"), [("2024-03-01", State.VALUE), ("2024-03-02", State.PROVISIONAL)])
def test_it_is_provisional_while_less_than_a_year_is_held(counted: Counted, covers_from: str, state: State) -> None:
    figure = counted(NAME, "2025-03", covers=(covers_from, "2025-03-31"), placements=_three("2024-05-01"))
    assert figure.state is state
