"""Spec: a program that is killed at any moment loses no acknowledged delivery and leaves no half of one."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from metrics.store import Store
from tests.conftest import BOARD, ROOT

ROWS = 60
KILLED = 8
ACCEPTING = f"""
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from metrics.store import Store
from tests.store.deliveries import plans_delivery
with Store.open(Path(sys.argv[1])) as store:
    for number in range(10_000):
        content = f"{{sys.argv[2]}}-{{number}}"
        plans = [(f"c{{each}}", date(2024, 5, 1), None) for each in range({ROWS})]
        received = datetime(2025, 6, 1) + timedelta(days=int(sys.argv[2]), seconds=number)
        print("accepting", flush=True)
        store.accept(plans_delivery(content, received, (date(2025, 3, 1), date(2025, 3, 31)), plans))
        print(content, flush=True)
"""


@pytest.mark.slow
def test_killed_at_random_moments_the_store_holds_whole_deliveries_and_every_acknowledged_one(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    Store.create(path, BOARD).close()
    rng = random.Random(11)
    acknowledged: list[str] = []
    for turn in range(KILLED):
        acknowledged += _accept_until_killed(path, turn, rng.uniform(0.0, 0.5), accepted=turn % 2)
        _look(path, acknowledged)
    assert acknowledged


def _accept_until_killed(path: Path, turn: int, seconds: float, accepted: int) -> list[str]:
    """Kill a process that accepts one delivery after the other, so long after so many have been acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", ACCEPTING, str(path), str(turn)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as working:
        assert working.stdout is not None
        assert working.stdout.readline() == "accepting\n"
        lines = [working.stdout.readline().strip() for _ in range(2 * accepted)]
        time.sleep(seconds)
        working.kill()
        lines += working.stdout.read().splitlines()
    return [each for each in lines if each.startswith(f"{turn}-")]


def _look(path: Path, acknowledged: list[str]) -> None:
    with Store.open(path) as store, store.cursor() as cursor:
        held = cursor.execute(
            "select submissions.content_hash, submissions.rows_kept, count(rows.row_number) from submissions "
            "left join received_cp_plans as rows on submissions.submission_id = rows.submission_id group by all"
        ).fetchall()
        strays = cursor.execute(
            "select count(*) from received_cp_plans where submission_id not in (select submission_id from submissions)"
        ).fetchall()[0][0]
        standing = cursor.execute("select count(*) from cp_plans").fetchall()[0][0]
    assert strays == 0
    assert all(kept == found == ROWS for _, kept, found in held)
    assert set(acknowledged) <= {content for content, _, _ in held}
    assert standing == (ROWS if held else 0)
