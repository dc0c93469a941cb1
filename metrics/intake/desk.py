"""The reading desk: tables in memory where the text of a file becomes rows, and every bad row is explained.

What a cell held stays here and is gone when the desk is closed: only typed, pseudonymised rows and problems leave it.
"""

import re
from collections import Counter
from collections.abc import Collection
from datetime import date
from functools import cache, reduce

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from metrics.batches import in_batches
from metrics.checks import Check, checks_alone
from metrics.datasets import Column, Extract, Kind
from metrics.datasets.codes import AGE_BANDS
from metrics.intake.cells import expected
from metrics.intake.column_values import Values, read_columns
from metrics.intake.pseudonyms import Pseudonyms
from metrics.submission import Problem, Severity

EARLIEST = date(1990, 1, 1)
"""No record that a board looks at begins before this day: an earlier one is a slip of the year."""
MOST_PROBLEMS_OF_A_RULE = 1000
"""A rule that fires on more rows than this says so once, rather than filling the list."""


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """One database for every desk: to make one takes longer than to read a small file. It holds nothing of its own.

    What a desk makes is temporary: only its own cursor sees it, and it is gone when that is closed.
    """
    database = duckdb.connect(":memory:", config={"temp_directory": ""})
    database.execute("set enable_external_access = false")
    database.execute("set arrow_lossless_conversion = true")  # a uuid stays one, not 36 letters
    return database


