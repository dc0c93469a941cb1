"""Ten invented neighbours of the invented area, with invented figures: some suppressed, as published ones are."""

from datetime import date, datetime
from random import Random
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from metrics.benchmarks.keep import (
    Children,
    Neighbour,
    Value,
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
MID_YEARS = range(2020, 2026)


class Around(NamedTuple):
    """Where a measure's figures lie, how far they spread, its newest year, and which neighbours are suppressed and how."""

    centre: float
    spread: float
    newest: int = 2025
    hidden: tuple[str, ...] = ()
    status: str = "c"
    year_ends: tuple[int, int] = (3, 31)
    per_children: bool = False


SEPTEMBER = (9, 30)
MEASURES = {
    "cp_plans_number": Around(41.5, 6, per_children=True),
    "cp_plans_started_number": Around(50, 7, per_children=True),
    "cp_2plus_years_pct": Around(2.4, 0.8, hidden=("983", "988")),
    "cp_2plus_years_at_closure_pct": Around(3.7, 0.9, newest=2024, hidden=("983", "986", "988")),
    "cp_second_or_subsequent_pct": Around(24.6, 2.6),
    "referrals_number": Around(520, 70, per_children=True),
    "rereferrals_12m_pct": Around(23.4, 3.0, hidden=("989",), status="x"),
    "assessments_45wd_pct": Around(84.2, 4.0, newest=2024),
    "section_47_number": Around(185, 30, newest=2024, per_children=True),
    "section_47_rate": Around(185, 30, newest=2024),
    "icpc_15wd_pct": Around(80.1, 5.0, newest=2024, hidden=("988",)),
    "sw_turnover_rate_fte": Around(12.6, 2.2, year_ends=SEPTEMBER),
    "sw_vacancy_rate_fte": Around(14.9, 3.0, year_ends=SEPTEMBER, hidden=("985",), status="x"),
    "sw_agency_rate_fte": Around(13.1, 3.2, year_ends=SEPTEMBER, hidden=("983", "988")),
    "sw_average_caseload_fte": Around(15.5, 1.1, year_ends=SEPTEMBER),
}


def load_neighbours(cursor: DuckDBPyConnection, loaded_at: datetime) -> None:
    """Write the neighbours, their figures and everyone's population. Load the shipped comparators after it, not before."""
    chance = chance_for("neighbours", 1)
    values = [
        _value(chance, measure, around, code, year)
        for measure, around in MEASURES.items()
        for year in range(around.newest - 3, around.newest + 1)
        for code in NEIGHBOURS
    ]
    with together(cursor):
        replace_neighbours(cursor, _links(), loaded_at)
        replace_values(cursor, values, loaded_at)
        replace_populations(cursor, _living(), loaded_at)


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
        denominator=None,
        status=around.status if hidden else "published",
        joint_with=None,
        source=SOURCE,
    )


def _living() -> list[Children]:
    areas = {AREA[0]: AREA[1:], **NEIGHBOURS}
    return [
        Children("authority", code, name, year, children_in(code, year), "published", SOURCE)
        for code, (name, _) in areas.items()
        for year in MID_YEARS
    ]
