"""Red, amber or green: the decision table of the rule."""

import re

import pytest
from pydantic import ValidationError

from metrics.judge.compare import share
from metrics.judge.status import (
    Mark,
    Override,
    Status,
    StatusRule,
    firmness,
    judge_by_rule,
    overridden,
    while_provisional,
)
from metrics.judge.targets import Resolved


@pytest.mark.parametrize(
    ("value", "better", "target", "mark"),
    [
        # Bigger is better, target 75, tolerance 10 % of it: 67.5 is the last amber.
        (80.0, "bigger", 75.0, "green"),
        (75.0, "bigger", 75.0, "green"),
        (74.9, "bigger", 75.0, "amber"),
        (67.5, "bigger", 75.0, "amber"),
        (67.4, "bigger", 75.0, "red"),
        (0.0, "bigger", 75.0, "red"),
        # Smaller is better, target 20: 22 is the last amber.
        (0.0, "smaller", 20.0, "green"),
        (20.0, "smaller", 20.0, "green"),
        (20.1, "smaller", 20.0, "amber"),
        (22.0, "smaller", 20.0, "amber"),
        (22.1, "smaller", 20.0, "red"),
        # A target of nought leaves no room for amber.
        (0.0, "smaller", 0.0, "green"),
        (0.1, "smaller", 0.0, "red"),
        (0.0, "bigger", 0.0, "green"),
        # What cannot be written exactly in binary must not tip over the edge: 3.3 less 10 % is 2.97.
        (2.97, "bigger", 3.3, "amber"),
        (3.63, "smaller", 3.3, "amber"),
    ],
)
def test_a_figure_against_a_fixed_target_within_ten_percent(value: float, better: str, target: float, mark: str) -> None:
    found = judge_by_rule(value, better, Resolved(kind="fixed", number=target), StatusRule(amber=10))
    assert (found.mark, found.rule) == (mark, "within_tolerance")


@pytest.mark.parametrize(("tolerance", "mark"), [(0, "red"), (5, "red"), (10, "amber"), (20, "amber")])
def test_the_board_sets_the_tolerance(tolerance: float, mark: str) -> None:
    assert judge_by_rule(67.5, "bigger", Resolved(kind="fixed", number=75), StatusRule(amber=tolerance)).mark == mark


@pytest.mark.parametrize(
    ("value", "better", "target", "mark", "because"),
    [
        (50.0, "bigger", Resolved(kind="none", number=None), "no_target", "the board has agreed no target"),
        (None, "bigger", Resolved(kind="none", number=None), "no_target", "the board has agreed no target"),
        (50.0, "monitor", Resolved(kind="none", number=None), "no_target", "the board has agreed no target"),
        (50.0, "bigger", Resolved(kind="monitor", number=None), "monitor", "the board agreed to watch it without a target"),
        (50.0, "monitor", Resolved(kind="fixed", number=75), "monitor", "neither high nor low is good"),
        (None, "bigger", Resolved(kind="fixed", number=75), "cannot_tell", "there is no figure for this period"),
        (50.0, "bigger", Resolved(kind="england", number=None, because="not loaded"), "cannot_tell", "not loaded"),
    ],
)
def test_without_something_to_hold_it_against_there_is_no_colour_and_a_reason(
    value: float | None, better: str, target: Resolved, mark: str, because: str
) -> None:
    found = judge_by_rule(value, better, target, StatusRule(amber=10))
    assert (found.mark, found.rule, found.because) == (mark, "", because)


@pytest.mark.parametrize("kind", ["england", "region", "neighbours"])
def test_a_comparator_that_is_known_is_a_target_like_any_other(kind: str) -> None:
    target = Resolved(kind=kind, number=20)  # type: ignore[arg-type]  # cases as text
    assert judge_by_rule(20, "smaller", target, StatusRule(amber=10)).mark == "green"


def by_rule(value: float, target: float, rule: StatusRule, better: str = "bigger", before: float | None = None) -> Status:
    return judge_by_rule(value, better, Resolved(kind="fixed", number=target), rule, before=before, interval=share(45, 60))


@pytest.mark.parametrize(
    ("value", "mark"), [(75, "green"), (74.9, "amber"), (72, "amber"), (71.9, "red"), (75.1, "green"), (0, "red")]
)
def test_within_so_many_points(value: float, mark: str) -> None:
    assert by_rule(value, 75, StatusRule(rule="within_points", amber=3)).mark == mark


