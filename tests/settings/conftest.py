"""A small store with a meeting to come, whose settings a test may change."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from metrics.store import Store, key_path
from tests.meetings.histories import HELD, PLANS, TARGET, deliver, new_history

MADE, SENT = "2025-02-01T09:00", datetime(2025, 2, 3, 9)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four plans, a target of 32 per cent, meetings in 2025. It is made on 1 February 2025."""
    folder = tmp_path_factory.mktemp("settings")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCORECARD_NOW", MADE)
        with new_history(folder, f"{HELD}{TARGET.format('32')}") as store:
            deliver(store, 1, SENT, PLANS)
    return folder / "history.duckdb"


@pytest.fixture
def small(pristine: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of that store."""
    path = tmp_path / pristine.name
    shutil.copy(pristine, path)
    shutil.copy(key_path(pristine), key_path(path))
    with Store.open(path) as store:
        yield store
