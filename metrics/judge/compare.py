"""One area beside a benchmark: better, similar or worse than chance allows; its rank and quarter among all; the funnel of all.

Rates: exact Poisson below ten events, Byar from ten on. Shares: Wilson. A benchmark inside the interval, its ends included, is
similar. On a page of many comparisons ask for 99.8 %: at 95 % one in twenty steady figures would be coloured by chance.
"""

from collections.abc import Callable, Sequence
from datetime import date
from math import floor
from typing import Final, Literal, NamedTuple

from metrics.judge.chance import byar, exact, wilson
from metrics.judge.control_chart import Better

USUAL: Final = 0.95
STRICT: Final = 0.998
EXACT_BELOW: Final = 10
RATE: Final = 10_000.0
Comparison = Literal["better", "similar", "worse", "higher", "lower", "cannot_tell"]
Band = Literal["A", "B", "C", "D"]
Funnel = Literal["high_0.001", "high_0.025", "low_0.001", "low_0.025", "not_significant"]


class Estimate(NamedTuple):
    """A figure with the interval in which chance could have put it, and the method that gave it; none: the figure alone."""

    value: float
    lower: float
    upper: float
    method: Literal["exact", "byar", "wilson", "none"]


class Placed(NamedTuple):
    """A place among areas: 1 is best, ties share the better rank; `of` counts the areas that published, with this one.

    `band` is A in the best quarter and D in the worst. It is firm only where the interval stays within it.
    """

    rank: int
    of: int
    ties: int
    band: Band
    firm: bool


def rate(count: float, population: float, *, per: float = RATE, confidence: float = USUAL) -> Estimate:
    """A count per so many of a population (above 0), with its interval."""
    few = count < EXACT_BELOW
    lower, upper = exact(count, confidence) if few else byar(count, confidence)
    scale = per / population
    return Estimate(count * scale, (lower or 0.0) * scale, upper * scale, "exact" if few else "byar")


def share(numerator: float, denominator: float, *, per: float = 100.0, confidence: float = USUAL) -> Estimate:
    """A share (of a denominator above 0), as a percentage, with its interval."""
    lower, upper = wilson(numerator, denominator, confidence)
    return Estimate(per * numerator / denominator, per * (lower or 0.0), per * upper, "wilson")


def estimate(unit: str, numerator: float | None, denominator: float | None, *, confidence: float = USUAL) -> Estimate | None:
    """The interval of a figure in its indicator's unit. None where there is no method: amounts, and shares of nobody."""
    if numerator is None or numerator < 0:
        return None
    if unit == "count":
        return rate(numerator, 1.0, per=1.0, confidence=confidence)
    if not denominator or denominator < 0:
        return None
    if unit == "rate_per_10000":
        return rate(numerator, denominator, confidence=confidence)
    return share(numerator, denominator, confidence=confidence) if unit == "percent" and numerator <= denominator else None


def compare(found: Estimate | None, benchmark: float | None, better: Better) -> Comparison:
    """Set a figure beside a benchmark. Without an interval or a benchmark: cannot tell, never similar."""
    if found is None or benchmark is None:
        return "cannot_tell"
    if found.lower <= benchmark <= found.upper:
        return "similar"
    higher = found.value > benchmark
    if better == "monitor":
        return "higher" if higher else "lower"
    return "better" if higher == (better == "bigger") else "worse"


def compare_with_range(found: Estimate | None, low: float, high: float, better: Better) -> Comparison:
    """The same beside a benchmark that is only known to lie in a range: said only if it holds wherever it lies."""
    ends = {compare(found, low, better), compare(found, high, better)}
    return ends.pop() if len(ends) == 1 else "cannot_tell"


def months_apart(ours: date, theirs: date) -> int:
    """How many months older a benchmark is than the figure beside it, by the last days of their periods; less than 0: newer."""
    return 12 * (ours.year - theirs.year) + ours.month - theirs.month


def quartiles(values: Sequence[float]) -> tuple[float, float, float, float, float]:
    """Least, lower quartile, median, upper quartile and greatest of some values, read between neighbours where need be."""
    ordered = sorted(values)
    return tuple(quantile(ordered, each / 4) for each in range(5))  # type: ignore[return-value]  # five, as said


def band_of(value: float, cuts: Sequence[float], better: Better) -> Band:
    """The quarter in which a value lies: its upper end belongs to each quarter."""
    quarter = sum(value > cut for cut in cuts[1:4])
    bands: tuple[Band, ...] = ("A", "B", "C", "D")
    return bands[quarter if better == "smaller" else 3 - quarter]


def place(own: Estimate, others: Sequence[float], better: Better) -> Placed | None:
    """Rank and quarter among other areas' published values. None where neither high nor low is good, or nobody published."""
    if better == "monitor" or not others:
        return None
    values = [own.value, *others]
    ahead = sum(each > own.value if better == "bigger" else each < own.value for each in others)
    cuts = quartiles(values)
    band = band_of(own.value, cuts, better)
    firm = band_of(own.lower, cuts, better) == band == band_of(own.upper, cuts, better)
    return Placed(ahead + 1, len(values), sum(each == own.value for each in others), band, firm)


def funnel(own: Estimate, stricter: Estimate, average: float) -> Funnel:
    """Where an area lies in the funnel of all: its 95 % and its 99.8 % interval against the average of all areas."""
    if stricter.lower > average:
        return "high_0.001"
    if stricter.upper < average:
        return "low_0.001"
    if own.lower > average:
        return "high_0.025"
    return "low_0.025" if own.upper < average else "not_significant"


def funnel_limits(unit: str, average: float, size: float, *, confidence: float = USUAL) -> tuple[float, float]:
    """The limits of the funnel at one size: the figures between which an area of that size is like the average.

    `average` and the limits are in the indicator's unit; `size` is the denominator (of a rate, the population).
    """
    whole = RATE if unit == "rate_per_10000" else 100.0
    most = size if unit == "percent" else 3 * average * size / whole + 60

    def like(count: float) -> float:
        found = estimate(unit, count, size, confidence=confidence)
        return 0.0 if found is None else -1.0 if found.upper < average else 1.0 if found.lower > average else 0.0

    low = _edge(lambda count: like(count) < 0, 0.0, average * size / whole)
    high = _edge(lambda count: like(count) <= 0, average * size / whole, most)
    return low * whole / size, high * whole / size


def _edge(holds: Callable[[float], bool], low: float, high: float) -> float:
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return high


def quantile(ordered: Sequence[float], at: float) -> float:
    """The figure below which so many of some ordered ones lie, read between two of them where need be."""
    place = at * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