@pytest.mark.parametrize(
    ("value", "mark"), [(75, "green"), (72, "green_amber"), (71.9, "red_amber"), (69, "red_amber"), (68, "red")]
)
def test_four_colours_where_the_board_uses_them(value: float, mark: str) -> None:
    assert by_rule(value, 75, StatusRule(rule="within_points", amber=3, four_colours=True)).mark == mark


@pytest.mark.parametrize(
    ("before", "value", "better", "mark", "because"),
    [
        # Target 100 from 0 (bigger is better), target 0 from 100 (smaller is better): the key's own edges.
        (0, 100, "bigger", "green", ""),
        (0, 99, "bigger", "green_amber", "99% of the improvement asked for"),
        (0, 80, "bigger", "green_amber", "80% of the improvement asked for"),
        (0, 79.9, "bigger", "red_amber", "80% of the improvement asked for"),
        (0, 65, "bigger", "red_amber", "65% of the improvement asked for"),
        (0, 64.9, "bigger", "red", "65% of the improvement asked for"),
        (0, -10, "bigger", "red", "-10% of the improvement asked for"),
        (None, 50, "bigger", "cannot_tell", "no figure before: improvement has nothing to be counted from"),
        (100, 50, "bigger", "cannot_tell", "the target is the figure before: no improvement was asked for"),
        (120, 50, "bigger", "cannot_tell", "the target is worse than the figure before: no improvement was asked for"),
        (200, 120, "smaller", "green_amber", "80% of the improvement asked for"),
        (200, 150, "smaller", "red", "50% of the improvement asked for"),
        (100, 150, "smaller", "cannot_tell", "the target is the figure before: no improvement was asked for"),
        (90, 150, "smaller", "cannot_tell", "the target is worse than the figure before: no improvement was asked for"),
    ],
)
def test_by_the_share_of_the_improvement_asked_for(
    before: float | None, value: float, better: str, mark: str, because: str
) -> None:
    found = by_rule(value, 100, StatusRule(rule="share_of_improvement", four_colours=True), better, before)
    assert (found.mark, found.because) == (mark, because)


@pytest.mark.parametrize(("value", "mark"), [(100, "green"), (80, "amber"), (65, "amber"), (64.9, "red")])
def test_with_three_colours_both_shares_of_improvement_between_are_amber(value: float, mark: str) -> None:
    assert by_rule(value, 100, StatusRule(rule="share_of_improvement"), before=0).mark == mark


@pytest.mark.parametrize(("target", "mark"), [(75, "green"), (76, "amber"), (84.2, "amber"), (84.3, "red")])
def test_beyond_chance(target: float, mark: str) -> None:
    """45 of 60 is 75 %, and chance could have made it anything from 62.8 to 84.2."""
    assert by_rule(75, target, StatusRule(rule="beyond_chance")).mark == mark


def test_a_target_on_the_end_of_the_interval_is_within_chance() -> None:
    found, rule = share(45, 60), StatusRule(rule="beyond_chance")
    assert by_rule(75, found.upper, rule).mark == "amber"
    assert by_rule(75, found.lower, rule, "smaller").mark == "amber"


def test_a_board_that_chose_nothing_has_ten_per_cent() -> None:
    assert StatusRule() == StatusRule(rule="within_tolerance", amber=10, four_colours=False)
    with pytest.raises(ValidationError):
        StatusRule(amber=-1)


def test_where_chance_cannot_be_told_the_rule_says_so() -> None:
    found = judge_by_rule(75, "bigger", Resolved(kind="fixed", number=80), StatusRule(rule="beyond_chance"))
    assert (found.mark, found.because) == ("cannot_tell", "chance cannot be told for this figure")


@pytest.mark.parametrize(("value", "mark"), [(20.1, "green"), (20, "amber"), (18, "amber"), (17.9, "red")])
def test_a_target_to_be_beaten_is_not_met_by_matching_it(value: float, mark: str) -> None:
    assert judge_by_rule(value, "bigger", Resolved(kind="england", number=20, strict=True), StatusRule(amber=10)).mark == mark


@pytest.mark.parametrize("better", ["bigger", "smaller", "monitor"])
@pytest.mark.parametrize(
    ("value", "mark"), [(9, "amber"), (8.9, "red"), (10, "green"), (12, "green"), (15, "green"), (16.5, "amber"), (16.6, "red")]
)
def test_a_range_is_met_inside_it_whichever_way_is_better(value: float, mark: str, better: str) -> None:
    assert (
        judge_by_rule(value, better, Resolved(kind="within", number=None, low=10, high=15), StatusRule(amber=10)).mark == mark
    )


