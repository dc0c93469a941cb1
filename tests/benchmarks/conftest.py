from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from metrics.benchmarks import NotABenchmarkFile, load_published
from tests.benchmarks.tables import AREAS, LOADED_AT, Write, empty_store, published_files


@pytest.fixture
def cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    with empty_store() as opened:
        yield opened


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes rows of (year, area, cells) as a published table."""

    def written(columns: str, *rows: tuple[int, str, str], name: str = "table.csv") -> Path:
        lines = [f"{year},Reporting year,{area},{cells}" for year, area, cells in rows]
        path = tmp_path / name
        path.write_text("\n".join([f"{AREAS},{columns}", *lines]) + "\n", encoding="utf-8-sig")
        return path

    return written


@pytest.fixture(scope="session")
def everything_published() -> Iterator[duckdb.DuckDBPyConnection]:
    if not published_files():
        pytest.skip("the published tables are not beside this repository, in ../shared/data/benchmarks/published")
    with empty_store() as opened:
        for path in published_files():
            try:
                load_published(opened, path, LOADED_AT)
            except NotABenchmarkFile:
                continue  # a table no indicator needs
        yield opened
