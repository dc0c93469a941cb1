"""England, the region and statistical neighbours beside one area's figure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, Literal

from duckdb import DuckDBPyConnection
from pydantic import BaseModel, ConfigDict, Field

from metrics.benchmarks.boundaries import standing_for
from metrics.benchmarks.cells import CODES
from metrics.benchmarks.ranges import Row, neighbour
from metrics.judge.neighbours import Method, Together, together

Kind = Literal["england", "region", "neighbours", "neighbours_before"]
"""`neighbours_before`: by the list that was in use before the present one, for four quarters after the switch."""


class Area(BaseModel):
    """The area whose figures are compared: its three-digit code, its region, its neighbours and how they are put together.

    `neighbour_models` names the list in use, and after it the one before where both are to be shown.
    """

    model_config = ConfigDict(frozen=True)
    code: str
    name: str
    region_code: str
    region_name: str
    neighbour_models: tuple[str, ...]
    average: Method = "median"


class Comparator(BaseModel):
    """One published figure to compare with, or the reason there is none.

    The status is published, computed (from published counts), median or mean (of neighbours), range (of neighbours, some of
    whose figures are hidden: `low` to `high`, and no `value`), too_few (neighbours with a figure), none (nothing loaded), or
    the DfE's code: c, k, u, x, z, low. `found` is what neighbours come to, by the list called `model`.
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
    model: str = ""
    found: Together | None = Field(default=None, exclude=True)


NEWEST: Final = """
select measure, level, area_code, area_name, year, period_end, value, status, joint_with, numerator, denominator
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
select model, neighbour_code, coalesce(neighbour_name, neighbour_code)
from neighbours
where list_contains(?::varchar[], model) and area_code = ?
order by rank
"""


def comparators(cursor: DuckDBPyConnection, measure: str, area: Area, on: date) -> tuple[Comparator, ...]:
    """England, region and neighbours for one measure, in that order, for the newest year ended by a day."""
    return comparators_for(cursor, [measure], area, on)[measure]


def comparators_for(
    cursor: DuckDBPyConnection, measures: Sequence[str], area: Area, on: date
) -> dict[str, tuple[Comparator, ...]]:
    """The comparators of many measures in two queries."""
    lists = _lists(cursor, area)
    codes = {code for listed in lists.values() for code in listed}
    relatives = {other for code in codes for other in standing_for(code)}
    asked = [list(measures), on, area.region_code, sorted(codes | relatives)]
    rows = [Row(*found) for found in cursor.execute(NEWEST, asked).fetchall()]
    return {
        measure: (
            _one("england", "England", _of(rows, measure, "england"), on),
            _one("region", area.region_name, _of(rows, measure, "region"), on),
            *_by_lists(area, lists, _of(rows, measure, "authority"), on),
        )
        for measure in measures
    }


def _lists(cursor: DuckDBPyConnection, area: Area) -> dict[str, dict[str, str]]:
    """The neighbours by the name of their list, the closest first."""
    found: dict[str, dict[str, str]] = {model: {} for model in area.neighbour_models}
    for model, code, name in cursor.execute(LISTED, [list(area.neighbour_models), area.code]).fetchall():
        found[model][code] = name
    return found


def _by_lists(area: Area, lists: Mapping[str, Mapping[str, str]], rows: list[Row], on: date) -> list[Comparator]:
    now, *before = lists
    found = [_neighbours(area, now, lists[now], rows, on)]
    for model in before:
        kept = len(lists[model].keys() & lists[now].keys())
        old = _neighbours(area, model, lists[model], rows, on)
        note = f"{old.note}; {kept} of its {len(lists[model])} stand in the list of {now} too" if lists[model] else old.note
        label = f"{old.label}, list of {model}"
        found.append(old.model_copy(update={"kind": "neighbours_before", "label": label, "note": note}))
    return found


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


def _neighbours(area: Area, model: str, listed: Mapping[str, str], rows: list[Row], on: date) -> Comparator:
    label = "Statistical neighbours"
    if not listed:
        missing = f"The {model} list of statistical neighbours for {area.name} is not loaded."
        return _nothing("neighbours", label, missing, model=model)
    if not rows:
        missing = f"No published figures for statistical neighbours on or before {_day(on)} are loaded."
        return _nothing("neighbours", label, missing, of=len(listed), model=model)
    by_code = {row.area_code: row for row in rows}
    found = together([neighbour(code, name, by_code) for code, name in listed.items()], area.average)
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
        status="too_few" if found.low is None else "range" if found.value is None else found.method,
        note=f"{rows[0].year}; {found.words}",
        model=model,
        found=found,
    )


def _nothing(kind: Kind, label: str, note: str, of: int | None = None, model: str = "") -> Comparator:
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
        model=model,
    )


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"
