"""Which hidden cells stand too open. The attacker's question, put by the publisher: who knows the numbers may begin with them.

It finds what `recovery.recover` finds, many times faster: every table that agrees with what is printed speaks for all cells at
once, and the true table is the first of them.
"""

from metrics.judge.recovery import FEWEST, Bounds, Publication, Ties, bounds_of, table_within

Seen = dict[str, tuple[int, int]]
"""The lowest and the highest number that each hidden cell had in a table that agrees with what is printed."""


class Attack:
    """An attack on a publication of which more and more is hidden: what was found possible once remains so."""

    def __init__(self, fewest: int = FEWEST) -> None:
        self._fewest = fewest
        self._seen: dict[tuple[str, ...], Seen] = {}

    def exposed(self, publication: Publication) -> tuple[str, ...]:
        """The hidden cells of which too few numbers remain possible, to any reader or to an insider."""
        found = self._exposed_to(publication, ())
        for own in publication.insiders:
            found += [each for each in self._exposed_to(publication, own) if each not in found]
        return tuple(found)

    def _exposed_to(self, publication: Publication, own: tuple[str, ...]) -> list[str]:
        known = {name: publication.truth[name] for name in own if publication.cells[name] is None}
        hidden = [name for name, value in publication.cells.items() if value is None and name not in known]
        if not hidden or (own and not known):
            return []
        ties = Ties(publication, known)
        bounds = bounds_of(ties)
        before = self._seen.get(own, {})
        seen = {name: before.get(name, (publication.truth[name], publication.truth[name])) for name in hidden}
        self._seen[own] = seen
        return [name for name in hidden if not _has_room(name, ties, bounds, seen, _needed(publication, name, self._fewest))]


def exposed(publication: Publication, *, fewest: int = FEWEST) -> tuple[str, ...]:
    """The hidden cells of which fewer than so many numbers remain possible, to any reader or to an insider.

    `publication.truth` has to hold every hidden cell. What a reader knows anyway (`within`) is no leak. Exact: a cell is
    named only after every table of whole numbers was ruled out.
    """
    return Attack(fewest).exposed(publication)


def _needed(publication: Publication, name: str, fewest: int) -> int:
    if name not in publication.within:
        return fewest
    low, high = publication.within[name]
    return min(fewest, high - low + 1)


def _has_room(name: str, ties: Ties, bounds: Bounds, seen: Seen, fewest: int) -> bool:
    """Whether so many numbers remain for a cell. Every table found on the way widens what was seen of the others."""
    while seen[name][1] - seen[name][0] + 1 < fewest:
        (low, high), (least, most) = seen[name], bounds[name]
        found = table_within(bounds, name, (high + 1, most), ties) if high < most else None
        if found is None and low > least:
            found = table_within(bounds, name, (least, low - 1), ties)
        if found is None:
            return False
        for each, (lowest, highest) in seen.items():
            seen[each] = (min(lowest, found[each]), max(highest, found[each]))
    return True
