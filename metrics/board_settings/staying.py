"""What may not be taken off a board: an agency that has sent or is spoken of, a meeting of which something is kept."""

from collections.abc import Iterator

import duckdb

from metrics import words
from metrics.board import Board


def refuse_loss(cursor: duckdb.DuckDBPyConnection, before: Board, after: Board) -> None:
    """Raises ValueError with a sentence for each agency or meeting that has to stay."""
    found = [*_agencies(cursor, before, after), *_meetings(cursor, before, after)]
    if found:
        raise ValueError(" ".join(found))


def _agencies(cursor: duckdb.DuckDBPyConnection, before: Board, after: Board) -> Iterator[str]:
    staying = {each.id for each in after.agencies}
    for each in before.agencies:
        if each.id in staying:
            continue
        sent = _count(cursor, "select count(*) from submissions where agency = ?", each.id)
        spoken = _count(cursor, "select count(*) from log_entries where contains(content, ?)", f'"{each.id}"')
        if sent or spoken:
            held = words.count_of(sent, "submission") if sent else "commentary, challenges or actions"
            yield (
                f"{each.name} ({each.id}) has to stay: {held} of it is kept. To expect nothing more of it, leave it on the "
                "board and empty what it sends and returns."
            )


def _meetings(cursor: duckdb.DuckDBPyConnection, before: Board, after: Board) -> Iterator[str]:
    for each in before.meetings:
        if each in after.meetings:
            continue
        frozen = _count(cursor, "select count(*) from editions where meeting = ?::date", each.isoformat())
        written = _count(cursor, "select count(*) from log_entries where starts_with(entry_key, ?)", each.isoformat())
        if frozen or written:
            held = "its scorecard was frozen" if frozen else "words were written for it"
            yield f"The meeting of {words.day(each)} has to stay: {held}. A new day can be added beside it."


def _count(cursor: duckdb.DuckDBPyConnection, query: str, given: str) -> int:
    return int(cursor.execute(query, [given]).fetchall()[0][0])
