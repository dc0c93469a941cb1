"""What chance explains: exact limits of counts and shares, and intervals about one figure. Closed forms and sums, no tables."""

from collections.abc import Callable
from functools import lru_cache
from math import exp, fsum, lgamma, log, sqrt
from statistics import NormalDist
from typing import Final, NamedTuple

TAIL: Final = 0.001
"""What each limit of a chart leaves out: 99.8 % of what chance does lies between the two."""
STEPS: Final = 200
"""Halvings after which an interval of any length is as short as numbers can say."""


class Interval(NamedTuple):
    """The lowest and highest that chance explains. `lower` is None where the method gives none."""

    lower: float | None
    upper: float


def z_of(confidence: float) -> float:
    """How many standard deviations hold this share of a normal distribution: 1.96 for 0.95."""
    return NormalDist().inv_cdf(1 - (1 - confidence) / 2)


@lru_cache(maxsize=4096)
def count_limits(mean: float, tail: float = TAIL) -> tuple[int, int]:
    """The lowest and highest count that a steady process with this mean gives, all but a tail at each end (Poisson, exact)."""
    if mean <= 0:
        return 0, 0
    lower, at, term = None, 0, exp(-mean)
    if not term:  # a mean above about 745: too large for the sum, and large enough for the normal curve
        wide = -NormalDist().inv_cdf(tail) * sqrt(mean)
        return round(mean - wide), round(mean + wide)
    below = term
    while below < 1 - tail:
        lower = at if lower is None and below >= tail else lower
        at += 1
        term *= mean / at
        below += term
    return at if lower is None else lower, at


@lru_cache(maxsize=16384)
def share_limits(share: float, of: int, tail: float = TAIL) -> tuple[int, int]:
    """The lowest and highest number out of `of` that a steady share gives, all but a tail at each end (binomial, exact)."""
    if share <= 0 or share >= 1:
        return (0, 0) if share <= 0 else (of, of)
    wide, even = -NormalDist().inv_cdf(tail) * sqrt(of * share * (1 - share)), of * share
    if even > 200 and of - even > 200:
        return round(even - wide), round(even + wide)
    odds, lower, at = share / (1 - share), None, 0
    start = of * log(1 - share)
    if start < -700:
        low, high = share_limits(1 - share, of, tail)
        return of - high, of - low
    term = below = exp(start)
    while below < 1 - tail and at < of:
        lower = at if lower is None and below >= tail else lower
        term *= odds * (of - at) / (at + 1)
        at += 1
        below += term
    return at if lower is None else lower, at


@lru_cache(maxsize=1024)
def exact(count: float, confidence: float = 0.95) -> Interval:
    """The exact Poisson interval of a count: the means under which it would be no rarer than half of what is left out."""
    rest = (1 - confidence) / 2
    lower = _mean_where(lambda mean: 1 - _up_to(count - 1, mean) < rest, count) if count > 0 else 0.0
    return Interval(lower, _mean_where(lambda mean: _up_to(count, mean) > rest, count))


def byar(count: float, confidence: float = 0.95) -> Interval:
    """Byar's approximation of the same, good from about ten on. It gives no lower limit for nought."""
    z, above = z_of(confidence), count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3 if count else None
    upper = above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3
    return Interval(None if lower is not None and lower < 0 else lower, upper)


def wilson(numerator: float, denominator: float, confidence: float = 0.95) -> Interval:
    """Wilson's interval of a share, from 0 to 1. `denominator` is above 0."""
    z = z_of(confidence)
    square, twice = z * z, 2 * numerator
    half = z * sqrt(max(0.0, square + 4 * numerator * (1 - numerator / denominator)))
    scale = 2 * (denominator + square)
    return Interval(max(0.0, (twice + square - half) / scale), min(1.0, (twice + square + half) / scale))


def _up_to(count: float, mean: float) -> float:
    """The probability of at most so many, when so many are the mean."""
    if count < 0:
        return 0.0
    if mean <= 0:
        return 1.0
    return fsum(exp(each * log(mean) - mean - lgamma(each + 1)) for each in range(int(count) + 1))


def _mean_where(still: Callable[[float], bool], count: float) -> float:
    """The mean at which a condition that holds below it ceases to hold, by halving."""
    low, high = 0.0, 2 * count + 50.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        if middle in {low, high}:
            break
        low, high = (middle, high) if still(middle) else (low, middle)
    return (low + high) / 2
