"""What a reader can work out from a published table: the range in which each hidden cell must lie.

A publication is its printed numbers and everything that ties them together: totals, running totals, percentages, the same
number in two places. A hidden cell is safe when enough whole numbers remain possible; an agency that knows its own cells knows
more.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil, floor
from typing import Any, Final, NamedTuple

FEWEST: Final = 3
MOST: Final = 10**9
"""Larger than any count of children: a cell that can be so large is not bounded by what was printed."""

Bounds = dict[str, tuple[int, int]]


class Sum(NamedTuple):
    """Cells whose numbers, with their signs, come to nought."""

    terms: tuple[tuple[str, int], ...]


class Ratio(NamedTuple):
    """A percentage printed to so many decimals: 100 x numerator / denominator (or `per` something else)."""

    numerator: str
    denominator: str
    value: float
    decimals: int
    per: float = 100.0


class Publication(NamedTuple):
    """Printed cells (None: hidden), the relations between them, the least that a hidden cell can be, and who knows which.

    `within`: what every reader knows of a hidden cell besides, as its lowest and highest number.
    """

    cells: Mapping[str, int | None]
    sums: tuple[Sum, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    least: int = 1
    truth: Mapping[str, int] = {}
    insiders: tuple[tuple[str, ...], ...] = ()
    within: Mapping[str, tuple[int, int]] = {}


class Recovered(NamedTuple):
    """The cells that any reader can work out exactly, the range of every hidden cell, and whether all are safe."""

    exact: dict[str, int]
    ranges: Bounds
    is_safe: bool


def recover(publication: Publication, *, fewest: int = FEWEST) -> Recovered:
    """Work out what can be. Safe: of every hidden cell at least so many numbers remain possible, for insiders too."""
    hidden = [name for name, value in publication.cells.items() if value is None]
    ranges = _ranges(publication, hidden, {})
    safe = all(high - low + 1 >= fewest for low, high in ranges.values())
    for own in publication.insiders:
        known = {name: publication.truth[name] for name in own if name in publication.truth}
        others = [name for name in hidden if name not in own]
        safe = safe and all(high - low + 1 >= fewest for low, high in _ranges(publication, others, known).values())
    return Recovered({name: low for name, (low, high) in ranges.items() if low == high}, ranges, safe)


def read_publication(written: Mapping[str, Any]) -> Publication:
    """Read a publication from its description: one-way, two-way and running tables, loose cells, ratios, equal cells."""
    cells: dict[str, int | None] = dict(written.get("cells", {}))
    sums: list[Sum] = [Sum(((first, 1), (second, -1))) for first, second in written.get("equal", [])]
    for table in written.get("tables", []):
        TABLES[table["type"]](table, cells, sums)
    return Publication(
        cells=cells,
        sums=tuple(sums),
        ratios=tuple(
            Ratio(each["num"], each["den"], each["value"], each["decimals"], each.get("per", 100.0))
            for each in written.get("ratios", [])
        ),
        least=written.get("assume", {}).get("suppressed_min", 1),
        truth=written.get("truth", {}),
        insiders=tuple(tuple(each) for each in written.get("insiders", [])),
    )


def _one_way(table: Mapping[str, Any], cells: dict[str, int | None], sums: list[Sum]) -> None:
    labels = table.get("labels") or range(len(table["cells"]))
    names = [f"{table['id']}/{each}" for each in labels]
    cells.update(zip(names, table["cells"], strict=True))
    if "total" in table:
        _total(f"{table['id']}/total", table["total"], names, cells, sums)


def _two_way(table: Mapping[str, Any], cells: dict[str, int | None], sums: list[Sum]) -> None:
    rows, key = table["cells"], table["id"]
    for at, row in enumerate(rows):
        cells.update({f"{key}/{at}/{place}": value for place, value in enumerate(row)})
    for at, value in enumerate(table.get("row_totals", [])):
        _total(f"{key}/row/{at}", value, [f"{key}/{at}/{place}" for place in range(len(rows[at]))], cells, sums)
    for at, value in enumerate(table.get("col_totals", [])):
        _total(f"{key}/col/{at}", value, [f"{key}/{place}/{at}" for place in range(len(rows))], cells, sums)
    if "grand" in table:
        every = [f"{key}/{at}/{place}" for at, row in enumerate(rows) for place in range(len(row))]
        _total(f"{key}/grand", table["grand"], every, cells, sums)


def _running(table: Mapping[str, Any], cells: dict[str, int | None], sums: list[Sum]) -> None:
    before: list[str] = []
    for period, value, so_far in zip(table["periods"], table["cells"], table["ytd"], strict=True):
        name, total = f"{table['id']}/{period}", f"{table['id']}/ytd/{period}"
        cells[name] = value
        _total(total, so_far, [*before, name], cells, sums)
        before = [total]


TABLES: Final[dict[str, Callable[[Mapping[str, Any], dict[str, int | None], list[Sum]], None]]] = {
    "one_way": _one_way,
    "two_way": _two_way,
    "ytd": _running,
}


def _total(name: str, value: int | None, parts: Sequence[str], cells: dict[str, int | None], sums: list[Sum]) -> None:
    cells[name] = value
    sums.append(Sum(((name, -1), *((each, 1) for each in parts))))


def _ranges(publication: Publication, hidden: Sequence[str], known: Mapping[str, int]) -> Bounds:
    ties = Ties(publication, known)
    tight = bounds_of(ties)
    return {name: (_lowest(tight, name, ties), _highest(tight, name, ties)) for name in hidden}


class Ties:
    """What ties open cells together (those printed come to one number in each sum), and by which of it a cell moves others."""

    def __init__(self, publication: Publication, known: Mapping[str, int]) -> None:
        self.bounds: Bounds = {}
        for name, value in publication.cells.items():
            given = known.get(name, value)
            self.bounds[name] = publication.within.get(name, (publication.least, MOST)) if given is None else (given, given)
        self.relations: tuple[Open | Ratio, ...] = (*map(self._opened, publication.sums), *publication.ratios)
        self.of: dict[str, list[int]] = {name: [] for name in publication.cells}
        for place, each in enumerate(self.relations):
            for name in (each.numerator, each.denominator) if isinstance(each, Ratio) else dict(each.terms):
                self.of[name].append(place)

    def _opened(self, relation: Sum) -> "Open":
        is_open = {name: self.bounds[name][0] < self.bounds[name][1] for name, _ in relation.terms}
        printed = sum(sign * self.bounds[name][0] for name, sign in relation.terms if not is_open[name])
        return Open(printed, tuple((name, sign) for name, sign in relation.terms if is_open[name]))


class Open(NamedTuple):
    """A sum of which some cells are open: with their signs they come to the other side of what is printed."""

    printed: int
    terms: tuple[tuple[str, int], ...]


def bounds_of(ties: Ties) -> Bounds:
    """The numbers between which each cell must lie by each relation alone."""
    impossible = any(isinstance(each, Open) and each.printed and not each.terms for each in ties.relations)
    tight = None if impossible else tightened(ties.bounds, ties, ties.bounds)
    if tight is None:
        raise ValueError("The numbers contradict each other: no table of whole numbers agrees with all that is printed.")
    return tight


def _lowest(bounds: Bounds, name: str, ties: Ties) -> int:
    """The lowest number that a cell can have with all others whole: halved until one is left."""
    low, high = bounds[name]
    while low < high:
        middle = (low + high) // 2
        possible = table_within(bounds, name, (low, middle), ties) is not None
        low, high = (low, middle) if possible else (middle + 1, high)
    return low


def _highest(bounds: Bounds, name: str, ties: Ties) -> int:
    """The highest, likewise."""
    low, high = bounds[name]
    while low < high:
        middle = (low + high + 1) // 2
        possible = table_within(bounds, name, (middle, high), ties) is not None
        low, high = (middle, high) if possible else (low, middle - 1)
    return high


def table_within(bounds: Bounds, name: str, asked: tuple[int, int], ties: Ties) -> dict[str, int] | None:
    """One table of whole numbers that agrees with what is printed, one cell between two numbers; None where there is none."""
    tight = tightened(bounds | {name: asked}, ties, [name])
    if tight is None:
        return None
    still_open = [(high - low, each) for each, (low, high) in tight.items() if low < high]
    if not still_open:
        return {each: low for each, (low, _) in tight.items()}
    _, each = min(still_open)
    low, high = tight[each]
    middle = (low + high) // 2
    return table_within(tight, each, (low, middle), ties) or table_within(tight, each, (middle + 1, high), ties)


def tightened(bounds: Bounds, ties: Ties, moved: Iterable[str]) -> Bounds | None:
    """Bounds made as narrow as each relation alone makes them, from what moved on; None: a cell has no number left."""
    found = dict(bounds)
    waiting = dict.fromkeys(place for name in moved for place in ties.of[name])
    while waiting:
        relation = ties.relations[place := next(iter(waiting))]
        del waiting[place]
        implied = _by_sum(relation, found) if isinstance(relation, Open) else _by_ratio(relation, found)
        for name, (low, high) in implied:
            now = (max(low, found[name][0]), min(high, found[name][1]))
            if now[0] > now[1]:
                return None
            if now != found[name]:
                found[name] = now
                waiting |= dict.fromkeys(ties.of[name])
    return found


def _by_sum(relation: Open, bounds: Bounds) -> list[tuple[str, tuple[int, int]]]:
    least = most = relation.printed
    for name, sign in relation.terms:
        low, high = bounds[name]
        least, most = (least + low, most + high) if sign > 0 else (least - high, most - low)
    found = []
    for name, sign in relation.terms:
        low, high = bounds[name]
        found.append((name, (high - most, low - least) if sign > 0 else (least + high, most + low)))
    return found


def _by_ratio(ratio: Ratio, bounds: Bounds) -> list[tuple[str, tuple[int, int]]]:
    half = 0.5 * 10**-ratio.decimals
    low, high = (ratio.value - half) / ratio.per, (ratio.value + half) / ratio.per
    (top_low, top_high), (low_of, high_of) = bounds[ratio.numerator], bounds[ratio.denominator]
    found = [(ratio.numerator, (ceil(low * low_of - 1e-9), floor(high * high_of + 1e-9)))]
    least = ceil(top_low / high - 1e-9) if high > 0 else 0
    most = floor(top_high / low + 1e-9) if low > 0 else MOST
    return [*found, (ratio.denominator, (least, most))]
