"""Ofsted's Annex A: a workbook of lists about single children, or one CSV for each list.

Which heading means what is in `mappings/annex_a/tables.toml`; what becomes of each list in the SQL beside it. The file never
says which day it stands for: it is guessed from ages and from the latest day in the lists, and asked for.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import cache

import duckdb
import pyarrow as pa

from metrics.intake.cells import date_of
from metrics.intake.mapped import META, Tables, described, mappings, parts_of, tidied
from metrics.intake.parts import Days, Guess, ReadFile, Undated
from metrics.intake.text_sheets import Head, TextSheet
from metrics.periods import add_months
from metrics.submission import Refused

KIND = "annex_a"
TITLE = "Ofsted Annex A"
ALIKE = 0.9
"""How alike a heading and one of the list's must be, from 0 to 1, where a slip of the pen keeps them apart."""
MONTHS = 6
"""How far back the lists look from the day they stand for."""
SHEET_NUMBER = re.compile(r"(?:annex\s*a)?\W*list\W*(\d{1,2})\b", re.IGNORECASE)
SPECIAL_NEEDS = (
    "The workbook is the Annex A of an inspection of services for children with special educational needs, not that of "
    "children's social care. The scorecard has no line of it. Send the Annex A with the lists 1 to 11."
)


def found_in(heads: Iterable[Head]) -> dict[str, tuple[Head, dict[str, str]]]:
    """The lists that a file holds: list -> the sheet, and our name of each column -> its heading.

    Raises Refused for the workbook of the same name about special educational needs.
    """
    heads = list(heads)
    _refuse_special_needs(heads)
    found: dict[str, tuple[Head, dict[str, str]]] = {}
    for head in heads:
        name, columns = _list_of(head)
        if name and name not in found:
            found[name] = (head, columns)
    return found


def read(sheets: Iterable[TextSheet], as_at: date | None, covers_from: date | None) -> ReadFile:
    """Read every list. Raises Undated where the day it stands for was not said."""
    held: dict[str, pa.Table] = {}
    others = 0
    for sheet in sheets:
        name, columns = _list_of(sheet.head)
        if name and name not in held:
            held[name] = _as_ours(sheet, columns, title(name))
        else:
            others += 1
    if not any(set(each.reads) <= set(held) for each in mappings(KIND)):
        raise Refused(_nothing_counted(held))
    tables = Tables(held, {name: list(columns) for name, columns in _columns().items()})
    if as_at is None:
        raise Undated("The Annex A", guessed(tables))
    days = {
        "six_months": Days(covers_from or add_months(as_at, -MONTHS), as_at),
        "as_at": Days(as_at, as_at),
    }
    return ReadFile(parts_of(KIND, tables, days), tuple(_notes(held, others)), as_at)


def guessed(tables: Tables) -> Guess:
    """The day that the lists most probably stand for: where date of birth and age in years meet, else the latest day."""
    with duckdb.connect(":memory:", config={"temp_directory": ""}) as con:
        con.execute("set enable_external_access = false")
        for name, table in tables.held.items():
            tidied(con, name, table)
        by_age = _by_age(con, tables)
        return by_age or _by_latest(con, tables)


def _by_age(con: duckdb.DuckDBPyConnection, tables: Tables) -> Guess | None:
    """An age with decimals, times the days of a year, after the date of birth: nearly every row gives the same day."""
    aged = [name for name, table in tables.held.items() if {"age", "date_of_birth"} <= set(table.column_names)]
    if not aged:
        return None
    each = " union all ".join(f"select date_of_birth, age from {name}" for name in aged)
    day = f"{date_of('date_of_birth')} + round(try_cast(age as double) * 365.25)::integer"
    counted = con.execute(
        f"with aged as ({each}), days as (select {day} as day from aged where age like '%._%') "
        "select day, count(*), sum(count(*)) over () from days where day is not null "
        "group by day order by count(*) desc limit 1"
    ).fetchall()
    if not counted or counted[0][1] < 2 or 2 * counted[0][1] < counted[0][2]:
        return None
    day, agreeing, rows = counted[0]
    return Guess(day, f"on {agreeing:,} of {int(rows):,} rows the age in years and the date of birth give that day")


