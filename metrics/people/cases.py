"""The cases behind a figure, for the agency whose data they are: never a child's identifier, not even its hash."""

from collections.abc import Collection

import duckdb
import pandas as pd

from metrics.catalogue import Indicator
from metrics.counting.shape import Shape, shape_of
from metrics.coverage import Coverage
from metrics.periods import Period

DATES = ("counts_on", "counts_from", "counts_until", "numerator_from")


def list_cases(cursor: duckdb.DuckDBPyConnection, indicator: Indicator, period: Period, limit: int) -> pd.DataFrame:
    """The cases that count in a period, those in the numerator first, at most `limit` of them.

    Columns: case_id (as the store made it; it names no child), the days that place the case, `in_numerator`, and the
    indicator's breakdowns.
    """
    shape = shape_of(cursor, indicator)
    shown = ["case_id", *(each for each in DATES if shape.has(each))]
    days = ", ".join(f"{each}::{'varchar' if each == 'case_id' else 'date'} as {each}" for each in shown)
    groups = "".join(f", coalesce({each}::varchar, 'Not recorded') as {each}" for each in indicator.breakdowns)
    first_day = period.year_window_start if indicator.timing == "rolling_year" else period.first_day
    query = (
        f"select {days}, coalesce({in_numerator(shape)}, false) as in_numerator{groups} from ({indicator.sql}) as cases "
        "cross join (select ?::date as window_start, ?::date as last_day) as asked "
        f"where {counts_in(shape)} order by in_numerator desc, {shown[1]} desc, case_id limit ?"
    )
    found: pd.DataFrame = cursor.execute(query, [first_day, period.last_day, limit]).df()
    return found


def why_not_listed(coverage: Coverage, datasets: Collection[str], agency: str | None) -> str:
    """Why the cases may not be listed to an agency, as a sentence; empty when they may.

    Cases belong to whoever sent them: an agency sees them when all the data they are made from is its own.
    """
    senders = {each.id: each.name for dataset in datasets for each in coverage.senders(dataset)}
    names = " and ".join(sorted(senders.values()))
    if not senders:
        return "There are no cases: no agency of this partnership sends the data."
    if len(senders) > 1:
        return f"These cases are made from data of {names}. No one of them owns it all, so they are not listed here."
    if agency not in senders:
        return (
            f"Cases are listed only for the agency that sent them. {names} sees them on its own machine with: "
            f"scorecard serve --agency {next(iter(senders))}"
        )
    return ""


def counts_in(shape: Shape) -> str:
    """SQL that is true where a case counts in the denominator of the period that `asked` holds."""
    if shape.has("counts_on"):
        return "counts_on::date between window_start and last_day"
    return "counts_from::date <= last_day and coalesce(counts_until::date > last_day, true)"


def in_numerator(shape: Shape) -> str:
    late = " and numerator_from::date <= last_day" if shape.has("numerator_from") else ""
    return f"({shape.amount}) > 0{late}"
