"""Invented neighbours of the invented area, and an England of invented authorities, with invented figures: some suppressed."""

from datetime import date, datetime
from random import Random
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from metrics.benchmarks.keep import (
    Children,
    Neighbour,
    Value,
    keep_regions,
    replace_neighbours,
    replace_populations,
    replace_values,
    together,
)
from sample_data.days import chance_for

MODEL = "sample"
SOURCE = "Invented for the sample partnership"
AREA = ("980", "Marlow Vale", 62_000)
NEIGHBOURS = {
    "981": ("Ashcombe", 58_400),
    "982": ("Brackenfold", 71_200),
    "983": ("Calder Wold", 49_700),
    "984": ("Denholt", 64_900),
    "985": ("Eastmere", 80_300),
    "986": ("Fernhythe", 55_100),
    "987": ("Greyfell", 68_800),
    "988": ("Harrowick", 47_500),
    "989": ("Ishamstow", 74_600),
    "990": ("Jorvale", 60_200),
}
"""Code, name and children aged 0 to 17, the closest first. The codes are none of the DfE's."""
SOUTH_EAST = "E12000008"


class Far(NamedTuple):
    """An authority that is nobody's neighbour here: its code, name, region and children aged 0 to 17."""

    code: str
    name: str
    region: str
    children: int


def _far(number: int) -> Far:
    region = SOUTH_EAST if number % 9 == 0 else f"E1200000{1 + number % 9}"
    return Far(f"X{number:02d}", f"Invented authority {number}", region, 18_000 + 1_300 * (number * 37 % 101))


FAR = tuple(_far(number) for number in range(1, 131))
"""The rest of an invented England: as many as make a quarter of all authorities something to speak of."""
MID_YEARS = range(2020, 2026)


class Around(NamedTuple):
    """Where a measure's figures lie, how far they spread, its newest year, and which neighbours are suppressed and how.

    `of` is how many for each 10,000 children a share is counted of; `children` whether it is hidden for being of so few.
    """

    centre: float
    spread: float
    newest: int = 2025
    hidden: tuple[str, ...] = ()
    status: str = "c"
    year_ends: tuple[int, int] = (3, 31)
    per_children: bool = False
    of: float = 0.0
    few: bool = False


SEPTEMBER = (9, 30)
MEASURES = {
    "cp_plans_number": Around(41.5, 6, per_children=True),
    "cp_plans_started_number": Around(50, 7, per_children=True),
    "cp_2plus_years_pct": Around(2.4, 0.8, hidden=("983", "988"), of=41, few=True),
    "cp_2plus_years_at_closure_pct": Around(3.7, 0.9, newest=2024, hidden=("983", "986", "988"), of=44, few=True),
    "cp_second_or_subsequent_pct": Around(24.6, 2.6, of=50, few=True),
    "referrals_number": Around(520, 70, per_children=True),
    "rereferrals_12m_pct": Around(23.4, 3.0, hidden=("989",), status="x", of=520, few=True),
    "assessments_45wd_pct": Around(84.2, 4.0, newest=2024, of=480),
    "section_47_number": Around(185, 30, newest=2024, per_children=True),
    "section_47_rate": Around(185, 30, newest=2024, of=10_000),
    "icpc_15wd_pct": Around(80.1, 5.0, newest=2024, hidden=("988",), of=68),
    "sw_turnover_rate_fte": Around(12.6, 2.2, year_ends=SEPTEMBER, of=30),
    "sw_vacancy_rate_fte": Around(14.9, 3.0, year_ends=SEPTEMBER, hidden=("985",), status="x", of=35),
    "sw_agency_rate_fte": Around(13.1, 3.2, year_ends=SEPTEMBER, hidden=("983", "988"), of=35),
    "sw_average_caseload_fte": Around(15.5, 1.1, year_ends=SEPTEMBER, of=20),
}


def load_neighbours(cursor: DuckDBPyConnection, loaded_at: datetime) -> None:
    """Write the neighbours, their figures and everyone's population. Load the shipped comparators after it, not before."""
    chance, apart = chance_for("neighbours", 1), chance_for("authorities", 1)
    near = [
        _value(chance, measure, around, code, year)
        for measure, around in MEASURES.items()
        for year in range(around.newest - 3, around.newest + 1)
        for code in NEIGHBOURS
    ]
    far = [
        _far_value(apart, measure, around, each, year)
        for measure, around in MEASURES.items()
        for year in (around.newest - 1, around.newest)
        for each in FAR
    ]
    with together(cursor):
        replace_neighbours(cursor, _links(), loaded_at)
        replace_values(cursor, [*near, *far], loaded_at)
        replace_populations(cursor, _living(), loaded_at)
        regions = {each.code: each.region for each in FAR} | dict.fromkeys([AREA[0], *NEIGHBOURS], SOUTH_EAST)
        keep_regions(cursor, regions, SOURCE, loaded_at)


def children_in(code: str, year: int) -> int:
    """Children aged 0 to 17 in an area, in the middle of a year."""
    children = AREA[2] if code == AREA[0] else NEIGHBOURS[code][1]
    return children + 90 * (year - 2024)


def _links() -> list[Neighbour]:
    return [
        Neighbour(MODEL, AREA[0], AREA[1], rank, code, name, "Close", SOURCE)
        for rank, (code, (name, _)) in enumerate(NEIGHBOURS.items(), start=1)
    ]


def _value(chance: Random, measure: str, around: Around, code: str, year: int) -> Value:
    name, children = NEIGHBOURS[code]
    drawn = max(0.1, chance.gauss(around.centre, around.spread))
    value = round(drawn * children / 10_000) if around.per_children else round(drawn, 1)
    hidden = code in around.hidden
    return Value(
        measure=measure,
        level="authority",
        area_code=code,
        area_name=name,
        year=year,
        period_end=date(year, *around.year_ends),
        value=None if hidden else value,
        numerator=None,
        denominator=round(around.of * children / 10_000) or None,
        status=around.status if hidden else "published",
        joint_with=None,
        source=SOURCE,
    )


def _far_value(chance: Random, measure: str, around: Around, far: Far, year: int) -> Value:
    """A figure that varies from authority to authority, and by chance about what it is there."""
    truly = max(0.1, chance.gauss(around.centre, around.spread))
    of = around.of * far.children / 10_000
    scale = {"section_47_rate": 10_000.0, "sw_average_caseload_fte": 1.0}.get(measure, 100.0)
    whole = far.children / 10_000 if around.per_children else of / scale
    counted = max(0, round(chance.gauss(truly * whole, (truly * whole) ** 0.5)))
    hidden = around.few and 1 <= counted <= 5
    return Value(
        measure=measure,
        level="authority",
        area_code=far.code,
        area_name=far.name,
        year=year,
        period_end=date(year, *around.year_ends),
        value=None if hidden else counted if around.per_children else round(counted / whole, 1),
        numerator=None if hidden or around.per_children else counted,
        denominator=round(of) or None,
        status="c" if hidden else "published",
        joint_with=None,
        source=SOURCE,
    )


def _living() -> list[Children]:
    areas = {AREA[0]: AREA[1:], **NEIGHBOURS, **{each.code: (each.name, each.children) for each in FAR}}
    return [
        Children("authority", code, name, year, children + 90 * (year - 2024), "published", SOURCE)
        for code, (name, children) in areas.items()
        for year in MID_YEARS
    ]
