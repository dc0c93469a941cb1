"""How many families (sibling groups) are among the cases that count: each once in a period, however many of its cases do.

Every case counts in a run of neighbouring periods. Of a family's cases, taken in order, each adds only the periods that none
before it has reached: so every period of a calendar is answered by one pass, and more periods cost hardly more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import duckdb
import numpy as np
import pyarrow as pa
from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    import pandas as pd

ONE_DAY = timedelta(days=1)


class Cases(BaseModel):
    """The cases of a numerator, in SQL: the query, the condition, the day a case counts on, or from and until.

    `counted` is the column whose values are counted once each.
    """

    model_config = ConfigDict(frozen=True)

    query: str
    where: str
    day: str
    until: str | None
    counted: str = "family_id"


def count_families(cursor: duckdb.DuckDBPyConnection, cases: Cases, asked: pa.Table, groups: Sequence[str]) -> pa.Table:
    """Families by frequency, period, group_by and group_value; no row where there is none.

    `asked` has a row for each period: frequency, period, window_start and last_day.
    """
    import pandas as pd  # only here and below: it takes as long to load as all the rest, and most counts need none

    periods = asked.to_pandas()
    periods = periods.assign(**{each: pd.to_datetime(periods[each]) for each in ("window_start", "last_day")})
    return pa.concat_tables([_in_calendar(cursor, cases, each, groups) for each in _calendars(periods, cases.until is None)])


def _calendars(asked: pd.DataFrame, windows: bool) -> Iterator[pd.DataFrame]:
    """The periods in as few parts as can be, each with its windows in order: a later one neither starts nor ends earlier."""
    periods = asked.assign(window_start=asked["window_start"] if windows else asked["last_day"])
    for part in [periods] if _in_order(periods) else [each for _, each in periods.groupby("frequency")]:
        if _in_order(part):
            yield part
        else:
            yield from (part.iloc[[place]] for place in range(len(part)))


def _in_order(periods: pd.DataFrame) -> bool:
    return bool(periods.sort_values(["last_day", "window_start"])["window_start"].is_monotonic_increasing)


def _in_calendar(cursor: duckdb.DuckDBPyConnection, cases: Cases, periods: pd.DataFrame, groups: Sequence[str]) -> pa.Table:
    spans = periods[["window_start", "last_day"]].drop_duplicates().sort_values(["last_day", "window_start"])
    spans["number"] = range(len(spans))
    apart = bool((spans["window_start"].iloc[1:].to_numpy() > spans["last_day"].iloc[:-1].to_numpy()).all())
    cursor.register("family_periods", periods.merge(spans, on=["window_start", "last_day"]))
    cursor.register("family_days", _days(spans))
    try:
        found: pa.Table = cursor.sql(_query(cases, groups, apart and cases.until is None, spans)).to_arrow_table()
    finally:
        cursor.unregister("family_periods")
        cursor.unregister("family_days")
    return found


def _days(spans: pd.DataFrame) -> pd.DataFrame:
    """For each day, how many windows have ended before it, and how many have begun by it."""
    import pandas as pd

    days = pd.date_range(spans["window_start"].iloc[0] - ONE_DAY, spans["last_day"].iloc[-1] + ONE_DAY)
    ended = np.searchsorted(spans["last_day"].to_numpy(), days.to_numpy(), side="left")
    begun = np.searchsorted(spans["window_start"].to_numpy(), days.to_numpy(), side="right")
    return pd.DataFrame({"day": days, "ended": ended.astype("int32"), "begun": begun.astype("int32")})


def _query(cases: Cases, groups: Sequence[str], apart: bool, spans: pd.DataFrame) -> str:
    first, last = (spans["window_start"].iloc[0] - ONE_DAY).date(), (spans["last_day"].iloc[-1] + ONE_DAY).date()
    dims = "".join(f", coalesce({each}::varchar, 'Not recorded') as {each}" for each in groups)
    until = f"coalesce(({cases.until})::date, date '9999-12-31')" if cases.until else ""
    ends = f"inner join family_days as ends on ends.day = {_between(until, first, last)}" if cases.until else ""
    added = "\nunion all\n".join(_added(each, apart) for each in (None, *groups))
    return f"""
with placed as (
    select {cases.counted} as family_id{dims}, begins.ended as begins_at, {"ends.ended" if ends else "begins.begun"} as ends_at
    from ({cases.query}) as cases
    inner join family_days as begins on begins.day = {_between(cases.day, first, last)}
    {ends}
    where {cases.counted} is not null and {cases.where} and begins_at < ends_at
),

added as (
    {added}
),

changes as (
    select group_by, group_value, number, sum(families) as change
    from (
        select group_by, group_value, begins_at as number, families from added
        union all
        select group_by, group_value, ends_at as number, -families as families from added
    ) as each_change
    group by all
),

running as (
    select every.group_by, every.group_value, numbers.number,
        sum(coalesce(changes.change, 0)) over (
            partition by every.group_by, every.group_value order by numbers.number
        ) as families
    from (select distinct number from family_periods) as numbers
    cross join (select distinct group_by, group_value from changes) as every
    left join changes
        on changes.number = numbers.number
        and changes.group_by is not distinct from every.group_by
        and changes.group_value is not distinct from every.group_value
)

select family_periods.frequency, family_periods.period, running.group_by, running.group_value, running.families
from running
inner join family_periods on family_periods.number = running.number
where running.families > 0
"""


def _between(day: str, first: object, last: object) -> str:
    return f"least(greatest(({day})::date, date '{first}'), date '{last}')"


def _added(group: str | None, apart: bool) -> str:
    """How many families are added in which periods, for all cases or for each value of a group."""
    value = f", {group}" if group else ""
    before = f"""max(ends_at) over (
            partition by family_id{value} order by begins_at, ends_at rows between unbounded preceding and 1 preceding
        )"""
    each_family = f"select family_id{value}, greatest(begins_at, coalesce({before}, 0)) as begins_at, ends_at from placed"
    if apart:  # every case counts in one period
        each_family = f"select distinct family_id{value}, begins_at from placed"
    return f"""select
        {f"'{group}'" if group else "null::varchar"} as group_by,
        {group or "null::varchar"} as group_value,
        begins_at,
        {"begins_at + 1" if apart else "ends_at"} as ends_at,
        count(*) as families
    from (
        {each_family}
    ) as each_family
    {"" if apart else "where begins_at < ends_at"}
    group by all"""
