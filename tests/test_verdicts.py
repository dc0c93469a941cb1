"""What is said of a run of figures: changing, on target and firm, beside others; and the words that may say so."""

import re
from datetime import date
from typing import get_args

import pytest

from dashboard.marks import SHAPES, chip, key
from metrics import words
from metrics.benchmarks import Comparator
from metrics.board import read_board
from metrics.catalogue import Changed, Indicator, read_catalogue
from metrics.coverage import State
from metrics.explain import marks as explain_marks
from metrics.figures import Figure
from metrics.judge.change import Change, Direction
from metrics.judge.compare import STRICT, USUAL
from metrics.judge.neighbours import Neighbour, together
from metrics.judge.series import RULE_SET, Finding, explain, judge_series
from metrics.judge.status import Firmness, Mark
from metrics.on_target import judge_target
from metrics.periods import parse_period, previous
from metrics.verdicts import beside_all, breaks_of, change_of, compared_with, read_run, verdict_of
from tests.conftest import BOARD

FIRED_WORDS = re.compile(r"\b(rose|fell|improved|got worse|rise|fall)\b")
PLANS = read_catalogue()["cp_plans_two_years"]
EPISODES = read_catalogue()["missing_episodes"]


def run(*values: float | None, of: float | None = None, last: str = "2026/27 Q2") -> list[Figure]:
    """Figures of neighbouring quarters up to one; a share where `of` is given, in per cent of it."""
    period, found = parse_period(last), []
    for value in reversed(values):
        found.append(
            Figure(
                indicator="x",
                period=period.label,
                first_day=period.first_day,
                last_day=period.last_day,
                group=None,
                value=value,
                numerator=None if value is None else value if of is None else value * of / 100,
                denominator=of,
                families=None,
                state=State.AWAITING if value is None else State.VALUE,
                waiting_for=None,
                data_to=period.last_day,
            )
        )
        period = previous(period)
    return found[::-1]


def published(value: float | None = None, low: float | None = None, high: float | None = None) -> Comparator:
    ends = (value, value) if value is not None else (low, high)
    return Comparator(
        kind="neighbours",
        label="Statistical neighbours",
        value=value,
        low=low,
        high=high,
        year=2025,
        period_end=date(2025, 3, 31),
        published=8,
        of=10,
        status="median",
        note="2025; median",
        found=together([Neighbour(str(each), *ends) for each in range(6)]),
    )


STEADY: list[float | None] = [20, 18, 22, 19, 21, 20, 17, 22, 19, 21, 18, 20]


def changed(indicator: Indicator, on: date) -> Indicator:
    return indicator.model_copy(update={"changed": (Changed(on=on, what="Episodes of under an hour count."),)})


@pytest.mark.parametrize("direction", get_args(Direction))
def test_only_a_direction_that_a_rule_gives_uses_its_words(direction: Direction) -> None:
    fired = direction in {"improved", "worsened", "rose", "fell"}
    assert bool(FIRED_WORDS.search(words.change(direction))) is fired


@pytest.mark.parametrize("finding", get_args(Finding))
@pytest.mark.parametrize("better", ["smaller", "bigger", "monitor"])
def test_no_sentence_about_a_run_says_that_it_moved_unless_a_rule_fired(finding: Finding, better: str) -> None:
    """Every finding is reached by some run, and what the chart says of it holds those words only with a rule."""
    runs: list[list[float | None]] = [
        STEADY,
        [*STEADY, 60],
        [*STEADY, 0],
        [*STEADY, None],
        [1, 2],
        list(range(1, 14)),
        list(range(30, 10, -1)),
        [5] * 12,
    ]
    empty = judge_series([], "count", "monitor")
    verdicts = [empty] + [verdict_of(_with(better), run(*each)) for each in runs]
    for each in verdicts:
        assert bool(each.rule) is (each.finding in {"improved", "worsened", "rose", "fell"})
        assert each.rule or not FIRED_WORDS.search(explain(each))
    reached = {each.finding for each in verdicts}
    possible = {"rose", "fell"} if better == "monitor" else {"improved", "worsened"}
    assert reached == {*possible, "no_change_beyond_chance", "cannot_tell", "no_data"}
    assert finding in reached | {"rose", "fell", "improved", "worsened"}


def _with(better: str) -> Indicator:
    return EPISODES.model_copy(update={"better": better})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change(direction="rose", rule="shift", rule_set=RULE_SET), f"rule: shift, {RULE_SET}"),
        (Change(direction="no_change_beyond_chance", rule_set=RULE_SET), f"no rule of {RULE_SET} fired"),
        (Change(direction="rose", rule="chance_95"), "rule: chance_95, of two figures"),
        (Change(direction="new"), ""),
    ],
)
def test_the_footnote_names_the_rule_and_the_version_of_the_set(change: Change, said: str) -> None:
    assert words.rule(change) == said


