"""Events too rare to be counted by period: the days on which they happened, for the chart of the time between them."""

from collections.abc import Sequence
from datetime import date

import duckdb

from metrics.catalogue import Indicator
from metrics.counting.shape import shape_of
from metrics.figures import Figure
from metrics.people.cases import counts_in, in_numerator
from metrics.verdicts import is_too_rare


def event_days(cursor: duckdb.DuckDBPyConnection, indicator: Indicator, run: Sequence[Figure]) -> tuple[date, ...]:
    """The days of the events within a run too rare for limits; those of one family on one day are one.

    Empty where the run is not too rare, where a figure in it is missing, and where agencies returned or prepared any: the time
    between two events is known only where all are.
    """
    known = _known(run)
    if not known or not is_too_rare(indicator, run) or any(not each.has_records or not each.state.has_value for each in known):
        return ()
    shape = shape_of(cursor, indicator)
    one = "coalesce(family_id::varchar, case_id::varchar)" if shape.has("family_id") else "case_id::varchar"
    query = (
        f"select counts_on::date as happened_on from ({indicator.sql}) as cases "
        "cross join (select ?::date as window_start, ?::date as last_day) as asked "
        f"where {counts_in(shape)} and {in_numerator(shape)} group by counts_on::date, {one} order by happened_on"
    )
    found = cursor.execute(query, [known[0].first_day, known[-1].last_day]).fetchall()
    return tuple(day for (day,) in found)


def _known(run: Sequence[Figure]) -> Sequence[Figure]:
    first = next((place for place, each in enumerate(run) if each.value is not None), len(run))
    return run[first:]
