"""The store: one DuckDB file, opened by one process. Submissions are only ever added; what stands is worked out.

One connection, a fresh cursor for every query. Once open it reads and writes nothing but its own file.
"""

import json
import secrets
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path

import duckdb
import pyarrow as pa

from metrics.batches import in_batches, places_for_words
from metrics.benchmarks import children, load_shipped
from metrics.board import Board, read_board
from metrics.board.held import board_on
from metrics.board_settings.versions import NOBODY, SetBy, keep_board
from metrics.bundles.keep import keep_prepared
from metrics.bundles.records import refuse_records
from metrics.checks.beside import held_against
from metrics.clock import now
from metrics.datasets import Column, Extract, contract, contracts
from metrics.keeping import keep_counts, keep_stale_counts
from metrics.settings import define_settings
from metrics.standing import definition_of, stand
from metrics.store_key import KEY_VARIABLE, StoreError, key_path, make_key, read_key
from metrics.submission import Checked, Delivery, Severity, Submission
from metrics.wide.meanings import Known, Meanings, keyed, still_good
from metrics.working_days import write_working_days

__all__ = ["KEY_VARIABLE", "AlreadyReceived", "Store", "StoreError", "key_path", "migrate", "read_key"]

LOCKED_DOWN = (
    "set autoinstall_known_extensions = false",
    "set autoload_known_extensions = false",
    "set enable_external_access = false",
    "set lock_configuration = true",
)


class AlreadyReceived(Exception):
    """The same file has been received before. Nothing has changed."""


