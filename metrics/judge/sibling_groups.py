"""What a few large families do to a figure: it without each of them in turn, the share they make up, and intervals by family.

Families come in as nameless pairs of numbers and nothing about any one of them goes out: only what is said, a rounded share and
counts, and none of these where fewer than five families are behind the figure.
"""

from collections.abc import Callable, Sequence
from math import fsum
from typing import Final, NamedTuple

from metrics.judge.chance import byar, exact, wilson
from metrics.judge.compare import EXACT_BELOW, RATE, USUAL, Estimate

FEWEST_FAMILIES: Final = 5
LARGEST: Final = 3

Judge = Callable[[float, float, float], str]
"""What is said of a value, its numerator and its denominator: its status, or its verdict."""


class Family(NamedTuple):
    """One family's part in a figure: how much of the numerator, and of the denominator (for a share)."""

    numerator: float
    denominator: float = 0.0


class WithoutOne(NamedTuple):
    """What is said of a figure, what could be said of it without one family, and what the largest families make up.

    `share_of_largest` is the part of the numerator (of 1) that the three largest make up, to the nearest tenth: nearer, it
    would tell their sizes. The figure without the largest would tell them too, so it does not go out. None where fewer than
    five families are in the numerator.
    """

    families: int
    said: str
    otherwise: tuple[str, ...]
    share_of_largest: float | None

    @property
    def words(self) -> str:
        """`red becomes amber without one family`, or that no one family decides it."""
        if not self.otherwise:
            return "no one family decides it"
        return f"{_plain(self.said)} becomes {' or '.join(map(_plain, self.otherwise))} without one family"


def without_one(unit: str, families: Sequence[Family], judge: Judge, *, population: float | None = None) -> WithoutOne | None:
    """Judge a figure with each family left out in turn. None where fewer than five families are behind it, or it has no value.

    A rate needs its population; a share needs each family's part of the denominator. Cases without a family are each their own.
    """
    behind = [each for each in families if each.numerator or each.denominator]
    top, bottom = fsum(each.numerator for each in behind), fsum(each.denominator for each in behind)
    whole = _value(unit, top, bottom, population)
    if whole is None or len(behind) < FEWEST_FAMILIES:
        return None
    said = judge(whole, top, bottom)
    parts = {Family(top - each.numerator, bottom - each.denominator) for each in behind}
    values = {each: _value(unit, each.numerator, each.denominator, population) for each in parts}
    found = {judge(value, each.numerator, each.denominator) for each, value in values.items() if value is not None}
    return WithoutOne(
        families=sum(each.numerator > 0 for each in behind),
        said=said,
        otherwise=tuple(sorted(found - {said})),
        share_of_largest=_share_of_largest([each.numerator for each in behind if each.numerator > 0]),
    )


def _share_of_largest(sizes: Sequence[float]) -> float | None:
    if len(sizes) < FEWEST_FAMILIES:
        return None
    return round(fsum(sorted(sizes, reverse=True)[:LARGEST]) / fsum(sizes), 1)


def more_than_chance(unit: str, families: Sequence[Family]) -> float:
    """How many times as much a figure varies as it would if every child came alone: at least 1, the design effect.

    Of a share it is measured from how alike families' children fare; where all or none are in the numerator, and for counts,
    from the sizes of the families alone.
    """
    behind = [each for each in families if each.numerator or each.denominator]
    top, bottom = fsum(each.numerator for each in behind), fsum(each.denominator for each in behind)
    if unit != "percent":
        return max(1.0, fsum(each.numerator**2 for each in behind) / top) if top else 1.0
    share = top / bottom if bottom else 0.0
    if not 0 < share < 1 or len(behind) < 2:
        return max(1.0, fsum(each.denominator**2 for each in behind) / bottom) if bottom else 1.0
    spread = fsum((each.numerator - share * each.denominator) ** 2 for each in behind) * len(behind) / (len(behind) - 1)
    return max(1.0, spread / (bottom * share * (1 - share)))


def estimate_by_family(
    unit: str, families: Sequence[Family], *, population: float | None = None, confidence: float = USUAL
) -> Estimate | None:
    """The interval of a figure whose children come in families: as wide as so many fewer children alone would make it."""
    top, bottom = fsum(each.numerator for each in families), fsum(each.denominator for each in families)
    value, times = _value(unit, top, bottom, population), more_than_chance(unit, families)
    if value is None or unit not in {"count", "rate_per_10000", "percent"}:
        return None
    if unit == "percent":
        lower, upper = wilson(top / times, bottom / times, confidence)
        return Estimate(value, 100 * (lower or 0.0), 100 * upper, "wilson")
    few, scale = top / times < EXACT_BELOW, times if unit == "count" else times * RATE / (population or 1.0)
    lower, upper = (exact_between if few else byar)(top / times, confidence)
    return Estimate(value, (lower or 0.0) * scale, upper * scale, "exact" if few else "byar")


def exact_between(count: float, confidence: float = USUAL) -> tuple[float, float]:
    """The exact interval of a count that need not be whole: read in a straight line between those of its neighbours."""
    below, part = int(count), count - int(count)
    (low, high), (next_low, next_high) = exact(below, confidence), exact(below + 1, confidence)
    return (low or 0.0) * (1 - part) + (next_low or 0.0) * part, high * (1 - part) + next_high * part


def _value(unit: str, numerator: float, denominator: float, population: float | None) -> float | None:
    if unit == "count":
        return numerator
    if unit == "rate_per_10000":
        return RATE * numerator / population if population else None
    return 100 * numerator / denominator if unit == "percent" and denominator > 0 else None


def _plain(mark: str) -> str:
    return mark.replace("_", " ")
