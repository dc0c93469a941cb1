"""What chance explains: against the published intervals and against plain sums."""

import json
from math import comb, exp, factorial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.judge.chance import byar, count_limits, exact, share_limits, wilson, z_of


@pytest.fixture(scope="module")
def cases(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / "data" / "judging" / "interval_cases.json").read_text("utf-8"))
    return found


def test_byar_and_exact_intervals_are_those_published_for_public_health(cases: dict[str, Any]) -> None:
    assert cases["byars"]
    for case in cases["byars"]:
        count, confidence = case["x"], case["confidence"]
        wanted = (case["byars_lower"], case["byars_upper"])
        assert byar(count, confidence) == pytest.approx(wanted, abs=1e-9), case
        assert exact(count, confidence) == pytest.approx((case["exact_lower"], case["exact_upper"]), abs=1e-9), case


def test_wilson_intervals_at_both_confidences(cases: dict[str, Any]) -> None:
    assert cases["wilson"]
    for case in cases["wilson"]:
        found = wilson(case["x"], case["n"], case["confidence"])
        assert found == pytest.approx((case["lower"], case["upper"]), abs=1e-9), case


def test_the_width_of_the_usual_confidences() -> None:
    assert (z_of(0.95), z_of(0.998)) == pytest.approx((1.959964, 3.090232), abs=1e-6)


@pytest.mark.parametrize("mean", [0.2, 1.42, 4.25, 17, 30])
def test_count_limits_leave_out_a_tail_at_each_end(mean: float) -> None:
    chances = [exp(-mean) * mean**each / factorial(each) for each in range(100)]
    low, high = count_limits(mean)
    assert sum(chances[:low]) < 0.001 <= sum(chances[: low + 1])
    assert sum(chances[high + 1 :]) <= 0.001 < sum(chances[high:])


@pytest.mark.parametrize(("share", "of"), [(0.5, 5), (0.9, 12), (0.04, 61), (0.75, 200), (0.3, 400)])
def test_share_limits_leave_out_a_tail_at_each_end(share: float, of: int) -> None:
    chances = [comb(of, each) * share**each * (1 - share) ** (of - each) for each in range(of + 1)]
    low, high = share_limits(share, of)
    assert sum(chances[:low]) < 0.001 <= sum(chances[: low + 1])
    assert sum(chances[high + 1 :]) <= 0.001 < sum(chances[high:])


def test_very_large_numbers_take_the_normal_curve() -> None:
    low, high = count_limits(10_000.0)
    assert (low, high) == (9691, 10309)
    assert share_limits(0.5, 10_000) == (4845, 5155)


@pytest.mark.parametrize(("share", "found"), [(0, (0, 0)), (1, (8, 8))])
def test_none_and_all_have_no_spread(share: float, found: tuple[int, int]) -> None:
    assert share_limits(share, 8) == found
    assert count_limits(0) == (0, 0)


@settings(deadline=None)
@given(st.floats(0.01, 2000), st.floats(0.001, 0.999), st.integers(1, 3000))
def test_limits_hold_what_is_expected(mean: float, share: float, of: int) -> None:
    low, high = count_limits(mean)
    assert low - 1 <= mean <= high + 1
    low, high = share_limits(share, of)
    assert 0 <= low <= high <= of
    assert low - 1 <= share * of <= high + 1


@settings(max_examples=40, deadline=None)  # halving to the last bit takes a while for large counts
@given(st.integers(0, 60), st.sampled_from([0.9, 0.95, 0.998]))
def test_an_interval_holds_its_figure_and_a_stricter_one_is_wider(count: int, confidence: float) -> None:
    found, stricter = exact(count, confidence), exact(count, 0.999)
    assert (stricter.lower or 0) <= (found.lower or 0) <= count <= found.upper <= stricter.upper
