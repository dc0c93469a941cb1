"""Counts are worked out when data is accepted, and kept: a page only reads them.

Kept counts always equal computed ones (a test holds them against each other): they are thrown away and made again whenever
a dataset that they read changes, or their definition, or the board's rules.
"""

import hashlib
from collections.abc import Sequence
from datetime import date

import duckdb
import pyarrow as pa

from metrics.board.held import board_on
from metrics.bundles.counting import counted_where_it_stands
from metrics.catalogue import Indicator, read_catalogue
from metrics.clock import now
from metrics.coverage import Coverage
from metrics.measure import datasets_read
from metrics.periods import Frequency, Period, periods_between
from metrics.standing import Received, not_replaced, received

KEPT_FREQUENCIES = (Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR)


def keep_counts(cursor: duckdb.DuckDBPyConnection, datasets: frozenset[str]) -> None:
    """Count and keep every indicator that reads one of these datasets."""
    _keep(cursor, [each for each in read_catalogue().values() if datasets & datasets_read(cursor, each)])


def keep_stale_counts(cursor: duckdb.DuckDBPyConnection) -> None:
    """Count again what was kept under another definition than today's, or never."""
    held = dict(cursor.execute("select indicator, definition from kept_as").fetchall())
    _keep(cursor, [each for each in read_catalogue().values() if held.get(each.id) != definition_of(each)])


def definition_of(indicator: Indicator) -> str:
    """A short mark of everything in a header and query that a count depends on."""
    text = f"{indicator.sql}|{indicator.timing}|{sorted(indicator.breakdowns)}|{indicator.statistic}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def covered_span(cursor: duckdb.DuckDBPyConnection, datasets: frozenset[str]) -> tuple[date, date] | None:
    """The first and the last day that any standing submission of the datasets covers."""
    return _span_of(not_replaced(received(cursor)), datasets)


def _span_of(standing: Sequence[Received], datasets: frozenset[str]) -> tuple[date, date] | None:
    of_these = [each for each in standing if each.dataset in datasets]
    if not of_these:
        return None
    return min(each.covers_from for each in of_these), max(each.covers_to for each in of_these)


def periods_of(
    standing: Sequence[Received], datasets: frozenset[str], calendars: Sequence[Frequency] = KEPT_FREQUENCIES
) -> list[Period]:
    """Every period that the submissions of the datasets reach into."""
    span = _span_of(standing, datasets)
    return [period for frequency in calendars for period in periods_between(*span, frequency)] if span else []


def _keep(cursor: duckdb.DuckDBPyConnection, indicators: Sequence[Indicator]) -> None:
    if not indicators:
        return
    _forget(cursor, indicators)
    submissions = received(cursor)
    standing, coverage = not_replaced(submissions), Coverage(board_on(cursor), submissions, now().date())
    tables: list[pa.Table] = []
    days: dict[tuple[str, str], Period] = {}
    for indicator in indicators:
        periods = periods_of(standing, datasets_read(cursor, indicator))
        if periods:
            counts = counted_where_it_stands(cursor, coverage, indicator, periods)
            tables.append(counts.append_column("indicator", pa.array([indicator.id] * counts.num_rows, pa.string())))
            days |= {(each.frequency, each.label): each for each in periods}
    if tables:
        _insert(cursor, pa.concat_tables(tables), list(days.values()))


def _forget(cursor: duckdb.DuckDBPyConnection, indicators: Sequence[Indicator]) -> None:
    """Throw away what was kept, and note under which definition it is to be kept."""
    ids = [each.id for each in indicators]
    for table in ("kept_counts", "kept_as"):
        cursor.execute(f"delete from {table} where list_contains(?, indicator)", [ids])
    cursor.execute("insert into kept_as select unnest(?), unnest(?)", [ids, [definition_of(each) for each in indicators]])


def _insert(cursor: duckdb.DuckDBPyConnection, counts: pa.Table, periods: Sequence[Period]) -> None:
    cursor.register("newly_counted", counts)
    cursor.register("kept_days", _days(periods))
    cursor.execute(
        "insert into kept_counts select counted.indicator, counted.frequency, counted.period, days.first_day, days.last_day, "
        "counted.group_by, counted.group_value, counted.numerator, counted.denominator, counted.families, "
        "counted.not_determinable "
        "from newly_counted as counted "
        "inner join kept_days as days on counted.frequency = days.frequency and counted.period = days.period"
    )
    cursor.unregister("newly_counted")
    cursor.unregister("kept_days")


def _days(periods: Sequence[Period]) -> pa.Table:
    return pa.table(
        {
            "frequency": [str(each.frequency) for each in periods],
            "period": [each.label for each in periods],
            "first_day": pa.array([each.first_day for each in periods], pa.date32()),
            "last_day": pa.array([each.last_day for each in periods], pa.date32()),
        }
    )
