"""How often a process that did not change is said to have changed at its newest point: under once in twenty, for every kind.

The rates are found by drawing many series from each process. The raw rules of the control chart give up to 81 %.
"""

from collections.abc import Callable
from math import exp, pi, sin
from random import Random

import pytest

from metrics.judge.charts import Point, Timing
from metrics.judge.series import judge_series

SERIES = 300
QUARTERS, MONTHS = (13, 4), (36, 12)
SHORT = ((6, 4), (9, 4), (18, 12))
SIBLINGS = (1, 1, 2, 2, 3, 4)

Draw = Callable[[Random, int], Point]


def events(random: Random, mean: float) -> int:
    """How many events chance brings when so many are the mean (Poisson), by the waiting times between them."""
    count, time = 0, random.expovariate(1)
    while time < mean:
        count, time = count + 1, time + random.expovariate(1)
    return count


def counts(mean: float) -> Draw:
    def draw(random: Random, at: int) -> Point:
        found = events(random, mean)
        return Point(str(at), found, found)

    return draw


def shares(share: float, of: int) -> Draw:
    def draw(random: Random, at: int) -> Point:
        found = sum(random.random() < share for _ in range(of))
        return Point(str(at), 100 * found / of, found, of)

    return draw


def siblings(families: float, *, known: bool) -> Draw:
    def draw(random: Random, at: int) -> Point:
        groups = [random.choice(SIBLINGS) for _ in range(events(random, families))]
        return Point(str(at), sum(groups), sum(groups), None, len(groups) if known else None)

    return draw


def sibling_shares(families: int, share: float) -> Draw:
    def draw(random: Random, at: int) -> Point:
        groups = [(random.choice(SIBLINGS), random.random() < share) for _ in range(families)]
        of, found = sum(size for size, _ in groups), sum(size for size, late in groups if late)
        return Point(str(at), 100 * found / of, found, of)

    return draw


def seasons(mean: float, per_year: int) -> Draw:
    def draw(random: Random, at: int) -> Point:
        found = events(random, mean * (1 + 0.3 * sin(2 * pi * at / per_year)))
        return Point(str(at), found, found)

    return draw


def days(random: Random, at: int) -> Point:
    return Point(str(at), exp(random.gauss(3, 0.5)), None, 20)


def false_alarms(draw: Draw, unit: str, points: int, per_year: int, timing: Timing = "in_period") -> float:
    random, found = Random(17), 0
    for _ in range(SERIES):
        start = random.randrange(12)
        series = [draw(random, start + each) for each in range(points)]
        found += judge_series(series, unit, "bigger", timing=timing, per_year=per_year).way != 0
    return found / SERIES


KINDS = {f"counts_of_{mean}": (counts(mean), "count") for mean in (0.2, 1.42, 2, 5, 17, 100)}
KINDS |= {f"{share:.0%}_of_{of}": (shares(share, of), "percent") for of in (5, 20, 200) for share in (0.05, 0.5, 0.8)}
KINDS |= {
    f"siblings_of_{families}_families_{'known' if known else 'unknown'}": (siblings(families, known=known), "count")
    for families in (1, 3, 20)
    for known in (True, False)
}
KINDS |= {"shares_of_siblings": (sibling_shares(40, 0.05), "percent"), "days": (days, "days")}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("points", "per_year"), [QUARTERS, MONTHS], ids=["quarters", "months"])
def test_a_steady_process_is_hardly_ever_said_to_have_changed(kind: str, points: int, per_year: int) -> None:
    draw, unit = KINDS[kind]
    assert false_alarms(draw, unit, points, per_year) < 0.05


@pytest.mark.parametrize("kind", ["counts_of_17", "siblings_of_20_families_unknown", "5%_of_20"])
@pytest.mark.parametrize(("points", "per_year"), SHORT)
def test_nor_where_there_are_few_points(kind: str, points: int, per_year: int) -> None:
    draw, unit = KINDS[kind]
    assert false_alarms(draw, unit, points, per_year) < 0.05


@pytest.mark.parametrize("mean", [10, 40, 100])
@pytest.mark.parametrize(("points", "per_year"), [QUARTERS, MONTHS, *SHORT])
def test_nor_where_it_has_seasons(mean: float, points: int, per_year: int) -> None:
    assert false_alarms(seasons(mean, per_year), "count", points, per_year) < 0.05


@pytest.mark.parametrize("stay", [0.75, 0.9])
@pytest.mark.parametrize(("points", "per_year"), [QUARTERS, MONTHS, *SHORT])
def test_nor_where_most_stay_from_one_date_to_the_next(stay: float, points: int, per_year: int) -> None:
    """Children on plans: nine in ten of those of one month are there in the next, and they come in sibling groups."""
    random, found = Random(17), 0
    for _ in range(SERIES):
        here = [random.choice(SIBLINGS) for _ in range(events(random, 90))]
        series = []
        for at in range(points):
            come = [random.choice(SIBLINGS) for _ in range(events(random, 90 * (1 - stay)))]
            here = [each for each in here if random.random() < stay] + come
            series.append(Point(str(at), sum(here), sum(here)))
        found += judge_series(series, "count", "smaller", timing="as_at", per_year=per_year).way != 0
    assert found / SERIES < 0.05


@pytest.mark.parametrize(
    ("before", "after", "points"),
    [pytest.param(17, 40, 1, id="doubled_at_once"), pytest.param(100, 140, 7, id="up_by_two_fifths_for_seven_months")],
)
def test_a_real_change_is_mostly_found(before: float, after: float, points: int) -> None:
    random, found = Random(17), 0
    for _ in range(SERIES):
        steady = [counts(before)(random, each) for each in range(36 - points)]
        changed = [counts(after)(random, 36 - points + each) for each in range(points)]
        found += judge_series([*steady, *changed], "count", "bigger", per_year=12).finding == "improved"
    assert found / SERIES > 0.6
