"""Loading a published file into the store: recognised by its columns, suppressed cells kept as such."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from duckdb import DuckDBPyConnection
from pydantic import BaseModel, ConfigDict

from metrics.benchmarks.cells import Record, figure, places, year
from metrics.benchmarks.files import NotABenchmarkFile, PublishedFile, recognise
from metrics.benchmarks.keep import (
    RATES,
    Children,
    Value,
    keep_regions,
    replace_neighbours,
    replace_populations,
    replace_values,
    together,
    work_out_rates,
)
from metrics.benchmarks.neighbours import read_neighbours


class Loaded(BaseModel):
    """What loading a published file did."""

    model_config = ConfigDict(frozen=True)
    source: str
    measures: tuple[str, ...]
    values: int
    suppressed: int
    sentence: str


def load_published(cursor: DuckDBPyConnection, path: Path, loaded_at: datetime) -> Loaded:
    """Load one published file, replacing what the store holds for its measures and years."""
    header, lines = _open(path)
    kind = recognise(header, path.name)
    if kind.holds == "neighbours":
        return _load_neighbours(cursor, kind, path.name, (header, lines), loaded_at)
    values = _checked(list(_values(kind, header, lines, path.name)), path.name)
    with together(cursor):
        if kind.holds == "populations":
            replace_populations(cursor, [_children(value) for value in values], loaded_at)
        else:
            replace_values(cursor, values, loaded_at)
            keep_regions(cursor, _regions(header, lines), kind.title, loaded_at)
        work_out_rates(cursor)
    return _loaded(cursor, kind, values)


def _open(path: Path) -> tuple[list[str], list[list[str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = [name.strip() for name in next(reader, [])]
            recognise(header, path.name)  # before reading on: a file of the wrong kind may be very large
            return header, list(reader)
    except (UnicodeDecodeError, csv.Error) as problem:
        message = f"{path.name} is not a CSV file in UTF-8, as the DfE and ONS publish these tables."
        raise NotABenchmarkFile(message) from problem


def _values(kind: PublishedFile, header: list[str], lines: list[list[str]], name: str) -> Iterator[Value]:
    records = [dict(zip(header, line, strict=False)) for line in lines if any(line)]
    try:
        newest = max((year(record) for record in records), default=0)
        for record in records:
            yield from _row(kind, record, f"{kind.title}, {newest}")
    except KeyError as problem:
        raise NotABenchmarkFile(f"{name} has a row with fewer cells than its heading row.") from problem
    except NotABenchmarkFile as problem:
        raise NotABenchmarkFile(f"{name} cannot be loaded. {problem}.") from problem


def _row(kind: PublishedFile, record: Record, source: str) -> Iterator[Value]:
    about = year(record)
    for place in places(record):
        for wanted in kind.figures:
            read = figure(record, wanted)
            yield Value(
                measure=wanted.measure,
                level=place.level,
                area_code=place.code,
                area_name=place.name,
                year=about,
                period_end=date(about, *kind.year_ends),
                value=read.value,
                numerator=read.numerator,
                denominator=read.denominator,
                status=read.status,
                joint_with=place.joint_with,
                source=source,
            )


def _regions(header: list[str], lines: list[list[str]]) -> dict[str, str]:
    """The region of each authority of a table, as its newest year says: the years need not stand in their order."""
    records = [dict(zip(header, line, strict=False)) for line in lines if any(line)]
    ordered = sorted(records, key=year)
    return {place.code: place.region for record in ordered for place in places(record) if place.region}


def _checked(values: list[Value], name: str) -> list[Value]:
    if not values:
        raise NotABenchmarkFile(f"{name} has no rows for England, a region or a local authority.")
    keys = {(value.measure, value.level, value.area_code, value.year) for value in values}
    if len(keys) < len(values):
        raise NotABenchmarkFile(f"{name} has more than one row for the same area and year: download it without breakdowns.")
    return values


def _children(value: Value) -> Children:
    children = None if value.value is None else int(value.value)
    return Children(value.level, value.area_code, value.area_name, value.year, children, value.status, value.source)


def _load_neighbours(
    cursor: DuckDBPyConnection,
    kind: PublishedFile,
    name: str,
    table: tuple[list[str], list[list[str]]],
    loaded_at: datetime,
) -> Loaded:
    rows = read_neighbours(kind, *table)
    if not rows:
        raise NotABenchmarkFile(f"{name} has the columns of “{kind.title}” but lists no neighbours.")
    with together(cursor):
        replace_neighbours(cursor, rows, loaded_at)
    authorities = len({row.area_code for row in rows})
    models = " and ".join(sorted({row.model for row in rows}))
    sentence = f"Loaded the statistical neighbours of {authorities} authorities ({models}) from {kind.title}."
    return Loaded(source=kind.title, measures=(), values=len(rows), suppressed=0, sentence=sentence)


def _loaded(cursor: DuckDBPyConnection, kind: PublishedFile, values: list[Value]) -> Loaded:
    years = [value.year for value in values]
    named = tuple(figure.measure for figure in kind.figures)
    suppressed = sum(value.value is None for value in values)
    sentence = (
        f"Loaded {len(values) - suppressed:,} values of {', '.join(named)} for {min(years)} to {max(years)} "
        f"from {kind.title}; {suppressed:,} more are suppressed or not available."
    )
    rates, lacking = _rates(cursor, named, max(years))
    if rates:
        sentence += f" Worked out {', '.join(rates)} from them."
    if lacking:
        population = f"the ONS mid-{max(years) - 1} population file"
        sentence += f" To work out {', '.join(lacking)}, also load {population}."
    source = values[0].source
    count = len(values) - suppressed
    return Loaded(source=source, measures=named + rates, values=count, suppressed=suppressed, sentence=sentence)


def _rates(cursor: DuckDBPyConnection, named: tuple[str, ...], newest: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The rates that follow from these counts: those worked out for the newest year, and the others."""
    wanted = [rate for rate, count in RATES.items() if count in named]
    found = cursor.execute(
        "select distinct measure from benchmark_values where year = ? and level = 'authority'", [newest]
    ).fetchall()
    present = {measure for (measure,) in found}
    return (
        tuple(rate for rate in wanted if rate in present),
        tuple(rate for rate in wanted if rate not in present),
    )
