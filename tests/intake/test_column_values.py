"""Spec: the cells of a long file are read as those of a short one, though each text that repeats is read once."""

from collections.abc import Iterator

import duckdb
import pyarrow as pa
import pytest

from metrics.datasets import Column, Kind, contracts
from metrics.intake.column_values import FEW, read_columns
from metrics.intake.pseudonyms import Pseudonyms

PSEUDONYMS = Pseudonyms(b"a key of the tests")
OF_EACH_KIND = {each.kind: each for extract in contracts().values() for each in extract.columns() if each.example}


@pytest.fixture
def cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("set arrow_lossless_conversion = true")
        yield connection


def read(
    cursor: duckdb.DuckDBPyConnection, column: Column, texts: list[str | None], *, repeats: bool = True
) -> list[tuple[object, bool | None]]:
    """Each cell's value, and whether it was read: None where it is empty."""
    cells = pa.chunked_array([pa.array(texts, pa.string())])
    found = read_columns(cursor, [column], [cells], PSEUDONYMS, () if repeats else [column.name])[column.name]
    said = found.read.to_pylist() if found.read is not None else [True] * len(texts)
    return list(zip(found.values.to_pylist(), said, strict=True))


def test_every_kind_of_column_has_one_to_try() -> None:
    assert set(OF_EACH_KIND) == set(Kind)


@pytest.mark.parametrize("kind", OF_EACH_KIND)
def test_a_long_column_is_read_as_a_short_one(kind: Kind, cursor: duckdb.DuckDBPyConnection) -> None:
    column = OF_EACH_KIND[kind]
    texts = [column.example, f" {column.example}\t", "", None, "x" * 90]
    short = read(cursor, column, texts)
    assert read(cursor, column, texts * FEW) == short * FEW
    assert read(cursor, column, texts * FEW, repeats=False) == short * FEW
    assert short[0] == short[1] != (None, False)
    assert [said for _, said in short[2:4]] == [None, None]
