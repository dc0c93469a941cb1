"""How many children live in an area, on the DfE's rule for which mid-year estimate belongs to which year."""

from datetime import date

from duckdb import DuckDBPyConnection
from pydantic import BaseModel, ConfigDict


class Population(BaseModel):
    """Children aged 0 to 17 at one mid-year."""

    model_config = ConfigDict(frozen=True)
    children: int
    mid_year: int
    source: str
    exact: bool
    """False when the right mid-year is not loaded and an earlier one stands in for it."""


def mid_year_for(on: date) -> int:
    """The mid-year inside the financial year of a day: 1 April 2024 and 31 March 2025 both give 2024."""
    return on.year if (on.month, on.day) > (3, 31) else on.year - 1


def children(cursor: DuckDBPyConnection, area_code: str, on: date) -> Population | None:
    """The children of an area for rates on a day; none when no estimate that early is loaded."""
    wanted = mid_year_for(on)
    found = cursor.execute(
        """
        select children, year, source
        from populations
        where area_code = ? and year <= ? and children is not null
        order by year desc
        limit 1
        """,
        [area_code, wanted],
    ).fetchone()
    if found is None:
        return None
    living, year, source = found
    return Population(children=living, mid_year=year, source=source, exact=year == wanted)
