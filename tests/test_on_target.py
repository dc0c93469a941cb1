"""Targets that rest on what all authorities published: quarters, places, other regions; hidden figures at both their ends."""

from collections.abc import Sequence
from datetime import date

import pytest

from metrics.benchmarks.ranges import Row
from metrics.benchmarks.standings import Authority, Standing
from metrics.board import Board, read_board
from metrics.catalogue import read_catalogue
from metrics.explain import status as explain_status
from metrics.figures import Figure
from metrics.on_target import Standings, judge_target, needs_places
from metrics.target_line import target_line
from tests.conftest import BOARD
from tests.test_verdicts import run

TURNOVER = read_catalogue()["social_worker_turnover"]
REGION = "E13000001"
"""Inner London: the published tables name it as its boroughs' region, and the board's is London."""


def standing(values: Sequence[float | None], year: int = 2025, region: str = REGION) -> Standing:
    """Authorities with these figures; one without is hidden: one to five of a hundred."""
    rows = [
        Row(
            measure="cp_2plus_years_pct",
            level="authority",
            area_code=f"A{at}",
            area_name=f"Area {at}",
            year=year,
            period_end=date(year, 9, 30),
            value=value,
            status="c" if value is None else "published",
            joint_with=None,
            denominator=100.0,
        )
        for at, value in enumerate(values)
    ]
    return Standing("x", year, date(year, 9, 30), tuple(Authority(each, region) for each in rows))


def board(target: str, more: str = "") -> Board:
    return read_board(f'{BOARD}\n[[targets]]\nindicator = "social_worker_turnover"\ntarget = "{target}"\n{more}')


def judged(target: str, figures: list[Figure], now: Standing | None, then: Standing | None = None) -> tuple[str, str, str]:
    chosen = board(target)
    found = judge_target(chosen, TURNOVER, figures, (), Standings(now, then))
    line = target_line(chosen, TURNOVER, found, (), figures[-1].period)
    return found.status.mark, line.words, " ".join(each.dated or each.because for each in line.parts)


OTHERS = [float(each) for each in range(1, 121)]
"""120 authorities with 1 to 120 per cent: the quarter ends at 30.75, a tenth at 12.9."""


@pytest.mark.parametrize(
    ("target", "value", "mark", "said"),
    [
        ("England top quartile", 30.75, "green", "England top quartile (30.8%)"),
        ("England top quartile", 31.0, "amber", "England top quartile (30.8%)"),
        ("London top quartile", 34.0, "red", "London top quartile (30.8%)"),
        ("top 10% in England", 12.9, "green", "top 10% in England (12.9%)"),
        ("top 10% in England", 15.0, "red", "top 10% in England (12.9%)"),
    ],
)
def test_the_edge_of_the_best_is_worked_out_from_all_authorities(target: str, value: float, mark: str, said: str) -> None:
    found = judged(target, run(value, of=200.0), standing(OTHERS))
    assert found[:2] == (mark, said)
    assert found[2].startswith("2025; the edge of the best ")
    assert found[2].endswith("of 120 authorities")


@pytest.mark.parametrize(
    ("target", "now", "why"),
    [
        ("England top quartile", None, "no authority's figures are loaded for it"),
        ("England top quartile", standing(OTHERS[:99]), "figures of only 99 authorities are loaded: 100 are needed"),
        ("London top quartile", standing(OTHERS, region="E12000001"), "figures of only 0 authorities are loaded: 8 are needed"),
        (
            "South East top quartile",
            standing(OTHERS),
            "the board's region is London: the figures of South East are not looked up",
        ),
        ("South East average", standing(OTHERS), "the board's region is London: the figures of South East are not looked up"),
        ("improve national rank", standing(OTHERS), "the place among all authorities is not known"),
    ],
)
def test_what_cannot_be_resolved_says_why(target: str, now: Standing | None, why: str) -> None:
    mark, _, said = judged(target, run(20, of=200.0), now)
    assert mark == "cannot_tell"
    assert why in said


