"""Written things with versions. Who saves says which version they saw: nobody writes over words they have not seen."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Literal, NamedTuple

import duckdb
from pydantic import BaseModel

from metrics.clock import now
from metrics.frozen import Frozen
from metrics.meeting_log.free_text import role_of
from metrics.store import Store

Kind = Literal["commentary", "challenge", "action", "question"]


class Entry(Frozen):
    """One version of something written. `key` is unique in its kind; `written_by` is a role."""

    entry_id: int
    kind: str
    key: str
    version: int
    written_at: datetime
    written_by: str
    content: str


class Overtaken(Exception):
    """Somebody else saved a version in the meantime. Nothing of theirs or yours is lost: `newest` is theirs."""

    def __init__(self, newest: Entry) -> None:
        self.newest = newest
        super().__init__(
            f"{newest.written_by} saved other words for this while you were writing. Yours are still in the form: "
            "read theirs, bring both together, and save again."
        )


def write(
    store: Store, kind: Kind, key: str, content: BaseModel, *, by: str, based_on: int, at: datetime | None = None
) -> Entry:
    """Keep the next version of something written; `based_on` is the version that its writer saw, 0 for none.

    Raises Overtaken when there is a newer one, ValueError when nobody says who writes.
    """
    writer = role_of(by)
    with store.transaction() as cursor:
        held = newest_on(cursor, kind, [key]).get(key)
        if held is not None and held.version != based_on:
            raise Overtaken(held)
        return _insert(cursor, _Place(kind, key, based_on + 1), content, writer, at)


def write_next(
    store: Store, kind: Kind, prefix: str, make: Callable[[int], BaseModel], *, by: str, at: datetime | None = None
) -> Entry:
    """Keep something new under the next number after `prefix`, which `make` is given."""
    writer = role_of(by)
    with store.transaction() as cursor:
        rows = cursor.execute(
            "select count(distinct entry_key) from log_entries where kind = ? and starts_with(entry_key, ?)", [kind, prefix]
        ).fetchall()
        number = 1 + rows[0][0]
        return _insert(cursor, _Place(kind, f"{prefix}{number}", 1), make(number), writer, at)


def newest_on(
    cursor: duckdb.DuckDBPyConnection, kind: Kind, keys: Iterable[str] | None = None, up_to: int | None = None
) -> dict[str, Entry]:
    """The newest version of each thing of a kind, by key, in the order in which they were begun; `up_to`: as of that entry."""
    rows = cursor.execute(
        "select entry_id, kind, entry_key, version, written_at, written_by, content from log_entries "
        "where kind = ? and entry_id <= coalesce(?, entry_id) and (? is null or list_contains(?, entry_key)) "
        "qualify version = max(version) over (partition by entry_key) "
        "order by min(entry_id) over (partition by entry_key)",
        [kind, up_to, *[None if keys is None else list(keys)] * 2],
    ).fetchall()
    found = [Entry(**dict(zip(Entry.model_fields, row, strict=True))) for row in rows]
    return {each.key: each for each in found}


def newest(store: Store, kind: Kind, keys: Iterable[str] | None = None) -> dict[str, Entry]:
    """The same, of a store."""
    with store.cursor() as cursor:
        return newest_on(cursor, kind, keys)


def last_entry(store: Store, kind: Kind | None = None, before: str | None = None) -> int:
    """The number of the last entry: of a kind, or of any; of those whose key sorts before another, where one is given."""
    with store.cursor() as cursor:
        rows = cursor.execute(
            "select coalesce(max(entry_id), 0) from log_entries "
            "where kind = coalesce(?, kind) and (? is null or entry_key < ?)",
            [kind, before, before],
        ).fetchall()
    return int(rows[0][0])


def versions(store: Store, kind: Kind, key: str) -> list[Entry]:
    """Every version of one thing, the oldest first."""
    with store.cursor() as cursor:
        rows = cursor.execute(
            "select entry_id, kind, entry_key, version, written_at, written_by, content from log_entries "
            "where kind = ? and entry_key = ? order by version",
            [kind, key],
        ).fetchall()
    return [Entry(**dict(zip(Entry.model_fields, row, strict=True))) for row in rows]


class _Place(NamedTuple):
    kind: Kind
    key: str
    version: int


def _insert(cursor: duckdb.DuckDBPyConnection, place: _Place, content: BaseModel, writer: str, at: datetime | None) -> Entry:
    cursor.execute(
        "insert into log_entries (kind, entry_key, version, written_at, written_by, content) values (?, ?, ?, ?, ?, ?)",
        [*place, at or now(), writer, content.model_dump_json()],
    )
    return newest_on(cursor, place.kind, [place.key])[place.key]
