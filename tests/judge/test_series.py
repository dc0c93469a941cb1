"""Is it changing? The chart that the data choose, and what may be said of the newest point."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.judge.chance import share_limits
from metrics.judge.charts import Point, choose
from metrics.judge.drift import drift
from metrics.judge.rare_events import judge_days_between
from metrics.judge.series import (
    RULE_SET,
    Annotation,
    Verdict,
    beginnings,
    draw_series,
    explain,
    finding_of,
    judge_series,
    signals,
)

FEW = "too few cases for limits: 4.0 in a period on average"
STEADY = [20, 18, 22, 19, 21, 20, 17, 22, 19, 21, 18, 20]


def counts(*values: float | None, families: Sequence[int] = ()) -> list[Point]:
    groups: Sequence[int | None] = families or [None] * len(values)
    return [Point(f"Q{at}", each, each, None, group) for at, (each, group) in enumerate(zip(values, groups, strict=True))]


def shares(*pairs: tuple[int, int]) -> list[Point]:
    return [Point(f"Q{at}", 100 * found / of if of else None, found, of) for at, (found, of) in enumerate(pairs)]


def amounts(*values: float | None, of: float | None = None) -> list[Point]:
    return [Point(f"Q{at}", each, None, of) for at, each in enumerate(values)]


@pytest.mark.parametrize(
    ("points", "unit", "chart", "because"),
    [
        pytest.param(counts(*STEADY), "count", "control_chart", "", id="six_or_more"),
        pytest.param(counts(*[5, 7] * 6), "count", "control_chart", "", id="six_exactly"),
        pytest.param(counts(*[5, 6] * 6), "count", "exact_counts", "", id="fewer_than_six"),
        pytest.param(counts(*[1, 1, 0, 2] * 3), "count", "exact_counts", "", id="one_a_period"),
        pytest.param(counts(*[1, 1, 0, 1] * 3), "count", "line", "too few events for limits: 9 in 12 periods", id="under_one"),
        pytest.param(counts(*[0, 0, 0, 9] * 3), "count", "line", "too few events for limits: 27 in 12 periods", id="noughts"),
        pytest.param(counts(*[0, 9] * 6), "count", "exact_counts", "", id="half_noughts"),
        pytest.param(counts(*STEADY[:5]), "count", "line", "5 points: a chart needs 6", id="five_points"),
        pytest.param(counts(*STEADY[:6]), "count", "control_chart", "", id="six_points"),
        pytest.param(counts(), "count", "line", "no points: a chart needs 6", id="no_points"),
        pytest.param(counts(*[7] * 12), "count", "line", "the figures do not vary enough for limits", id="always_seven"),
        pytest.param(shares(*[(15, 20), (17, 20)] * 6), "percent", "shares", "", id="shares_of_twenty"),
        pytest.param(shares(*[(40, 50), (42, 50)] * 6), "percent", "control_chart", "", id="shares_of_fifty"),
        pytest.param(shares(*[(40, 50), (90, 101)] * 6), "percent", "shares", "", id="shares_of_very_different_numbers"),
        pytest.param(shares(*[(3, 4), (4, 6)] * 6), "percent", "shares", "", id="shares_of_five"),
        pytest.param(
            shares(*[(3, 4), (4, 4)] * 6),
            "percent",
            "line",
            "too few cases for limits: 4.0 in a period on average",
            id="of_four",
        ),
        pytest.param(amounts(*STEADY), "ratio", "control_chart", "", id="amounts"),
        pytest.param(amounts(*STEADY, of=4), "days", "line", FEW, id="few_days"),
        pytest.param(amounts(*STEADY, of=9), "days", "control_chart", "", id="days"),
    ],
)
def test_the_data_choose_the_chart(points: list[Point], unit: str, chart: str, because: str) -> None:
    drawn = choose(points, unit)
    assert (drawn.chart, drawn.because) == (chart, because)


def test_families_are_charted_where_children_come_in_groups() -> None:
    children = [20, 31, 18, 25, 22, 19, 30, 21, 24, 20, 18, 60]
    families = [10, 12, 9, 11, 10, 9, 12, 10, 11, 10, 9, 12]
    found = judge_series(counts(*children, families=families), "count", "smaller")
    assert (found.counted, found.finding, found.assurance) == ("families", "no_change_beyond_chance", None)
    assert judge_series(counts(*children), "count", "smaller").finding == "worsened"
    alike = judge_series(counts(*STEADY, families=STEADY), "count", "smaller")
    assert alike.counted == ""


@pytest.mark.parametrize(
    ("last", "better", "finding", "rule", "way"),
    [
        (40, "bigger", "improved", "outside", 1),
        (40, "smaller", "worsened", "outside", 1),
        (40, "monitor", "rose", "outside", 1),
        (0, "bigger", "worsened", "outside", -1),
        (0, "smaller", "improved", "outside", -1),
        (0, "monitor", "fell", "outside", -1),
        (24, "bigger", "no_change_beyond_chance", None, 0),
        (None, "bigger", "no_data", None, 0),
    ],
)
def test_the_newest_point(last: float | None, better: str, finding: str, rule: str | None, way: int) -> None:
    found = judge_series(counts(*STEADY, last), "count", better)  # type: ignore[arg-type]  # cases as text
    assert (found.finding, found.rule, found.way, found.at) == (finding, rule, way, "Q12")
    assert found.rule_set == RULE_SET


@pytest.mark.parametrize(
    ("values", "unit", "rule", "since"),
    [
        pytest.param([*[50.0, 52, 49, 51] * 4, *[55, 54, 55, 54, 55, 54, 54]], "ratio", "shift", "Q16", id="seven_above"),
        pytest.param([*[50.0, 52, 49, 51] * 2, *[55, 54, 55, 54, 55, 54]], "ratio", None, "", id="six_above"),
        pytest.param([*[50.0, 52, 49, 51] * 4, *[48, 49, 50, 51, 52, 53, 54]], "ratio", "trend", "Q16", id="seven_rising"),
        pytest.param([*[50.0, 52, 49, 51] * 4, 55.5, 52, 55.5], "ratio", "two_in_three", "Q18", id="two_of_three"),
    ],
)
def test_each_rule_and_where_its_run_began(values: list[float], unit: str, rule: str | None, since: str) -> None:
    found = judge_series(amounts(*values), unit, "bigger", per_year=4)
    assert (found.rule, found.since) == (rule, since)


def test_a_point_that_only_repeats_its_season_is_no_change() -> None:
    """Every August is low: the newest August is outside the limits of all months, and where Augusts are."""
    year = [40, 42, 39, 41, 12, 40, 41, 38, 42, 40, 39, 41]
    months = [*year, *(each + (-1) ** at for at, each in enumerate(year)), *year[:5]]
    assert judge_series(counts(*months), "count", "bigger", per_year=12).rule is None
    assert judge_series(counts(*months[:-1], 0), "count", "bigger", per_year=12).rule == "outside"


@pytest.mark.parametrize(
    ("timing", "per_year", "points", "because"),
    [
        ("in_period", 4, 6, ""),
        ("in_period", 12, 16, "16 months: a season cannot be told from a change before there are 17"),
        ("in_period", 12, 17, ""),
        ("as_at", 4, 8, "8 points: most who are counted at one date were counted at the date before, so 9 are needed"),
        ("as_at", 4, 9, ""),
        ("rolling_year", 4, 20, "5 points: a chart needs 6"),
        ("rolling_year", 4, 21, ""),
        ("in_period", 1, 20, "figures of a year are too few for a chart"),
    ],
)
def test_how_long_a_series_has_to_be(timing: str, per_year: int, points: int, because: str) -> None:
    values = (STEADY * 2)[:points]
    found = judge_series(counts(*values), "count", "bigger", timing=timing, per_year=per_year)  # type: ignore[arg-type]  # text
    assert found.because == because
    assert (found.finding == "cannot_tell") == bool(because)


def test_twelve_month_figures_are_judged_by_years_that_share_no_month() -> None:
    drawn = draw_series(counts(*STEADY, 40), "count", timing="rolling_year")
    assert drawn.at == ("Q0", "Q4", "Q8", "Q12")


def test_limits_on_fewer_than_twelve_points_are_on_trial() -> None:
    assert judge_series(counts(*STEADY[:11]), "count", "bigger").trial
    assert not judge_series(counts(*STEADY), "count", "bigger").trial


def test_a_definition_change_begins_the_chart_anew_and_nothing_else_does() -> None:
    changed = Annotation(event="definition_change", at="Q6", text="Counted by referral, not by child")
    others = [Annotation(event=each, at="Q3") for each in ("practice_change", "restatement", "boundary_change")]
    begins = beginnings([*others, changed])
    assert begins == ("Q6",)
    values = counts(*STEADY[:6], *(each * 3 for each in STEADY))
    assert draw_series(values, "count", begins=begins).at[0] == "Q6"
    assert judge_series(values, "count", "bigger", begins=begins).finding == "no_change_beyond_chance"
    with pytest.raises(ValueError, match="begin anew at Q99: there is no point"):
        judge_series(values, "count", "bigger", begins=["Q99"])


@pytest.mark.parametrize(
    ("target", "better", "assurance"),
    [
        (60, "bigger", "consistent_fail"),
        (60, "smaller", "consistent_pass"),
        (20, "bigger", "inconsistent"),
        (None, "bigger", None),
    ],
)
def test_whether_the_target_will_be_met(target: float | None, better: str, assurance: str | None) -> None:
    found = judge_series(counts(*STEADY), "count", better, target=target)  # type: ignore[arg-type]  # cases as text
    assert found.assurance == assurance


def test_a_rate_is_judged_by_its_cases_and_drawn_as_a_rate() -> None:
    small = [Point(f"Q{at}", each / 5, each, 50_000) for at, each in enumerate([3, 4, 2, 5, 3, 4, 2, 5, 3, 4, 2, 5, 14])]
    found = judge_series(small, "rate_per_10000", "smaller")
    assert (found.chart, found.finding) == ("exact_counts", "worsened")
    assert found.mean == pytest.approx(56 / 13 / 5)
    assert found.upper == pytest.approx(max(11, 56 / 13 + 2.66 * 19 / 11) / 5, abs=0.5)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(finding="improved", chart="control_chart", rule="outside", way=1), "above anything that chance explains"),
        (
            Verdict(finding="fell", chart="control_chart", rule="trend", way=-1, since="Q3"),
            "a fall every time since spring",
        ),
        (
            Verdict(finding="rose", chart="control_chart", rule="two_in_three", way=1),
            "two of the last three close to the upper limit of chance",
        ),
        (
            Verdict(finding="fell", chart="shares", rule="shift", way=-1, since="Q3"),
            "below the usual level every time since spring",
        ),
        (Verdict(finding="no_change_beyond_chance", chart="shares"), "within what chance explains"),
        (Verdict(finding="no_data", chart="shares", because="no data"), "no data"),
    ],
)
def test_the_reason_in_words(verdict: Verdict, words: str) -> None:
    assert explain(verdict, lambda label: "spring" if label else "") == words


def test_only_a_signal_has_a_word_for_change() -> None:
    for better in ("smaller", "bigger", "monitor"):
        assert finding_of(0, better) == "no_change_beyond_chance"


# Rare events ---------------------------------------------------------------------------------------------------------------


def days(*gaps: int) -> list[date]:
    found = [date(2020, 1, 1)]
    for gap in gaps:
        found.append(found[-1] + timedelta(days=gap))
    return found


USUAL = [90, 60, 120, 75, 100, 85, 110, 70, 95, 80, 105, 90]


@pytest.mark.parametrize(
    ("gaps", "since_last", "finding", "rule"),
    [
        pytest.param(USUAL[:11], 10, "cannot_tell", None, id="eleven_gaps"),
        pytest.param(USUAL, 10, "no_change_beyond_chance", None, id="as_usual"),
        pytest.param(USUAL, 2000, "improved", "outside", id="none_for_years"),
        pytest.param([*USUAL, 0], 10, "worsened", "outside", id="two_on_one_day"),
        pytest.param([*USUAL, 50, 50, 50, 50, 50, 50, 50], 10, "worsened", "shift", id="seven_soon_after_each_other"),
        pytest.param([*USUAL, 50, 50, 50, 50, 50, 50], 10, "no_change_beyond_chance", None, id="six_soon"),
    ],
)
def test_rare_events_are_judged_by_the_days_between_them(
    gaps: list[int], since_last: int, finding: str, rule: str | None
) -> None:
    events = days(*gaps)
    found = judge_days_between(events, events[-1] + timedelta(days=since_last), "smaller")
    assert (found.finding, found.rule) == (finding, rule)


def test_events_to_come_are_left_out() -> None:
    events = days(*USUAL)
    assert judge_days_between(events, events[5], "smaller").points == 5


def test_a_steady_run_of_rare_events_is_hardly_ever_said_to_have_changed() -> None:
    random, found = Random(17), 0
    for _ in range(400):
        events = days(*(round(random.expovariate(1 / 90)) for _ in range(16)))
        until = events[-1] + timedelta(days=round(random.expovariate(1 / 90)))
        found += judge_days_between(events, until, "smaller").way != 0
    assert found / 400 < 0.05


# What must hold for any series ---------------------------------------------------------------------------------------------

VALUES = st.lists(st.one_of(st.none(), st.integers(0, 60)), min_size=1, max_size=36)


@settings(deadline=None)
@given(VALUES)
def test_turning_which_way_is_better_swaps_better_and_worse(values: list[int | None]) -> None:
    """Nothing else of a verdict depends on it."""
    swapped = {"improved": "worsened", "worsened": "improved"}
    up, down = (judge_series(counts(*values), "count", each) for each in ("bigger", "smaller"))
    assert swapped.get(up.finding, up.finding) == down.finding
    assert up.model_copy(update={"finding": down.finding}) == down


@settings(deadline=None)
@given(VALUES)
def test_the_limits_hold_the_mean_and_a_word_for_change_names_its_rule(values: list[int | None]) -> None:
    found = judge_series(counts(*values), "count", "bigger")
    assert (found.rule is None) == (found.way == 0) == (found.finding not in {"improved", "worsened"})
    if found.mean is not None and found.lower is not None and found.upper is not None:
        assert found.lower <= found.mean <= found.upper


@settings(deadline=None)
@given(st.integers(0, 500), st.integers(1, 36), st.sampled_from(["count", "ratio", "days"]))
def test_a_series_that_does_not_vary_has_not_changed(value: int, points: int, unit: str) -> None:
    assert judge_series(counts(*[value] * points), unit, "bigger").way == 0


@settings(deadline=None)
@given(st.lists(st.floats(1, 100), min_size=6, max_size=20), st.sampled_from([0.5, 2, 8]))
def test_the_measure_in_which_an_amount_is_given_changes_nothing(values: list[float], times: float) -> None:
    found = judge_series(amounts(*values), "ratio", "bigger")
    other = judge_series(amounts(*(each * times for each in values)), "ratio", "bigger")
    assert (found.rule, found.way, found.chart) == (other.rule, other.way, other.chart)


def test_a_whole_scorecard_is_judged_in_a_moment() -> None:
    random = Random(17)
    lines = [counts(*(random.randrange(40) for _ in range(36))) for _ in range(60)]
    lines += [shares(*((random.randrange(20 + each), 20 + each) for _ in range(36))) for each in range(60)]
    assert min(_seconds_to_judge(lines) for _ in range(3)) < 0.1  # about 10 ms on a quiet machine


def _seconds_to_judge(lines: Sequence[Sequence[Point]]) -> float:
    started = perf_counter()
    for place, line in enumerate(lines):
        judge_series(line, "count" if place < 60 else "percent", "bigger", per_year=12)
    return perf_counter() - started


def test_the_limits_of_shares_are_exact_and_wider_where_the_shares_vary_more() -> None:
    low, high = share_limits(0.75, 20)
    steady = choose(shares(*[(15, 20)] * 12), "percent")
    assert (steady.lower[0], steady.upper[0]) == pytest.approx((5 * low, 5 * high))
    apart = choose(shares(*[(10, 20), (20, 20)] * 6), "percent")
    times = 2 * 0.25 / (0.75 * 0.25 / 20) ** 0.5 / (3 / 2.66)
    assert apart.lower[0] == pytest.approx(max(0, 100 * (0.75 - times * (0.75 - low / 20))))
    assert apart.upper[0] == 100


@pytest.mark.parametrize(
    ("values", "way"),
    [
        pytest.param([*range(13)], 1, id="up"),
        pytest.param([*range(13, 0, -1)], -1, id="down"),
        pytest.param([*range(9)], 0, id="nine_quarters_are_too_few"),
        pytest.param([1, 5, 9, 5] * 3, 0, id="only_seasons"),
        pytest.param([each + year for year in range(4) for each in (1, 5, 9, 5)], 1, id="seasons_that_rise"),
        pytest.param([7] * 13, 0, id="always_the_same"),
        pytest.param([None] * 13, 0, id="nothing"),
        pytest.param([*range(12), 0], 0, id="it_turned"),
    ],
)
def test_a_drift_is_a_run_that_goes_one_way_season_by_season(values: list[float | None], way: int) -> None:
    assert drift(values, 4) == way


def test_a_drift_marks_the_points_at_which_it_could_be_told_and_none_before() -> None:
    values = [50 + at / 4 + (1 if at % 2 else -1) for at in range(13)]
    found = signals(draw_series(amounts(*values), "ratio"))
    assert found[-1].rule == "drift"
    assert [each.rule for each in found[:9]] == [None] * 9
