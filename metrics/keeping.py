"""Counts are worked out when data is accepted, and kept: a page only reads them.

Kept counts always equal computed ones (a test holds them against each other): they are thrown away and made again whenever
a dataset that they read changes, or their definition, or the board's rules.
"""

import hashlib
from collections.abc import Sequence
from datetime import date

import duckdb
import pyarrow as pa

from metrics.catalogue import Indicator, read_catalogue
from metrics.measure import counted, datasets_read
from metrics.periods import Frequency, Period, periods_between
from metrics.standing import not_replaced, received

KEPT_FREQUENCIES = (Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR)


def keep_counts(cursor: duckdb.DuckDBPyConnection, datasets: frozenset[str]) -> None:
    """Count and keep every indicator that reads one of these datasets."""
    for indicator in read_catalogue().values():
        if datasets & datasets_read(cursor, indicator):
            _keep(cursor, indicator)


def keep_stale_counts(cursor: duckdb.DuckDBPyConnection) -> None:
    """Count again what was kept under another definition than today's, or never."""
    held = dict(cursor.execute("select indicator, definition from kept_as").fetchall())
    for indicator in read_catalogue().values():
        if held.get(indicator.id) != definition_of(indicator):
            _keep(cursor, indicator)


def definition_of(indicator: Indicator) -> str:
    """A short mark of everything in a header and query that a count depends on."""
    text = f"{indicator.sql}|{indicator.timing}|{sorted(indicator.breakdowns)}|{indicator.statistic}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def kept_periods(cursor: duckdb.DuckDBPyConnection, datasets: frozenset[str]) -> list[Period]:
    """The periods of every kept calendar with a day that the datasets' submissions cover."""
    span = covered_span(cursor, datasets)
    if span is None:
        return []
    return [period for frequency in KEPT_FREQUENCIES for period in periods_between(*span, frequency)]


def covered_span(cursor: duckdb.DuckDBPyConnection, datasets: frozenset[str]) -> tuple[date, date] | None:
    """The first and the last day that any standing submission of the datasets covers."""
    standing = [each for each in not_replaced(received(cursor)) if each.dataset in datasets]
    if not standing:
        return None
    return min(each.covers_from for each in standing), max(each.covers_to for each in standing)


def _keep(cursor: duckdb.DuckDBPyConnection, indicator: Indicator) -> None:
    cursor.execute("delete from kept_counts where indicator = ?", [indicator.id])
    cursor.execute("delete from kept_as where indicator = ?", [indicator.id])
    cursor.execute("insert into kept_as values (?, ?)", [indicator.id, definition_of(indicator)])
    periods = kept_periods(cursor, datasets_read(cursor, indicator))
    if not periods:
        return
    cursor.register("newly_counted", counted(cursor, indicator, periods))
    cursor.register("kept_days", _days(periods))
    cursor.execute(
        "insert into kept_counts select ?, counted.frequency, counted.period, days.first_day, days.last_day, "
        "counted.group_by, counted.group_value, counted.numerator, counted.denominator, counted.families "
        "from newly_counted as counted "
        "inner join kept_days as days on counted.frequency = days.frequency and counted.period = days.period",
        [indicator.id],
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
