"""How many cases lie between a figure and its target."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.judge.control_chart import Better
from metrics.judge.to_target import cases_to_target


@pytest.mark.parametrize(
    ("unit", "better", "numerator", "denominator", "target", "cases"),
    [
        pytest.param("percent", "smaller", 16, 276, 2.3, 10, id="six_of_276_would_be_under_2_3_per_cent"),
        pytest.param("percent", "smaller", 6, 276, 2.3, 0, id="met"),
        pytest.param("percent", "bigger", 45, 60, 80, 3, id="48_of_60"),
        pytest.param("percent", "bigger", 30, 50, 60, 0, id="exactly_on_it"),
        pytest.param("percent", "bigger", 0, 0, 60, None, id="of_nobody"),
        pytest.param("count", "smaller", 12, None, 10, 2, id="a_count"),
        pytest.param("count", "bigger", 12, None, 12.5, 1, id="a_target_between_whole_numbers"),
        pytest.param("rate_per_10000", "smaller", 20, 50_000, 3.0, 5, id="a_rate"),
        pytest.param("ratio", "smaller", 2006, 137, 14, None, id="an_amount_is_not_made_of_cases"),
        pytest.param("count", "monitor", 12, None, 10, None, id="neither_way_is_better"),
    ],
)
def test_the_cases_between_a_figure_and_its_target(
    unit: str, better: Better, numerator: float, denominator: float | None, target: float, cases: int | None
) -> None:
    assert cases_to_target(unit, better, numerator, denominator, target) == cases


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 1000), st.sampled_from(["smaller", "bigger"]))
def test_with_so_many_the_target_is_met_and_with_one_less_it_is_not(
    numerator: int, denominator: int, tenths: int, better: Better
) -> None:
    target = tenths / 10
    found = cases_to_target("percent", better, numerator, denominator, target)
    assert found is not None

    def is_met(cases: int) -> bool:
        moved = numerator + cases if better == "bigger" else numerator - cases
        return moved * 1000 >= tenths * denominator if better == "bigger" else moved * 1000 <= tenths * denominator

    assert is_met(found)
    assert found == 0 or not is_met(found - 1)
