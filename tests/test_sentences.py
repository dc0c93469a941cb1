"""The words for a change: every template of the grammar, and every line of the sample, may say that something moved only when
a rule fired; and each says what it is made of, for which period, and against what."""

import re
from itertools import product
from typing import get_args

import pytest

from metrics import words
from metrics.catalogue import Indicator, read_catalogue
from metrics.coverage import State
from metrics.figures import Figure
from metrics.judge.change import Change, Direction
from metrics.judge.runs import Rule
from metrics.judge.series import RULE_SET, Finding, Verdict
from metrics.sentences import sentence_of, why_not_told

MOVED = re.compile(
    r"\b(rose|fell|rise|fall|risen|fallen|improved|improving|got worse|worsened|worsening|increased?|decreased?|up|down)\b"
)
FIRED = {"improved", "worsened", "rose", "fell"}
SHARE, STOCK = read_catalogue()["re_referrals"], read_catalogue()["cp_plans_open"]
YEAR, DAYS = read_catalogue()["referrals_rate"], read_catalogue()["assessment_days_mean"]


def figure(value: float | None = 40, of: float | None = 50, state: State = State.VALUE, families: int | None = None) -> Figure:
    return Figure(
        indicator="x",
        period="2026/27 Q2",
        first_day="2026-07-01",
        last_day="2026-09-30",
        group=None,
        value=value,
        numerator=None if value is None else value if of is None else value * of / 100,
        denominator=of,
        families=families,
        state=state,
        waiting_for="the police, due since 30 October 2026" if value is None else None,
        data_to="2026-09-30",
    )


def verdict(rule: Rule | None, way: int, counted: str = "") -> Verdict:
    finding: Finding = "rose" if way > 0 else "fell" if way < 0 else "no_change_beyond_chance"
    return Verdict(finding=finding, chart="control_chart", rule=rule, way=way, since="2025/26 Q1", counted=counted, mean=30)


def directions() -> list[tuple[Change, Verdict]]:
    """Every change that can be said, with every rule that can stand behind it."""
    quiet: list[Direction] = ["no_change_beyond_chance", "cannot_tell", "new"]
    found = [(Change(direction=each, rule_set=RULE_SET), verdict(None, 0)) for each in quiet]
    for direction, rule, way, counted in product(sorted(FIRED), get_args(Rule), (1, -1), ("", "families")):
        change = Change(direction=direction, rule=rule, rule_set=RULE_SET)  # type: ignore[arg-type]  # cases as text
        found.append((change, verdict(rule, way, counted)))
    return found + [(Change(direction=each, rule="chance_95"), verdict(None, 0)) for each in quiet]


@pytest.mark.parametrize("indicator", [SHARE, STOCK, YEAR, DAYS], ids=lambda each: each.id)
@pytest.mark.parametrize("before", [None, figure(35)], ids=["first", "with_one_before"])
@pytest.mark.parametrize("now", [figure(), figure(families=7), figure(state=State.PROVISIONAL), figure(40, 4)])
def test_no_template_says_that_it_moved_unless_a_rule_fired(indicator: Indicator, before: Figure | None, now: Figure) -> None:
    for change, judged in directions():
        said = sentence_of(indicator, now, before, change, judged)
        if change.direction not in FIRED:
            assert not MOVED.search(said), said
        else:
            assert words.change(change.direction) in said
        assert words.rule(change) or change.direction in {"new", "cannot_tell"}


@pytest.mark.parametrize("state", [each for each in State if not each.has_value])
def test_what_stands_in_place_of_a_figure_never_says_that_it_moved(state: State) -> None:
    said = sentence_of(STOCK, figure(None, None, state), None, Change(direction="cannot_tell"), verdict(None, 0))
    assert said.endswith(".")
    assert not MOVED.search(said)


@pytest.mark.parametrize(
    ("indicator", "now", "said"),
    [
        (SHARE, figure(), "40.0% (20 of 50) in Q2 2026/27; cannot tell."),
        (
            SHARE,
            figure(50, 4),
            "50.0% (2 of 4) in Q2 2026/27; cannot tell: too few to judge, 4 in all.",
        ),
        (
            STOCK,
            figure(40, None, families=9),
            "40 (9 families) at the end of Q2 2026/27; cannot tell.",
        ),
        (DAYS, figure(), "40.0 days (50 cases) in Q2 2026/27; cannot tell."),
        (
            YEAR,
            figure(),
            "40.0 per 10,000 (20 of 50) in the twelve months to the end of Q2 2026/27; cannot tell.",
        ),
        (
            SHARE,
            figure(state=State.PROVISIONAL),
            "40.0% (20 of 50) in Q2 2026/27; cannot tell: later data may still change it.",
        ),
    ],
)
def test_a_sentence_says_what_it_is_made_of_for_which_period_and_why_it_cannot_tell(
    indicator: Indicator, now: Figure, said: str
) -> None:
    assert sentence_of(indicator, now, None, Change(direction="cannot_tell"), verdict(None, 0)) == said


def test_a_rule_that_fired_is_explained_and_held_against_the_usual_level() -> None:
    fired = Change(direction="worsened", rule="shift", rule_set=RULE_SET)
    assert sentence_of(SHARE, figure(), figure(39), fired, verdict("shift", 1)) == (
        "40.0% (20 of 50) in Q2 2026/27; got worse: above the usual level every time since Q1 2025/26 (usually 30.0%; it was "
        "39.0% in Q2 2026/27)."
    )
    assert not why_not_told(SHARE, figure(), fired, verdict("shift", 1))


@pytest.mark.parametrize(
    ("way", "before", "ending"),
    [
        (1, 46, "it was 46 in Q2 2026/27, and the last step was down)."),
        (1, 40, "it was 40 in Q2 2026/27)."),
        (1, 35, "it was 35 in Q2 2026/27)."),
        (-1, 35, "it was 35 in Q2 2026/27, and the last step was up)."),
        (-1, 46, "it was 46 in Q2 2026/27)."),
    ],
)
def test_a_last_step_against_the_run_is_said(way: int, before: float, ending: str) -> None:
    change = Change(direction="rose" if way > 0 else "fell", rule="shift", rule_set=RULE_SET)
    said = sentence_of(STOCK, figure(40, None), figure(before, None), change, verdict("shift", way))
    assert said.endswith(ending)


def test_two_figures_alone_have_no_run_to_go_against() -> None:
    change = Change(direction="rose", rule="chance_95")
    assert "last step" not in sentence_of(STOCK, figure(40, None), figure(46, None), change, verdict(None, 0))
