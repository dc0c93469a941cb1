"""England, the region and statistical neighbours beside one area's figure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median
from typing import Final, Literal, NamedTuple

from duckdb import DuckDBPyConnection
from pydantic import BaseModel, ConfigDict

from metrics.benchmarks.cells import CODES

Kind = Literal["england", "region", "neighbours"]
FEWEST_NEIGHBOURS: Final = 5


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

    The status is published, computed (from published counts), median (of neighbours), too_few
    (neighbours with a figure), none (nothing loaded), or the DfE's code: c, k, u, x, z, low.
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


NEWEST: Final = """
select measure, level, area_code, year, period_end, value, status, joint_with
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
    returns = _returns(rows)
    published = sum(row.value is not None for row in rows)
    enough = len(returns) >= FEWEST_NEIGHBOURS
    return Comparator(
        kind="neighbours",
        label=label,
        value=round(median(returns), 6) if enough else None,
        year=rows[0].year,
        period_end=rows[0].period_end,
        published=published,
        of=len(listed),
        status="median" if enough else "too_few",
        note=_neighbours_note(listed, rows, published, len(returns)),
    )


def _returns(rows: list[Row]) -> list[float]:
    """The figures to take the median of: authorities that send one joint return are counted once."""
    by_return = {tuple(sorted([row.area_code, *(row.joint_with or "").split(" / ")])): row.value for row in rows}
    return [value for value in by_return.values() if value is not None]


def _neighbours_note(listed: Mapping[str, str], rows: list[Row], published: int, returns: int) -> str:
    if returns >= FEWEST_NEIGHBOURS:
        parts = [f"{rows[0].year}", f"median of {published} of {len(listed)} neighbours published"]
    else:
        parts = [f"{rows[0].year}", f"only {published} of {len(listed)} neighbours published a figure"]
        parts.append(f"a median needs {FEWEST_NEIGHBOURS}")
    if returns < published:
        parts.append("a joint return is counted once")
    left_out = [f"{count} {words}" for words, count in _reasons(rows).items()]
    if len(rows) < len(listed):
        left_out.append(f"{len(listed) - len(rows)} with no return that year")
    if left_out:
        parts.append(f"left out: {', '.join(left_out)}")
    return "; ".join(parts)


def _reasons(rows: list[Row]) -> Counter[str]:
    return Counter(CODES[row.status] for row in rows if row.value is None)


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
