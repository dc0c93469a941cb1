"""The key that turns identifiers into hashes: made with the store, and kept beside it or given by the environment."""

import os
import secrets
from pathlib import Path

KEY_VARIABLE = "SCORECARD_KEY"


class StoreError(Exception):
    """The store cannot be used. The message says why and what to do."""


def key_path(store: Path) -> Path:
    return store.with_name(store.name + ".key")


def read_key(path: Path) -> bytes:
    """The key of a store's identifiers, from the environment or the file beside it. Raises StoreError if it is missing."""
    given = os.environ.get(KEY_VARIABLE, "")
    beside = key_path(path)
    text = given or (beside.read_text(encoding="ascii", errors="replace").strip() if beside.exists() else "")
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) < 16:
        raise StoreError(
            f"The key of the store is missing or too short. It stands in {beside.name} beside the store, or in the "
            f"environment as {KEY_VARIABLE}: at least 32 hexadecimal digits. Without it children cannot be linked across files."
        )
    return key


def make_key(path: Path) -> None:
    if os.environ.get(KEY_VARIABLE):
        return
    beside = key_path(path)
    if beside.exists():
        raise StoreError(f"There is a key at {beside} but no store. Move the key away before making a new store.")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
