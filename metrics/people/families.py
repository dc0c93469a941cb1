"""How many families (sibling groups) are among the cases that count: each once in a period, however many of its cases do.

Of a family's cases, taken in order, each adds only the periods that none before it has reached: so every period of a calendar
is answered by one pass, and more periods cost hardly more. What happens on a day is first counted by two stretches of days,
its own and that of the family's case before it: a few thousand counts, from which every calendar is made up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

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
    if cases.until is None:
        return _happened(cursor, cases, periods, groups)
    return _lasted(cursor, cases, periods.assign(window_start=periods["last_day"]), groups)


def _happened(cursor: duckdb.DuckDBPyConnection, cases: Cases, periods: pd.DataFrame, groups: Sequence[str]) -> pa.Table:
    """Families with a case that happened in a period."""
    bounds = np.unique([*periods["window_start"].to_numpy(), *(periods["last_day"] + ONE_DAY).to_numpy()])
    with registered(cursor, family_days=_stretches(bounds)):
        met = cursor.sql(_meetings(cases, groups)).to_arrow_table()
    found = []
    for calendar in _calendars(periods):
        spans = _spans(calendar)
        with registered(cursor, met=met, stretches=_reached(bounds, spans), family_periods=_numbered(calendar, spans)):
            found.append(cursor.sql(_summed_up(ADDED_BY_MEETINGS)).to_arrow_table())
    return pa.concat_tables(found)


def _lasted(cursor: duckdb.DuckDBPyConnection, cases: Cases, periods: pd.DataFrame, groups: Sequence[str]) -> pa.Table:
    """Families with a case that lasted on the last day of a period: the periods of all calendars stand in one order."""
    spans = _spans(periods)
    with registered(cursor, family_days=_days(spans), family_periods=_numbered(periods, spans)):
        found: pa.Table = cursor.sql(_summed_up(_added_by_stays(cases, groups, spans))).to_arrow_table()
    return found


@contextmanager
def registered(cursor: duckdb.DuckDBPyConnection, **tables: pa.Table | pd.DataFrame) -> Iterator[None]:
    """Let the database see tables under these names for a while."""
    for name, table in tables.items():
        cursor.register(name, table)
    try:
        yield
    finally:
        for name in tables:
            cursor.unregister(name)


def _calendars(periods: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The periods in as few parts as can be, each with its windows in order: a later one neither starts nor ends earlier."""
    for part in [periods] if _in_order(periods) else [each for _, each in periods.groupby("frequency")]:
        if _in_order(part):
            yield part
        else:
            yield from (part.iloc[[place]] for place in range(len(part)))


def _in_order(periods: pd.DataFrame) -> bool:
    return bool(periods.sort_values(["last_day", "window_start"])["window_start"].is_monotonic_increasing)


def _spans(periods: pd.DataFrame) -> pd.DataFrame:
    """The windows of a calendar in order, each once, numbered from nought."""
    spans = periods[["window_start", "last_day"]].drop_duplicates().sort_values(["last_day", "window_start"])
    return spans.assign(number=range(len(spans)))


