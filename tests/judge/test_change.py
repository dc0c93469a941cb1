"""Has it changed, beyond chance? Decision tables."""

import json
from math import comb
from pathlib import Path

import pytest

from metrics.judge.chance import wilson
from metrics.judge.change import RULE, Change, Measured, counts_differ, judge_change, shares_differ


def measured(numerator: float, denominator: float | None = None) -> Measured:
    value = numerator if denominator is None else 100 * numerator / denominator if denominator else 0
    return Measured(value=value, numerator=numerator, denominator=denominator)


@pytest.mark.parametrize(("before", "fewest", "most"), [(5, 0, 14), (8, 2, 19), (17, 7, 31), (40, 24, 60), (100, 74, 130)])
def test_the_counts_that_no_change_could_explain(before: int, fewest: int, most: int) -> None:
    """The exact conditional test at 5 %: the range in which a count after an earlier one says nothing."""
    explained = [after for after in range(4 * before + 20) if not counts_differ(before, after)]
    assert (explained[0], explained[-1]) == (fewest, most)
    assert explained == list(range(fewest, most + 1))


@pytest.mark.parametrize(
    ("before", "after", "differ"),
    [
        pytest.param(0, 0, False, id="nothing_and_nothing"),
        pytest.param(0, 5, False, id="nought_to_five"),
        pytest.param(0, 6, True, id="nought_to_six"),
        pytest.param(600, 600, False, id="large_and_the_same"),
        pytest.param(600, 667, False, id="large_and_close"),
        pytest.param(600, 700, True, id="large_and_apart"),
    ],
)
def test_counts_at_the_edges(before: int, after: int, differ: bool) -> None:
    assert counts_differ(before, after) is differ
    assert counts_differ(after, before) is differ


def test_large_counts_are_judged_as_the_exact_test_would() -> None:
    """Above a thousand a normal reading takes over: it may not disagree by more than a few cases at the edge."""
    first = next(after for after in range(600, 800) if counts_differ(600, after))
    exact = next(
        after for after in range(600, 800) if 40 * sum(comb(600 + after, each) for each in range(601)) < 2 ** (600 + after)
    )
    assert abs(first - exact) <= 2


@pytest.mark.parametrize(
    ("before", "after", "differ"),
    [
        # Newcombe 1998, table II: the intervals of method 10 and whether they hold nought.
        pytest.param((48, 80), (56, 70), True, id="0.0524_to_0.3339"),
        pytest.param((3, 10), (9, 10), True, id="0.1705_to_0.8090"),
        pytest.param((2, 7), (6, 7), True, id="0.0582_to_0.8062"),
        pytest.param((0, 29), (5, 56), False, id="-0.0381_to_0.1926"),
        pytest.param((0, 20), (0, 10), False, id="-0.1611_to_0.2775"),
        pytest.param((0, 10), (10, 10), True, id="0.6075_to_1"),
        pytest.param((10, 10), (10, 10), False, id="all_and_all"),
    ],
)
def test_shares_differ_when_newcombes_interval_excludes_nought(
    before: tuple[float, float], after: tuple[float, float], differ: bool
) -> None:
    assert shares_differ(before, after) is differ
    assert shares_differ(after, before) is differ


def test_wilson_intervals_are_those_published_for_public_health(shared: Path) -> None:
    cases = json.loads((shared / "data" / "judging" / "interval_cases.json").read_text(encoding="utf-8"))
    tested = [each for each in cases["wilson"] if each["confidence"] == 0.95]
    assert tested
    for case in tested:
        assert wilson(case["x"], case["n"]) == pytest.approx((case["lower"], case["upper"]), abs=1e-9), case


@pytest.mark.parametrize(
    ("better", "before", "after", "direction"),
    [
        ("smaller", 40, 10, "improved"),
        ("smaller", 10, 40, "worsened"),
        ("bigger", 40, 10, "worsened"),
        ("bigger", 10, 40, "improved"),
        ("monitor", 40, 10, "fell"),
        ("monitor", 10, 40, "rose"),
        ("smaller", 17, 31, "no_change_beyond_chance"),
        ("smaller", 17, 32, "worsened"),
        ("smaller", 17, 7, "no_change_beyond_chance"),
        ("smaller", 17, 6, "improved"),
        ("bigger", 17, 17, "no_change_beyond_chance"),
        ("monitor", 0, 0, "no_change_beyond_chance"),
    ],
)
def test_which_way_is_better_decides_the_word_and_only_beyond_chance(
    better: str, before: int, after: int, direction: str
) -> None:
    found = judge_change("count", better, measured(before), measured(after))  # type: ignore[arg-type]  # cases as text
    assert found == Change(direction=direction, rule=RULE)  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize(
    ("unit", "before", "after", "direction"),
    [
        pytest.param("count", None, None, "cannot_tell", id="nothing_at_all"),
        pytest.param("count", measured(5), None, "cannot_tell", id="nothing_now"),
        pytest.param("count", None, measured(5), "new", id="nothing_before"),
        pytest.param("percent", measured(0, 4), measured(40, 40), "cannot_tell", id="fewer_than_five_before"),
        pytest.param("percent", measured(0, 40), measured(4, 4), "cannot_tell", id="fewer_than_five_now"),
        pytest.param("percent", measured(0, 0), measured(4, 40), "cannot_tell", id="nothing_to_take_a_share_of"),
        pytest.param("percent", measured(0, None), measured(4, 40), "cannot_tell", id="no_denominator"),
        pytest.param("ratio", measured(150, 10), measured(300, 10), "cannot_tell", id="an_amount_has_no_rule_yet"),
    ],
)
def test_where_no_rule_can_be_applied_none_is_named(
    unit: str, before: Measured | None, after: Measured | None, direction: str
) -> None:
    assert judge_change(unit, "bigger", before, after) == Change(direction=direction)  # type: ignore[arg-type]  # as text


@pytest.mark.parametrize(
    ("unit", "before", "after", "direction"),
    [
        pytest.param("percent", measured(0, 5), measured(5, 5), "improved", id="five_is_enough"),
        pytest.param("percent", measured(45, 60), measured(42, 60), "no_change_beyond_chance", id="75_to_70_percent_of_60"),
        pytest.param("percent", measured(450, 600), measured(390, 600), "worsened", id="75_to_65_percent_of_600"),
        pytest.param(
            "rate_per_10000", measured(100, 50_000), measured(130, 50_000), "no_change_beyond_chance", id="100_to_130"
        ),
        pytest.param("rate_per_10000", measured(100, 50_000), measured(131, 50_000), "improved", id="100_to_131"),
    ],
)
def test_shares_and_rates_are_judged_by_the_counts_behind_them(
    unit: str, before: Measured, after: Measured, direction: str
) -> None:
    assert judge_change(unit, "bigger", before, after) == Change(direction=direction, rule=RULE)  # type: ignore[arg-type]
