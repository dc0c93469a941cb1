"""Red, amber or green: the decision table of the rule."""

import pytest

from metrics.judge.status import RULE, judge_status
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
    found = judge_status(value, better, Resolved(kind="fixed", number=target), 10)
    assert (found.mark, found.rule) == (mark, RULE)


@pytest.mark.parametrize(("tolerance", "mark"), [(0, "red"), (5, "red"), (10, "amber"), (20, "amber")])
def test_the_board_sets_the_tolerance(tolerance: float, mark: str) -> None:
    assert judge_status(67.5, "bigger", Resolved(kind="fixed", number=75), tolerance).mark == mark


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
    found = judge_status(value, better, target, 10)
    assert (found.mark, found.rule, found.because) == (mark, "", because)


@pytest.mark.parametrize("kind", ["england", "region", "neighbours"])
def test_a_comparator_that_is_known_is_a_target_like_any_other(kind: str) -> None:
    target = Resolved(kind=kind, number=20)  # type: ignore[arg-type]  # cases as text
    assert judge_status(20, "smaller", target, 10).mark == "green"
