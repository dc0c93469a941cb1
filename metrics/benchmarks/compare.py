"""England, the region and statistical neighbours beside one area's figure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from duckdb import DuckDBPyConnection
from pydantic import BaseModel, ConfigDict, Field

from metrics.benchmarks.cells import CODES
from metrics.benchmarks.files import FILES
from metrics.judge.compare import RATE
from metrics.judge.neighbours import HIDDEN, Neighbour, Together, hidden_share, together

Kind = Literal["england", "region", "neighbours"]


class Area(BaseModel):
    """The area whose figures are compared: its three-digit code, its region and its list of neighbours."""

    model_config = ConfigDict(frozen=True)
    code: str
    name: str
    region_code: str
    region_name: str
    neighbour_model: str


class Comparator(BaseModel):
    """One published figure to compare with, or the reason there is none.

    The status is published, computed (from published counts), median (of neighbours), range (of neighbours, some of whose
    figures are hidden: `low` to `high`, and no `value`), too_few (neighbours with a figure), none (nothing loaded), or the
    DfE's code: c, k, u, x, z, low. `found` is what neighbours come to.
    """

    model_config = ConfigDict(frozen=True)
    kind: Kind
    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    year: int | None
    period_end: date | None
    published: int | None
    of: int | None
    status: str
    note: str
    found: Together | None = Field(default=None, exclude=True)


class Row(NamedTuple):
    """A published figure of one area in the newest year on or before the day asked about."""

    measure: str
    level: str
    area_code: str
    year: int
    period_end: date
    value: float | None
    status: str
    joint_with: str | None
    denominator: float | None = None


COUNTED_SHARES: Final = frozenset(
    each.measure for file in FILES for each in file.figures if each.measure.endswith("_pct") and len(each.numerator) == 1
)
"""Percentages of children whose numerator is one column: hidden, one to five children are in it. Of a sum, only a part is."""
NEWEST: Final = """
select measure, level, area_code, year, period_end, value, status, joint_with, denominator
from benchmark_values
where
    list_contains(?::varchar[], measure)
    and period_end <= ?
    and (
        level = 'england'
        or (level = 'region' and area_code = ?)
        or (level = 'authority' and list_contains(?::varchar[], area_code))
    )
qualify year = max(year) over (partition by measure, level)
"""
LISTED: Final = """
select neighbour_code, coalesce(neighbour_name, neighbour_code)
from neighbours
where model = ? and area_code = ?
order by rank
"""


def comparators(cursor: DuckDBPyConnection, measure: str, area: Area, on: date) -> tuple[Comparator, ...]:
    """England, region and neighbours for one measure, in that order, for the newest year ended by a day."""
    return comparators_for(cursor, [measure], area, on)[measure]


def comparators_for(
    cursor: DuckDBPyConnection, measures: Sequence[str], area: Area, on: date
) -> dict[str, tuple[Comparator, ...]]:
    """The comparators of many measures in two queries."""
    listed = dict(cursor.execute(LISTED, [area.neighbour_model, area.code]).fetchall())
    asked = [list(measures), on, area.region_code, list(listed)]
    rows = [Row(*found) for found in cursor.execute(NEWEST, asked).fetchall()]
    return {
        measure: (
            _one("england", "England", _of(rows, measure, "england"), on),
            _one("region", area.region_name, _of(rows, measure, "region"), on),
            _neighbours(area, listed, _of(rows, measure, "authority"), on),
        )
        for measure in measures
    }


def _of(rows: Iterable[Row], measure: str, level: str) -> list[Row]:
    return [row for row in rows if row.measure == measure and row.level == level]


def _one(kind: Kind, label: str, rows: list[Row], on: date) -> Comparator:
    if not rows:
        return _nothing(kind, label, f"No published figure for {label} on or before {_day(on)} is loaded.")
    row = rows[0]
    reasons = {"published": "published", "computed": "from published counts"} | CODES
    return Comparator(
        kind=kind,
        label=label,
        value=row.value,
        year=row.year,
        period_end=row.period_end,
        published=None,
        of=None,
        status=row.status,
        note=f"{row.year}; {reasons[row.status]}",
    )


def _neighbours(area: Area, listed: Mapping[str, str], rows: list[Row], on: date) -> Comparator:
    label = "Statistical neighbours"
    if not listed:
        missing = f"The {area.neighbour_model} list of statistical neighbours for {area.name} is not loaded."
        return _nothing("neighbours", label, missing)
    if not rows:
        missing = f"No published figures for statistical neighbours on or before {_day(on)} are loaded."
        return _nothing("neighbours", label, missing, of=len(listed))
    absent = [Neighbour(code, because="with no return that year") for code in listed.keys() - {row.area_code for row in rows}]
    found = together([*(_neighbour(row) for row in rows), *absent])
    return Comparator(
        kind="neighbours",
        label=label,
        value=None if found.value is None else round(found.value, 6),
        low=None if found.low is None or found.value is not None else round(found.low, 6),
        high=None if found.high is None or found.value is not None else round(found.high, 6),
        year=rows[0].year,
        period_end=rows[0].period_end,
        published=found.published,
        of=found.of,
        status="too_few" if found.low is None else "range" if found.value is None else "median",
        note=f"{rows[0].year}; {found.words}",
        found=found,
    )


def _neighbour(row: Row) -> Neighbour:
    """A neighbour's figure; the range of one that is hidden for being small, where it is known what it is a share of."""
    shared = " / ".join(sorted([row.area_code, *row.joint_with.split(" / ")])) if row.joint_with else ""
    if row.value is not None:
        return Neighbour(row.area_code, row.value, row.value, return_id=shared)
    low, high = _hidden(row)
    return Neighbour(row.area_code, low, high, because=CODES[row.status], return_id=shared)


def _hidden(row: Row) -> tuple[float | None, float | None]:
    if row.status != "c" or not row.denominator:
        return None, None
    if row.measure in COUNTED_SHARES:
        return hidden_share(row.denominator)
    if row.measure.endswith("_rate"):
        return RATE * HIDDEN[0] / row.denominator, RATE * HIDDEN[1] / row.denominator
    return None, None


def _nothing(kind: Kind, label: str, note: str, of: int | None = None) -> Comparator:
    return Comparator(
        kind=kind,
        label=label,
        value=None,
        year=None,
        period_end=None,
        published=None,
        of=of,
        status="none",
        note=note,
    )


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"