def _by_latest(con: duckdb.DuckDBPyConnection, tables: Tables) -> Guess:
    columns = [
        (name, each)
        for name, table in tables.held.items()
        for each in table.column_names
        if each.endswith(("_date", "_started", "_ended", "_completed", "_authorised", "_on"))
    ]
    each = (
        " union all ".join(f"select {date_of(column)} as day from {name}" for name, column in columns)
        or "select null::date as day"
    )
    latest = con.execute(f"select max(day) from ({each}) as days").fetchall()[0][0]
    if latest is None:
        raise Refused("None of the lists of the Annex A holds a day. Check that this is the right file.")
    return Guess(latest, "it is the latest day in the lists")


def _list_of(head: Head) -> tuple[str, dict[str, str]]:
    """Which list a sheet is: the one of its number where the headings are that list's, else the one whose headings fit."""
    numbered = SHEET_NUMBER.match(head.name.strip())
    names = sorted(_columns(), key=lambda each: each != (f"list_{int(numbered[1])}" if numbered else ""))
    for name in names:
        columns = _matched(tuple(head.headings), name)
        if set(_marks(name)) <= set(columns):
            return name, columns
    return "", {}


@cache
def _matched(headings: tuple[str, ...], name: str) -> dict[str, str]:
    """Our name of a column -> the heading that means it."""
    plain = {_plain(each): each for each in headings if each}
    found = {
        column: plain[_plain(written)]
        for column, written_as in _columns()[name].items()
        for written in written_as
        if _plain(written) in plain
    }
    for column, written_as in _columns()[name].items():
        left = [each for each, heading in plain.items() if heading not in found.values()]
        if column not in found and (close := _closest(written_as, left)):
            found[column] = plain[close]
    return found


def _closest(written_as: Sequence[str], headings: Sequence[str]) -> str:
    alike = [
        (SequenceMatcher(None, _plain(written), each).ratio(), each)
        for written in written_as
        for each in headings
        if abs(len(written) - len(each)) < 6
    ]
    best = max(alike, default=(0.0, ""))
    return best[1] if best[0] >= ALIKE else ""


def _as_ours(sheet: TextSheet, columns: Mapping[str, str], called: str) -> pa.Table:
    """A list's rows under our names for its columns, with what each row is called."""
    numbers = sheet.rows["row_number"].to_pylist()
    ours = {name: sheet.rows[heading] for name, heading in columns.items()}
    places = pa.array([f"{called}, row {each}" for each in numbers], pa.string())
    return pa.table({"row_number": pa.array(numbers, META["row_number"]), "place": places, **ours})


def _nothing_counted(held: Iterable[str]) -> str:
    why = described(KIND)["not_read"]
    said = "; ".join(f"{title(each)} says {why[each]}" for each in held if each in why)
    return f"The file is of the Annex A, and nothing of it is counted: {said}. Send the lists 1 to 8."


def _notes(held: Mapping[str, pa.Table], others: int) -> Iterable[str]:
    for name, why in described(KIND)["not_read"].items():
        if name in held:
            yield f"{title(name)} was not read: it says {why}."
    if others:
        yield "Sheets that are none of Annex A's lists were not read."
    cannot = dict.fromkeys(each.cannot for each in mappings(KIND) if set(each.reads) <= set(held))
    yield f"What Annex A cannot tell, whatever is in it: {'; '.join(cannot)}."


def _refuse_special_needs(heads: Sequence[Head]) -> None:
    if {"sen primary need", "upn"} <= {_plain(each) for head in heads for each in head.headings}:
        raise Refused(SPECIAL_NEEDS)


def title(name: str) -> str:
    """What a list is called."""
    return str(described(KIND)[name]["title"])


def _marks(name: str) -> Sequence[str]:
    marks: Sequence[str] = described(KIND)[name]["marks"]  # type: ignore[assignment]  # as the file is written
    return marks


@cache
def _columns() -> dict[str, dict[str, list[str]]]:
    return {name: each["columns"] for name, each in described(KIND).items() if "columns" in each}  # type: ignore[misc]


def _plain(text: str) -> str:
    """A heading as it is compared: small letters and single spaces, nothing else."""
    bare = re.sub("['‘’“”\"]", "", text.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", bare))
