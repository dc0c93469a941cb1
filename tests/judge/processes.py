"""Processes that chance drives: what a steady service gives, and how it looks once something has changed by so much.

`by` is how far the process has moved, in standard deviations of one figure when nothing has changed.
"""

from collections.abc import Callable
from math import exp, pi, sin, sqrt
from random import Random

from metrics.judge.charts import Point

SIBLINGS = (1, 1, 2, 2, 3, 4)

Draw = Callable[[Random, int, float], Point]


def events(random: Random, mean: float) -> int:
    """How many events chance brings when so many are the mean (Poisson), by the waiting times between them."""
    count, time = 0, random.expovariate(1)
    while time < mean:
        count, time = count + 1, time + random.expovariate(1)
    return count


def counts(mean: float) -> Draw:
    def draw(random: Random, at: int, by: float) -> Point:
        found = events(random, mean + by * sqrt(mean))
        return Point(str(at), found, found)

    return draw


def shares(share: float, of: int) -> Draw:
    def draw(random: Random, at: int, by: float) -> Point:
        moved = share + by * sqrt(share * (1 - share) / of)
        found = sum(random.random() < moved for _ in range(of))
        return Point(str(at), 100 * found / of, found, of)

    return draw


def siblings(families: float, *, known: bool) -> Draw:
    def draw(random: Random, at: int, by: float) -> Point:
        groups = [random.choice(SIBLINGS) for _ in range(events(random, families + by * sqrt(families)))]
        return Point(str(at), sum(groups), sum(groups), None, len(groups) if known else None)

    return draw


def sibling_shares(families: int, share: float) -> Draw:
    def draw(random: Random, at: int, by: float) -> Point:
        moved = share + by * sqrt(share * (1 - share) / families)
        groups = [(random.choice(SIBLINGS), random.random() < moved) for _ in range(families)]
        of, found = sum(size for size, _ in groups), sum(size for size, late in groups if late)
        return Point(str(at), 100 * found / of, found, of)

    return draw


def seasons(mean: float, per_year: int) -> Draw:
    def draw(random: Random, at: int, by: float) -> Point:
        found = events(random, (mean + by * sqrt(mean)) * (1 + 0.3 * sin(2 * pi * at / per_year)))
        return Point(str(at), found, found)

    return draw


def days(random: Random, at: int, by: float) -> Point:
    return Point(str(at), exp(random.gauss(3, 0.5) + 0.5 * by), None, 20)


def amounts(random: Random, at: int, by: float) -> Point:
    return Point(str(at), random.gauss(18, 0.5) + 0.5 * by, None, 20)


def standing(random: Random, points: int, stay: float) -> list[Point]:
    """Children on plans: so many of those of one date are there at the next, and they come in sibling groups."""
    here, series = [random.choice(SIBLINGS) for _ in range(events(random, 90))], []
    for at in range(points):
        come = [random.choice(SIBLINGS) for _ in range(events(random, 90 * (1 - stay)))]
        here = [each for each in here if random.random() < stay] + come
        series.append(Point(str(at), sum(here), sum(here)))
    return series
