"""A place among all areas when the figures of some are hidden: what holds wherever in their range they lie."""

from collections.abc import Sequence
from typing import NamedTuple

from metrics.judge.compare import Estimate, Placed, place, quantile
from metrics.judge.control_chart import Better

Reach = tuple[float, float]
"""The lowest and highest that a figure can be: alike where it is published."""


class Between(NamedTuple):
    """The best and the worst place that a figure can have, and how many of the others' figures are hidden."""

    best: Placed
    worst: Placed
    hidden: int

    @property
    def is_one(self) -> bool:
        return self.best.rank == self.worst.rank

    @property
    def is_firm(self) -> bool:
        """Whether it is in one quarter wherever the hidden figures lie and wherever in its interval it is itself."""
        return self.best.firm and self.worst.firm and self.best.band == self.worst.band


def edge(reaches: Sequence[Reach], best: float, better: Better) -> Reach | None:
    """Where the best so many (0.25: a quarter) end, at the lowest and at the highest; None where neither way is good."""
    if better == "monitor" or not reaches:
        return None
    at = best if better == "smaller" else 1 - best
    low, high = (quantile(sorted(each[end] for each in reaches), at) for end in (0, 1))
    return low, high


def place_between(own: Estimate, others: Sequence[Reach], better: Better) -> Between | None:
    """The places between which a figure lies: with every hidden figure at the end that is worst, and at that which is best."""
    lows, highs = [low for low, _ in others], [high for _, high in others]
    when_low, when_high = place(own, lows, better), place(own, highs, better)
    if when_low is None or when_high is None:
        return None
    best, worst = (when_high, when_low) if better == "smaller" else (when_low, when_high)
    return Between(best, worst, sum(low != high for low, high in others))
