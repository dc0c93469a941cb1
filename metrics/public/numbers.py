"""Small numbers among whole figures: what a public paper hides of each indicator and period.

What ties whole figures together: quarters that add up to a year; a number and the rate or share made of it; plans open at
two dates, and those started and ended between. Each family of indicators that are tied is looked at by itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from metrics.catalogue import Indicator
from metrics.figures import Figure
from metrics.judge.hiding import CannotBeHidden, Leak, Table, adding_up, hide, holding, is_small, refuse_leaks
from metrics.judge.hiding_parts import Count
from metrics.judge.recovery import MOST, Sum
from metrics.small_numbers import count_of, is_hidden

Place = tuple[str, str]
"""An indicator and a period."""
Runs = Mapping[str, Sequence[Figure]]
"""The figures of each indicator, from the oldest."""
OF_ONE_NUMBER: Final = ("_rate", "_share")
"""What the name of a rate or share has behind the name of the number that it is made of."""
FLOWS: Final = (("cp_plans_open", "cp_plans_started", "cp_plans_ended"),)
"""What is open at a date is what was open before, with what started and without what ended."""
YEAR_LAST: Final = 100_000
"""A year is hidden only where no quarter can be."""


def hidden_whole(
    runs: Runs,
    catalogue: Mapping[str, Indicator],
    to: int,
    *,
    before: frozenset[Place] = frozenset(),
    printed: frozenset[Place] = frozenset(),
) -> frozenset[Place]:
    """The figures that a public paper hides. `before`: hidden in an earlier issue, and so for good; `printed`: out already.

    Raises CannotBeHidden where a small number is given away whatever else is hidden.
    """
    return frozenset(place for each in tables_of(runs, catalogue, to) for place in _hidden_in(each, before, printed))


def tables_of(runs: Runs, catalogue: Mapping[str, Indicator], to: int) -> Iterator[tuple[Table, frozenset[str]]]:
    """For each family of indicators its table, and the names of its small cells."""
    for names in _families(runs):
        counts = {
            (name, figure.period): count
            for name in names
            for figure in runs[name]
            if (count := count_of(catalogue[name], figure)) is not None
        }
        order = {figure.period: figure.last_day.toordinal() for name in names for figure in runs[name]}
        yield _table(counts, order, [catalogue[name] for name in names], to)


def refuse_leaks_of(known: Runs, public: Runs, catalogue: Mapping[str, Indicator], to: int, shut: frozenset[Place]) -> None:
    """The last look at a public paper: from what its lines print, and not from what was to be hidden. Raises Leak."""
    lines = {(name, each.period) for name, run in public.items() for each in run}
    shown = {
        (name, each.period) for name, run in public.items() for each in run if not is_hidden(each) or each.value is not None
    }
    for table, small in tables_of(known, catalogue, to):
        hidden = {name for name in table.cells if _place(name) in (lines - shown if _place(name) in lines else shut)}
        if not small <= hidden:
            raise Leak(f"Nothing was published: {len(small - hidden)} small numbers would have been printed. Please report it.")
        refuse_leaks(table.without(hidden))


def _hidden_in(found: tuple[Table, frozenset[str]], before: frozenset[Place], printed: frozenset[Place]) -> frozenset[Place]:
    table, small = found
    shut = small | {name for name in table.cells if _place(name) in before}
    out = frozenset(name for name in table.cells if _place(name) in printed) - shut
    try:
        hidden = hide(table._replace(keep=table.keep | out), shut)
    except CannotBeHidden:  # what is out cannot be called back; what is printed now says no more than it has to
        hidden = hide(table, shut)
    return frozenset(map(_place, hidden))


def _table(
    counts: Mapping[Place, Count], order: Mapping[str, int], family: Iterable[Indicator], to: int
) -> tuple[Table, frozenset[str]]:
    cells = {_name(place): round(count.number) for place, count in counts.items()}
    small = {_name(place) for place, count in counts.items() if _is_small(count, to)}
    years = [each for indicator in family if _adds_up(indicator) for each in _years(indicator.id, cells)]
    for year, parts in years:
        cells.setdefault(year, sum(cells[each] for each in parts))
        small |= {year} if is_small(cells[year], to) else set()
    sums = [each for year, parts in years for each in adding_up(year, parts, cells)]
    sums += holding([*_twins(cells), *_flows(order)], cells)
    newest = max(order.values(), default=0)
    rank = {name: newest - order[_place(name)[1]] if _place(name)[1] in order else YEAR_LAST for name in cells}
    rank |= dict.fromkeys((year for year, _ in years), YEAR_LAST)
    within = {name: _known(counts.get(_place(name), Count(cells[name])), to) for name in cells}
    whole = frozenset(_name(place) for place, count in counts.items() if count.of == count.number)
    return Table(cells, tuple(sums), within, whole - small, rank), frozenset(small)


def _known(count: Count, to: int) -> tuple[int, int]:
    """What a reader knows of a hidden figure: that it is neither none nor all, and what it is a share of, unless that is small.

    One that is none or all is hidden only where an earlier issue hid it: then a reader knows neither.
    """
    if count.number in {0, count.of} or is_small(count.of, to):
        return 0, MOST
    return 1, MOST if count.of is None else max(round(count.of) - 1, 1)


def is_small_figure(indicator: Indicator, figure: Figure, to: int) -> bool:
    """Whether few are counted in a figure, left out of it, or what it is a share or an average of."""
    count = count_of(indicator, figure)
    return count is not None and _is_small(count, to)


def _is_small(count: Count, to: int) -> bool:
    left_out = None if count.of is None else count.of - count.number
    return any(is_small(each, to) for each in (count.number, left_out, count.of))


def _adds_up(indicator: Indicator) -> bool:
    """Whether the quarters of a year make the year: not where a child is counted once however often."""
    counted_once = "counted_as" in indicator.sql
    return indicator.timing == "in_period" and indicator.unit in {"count", "percent"} and not counted_once


def _years(name: str, cells: Mapping[str, int]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The financial years of which every quarter is there."""
    labels = [_place(each)[1] for each in cells if _place(each)[0] == name]
    for year in dict.fromkeys(each.partition(" Q")[0] for each in labels if " Q" in each):
        parts = tuple(_name((name, f"{year} Q{quarter}")) for quarter in range(1, 5))
        if all(each in cells for each in parts):
            yield _name((name, year)), parts


