"""A figure by two breakdowns at once, such as the contacts of each agency by what became of them: a table with its totals."""

from collections.abc import Collection, Mapping, Sequence

from metrics.catalogue import BETWEEN, Indicator
from metrics.close_up import meanings_of
from metrics.coverage import State
from metrics.figures import Figure, figures
from metrics.frozen import Frozen
from metrics.measure import datasets_read
from metrics.periods import Period
from metrics.small_numbers import EVERY, Pair, hidden_crossing
from metrics.store import Store

ALL = "All"
UNSAID = "Not recorded"


class Crossing(Frozen):
    """One number, and what percentage it is of its row; the state of what has none."""

    value: float | None
    share: float | None
    state: State


HIDDEN = Crossing(value=None, share=None, state=State.SUPPRESSED)


class CrossTable(Frozen):
    """Rows and columns: the totals first, then those with most."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Crossing, ...]], ...]


def crossed(store: Store, chosen: Indicator, period: Period, by: str) -> CrossTable | None:
    """A crossed breakdown of a number in a period; None where there is nothing to break down."""
    found = [each for each in figures(store, [chosen], [period], by=by) if each.value or not each.state.has_value]
    with store.cursor() as cursor:
        reads = datasets_read(cursor, chosen)
    meanings = [meanings_of(reads, each) for each in chosen.crossed[by]]
    if not found:
        return None
    shut = {_named(each, meanings) for each in hidden_crossing(store, chosen, period, by)}
    return without_small(cross_table(found, meanings), shut)


def without_small(table: CrossTable, shut: Collection[Pair]) -> CrossTable:
    """A table with pairs of its names hidden; a row or column whose total is hidden stands last: its place would say much."""
    across = _last(table.columns, {second for first, second in shut if first == ALL})
    rows = dict(table.rows)
    down = _last(tuple(rows), {first for first, second in shut if second == ALL})
    kept = {
        (row, column): HIDDEN if (row, column) in shut else cell
        for row, cells in table.rows
        for column, cell in zip(table.columns, cells, strict=True)
    }
    return CrossTable(
        columns=across,
        rows=tuple((row, tuple(_without_share(kept[row, each], kept[row, ALL]) for each in across)) for row in down),
    )


def _last(names: Sequence[str], last: set[str]) -> tuple[str, ...]:
    return (*(each for each in names if each not in last), *sorted(last & set(names)))


def _without_share(cell: Crossing, whole: Crossing) -> Crossing:
    """A share of a hidden total would give it away."""
    return cell.model_copy(update={"share": None}) if whole.value is None else cell


def _named(pair: Pair, meanings: Sequence[Mapping[str, str]]) -> Pair:
    first, second = pair
    return (
        ALL if first == EVERY else meanings[0].get(first, first),
        ALL if second == EVERY else meanings[1].get(second, second or UNSAID),
    )


def cross_table(found: Sequence[Figure], meanings: Sequence[Mapping[str, str]]) -> CrossTable:
    """The figures of a crossed breakdown as a table, with the words of its codes."""
    cells: dict[tuple[str, str], Figure] = {}
    for each in found:
        first, _, second = (each.group or "").partition(BETWEEN)
        cells[meanings[0].get(first, first), meanings[1].get(second, second or UNSAID)] = each
    down, across = (_most_first(cells, place) for place in (0, 1))
    rows = [(ALL, [[cells.get((name, each)) for name in down] for each in across])]
    rows += [(name, [[cells.get((name, each))] for each in across]) for name in down]
    return CrossTable(columns=(ALL, *across), rows=tuple((name, _row(parts)) for name, parts in rows))


def _most_first(cells: Mapping[tuple[str, str], Figure], place: int) -> list[str]:
    totals: dict[str, float] = {}
    for names, each in cells.items():
        totals[names[place]] = totals.get(names[place], 0) + (each.value or 0)
    return sorted(totals, key=lambda name: (-totals[name], name))


def _row(parts: Sequence[Sequence[Figure | None]]) -> tuple[Crossing, ...]:
    """The sum of all and each sum of a row: of a part that is not known there is no sum."""
    sums = [_added(each) for each in [[figure for each in parts for figure in each], *parts]]
    whole = sums[0].value
    return (sums[0], *(each.model_copy(update={"share": _share(each.value, whole)}) for each in sums[1:]))


def _added(parts: Sequence[Figure | None]) -> Crossing:
    unknown = next((each.state for each in parts if each and each.value is None), None)
    if unknown:
        return Crossing(value=None, share=None, state=unknown)
    value = sum(each.value or 0 for each in parts if each)
    return Crossing(value=value, share=None, state=State.VALUE if value else State.ZERO)


def _share(value: float | None, whole: float | None) -> float | None:
    return None if value is None or not whole else 100 * value / whole
