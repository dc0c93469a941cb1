"""Which judge decides: the chart of a run where it can tell, else the test of two figures; and what stands out on a chart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.judge.change import RULE, Change, Direction
from metrics.judge.charts import Point, Timing
from metrics.judge.direction import decide
from metrics.judge.series import (
    OF_ITS_SEASON,
    RULE_SET,
    WANDERED,
    Finding,
    Signal,
    Verdict,
    draw_series,
    explain,
    judge_series,
    signals,
)

STEADY = [20, 18, 22, 19, 21, 20, 17, 22, 19, 21, 18, 20]
TWO = Change(direction="worsened", rule=RULE)


def counts(*values: float | None) -> list[Point]:
    return [Point(f"Q{at}", each, each) for at, each in enumerate(values)]


@pytest.mark.parametrize(
    ("finding", "timing", "direction", "rule_set"),
    [
        pytest.param("improved", "in_period", "improved", RULE_SET, id="the_chart_can_tell"),
        pytest.param(
            "no_change_beyond_chance", "as_at", "no_change_beyond_chance", RULE_SET, id="it_tells_that_nothing_changed"
        ),
        pytest.param("cannot_tell", "in_period", "worsened", "", id="it_cannot"),
        pytest.param("no_data", "in_period", "worsened", "", id="it_has_no_newest_figure"),
        pytest.param("improved", "rolling_year", "worsened", "", id="twelve_month_figures_share_months"),
    ],
)
def test_the_chart_decides_where_it_can(finding: Finding, timing: Timing, direction: Direction, rule_set: str) -> None:
    decided = decide(Verdict(finding=finding, chart="control_chart"), TWO, timing)
    assert (decided.direction, decided.rule_set) == (direction, rule_set)


def test_a_figure_outside_the_limits_that_only_repeats_its_season_says_so() -> None:
    year = [40, 42, 39, 41, 12, 40, 41, 38, 42, 40, 39, 41]
    verdict = judge_series(
        counts(*year, *(each + (-1) ** at for at, each in enumerate(year)), *year[:5]), "count", "bigger", per_year=12
    )
    assert (verdict.finding, explain(verdict)) == ("no_change_beyond_chance", OF_ITS_SEASON)


def test_a_figure_of_those_who_stand_at_a_date_that_only_wanders_says_so() -> None:
    values = [17, 18, 18, 16, 5, 7, 6, 10, 14, 23, 24, 27, 31]
    verdict = judge_series(counts(*values), "count", "smaller", timing="as_at")
    assert verdict.upper is not None
    assert values[-1] > verdict.upper
    assert (verdict.finding, explain(verdict)) == ("no_change_beyond_chance", WANDERED)


@pytest.mark.parametrize(
    ("values", "unit", "finding"),
    [
        pytest.param(
            [18.6, 18.7, 19, 17.7, 17.3, 16.9, 16.7, 16, 16.1, 15.5, 15.2, 14.8, 14.6], "ratio", "improved", id="steadily"
        ),
        pytest.param([482, 515, 499, 496, 489, 553, 569, 661, 743, 744], "count", "worsened", id="further_than_chance_would"),
    ],
)
def test_those_who_stand_at_a_date_have_changed_when_they_move(values: list[float], unit: str, finding: Finding) -> None:
    """Rule set charts_1 called both no change: each year differed from the one before, and that passed for seasons."""
    points = [Point(f"Q{at}", each, each if unit == "count" else None) for at, each in enumerate(values)]
    assert judge_series(points, unit, "smaller", timing="as_at").finding == finding


def test_the_rule_that_fired_is_named() -> None:
    verdict = judge_series(counts(*STEADY, 60), "count", "smaller")
    assert decide(verdict, TWO, "in_period") == Change(direction="worsened", rule="outside", rule_set=RULE_SET)


def test_a_figure_that_lay_outside_once_stays_marked_on_the_chart() -> None:
    found = signals(draw_series(counts(*STEADY[:6], 60, *STEADY[6:]), "count"))
    assert [place for place, each in enumerate(found) if each.rule] == [6]
    assert found[6] == Signal("outside", 1, "Q6")


def test_all_the_points_of_a_run_are_marked_with_its_rule() -> None:
    found = signals(draw_series(counts(*[30, 34] * 4, *[23, 25, 22, 25, 23, 24, 23]), "count"))
    assert all(each.rule for each in found[8:])
    assert all(each.way == -1 for each in found[8:])
    assert found[-1].rule == "shift"
    assert found[-1].since == "Q8"


def test_nothing_stands_out_on_a_plain_line() -> None:
    assert signals(draw_series(counts(1, 2, 3), "count")) == (Signal(),) * 3


@given(st.lists(st.integers(0, 60) | st.none(), min_size=1, max_size=24), st.sampled_from([4, 12]))
def test_the_mark_of_the_newest_point_is_the_verdict(values: list[int | None], per_year: int) -> None:
    points = counts(*values)
    verdict = judge_series(points, "count", "monitor", per_year=per_year)
    newest = signals(draw_series(points, "count", per_year=per_year), per_year)[-1]
    assert (newest.rule, newest.way, newest.since) == (verdict.rule, verdict.way, verdict.since)
