"""Tables in batches: the database shares them out among its threads. One long run of rows would keep a single one busy."""

import pyarrow as pa

ROWS = 122_880  # as many as the database keeps together


def in_batches(table: pa.Table, rows: int = ROWS) -> pa.Table:
    """The same table in batches of at most so many rows. Nothing is copied."""
    return pa.Table.from_batches(table.to_batches(max_chunksize=rows), table.schema)


def places_for_words(table: pa.Table, words: dict[str, tuple[str, ...]]) -> pa.Table:
    """The same table with the place of each word, from nought, in the columns that name their words in this very order."""
    return pa.table({name: _places(table[name], words.get(name, ())) for name in table.column_names})


def _places(column: pa.ChunkedArray, words: tuple[str, ...]) -> pa.ChunkedArray:
    if not pa.types.is_dictionary(column.type):
        return column
    if any(tuple(each.dictionary.to_pylist()) != words for each in column.chunks):
        return column.cast(column.type.value_type)
    return pa.chunked_array([each.indices for each in column.chunks], type=column.type.index_type)
