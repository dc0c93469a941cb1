"""How many families (sibling groups) are among the cases that count: each once in a period, however many of its cases do.

Of a family's cases, taken in order, each adds only the periods that none before it has reached: so every period of a calendar
is answered by one pass, and more periods cost hardly more. What happens on a day is first counted by two stretches of days,
its own and that of the family's case before it: a few thousand counts, from which every calendar is made up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import duckdb
import numpy as np
import pyarrow as pa
from pydantic import BaseModel, ConfigDict

from metrics.counting.shape import groups_in_words
from metrics.counting.windows import Added, Calendar, Days, Numbers, calendar, calendars, held, numbered

ONE_DAY = np.timedelta64(1, "D")


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


class Groups(NamedTuple):
    """The groups of rows that were read: for each row the number of its own, and what each group is called."""

    numbers: Numbers
    names: pa.Table


def count_families(cursor: duckdb.DuckDBPyConnection, cases: Cases, asked: pa.Table, groups: Sequence[str]) -> pa.Table:
    """Families by frequency, period, group_by and group_value; no row where there is none.

    `asked` has a row for each period: frequency, period, window_start and last_day.
    """
    starts, ends = (asked[each].to_numpy() for each in ("window_start", "last_day"))
    if cases.until is None:
        return _happened(cursor, cases, asked, (starts, ends), groups)
    return _lasted(cursor, cases, asked, calendar(ends, ends, np.arange(len(ends))), groups)


def _happened(
    cursor: duckdb.DuckDBPyConnection, cases: Cases, asked: pa.Table, windows: tuple[Days, Days], groups: Sequence[str]
) -> pa.Table:
    """Families with a case that happened in a period."""
    starts, ends = windows
    bounds = np.unique(np.concatenate([starts, ends + ONE_DAY]))
    with registered(cursor, family_days=_stretches(bounds)):
        met = cursor.sql(_meetings(cases, groups)).to_arrow_table()
    of = _groups(met)
    here, many = met["stretch"].to_numpy(), met["families"].to_numpy()
    before = met["before"].fill_null(-1).to_numpy()  # none before: the last of what follows, nought
    frequencies = numbered(asked.select(["frequency"]))[0]
    return pa.concat_tables(
        [_said(asked, each, of, _met_in(each, bounds, of, here, before, many)) for each in calendars(starts, ends, frequencies)]
    )


def _met_in(of: Calendar, bounds: Days, groups: Groups, here: Numbers, before: Numbers, many: Numbers) -> Added:
    """In which windows each meeting adds its families: those that it lies in, and that the one before it had not reached."""
    ended = np.searchsorted(of.ends, bounds, side="left")
    begun = np.append(np.searchsorted(of.starts, bounds, side="right"), 0)
    begins, until = np.maximum(ended[here], begun[before]), begun[here]
    adds = begins < until
    return Added(groups.numbers[adds], begins[adds], until[adds], many[adds])


def _lasted(cursor: duckdb.DuckDBPyConnection, cases: Cases, asked: pa.Table, of: Calendar, groups: Sequence[str]) -> pa.Table:
    """Families with a case that lasted on the last day of a period: the periods of all calendars stand in one order."""
    days = np.arange(of.ends[0] - ONE_DAY, of.ends[-1] + 2 * ONE_DAY)
    ended = np.searchsorted(of.ends, days, side="left").astype("int32")
    with registered(cursor, family_days=pa.table({"day": days, "ended": ended})):
        stayed = cursor.sql(_stays(cases, groups, days[0], days[-1])).to_arrow_table()
    groups_of = _groups(stayed)
    added = Added(groups_of.numbers, *(stayed[each].to_numpy() for each in ("begins_at", "ends_at", "families")))
    return _said(asked, of, groups_of, added)


def _groups(rows: pa.Table) -> Groups:
    return Groups(*numbered(rows.select(["group_by", "group_value"])))


def _said(asked: pa.Table, of: Calendar, groups: Groups, added: Added) -> pa.Table:
    """The families of each period and group, where there are any."""
    families = held(added, of, groups.names.num_rows)[:, of.numbers]
    group, place = np.nonzero(families)
    periods, names = asked.take(of.places[place]), groups.names.take(group)
    return pa.table(
        {
            "frequency": periods["frequency"],
            "period": periods["period"],
            "group_by": names["group_by"],
            "group_value": names["group_value"],
            "families": families[group, place],
        }
    )


@contextmanager
def registered(cursor: duckdb.DuckDBPyConnection, **tables: pa.Table) -> Iterator[None]:
    """Let the database see tables under these names for a while."""
    for name, table in tables.items():
        cursor.register(name, table)
    try:
        yield
    finally:
        for name in tables:
            cursor.unregister(name)


def _stretches(bounds: Days) -> pa.Table:
    """For each day, the number of its stretch: no window begins or ends within one."""
    days = np.arange(bounds[0], bounds[-1])
    stretch = np.searchsorted(bounds, days, side="right") - 1
    return pa.table({"day": days, "stretch": stretch.astype("int32")})


def _meetings(cases: Cases, groups: Sequence[str]) -> str:
    """How many cases lie in a stretch of days, by the stretch of their family's case before; for all, and for each group."""
    counts = "\n    union all\n    ".join(_met(each) for each in (None, *groups))
    return f"""
with placed as materialized (
    select {cases.counted} as family_id, family_days.stretch{groups_in_words(groups)}
    from ({cases.query}) as cases
    inner join family_days on family_days.day = ({cases.day})::date
    where {cases.counted} is not null and {cases.where}
)

{counts}
"""


def _called(group: str | None) -> str:
    """The columns that say of which group a row is: null for all cases."""
    of, value = (f"'{group}'", group) if group else ("null::varchar", "null::varchar")
    return f"{of} as group_by, {value} as group_value"


def _met(group: str | None) -> str:
    value = f", {group}" if group else ""
    return f"""select
        {_called(group)},
        stretch,
        before,
        count(*) as families
    from (
        select stretch{value}, lag(stretch) over (partition by family_id{value} order by stretch) as before from placed
    ) as in_order
    where before is distinct from stretch
    group by all"""


def _stays(cases: Cases, groups: Sequence[str], first: np.datetime64, last: np.datetime64) -> str:
    """How many families are added in the windows from one number until before another; for all, and for each group."""
    until = f"coalesce(({cases.until})::date, date '9999-12-31')"
    added = "\n    union all\n    ".join(_stayed(each) for each in (None, *groups))
    return f"""
with placed as materialized (
    select {cases.counted} as family_id{groups_in_words(groups)}, begins.ended as begins_at, ends.ended as ends_at
    from ({cases.query}) as cases
    inner join family_days as begins on begins.day = {_between(cases.day, first, last)}
    inner join family_days as ends on ends.day = {_between(until, first, last)}
    where {cases.counted} is not null and {cases.where} and begins_at < ends_at
)

{added}
"""


def _between(day: str, first: object, last: object) -> str:
    return f"least(greatest(({day})::date, date '{first}'), date '{last}')"


def _stayed(group: str | None) -> str:
    """How many families are added in which periods, for all cases or for each value of a group."""
    value = f", {group}" if group else ""
    return f"""select
        {_called(group)},
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
