"""A run that goes slowly one way: too slow for any one point to stand out, too long to be chance.

The seasonal Kendall test (Hirsch, Slack and Smith 1982): each figure is compared with the figures of the same season in other
years, and the rises are counted against the falls. Seasons do not disturb it, nor does how large a step is.
"""

from collections.abc import Sequence
from itertools import combinations
from math import sqrt
from typing import Final

from metrics.judge.runs import side

RARE: Final = 2.576
"""So many standard errors are passed once in a hundred runs that go nowhere."""


def drift(values: Sequence[float | None], per_year: int) -> int:
    """Whether a run drifts up (1) or down (-1) over its years, or not (0). It takes three years to say so."""
    score, variance = 0, 0.0
    for season in range(per_year):
        known = [each for each in values[season::per_year] if each is not None]
        score += sum(side(after, before) for before, after in combinations(known, 2))
        variance += _variance(known)
    if variance <= 0 or (abs(score) - 1) / sqrt(variance) <= RARE:
        return 0
    return 1 if score > 0 else -1


def _variance(values: Sequence[float]) -> float:
    """How much the score of one season varies by chance; figures that are the same have less to say."""
    tied = sum(_pairs(values.count(each)) for each in set(values))
    return (_pairs(len(values)) - tied) / 18


def _pairs(count: int) -> float:
    return count * (count - 1) * (2 * count + 5)
