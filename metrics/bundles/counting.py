"""Counts from where they stand: the records that the store holds, the bundles that agencies prepared, or both added."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import duckdb
import pyarrow as pa

from metrics.catalogue import Indicator
from metrics.coverage import Coverage
from metrics.measure import COUNTS, counted, datasets_read
from metrics.periods import Period
from metrics.standing import stand

SUMMED = (
    "select frequency, period, group_by, group_value, sum(numerator)::double as numerator, "
    "sum(denominator)::double as denominator, {families} as families, sum(not_determinable)::bigint as not_determinable "
    "from {parts} group by all"
)
"""Families are not added: one may be known to both agencies."""
OF_A_BUNDLE = (
    f"select {', '.join(COUNTS)} from prepared_counts where bundle = ? and indicator = ? "
    "and list_contains(?, period) and (group_by is null or list_contains(?, group_by))"
)


def counted_where_it_stands(
    cursor: duckdb.DuckDBPyConnection,
    coverage: Coverage,
    indicator: Indicator,
    periods: Sequence[Period],
    breakdowns: Sequence[str] | None = None,
    known_at: datetime | None = None,
) -> pa.Table:
    """The counts of an indicator in every period, as `measure.counted`, from the sources that stand for each."""
    if not coverage.has_bundles:
        return counted(cursor, indicator, periods, breakdowns)
    datasets = datasets_read(cursor, indicator)
    alike: dict[tuple[tuple[str, str], ...], list[Period]] = {}
    for period in periods:
        standing = coverage.standing(indicator, datasets, period).bundles
        alike.setdefault(tuple(sorted(standing.items())), []).append(period)
    groups = tuple(indicator.breakdowns) if breakdowns is None else tuple(breakdowns)
    senders = {agency.id for dataset in datasets for agency in coverage.senders(dataset)}
    tables = []
    for bundles, some in alike.items():
        parts = [_of_bundle(cursor, bundle, indicator, some, groups) for _, bundle in bundles]
        if not bundles or senders > {agency for agency, _ in bundles}:
            with without(cursor, sorted(datasets), [agency for agency, _ in bundles], known_at):
                parts.append(counted(cursor, indicator, some, groups))
        tables.append(parts[0] if len(parts) == 1 else _added(cursor, pa.concat_tables(parts)))
    return pa.concat_tables(tables)


def _of_bundle(
    cursor: duckdb.DuckDBPyConnection, bundle: str, indicator: Indicator, periods: Sequence[Period], groups: Sequence[str]
) -> pa.Table:
    labels = [each.label for each in periods]
    table: pa.Table = cursor.sql(OF_A_BUNDLE, params=[bundle, indicator.id, labels, list(groups)]).to_arrow_table()
    return table


def _added(cursor: duckdb.DuckDBPyConnection, parts: pa.Table) -> pa.Table:
    cursor.register("parts", parts)
    table: pa.Table = cursor.sql(SUMMED.format(parts="parts", families="null::bigint")).to_arrow_table()
    cursor.unregister("parts")
    return table


@contextmanager
def without(
    cursor: duckdb.DuckDBPyConnection, datasets: Sequence[str], agencies: Sequence[str], known_at: datetime | None = None
) -> Iterator[None]:
    """Let this cursor see what stands of datasets without the records of some agencies, for a while."""
    if not agencies:
        yield
        return
    aside = {each for (each,) in cursor.execute("select table_name from duckdb_tables() where temporary").fetchall()}
    for each in datasets:
        if each in aside:
            cursor.execute(f"create or replace temporary table whole_{each} as from {each}")
        stand(cursor, each, known_at, aside=True, without=agencies)
    try:
        yield
    finally:
        for each in datasets:
            cursor.execute(f"drop table temp.{each}")
            if each in aside:
                cursor.execute(f"create temporary table {each} as from whole_{each}")
                cursor.execute(f"drop table temp.whole_{each}")
