"""Spec: what earlier first figures say of how far a provisional one may still move."""

import pytest

from metrics.judge.restatement import moves


def test_the_band_reaches_as_far_as_first_figures_moved_down_and_up() -> None:
    found = moves([(100, 104), (50, 50), (200, 190), (80, 80)], "count")
    assert found is not None
    assert (found.periods, found.moved, found.down, found.up) == (4, 2, pytest.approx(-0.05), pytest.approx(0.04))
    assert found.band(60) == (pytest.approx(57), pytest.approx(62.4))


def test_a_share_moves_in_points_and_stays_between_nought_and_a_hundred() -> None:
    found = moves([(60, 62), (70, 67), (80, 80), (90, 90.5)], "percent")
    assert found is not None
    assert found.in_points
    assert found.band(50) == (47, 52)
    assert found.band(99) == (96, 100)
    assert found.band(1) == (0, 3)


def test_what_only_ever_grew_is_not_expected_to_shrink() -> None:
    found = moves([(10, 11), (10, 12), (10, 11), (10, 13)], "count")
    assert found is not None
    assert found.band(100) == (100, pytest.approx(130))


def test_figures_that_never_moved_make_no_band() -> None:
    found = moves([(10, 10)] * 4, "count")
    assert found is not None
    assert (found.moved, found.band(10)) == (0, (10, 10))


@pytest.mark.parametrize("pairs", [[], [(10, 11)] * 2, [(0, 2), (10, 11), (10, 11)]])
def test_fewer_than_three_first_figures_say_nothing(pairs: list[tuple[float, float]]) -> None:
    """A number that was nought has no part that it could move by."""
    assert moves(pairs, "count") is None


def test_a_share_of_nought_counts() -> None:
    assert moves([(0, 2), (10, 11), (10, 11)], "percent") is not None
