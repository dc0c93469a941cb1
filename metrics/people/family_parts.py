"""Each family's part in a figure, as nameless pairs of numbers for `judge.sibling_groups`. They never leave the layer."""

import duckdb

from metrics.catalogue import Indicator
from metrics.counting.shape import shape_of
from metrics.judge.sibling_groups import Family
from metrics.people.cases import counts_in, in_numerator
from metrics.periods import Period


def families_in(cursor: duckdb.DuckDBPyConnection, indicator: Indicator, period: Period) -> tuple[Family, ...] | None:
    """The parts that make up a figure, one for each family; a case without a family is its own. None where none is known.

    Of a number or a rate there is no denominator that families could have a part in.
    """
    shape = shape_of(cursor, indicator)
    if not shape.has("family_id") or indicator.unit not in {"count", "percent", "rate_per_10000"}:
        return None
    first_day = period.year_window_start if indicator.timing == "rolling_year" else period.first_day
    counted = (
        "count(distinct counted_as) filter (where is_in)" if shape.has("counted_as") else "sum(amount) filter (where is_in)"
    )
    query = (
        f"with parts as (select coalesce('f' || family_id::varchar, 'c' || case_id::varchar) as family, family_id is not null "
        f"as is_known, {in_numerator(shape)} as is_in, {shape.amount} as amount, {shape.weight} as weight"
        f"{', counted_as' if shape.has('counted_as') else ''} from ({indicator.sql}) as cases "
        "cross join (select ?::date as window_start, ?::date as last_day) as asked "
        f"where {counts_in(shape)}) "
        f"select coalesce({counted}, 0)::double, sum(weight)::double, bool_or(is_known) from parts group by family"
    )
    found = cursor.execute(query, [first_day, period.last_day]).fetchall()
    if not any(known for _, _, known in found):
        return None
    return tuple(Family(top, bottom if indicator.unit == "percent" else 0.0) for top, bottom, _ in found)
