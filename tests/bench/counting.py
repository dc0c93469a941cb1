"""What an indicator costs: against a bare scan of the columns that it reads, and for ten times the periods."""

import json
import re
import tempfile
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import duckdb

from metrics.catalogue import Indicator, read_catalogue
from metrics.measure import counted, datasets_read
from metrics.periods import Frequency, Period, periods_between
from metrics.store import Store
from tests.bench.tables import make_tables, without_families
from tests.bench.timing import Result, medians, result
from tests.conftest import BOARD

FIRST, LAST = date(2016, 4, 1), date(2026, 3, 31)
# Nothing that the columns' smallest and greatest values answer: a scan that is not made is no floor.
SUMMED = {
    "DATE": "sum({0} - date '2000-01-01')",
    "TIMESTAMP": "sum(epoch_us({0}))",
    "BOOLEAN": "count(*) filter ({0})",
    "ENUM": "sum(enum_code({0}))",
    "VARCHAR": "sum(strlen({0}))",
    "DATE[]": "sum(len({0}))",
    "UUID": "count(*) filter ({0} > '80000000-0000-0000-0000-000000000000'::uuid)",
}


def measure_counting(rows: int, rounds: int, families_too: bool, only: Collection[str] = ()) -> Iterator[Result]:
    """Every indicator over 120 months, first as the census fills the tables, then with a family on every row.

    `only` names the indicators to measure: the tables that they do not read are then not made.
    """
    chosen = [each for each in read_catalogue().values() if not only or each.id in only]
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "bench.duckdb", BOARD) as store:
        with store.cursor() as cursor:
            make_tables(cursor, rows, {dataset for each in chosen for dataset in datasets_read(cursor, each)})
        for families in (False, True) if families_too else (False,):
            with store.cursor() as cursor:
                if not families:
                    without_families(cursor)
                for indicator in chosen:
                    yield from _one(cursor, indicator, rows, rounds, families)


def _one(cursor: duckdb.DuckDBPyConnection, indicator: Indicator, rows: int, rounds: int, families: bool) -> Iterator[Result]:
    reads = columns_read(cursor, indicator)
    if families and not any("family_id" in columns for columns in reads.values()):
        return
    months = periods_between(FIRST, LAST, Frequency.MONTH)
    work = {
        "scan": partial(_scan, cursor, reads),
        "120": partial(counted, cursor, indicator, months),
        "1200": partial(counted, cursor, indicator, _short_periods()),
    }
    taken = medians(work, rounds)
    name = f"{rows:>10,} rows, {indicator.id}{', with families' if families else ''}"
    yield result(f"{name}: against a scan", taken, "120", "scan", 10)
    yield result(f"{name}: 1,200 periods against 120", taken, "1200", "120", 4 / 3)


def _short_periods() -> list[Period]:
    """The same years in 1,200 periods of three days."""
    starts = [FIRST + timedelta(days=3 * each) for each in range(1200)]
    return [Period(label=f"{each}", first_day=each, last_day=each + timedelta(days=2), frequency="month") for each in starts]


def columns_read(cursor: duckdb.DuckDBPyConnection, indicator: Indicator) -> dict[str, set[str]]:
    """Dataset -> the columns that the database reads of it to count the indicator, families included where there are any."""
    read: dict[str, set[str]] = {each: set() for each in datasets_read(cursor, indicator)}
    shown = [each for each in ("family_id",) if _has_families(cursor, indicator)]
    groups = [*indicator.breakdowns, *shown]
    wanted = [each for each in _columns(cursor, indicator.sql) if each in {*COUNTED, *groups}]
    plan = cursor.execute(
        f"explain (format json) select {', '.join(f'bit_xor(hash({each}))' for each in wanted)} from ({indicator.sql}) as cases"
    ).fetchall()[0][1]
    _gather(json.loads(plan)[0], read)
    return read


COUNTED = ("counts_on", "counts_from", "counts_until", "numerator", "numerator_from", "denominator")


def _columns(cursor: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    return [name for name, *_ in cursor.execute(f"describe {sql}").fetchall()]


def _has_families(cursor: duckdb.DuckDBPyConnection, indicator: Indicator) -> bool:
    if "family_id" not in _columns(cursor, indicator.sql):
        return False
    return bool(cursor.execute(f"select 1 from ({indicator.sql}) as c where family_id is not null limit 1").fetchall())


def _gather(node: dict[str, object], read: dict[str, set[str]]) -> None:
    info = node.get("extra_info", {})
    if isinstance(info, dict) and "Table" in info:
        dataset = str(info["Table"]).split(".")[-1].strip('"')
        names = info.get("Projections", [])
        read[dataset].update([names] if isinstance(names, str) else names)
        known = re.findall(r"[a-z_]+", str(info.get("Filters", "")))
        read[dataset].update(known)
    for child in node.get("children", []):  # type: ignore[attr-defined]
        _gather(child, read)


def _scan(cursor: duckdb.DuckDBPyConnection, reads: dict[str, set[str]]) -> None:
    store = cursor.execute("select current_database()").fetchall()[0][0]
    for dataset, columns in reads.items():
        kinds = {name: kind for name, kind, *_ in cursor.execute(f"describe {store}.main.{dataset}").fetchall()}
        sums = [SUMMED.get(kinds[each].partition("(")[0], "sum({0})").format(each) for each in sorted(columns & set(kinds))]
        cursor.execute(f"select {', '.join(sums) or 'count(*)'} from {store}.main.{dataset}").fetchall()
