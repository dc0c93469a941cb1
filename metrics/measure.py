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
from typing import TYPE_CHECKING, Any, NamedTuple

import duckdb
import pyarrow as pa
from pydantic import BaseModel, ConfigDict

from metrics.catalogue import Indicator
from metrics.people.families import Cases, count_families
from metrics.periods import ONE_DAY, Period

if TYPE_CHECKING:
    import pandas as pd

REAL = "counts_from is not null and coalesce(counts_until >= counts_from, true)"
"""A case without a beginning, or that ends before it begins, is none."""

COUNTS = ["frequency", "period", "group_by", "group_value", "numerator", "denominator", "families", "not_determinable"]
"""The columns of a frame of counts. `group_by` and `group_value` are null on the row for all cases."""


_TABLES: dict[str, frozenset[str]] = {}


class Sums(NamedTuple):
    """By what changes are summed: the groups, and the day or, where no period begins or ends within one, the month."""

    groups: tuple[str, ...]
    by_month: bool

    @property
    def dims(self) -> str:
        return "".join(f", {each}" for each in self.groups)

    def day(self, day: str) -> str:
        """SQL for the day at which what changes on a day is noted."""
        return f"last_day({day})" if self.by_month else f"{day}::date"

    @property
    def are_few(self) -> bool:
        """Whether many cases share a sum: with many groups at once nearly every case is one of a kind."""
        return len(self.groups) <= (3 if self.by_month else 2)


class Shape(BaseModel):
    """Which of the columns above an indicator's query has."""

    model_config = ConfigDict(frozen=True)

    columns: dict[str, str]

    def has(self, name: str) -> bool:
        return name in self.columns

    def of_cases(self) -> Shape:
        """The same for a count of the cases themselves, whatever they add."""
        return Shape(columns={name: kind for name, kind in self.columns.items() if name not in {"numerator", "denominator"}})

    @property
    def amount(self) -> str:
        """SQL for what a case adds to the numerator."""
        if not self.has("numerator"):
            return "1"
        return "case when numerator then 1 else 0 end" if self.columns["numerator"] == "BOOLEAN" else "numerator"

    @property
    def weight(self) -> str:
        """SQL for what a case adds to the denominator."""
        return "denominator" if self.has("denominator") else "1"


def shape_of(cursor: duckdb.DuckDBPyConnection, indicator: Indicator) -> Shape:
    """Bind the query and see its columns, without running it."""
    described = cursor.execute(f"describe {indicator.sql}").fetchall()
    return Shape(columns={name: kind for name, kind, *_ in described})


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
    asked, sums = _asked(indicator, periods), Sums(groups, all(each.is_whole_months for each in periods))
    cursor.register("asked_periods", asked)
    try:
        parts = {"counts": cursor.sql(counting_query(indicator, shape, sums)).to_arrow_table()}
        parts |= _beyond_sums(cursor, indicator, shape, asked, groups)
        if shape.has("not_determinable"):
            apart = counting_query(_where(whole, "not_determinable"), shape.of_cases(), sums)
            parts["apart"] = cursor.sql(apart).to_arrow_table()
    finally:
        cursor.unregister("asked_periods")
    return _put_together(cursor, parts)


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
        parts["medians"] = _medians(cursor, indicator, groups)
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


BEFORE_THE_WINDOW = """asof left join running as before
    on asked.group_by = before.group_by
    and asked.group_value = before.group_value
    and asked.day_before >= before.changed_on
"""


def counting_query(indicator: Indicator, shape: Shape, sums: Sums) -> str:
    """The shared query, for the columns that the indicator's query has. Reads the relation `asked_periods`."""
    groups = sums.groups
    sets = ", ".join(["(changed_on)", *(f"(changed_on, {each})" for each in groups)])
    group_by = " ".join(f"when grouping({each}) = 0 then '{each}'" for each in groups)
    value = " ".join(f"when grouping({each}) = 0 then coalesce({each}::varchar, 'Not recorded')" for each in groups)
    # What happened before the window is taken off; what is open at its end counts since whenever.
    flows = shape.has("counts_on")
    less = " - coalesce(before.{0}, 0)" if flows else ""
    before = BEFORE_THE_WINDOW if flows else ""
    return f"""
with changes as (
    {_changes(indicator, shape, sums)}
),

by_group as (
    select
        {f"case {group_by} end" if groups else "null"} as group_by,
        {f"case {value} end" if groups else "null"} as group_value,
        changed_on,
        sum(numerator) as numerator,
        sum(denominator) as denominator
    from changes
    group by grouping sets ({sets})
),

running as (
    select
        coalesce(group_by, '') as group_by,
        coalesce(group_value, '') as group_value,
        changed_on,
        sum(numerator) over so_far as numerator,
        sum(denominator) over so_far as denominator
    from by_group
    window so_far as (partition by group_by, group_value order by changed_on)
),

asked as (
    select asked_periods.*, every.group_by, every.group_value
    from asked_periods
    cross join (
        select distinct group_by, group_value from running
        union
        select '', ''
    ) as every
)

select
    asked.frequency,
    asked.period,
    nullif(asked.group_by, '') as group_by,
    case when asked.group_by <> '' then asked.group_value end as group_value,
    (coalesce(at_end.numerator, 0){less.format("numerator")})::double as numerator,
    (coalesce(at_end.denominator, 0){less.format("denominator")})::double as denominator
from asked
asof left join running as at_end
    on asked.group_by = at_end.group_by
    and asked.group_value = at_end.group_value
    and asked.last_day >= at_end.changed_on
{before}order by asked.frequency, asked.first_day, asked.group_by, asked.group_value
"""


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


