"""What a page pays for the figures of the whole scorecard: reading what was kept, against counting them."""

import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from metrics.catalogue import read_catalogue
from metrics.datasets import contracts
from metrics.figures import figures_on
from metrics.keeping import keep_counts
from metrics.measure import count
from metrics.periods import Frequency, periods_between
from metrics.store import Store
from tests.bench.counting import FIRST, LAST
from tests.bench.tables import make_tables
from tests.bench.timing import Result, medians, result
from tests.conftest import BOARD

RECEIVED = datetime(2026, 4, 1)


def measure_reading(rows: int, rounds: int) -> Iterator[Result]:
    """Every indicator for thirteen quarters, as the scorecard shows them, families included."""
    quarters = periods_between(date(2023, 1, 1), LAST, Frequency.QUARTER)
    indicators = list(read_catalogue().values())
    with tempfile.TemporaryDirectory() as name, Store.create(Path(name) / "b.duckdb", BOARD) as store, store.cursor() as cursor:
        make_tables(cursor, rows, contracts())
        for dataset in contracts():
            cursor.execute(
                "insert into submissions (agency, dataset, supplied, covers_from, covers_to, as_at, received_at, "
                "received_by, format, content_hash, rows_read, rows_kept, rows_blocked, errors, warnings, checks) "
                "values ('council', ?, true, ?, ?, ?, ?, '', 'csv', ?, 0, 0, 0, 0, 0, '{}')",
                [dataset, FIRST, LAST, LAST, RECEIVED, dataset],
            )
        keep_counts(cursor, frozenset(contracts()))
        work = {
            "count": lambda: [count(cursor, each, quarters, []) for each in indicators],
            "read": lambda: figures_on(cursor, indicators, quarters, today=LAST),
        }
        taken = medians(work, rounds)
    yield result(f"{rows:>10,} rows, the whole scorecard read as kept, against counting it", taken, "read", "count", 1 / 20)
