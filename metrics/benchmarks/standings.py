"""All authorities' published figures of a measure: for a place among them, for the edge of the best quarter, for a funnel."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from duckdb import DuckDBPyConnection

from metrics.benchmarks.ranges import Reach, Row, reach_of

TOO_SMALL: Final = ("201", "420")
"""The City of London and the Isles of Scilly: a handful of children, so one more or less makes them first or last."""
LONDON: Final = "E12000007"
PARTS: Final = {"E13000001": LONDON, "E13000002": LONDON}
"""Inner and Outer London, the regions of London's boroughs in the published tables."""
ALL: Final = """
select
    found.measure, found.level, found.area_code, found.area_name, found.year, found.period_end, found.value,
    found.status, found.joint_with, found.numerator, found.denominator, coalesce(region.region_code, '') as region_code
from benchmark_values as found
left join authority_regions as region
    on region.area_code = found.area_code
where
    list_contains(?::varchar[], found.measure)
    and found.period_end <= ?
    and found.level = 'authority'
qualify found.year = max(found.year) over (partition by found.measure)
order by found.area_code
"""


class Authority(NamedTuple):
    """An authority's published row, with its region."""

    row: Row
    region_code: str

    @property
    def reach(self) -> Reach:
        return reach_of(self.row)


class Standing(NamedTuple):
    """The figures of all authorities for one measure in its newest year, those left out that are too small to rank."""

    measure: str
    year: int
    period_end: date
    authorities: tuple[Authority, ...]

    def reaches(self, region_code: str = "", without: str = "") -> list[tuple[float, float]]:
        """What each can be, a joint return once; of one region, where it is named. `without` leaves an authority out."""
        among = [
            each
            for each in self.authorities
            if each.row.area_code != without
            and (not region_code or region_code in {each.region_code, PARTS.get(each.region_code)})
        ]
        return [reach for reach in {each.row.return_id: each.reach for each in among}.values() if reach is not None]

    def hidden(self, region_code: str = "", without: str = "") -> int:
        """How many of them are hidden and taken as a range."""
        return sum(low != high for low, high in self.reaches(region_code, without))


def standings(cursor: DuckDBPyConnection, measures: Sequence[str], on: date) -> dict[str, Standing]:
    """What all authorities published of some measures in the newest year that ended by a day. Nothing for one not loaded."""
    found: dict[str, list[Authority]] = {}
    for *cells, region_code in cursor.execute(ALL, [list(measures), on]).fetchall():
        authority = Authority(Row(*cells), region_code)
        if authority.row.area_code not in TOO_SMALL:
            found.setdefault(authority.row.measure, []).append(authority)
    return {
        measure: Standing(measure, each[0].row.year, each[0].row.period_end, tuple(each)) for measure, each in found.items()
    }
