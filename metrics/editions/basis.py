"""What a scorecard depends on besides what agencies sent: the board's choices, the definitions, the published figures.

An edition keeps all of it as texts, each once however many editions share it. A cursor made from them sees the store as it was
when the edition was frozen: temporary tables of its own stand in front of the real ones.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib.resources import files
from typing import NamedTuple, TypedDict

import duckdb

from metrics.board import Board, read_board
from metrics.board.held import board_text_on
from metrics.catalogue import Indicator
from metrics.datasets import contracts
from metrics.datasets.returns import Return
from metrics.editions.canonical import canonical
from metrics.measure import datasets_read
from metrics.periods import Period
from metrics.settings import define_settings
from metrics.standing import stand
from metrics.store import Store

PUBLISHED = {
    "benchmark_values": "list_contains(?, measure) and period_end <= ? "
    "qualify dense_rank() over (partition by measure, level order by year desc) <= 3",
    "populations": "? is not null and year between year(?::date) - 8 and year(?::date)",
    "neighbours": "area_code = ?",
}
"""The tables of published figures, and which of their rows a scorecard may look at."""
KNOWN = "create temporary table submissions as select * from submissions where submission_id <= ?"
"""By number, not by time alone: a file that is taken later may be said to have come earlier."""


class Kept(TypedDict):
    """A table's columns with their types, and its rows as texts."""

    columns: Sequence[tuple[str, str]]
    rows: list[list[str | None]]


class Basis(NamedTuple):
    """The texts. `board`: the board file; `definitions`: the catalogue; `tables`: the queries of `current/` by dataset."""

    board: str
    definitions: str
    tables: str
    published: str

    def read_catalogue(self) -> dict[str, Indicator]:
        """The indicators as they were defined, by id, in the order of the scorecard."""
        known = Indicator.model_fields
        rows = json.loads(self.definitions)
        return {row["id"]: Indicator.model_validate({key: row[key] for key in row if key in known}) for row in rows}

    def read_board(self) -> Board:
        return read_board(self.board, indicators=frozenset(self.read_catalogue()))


def basis_now(cursor: duckdb.DuckDBPyConnection, catalogue: Mapping[str, Indicator], period: Period) -> Basis:
    """Everything as it is now, for a scorecard of a period."""
    board = Store.board_on(cursor)
    tables = sorted({*_reads(cursor, catalogue)})
    return Basis(
        board=board_text_on(cursor),
        definitions=canonical([each.model_dump(mode="json") for each in catalogue.values()]),
        tables=canonical({each: (files("metrics") / "current" / f"{each}.sql").read_text(encoding="utf-8") for each in tables}),
        published=canonical(_published(cursor, board, catalogue, period)),
    )


@contextmanager
def seen_as(store: Store, basis: Basis, known_at: datetime, last_submission: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor that sees what had been received by then, under the choices and definitions of the basis."""
    with store.cursor() as cursor:
        cursor.execute(KNOWN, [last_submission])
        _lay_out(cursor, json.loads(basis.published))
        define_settings(cursor, basis.read_board().settings, aside=True)
        for dataset, query in sorted(json.loads(basis.tables).items()):
            stand(cursor, dataset, known_at, aside=True, query=query)
        yield cursor


def _reads(cursor: duckdb.DuckDBPyConnection, catalogue: Mapping[str, Indicator]) -> frozenset[str]:
    found = frozenset({Return.dataset}).union(*(datasets_read(cursor, each) for each in catalogue.values()))
    return found & frozenset(contracts())


def _published(
    cursor: duckdb.DuckDBPyConnection, board: Board, catalogue: Mapping[str, Indicator], period: Period
) -> dict[str, Kept]:
    """The rows of each table that a scorecard of the period may look at."""
    measures = sorted({each.benchmark for each in catalogue.values() if each.benchmark})
    asked = {
        "benchmark_values": [measures, period.last_day],
        "populations": [period.last_day] * 3,
        "neighbours": [board.area.code],
    }
    found: dict[str, Kept] = {}
    for table, which in PUBLISHED.items():
        columns = [(name, kind) for name, kind, *_ in cursor.execute(f"describe {table}").fetchall()]
        texts = ", ".join(f"{name}::varchar" for name, _ in columns)
        rows = cursor.execute(f"select {texts} from {table} where {which}", asked[table]).fetchall()
        found[table] = Kept(columns=columns, rows=sorted(map(list, rows), key=str))
    return found


def _lay_out(cursor: duckdb.DuckDBPyConnection, published: Mapping[str, Kept]) -> None:
    """Temporary tables with the rows that were kept."""
    for table, kept in published.items():
        rows = kept["rows"]
        texts = [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in kept["columns"]]
        values = ", ".join(f"unnest(?::varchar[])::{kind} as {name}" for name, kind in kept["columns"])
        cursor.execute(f"create or replace temporary table {table} as select {values}", texts)
