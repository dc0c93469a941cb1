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


@pytest.mark.parametrize(("first_ends", "counts"), [("2024-03-30", 0), ("2024-03-31", 0), ("2024-04-01", 1), ("2024-05-01", 1)])
def test_a_placement_already_open_on_the_first_day_of_the_year_counts(counted: Counted, first_ends: str, counts: int) -> None:
    """The year to 31 March 2025 begins on 1 April 2024: a placement that ends that day was open when it began."""
    assert parts(counted(NAME, "2025-03", placements=_three(first_ends))) == (counts, 1)


@pytest.mark.parametrize(
    ("day", "counts"), [("2024-08-31", 0), ("2024-09-01", 1), ("2025-05-09", 1), ("2025-05-10", 0), ("2026-05-09", 0)]
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


def test_a_stay_of_two_placements_with_the_same_carers_ends_with_the_last_of_them(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | same_carers
        Ann      | 2022-06-01 | 2024-01-01 |
        Ann      | 2024-01-01 | 2024-05-10 | yes
        Ann      | 2024-05-10 | 2024-09-01 | no
        Ann      | 2024-09-01 |            | no
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (1, 1)


@pytest.mark.parametrize(
    ("kind", "setting"),
    [
        ("A4", "Placed for adoption"),
        ("U2", "Foster care with relative or friend"),
        ("U5", "Foster care with another carer"),
        ("K1", "Children's home"),
        ("H5", "Supported or independent living"),
        ("P1", "With parents"),
        ("R1", "Other"),
    ],
)
def test_kinds_of_placement_in_words(counted: Counted, kind: str, setting: str) -> None:
    rows = f"child_id | start_date | placement_type\nAnn | 2024-05-01 | {kind}"
    found = shares(counted(NAME, "2025-03", by="setting", placements=rows))
    assert {group: total for group, (_, total) in found.items() if total} == {setting: 1}


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


@pytest.mark.parametrize(
    ("why", "same", "counts"),
    [("L", "", 0), ("T", "", 0), ("U", "", 0), ("P", "", 1), ("B", "", 1), ("S", "", 1), ("P", "yes", 0), ("L", "no", 1)],
)
def test_an_episode_of_the_ssda903_with_the_same_carers_is_no_move(counted: Counted, why: str, same: str, counts: int) -> None:
    rows = f"""
        child_id | start_date | end_date   | reason_for_episode | same_carers
        Ann      | 2024-05-01 | 2024-06-01 | S                  |
        Ann      | 2024-06-01 | 2024-09-01 | P                  |
        Ann      | 2024-09-01 |            | {why}              | {same}
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (counts, 1)


def test_with_adopters_after_a_move_of_the_ssda903_the_code_decides_and_not_the_kind(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | placement_type | reason_for_episode
        Ann      | 2024-05-01 | 2024-06-01 | K2             | S
        Ann      | 2024-06-01 | 2024-09-01 | U4             | P
        Ann      | 2024-09-01 |            | A3             | P
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (1, 1)


@pytest.mark.parametrize(("status", "total"), [("V3", 0), ("V4", 0), ("V2", 1), ("C2", 1), ("", 1)])
def test_a_child_who_has_short_breaks_only_is_not_counted(counted: Counted, status: str, total: int) -> None:
    rows = f"child_id | start_date | legal_status\nAnn | 2024-05-01 | {status}"
    assert parts(counted(NAME, "2025-03", placements=rows)) == (0, total)


@pytest.mark.parametrize("kind", ["T0", "T1", "T2", "T3", "T4"])
@pytest.mark.parametrize(("after", "counts"), [("U4", 0), ("K2", 1), ("", 1)])
def test_a_temporary_stay_is_no_move_and_neither_is_the_way_back(counted: Counted, kind: str, after: str, counts: int) -> None:
    rows = f"""
        child_id | start_date | end_date   | placement_type
        Ann      | 2024-05-01 | 2024-06-01 | K2
        Ann      | 2024-06-01 | 2024-09-01 | U4
        Ann      | 2024-09-01 | 2024-09-05 | {kind}
        Ann      | 2024-09-05 |            | {after}
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (counts, 1)


def test_the_way_back_is_to_the_placement_before_the_temporary_stays_and_not_to_an_earlier_one(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | placement_type
        Ann      | 2024-06-01 | 2024-09-01 | U4
        Ann      | 2024-09-01 | 2024-09-03 | T1
        Ann      | 2024-09-03 | 2024-09-05 | T4
        Ann      | 2024-09-05 | 2024-10-05 | U4
        Ann      | 2024-10-05 |            | U4
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (0, 1)
    assert parts(counted(NAME, "2025-03", placements=f"{rows}Ann | 2025-01-05 | | U4")) == (1, 1)


def test_the_same_kind_of_placement_for_another_child_is_not_the_way_back(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | placement_type
        Ann      | 2024-05-01 | 2024-06-01 | K2
        Ann      | 2024-06-01 | 2024-09-01 | R1
        Ben      | 2024-08-01 | 2024-08-05 | U4
        Ben      | 2024-08-05 | 2024-09-05 | T0
        Ann      | 2024-09-01 |            | U4
    """
    assert parts(counted(NAME, "2025-03", placements=rows)) == (1, 1)


def test_shares_by_area_of_placement(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | out_of_area
        Ann      | 2024-05-01 | 2024-06-01 | no
        Ann      | 2024-06-01 | 2024-09-01 | no
        Ann      | 2024-09-01 |            | yes
        Ben      | 2024-05-01 |            | no
        Cal      | 2024-05-01 |            |
    """
    found = shares(counted(NAME, "2025-03", by="place", placements=rows))
    assert found == {"Out of area": (1, 1), "In the area": (0, 1), "Not recorded": (0, 1)}


@pytest.mark.parametrize(("covers_from", "state"), [("2024-04-01", State.VALUE), ("2024-04-02", State.PROVISIONAL)])
def test_it_is_provisional_while_less_than_a_year_is_held(counted: Counted, covers_from: str, state: State) -> None:
    figure = counted(NAME, "2025-03", covers=(covers_from, "2025-03-31"), placements=_three("2024-05-01"))
    assert figure.state is state
