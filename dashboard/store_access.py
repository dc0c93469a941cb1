"""The one store of this process. DuckDB lets one process open a file, and every session shares that."""

import os
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from metrics.datasets import contracts
from metrics.keeping import covered_span
from metrics.meetings import last_due_quarter
from metrics.periods import Frequency, Period, periods_between
from metrics.store import Store, StoreError

STORE_VARIABLE = "SCORECARD_STORE"
FREQUENCIES = (Frequency.QUARTER, Frequency.YEAR, Frequency.MONTH)


class Version(NamedTuple):
    """What a page's figures depend on: they are worked out again only when one of these has changed."""

    path: str
    submission: int | None
    board: int
    benchmarks_loaded_at: datetime | None
    schema: int
    signed_at: datetime | None


def the_store() -> Store:
    """The store named by SCORECARD_STORE, opened once. Raises StoreError with a sentence when it cannot be used."""
    path = os.environ.get(STORE_VARIABLE, "")
    if not path:
        raise StoreError("No store is named. Start the dashboard with: scorecard serve board.duckdb")
    return _opened(path)


@cache
def _opened(path: str) -> Store:
    return Store.open(Path(path))


def close_store() -> None:
    """Close the store when the server ends, so that the next program finds the file whole."""
    path = os.environ.get(STORE_VARIABLE, "")
    if path and _opened.cache_info().currsize:
        _opened(path).close()
        _opened.cache_clear()


def version_of(store: Store) -> Version:
    """The store's version now. Cheap: asked on every click."""
    return _version_at(store, store.changes)


@lru_cache(maxsize=4)
def _version_at(store: Store, changes: int) -> Version:  # noqa: ARG001 - part of the cache's key
    with store.cursor() as cursor:
        found = cursor.execute(
            "select (select max(submission_id) from submissions), (select max(version) from board_versions), "
            "(select max(loaded_at) from benchmark_values), (select max(version) from schema_versions), "
            "(select max(signed_at) from sign_offs)"
        ).fetchall()[0]
    return Version(str(store.path), *found)


def periods_held(store: Store, today: date) -> tuple[Period, ...]:
    """The newest quarter that is due, then the finished quarters, years and months that the data covers, newest first."""
    with store.cursor() as cursor:
        span = covered_span(cursor, frozenset(contracts()))
    last = last_due_quarter(store.board, today)
    if span is None:
        return (last,)
    until = max(span[1], last.last_day)
    found = {last.label: last}
    for frequency in FREQUENCIES:
        run = [each for each in periods_between(span[0], until, frequency) if each.last_day < today]
        found |= {each.label: each for each in reversed(run)}
    return tuple(found.values())
