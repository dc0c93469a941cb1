"""How often a process that did not change is said to have changed at its newest point: under once in twenty, for every kind.

The rates are found by drawing many series from each process. The raw rules of the control chart give up to 81 %.
"""

from random import Random

import pytest

from metrics.judge.charts import Timing
from metrics.judge.series import judge_series
from tests.judge.processes import Draw, amounts, counts, days, seasons, shares, sibling_shares, siblings, standing

SERIES = 300
QUARTERS, MONTHS = (13, 4), (36, 12)
SHORT = ((6, 4), (9, 4), (18, 12))


def false_alarms(draw: Draw, unit: str, points: int, per_year: int, timing: Timing = "in_period") -> float:
    random, found = Random(17), 0
    for _ in range(SERIES):
        start = random.randrange(12)
        series = [draw(random, start + each, 0) for each in range(points)]
        found += judge_series(series, unit, "bigger", timing=timing, per_year=per_year).way != 0
    return found / SERIES


KINDS = {f"counts_of_{mean}": (counts(mean), "count") for mean in (0.2, 1.42, 2, 5, 17, 100)}
KINDS |= {f"{share:.0%}_of_{of}": (shares(share, of), "percent") for of in (5, 20, 200) for share in (0.05, 0.5, 0.8)}
KINDS |= {
    f"siblings_of_{families}_families_{'known' if known else 'unknown'}": (siblings(families, known=known), "count")
    for families in (1, 3, 20)
    for known in (True, False)
}
KINDS |= {"shares_of_siblings": (sibling_shares(40, 0.05), "percent"), "days": (days, "days"), "amounts": (amounts, "ratio")}


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
        series = standing(random, points, stay)
        found += judge_series(series, "count", "smaller", timing="as_at", per_year=per_year).way != 0
    assert found / SERIES < 0.05


@pytest.mark.parametrize(
    ("before", "after", "points"),
    [pytest.param(17, 40, 1, id="doubled_at_once"), pytest.param(100, 140, 7, id="up_by_two_fifths_for_seven_months")],
)
def test_a_real_change_is_mostly_found(before: float, after: float, points: int) -> None:
    random, found = Random(17), 0
    for _ in range(SERIES):
        steady = [counts(before)(random, each, 0) for each in range(36 - points)]
        changed = [counts(after)(random, 36 - points + each, 0) for each in range(points)]
        found += judge_series([*steady, *changed], "count", "bigger", per_year=12).finding == "improved"
    assert found / SERIES > 0.6
