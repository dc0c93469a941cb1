"""The editions that the store holds, and their texts."""

import json
import zlib
from datetime import date, datetime
from typing import Any

import duckdb

from metrics.editions.basis import Basis
from metrics.editions.canonical import hash_of_text
from metrics.editions.content import card_from
from metrics.frozen import Frozen
from metrics.line import Scorecard
from metrics.store import Store

TEXTS = ("board_hash", "definitions_hash", "tables_hash", "published_hash")


class AlreadyFrozen(Exception):
    """There is an edition of this meeting already. Nothing has changed."""


class Edition(Frozen):
    """One issue of a meeting's scorecard. `because` says why it was reissued; `last_submission` and `last_entry` (of
    what people write) are the last ones it knew.

    The four hashes are of its texts (see `Basis`), `content_hash` of its content.
    """

    meeting: date
    issue: int
    period: str
    frozen_at: datetime
    frozen_by: str
    because: str
    last_submission: int
    last_entry: int
    board_hash: str
    definitions_hash: str
    tables_hash: str
    published_hash: str
    content_hash: str


def editions(store: Store, meeting: date | None = None) -> tuple[Edition, ...]:
    """Every edition, or those of one meeting, in the order of freezing."""
    with store.cursor() as cursor:
        found = _all(cursor)
    return tuple(each for each in found if meeting in {None, each.meeting})


def edition(store: Store, meeting: date, issue: int | None = None) -> Edition:
    """One edition; the newest of its meeting where no issue is named. Raises ValueError with the issues that there are."""
    found = editions(store, meeting)
    if not found:
        raise ValueError(f"The scorecard of {meeting.isoformat()} has not been frozen.")
    named = next((each for each in found if each.issue == issue), None if issue else found[-1])
    if named is None:
        known = ", ".join(str(each.issue) for each in found)
        raise ValueError(f"The scorecard of {meeting.isoformat()} has no issue {issue}. There is: {known}.")
    return named


def text_of(store: Store, found: Edition) -> str:
    """An edition's content, as the text that was frozen."""
    with store.cursor() as cursor:
        rows = cursor.execute(
            "select content from editions where meeting = ? and issue = ?", [found.meeting, found.issue]
        ).fetchall()
    return str(rows[0][0])


def basis_of(store: Store, found: Edition) -> Basis:
    """The texts by which an edition was made."""
    with store.cursor() as cursor:
        return Basis(*(_text(cursor, getattr(found, each)) for each in TEXTS))


def card_of_edition(store: Store, found: Edition) -> Scorecard:
    """The scorecard as it was frozen: read, not worked out."""
    content: dict[str, Any] = json.loads(text_of(store, found))
    return card_from(content, basis_of(store, found).read_catalogue())


def keep(cursor: duckdb.DuckDBPyConnection, new: Edition, content: str, basis: Basis) -> None:
    """Keep an edition with its texts, on a cursor in a transaction."""
    for text in basis:
        cursor.execute(
            "insert or ignore into frozen_texts values (?, ?)", [hash_of_text(text), zlib.compress(text.encode(), level=9)]
        )
    row = {**new.model_dump(), "content": content}
    cursor.execute(
        f"insert into editions ({', '.join(row)}) values ({', '.join('?' * len(row))})",
        list(row.values()),
    )


def _all(cursor: duckdb.DuckDBPyConnection) -> list[Edition]:
    columns = list(Edition.model_fields)
    rows = cursor.execute(f"select {', '.join(columns)} from editions order by frozen_at, meeting, issue").fetchall()
    return [Edition(**dict(zip(columns, row, strict=True))) for row in rows]


def _text(cursor: duckdb.DuckDBPyConnection, text_hash: str) -> str:
    rows = cursor.execute("select compressed from frozen_texts where text_hash = ?", [text_hash]).fetchall()
    return zlib.decompress(rows[0][0]).decode()
