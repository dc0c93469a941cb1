"""Cases to counts: the one shared query that places every indicator's cases in time and adds them up.

An indicator's SQL lists cases with these columns (those it needs, in any order):

    case_id                     one row for each case
    child_id, family_id         whom it is about, where known
    counts_on                   the day it happened (in_period, rolling_year)
    counts_from, counts_until   it counts from this day until the day before that one (as_at); until null: it goes on
    numerator                   true or false, or an amount; left out: every case counts
    numerator_from              it is in the numerator from this day on (as_at)
    denominator                 an amount; left out: 1
    not_determinable            true where the data held cannot tell: in neither part of the figure, and counted apart
    counted_as                  who or what is counted, each once in a period however many cases it has (a count or a rate)
    any column that the header names under `breakdowns`

Each case becomes a few changes on days. Changes are summed by day first (by month, where every period is of whole months), then
one running sum answers every period of every calendar: the cost hardly grows with the number of periods.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from metrics.catalogue import Indicator
from metrics.counting.changes import Sums, changes_query
from metrics.counting.families import Cases, count_families
from metrics.counting.medians import medians
from metrics.counting.running import counts_of
from metrics.counting.shape import REAL, Shape, in_period_and_numerator, shape_of
from metrics.periods import ONE_DAY, Period

if TYPE_CHECKING:
    import pandas as pd

COUNTS = ["frequency", "period", "group_by", "group_value", "numerator", "denominator", "families", "not_determinable"]
"""The columns of a frame of counts. `group_by` and `group_value` are null on the row for all cases."""


_TABLES: dict[str, frozenset[str]] = {}


def datasets_read(cursor: duckdb.DuckDBPyConnection, indicator: Indicator) -> frozenset[str]:
    """The tables that the query reads: what must have been sent before it can be answered."""
    if indicator.sql not in _TABLES:  # only the text is looked at, so the answer holds for every store
        _TABLES[indicator.sql] = frozenset(cursor.get_table_names(indicator.sql))
    return _TABLES[indicator.sql]


def count(
    cursor: duckdb.DuckDBPyConnection,
    indicator: Indicator,
    periods: Sequence[Period],
    breakdowns: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Count an indicator's cases in every period: a long frame with the columns COUNTS. As `counted`."""
    frame: pd.DataFrame = counted(cursor, indicator, periods, breakdowns).to_pandas()
    return frame


def counted(
    cursor: duckdb.DuckDBPyConnection,
    indicator: Indicator,
    periods: Sequence[Period],
    breakdowns: Sequence[str] | None = None,
) -> pa.Table:
    """The same as an Arrow table, which the database gives and takes without a copy.

    One row for each period for all cases, and one for each value of each breakdown (all the header's, unless
    `breakdowns` names some) that has a case at any time. Numerator and denominator are sums, 0 where there is nothing;
    families null where no family is known, and not_determinable where every case can be judged.
    """
    whole, shape = indicator, shape_of(cursor, indicator)
    indicator = _where(whole, "not coalesce(not_determinable, false)") if shape.has("not_determinable") else whole
    groups = tuple(indicator.breakdowns) if breakdowns is None else tuple(breakdowns)
    asked = _asked(indicator, periods)
    sums = Sums(groups, all(each.is_whole_months for each in periods), indicator.crossed)
    cursor.register("asked_periods", asked)
    try:
        parts = {"counts": _summed(cursor, indicator, shape, sums, asked)}
        parts |= _beyond_sums(cursor, indicator, shape, asked, groups)
        if shape.has("not_determinable"):
            parts["apart"] = _summed(cursor, _where(whole, "not_determinable"), shape.of_cases(), sums, asked)
    finally:
        cursor.unregister("asked_periods")
    return _put_together(cursor, parts)


def _summed(cursor: duckdb.DuckDBPyConnection, indicator: Indicator, shape: Shape, sums: Sums, asked: pa.Table) -> pa.Table:
    changes = cursor.sql(changes_query(indicator, shape, sums)).to_arrow_table()
    return counts_of(changes, asked, flows=shape.has("counts_on"))


def _where(indicator: Indicator, condition: str) -> Indicator:
    """The indicator with those of its cases for which a condition holds."""
    return indicator.model_copy(update={"sql": f"select * from (\n{indicator.sql}\n) as every_case where {condition}"})


