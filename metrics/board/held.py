"""The board's choices as a store holds them: the version of its board file that is in force, or was at a moment."""

from datetime import datetime

import duckdb

from metrics.board import Board, read_board

NO_BOARD = 'name = ""\nagencies = []\n[area]\ncode = ""\nname = ""\n'


def board_text_on(cursor: duckdb.DuckDBPyConnection, known_at: datetime | None = None) -> str:
    """The board file that is in force, or was at a moment: before the first was set, the first.

    An empty board in a store that is only being made.
    """
    rows = cursor.execute(
        "select content from board_versions where version = 1 or set_at <= coalesce(?, set_at) order by version desc limit 1",
        [known_at],
    ).fetchall()
    return str(rows[0][0]) if rows else NO_BOARD


def board_on(cursor: duckdb.DuckDBPyConnection, known_at: datetime | None = None) -> Board:
    """The board's choices as they are, or were at a moment."""
    return read_board(board_text_on(cursor, known_at))
