"""Identifiers as keyed hashes: HMAC-SHA-256, its first 128 bits, worked out inside the database.

The key never leaves the store's machine; without it nobody can tell whether a hash is a given child's. The name of the column
is hashed with the identifier, so that a child and a family with the same number stay apart.
"""

import duckdb
import pyarrow as pa

BLOCK = 64
BATCH = 20_000  # identifiers: the database shares out batches among its threads


def define_pseudonym(cursor: duckdb.DuckDBPyConnection, key: bytes) -> None:
    """Make the SQL function pseudonym(role, identifier) -> uuid. Raises ValueError for a key of under 16 bytes."""
    if len(key) < 16:
        raise ValueError("The key of the identifiers is too short.")
    padded = key.ljust(BLOCK, b"\0")
    inner, outer = (bytes(byte ^ pad for byte in padded).hex() for pad in (0x36, 0x5C))
    cursor.execute(
        "create or replace macro pseudonym(role, identifier) as "
        f"left(sha256(unhex('{outer}') || unhex(sha256(unhex('{inner}') || encode(role || ':' || identifier)))), 32)::uuid"
    )


def hashed(cursor: duckdb.DuckDBPyConnection, role: str, identifiers: pa.ChunkedArray) -> pa.Array:
    """The pseudonym of every identifier, in their order; the same identifier is worked out once. Empty gives null.

    The database must be set to hand over a uuid as it is (`arrow_lossless_conversion`).
    """
    encoded = identifiers.combine_chunks().dictionary_encode()
    batches = pa.table({"identifier": encoded.dictionary}).to_batches(max_chunksize=BATCH)
    cursor.register("identifiers", pa.Table.from_batches(batches, pa.schema({"identifier": pa.string()})))
    known = cursor.sql(f"select pseudonym('{role}', nullif(identifier, '')) as hash from identifiers").to_arrow_table()
    cursor.unregister("identifiers")
    return pa.ExtensionArray.from_storage(pa.uuid(), known["hash"].combine_chunks().storage.take(encoded.indices))
