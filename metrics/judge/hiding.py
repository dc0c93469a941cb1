"""Hiding small numbers, and as many others as it takes that no hidden one can be worked out from what is printed.

Rule `small_1`. A number from 1 to the board's limit is hidden; a nought is printed. Then the attacker looks at what is left,
and while it finds hidden numbers, one more is hidden beside each: in the relation that says most of it, the one that stands
in the fewest others, the smallest of these. What comes out has been attacked, by whole numbers, and nothing was found.
(Optimal suppression is harder to work out; on tables of a board's size this loop hides about as many.)
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from metrics.judge.exposure import Attack, exposed
from metrics.judge.recovery import FEWEST, Publication, Sum

RULE: Final = "small_1"
"""The version of this rule, for a public paper to name. Any change to what is hidden raises it."""


class CannotBeHidden(ValueError):
    """Whatever else is hidden, what has to be printed gives a cell away. `cell` is its name."""

    def __init__(self, cell: str) -> None:
        super().__init__(
            "A small number could be worked out from what has to be printed beside it, whatever else is hidden. "
            "Show fewer parts, or a longer period."
        )
        self.cell = cell


class Leak(ValueError):
    """What was to be published gives a hidden number away. Nothing is published."""


class Table(NamedTuple):
    """The true numbers, what ties them together, and which of them are printed whatever happens.

    `within`: what a reader knows of a cell before anything is printed. `rank`: those with a lower one are hidden first.
    `insiders`: groups of cells, each known to somebody who reads along.
    """

    cells: Mapping[str, int]
    sums: tuple[Sum, ...] = ()
    within: Mapping[str, tuple[int, int]] = {}
    keep: frozenset[str] = frozenset()
    rank: Mapping[str, int] = {}
    insiders: tuple[tuple[str, ...], ...] = ()

    def without(self, hidden: Collection[str]) -> Publication:
        """What a reader sees of it."""
        return Publication(
            cells={name: None if name in hidden else value for name, value in self.cells.items()},
            sums=self.sums,
            truth=self.cells,
            insiders=self.insiders,
            within={name: bounds for name, bounds in self.within.items() if name in hidden},
        )


def is_small(number: float | None, to: int) -> bool:
    """Whether a number is to be hidden: more than nought, and at most the limit."""
    return number is not None and 0 < number < to + 0.5


def hide(table: Table, small: Collection[str], *, fewest: int = FEWEST) -> frozenset[str]:
    """The cells to hide: the small ones, and further ones until the attacker finds nothing. Raises CannotBeHidden.

    A cell of nought is never hidden beside a small one: it is printed, so that hidden means one or more.
    """
    hidden, attack = set(small), Attack(fewest)
    while found := attack.exposed(table.without(hidden)):
        closed: set[str] = set()
        for each in found:
            if each not in closed:
                relation, further = _further(table, hidden, each)
                hidden.add(further)
                closed |= {name for name, _ in relation.terms}
    return frozenset(hidden)


def refuse_leaks(publication: Publication, *, fewest: int = FEWEST) -> None:
    """The last look at what is about to be published. Raises Leak where a hidden number can be worked out."""
    if found := exposed(publication, fewest=fewest):
        raise Leak(
            f"Nothing was published: {len(found)} hidden numbers could be worked out from what would have been printed. "
            "This is a fault of the program, and not of the data: please report it."
        )


def adding_up(total: str, parts: Iterable[str], cells: Mapping[str, int]) -> tuple[Sum, ...]:
    """That parts come to a total, where they do: children counted once in each of two parts do not."""
    relation = Sum(((total, -1), *((each, 1) for each in parts)))
    return holding([relation], cells)


def holding(sums: Iterable[Sum], cells: Mapping[str, int]) -> tuple[Sum, ...]:
    """Those relations of which every cell is there, and which the true numbers keep."""
    return tuple(
        each
        for each in sums
        if all(name in cells for name, _ in each.terms) and not sum(sign * cells[name] for name, sign in each.terms)
    )


def _further(table: Table, hidden: Collection[str], found: str) -> tuple[Sum, str]:
    """The cell to hide next, and the relation it was chosen in: beside what was found, else anywhere in the table."""
    free = {name for name, value in table.cells.items() if value > 0 and name not in hidden and name not in table.keep}

    def order(name: str) -> tuple[int, int, int, str]:
        alone = sum(_hidden_in(each, table, hidden) == 0 for each in table.sums if name in dict(each.terms))
        return table.rank.get(name, 0), alone, table.cells[name], name

    beside = [each for each in table.sums if found in dict(each.terms)]
    for relation in [*sorted(beside, key=lambda each: _hidden_in(each, table, hidden)), *table.sums]:
        if choice := [name for name, _ in relation.terms if name in free]:
            return relation, min(choice, key=order)
    raise CannotBeHidden(found)


def _hidden_in(relation: Sum, table: Table, hidden: Collection[str]) -> int:
    """How much is hidden in a relation: the less, the more it says of each part."""
    return sum(table.cells[name] for name, _ in relation.terms if name in hidden)
