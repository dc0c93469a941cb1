"""What is hidden of a breakdown: counts, shares and averages, over the periods that add up."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.judge.hiding_parts import TOTAL, Broken, Count, Place, hide_parts, one_way

QUARTERS = tuple(f"Q{each}" for each in range(1, 5))


def counted(groups: Mapping[str, float]) -> dict[Place, Count]:
    return of_periods({"Q1": groups})


def of_periods(table: Mapping[str, Mapping[str, float]]) -> dict[Place, Count]:
    found = {(period, group): Count(number) for period, groups in table.items() for group, number in groups.items()}
    return found | {(period, TOTAL): Count(sum(groups.values())) for period, groups in table.items()}


def share(groups: Mapping[str, tuple[float, float]]) -> dict[Place, Count]:
    found = {("Q1", group): Count(number, of) for group, (number, of) in groups.items()}
    both = list(groups.values())
    return found | {("Q1", TOTAL): Count(sum(number for number, _ in both), sum(of for _, of in both))}


def hidden(counts: Mapping[Place, Count], made_of: Mapping[str, tuple[str, ...]] | None = None, **more: bool) -> set[str]:
    """The groups hidden in the first quarter."""
    totals = frozenset(each for each in counts if each[1] == TOTAL)
    found = hide_parts(Broken(counts, one_way(counts, made_of or {}), totals, **more), 5)
    return {group for period, group in found if period == "Q1"}


@pytest.mark.parametrize(
    ("groups", "found"),
    [
        ({"A": 30, "B": 3, "C": 12}, {"B", "C"}),
        ({"A": 30, "B": 0, "C": 12}, set()),
        ({"A": 30, "B": 2, "C": 3, "D": 12}, {"B", "C"}),
        ({"A": 1, "B": 1, "C": 0}, {"A", "B", "C"}),  # the total alone gives both away: not broken down, the nought included
        ({"A": 4}, {"A"}),
    ],
)
def test_of_a_count(groups: dict[str, float], found: set[str]) -> None:
    assert hidden(counted(groups)) == found


@pytest.mark.parametrize(
    ("groups", "found"),
    [
        ({"A": (20, 40), "B": (3, 30), "C": (9, 30)}, {"B", "C"}),  # few are in it
        ({"A": (20, 40), "B": (57, 60), "C": (9, 30)}, {"B", "C"}),  # few are not: 57 of 60 on time is 3 late
        ({"A": (20, 40), "B": (60, 60), "C": (9, 30)}, set()),  # all of them, and none: a true nought on either side
        ({"A": (20, 40), "B": (0, 60), "C": (9, 30)}, set()),
        ({"A": (20, 40), "B": (2, 4), "C": (9, 30)}, {"B", "C"}),  # of few
        ({"A": (20, 40), "B": (0, 4), "C": (9, 30)}, {"B", "C"}),  # none of few: those few are not
    ],
)
def test_of_a_share(groups: dict[str, tuple[float, float]], found: set[str]) -> None:
    assert hidden(share(groups)) == found


def test_a_group_that_is_large_enough_may_have_to_be_hidden_in_one_quarter_that_a_year_gives_away() -> None:
    year = {"A": 30.0, "B": 8.0, "C": 12.0}
    quarters = {each: dict(year) for each in QUARTERS} | {"Q1": {"A": 30.0, "B": 3.0, "C": 12.0}}
    whole = {group: sum(quarters[each][group] for each in QUARTERS) for group in year}
    counts = of_periods(quarters | {"Y": whole})
    totals = frozenset(each for each in counts if each[1] == TOTAL)
    found = hide_parts(Broken(counts, one_way(counts, {"Y": QUARTERS}), totals), 5)
    assert ("Q1", "B") in found
    for group in {group for _, group in found}:
        assert len([each for each in found if each[1] == group]) >= 2
    for period in {period for period, _ in found}:
        assert len([each for each in found if each[0] == period]) >= 2


def test_workers_in_tenths_are_small_by_their_own_number() -> None:
    assert hidden(counted({"A": 30.5, "B": 3.5, "C": 12.6, "D": 40})) == {"B", "C"}


def test_children_counted_in_two_groups_do_not_add_up_and_give_nothing_away() -> None:
    counts = counted({"A": 30, "B": 3, "C": 12}) | {("Q1", TOTAL): Count(41)}
    assert hidden(counts) == {"B"}


def test_an_agency_that_reads_along_learns_nothing_of_another() -> None:
    groups = {"A": 30.0, "B": 4.0, "C": 5.0, "D": 20.0}
    assert hidden(counted(groups)) == {"B", "C"}
    assert hidden(counted(groups), each_knows=True) == {"B", "C", "D"}


def test_what_is_hidden_already_stays_hidden() -> None:
    counts = counted({"A": 30, "B": 9, "C": 12})
    broken = Broken(counts, one_way(counts, {}), frozenset({("Q1", TOTAL)}), frozenset({("Q1", "B")}))
    assert hide_parts(broken, 5) == {("Q1", "B"), ("Q1", "A")} or hide_parts(broken, 5) == {("Q1", "B"), ("Q1", "C")}


SHARES = st.tuples(st.integers(0, 15), st.integers(0, 15))


@settings(max_examples=40, deadline=None)
@given(st.lists(SHARES, min_size=2, max_size=6))
def test_every_small_number_of_a_share_is_hidden_and_never_alone(parts: list[tuple[int, int]]) -> None:
    groups = {f"G{at}": (float(number), float(number + rest)) for at, (number, rest) in enumerate(parts)}
    found = hidden(share(groups))
    small = {name for name, (number, of) in groups.items() if 0 < number <= 5 or 0 < of - number <= 5}
    assert small <= found
    assert len(found) != 1
