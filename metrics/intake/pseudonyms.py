"""Identifiers as keyed hashes: HMAC-SHA-256, its first 128 bits, worked out inside the database.

The key never leaves the store's machine; without it nobody can tell whether a hash is a given child's. The name of the column
is hashed with the identifier, so that a child and a family with the same number stay apart.
"""

import duckdb

BLOCK = 64


def define_pseudonym(cursor: duckdb.DuckDBPyConnection, key: bytes) -> None:
    """Make the SQL function pseudonym(role, identifier) -> uuid, for this cursor alone.

    Raises ValueError for a key of under 16 bytes.
    """
    if len(key) < 16:
        raise ValueError("The key of the identifiers is too short.")
    padded = key.ljust(BLOCK, b"\0")
    inner, outer = (bytes(byte ^ pad for byte in padded).hex() for pad in (0x36, 0x5C))
    cursor.execute(
        "create or replace temp macro pseudonym(role, identifier) as "
        f"left(sha256(unhex('{outer}') || unhex(sha256(unhex('{inner}') || encode(role || ':' || identifier)))), 32)::uuid"
    )