class Store:
    """An open store. Make one with `Store.create` or `Store.open`; close it when done.

    `changes` counts the transactions that were kept since it was opened: where it is the same, so is all that is held.
    """

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, key: bytes) -> None:
        self.path = path
        self.key = key
        self.changes = 0
        self._connection = connection
        self._writing = threading.RLock()

    @classmethod
    def create(cls, path: Path, board_text: str, said: SetBy = NOBODY) -> "Store":
        """Make a new store with its key beside it, and the shipped comparators in it; `said`: who set its board, and when.

        Raises StoreError if there is a file already, ValueError when the board cannot be read.
        """
        read_board(board_text)
        if path.exists():
            raise StoreError(f"There is already a store at {path}. Choose another name, or open this one.")
        path.parent.mkdir(parents=True, exist_ok=True)
        make_key(path)
        store = cls._connect(path)
        store.set_board(board_text, said)
        with store.cursor() as cursor:
            load_shipped(cursor, now())
        return store

    @classmethod
    def in_memory(cls, board_text: str) -> "Store":
        """A store that is written nowhere and gone when it is closed, with a key that nobody has.

        Raises ValueError when the board cannot be read.
        """
        read_board(board_text)
        connection = duckdb.connect(":memory:", config={"temp_directory": ""})
        store = cls(Path(":memory:"), connection, secrets.token_bytes(32))
        store._prepare()
        store.set_board(board_text)
        return store

    @classmethod
    def open(cls, path: Path, megabytes: int | None = None) -> "Store":
        """Open a store, bringing its schema forward. Raises StoreError with a sentence when that cannot be done.

        `megabytes`: the memory that the database may take, beyond which it writes beside the store; else most of the machine's.
        """
        if not path.exists():
            raise StoreError(f"There is no store at {path}. Make one with: scorecard new {path} --board board.toml")
        return cls._connect(path, megabytes)

    @classmethod
    def _connect(cls, path: Path, megabytes: int | None = None) -> "Store":
        key = read_key(path)
        try:
            connection = duckdb.connect(str(path), config={"memory_limit": f"{megabytes}MB"} if megabytes else {})
        except duckdb.IOException as problem:
            raise _unusable(path, problem) from problem
        store = cls(path, connection, key)
        try:
            store._prepare()
        except duckdb.IOException as problem:
            connection.close()
            raise _damaged(path) from problem
        except BaseException:
            connection.close()
            raise
        return store

    def _prepare(self) -> None:
        with self.cursor() as cursor:
            cursor.execute("set preserve_insertion_order = false")
            cursor.execute("begin")
            migrate(cursor)
            cursor.execute((files("metrics") / "benchmarks" / "benchmarks.sql").read_text(encoding="utf-8"))
            write_working_days(cursor)
            _make_dataset_tables(cursor)
            define_settings(cursor, self.board_on(cursor).settings)
            cursor.execute("commit")
            for statement in LOCKED_DOWN:
                cursor.execute(statement)
            keep_stale_counts(cursor)

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A fresh cursor: one connection object shared by threads gives wrong results."""
        cursor = self._connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def as_known_at(
        self, known_at: datetime | None, datasets: frozenset[str] | None = None
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that sees the datasets as the board knew them then, counted by the rules that it had; None is now."""
        with self.cursor() as cursor:
            if known_at is not None:
                define_settings(cursor, self.board_on(cursor, known_at).settings, aside=True)
                for dataset in sorted(datasets if datasets is not None else contracts()):
                    stand(cursor, dataset, known_at, aside=True)
            yield cursor

    @property
    def board(self) -> Board:
        with self.cursor() as cursor:
            return self.board_on(cursor)

    @staticmethod
    def board_on(cursor: duckdb.DuckDBPyConnection, known_at: datetime | None = None) -> Board:
        """The board's choices as they are, or were at a moment; an empty board in a store that is only being made."""
        return board_on(cursor, known_at)

    def set_board(self, text: str, said: SetBy = NOBODY) -> None:
        """Keep a new version of the board's choices. Raises ValueError when they cannot be read."""
        with self.transaction() as cursor:
            keep_board(cursor, text, said)

    def held_from(self, agency: str) -> frozenset[str]:
        """The datasets of which an agency's rows are held."""
        with self.cursor() as cursor:
            found = cursor.execute(
                "select distinct dataset from submissions where agency = ? and supplied", [agency]
            ).fetchall()
        return frozenset(dataset for (dataset,) in found)

    def children_on(self, day: date) -> int | None:
        """How many children live in the board's area, for a rate on that day; None where it is not known."""
        with self.cursor() as cursor:
            found = children(cursor, self.board_on(cursor).area.code, day)
        return found.children if found else None

    def draft(self, agency: str, period: str) -> str | None:
        """What an agency has begun to fill in for a period."""
        with self.cursor() as cursor:
            rows = cursor.execute("select content from drafts where agency = ? and period = ?", [agency, period]).fetchall()
        return str(rows[0][0]) if rows else None

    def keep_draft(self, agency: str, period: str, content: str) -> None:
        """Keep what an agency has begun to fill in, in place of what it had before; an empty one is let go."""
        with self.transaction() as cursor:
            cursor.execute("delete from drafts where agency = ? and period = ?", [agency, period])
            if content:
                cursor.execute("insert into drafts values (?, ?, ?, ?)", [agency, period, now(), content])

    def meanings(self, agency: str) -> Known:
        """What an agency said that the names, words and headings of its sheets mean."""
        with self.cursor() as cursor:
            rows = cursor.execute("select kind, written, means from sheet_meanings where agency = ?", [agency]).fetchall()
        held = {(kind, written): means for kind, written, means in rows if still_good(kind, means)}
        return lambda kind, written: held.get((kind, keyed(self.key, kind, written)))

    def remember(self, agency: str, meanings: Meanings) -> None:
        """Keep what an agency said that the words of its sheets mean, in place of what it said before."""
        rows = [(agency, kind, keyed(self.key, kind, word), means, now()) for (kind, word), means in meanings.said().items()]
        if rows:
            with self.transaction() as cursor:
                cursor.executemany("insert or replace into sheet_meanings values (?, ?, ?, ?, ?)", rows)

    def held_against(self, delivery: Delivery) -> Delivery:
        """The delivery with the problems that show only beside what the store holds."""
        with self.cursor() as cursor:
            return held_against(cursor, delivery)

    def accept(self, delivery: Delivery) -> list[int]:
        """Take a delivery, whole or not at all. Returns the ids of its submissions.

        Raises AlreadyReceived when this agency's file with the same content is held; Refused for records of children where the
        board keeps none.
        """
        return self.accept_all([delivery])

    def accept_all(self, deliveries: Sequence[Delivery]) -> list[int]:
        """Take several deliveries, all of them or none: what stands is worked out, and counted, once. As `accept`."""
        with self.transaction() as cursor:
            return accept_on(cursor, deliveries)

    @contextmanager
    def as_if(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor whose changes are seen by itself alone. Nothing of them is kept."""
        with self._writing, self.cursor() as cursor:
            cursor.execute("begin")
            try:
                yield cursor
            finally:
                cursor.execute("rollback")

    @contextmanager
    def as_if_accepted(self, delivery: Delivery, *, counting: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that sees the store as it would be with the delivery. Nothing of it is kept.

        Without `counting` every indicator's kept counts stay behind: ask such a cursor only for figures known at a moment.
        """
        with self.as_if() as cursor:
            accept_on(cursor, [delivery], counting=counting)
            yield cursor

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor all of whose changes are kept, or none; one at a time."""
        with self._writing, self.cursor() as cursor:
            cursor.execute("begin")
            try:
                yield cursor
            except BaseException:
                cursor.execute("rollback")
                raise
            cursor.execute("commit")
            self.changes += 1


def _unusable(path: Path, problem: duckdb.IOException) -> StoreError:
    if "enough bytes" in str(problem):
        return _damaged(path)
    return StoreError(
        f"The store at {path} is in use by another program, or is not a store. Close the dashboard or the other command, "
        "then try again."
    )


def _damaged(path: Path) -> StoreError:
    return StoreError(f"The store at {path} cannot be read to its end: it is damaged or was cut short. Put back its last copy.")


def migrate(cursor: duckdb.DuckDBPyConnection) -> None:
    """Bring the schema forward to this program's. Raises StoreError for a store made by a newer one."""
    cursor.execute("create table if not exists schema_versions (version integer primary key, applied_at timestamp)")
    applied = {version for (version,) in cursor.execute("select version from schema_versions").fetchall()}
    held = max(applied, default=0)
    steps = sorted((each for each in (files("metrics") / "migrations").iterdir() if each.name.endswith(".sql")), key=str)
    newest = max(int(each.name[:3]) for each in steps)
    if held > newest:
        raise StoreError(
            f"This store was made by a newer version of the scorecard (its schema is {held}, this program knows {newest}). "
            "Update the program; the store has not been touched."
        )
    for step in steps:
        version = int(step.name[:3])
        if version not in applied:
            cursor.execute(step.read_text(encoding="utf-8"))
            cursor.execute("insert into schema_versions values (?, ?)", [version, now()])


def _make_dataset_tables(cursor: duckdb.DuckDBPyConnection) -> None:
    """A table of received rows for each contract, with every column the contract has come to name, and what stands."""
    held = dict(cursor.execute("select dataset, definition from stands_as").fetchall())
    tables = _columns_held(cursor)
    for name, extract in contracts().items():
        table = f"received_{name}"
        if table in tables:
            _widen(cursor, table, extract, tables[table])
        else:
            columns = ", ".join(f"{column} {kind}" for column, kind in extract.stored_columns().items())
            cursor.execute(f"create table {table} (submission_id integer, row_number integer, {columns})")
        if held.get(name) != definition_of(name):
            stand(cursor, name, aside=False)
            cursor.execute("insert or replace into stands_as values (?, ?)", [name, definition_of(name)])
            cursor.execute("delete from kept_as")


def _columns_held(cursor: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    """The columns of every table, each with its type. Asked once: to describe table after table takes ten times as long."""
    tables: dict[str, dict[str, str]] = {}
    for table, column, kind in cursor.execute(
        "select table_name, column_name, data_type from duckdb_columns() where database_name = current_database()"
    ).fetchall():
        tables.setdefault(table, {})[column] = kind
    return tables


def _widen(cursor: duckdb.DuckDBPyConnection, table: str, extract: type[Extract], held: dict[str, str]) -> None:
    """Give a table the columns, and the words in them, that its contract has come to name."""
    if "agency" in held:  # stores of version 0.1 wrote it on every row; its submission says it
        cursor.execute(f"alter table {table} drop column agency")
    for column in extract.columns():
        if column.stored_name not in held:
            cursor.execute(f"alter table {table} add column {column.stored_name} {column.stored_as}")
        elif column.words and held[column.stored_name].lower() != column.stored_as.lower():
            cursor.execute(f"alter table {table} alter column {column.stored_name} type {column.stored_as}")


def accept_on(
    cursor: duckdb.DuckDBPyConnection, deliveries: Sequence[Delivery], *, counting: bool = True, inside: bool = False
) -> list[int]:
    """Take deliveries within a transaction that somebody else has begun. As `Store.accept_all`.

    `inside`: into a store of the agency itself, which holds its own records whatever the board keeps.
    """
    ids = []
    for delivery in deliveries:
        if not inside:
            refuse_records(board_on(cursor), delivery)
        _refuse_if_held(cursor, delivery)
        ids += [_add(cursor, delivery, each) for each in delivery.submissions]
        keep_prepared(cursor, delivery)
    datasets = frozenset(each.dataset for delivery in deliveries for each in delivery.submissions if each.supplied)
    for dataset in sorted(datasets):
        stand(cursor, dataset, aside=False)
    if counting:
        keep_counts(cursor, datasets)
    return ids


def _refuse_if_held(cursor: duckdb.DuckDBPyConnection, delivery: Delivery) -> None:
    held = cursor.execute(
        "select min(received_at) from submissions where content_hash = ? and agency = ?",
        [delivery.content_hash, delivery.agency],
    ).fetchall()[0][0]
    if held is not None:
        raise AlreadyReceived(f"This file was already received on {held:%d %B %Y at %H:%M}. Nothing has changed.")


def _add(cursor: duckdb.DuckDBPyConnection, delivery: Delivery, submission: Submission) -> int:
    found = submission.checked or _found_in(submission)
    row = {
        "agency": submission.agency,
        "dataset": submission.dataset,
        "supplied": submission.supplied,
        "covers_from": submission.covers_from,
        "covers_to": submission.covers_to,
        "as_at": submission.as_at,
        "received_at": delivery.received_at,
        "received_by": delivery.received_by,
        "format": delivery.format,
        "content_hash": delivery.content_hash,
        "rows_read": submission.rows_read,
        "rows_kept": submission.rows_kept,
        "rows_blocked": found.rows_blocked,
        "errors": found.errors,
        "warnings": found.warnings,
        "checks": json.dumps(dict(sorted(found.rules.items()))),
        "lacks": list(submission.lacks),
        "rows_faulty": found.rows_faulty,
        "bundle": delivery.bundle,
        "prepared": list(submission.prepared),
    }
    marks = ", ".join("?" * len(row))
    submission_id: int = cursor.execute(
        f"insert into submissions ({', '.join(row)}) values ({marks}) returning submission_id", list(row.values())
    ).fetchall()[0][0]
    if submission.rows is not None and submission.rows.num_rows:
        _add_rows(cursor, submission, submission_id)
    return submission_id


def _found_in(submission: Submission) -> Checked:
    """What the checks found in the rows of a submission."""
    found = Counter(each.severity for each in submission.problems)
    return Checked(
        rows_kept=submission.rows_kept,
        rows_faulty=submission.rows_faulty,
        rows_blocked=found[Severity.BLOCK],
        errors=found[Severity.ERROR],
        warnings=found[Severity.WARNING],
        rules=Counter(each.rule for each in submission.problems),
    )


def _add_rows(cursor: duckdb.DuckDBPyConnection, submission: Submission, submission_id: int) -> None:
    columns = {each.stored_name: each for each in contract(submission.dataset).columns()}
    rows = places_for_words(submission.rows, {name: each.words for name, each in columns.items()})
    names = [each for each in columns if each in rows.column_names]
    values = ", ".join(_delivered(columns[each], rows.schema.field(each).type) for each in names)
    cursor.register("delivered", in_batches(rows))
    cursor.execute(
        f"insert into received_{submission.dataset} (submission_id, row_number, {', '.join(names)}) "
        f"select ?, row_number, {values} from delivered",
        [submission_id],
    )
    cursor.unregister("delivered")


def _delivered(column: Column, kind: pa.DataType) -> str:
    """SQL for a delivered column as the store keeps it."""
    name = column.stored_name
    return column.word(f"{name} + 1") if column.words and pa.types.is_integer(kind) else f"{name}::{column.stored_as}"
