"""The control chart: the published cases, the traps, and what must hold for any series.

Properties: the limits lie about the mean; adding to every figure or multiplying them moves the limits and marks nothing else;
turning which way is better swaps improvement and concern; a series that does not vary is never marked; a gap before the first
point changes nothing.
"""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.judge.control_chart import Better, ControlChart, assure, control_chart, limits_of, moving_range, readable
from metrics.judge.runs import first_of, shifts, trends, two_in_three

DIRECTIONS: dict[str, Better] = {"increase": "bigger", "decrease": "smaller", "neutral": "monitor"}
NAMES = {
    ("outside", 1): "Above UCL",
    ("outside", -1): "Below LCL",
    ("trend", 1): "7 Point Trend (Increasing)",
    ("trend", -1): "7 Point Trend (Decreasing)",
    ("two_in_three", 1): "2 in 3 Above CL",
    ("two_in_three", -1): "2 in 3 Below CL",
    ("shift", 1): "7 Points Above CL",
    ("shift", -1): "7 Points Below CL",
    (None, 0): "Common Cause",
}
ICONS = {"pass": "consistent_pass", "fail": "consistent_fail", "inconsistent": "inconsistent", None: None}


def named(count: int) -> list[str]:
    return [f"P{each}" for each in range(count)]


def drawn(values: Sequence[float | None], better: Better = "bigger", target: float | None = None) -> ControlChart:
    return control_chart(named(len(values)), values, better, target)


@pytest.fixture(scope="module")
def cases(shared: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((shared / "data" / "judging" / "xmr_cases.json").read_text("utf-8"))["cases"]
    return found


def test_every_published_case_is_drawn_as_the_method_draws_it(cases: list[dict[str, Any]]) -> None:
    assert cases
    for case in cases:
        chart = control_chart(
            case["dates"],
            case["values"],
            DIRECTIONS[case["improvement_direction"]],
            case["target"],
            rebase=case["rebase"],
            fix_after=case["fix_after_n_points"],
            screen=case["screen_outliers"],
        )
        wanted, points = case["expected"], chart.points
        for column in ("mean", "lower", "upper"):
            assert [getattr(each.limits, column) for each in points] == pytest.approx(wanted[column], abs=1e-9), case["name"]
        assert [each.stretch for each in points] == wanted["rebase_group"], case["name"]
        assert [each.short for each in points] == wanted["short_group_warning"], case["name"]
        known = [place for place, each in enumerate(points) if each.value is not None]
        assert [points[each].side for each in known] == [wanted["relative_to_mean"][each] for each in known], case["name"]
        assert [each.close for each in points] == [bool(each) for each in wanted["close_to_limits"]], case["name"]
        assert [NAMES[each.rule, each.way] for each in points] == wanted["special_cause_types"], case["name"]
        kinds = [each.removeprefix("special_cause_") for each in wanted["point_types"]]
        assert [each.kind for each in points] == kinds, case["name"]
        assert (chart.icon, chart.assurance) == (wanted["variation_icon"], ICONS[wanted["assurance_icon"]]), case["name"]


def test_a_single_event_in_a_year_draws_no_limits_and_no_icon() -> None:
    chart = readable(drawn([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0], "smaller", 1))
    assert (chart.icon, chart.assurance) == ("too_few_events", None)
    assert all((each.limits.lower, each.limits.upper, each.rule) == (None, None, None) for each in chart.points)
    assert all((each.way, each.close, each.kind) == (0, False, "common_cause") for each in chart.points)


@pytest.mark.parametrize(
    ("values", "icon"),
    [
        pytest.param([0, 2, 0, 1, 0, 3], "common_cause", id="half_are_nought"),
        pytest.param([0, 0, 0, 0, 1, 2, 3], "too_few_events", id="more_than_half"),
        pytest.param([7, 7, 7, 7, 7, 7], "too_few_events", id="nothing_varies"),
        pytest.param([5, 6, 5, 7, 6, None], "no_data", id="the_newest_is_missing"),
        pytest.param([None, None], "no_data", id="nothing_at_all"),
        pytest.param([], "common_cause", id="no_points"),
    ],
)
def test_what_may_be_shown(values: list[float | None], icon: str) -> None:
    assert readable(drawn(values)).icon == icon


def test_a_rebase_where_there_is_no_point_is_an_error() -> None:
    with pytest.raises(ValueError, match="begin anew at 2020-02-30: there is no point"):
        control_chart(["2020-01-01"], [1], rebase=["2020-02-30"])


@pytest.mark.parametrize(("fix_after", "refused"), [(11, True), (12, False), (None, False)])
def test_limits_are_fixed_on_twelve_points_or_more(fix_after: int | None, refused: bool) -> None:
    values = [float(each % 3) for each in range(14)]
    if refused:
        with pytest.raises(ValueError, match="at least 12 points, not on 11"):
            control_chart(named(14), values, fix_after=fix_after)
    else:
        assert control_chart(named(14), values, fix_after=fix_after).points


def test_figures_and_points_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="1 figures cannot stand at 2 points"):
        control_chart(["a", "b"], [1])


