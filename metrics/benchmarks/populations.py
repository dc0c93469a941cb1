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


class Estimates:
    """Every estimate of the children of an area that is loaded, read once: a page asks for the children of many days."""

    def __init__(self, cursor: DuckDBPyConnection, area_code: str) -> None:
        self._newest_first = cursor.execute(
            "select year, children, source from populations where area_code = ? and children is not null order by year desc",
            [area_code],
        ).fetchall()

    def on(self, day: date) -> Population | None:
        """The children for rates on a day; none when no estimate that early is loaded."""
        wanted = mid_year_for(day)
        for year, living, source in self._newest_first:
            if year <= wanted:
                return Population(children=living, mid_year=year, source=source, exact=year == wanted)
        return None


def children(cursor: DuckDBPyConnection, area_code: str, on: date) -> Population | None:
    """The children of an area for rates on a day; none when no estimate that early is loaded."""
    return Estimates(cursor, area_code).on(on)
