"""The comparators that come with the tool: England and its regions, each with the file it came from."""

import csv
from datetime import date, datetime
from importlib import resources

from duckdb import DuckDBPyConnection

from metrics.benchmarks.keep import Children, Value, replace_shipped, together, work_out_rates

POPULATION = "children_0_17"


def load_shipped(cursor: DuckDBPyConnection, loaded_at: datetime) -> int:
    """Load England and the regions, never over a file that someone has loaded. Returns the rows read."""
    table = resources.files("metrics.benchmarks").joinpath("england_and_regions.csv")
    rows = [_value(line) for line in csv.DictReader(table.read_text(encoding="utf-8").splitlines())]
    values = [row for row in rows if row.measure != POPULATION]
    living = [_children(row) for row in rows if row.measure == POPULATION]
    with together(cursor):
        replace_shipped(cursor, values, living, loaded_at)
        work_out_rates(cursor)
    return len(rows)


def _value(line: dict[str, str]) -> Value:
    return Value(
        measure=line["measure"],
        level=line["level"],
        area_code=line["area_code"],
        area_name=line["area_name"],
        year=int(line["year"]),
        period_end=date.fromisoformat(line["period_end"]),
        value=_number(line["value"]),
        numerator=_number(line["numerator"]),
        denominator=_number(line["denominator"]),
        status=line["status"],
        joint_with=None,
        source=line["source"],
    )


def _children(row: Value) -> Children:
    children = None if row.value is None else int(row.value)
    return Children(row.level, row.area_code, row.area_name, row.year, children, row.status, row.source)


def _number(text: str) -> float | None:
    return float(text) if text else None
