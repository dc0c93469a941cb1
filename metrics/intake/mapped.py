"""From the tables of a known format to our datasets: one SQL file for each dataset, under `mappings/<format>/`.

A mapping begins with a header between /* and */, in TOML: `reads`, the tables that must be in the file; `covers`, the days that
the format speaks of; `cannot`, what it cannot tell; `lacks`, columns that it selects none of. It selects `row_number`, `place`
and columns of the contract from tables of text in which an empty cell is null.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import duckdb
import pyarrow as pa

from metrics.batches import in_batches
from metrics.checks import HEADER
from metrics.datasets import contract
from metrics.frozen import Frozen
from metrics.intake.cells import date_of
from metrics.intake.parts import Days, Part
from metrics.intake.spoken import spoken

META = {"row_number": pa.int32(), "place": pa.string()}
NOTHING = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#ERROR", "NULL")
"""What stands in a cell for nothing at all."""


class DatasetMapping(Frozen):
    """How one dataset is made from the tables of a format."""

    dataset: str
    reads: tuple[str, ...]
    covers: str
    cannot: str
    lacks: tuple[str, ...] = ()
    sql: str


class Tables(NamedTuple):
    """The tables of a file, by our names for them; `known` are the columns of every table that the format has."""

    held: Mapping[str, pa.Table]
    known: Mapping[str, Sequence[str]]


@cache
def mappings(kind: str) -> tuple[DatasetMapping, ...]:
    """The mappings of a format, by dataset. Raises ValueError for a file without a header."""
    found = [each for each in (files("metrics") / "intake" / "mappings" / kind).iterdir() if each.name.endswith(".sql")]
    return tuple(_read(each.name.removesuffix(".sql"), each.read_text(encoding="utf-8")) for each in sorted(found, key=str))


@cache
def described(kind: str) -> dict[str, dict[str, object]]:
    """What `mappings/<format>/tables.toml` says of its tables, and under `not_read` why some are not read."""
    text = (files("metrics") / "intake" / "mappings" / kind / "tables.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def parts_of(kind: str, tables: Tables, days: Mapping[str, Days], settings: Iterable[str] = ()) -> list[Part]:
    """What the tables say of each dataset. `days` gives the days for each word that a mapping's `covers` may be."""
    with duckdb.connect(":memory:", config={"temp_directory": ""}) as con:
        con.execute("set enable_external_access = false")
        for statement in (f"create macro day_of(cell) as {date_of('cell')}", *settings):
            con.execute(statement)
        _lay_out(con, tables)
        return [
            _part(con, each, days[each.covers])._replace(supplied=tables.held[each.reads[0]].num_rows > 0)
            for each in mappings(kind)
            if set(each.reads) <= set(tables.held)
        ]


def tidied(con: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    """Put a table of text into the database: trimmed, without non-breaking spaces, an empty cell null."""
    con.register("as_sent", in_batches(table))
    nothing = ", ".join(f"'{each}'" for each in NOTHING)
    cells = [
        each if each in META else f"nullif(trim(replace(\"{each}\", chr(160), ' ')), '') as \"{each}\""
        for each in table.column_names
    ]
    said = ", ".join(
        each if each in META else f'case when upper("{each}") not in ({nothing}) then "{each}" end as "{each}"'
        for each in table.column_names
    )
    con.execute(f"create table {name} as select {said} from (select {', '.join(cells)} from as_sent) as trimmed")
    con.unregister("as_sent")


def _lay_out(con: duckdb.DuckDBPyConnection, tables: Tables) -> None:
    """Every table of the format; one that the file does not hold is empty, and a column that it lacks null."""
    for name, columns in tables.known.items():
        held = tables.held.get(name, pa.table({each: pa.array([], kind) for each, kind in META.items()}))
        for each in columns:
            if each not in held.column_names:
                held = held.append_column(each, pa.nulls(held.num_rows, pa.string()))
        tidied(con, name, held)


def _part(con: duckdb.DuckDBPyConnection, mapping: DatasetMapping, days: Days) -> Part:
    con.execute("create or replace table days as select ?::date as covers_from, ?::date as covers_to", list(days))
    rows = con.sql(f"select * from ({mapping.sql}) as found order by row_number").to_arrow_table()
    names = [each for each in rows.column_names if each not in META]
    text = [rows[each].cast(META.get(each, pa.string())) for each in rows.column_names]
    table = spoken(mapping.dataset, pa.table(dict(zip(rows.column_names, text, strict=True))))
    held = {each.name for each in contract(mapping.dataset).columns()} & set(names)
    lacks = frozenset(each.name for each in contract(mapping.dataset).columns() if each.name not in held) | set(mapping.lacks)
    return Part(dataset=mapping.dataset, rows=table, days=days, lacks=frozenset(lacks))


def _read(dataset: str, text: str) -> DatasetMapping:
    parts = HEADER.match(text)
    if parts is None:
        raise ValueError(f"The mapping of {dataset} does not begin with a header between /* and */.")
    header = {key: _one_line(value) for key, value in tomllib.loads(parts["header"]).items()}
    return DatasetMapping.model_validate({"dataset": dataset, "sql": parts["sql"].strip().rstrip(";"), **header})


def _one_line(value: object) -> object:
    return re.sub(r"\s+", " ", value) if isinstance(value, str) else value
