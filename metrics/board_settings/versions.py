"""Every version of a board's settings, in the order of setting: who set it, when, why, and what it changed. Only added to."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

import duckdb

from metrics.board import Board, read_board
from metrics.board.held import board_text_on
from metrics.board_settings.changes import Change, changes_between
from metrics.catalogue import read_catalogue
from metrics.clock import now
from metrics.frozen import Frozen
from metrics.keeping import keep_stale_counts
from metrics.settings import DEFINED, define_settings


class SetBy(NamedTuple):
    """Who sets a version, in which role, and why; when, unless it is now."""

    by: str = ""
    because: str = ""
    at: datetime | None = None


NOBODY = SetBy()
"""Of the board file that a store is made with."""


class BoardVersion(Frozen):
    """One version. The first changed nothing: it is the board file that the store was made with."""

    version: int
    set_at: datetime
    set_by: str
    because: str
    changes: tuple[Change, ...] = ()


def newest_version(cursor: duckdb.DuckDBPyConnection) -> int:
    """The number of the version in force; 0 in a store that is only being made."""
    return int(cursor.execute("select coalesce(max(version), 0) from board_versions").fetchall()[0][0])


def keep_board(cursor: duckdb.DuckDBPyConnection, text: str, said: SetBy) -> int:
    """Keep a board file as the next version, on a cursor in a transaction, and count again what it counts differently.

    Kept counts depend on the rules, and on who sends what: that says where a figure is counted. All else is worked out from
    them when it is read. Returns the version's number.
    """
    before, after = read_board(board_text_on(cursor)), read_board(text)
    version = newest_version(cursor) + 1
    row = [version, said.at or now(), said.by, said.because, text]
    cursor.execute("insert into board_versions values (?, ?, ?, ?, ?)", row)
    if version > 1:
        _keep_changes(cursor, version, before, after)
    define_settings(cursor, after.settings)
    if before.settings.two_years != after.settings.two_years:
        chosen_by = [each.id for each in read_catalogue().values() if DEFINED in each.sql]
        cursor.execute("delete from kept_as where list_contains(?, indicator)", [chosen_by])
        keep_stale_counts(cursor)
    if _senders(before) != _senders(after) and _has_bundles(cursor):
        cursor.execute("delete from kept_as")
        keep_stale_counts(cursor)
    return version


def _senders(board: Board) -> list[tuple[object, ...]]:
    """Who sends what: where an agency prepares its counts, it says where a figure is counted."""
    return [(each.id, each.sends, each.not_recorded) for each in board.agencies]


def _has_bundles(cursor: duckdb.DuckDBPyConnection) -> bool:
    return bool(cursor.execute("select 1 from submissions where bundle <> '' limit 1").fetchall())


def history_on(cursor: duckdb.DuckDBPyConnection) -> tuple[BoardVersion, ...]:
    """Every version with what it changed, the newest first."""
    rows = cursor.execute("select version, set_at, set_by, because from board_versions order by version desc").fetchall()
    changes = dict(_changes(cursor))
    names = list(BoardVersion.model_fields)[:4]
    return tuple(BoardVersion(**dict(zip(names, row, strict=True)), changes=changes.get(row[0], ())) for row in rows)


def _keep_changes(cursor: duckdb.DuckDBPyConnection, version: int, before: Board, after: Board) -> None:
    found = changes_between(before, after)
    rows = [[version, number, *each.model_dump().values()] for number, each in enumerate(found, start=1)]
    if rows:
        cursor.executemany("insert into setting_changes values (?, ?, ?, ?, ?, ?)", rows)


def _changes(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[int, tuple[Change, ...]]]:
    rows = cursor.execute("select version, place, what, old, new from setting_changes order by version, number").fetchall()
    for version, group in groupby(rows, key=lambda row: row[0]):
        yield version, tuple(Change(place=place, what=what, old=old, new=new) for _, place, what, old, new in group)