@pytest.mark.parametrize(("before", "after", "mark"), [(30.5, 29.5, "green"), (30.5, 30.5, "amber"), (30.5, 40.5, "red")])
def test_a_place_has_to_be_better_than_that_of_a_year_before(before: float, after: float, mark: str) -> None:
    figures = run(before, before, before, before, after, of=200.0)
    found = judged("improve national rank", figures, standing(OTHERS), standing(OTHERS, 2024))
    assert found[:2] == (mark, "improve national rank (31)")
    assert found[2] == "the place among 121 authorities a year before, by the figures of 2024"


@pytest.mark.parametrize(("value", "mark"), [(0.9, "green"), (3.0, "cannot_tell"), (7.0, "red")])
def test_hidden_figures_give_a_mark_only_where_it_holds_at_both_their_ends(value: float, mark: str) -> None:
    hidden = standing([*[None] * 60, *[float(each) for each in range(10, 70)]])
    found = judged("England top quartile", run(value, of=200.0), hidden)
    assert found == (
        mark,
        "England top quartile (1.0% to 5.0%)",
        "2025; the edge of the best 25% of 120 authorities, 60 of them hidden",
    )


def test_of_targets_for_each_year_the_one_in_force_is_judged_and_the_others_are_shown() -> None:
    chosen = board("2025/26: 40; 2026/27: 20; 2027/28: 10")
    figures = run(19, of=200.0)
    found = judge_target(chosen, TURNOVER, figures, ())
    line = target_line(chosen, TURNOVER, found, (), figures[-1].period)
    assert (found.status.mark, line.words) == ("green", "at most 20.0%")
    assert [(each.period, each.words, each.is_now) for each in line.steps] == [
        ("2025/26", "40", False),
        ("2026/27", "20", True),
        ("2027/28", "10", False),
    ]
    later = run(19, of=200.0, last="2029/30 Q1")
    none = judge_target(chosen, TURNOVER, later, ())
    assert none.status.mark == "cannot_tell"
    assert target_line(chosen, TURNOVER, none, (), later[-1].period).words == "none agreed for Q1 2029/30"


@pytest.mark.parametrize(
    ("target", "needed"),
    [
        ("4", False),
        ("England and neighbours", False),
        ("2026/27: London top quartile", True),
        ("10 and improve national rank", True),
    ],
)
def test_the_figures_of_all_authorities_are_read_only_where_a_target_needs_them(target: str, needed: bool) -> None:
    assert needs_places(board(target).target("social_worker_turnover")) is needed
    assert not needs_places(None)


def test_improvement_counts_from_the_baseline_or_from_a_year_before() -> None:
    rule = 'status = {rule = "share_of_improvement"}\n'
    figures = run(40, 30, 30, 30, 24, of=200.0)
    for more, mark in ((rule, "amber"), (f"{rule}baseline = 50\n", "amber"), (f"{rule}baseline = 25\n", "red")):
        found = judge_target(board("20", more), TURNOVER, figures, ())
        assert (found.status.mark, found.status.rule) == (mark, "share_of_improvement")


def test_a_mark_that_the_board_gave_stands_and_the_rules_own_beside_it() -> None:
    given = (
        '[[overrides]]\nindicator = "social_worker_turnover"\nperiod = "2026/27 Q2"\nmark = "amber"\n'
        'because = "a team closed"\nby = "chair"\non = 2026-10-20\n'
    )
    found = judge_target(board("10", given), TURNOVER, run(30, of=200.0), ())
    assert (found.status.mark, found.status.rule, found.by_rule.mark) == ("amber", "override", "red")
    elsewhere = judge_target(board("10", given), TURNOVER, run(30, of=200.0, last="2026/27 Q1"), ())
    assert (elsewhere.status.mark, elsewhere.override) == ("red", None)


@pytest.mark.parametrize("rule", ["within_tolerance", "within_points", "share_of_improvement", "beyond_chance"])
def test_every_rule_is_told_in_plain_words_by_its_name(rule: str) -> None:
    chosen = board("10", f'status = {{rule = "{rule}"}}\n')
    said = explain_status.status_rule(chosen.status_rule(chosen.target("social_worker_turnover")))
    assert said.startswith("Green: the target is met. Amber: ")
    assert said.endswith(f"The rule is called {rule}.")