def test_where_the_chart_cannot_tell_two_figures_are_compared() -> None:
    few = run(10, 40)
    found = change_of(EPISODES, verdict_of(EPISODES, few), compared_with(EPISODES, few), few[-1])
    assert (found.rule, found.rule_set) == ("chance_95", "")


def test_a_definition_that_changed_breaks_the_run_and_nothing_is_compared_across_it() -> None:
    indicator, figures = changed(EPISODES, date(2026, 7, 1)), run(*STEADY, 60)
    assert [each.at for each in breaks_of(indicator, figures)] == ["2026/27 Q2"]
    assert breaks_of(indicator, figures)[0].text == "definition changed on 1 July 2026: Episodes of under an hour count"
    assert compared_with(indicator, figures) is None
    verdict = verdict_of(indicator, figures)
    assert (verdict.finding, verdict.points) == ("cannot_tell", 1)
    assert change_of(indicator, verdict, None, figures[-1]).direction == "new"
    assert verdict_of(EPISODES, figures).rule == "outside"


@pytest.mark.parametrize(("on", "at"), [(date(2026, 6, 30), "2026/27 Q1"), (date(2026, 7, 1), "2026/27 Q2")])
def test_a_break_is_at_the_first_period_that_the_change_reaches(on: date, at: str) -> None:
    assert [each.at for each in breaks_of(changed(EPISODES, on), run(*STEADY))] == [at]


def test_a_change_before_the_run_or_after_it_breaks_nothing() -> None:
    figures = run(*STEADY)
    assert breaks_of(changed(EPISODES, date(2020, 1, 1)), figures) == ()
    assert breaks_of(changed(EPISODES, date(2026, 10, 1)), figures) == ()


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        pytest.param(20.0, published(5.0), "worse", id="worse"),
        pytest.param(5.0, published(5.0), "similar", id="similar"),
        pytest.param(1.0, published(9.0), "better", id="better"),
        pytest.param(4.0, published(low=3.0, high=5.0), "cannot_tell", id="inside_the_range"),
        pytest.param(20.0, published(low=3.0, high=5.0), "worse", id="beyond_the_range"),
        pytest.param(20.0, published(), "cannot_tell", id="too_few"),
        pytest.param(None, published(5.0), "cannot_tell", id="no_figure"),
    ],
)
def test_a_share_beside_its_neighbours(ours: float | None, theirs: Comparator, found: str) -> None:
    (beside,) = beside_all(PLANS, run(ours, of=300.0)[0], [theirs], STRICT)
    assert (beside.found, beside.months) == (found, 18)


def test_a_page_of_many_asks_for_more_than_a_page_of_one() -> None:
    figure = run(7.0, of=300.0)[0]
    found = [beside_all(PLANS, figure, [published(4.3)], each)[0].found for each in (USUAL, STRICT)]
    assert found == ["worse", "similar"]


@pytest.mark.parametrize(
    ("low", "high", "mark"),
    [pytest.param(3.0, 4.0, "red", id="both_ends"), pytest.param(3.0, 9.0, "cannot_tell", id="the_ends_differ")],
)
def test_a_target_that_is_a_range_gives_a_mark_only_where_both_ends_do(low: float, high: float, mark: Mark) -> None:
    text = BOARD + '\n[[targets]]\nindicator = "cp_plans_two_years"\ntarget = "neighbours"\n'
    board = read_board(text)
    found = judge_target(board, PLANS, run(8.0, of=300.0), (published(low=low, high=high),))
    target = found.resolved
    assert found.status.mark == mark
    assert (target.number, target.low, target.high) == (None, low, high)


@pytest.mark.parametrize("mark", get_args(Mark))
@pytest.mark.parametrize("firm", get_args(Firmness))
def test_every_mark_has_a_shape_and_its_firmness_in_words(mark: Mark, firm: Firmness) -> None:
    assert SHAPES[mark] in chip(mark)
    assert words.status(mark) in chip(mark)
    assert bool(words.firmness(mark, firm)) is (mark not in {"no_target", "monitor", "cannot_tell"})


def test_shapes_differ_and_four_colours_stand_in_the_key_only_where_they_are_used() -> None:
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert "RA" not in key()
    assert "▼ RA" in key({"red_amber"})


def test_the_chart_shows_what_stands_out_by_shape_and_breaks_where_the_definition_changed() -> None:
    figures = run(*STEADY, 30)
    reading = read_run(EPISODES, figures)
    assert list(reading.signals) == ["2026/27 Q2"]
    assert explain_marks.stands_out(reading, "2026/27 Q2") == "above anything that chance explains (outside)"
    assert explain_marks.stands_out(reading, "2026/27 Q1") == ""
    assert "chance explains" in explain_marks.chart_in_words(reading, "count")
    broken = read_run(changed(EPISODES, date(2024, 7, 1)), figures)
    assert "the line begins anew: definition changed on 1 July 2024" in explain_marks.chart_in_words(broken, "count")
    assert broken.chart.at[0] == "2024/25 Q2"
