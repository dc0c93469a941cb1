"""The text of a column as values. Whatever a column says more than once is read once: dates, codes and identifiers repeat."""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from metrics.batches import in_batches
from metrics.datasets import Column, Kind
from metrics.intake.cells import WHITE_SPACE, value_of
from metrics.intake.pseudonyms import Pseudonyms

BATCH = 20_000  # texts: to read some of them takes long
FEW = 2_000  # rows


class Values(NamedTuple):
    """A column as it was read, row by row: a code as its place among the contract's, counted from 1.

    `read` is true where the cell became a value, false where it could not, null where the cell is empty; the whole is null
    where every cell became a value. `empty` is the same for emptiness alone: null where no cell is empty.
    """

    values: pa.Array
    read: pa.Array | None
    empty: pa.Array | None


class Texts(NamedTuple):
    """The texts of a column that differ, and for each row the place of its own; no places where the rows are the texts.

    `hashed` holds the values of texts that are identifiers.
    """

    different: pa.Array
    places: pa.Array | None
    hashed: pa.Array | None


def read_columns(
    cursor: duckdb.DuckDBPyConnection,
    columns: Sequence[Column],
    text: Sequence[pa.ChunkedArray],
    pseudonyms: Pseudonyms,
    seldom_twice: Collection[str],
) -> dict[str, Values]:
    """Read the cells of every column. `seldom_twice` names those in which it is not worth looking for texts that repeat."""
    ordered = sorted(zip(columns, text, strict=True), key=lambda each: each[0].kind is not Kind.IDENTIFIER)
    if all(each.length() <= FEW for each in text):  # one query for all columns: to ask takes longer than to read
        found = {column.name: _texts(column, each, pseudonyms, repeats=False) for column, each in ordered}
        values = _values(cursor, [each for each in columns if each.kind is not Kind.IDENTIFIER], found)
        return {name: _read(values.get(name, each.hashed), each) for name, each in found.items()}
    with ThreadPoolExecutor() as pool:  # identifiers begin first and are asked for last: they are hashed meanwhile
        begun = [
            (column, pool.submit(_texts, column, each, pseudonyms, repeats=column.name not in seldom_twice))
            for column, each in ordered
        ]
        return {column.name: _read_alone(cursor, column, each.result()) for column, each in reversed(begun)}


def _texts(column: Column, text: pa.ChunkedArray, pseudonyms: Pseudonyms, *, repeats: bool) -> Texts:
    different, places = text.combine_chunks().fill_null(""), None
    if repeats:
        encoded = different.dictionary_encode()
        different, places = encoded.dictionary, encoded.indices
    different = pc.utf8_trim(different, WHITE_SPACE)
    hashed = pseudonyms.of(column.name, different) if column.kind is Kind.IDENTIFIER else None
    return Texts(different, places, hashed)


def _read_alone(cursor: duckdb.DuckDBPyConnection, column: Column, texts: Texts) -> Values:
    values = _values(cursor, [column], {column.name: texts})[column.name] if texts.hashed is None else texts.hashed
    return _read(values, texts)


def _read(values: pa.Array, texts: Texts) -> Values:
    empty, valid = pc.equal(texts.different, ""), values.is_valid()
    read = pc.if_else(empty, pa.scalar(None, pa.bool_()), valid)
    return Values(
        values=_placed(values, texts.places),
        read=None if pc.all(valid).as_py() else _placed(read, texts.places),
        empty=_placed(empty, texts.places) if pc.any(empty).as_py() else None,
    )


def _values(cursor: duckdb.DuckDBPyConnection, columns: Sequence[Column], texts: Mapping[str, Texts]) -> dict[str, pa.Array]:
    """The texts of columns as values, in one query: the columns have as many texts each."""
    if not columns:
        return {}
    cells = pa.table({each.name: texts[each.name].different for each in columns})
    cursor.register("cells", in_batches(cells, BATCH))
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
