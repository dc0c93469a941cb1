"""The middle one of the cases that count in a period."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import numpy as np
import pyarrow as pa

from metrics.catalogue import Indicator
from metrics.counting.families import registered
from metrics.counting.shape import groups_in_words


def medians(cursor: duckdb.DuckDBPyConnection, indicator: Indicator, asked: pa.Table, groups: Sequence[str]) -> pa.Table:
    """The middle of the cases' numerators in each period: it is no sum, so every period looks at its own cases.

    `asked` has a row for each period: frequency, period, window_start and last_day.
    """
    with registered(cursor, asked_days=_days(asked)):
        found: pa.Table = cursor.sql(_query(indicator, groups)).to_arrow_table()
    return found


def _days(asked: pa.Table) -> pa.Table:
    """Every day of every period's window: a case finds its periods by its day, however many of them there are."""
    starts, ends = (asked[each].to_numpy() for each in ("window_start", "last_day"))
    days = [np.arange(first, last + np.timedelta64(1, "D")) for first, last in zip(starts, ends, strict=True)]
    places = np.repeat(np.arange(len(days)), [len(each) for each in days])
    return asked.select(["frequency", "period"]).take(places).append_column("day", pa.array(np.concatenate(days)))


def _query(indicator: Indicator, groups: Sequence[str]) -> str:
    sets = ", ".join(f"(frequency, period{each})" for each in ("", *(f", {group}" for group in groups)))
    named = " ".join(f"when grouping({each}) = 0 then '{each}'" for each in groups)
    value = " ".join(f"when grouping({each}) = 0 then {each}" for each in groups)
    return f"""
        with placed as (
            select asked_days.frequency, asked_days.period, numerator{groups_in_words(groups)}
            from ({indicator.sql}) as cases
            inner join asked_days on asked_days.day = cases.counts_on::date
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