def _numbered(periods: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    return periods.merge(spans, on=["window_start", "last_day"])


def _stretches(bounds: np.ndarray[Any, Any]) -> pd.DataFrame:
    """For each day, the number of its stretch: no window begins or ends within one."""
    import pandas as pd

    days = pd.date_range(bounds[0], bounds[-1], inclusive="left")
    stretch = np.searchsorted(bounds, days.to_numpy(), side="right") - 1
    return pd.DataFrame({"day": days, "stretch": stretch.astype("int32")})


def _reached(bounds: np.ndarray[Any, Any], spans: pd.DataFrame) -> pd.DataFrame:
    """For each stretch of days, how many windows have ended before it, and how many have begun by it."""
    import pandas as pd

    ended = np.searchsorted(spans["last_day"].to_numpy(), bounds, side="left")
    begun = np.searchsorted(spans["window_start"].to_numpy(), bounds, side="right")
    return pd.DataFrame({"stretch": range(len(bounds)), "ended": ended.astype("int32"), "begun": begun.astype("int32")})


def _days(spans: pd.DataFrame) -> pd.DataFrame:
    """For each day, how many periods have ended before it."""
    import pandas as pd

    days = pd.date_range(spans["last_day"].iloc[0] - ONE_DAY, spans["last_day"].iloc[-1] + ONE_DAY)
    ended = np.searchsorted(spans["last_day"].to_numpy(), days.to_numpy(), side="left")
    return pd.DataFrame({"day": days, "ended": ended.astype("int32")})


def _dims(groups: Sequence[str]) -> str:
    return "".join(f", coalesce({each}::varchar, 'Not recorded') as {each}" for each in groups)


def _meetings(cases: Cases, groups: Sequence[str]) -> str:
    """How many cases lie in a stretch of days, by the stretch of their family's case before; for all, and for each group."""
    counts = "\n    union all\n    ".join(_met(each) for each in (None, *groups))
    return f"""
with placed as materialized (
    select {cases.counted} as family_id, family_days.stretch{_dims(groups)}
    from ({cases.query}) as cases
    inner join family_days on family_days.day = ({cases.day})::date
    where {cases.counted} is not null and {cases.where}
)

{counts}
"""


def _met(group: str | None) -> str:
    value = f", {group}" if group else ""
    return f"""select
        {f"'{group}'" if group else "null::varchar"} as group_by,
        {group or "null::varchar"} as group_value,
        stretch,
        before,
        count(*) as families
    from (
        select stretch{value}, lag(stretch) over (partition by family_id{value} order by stretch) as before from placed
    ) as in_order
    where before is distinct from stretch
    group by all"""


ADDED_BY_MEETINGS = """
added as (
    select
        met.group_by,
        met.group_value,
        greatest(here.ended, coalesce(earlier.begun, 0)) as begins_at,
        here.begun as ends_at,
        met.families
    from met
    inner join stretches as here on here.stretch = met.stretch
    left join stretches as earlier on earlier.stretch = met.before
    where begins_at < ends_at
)"""


def _added_by_stays(cases: Cases, groups: Sequence[str], spans: pd.DataFrame) -> str:
    first, last = (spans["last_day"].iloc[0] - ONE_DAY).date(), (spans["last_day"].iloc[-1] + ONE_DAY).date()
    until = f"coalesce(({cases.until})::date, date '9999-12-31')"
    added = "\n    union all\n    ".join(_stayed(each) for each in (None, *groups))
    return f"""
placed as materialized (
    select {cases.counted} as family_id{_dims(groups)}, begins.ended as begins_at, ends.ended as ends_at
    from ({cases.query}) as cases
    inner join family_days as begins on begins.day = {_between(cases.day, first, last)}
    inner join family_days as ends on ends.day = {_between(until, first, last)}
    where {cases.counted} is not null and {cases.where} and begins_at < ends_at
),

added as (
    {added}
)"""


def _between(day: str, first: object, last: object) -> str:
    return f"least(greatest(({day})::date, date '{first}'), date '{last}')"


def _stayed(group: str | None) -> str:
    """How many families are added in which periods, for all cases or for each value of a group."""
    value = f", {group}" if group else ""
    return f"""select
        {f"'{group}'" if group else "null::varchar"} as group_by,
        {group or "null::varchar"} as group_value,
        begins_at,
        ends_at,
        count(*) as families
    from (
        select
            family_id{value},
            greatest(begins_at, coalesce(max(ends_at) over before_this, 0)) as begins_at,
            ends_at
        from placed
        window before_this as (
            partition by family_id{value} order by begins_at, ends_at rows between unbounded preceding and 1 preceding
        )
    ) as each_family
    where begins_at < ends_at
    group by all"""


def _summed_up(added: str) -> str:
    """From what is added in which periods to the families of each period of `family_periods`."""
    return f"""
with {added.strip()},

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
