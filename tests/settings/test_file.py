"""A board's settings written as a file and read again are the same settings."""

import pytest
from hypothesis import HealthCheck, given, settings

from metrics.board import Board, read_board
from metrics.board_settings.changes import changes_between
from metrics.board_settings.file import board_toml
from tests.settings.boards import BOARDS, TEXTS


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BOARDS)
def test_reading_what_was_written_changes_nothing(board: Board) -> None:
    text = board_toml(board)
    assert read_board(text) == board
    assert changes_between(board, read_board(text)) == ()
    assert board_toml(read_board(text)) == text


@pytest.mark.parametrize("name", list(TEXTS))
def test_so_it_is_with_every_board_at_hand(name: str) -> None:
    board = read_board(TEXTS[name])
    assert read_board(board_toml(board)) == board
    assert changes_between(board, read_board(board_toml(board))) == ()


def test_the_rules_and_the_clock_are_written_out_though_nobody_chose_them() -> None:
    text = board_toml(read_board(TEXTS["tests"]))
    for line in ("clear_days = 5", 'two_years = "dfe_more_than_729_days"', 'rule = "within_tolerance"', "amber = 10"):
        assert line in text


def test_a_comment_is_not_kept_and_the_file_says_so() -> None:
    text = board_toml(read_board(TEXTS["sample"]))
    assert "it has no analyst" not in text
    assert text.startswith(
        "# The settings of the board, as the scorecard holds them. Comments of a file that was read in are not kept."
    )