def _beyond_sums(
    cursor: duckdb.DuckDBPyConnection, indicator: Indicator, shape: Shape, asked: pa.Table, groups: Sequence[str]
) -> dict[str, pa.Table]:
    """What cannot be had by adding up: families, what is counted once, the middle one."""
    parts = {}
    if _families_known(cursor, indicator, shape):
        parts["families"] = count_families(cursor, _numerator_cases(indicator, shape), asked, groups)
    if shape.has("counted_as"):
        cases = _numerator_cases(indicator, shape).model_copy(update={"counted": "counted_as"})
        parts["each_once"] = count_families(cursor, cases, asked, groups)
    if indicator.statistic == "median":
        parts["medians"] = medians(cursor, indicator, asked, groups)
    return parts


def _put_together(cursor: duckdb.DuckDBPyConnection, parts: dict[str, pa.Table]) -> pa.Table:
    """The counts, each row with what the other parts say of its period and group."""
    if len(parts) == 1:
        counts = parts["counts"]
        nothing = pa.nulls(counts.num_rows, pa.int64())
        return counts.append_column("families", nothing).append_column("not_determinable", nothing)
    numerator, denominator = "counts.numerator", "counts.denominator"
    if "each_once" in parts:
        numerator = denominator = "coalesce(each_once.families, 0)::double"
    if "medians" in parts:
        numerator = "coalesce(medians.numerator, 0)"
    families = "coalesce(families.families, 0)::bigint" if "families" in parts else "null::bigint"
    apart = "coalesce(apart.denominator, 0)::bigint" if "apart" in parts else "null::bigint"
    joins = " ".join(f"left join {part} on {_same_row(part)}" for part in parts if part != "counts")
    for name, part in parts.items():
        cursor.register(name, part)
    query = (
        f"select {', '.join(f'counts.{each}' for each in COUNTS[:4])}, "
        f"{numerator} as numerator, {denominator} as denominator, {families} as families, {apart} as not_determinable "
        f"from counts {joins}"
    )
    table: pa.Table = cursor.sql(query).to_arrow_table()
    for name in parts:
        cursor.unregister(name)
    return table


def _same_row(part: str) -> str:
    return " and ".join(f"counts.{each} is not distinct from {part}.{each}" for each in COUNTS[:4])


def _asked(indicator: Indicator, periods: Sequence[Period]) -> pa.Table:
    """The periods as a table. `day_before` is the day before the counting window."""
    rolling = indicator.timing == "rolling_year"
    starts = [each.year_window_start if rolling else each.first_day for each in periods]
    return pa.table(
        {
            "frequency": pa.array([each.frequency for each in periods], pa.string()),
            "period": pa.array([each.label for each in periods], pa.string()),
            "first_day": pa.array([each.first_day for each in periods], pa.date32()),
            "last_day": pa.array([each.last_day for each in periods], pa.date32()),
            "window_start": pa.array(starts, pa.date32()),
            "day_before": pa.array([each - ONE_DAY for each in starts], pa.date32()),
        }
    )


def _families_known(cursor: duckdb.DuckDBPyConnection, indicator: Indicator, shape: Shape) -> bool:
    """Whether any case says which family (sibling group) it is of."""
    if not shape.has("family_id"):
        return False
    query = f"select 1 from ({indicator.sql}) as cases where family_id is not null limit 1"
    return bool(cursor.execute(query).fetchall())


def _numerator_cases(indicator: Indicator, shape: Shape) -> Cases:
    counted = f"({shape.amount}) > 0"
    if shape.has("counts_on"):
        return Cases(query=indicator.sql, where=f"{counted} and counts_on is not null", day="counts_on", until=None)
    late = shape.has("numerator_from")
    day = "greatest(numerator_from, counts_from)" if late else "counts_from"
    where = f"{counted} and {REAL}{' and numerator_from is not null' if late else ''}"
    return Cases(query=indicator.sql, where=where, day=day, until="counts_until")


def people(cursor: duckdb.DuckDBPyConnection, indicator: Indicator, period: Period) -> dict[str, Any]:
    """Cases, children and families in the numerator of one period; children or families None where not known."""
    shape = shape_of(cursor, indicator)
    cursor.register("asked_periods", _asked(indicator, [period]))
    wanted = ["count(*) as cases"]
    wanted += [f"count(distinct {each}_id) as {each}" for each in ("child", "family") if shape.has(f"{each}_id")]
    query = (
        f"select {', '.join(wanted)} from ({indicator.sql}) as cases "
        f"inner join asked_periods on {in_period_and_numerator(shape)}"
    )
    found = cursor.execute(query).df().iloc[0].to_dict()
    cursor.unregister("asked_periods")
    return {"cases": int(found["cases"]), "children": found.get("child"), "families": found.get("family") or None}
