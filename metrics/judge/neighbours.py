"""The figure of statistical neighbours when some of theirs are hidden: the range in which it must lie.

A figure that the DfE hides is not missing: `c` says that one to five children are behind it. Left out, the neighbours with the
fewest children drop out and the rest look typical. Here a hidden figure is a range, and so is what is made of it.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from math import fsum
from statistics import median
from typing import Final, Literal, NamedTuple

from metrics.judge.compare import Comparison, Estimate, compare_with_range
from metrics.judge.control_chart import Better

FEWEST: Final = 5
"""With fewer figures nothing is said: a median of four is the middle of two, so a single neighbour more or less moves it.

A hidden figure counts, because its range is known; a joint return counts once, because it is one figure; what is not available
or of low reliability does not count.
"""
HIDDEN: Final = (1, 5)
"""The least and the most children behind a figure that is hidden for being small."""
Method = Literal["median", "mean"]


class Neighbour(NamedTuple):
    """One neighbour's figure: a value (`low` and `high` alike), a range where it is hidden, or neither and the reason.

    Authorities that send one return together have the same `return_id`, and count once. `joined` says whose figures stand for
    one that had none of its own that year, having merged or been divided.
    """

    code: str
    low: float | None = None
    high: float | None = None
    because: str = ""
    return_id: str = ""
    joined: str = ""

    @property
    def is_known(self) -> bool:
        return self.low is not None and self.high is not None

    @property
    def is_hidden(self) -> bool:
        return self.is_known and self.low != self.high


class Together(NamedTuple):
    """What neighbours come to: the range (one value where nothing is hidden), from how many, and what was left out.

    `low` and `high` are None where too few have a figure. `returns` counts joint returns once, which the others do not.
    """

    low: float | None
    high: float | None
    method: Method
    published: int
    hidden: int
    of: int
    returns: int
    left_out: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()

    @property
    def value(self) -> float | None:
        """The one value, where there is one."""
        return self.low if self.low == self.high else None

    @property
    def words(self) -> str:
        """`median of 10 neighbours: 8 published, 2 hidden and taken as 1 to 5 children`, or why there is none."""
        if self.low is None:
            start = f"only {self.published + self.hidden} of {self.of} neighbours have a figure: {FEWEST} are needed"
        else:
            start = f"{self.method} of neighbours: {self.published} of {self.of} published"
        hidden = [f"{self.hidden} hidden, taken as {HIDDEN[0]} to {HIDDEN[1]} children each"] if self.hidden else []
        joint = ["a joint return is counted once"] if self.returns < self.published + self.hidden else []
        merged = [f"across new boundaries: {', '.join(self.joined)}"] if self.joined else []
        left = [f"left out: {', '.join(self.left_out)}"] if self.left_out else []
        return "; ".join([start, *hidden, *joint, *merged, *left])


def hidden_share(denominator: float, *, least: int = HIDDEN[0], most: int = HIDDEN[1]) -> tuple[float, float]:
    """The range of a percentage whose numerator is hidden: at least one child, at most five, and never more than all."""
    return 100 * min(least, denominator) / denominator, 100 * min(most, denominator) / denominator


def together(neighbours: Sequence[Neighbour], method: Method = "median", *, fewest: int = FEWEST) -> Together:
    """Put neighbours' figures together. Both ends are reached: every figure at its lowest, and every figure at its highest."""
    returns = _returns(neighbours)
    enough = len(returns) >= fewest
    made = median if method == "median" else _mean
    reasons = Counter(each.because or "no figure" for each in neighbours if not each.is_known)
    return Together(
        low=made([low for low, _ in returns]) if enough else None,
        high=made([high for _, high in returns]) if enough else None,
        method=method,
        published=sum(each.is_known and not each.is_hidden for each in neighbours),
        hidden=sum(each.is_hidden for each in neighbours),
        of=len(neighbours),
        returns=len(returns),
        left_out=tuple(f"{count} {reason}" for reason, count in reasons.items()),
        joined=tuple(dict.fromkeys(each.joined for each in neighbours if each.joined)),
    )


def beside(own: Estimate | None, found: Together, better: Better) -> Comparison:
    """Better or worse than neighbours only if it is so wherever in their range they lie; inside the range, cannot tell."""
    if own is None or found.low is None or found.high is None:
        return "cannot_tell"
    if found.low < found.high and found.low <= own.value <= found.high:
        return "cannot_tell"
    return compare_with_range(own, found.low, found.high, better)


def switched(models: Sequence[tuple[str, int]], quarter: int, *, side_by_side: int = 4) -> tuple[str, ...]:
    """The neighbour models to show in a quarter, the newest first: after a switch the old one stands beside it for a year.

    `models` are (name, the quarter from which it is used), in any order; quarters are numbered one after the other.
    """
    begun = sorted((each for each in models if each[1] <= quarter), key=lambda each: each[1], reverse=True)
    if not begun:
        return ()
    within = [name for name, _ in islice(begun, 1, 2) if quarter < begun[0][1] + side_by_side]
    return (begun[0][0], *within)


def _returns(neighbours: Sequence[Neighbour]) -> list[tuple[float, float]]:
    by_return = {
        each.return_id or each.code: (each.low, each.high)
        for each in neighbours
        if each.low is not None and each.high is not None
    }
    return list(by_return.values())


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)