class Desk:
    """Reads the rows of one dataset. Add text as often as needed, then take what was read."""

    def __init__(self, extract: type[Extract], key: bytes) -> None:
        self.extract = extract
        self.problems: list[Problem] = []
        self.rows_read = 0
        self.sent: set[str] = set()
        self._empty: Counter[str] = Counter()
        self._unread: Counter[str] = Counter()
        self._columns = (*extract.columns(), *extract.looked_at)
        self._con = _database().cursor()
        self._pseudonyms = Pseudonyms(key)
        moments = {each.name for each in self._columns if each.kind is Kind.MOMENT}
        self._seldom_twice = moments | (set(extract.key) if len(extract.key) == 1 else set())
        self._con.execute(f"create temp table read_rows ({self._read_columns()})")
        self._con.execute("create temp table faulty (row_number integer)")

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *_: object) -> None:
        self._con.close()

    def add(self, text: pa.Table, columns: dict[str, str]) -> None:
        """Read a table of text. `columns` maps columns of the contract to columns of the table.

        The table also has `row_number`, and may have `place`.
        """
        sent = [each for each in self._columns if each.name in columns]
        self.sent |= {each.name for each in sent}
        cells = [text[columns[each.name]] for each in sent]
        values = read_columns(self._con, sent, cells, self._pseudonyms, self._seldom_twice)
        filled = _filled(self._sent(text, values), values)
        self._tally(filled, values)
        self._con.register("sent", in_batches(filled))
        added = self._con.execute(f"insert into read_rows select {self._values(values)} from sent").fetchall()
        self.rows_read += added[0][0]
        self._con.unregister("sent")

    def _tally(self, rows: pa.Table, values: dict[str, Values]) -> None:
        """Count the cells that are empty, and those that could not be read, of every column."""
        for each in self._columns:
            if each.name not in values:
                self._empty[each.name] += rows.num_rows
            elif values[each.name].read is not None:
                read = rows[f"{each.name}_is"]
                self._empty[each.name] += read.null_count
                self._unread[each.name] += len(read) - read.null_count - (pc.sum(read).as_py() or 0)

    def _sent(self, text: pa.Table, values: dict[str, Values]) -> pa.Table:
        """The values as a table, each with a column that says whether its cell was read, where that differs from row to row."""
        place = text["place"] if "place" in text.column_names else pa.nulls(text.num_rows, pa.string())
        read = {f"{name}_is": each.read for name, each in values.items() if each.read is not None}
        return pa.table(
            {"row_number": text["row_number"], "place": place, **{name: each.values for name, each in values.items()}, **read}
        )

    def lacks(self) -> tuple[str, ...]:
        """The contract's columns of which the file says nothing, on any row."""
        return tuple(each.name for each in self.extract.columns() if each.name not in self.sent)

    def explain(self, row: int | None, field: str, rule: str, severity: Severity, sentence: str, place: str = "") -> None:
        """Note a problem."""
        self.problems.append(
            Problem(
                dataset=self.extract.dataset,
                place=place or ("" if row is None else f"row {row}"),
                row=row,
                field=field,
                rule=rule,
                severity=severity,
                sentence=sentence,
            )
        )

    def check(self, as_at: date) -> None:
        """Apply every rule: cells that cannot be read, the same thing twice, and the rules of `checks/`."""
        self._con.execute("alter table read_rows add column blocked boolean default false")
        self._con.execute(f"create temp table file as select date '{as_at}' as as_at")
        self._check_cells()
        self._check_twice()
        for check in checks_alone(self.extract.dataset):
            self._apply(check)
        self._check_days(as_at)

    def span(self) -> tuple[date, date] | None:
        """The first and the last day that the good rows name; days before EARLIEST are taken for slips."""
        days = [each.stored_name for each in self.extract.columns() if each.kind in {Kind.DATE, Kind.MOMENT}]
        latest = ", ".join(f"max({each}::date)" for each in days) or f"max({self.extract.last_day})"
        first, last = self._con.execute(
            f"select min({self.extract.first_day}) filter ({self.extract.first_day} >= date '{EARLIEST}'), "
            f"greatest({latest}, max({self.extract.first_day})) from read_rows where not blocked"
        ).fetchall()[0]
        return None if first is None else (first, max(first, last))

    def first_ended(self) -> date | None:
        """The earliest day on which a good row was over; none when all of them go on."""
        day = self.extract.last_day
        found: date | None = self._con.execute(
            f"select min({day}) filter ({day} >= date '{EARLIEST}') from read_rows where not blocked"
        ).fetchall()[0][0]
        return found

    def take(self) -> pa.Table:
        """The good rows: row_number, `is_faulty` (1 or 0) and the stored columns, in the order of the file."""
        names = ", ".join(f"{name}::{kind} as {name}" for name, kind in self.extract.stored_columns().items())
        faulty = "(row_number in (from faulty))::tinyint as is_faulty"
        table: pa.Table = self._con.sql(
            f"select row_number, {faulty}, {names} from read_rows where not blocked"
        ).to_arrow_table()
        return table

    def _read_columns(self) -> str:
        columns = ["row_number integer", "place varchar"]
        for each in self._columns:
            columns.append(f"{each.stored_name} {each.stored_as}")
            if each.kind is Kind.BIRTH_DATE:
                columns.append(f"{each.name} date")
            columns.append(f"{each.name}_is boolean")
        return ", ".join(columns)

    def _values(self, sent: dict[str, Values]) -> str:
        """Each column's value, and whether its cell was read: null for an empty one, false for one that could not be."""
        values = ["row_number", "place"]
        for each in self._columns:
            born = each.kind is Kind.BIRTH_DATE
            if each.name in sent:
                values += [self._value(each, sent), *([f'"{each.name}"'] if born else [])]
                values.append("true" if sent[each.name].read is None else f'"{each.name}_is"')
            else:
                values += [f"'{AGE_BANDS[-1]}'", "null", "null"] if born else ["null", "null"]
        return ", ".join(values)

    def _value(self, column: Column, sent: Collection[str]) -> str:
        if column.kind is Kind.BIRTH_DATE:
            return column.word(_age_band(f'"{column.name}"', f"({self._event(sent)})::date"))
        return column.word(f'"{column.name}"') if column.kind is Kind.CODE else f'"{column.name}"'

    def _event(self, sent: Collection[str]) -> str:
        """The day of the event as read: what an age is taken at."""
        names = sorted((each.name for each in self.extract.columns()), key=len, reverse=True)
        return re.sub("|".join(names), lambda name: f'"{name[0]}"' if name[0] in sent else "null", self.extract.event)

    def _check_cells(self) -> None:
        for column in self._columns:
            if self._empty[column.name] and column.required:
                self._found(f'"{column.name}_is" is null', column.name, "empty", Severity.BLOCK, _empty(column))
            if column.kind is Kind.MOMENT:
                sentence = (
                    f"{column.name} has no time of day, and counts as 00:00. Fill in the time: hours are counted from it."
                )
                self._found(f"{column.name}::time = time '00:00'", column.name, "no_time_of_day", Severity.WARNING, sentence)
            if self._unread[column.name]:
                severity = Severity.BLOCK if column.required else Severity.ERROR
                kept = "" if column.required else " The row was kept with this cell left empty."
                sentence = f"{column.name} should be {expected(column)}.{kept}"
                self._found(f'not "{column.name}_is"', column.name, "cannot_be_read", severity, sentence)

    def _check_twice(self) -> None:
        """Rows with the key of an earlier one. Few rows share a hash of the key: only those are compared in full."""
        key = ", ".join(self.extract.key)
        alike = f"select hash({key}) from read_rows where not blocked group by all having count(*) > 1"
        self._con.execute(f"create or replace temp table alike as {alike}")
        if not self._con.execute("select 1 from alike limit 1").fetchall():
            return
        self._con.execute(
            f"create or replace temp table repeated as select row_number from read_rows "
            f"where not blocked and hash({key}) in (from alike) "
            f"qualify row_number > min(row_number) over (partition by {key})"
        )
        self._found(
            "row_number in (from repeated)",
            self.extract.key[0],
            "same_row_twice",
            Severity.BLOCK,
            f"An earlier row has the same {_listed(self._key_columns())}. It was counted once: remove one of the two.",
        )

    def _key_columns(self) -> tuple[str, ...]:
        """The columns that the key is made of."""
        return tuple(each.name for each in self.extract.columns() if any(each.name in part for part in self.extract.key))

    def _apply(self, check: Check) -> None:
        rows = f"with rows as (select * from read_rows where not blocked) select row_number from ({check.sql}) as found"
        fires_on = self._con.sql(rows).to_arrow_table()
        if fires_on.num_rows:  # most rules fire on no row
            self._con.register("found", fires_on)
            self._found("row_number in (from found)", check.field, check.rule, check.severity, check.sentence)
            self._con.unregister("found")

    def _check_days(self, as_at: date) -> None:
        day = f"({self.extract.first_day})"
        event = " or ".join(each.name for each in self.extract.columns() if each.name in self.extract.event)
        sentence = f"{event} is after the day the file stands for ({as_at:%d/%m/%Y}). Correct one of the two."
        self._found(f"not blocked and {day} > date '{as_at}'", event, "after_the_file", Severity.ERROR, sentence)
        sentence = f"{event} is before {EARLIEST.year}. Check the year: the row was kept."
        self._found(f"not blocked and {day} < date '{EARLIEST}'", event, "long_ago", Severity.ERROR, sentence)

    def _found(self, where: str, field: str, rule: str, severity: Severity, sentence: str) -> None:
        """Note every row a rule fires on, and leave blocked ones out."""
        rows = self._con.execute(
            f"select row_number, place from read_rows where {where} order by row_number limit {MOST_PROBLEMS_OF_A_RULE}"
        ).fetchall()
        for row, place in rows:
            self.explain(row, field, rule, severity, sentence, place or "")
        if rows and severity in {Severity.ERROR, Severity.WARNING}:
            self._con.execute(f"insert into faulty select row_number from read_rows where {where}")
        if len(rows) == MOST_PROBLEMS_OF_A_RULE:
            total = self._con.execute(f"select count(*) from read_rows where {where}").fetchall()[0][0]
            if total > len(rows):
                more = f"The same holds for {total - len(rows):,} more rows. {sentence}"
                self.explain(None, field, rule, severity, more, "whole file")
        if severity is Severity.BLOCK and rows:
            self._con.execute(f"update read_rows set blocked = true where {where}")


def _filled(sent: pa.Table, values: dict[str, Values]) -> pa.Table:
    """The rows in which some cell is filled in."""
    blank = reduce(pc.and_, (each.empty for each in values.values() if each.empty is not None), pa.scalar(True))
    if any(each.empty is None for each in values.values()) or not pc.any(blank).as_py():
        return sent
    return sent.filter(pc.invert(blank))


def _age_band(born: str, event: str) -> str:
    """The place of the DfE's age group of a child at an event; unborn when the birth comes after it."""
    months = f"date_diff('month', {born}, {event}) - (case when day({event}) < day({born}) then 1 else 0 end)"
    unborn, under_1, to_4, to_9, to_15, older, unknown = range(1, len(AGE_BANDS) + 1)
    return (
        f"case when {born} is null or {event} is null then {unknown} when {born} > {event} then {unborn} "
        f"when {months} < 12 then {under_1} when {months} < 60 then {to_4} when {months} < 120 then {to_9} "
        f"when {months} < 192 then {to_15} else {older} end"
    )


def _empty(column: Column) -> str:
    description = column.description[0].lower() + column.description[1:]
    return f"{column.name} is empty. Every row needs {description.split('.')[0]}: fill it in from the record."


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