@pytest.mark.parametrize(
    ("sides", "marked"),
    [
        ([1] * 6, 0),
        ([1] * 7, 7),
        ([-1] * 8, 8),
        ([1] * 6 + [0, 1], 0),
        ([1] * 6 + [-1] + [1] * 7, 7),
        ([0] + [1] * 7, 7),
    ],
)
def test_seven_in_a_row_on_one_side_are_a_shift(sides: list[int], marked: int) -> None:
    marks = shifts(sides)
    assert sum(map(abs, marks)) == marked
    assert all(mark in {0, each} for mark, each in zip(marks, sides, strict=True))


@pytest.mark.parametrize(
    ("marks", "first"), [([1], 0), ([1, 1, 1], 0), ([0, 1, 1], 1), ([-1, 1, 1], 1), ([1, 0, 1], 2), ([0, -1], 1)]
)
def test_where_a_run_began(marks: list[int], first: int) -> None:
    assert first_of(marks, len(marks) - 1) == first


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        ([1, 2, 3, 4, 5, 6], [0] * 6),
        ([1, 2, 3, 4, 5, 6, 7], [1] * 7),
        ([7, 6, 5, 4, 3, 2, 1], [-1] * 7),
        ([1, 2, 3, 3, 4, 5, 6, 7], [0] * 8),
        ([1, 2, 3, 4, 5, 6, None], [0] * 7),
        ([None, 2, 3, 4, 5, 6, 7], [0] * 7),
        ([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1], [1] * 6 + [-1] * 7),
    ],
)
def test_seven_that_rise_or_fall_each_time_are_a_trend(values: list[float | None], marks: list[int]) -> None:
    assert trends(values) == marks


@pytest.mark.parametrize(
    ("sides", "close", "marks"),
    [
        ([1, 1, 1], [True, False, True], [1, 0, 1]),
        ([1, 1, 1], [True, False, False], [0, 0, 0]),
        ([1, -1, 1], [True, False, True], [0, 0, 0]),
        ([1, 0, 1], [True, False, True], [0, 0, 0]),
        ([-1, -1, -1, -1], [True, True, False, False], [-1, -1, 0, 0]),
        ([1, 1], [True, True], [0, 0]),
    ],
)
def test_two_of_three_close_to_a_limit(sides: list[int], close: list[bool], marks: list[int]) -> None:
    assert two_in_three(sides, close) == marks


@pytest.mark.parametrize(
    ("target", "better", "found"),
    [
        (11, "bigger", "consistent_fail"),
        (11, "smaller", "consistent_pass"),
        (10, "bigger", "inconsistent"),
        (0, "bigger", "inconsistent"),
        (-1, "bigger", "consistent_pass"),
        (-1, "smaller", "consistent_fail"),
        (11, "monitor", None),
        (None, "bigger", None),
    ],
)
def test_whether_chance_alone_will_meet_the_target(target: float | None, better: Better, found: str | None) -> None:
    assert assure(0, 10, target, better) == found
    assert assure(None, None, target, better) == (None if found is None else "inconsistent")


