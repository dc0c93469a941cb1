"""The text of a column as values. Whatever a column says more than once is read once: dates, codes and identifiers repeat."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from metrics.batches import in_batches
from metrics.datasets import Column, Kind
from metrics.intake.cells import WHITE_SPACE, value_of

BATCH = 20_000  # texts: to hash an identifier takes long
SELDOM_TWICE = frozenset({Kind.MOMENT})


class Values(NamedTuple):
    """A column as it was read, row by row: a code as its place among the contract's, counted from 1.

    `read` is true where the cell became a value, false where it could not, null where the cell is empty; the whole is null
    where every cell became a value. `empty` is the same for emptiness alone: null where no cell is empty.
    """

    values: pa.Array
    read: pa.Array | None
    empty: pa.Array | None


class Texts(NamedTuple):
    """The texts of a column that differ, and for each row the place of its own; no places where the rows are the texts."""

    different: pa.Array
    places: pa.Array | None


def read_columns(
    cursor: duckdb.DuckDBPyConnection, columns: Sequence[Column], text: Sequence[pa.ChunkedArray]
) -> dict[str, Values]:
    """Read the cells of every column. The database must hand over a uuid as it is (`arrow_lossless_conversion`)."""
    with ThreadPoolExecutor() as pool:
        texts = list(pool.map(_texts, columns, text))
    return {column.name: _read(cursor, column, each) for column, each in zip(columns, texts, strict=True)}


def _texts(column: Column, text: pa.ChunkedArray) -> Texts:
    whole = text.combine_chunks().fill_null("")
    if column.kind in SELDOM_TWICE:
        return Texts(pc.utf8_trim(whole, WHITE_SPACE), None)
    encoded = whole.dictionary_encode()
    return Texts(pc.utf8_trim(encoded.dictionary, WHITE_SPACE), encoded.indices)


def _read(cursor: duckdb.DuckDBPyConnection, column: Column, texts: Texts) -> Values:
    values = _values(cursor, column, texts.different)
    empty, valid = pc.equal(texts.different, ""), values.is_valid()
    read = pc.if_else(empty, pa.scalar(None, pa.bool_()), valid)
    return Values(
        values=_placed(values, texts.places),
        read=None if pc.all(valid).as_py() else _placed(read, texts.places),
        empty=_placed(empty, texts.places) if pc.any(empty).as_py() else None,
    )


def _values(cursor: duckdb.DuckDBPyConnection, column: Column, cells: pa.Array) -> pa.Array:
    cursor.register("cells", in_batches(pa.table({column.name: cells}), BATCH))
    value = value_of(column)
    if column.kind is Kind.CODE:
        value = f"list_position({list(column.words)}, {value})::utinyint"
    query = f'select {value} as "read" from (select nullif("{column.name}", \'\') as "{column.name}" from cells)'
    values = cursor.sql(query).to_arrow_table()["read"].combine_chunks()
    cursor.unregister("cells")
    return values


def _placed(values: pa.Array, places: pa.Array | None) -> pa.Array:
    if places is None:
        return values
    if isinstance(values, pa.ExtensionArray):
        return pa.ExtensionArray.from_storage(values.type, values.storage.take(places))
    return values.take(places)