def _twins(cells: Mapping[str, int]) -> Iterator[Sum]:
    """A number, and the numerator of the rate or share that is made of it."""
    for each in cells:
        name, period = _place(each)
        for ending in OF_ONE_NUMBER:
            yield Sum(((each, 1), (_name((name + ending, period)), -1)))


def _flows(order: Mapping[str, int]) -> Iterator[Sum]:
    run = sorted(order, key=order.__getitem__)
    for stock, started, ended in FLOWS:
        for before, now in pairwise(run):
            terms = ((stock, before, 1), (started, now, 1), (ended, now, -1), (stock, now, -1))
            yield Sum(tuple((_name((name, period)), sign) for name, period, sign in terms))


def _families(runs: Runs) -> list[tuple[str, ...]]:
    """The indicators that are tied to each other, together."""
    found: dict[str, list[str]] = {}
    for name in runs:
        plain = next((name.removesuffix(each) for each in OF_ONE_NUMBER if name.removesuffix(each) in runs), name)
        key = next((flow[0] for flow in FLOWS if plain in flow), plain)
        found.setdefault(key, []).append(name)
    return [tuple(each) for each in found.values()]


def _name(place: Place) -> str:
    return "\n".join(place)


def _place(name: str) -> Place:
    indicator, _, period = name.partition("\n")
    return indicator, period
