"""Spec: a program that is killed at any moment loses no file that it said was taken, and leaves no half of one.

A few moments here; `python -m tests.killing` tries as many as one has time for.
"""

from datetime import datetime
from pathlib import Path

import pytest

from metrics.intake import read_delivery
from metrics.store import Store
from tests.conftest import BOARD
from tests.killing import census_of, killed, wrong_with

KILLED = 6


@pytest.mark.slow
def test_killed_at_random_moments_the_store_holds_whole_files_and_every_one_that_was_said_to_be_taken(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    Store.create(path, BOARD).close()
    found = list(killed(path, KILLED))
    assert [wrong for _, wrong in found] == [""] * KILLED


@pytest.mark.slow
@pytest.mark.parametrize(
    ("done", "wrong"),
    [
        ("delete from submissions where dataset = 'cp_plans'", "in part"),
        (
            "delete from received_cp_plans where child_id in (select min(child_id) from cp_plans)",
            "not as many as it says",
        ),
        ("delete from cp_plans", "not what the rows say"),
        ("delete from kept_counts", "not what the rows say"),
    ],
)
def test_a_store_that_lacks_something_is_noticed(tmp_path: Path, done: str, wrong: str) -> None:
    path = tmp_path / "board.duckdb"
    with Store.create(path, BOARD) as store:
        read = read_delivery(
            census_of(5, "c"), agency="council", board=store.board, key=store.key, received_at=datetime(2026, 6, 1)
        )
        store.accept(read)
    assert wrong_with(path, {read.content_hash}) == ""
    with Store.open(path) as store, store.cursor() as cursor:
        cursor.execute(done)
    assert wrong in wrong_with(path, {read.content_hash})


def test_a_file_that_is_not_there_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    Store.create(path, BOARD).close()
    assert "lost" in wrong_with(path, {"the hash of a file"})
