"""Hiding in a figure that is broken down: what is counted of each group in each period, with the totals that are printed.

A share is hidden where what it counts, what it leaves out or what it is a share of is small; an average where it is of few.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from metrics.judge.hiding import CannotBeHidden, Table, hide, holding, is_small
from metrics.judge.recovery import FEWEST, MOST, Sum

Place = tuple[str, str]
"""A period and a group."""
TOTAL: Final = ""
"""The group that stands for all of them."""
NEAR: Final = 1e-6
TENTHS: Final = 10


class Count(NamedTuple):
    """What is counted of a group; `of`: what it is a share of. An average is counted by the cases that it is of."""

    number: float
    of: float | None = None


class Broken(NamedTuple):
    """Counts by period and group, and what adds up: a total and its parts.

    `keep`: printed whatever happens. `before`: hidden already. `each_knows`: every group is an agency that knows its own.
    """

    counts: Mapping[Place, Count]
    sums: Sequence[tuple[Place, Sequence[Place]]] = ()
    keep: frozenset[Place] = frozenset()
    before: frozenset[Place] = frozenset()
    each_knows: bool = False


def one_way(counts: Mapping[Place, Count], made_of: Mapping[str, Sequence[str]]) -> tuple[tuple[Place, tuple[Place, ...]], ...]:
    """What adds up in a breakdown: the groups of each period to its total, and each group's parts of a period to the period."""
    groups = dict.fromkeys(group for _, group in counts)
    periods = dict.fromkeys(period for period, _ in counts)
    down = [((each, TOTAL), tuple((each, group) for group in groups if group != TOTAL)) for each in periods]
    over = [((whole, group), tuple((each, group) for each in parts)) for whole, parts in made_of.items() for group in groups]
    known = [(total, tuple(each for each in parts if each in counts)) for total, parts in [*down, *over] if total in counts]
    return tuple((total, parts) for total, parts in known if len(parts) > 1)


def hide_parts(broken: Broken, to: int) -> frozenset[Place]:
    """Which groups of which periods to hide, with all that is said of them.

    Where the total of a period alone gives a group away, the period is not broken down at all: every group of it is hidden,
    those of nought included.
    """
    blank: list[str] = []
    periods = list(dict.fromkeys(period for period, group in broken.counts if (period, group) not in broken.keep))
    while True:
        try:
            return _hidden(broken, to, blank)
        except CannotBeHidden as stuck:
            left = [each for each in periods if each not in blank]
            if not left:
                return frozenset(place for place in broken.counts if place not in broken.keep)
            named = _place(stuck.cell)[0]
            blank.append(named if named in left else left[0])


def _hidden(broken: Broken, to: int, blank: Collection[str]) -> frozenset[Place]:
    """First what shares are of, then what is counted: whose denominator is hidden shows nothing."""
    parts = {place for place in broken.counts if place not in broken.keep}
    shut = frozenset(place for place in parts if place[0] in blank) | broken.before
    wholes = {place: count.of for place, count in broken.counts.items() if count.of is not None}
    few = shut
    if wholes:
        few = _layer(broken, wholes, shut | {place for place in parts if is_small(wholes.get(place), to)}, shut)
    numbers = {place: count.number for place, count in broken.counts.items()}
    small = few | {place for place in parts if _is_small(broken.counts[place], to)}
    return _layer(broken, numbers, small, few, {place: of for place, of in wholes.items() if place not in few})


def _layer(
    broken: Broken,
    numbers: Mapping[Place, float],
    small: frozenset[Place],
    may_be_none: frozenset[Place],
    of: Mapping[Place, float] | None = None,
) -> frozenset[Place]:
    """Hide in one kind of number. `of`: the denominators that readers may know; a share of 100% is printed, like a nought."""
    scale = 1 if all(abs(each - round(each)) < NEAR for each in numbers.values()) else TENTHS
    cells = {_name(place): round(number * scale) for place, number in numbers.items()}
    denominators = {_name(place): round(each * scale) for place, each in (of or {}).items()}
    whole = {name for name, each in denominators.items() if cells.get(name) == each}
    table = Table(
        cells=cells,
        sums=holding((_sum(total, parts) for total, parts in broken.sums if total in numbers), cells),
        within={name: _known(name, cells, denominators, may_be_none) for name in cells},
        keep=frozenset({*map(_name, broken.keep), *whole}) - set(map(_name, small)),
        insiders=_own(numbers) if broken.each_knows else (),
    )
    return frozenset(map(_place, hide(table, {_name(each) for each in small if each in numbers}, fewest=FEWEST * scale)))


def _known(
    name: str, cells: Mapping[str, int], denominators: Mapping[str, int], may_be_none: frozenset[Place]
) -> tuple[int, int]:
    """What a reader knows of a cell if it is hidden: that it is not nought, and of a share not all; what it is part of."""
    place = _place(name)
    most = cells.get(_name((place[0], TOTAL)), MOST)
    if place in may_be_none:
        return 0, most
    return 1, max(denominators[name] - 1, 1) if name in denominators else MOST


def _is_small(count: Count, to: int) -> bool:
    return is_small(count.number, to) or (count.of is not None and is_small(count.of - count.number, to))


def _sum(total: Place, parts: Sequence[Place]) -> Sum:
    return Sum(((_name(total), -1), *((_name(each), 1) for each in parts)))


def _own(places: Iterable[Place]) -> tuple[tuple[str, ...], ...]:
    """The cells that each group knows: its own."""
    groups: dict[str, list[str]] = {}
    for place in places:
        if place[1] != TOTAL:
            groups.setdefault(place[1], []).append(_name(place))
    return tuple(map(tuple, groups.values()))


def _name(place: Place) -> str:
    return "\n".join(place)


def _place(name: str) -> Place:
    period, _, group = name.partition("\n")
    return period, group
