"""Whether a point that a rule marks is no news: it only repeats its season, or has only wandered as such figures do.

How far a season varies is measured so that neither a steady rise or fall nor a lasting step widens it: from how the differences
between a season and the next one like it differ among themselves. (Rule set charts_1 took those differences as they were: a
caseload that fell by a fifth in three years was then called no change, because each year differed from the one before.)
"""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum, sqrt
from statistics import stdev
from typing import Final

from metrics.judge.control_chart import moving_range
from metrics.judge.runs import RUN, Rule

FEWEST_YEAR_TO_YEAR: Final = 4
"""So many differences from year to year have to be known before anything can be said of seasons."""
RANGE_TO_SIGMA: Final = 1.128
"""The mean difference of two points, in standard deviations of a point."""
CLEARLY: Final = 1.25
"""Neighbouring months are of nearly one season: there is none only where years differ by this much more."""
MONTHS: Final = 12
STEADILY: Final = 2.5
"""A run goes steadily one way where its steps add up to this many standard errors of what unconnected steps would."""


def is_of_the_season(values: Sequence[float | None], rule: Rule, way: int, per_year: int) -> bool:
    """Whether the newest point only repeats its season, in a run whose points are each counted afresh.

    A shift must stand apart from its seasons all but once; a trend must end further from them than it began; a point must do so
    by three standard deviations of its season (two, when two of three points are asked for).
    """
    before = earlier(values, per_year)
    if not _can_tell(values, per_year) or not has_seasons(values, per_year):
        return False
    if rule in {"shift", "trend"}:
        return _run_is_of_the_season(values, rule, way, per_year)
    return _is_within(values, way, before, about_the_season(values, per_year), 3 if rule == "outside" else 2)


def only_wanders(values: Sequence[float | None], way: int, per_year: int, by_chance: float | None) -> bool:
    """Whether a figure of those who stand at a date has moved no further than such figures wander from year to year.

    Most who are counted at one date were counted at the date before, so neighbours are alike and the limits too near. More than
    wandering are: a run that goes steadily one way, and a point three of the standard deviations (`by_chance`) away that
    all who stand there, were they drawn anew, would give.
    """
    if not _can_tell(values, per_year) or goes_steadily(values, way):
        return False
    known = [each for each in values if each is not None]
    if by_chance is not None and way * (known[-1] - fsum(known) / len(known)) > 3 * by_chance:
        return False
    return _is_within(values, way, earlier(values, per_year), _wandering(values[:-1], per_year), 3)


def earlier(values: Sequence[float | None], per_year: int) -> list[float]:
    """The figures of the newest point's season in the years before it, the nearest first."""
    return [each for each in values[-1 - per_year :: -per_year] if each is not None] if len(values) > per_year else []


def has_seasons(values: Sequence[float | None], per_year: int) -> bool:
    """Whether points differ less from the same season of other years than from the points beside them."""
    about, beside = about_the_season(values, per_year), moving_range(values)
    return about is not None and beside is not None and about * RANGE_TO_SIGMA < beside * (CLEARLY if per_year >= MONTHS else 1)


def about_the_season(values: Sequence[float | None], per_year: int) -> float | None:
    """One standard deviation of a point about its season: differences from year to year differ by twice as much."""
    spread = moving_range(_year_to_year(values, per_year))
    return None if spread is None else spread / RANGE_TO_SIGMA / sqrt(2)


def _wandering(values: Sequence[float | None], per_year: int) -> float | None:
    """The same where figures wander from date to date: the differences from year to year as they are."""
    steps = [abs(each) for each in _year_to_year(values, per_year) if each is not None]
    return fsum(steps) / len(steps) / RANGE_TO_SIGMA if steps else None


def goes_steadily(values: Sequence[float | None], way: int) -> bool:
    """Whether the steps of a run add up, one way, to more than steps that have nothing to do with each other would."""
    steps = [after - before for before, after in pairwise(values) if before is not None and after is not None]
    if len(steps) < RUN:
        return False
    return way * fsum(steps) / sqrt(len(steps)) > STEADILY * stdev(steps)


def _run_is_of_the_season(values: Sequence[float | None], rule: Rule, way: int, per_year: int) -> bool:
    steps = [_from_the_season(values[:end], per_year) for end in range(len(values) - RUN + 1, len(values) + 1)]
    apart = [each * way for each in steps if each is not None]
    if rule == "trend":
        return len(apart) > 1 and not apart[-1] > max(0.0, apart[0])
    return len(apart) > 2 and sum(each > 0 for each in apart) < len(apart) - 1


def _from_the_season(values: Sequence[float | None], per_year: int) -> float | None:
    """How far the last point is from the mean of its season in the years before it."""
    before = earlier(values, per_year)
    return None if values[-1] is None or not before else values[-1] - fsum(before) / len(before)


def _can_tell(values: Sequence[float | None], per_year: int) -> bool:
    return per_year > 1 and bool(earlier(values, per_year)) and len(values) - 1 - per_year >= FEWEST_YEAR_TO_YEAR


def _is_within(values: Sequence[float | None], way: int, before: Sequence[float], spread: float | None, times: float) -> bool:
    gap = ((values[-1] or 0.0) - fsum(before) / len(before)) * way
    return spread is not None and gap <= times * spread * sqrt(1 + 1 / len(before))


def _year_to_year(values: Sequence[float | None], per_year: int) -> list[float | None]:
    return [
        None if before is None or after is None else after - before
        for before, after in zip(values, values[per_year:], strict=False)
    ]
