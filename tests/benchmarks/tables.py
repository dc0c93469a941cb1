"""Small published tables for the tests, and where the real ones are."""

from collections.abc import Callable
from datetime import datetime
from importlib import resources
from pathlib import Path

import duckdb

Write = Callable[..., Path]
LOADED_AT = datetime(2026, 11, 2, 9, 0)
PUBLISHED = Path(__file__).parents[2].parent / "shared" / "data" / "benchmarks" / "published"
AREAS = "time_period,time_identifier,geographic_level,region_code,region_name,old_la_code,new_la_code,la_name"
ENGLAND = "National,,,,,"
LONDON = "Regional,E12000007,London,,,"


def authority(code: str, name: str) -> str:
    return f"Local authority,E13000001,Inner London,{code},E0,{name}"


def published_files() -> list[Path]:
    return sorted(PUBLISHED.glob("*.csv"))


def empty_store() -> duckdb.DuckDBPyConnection:
    cursor = duckdb.connect(":memory:", config={"enable_external_access": False})
    cursor.execute(resources.files("metrics.benchmarks").joinpath("benchmarks.sql").read_text())
    return cursor
