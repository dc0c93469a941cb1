"""The middle one of the cases that count in a period."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from metrics.catalogue import Indicator
from metrics.counting.shape import groups_in_words


def medians(cursor: duckdb.DuckDBPyConnection, indicator: Indicator, groups: Sequence[str]) -> pa.Table:
    """The middle of the cases' numerators in each period: it is no sum, so every period looks at its own cases."""
    sets = ", ".join(f"(frequency, period{each})" for each in ("", *(f", {group}" for group in groups)))
    named = " ".join(f"when grouping({each}) = 0 then '{each}'" for each in groups)
    value = " ".join(f"when grouping({each}) = 0 then {each}" for each in groups)
    found: pa.Table = cursor.sql(
        f"""
        with placed as (
            select asked_periods.frequency, asked_periods.period, numerator{groups_in_words(groups)}
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