@pytest.mark.parametrize(
    ("numbers", "mark"),
    [([20, 18], "green"), ([20, 21], "amber"), ([30, 21], "red"), ([18, None], "cannot_tell"), ([30, None], "red")],
)
def test_of_several_targets_the_worst_met_counts(numbers: list[float | None], mark: str) -> None:
    parts = tuple(Resolved(kind="england", number=each, because="" if each else "not loaded") for each in numbers)
    assert judge_by_rule(20, "bigger", Resolved(kind="all_of", number=None, parts=parts), StatusRule(amber=10)).mark == mark


@pytest.mark.parametrize(("rank", "mark"), [(None, "cannot_tell"), (12, "green"), (13, "amber"), (14, "amber"), (15, "red")])
def test_a_place_is_held_against_a_place_and_has_to_be_bettered(rank: float | None, mark: str) -> None:
    target = Resolved(kind="rank", number=13, is_rank=True, strict=True)
    found = judge_by_rule(20, "bigger", target, StatusRule(), rank=rank)
    assert found.mark == mark
    assert found.because == ("" if rank else "the target is a place among authorities, and the figure's own place is not known")
    parts = (Resolved(kind="fixed", number=18), target)
    assert judge_by_rule(20, "bigger", Resolved(kind="all_of", number=None, parts=parts), StatusRule(), rank=rank).mark == mark


@pytest.mark.parametrize(
    ("target", "firm"),
    [
        (Resolved(kind="fixed", number=62), "firm"),
        (Resolved(kind="fixed", number=70), "within_chance"),
        (Resolved(kind="fixed", number=85), "firm"),
        (Resolved(kind="within", number=None, low=50, high=70), "within_chance"),
        (Resolved(kind="england", number=None), "cannot_tell"),
        (Resolved(kind="rank", number=70, is_rank=True), "cannot_tell"),
        (Resolved(kind="all_of", number=None, parts=(Resolved(kind="fixed", number=70),)), "within_chance"),
    ],
)
def test_whether_a_mark_would_stand_against_chance(target: Resolved, firm: str) -> None:
    assert firmness(share(45, 60), target) == firm
    assert firmness(None, target) == "cannot_tell"


def test_an_override_needs_a_reason_and_changes_only_where_there_is_one() -> None:
    red = judge_by_rule(10, "bigger", Resolved(kind="fixed", number=75), StatusRule())
    given = {"because": "the school closed for a month", "by": "A Chair", "on": "2026-06-01"}
    found = overridden(red, Override.model_validate({"mark": "amber", **given}))
    assert found == Status(mark="amber", rule="override", because="the school closed for a month")
    assert overridden(red, None) == red
    for without in ("because", "by", "on"):
        with pytest.raises(ValidationError):
            Override.model_validate({"mark": "amber", **given, without: ""})
    with pytest.raises(ValidationError):
        Override.model_validate({"mark": "monitor", **given})


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"rule": "within_reason"}, "'within_reason' is not a rule of status. The rules are: within_tolerance, within_points"),
        ({"rule": "beyond_chance", "amber": 5}, "finds amber by itself: leave `amber` out"),
        ({"rule": "share_of_improvement", "amber": 5}, "finds amber by itself: leave `amber` out"),
        ({"rule": "beyond_chance", "four_colours": True}, "knows three colours"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_a_reason(chosen: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(said)):
        StatusRule.model_validate(chosen)


@pytest.mark.parametrize(
    ("mark", "better", "can_only_rise", "said"),
    [
        ("green", "bigger", True, "green"),
        ("amber", "bigger", True, "cannot_tell"),
        ("red", "bigger", True, "cannot_tell"),
        ("green", "smaller", True, "cannot_tell"),
        ("red", "smaller", True, "red"),
        ("green", "bigger", False, "cannot_tell"),
        ("red", "smaller", False, "cannot_tell"),
        ("no_target", "bigger", True, "no_target"),
        ("monitor", "smaller", False, "monitor"),
    ],
)
def test_a_provisional_figure_has_only_the_mark_that_no_later_case_can_undo(
    mark: Mark, better: str, can_only_rise: bool, said: str
) -> None:
    assert while_provisional(Status(mark=mark), better, can_only_rise=can_only_rise).mark == said
