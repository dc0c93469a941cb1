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
FEW = 2_000  # rows
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
    if all(each.length() <= FEW for each in text):  # one query for all columns: to ask takes longer than to read
        found = {column.name: Texts(_trimmed(each), None) for column, each in zip(columns, text, strict=True)}
        values = _values(cursor, columns, {name: each.different for name, each in found.items()})
    else:
        with ThreadPoolExecutor() as pool:
            texts = list(pool.map(_texts, columns, text))
        found = {column.name: each for column, each in zip(columns, texts, strict=True)}
        values = {}
        for each in columns:
            values |= _values(cursor, [each], {each.name: found[each.name].different})
    return {name: _read(values[name], each) for name, each in found.items()}


def _texts(column: Column, text: pa.ChunkedArray) -> Texts:
    if column.kind in SELDOM_TWICE:
        return Texts(_trimmed(text), None)
    encoded = text.combine_chunks().fill_null("").dictionary_encode()
    return Texts(pc.utf8_trim(encoded.dictionary, WHITE_SPACE), encoded.indices)


def _trimmed(text: pa.ChunkedArray) -> pa.Array:
    return pc.utf8_trim(text.combine_chunks().fill_null(""), WHITE_SPACE)


def _read(values: pa.Array, texts: Texts) -> Values:
    empty, valid = pc.equal(texts.different, ""), values.is_valid()
    read = pc.if_else(empty, pa.scalar(None, pa.bool_()), valid)
    return Values(
        values=_placed(values, texts.places),
        read=None if pc.all(valid).as_py() else _placed(read, texts.places),
        empty=_placed(empty, texts.places) if pc.any(empty).as_py() else None,
    )


def _values(cursor: duckdb.DuckDBPyConnection, columns: Sequence[Column], cells: dict[str, pa.Array]) -> dict[str, pa.Array]:
    """The texts of columns as values, in one query: the columns have as many texts each."""
    cursor.register("cells", in_batches(pa.table(cells), BATCH))
    values = ", ".join(f'{_value(each)} as "{each.name}"' for each in columns)
    names = ", ".join(f'nullif("{each.name}", \'\') as "{each.name}"' for each in columns)
    found = cursor.sql(f"select {values} from (select {names} from cells)").to_arrow_table()
    cursor.unregister("cells")
    return {each.name: found[each.name].combine_chunks() for each in columns}


def _value(column: Column) -> str:
    value = value_of(column)
    return f"list_position({list(column.words)}, {value})::utinyint" if column.kind is Kind.CODE else value


def _placed(values: pa.Array, places: pa.Array | None) -> pa.Array:
    if places is None:
        return values
    if isinstance(values, pa.ExtensionArray):
        return pa.ExtensionArray.from_storage(values.type, values.storage.take(places))
    return values.take(places)
