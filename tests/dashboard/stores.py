"""Stores that the screens are tried on: the whole sample, one agency's single file, and nothing yet. Each is made once."""

import atexit
import os
import shutil
import tempfile
import time
from datetime import date, datetime
from functools import cache
from pathlib import Path

from metrics.intake import read_delivery
from metrics.store import Store, key_path
from sample_data.load import make_sample_store
from tests.conftest import BOARD, SHARED_BY_PROCESSES, csv_of

PERIOD = "2026/27 Q2"
"""The last quarter of the sample: tests name it, so that they say the same in later years."""
PLANS = """
child_id | start_date | end_date
<b>C1</b> | 2023-05-01 |
C2 | 2026-05-01 |
C3 | 2026-06-01 | 2026-09-10
"""


PATIENCE = 900  # seconds


@cache
def sample_store() -> Path:
    """The sample partnership, for this process alone. The first process of a run makes it, the others copy it."""
    if SHARED_BY_PROCESSES not in os.environ:
        return _made(_folder())
    shared = Path(os.environ[SHARED_BY_PROCESSES]) / "sample"
    try:
        shared.mkdir()
    except FileExistsError:
        return copy_of(_awaited(shared / "sample.duckdb"), _folder())
    made = _made(_folder())
    copied = copy_of(made, shared / "half")
    key_path(copied).rename(key_path(shared / copied.name))
    copied.rename(shared / copied.name)  # in one step: who waits for it never sees half of it
    return made


def _made(folder: Path) -> Path:
    path = folder / "sample.duckdb"
    make_sample_store(path).close()
    return path


def _awaited(file: Path) -> Path:
    until = time.monotonic() + PATIENCE
    while not file.exists():
        if time.monotonic() > until:
            raise RuntimeError("Another process of the tests was to make the sample partnership, and has not.")
        time.sleep(0.2)
    return file


@cache
def partial_store() -> Path:
    """One file of child protection plans, and nothing else. The board's name would be markup if it were not escaped."""
    path = _folder() / "partial.duckdb"
    with Store.create(path, BOARD.replace("Testbridge Safeguarding", "Testbridge <i>& Hill</i> Safeguarding")) as store:
        delivery = read_delivery(
            csv_of("cp_plans", PLANS),
            agency="council",
            board=store.board,
            key=store.key,
            dataset="cp_plans",
            covers_from=date(2023, 4, 1),
            as_at=date(2026, 9, 30),
            received_at=datetime(2026, 10, 20),
        )
        store.accept(delivery)
    return path


@cache
def empty_store() -> Path:
    path = _folder() / "empty.duckdb"
    Store.create(path, BOARD).close()
    return path


def copy_of(store: Path, folder: Path) -> Path:
    """A copy for another process: only one can hold a store open."""
    folder.mkdir(exist_ok=True)
    copied = folder / store.name
    shutil.copy(store, copied)
    shutil.copy(key_path(store), key_path(copied))
    return copied


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="scorecard-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