def test_two_points_have_limits_and_one_has_none() -> None:
    assert limits_of([4]).upper is None
    assert limits_of([4, 4.5], screen=False).upper == pytest.approx(4.25 + 2.66 * 0.5)
    assert moving_range([None, 3, None, 5]) is None
    assert moving_range([7, 7, 7]) is None
    assert moving_range([7, 7, 7], screen=False) == 0


def test_a_stretch_of_twelve_points_is_short_and_one_of_thirteen_is_not() -> None:
    assert all(each.short for each in drawn([1.0, 2] * 6).points)
    assert not any(each.short for each in drawn([1.0, 2] * 6 + [1]).points)


@pytest.mark.parametrize(
    ("rebase", "stretches"), [([], [0, 0, 0]), (["P0"], [1, 1, 1]), (["P1"], [0, 1, 1]), (["P2"], [0, 0, 1])]
)
def test_stretches_are_numbered_by_the_rebases_before_them(rebase: list[str], stretches: list[int]) -> None:
    assert [each.stretch for each in control_chart(named(3), [1, 2, 3], rebase=rebase).points] == stretches


def test_a_mean_that_binary_cannot_write_is_still_on_the_mean() -> None:
    assert [each.side for each in drawn([14.3] * 9 + [14.2, 14.4]).points][:9] == [0] * 9


FIGURES = st.one_of(st.none(), st.integers(-1000, 1000).map(float))
SERIES = st.lists(FIGURES, min_size=2, max_size=30)


@settings(deadline=None)
@given(SERIES)
def test_the_limits_lie_about_the_mean(values: list[float | None]) -> None:
    limits = limits_of(values)
    if limits.mean is not None and limits.lower is not None and limits.upper is not None:
        assert limits.lower <= limits.mean <= limits.upper
        assert limits.upper - limits.mean == pytest.approx(limits.mean - limits.lower)


@settings(deadline=None)
@given(SERIES, st.integers(-500, 500), st.sampled_from([0.25, 0.5, 2, 4]))
def test_adding_to_or_multiplying_every_figure_marks_the_same_points(
    values: list[float | None], added: int, times: float
) -> None:
    moved = [None if each is None else each * times + added for each in values]
    assert [(each.rule, each.way) for each in drawn(moved).points] == [(each.rule, each.way) for each in drawn(values).points]


@settings(deadline=None)
@given(SERIES)
def test_turning_which_way_is_better_swaps_improvement_and_concern(values: list[float | None]) -> None:
    swapped = {"improvement": "concern", "concern": "improvement"}
    ups = [each.kind for each in drawn(values, "bigger").points]
    assert [swapped.get(each, each) for each in ups] == [each.kind for each in drawn(values, "smaller").points]


@settings(deadline=None)
@given(st.floats(-1e6, 1e6, allow_nan=False), st.integers(1, 40))
def test_a_series_that_does_not_vary_is_never_marked(value: float, count: int) -> None:
    assert not any(each.rule for each in drawn([value] * count).points)


@settings(deadline=None)
@given(SERIES, st.integers(1, 5))
def test_gaps_before_the_first_point_change_nothing(values: list[float | None], gaps: int) -> None:
    later = drawn([*[None] * gaps, *values]).points[gaps:]
    assert [each[3:9] for each in later] == [each[3:9] for each in drawn(values).points]


@settings(deadline=None)
@given(st.lists(st.integers(0, 100), min_size=8, max_size=20), st.integers(1, 7))
def test_no_run_crosses_a_rebase(values: list[int], at: int) -> None:
    days = [date(2024, 1, 1 + each).isoformat() for each in range(len(values))]
    whole = control_chart(days, values, rebase=[days[at]])
    apart = control_chart(days[:at], values[:at]).points + control_chart(days[at:], values[at:]).points
    assert [each[3:9] for each in whole.points] == [each[3:9] for each in apart]