def _changes(indicator: Indicator, shape: Shape, sums: Sums) -> str:
    amount, weight = shape.amount, shape.weight
    if shape.has("counts_on"):
        return _summed(indicator, sums, "counts_on", (amount, weight), "counts_on is not null")
    if shape.has("numerator_from"):
        return _stock_with_late_numerator(indicator, shape, sums)
    return "\n    union all\n    ".join(
        [
            _summed(indicator, sums, "counts_from", (amount, weight), REAL),
            _summed(indicator, sums, "counts_until", (f"-({amount})", f"-({weight})"), "counts_until >= counts_from"),
        ]
    )


def _stock_with_late_numerator(indicator: Indicator, shape: Shape, sums: Sums) -> str:
    """A case enters the denominator first and the numerator later; both on the day it ends."""
    enters = "greatest(numerator_from, counts_from)"
    reached = "numerator_from is not null and numerator_from < coalesce(counts_until, date '9999-12-31')"
    leaves = f"case when {reached} then -({shape.amount}) else 0 end"
    return "\n    union all\n    ".join(
        [
            _summed(indicator, sums, "counts_from", ("0", shape.weight), REAL),
            _summed(indicator, sums, enters, (shape.amount, "0"), f"{REAL} and {reached}"),
            _summed(indicator, sums, "counts_until", (leaves, f"-({shape.weight})"), "counts_until >= counts_from"),
        ]
    )


def _summed(indicator: Indicator, sums: Sums, day: str, amounts: tuple[str, str], where: str) -> str:
    """The changes of numerator and denominator, summed where that leaves few."""
    numerator, denominator = (f"sum({each})" if sums.are_few else each for each in amounts)
    return f"""select
        {sums.day(day)} as changed_on,
        {numerator} as numerator,
        {denominator} as denominator{sums.dims}
    from (
        {indicator.sql}
    ) as cases
    where {where}{chr(10) + "    group by all" if sums.are_few else ""}"""


def _medians(cursor: duckdb.DuckDBPyConnection, indicator: Indicator, groups: Sequence[str]) -> pa.Table:
    """The middle of the cases' numerators in each period: it is no sum, so every period looks at its own cases."""
    sets = ", ".join(f"(frequency, period{each})" for each in ("", *(f", {group}" for group in groups)))
    dims = "".join(f", coalesce({each}::varchar, 'Not recorded') as {each}" for each in groups)
    named = " ".join(f"when grouping({each}) = 0 then '{each}'" for each in groups)
    value = " ".join(f"when grouping({each}) = 0 then {each}" for each in groups)
    found: pa.Table = cursor.sql(
        f"""
        with placed as (
            select asked_periods.frequency, asked_periods.period, numerator{dims}
            from ({indicator.sql}) as cases
            inner join asked_periods
                on cases.counts_on::date >= asked_periods.window_start and cases.counts_on::date <= asked_periods.last_day
        )

        select
            frequency,
            period,
            {f"case {named} end" if groups else "null::varchar"} as group_by,
            {f"case {value} end" if groups else "null::varchar"} as group_value,
            median(numerator)::double as numerator
        from placed
        group by grouping sets ({sets})
        """
    ).to_arrow_table()
    return found


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


def in_period_and_numerator(shape: Shape) -> str:
    """SQL that is true where a case counts in the numerator of a period of `asked_periods`: the plain reading of the rule.

    The shared query must agree with it; the tests hold one against the other.
    """
    if shape.has("counts_on"):
        return f"counts_on::date between window_start and last_day and ({shape.amount}) > 0"
    late = " and numerator_from <= last_day" if shape.has("numerator_from") else ""
    return f"counts_from <= last_day and coalesce(counts_until > last_day, true) and ({shape.amount}) > 0{late}"


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
