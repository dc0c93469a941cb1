"""What holds of every series whatever, over ten thousand drawn at random: each test's name is the invariant."""

from functools import cache
from random import Random
from typing import NamedTuple

import pytest

from metrics.judge.charts import Point, Timing
from metrics.judge.control_chart import Better
from metrics.judge.series import Verdict, draw_series, explain, judge_series, signals

SERIES = 10_000
UNITS = ("count", "percent", "rate_per_10000", "ratio", "days")
TIMINGS: tuple[Timing, ...] = ("in_period", "as_at", "rolling_year")
SIDES: tuple[Better, ...] = ("smaller", "bigger", "monitor")
WORSE_WHEN_TURNED = {"improved": "worsened", "worsened": "improved"}


class Drawn(NamedTuple):
    points: list[Point]
    unit: str
    timing: Timing
    per_year: int
    better: Better
    verdict: Verdict


@cache
def every_series() -> tuple[Drawn, ...]:
    random = Random(2026)
    return tuple(_one(random) for _ in range(SERIES))


def _one(random: Random) -> Drawn:
    unit, timing, per_year = random.choice(UNITS), random.choice(TIMINGS), random.choice((1, 4, 12))
    mean, step, gaps = random.choice((0.2, 2, 9, 60, 700)), random.choice((0, 0, 1, 3)), random.choice((0, 0, 0.1, 0.6))
    length, better = random.choice((0, 1, 5, 7, 13, 13, 18, 24)), random.choice(SIDES)
    from_then = random.randrange(length + 1)
    points = [_point(random, at, unit, mean * (1 + step * (at >= from_then)), gaps) for at in range(length)]
    return Drawn(points, unit, timing, per_year, better, judged(points, unit, timing, per_year, better))


def _point(random: Random, at: int, unit: str, mean: float, gaps: float) -> Point:
    name, found = str(at), max(0, round(random.gauss(mean, mean**0.5)))
    if random.random() < gaps:
        return Point(name, None)
    if unit == "count":
        return Point(name, found, found, None, random.choice((None, found, found // 2)))
    if unit == "rate_per_10000":
        return Point(name, found / 6, found, 60_000)
    if unit == "percent":
        of = found + random.randrange(30)
        return Point(name, 100 * found / of if of else None, found, of)
    return Point(name, found + random.random(), None, random.choice((3, 20)))


def judged(points: list[Point], unit: str, timing: Timing, per_year: int, better: Better) -> Verdict:
    return judge_series(points, unit, better, timing=timing, per_year=per_year)


def test_something_is_said_of_every_series_and_only_a_rule_that_fired_says_that_it_changed() -> None:
    for each in every_series():
        said = each.verdict.finding in {"improved", "worsened", "rose", "fell"}
        assert said == (each.verdict.rule is not None) == (each.verdict.way != 0)


def test_what_fired_is_a_rule_of_the_chart_that_was_drawn() -> None:
    for each in every_series():
        drawn = draw_series(each.points, each.unit, timing=each.timing, per_year=each.per_year)
        assert each.verdict.chart == drawn.chart
        assert each.verdict.rule is None or each.verdict.rule in drawn.rules


def test_limits_lie_about_the_usual_level_and_a_share_never_leaves_nought_to_a_hundred() -> None:
    for each in every_series():
        verdict = each.verdict
        if verdict.mean is not None and verdict.lower is not None and verdict.upper is not None:
            assert verdict.lower <= verdict.mean + 1e-9
            assert verdict.mean <= verdict.upper + 1e-9
            assert verdict.chart != "shares" or 0 <= verdict.lower <= verdict.upper <= 100


def test_no_more_is_said_than_there_are_points_for() -> None:
    for each in every_series():
        seen = sum(point.value is not None for point in each.points)
        assert seen >= 6 or each.verdict.finding in {"cannot_tell", "no_data"}
        assert each.per_year > 1 or each.timing == "rolling_year" or each.verdict.finding in {"cannot_tell", "no_data"}


def test_a_missing_newest_point_is_no_data_and_never_no_change() -> None:
    for each in every_series():
        is_missing = not each.points or each.points[-1].value is None
        assert (each.verdict.finding == "no_data") == is_missing


def test_what_cannot_be_told_has_a_reason_in_words() -> None:
    for each in every_series():
        assert explain(each.verdict)
        assert each.verdict.finding != "cannot_tell" or each.verdict.because


def test_which_way_is_better_changes_the_word_and_nothing_else() -> None:
    turned: dict[Better, Better] = {"smaller": "bigger", "bigger": "smaller", "monitor": "monitor"}
    for each in every_series()[::5]:
        other = judged(each.points, each.unit, each.timing, each.per_year, turned[each.better])
        finding = each.verdict.finding
        if each.better != "monitor":
            assert other.finding == WORSE_WHEN_TURNED.get(finding, finding)
        assert (other.rule, other.way, other.lower, other.upper) == tuple(
            getattr(each.verdict, name) for name in ("rule", "way", "lower", "upper")
        )


def test_the_same_series_is_judged_the_same_and_the_names_of_its_points_do_not_matter() -> None:
    for each in every_series()[::5]:
        renamed = [point._replace(at=f"named {point.at}") for point in each.points]
        other = judged(renamed, each.unit, each.timing, each.per_year, each.better)
        assert judged(each.points, each.unit, each.timing, each.per_year, each.better) == each.verdict
        assert (other.finding, other.rule, other.mean) == (each.verdict.finding, each.verdict.rule, each.verdict.mean)


def test_an_amount_measured_in_another_unit_is_judged_the_same() -> None:
    for each in every_series():
        if each.unit == "ratio":
            halved = [point._replace(value=None if point.value is None else point.value / 2) for point in each.points]
            other = judged(halved, each.unit, each.timing, each.per_year, each.better)
            assert (other.finding, other.rule) == (each.verdict.finding, each.verdict.rule)
            assert other.mean == pytest.approx(None if each.verdict.mean is None else each.verdict.mean / 2)


def test_the_last_mark_of_the_chart_is_the_verdict() -> None:
    for each in every_series()[::5]:
        drawn = draw_series(each.points, each.unit, timing=each.timing, per_year=each.per_year)
        marks = signals(drawn, each.per_year)
        if marks and each.verdict.finding not in {"no_data", "cannot_tell"}:
            assert (marks[-1].rule, marks[-1].way) == (each.verdict.rule, each.verdict.way)
