"""What is hidden so that no small number can be worked out: written cases, every leak known, and random tables attacked."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.judge.exposure import exposed
from metrics.judge.hiding import CannotBeHidden, Leak, Table, adding_up, hide, holding, is_small, refuse_leaks
from metrics.judge.recovery import Publication, Sum, read_publication, recover

TO = 5
NUMBERS = st.integers(0, 12)


def one_way(cells: list[int], **more: Any) -> Table:
    known = {f"a{at}": value for at, value in enumerate(cells)} | {"total": sum(cells)}
    return Table(known, adding_up("total", list(known)[:-1], known), keep=frozenset({"total"}), **more)


def two_way(rows: list[list[int]]) -> Table:
    """A table with its margins: they are hidden where nothing within can be, and the grand total never."""
    cells = {f"{at}/{place}": value for at, row in enumerate(rows) for place, value in enumerate(row)}
    down = {f"row {at}": [f"{at}/{place}" for place in range(len(row))] for at, row in enumerate(rows)}
    across = {f"column {place}": [f"{at}/{place}" for at in range(len(rows))] for place in range(len(rows[0]))}
    cells |= {name: sum(cells[each] for each in parts) for name, parts in (down | across).items()}
    cells["all"] = sum(map(sum, rows))
    sums = [each for name, parts in (down | across).items() for each in adding_up(name, parts, cells)]
    sums += [*adding_up("all", down, cells), *adding_up("all", across, cells)]
    return Table(cells, tuple(sums), keep=frozenset({"all"}), rank=dict.fromkeys(down | across, 1))


def small(table: Table, to: int = TO) -> set[str]:
    return {name for name, value in table.cells.items() if is_small(value, to) and name not in table.keep}


def hidden_in(table: Table, to: int = TO) -> set[str]:
    return set(hide(table, small(table, to)))


@pytest.mark.parametrize(
    ("number", "to", "is_hidden"),
    [
        (0, 5, False),
        (1, 5, True),
        (5, 5, True),
        (6, 5, False),
        (6, 10, True),
        (10, 10, True),
        (11, 10, False),
        (None, 5, False),
    ],
)
def test_numbers_from_one_to_the_limit_are_small_and_a_nought_is_not(number: float | None, to: int, is_hidden: bool) -> None:
    assert is_small(number, to) is is_hidden


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ([12, 3, 30], {"a1", "a0"}),  # one gap under a total: the smallest other number goes with it
        ([12, 3, 4, 30], {"a1", "a2"}),  # two gaps that add up to enough
        ([12, 1, 1, 30], {"a1", "a2", "a0"}),  # two gaps that add up to two are both one
        ([12, 0, 30], set()),  # a nought is printed
        ([0, 3, 30], {"a1", "a2"}),  # ... and never hidden beside a small one
        ([12, 13, 30], set()),
    ],
)
def test_under_a_total_at_least_one_more_is_hidden(cells: list[int], found: set[str]) -> None:
    assert hidden_in(one_way(cells)) == found


def test_a_total_of_one_part_cannot_be_printed_with_it_hidden() -> None:
    with pytest.raises(CannotBeHidden, match="Show fewer parts") as refused:
        hidden_in(one_way([3, 0, 0]))
    assert refused.value.cell == "a0"


def test_a_diagonal_of_two_gaps_with_margins_is_closed() -> None:
    table = two_way([[2, 20, 9], [30, 4, 7], [8, 9, 10]])
    found = hidden_in(table)
    assert {"0/0", "1/1"} < found
    assert recover(table.without(found)).is_safe


def test_a_month_between_two_running_totals_hides_one_of_them() -> None:
    cells = {"Apr": 8, "May": 3, "Jun": 9, "to Apr": 8, "to May": 11, "to Jun": 20}
    sums = [Sum((("to Apr", -1), ("Apr", 1)))]
    sums += [Sum(((f"to {this}", -1), (f"to {last}", 1), (this, 1))) for last, this in (("Apr", "May"), ("May", "Jun"))]
    table = Table(cells, holding(sums, cells), keep=frozenset({"to Jun"}))
    found = hide(table, {"May"})
    assert recover(table.without(found)).is_safe
    assert len(found) >= 3


def test_a_rolling_year_less_the_one_before_hides_the_quarter_that_came_in() -> None:
    cells = {"year before": 40, "year": 35, "out": 8, "in": 3}
    table = Table(cells, holding([Sum((("year", -1), ("year before", 1), ("out", -1), ("in", 1)))], cells))
    assert len(hide(table, {"in"})) == 2


def test_the_same_number_in_two_places_is_hidden_in_both() -> None:
    cells = {"by age": 4, "by sex": 4, "others by age": 30, "others by sex": 30, "total": 34}
    sums = [*adding_up("total", ["by age", "others by age"], cells), *adding_up("total", ["by sex", "others by sex"], cells)]
    table = Table(cells, (*sums, Sum((("by age", 1), ("by sex", -1)))), keep=frozenset({"total"}))
    assert hide(table, {"by age"}) == {"by age", "by sex", "others by age", "others by sex"}


@pytest.mark.parametrize("published", [{"num": "n", "den": "d", "value": 4.9, "decimals": 1}])
def test_a_percentage_that_gives_its_count_away_is_refused(published: dict[str, Any]) -> None:
    written = {"cells": {"n": None, "d": 61}, "ratios": [published], "truth": {"n": 3}}
    with pytest.raises(Leak, match="1 hidden numbers could be worked out"):
        refuse_leaks(read_publication(written))


def test_a_rate_that_gives_its_count_away_is_refused() -> None:
    ratio = {"num": "n", "den": "d", "value": 0.6, "decimals": 1, "per": 10_000}
    with pytest.raises(Leak):
        refuse_leaks(read_publication({"cells": {"n": None, "d": 52_000}, "ratios": [ratio], "truth": {"n": 3}}))


def test_an_agency_that_knows_its_own_gap_does_not_learn_its_neighbours() -> None:
    cells = [40, 4, 5, 20]
    assert hidden_in(one_way(cells)) == {"a1", "a2"}
    table = one_way(cells, insiders=(("a0",), ("a1",), ("a2",), ("a3",)))
    assert hidden_in(table) == {"a1", "a2", "a3"}


def test_what_was_hidden_in_the_first_issue_stays_hidden_in_the_second() -> None:
    first, second = one_way([12, 3, 30]), one_way([12, 9, 30])
    before = hide(first, small(first))
    assert hide(second, small(second) | before) >= before


def test_what_was_printed_is_not_hidden_later_while_something_else_can_be() -> None:
    table = one_way([12, 3, 30])
    assert hide(table._replace(keep=table.keep | {"a0"}), {"a1"}) == {"a1", "a2"}


def test_what_a_reader_knows_anyway_is_no_leak() -> None:
    seen = Publication({"a": None, "b": None, "total": 1}, (Sum((("total", -1), ("a", 1), ("b", 1))),), truth={"a": 1, "b": 0})
    assert exposed(seen._replace(within={"a": (0, 1), "b": (0, 1)})) == ()
    assert exposed(seen._replace(least=0)) == ("a", "b")


def test_the_published_cases_are_told_apart_by_the_publisher_too(shared: Path) -> None:
    for case in json.loads((shared / "data" / "judging" / "publication_cases.json").read_text("utf-8")):
        seen = read_publication(case["publication"])
        truth = {name: low for name, (low, _) in recover(seen).ranges.items()} | dict(seen.truth)
        if case["name"] == "two_gaps":
            truth |= {"a/1": 1, "a/2": 32}
        assert (exposed(seen._replace(truth=truth)) == ()) is case["expected_safe"], case["name"]


@settings(max_examples=60, deadline=None)  # how long a search takes is not what is tried here
@given(st.lists(NUMBERS, min_size=2, max_size=7))
def test_no_reader_recovers_anything_from_a_table_with_its_total(cells: list[int]) -> None:
    table = one_way(cells)
    try:
        found = hidden_in(table)
    except CannotBeHidden:
        return
    assert small(table) <= found
    assert not any(table.cells[each] == 0 for each in found)
    assert recover(table.without(found)).is_safe


@settings(max_examples=40, deadline=None)
@given(
    st.integers(2, 4).flatmap(lambda wide: st.lists(st.lists(NUMBERS, min_size=wide, max_size=wide), min_size=2, max_size=4))
)
def test_no_reader_recovers_anything_from_a_table_with_its_margins(rows: list[list[int]]) -> None:
    table = two_way(rows)
    try:
        found = hidden_in(table)
    except CannotBeHidden:
        return
    assert small(table) <= found
    assert recover(table.without(found)).is_safe


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=3, max_size=3), st.sets(st.sampled_from("012"), min_size=1))
def test_the_publisher_finds_what_the_attacker_finds(rows: list[list[int]], gone: set[str]) -> None:
    table = two_way([[each + 1 for each in row] for row in rows])
    seen = table.without({f"{at}/{place}" for at in gone for place in gone})
    ranges = recover(seen).ranges
    assert set(exposed(seen)) == {name for name, (low, high) in ranges.items() if high - low + 1 < 3}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=3, max_size=6))
def test_hiding_never_loosens_from_one_issue_to_the_next(cells: list[tuple[int, int]]) -> None:
    first, second = one_way([each for each, _ in cells]), one_way([each for _, each in cells])
    try:
        before = hidden_in(first)
        later = hide(second._replace(within=dict.fromkeys(before, (0, 100))), small(second) | before)
    except CannotBeHidden:
        return
    assert before <= later
