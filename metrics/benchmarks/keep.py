"""Writing benchmarks into the store: whole years at a time, and the rates that follow from them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Final, NamedTuple

from duckdb import DuckDBPyConnection

RATES: Final = {"cp_plans_rate": "cp_plans_number", "referrals_rate": "referrals_number"}
"""Rates per 10,000 children that the DfE publishes only as counts: measure -> the count it is of."""


class Value(NamedTuple):
    """A row of benchmark_values."""

    measure: str
    level: str
    area_code: str
    area_name: str
    year: int
    period_end: date
    value: float | None
    numerator: float | None
    denominator: float | None
    status: str
    joint_with: str | None
    source: str


class Children(NamedTuple):
    """A row of populations."""

    level: str
    area_code: str
    area_name: str
    year: int
    children: int | None
    status: str
    source: str


class Neighbour(NamedTuple):
    """A row of neighbours."""

    model: str
    area_code: str
    area_name: str
    rank: int
    neighbour_code: str
    neighbour_name: str | None
    closeness: str | None
    source: str


@contextmanager
def together(cursor: DuckDBPyConnection) -> Iterator[None]:
    """All the changes inside, or none of them."""
    cursor.execute("begin")
    try:
        yield
    except BaseException:
        cursor.execute("rollback")
        raise
    cursor.execute("commit")


# Columns are passed as lists: the store has no access to files, and 12,000 rows take a twentieth of a second.
VALUES: Final = """
select
    unnest(?::varchar[]), unnest(?::varchar[]), unnest(?::varchar[]), unnest(?::varchar[]),
    unnest(?::integer[]), unnest(?::date[]), unnest(?::double[]), unnest(?::double[]),
    unnest(?::double[]), unnest(?::varchar[]), unnest(?::varchar[]), unnest(?::varchar[]),
    ?::boolean, ?::timestamp
"""
POPULATIONS: Final = """
select
    unnest(?::varchar[]), unnest(?::varchar[]), unnest(?::varchar[]), unnest(?::integer[]),
    unnest(?::integer[]), unnest(?::varchar[]), unnest(?::varchar[]), ?::boolean, ?::timestamp
"""
NEIGHBOURS: Final = """
select
    unnest(?::varchar[]), unnest(?::varchar[]), unnest(?::varchar[]), unnest(?::integer[]),
    unnest(?::varchar[]), unnest(?::varchar[]), unnest(?::varchar[]), unnest(?::varchar[]), ?::timestamp
"""
RATE: Final = """
insert into benchmark_values
select
    ? as measure, counted.level, counted.area_code, counted.area_name, counted.year, counted.period_end,
    10000 * counted.value / nullif(living.children, 0) as value,
    counted.value as numerator,
    living.children as denominator,
    case
        when counted.value is null then counted.status
        when living.children is null then living.status
        when living.children = 0 then 'z'
        else 'computed'
    end as status,
    counted.joint_with,
    concat(counted.source, ' over ', living.source) as source,
    counted.shipped and living.shipped as shipped,
    greatest(counted.loaded_at, living.loaded_at) as loaded_at
from benchmark_values as counted
inner join populations as living
    on counted.level = living.level
    and counted.area_code = living.area_code
    and counted.year = living.year + 1
where counted.measure = ?
"""


def replace_values(cursor: DuckDBPyConnection, rows: Sequence[Value], loaded_at: datetime) -> None:
    """Keep these rows in place of every row of the same measures and years."""
    cursor.execute(
        "delete from benchmark_values where list_contains(?::varchar[], measure) and list_contains(?, year)",
        [sorted({row.measure for row in rows}), sorted({row.year for row in rows})],
    )
    cursor.execute(f"insert into benchmark_values {VALUES}", [*columns(rows), False, loaded_at])


def keep_regions(cursor: DuckDBPyConnection, regions: Mapping[str, str], source: str, loaded_at: datetime) -> None:
    """Keep the region of each authority: code -> the region's ONS code."""
    cursor.execute(
        "insert or replace into authority_regions select unnest(?::varchar[]), unnest(?::varchar[]), ?, ?::timestamp",
        [list(regions), list(regions.values()), source, loaded_at],
    )


def replace_populations(cursor: DuckDBPyConnection, rows: Sequence[Children], loaded_at: datetime) -> None:
    """Keep these rows in place of every row of the same mid-years."""
    years = sorted({row.year for row in rows})
    cursor.execute("delete from populations where list_contains(?, year)", [years])
    cursor.execute(f"insert into populations {POPULATIONS}", [*columns(rows), False, loaded_at])


def replace_neighbours(cursor: DuckDBPyConnection, rows: Sequence[Neighbour], loaded_at: datetime) -> None:
    """Keep these lists in place of every list of the same models."""
    models = sorted({row.model for row in rows})
    cursor.execute("delete from neighbours where list_contains(?::varchar[], model)", [models])
    cursor.execute(f"insert into neighbours {NEIGHBOURS}", [*columns(rows), loaded_at])


def replace_shipped(
    cursor: DuckDBPyConnection, values: Sequence[Value], living: Sequence[Children], loaded_at: datetime
) -> None:
    """Keep what came with the tool, wherever no loaded file says anything."""
    cursor.execute("delete from benchmark_values where shipped")
    cursor.execute(f"insert or ignore into benchmark_values {VALUES}", [*columns(values), True, loaded_at])
    cursor.execute("delete from populations where shipped")
    cursor.execute(f"insert or ignore into populations {POPULATIONS}", [*columns(living), True, loaded_at])


def work_out_rates(cursor: DuckDBPyConnection) -> None:
    """Rates per 10,000 children on the mid-year estimate before the year ends, from whatever is loaded."""
    for rate, count in RATES.items():
        cursor.execute("delete from benchmark_values where measure = ?", [rate])
        cursor.execute(RATE, [rate, count])


def columns(rows: Sequence[Value] | Sequence[Children] | Sequence[Neighbour]) -> list[list[object]]:
    """The rows turned on their side."""
    return [list(column) for column in zip(*rows, strict=True)]
