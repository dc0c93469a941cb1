"""One area beside a benchmark and among others: the published cases and the edges."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.judge.compare import (
    STRICT,
    Estimate,
    Placed,
    band_of,
    compare,
    compare_with_range,
    estimate,
    funnel,
    funnel_limits,
    months_apart,
    place,
    quartiles,
    rate,
    share,
)

BETTER = {"high_is_good": "bigger", "low_is_good": "smaller", "neutral": "monitor"}


@pytest.fixture(scope="module")
def cases(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / "data" / "judging" / "interval_cases.json").read_text("utf-8"))
    return found


def test_rates_and_shares_have_the_published_intervals(cases: dict[str, Any]) -> None:
    for each in [*cases["phe_rate"], *cases["phe_proportion"]]:
        made = rate if each["statistic"].startswith("rate") else share
        for confidence, suffix in ((0.95, "95_0"), (STRICT, "99_8")):
            found = made(each["x"], each["n"], confidence=confidence)
            wanted = (each["value"], each[f"lower{suffix}cl"], each[f"upper{suffix}cl"])
            assert found[:3] == pytest.approx(wanted, rel=1e-9), each


def test_every_published_comparison(cases: dict[str, Any]) -> None:
    for each in cases["comparison"]:
        unit = "percent" if each["method"] == "wilson" else "rate_per_10000"
        found = estimate(unit, each["x"], each["n"], confidence=each["confidence"])
        assert found is not None
        assert found[:3] == pytest.approx((each["value"], each["lower"], each["upper"]), rel=1e-9), each
        assert compare(found, each["benchmark"], BETTER[each["polarity"]]) == each["expected"], each  # type: ignore[arg-type]


def test_the_published_quarters_and_ranks(cases: dict[str, Any]) -> None:
    """The values are ours, made to the published quartiles; the quarters and ranks are those published."""
    values = [12.25, 15.4, 9.8, 22, 18.75, 15.4, 11, 25.3, 14, 17, 13.25, 19.75]
    wanted = cases["lait_quartiles"]
    cuts = quartiles(values)
    assert cuts == pytest.approx(wanted["quartiles"])
    assert [band_of(each, cuts, "bigger") for each in values] == wanted["high"]
    ranks = []
    for at, value in enumerate(values):
        found = place(Estimate(value, value, value, "wilson"), values[:at] + values[at + 1 :], "bigger")
        assert found is not None
        ranks.append(found.rank)
    assert ranks == wanted["rank_high"]


@pytest.mark.parametrize(
    ("kind", "averages"),
    [pytest.param("funnel_proportion", (0.05, 0.11), id="shares"), pytest.param("funnel_rate", (3.9, 5.2), id="rates")],
)
def test_the_published_funnels_hold_for_an_average_that_they_allow(
    cases: dict[str, Any], kind: str, averages: tuple[float, float]
) -> None:
    """The published cases name three areas of more, and not the average of all: one that agrees with all three exists."""
    names = {"High (0.025)": "high_0.025", "Low (0.001)": "low_0.001", "Not significant": "not_significant"}
    unit, scale = ("percent", 100) if kind == "funnel_proportion" else ("rate_per_10000", 1)
    agreeing = 0
    for step in range(101):
        average = scale * (averages[0] + step * (averages[1] - averages[0]) / 100)
        found = []
        for each in cases[kind]:
            size = each.get("n") or each["pop"]
            usual, strict = (estimate(unit, each["x"], size, confidence=level) for level in (0.95, STRICT))
            assert usual is not None
            assert strict is not None
            found.append(funnel(usual, strict, average))
        agreeing += found == [names[each["significance"]] for each in cases[kind]]
    assert agreeing


@pytest.mark.parametrize(
    ("benchmark", "better", "found"),
    [
        (62.7, "bigger", "better"),
        (62.767929922952194, "bigger", "similar"),
        (84.3, "bigger", "worse"),
        (62.7, "smaller", "worse"),
        (84.3, "smaller", "better"),
        (62.7, "monitor", "higher"),
        (84.3, "monitor", "lower"),
        (None, "bigger", "cannot_tell"),
    ],
)
def test_a_benchmark_inside_the_interval_is_similar(benchmark: float | None, better: str, found: str) -> None:
    assert compare(share(45, 60), benchmark, better) == found  # type: ignore[arg-type]  # cases as text


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [(40, 50, "better"), (70, 80, "similar"), (50, 70, "cannot_tell"), (80, 90, "cannot_tell"), (90, 95, "worse")],
)
def test_a_benchmark_known_as_a_range_must_say_the_same_at_both_ends(low: float, high: float, found: str) -> None:
    assert compare_with_range(share(45, 60), low, high, "bigger") == found


def test_a_range_from_worse_to_better_is_not_similar() -> None:
    assert compare_with_range(share(45, 60), 40, 95, "bigger") == "cannot_tell"


@pytest.mark.parametrize(
    ("unit", "numerator", "denominator", "method"),
    [
        ("count", 9, None, "exact"),
        ("count", 10, None, "byar"),
        ("rate_per_10000", 17, 50_000, "byar"),
        ("percent", 45, 60, "wilson"),
        ("percent", 45, 0, None),
        ("percent", 45, None, None),
        ("percent", 61, 60, None),
        ("rate_per_10000", 17, None, None),
        ("ratio", 150, 10, None),
        ("days", 150, 10, None),
        ("count", None, None, None),
    ],
)
def test_the_method_for_each_unit(unit: str, numerator: float | None, denominator: float | None, method: str | None) -> None:
    found = estimate(unit, numerator, denominator)
    assert (found.method if found else None) == method


@pytest.mark.parametrize(
    ("value", "lower", "upper", "placed"),
    [
        (20, 20, 20, Placed(1, 5, 0, "A", firm=True)),
        (20, 15, 25, Placed(1, 5, 0, "A", firm=False)),
        (10, 10, 10, Placed(4, 5, 1, "D", firm=True)),
        (15, 15, 15, Placed(2, 5, 0, "B", firm=True)),
        (1, 0.5, 9, Placed(5, 5, 0, "D", firm=True)),
    ],
)
def test_a_place_says_how_many_how_many_ties_and_whether_it_is_firm(
    value: float, lower: float, upper: float, placed: Placed
) -> None:
    assert place(Estimate(value, lower, upper, "wilson"), [10, 12, 14, 16], "bigger") == placed


def test_no_place_where_neither_side_is_better_or_nobody_published() -> None:
    assert place(share(45, 60), [50, 60], "monitor") is None
    assert place(share(45, 60), [], "bigger") is None


@settings(deadline=None)
@given(st.lists(st.integers(0, 100), min_size=1, max_size=30), st.integers(0, 100))
def test_turning_which_way_is_better_turns_the_ranks(others: list[int], own: int) -> None:
    up, down = (place(Estimate(own, own, own, "wilson"), others, each) for each in ("bigger", "smaller"))
    assert up is not None
    assert down is not None
    assert up.rank + down.rank + up.ties == up.of + 1


@settings(deadline=None)
@given(st.integers(0, 300), st.integers(1, 300), st.floats(1, 99))
def test_a_funnel_and_an_interval_say_the_same(numerator: int, size: int, average: float) -> None:
    found = estimate("percent", min(numerator, size), size)
    assert found is not None
    low, high = funnel_limits("percent", average, size)
    if abs(found.value - low) > 1e-6 and abs(found.value - high) > 1e-6:
        assert (found.lower <= average <= found.upper) == (low <= found.value <= high)


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        (date(2026, 9, 30), date(2025, 3, 31), 18),
        (date(2026, 3, 31), date(2025, 3, 31), 12),
        (date(2025, 3, 31), date(2025, 3, 31), 0),
        (date(2024, 12, 31), date(2025, 3, 31), -3),
    ],
)
def test_how_many_months_older_a_benchmark_is(ours: date, theirs: date, apart: int) -> None:
    assert months_apart(ours, theirs) == apart
