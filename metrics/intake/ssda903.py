"""The SSDA903 return on children looked after: its tables as CSV files or one workbook, or the XML.

Which table has which columns is in `mappings/ssda903/tables.toml`; what becomes of them in the SQL beside it. Rules: DfE,
children looked after by local authorities in England, guide to the SSDA903 collection.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import BinaryIO

import duckdb
import pyarrow as pa
from lxml import etree

from metrics.intake.cells import date_of
from metrics.intake.mapped import META, Tables, described, mappings, parts_of, tidied
from metrics.intake.parts import Days, Found, Guess, Part, ReadFile, Undated
from metrics.intake.ssda903_tables import KIND, columns_of_tables, our_name, tables_in_xml, title
from metrics.intake.text_sheets import Head, TextSheet
from metrics.submission import Refused, Severity

__all__ = ["KIND", "TITLE", "found_in", "guessed", "read_sheets", "read_xml", "table_of", "title"]

TITLE = "SSDA903 return on children looked after"
ROOT = "EXPSSDA903"
BESIDE = frozenset({"la", "year"})
"""Columns of tables that were put together from several years or councils."""
NEARLY_ALL = 0.95
"""The share of the days that are no slips."""
MOST = 0.8
SHORT_BREAKS = ("V3", "V4")
PROVIDERS = (
    "The workbook is the list of children's homes and placement providers that the SSDA903 is checked against. It says nothing "
    "about children: the scorecard does not need it."
)
BROKEN = (
    "The SSDA903 file cannot be read as XML: a tag is missing, a character is in the wrong encoding, or the file was cut "
    "short. Export the return again and send the new file."
)


def found_in(heads: Iterable[Head]) -> dict[str, Head]:
    """The tables that a file holds, by our names. Raises Refused for the list of providers."""
    heads = list(heads)
    found = {name: head for head in heads if (name := table_of(head.headings))}
    if not found and any(_is_of_providers(head) for head in heads):
        raise Refused(PROVIDERS)
    return found


@cache
def table_of(headings: Sequence[str]) -> str:
    """Which table has exactly these columns, in any order; empty where none has."""
    here = {each.strip().casefold() for each in headings if each.strip()} - BESIDE
    return next((name for name, columns in columns_of_tables().items() if {each.casefold() for each in columns} == here), "")


def read_sheets(sheets: Iterable[TextSheet], as_at: date | None, covers_from: date | None, today: date) -> ReadFile:
    """Read the tables of a set of CSV files or of a workbook. Raises Undated where the year was not said."""
    held: dict[str, list[pa.Table]] = {}
    for sheet in sheets:
        if name := table_of(sheet.head.headings):
            held.setdefault(name, []).append(_asours(sheet, name))
    return _read({name: _one(tables) for name, tables in held.items()}, as_at, covers_from, today)


def read_xml(stream: BinaryIO, as_at: date | None, covers_from: date | None, today: date) -> ReadFile:
    """Read the XML. Raises Undated where the year was not said, Refused where it cannot be read."""
    try:
        held = tables_in_xml(stream)
    except etree.XMLSyntaxError:
        raise Refused(BROKEN) from None
    return _read(held, as_at, covers_from, today)


def guessed(tables: Tables, today: date) -> Guess:
    """The 31 March on or after nearly all days in the tables; for OC3 alone, on or after most seventeenth birthdays.

    In a year that has not ended: the latest day in the tables.
    """
    with duckdb.connect(":memory:", config={"temp_directory": ""}) as con:
        con.execute("set enable_external_access = false")
        for name, table in tables.held.items():
            tidied(con, name, table)
        days = [f"select {date_of(each)} as day from {name}" for name in tables.held for each in _days_of(name)]
        latest = _reached(con, days, NEARLY_ALL)
        if latest and year_end(latest) > today:
            newest = _reached(con, days, 1, until=today) or today
            return Guess(newest, f"its days run to {newest:%d/%m/%Y}, and its year has not ended")
        if latest:
            return Guess(year_end(latest), f"its days run to {latest:%d/%m/%Y}, slips aside, and its year ends on 31 March")
        turned = [f"select ({date_of('dob')} + interval 17 years)::date as day from oc3"] if "oc3" in tables.held else []
        latest = _reached(con, turned, MOST)
    if latest is None:
        raise Refused("The tables hold no day from which the year could be told. Check that this is the right file.")
    why = f"most of its young people had turned 17 by {latest:%d/%m/%Y}, and its year ends on 31 March"
    return Guess(min(year_end(latest), today), why)


def _reached(con: duckdb.DuckDBPyConnection, days: Sequence[str], share: float, until: date = date.max) -> date | None:
    """The day by which a share of the days, those after `until` apart, had come."""
    every = " union all ".join(days) or "select null::date as day"
    query = f"select quantile_disc(day, {share}) from ({every}) as days where day <= ?"
    found: date | None = con.execute(query, [until]).fetchall()[0][0]
    return found


def year_end(day: date) -> date:
    """The 31 March on or after a day."""
    end = date(day.year, 3, 31)
    return end if day <= end else date(day.year + 1, 3, 31)


def _read(held: Mapping[str, pa.Table], as_at: date | None, covers_from: date | None, today: date) -> ReadFile:
    if not any(set(each.reads) <= set(held) for each in mappings(KIND)):
        raise Refused(_nothing_counted(held))
    known = {name: [our_name(each) for each in columns] for name, columns in columns_of_tables().items()}
    tables = Tables(held, known)
    if as_at is None:
        raise Undated("The SSDA903", guessed(tables, today))
    days = {"year": Days(covers_from or date(year_end(as_at).year - 1, 4, 1), as_at)}
    parts = [_with_faults(each, held) for each in parts_of(KIND, tables, days)]
    return ReadFile(parts, tuple(_notes(held, parts)), as_at)


def _nothing_counted(held: Mapping[str, pa.Table]) -> str:
    if not held:
        return "The SSDA903 file holds no child. Export the return again, with its children."
    said = described(KIND)["not_read"]
    titles = "; ".join(f"{title(each)} says {said[each]}" for each in held)
    return f"The file is of the SSDA903, and nothing of it is counted: {titles}."


def _with_faults(part: Part, held: Mapping[str, pa.Table]) -> Part:
    if part.dataset == "missing_episodes":
        return part._replace(quiet=frozenset({"no_time_of_day"}))
    return part._replace(found=tuple(_faults(held["episodes"]))) if part.dataset == "placements" else part


def _faults(episodes: pa.Table) -> Iterator[Found]:
    """What is wrong between the columns of an episode, and between episodes of a child. DfE rules 148 and 142."""
    with duckdb.connect(":memory:", config={"temp_directory": ""}) as con:
        con.execute("set enable_external_access = false")
        tidied(con, "episodes", episodes)
        unpaired = con.execute(
            "select row_number, place from episodes where (dec is null) <> (rec is null) order by row_number"
        ).fetchall()
        unfollowed = con.execute(
            f"""with episode as (
                select row_number, place, child, upper(rec) as rec, {date_of("decom")} as began_on, {date_of("dec")} as ended_on
                from episodes
            )
            select row_number, place from episode as one where rec = 'X1' and ended_on is not null and not exists (
                select 1 from episode as next where next.child = one.child and next.began_on = one.ended_on
                and next.row_number <> one.row_number
            ) order by row_number"""
        ).fetchall()
    for row, place in unpaired:
        yield Found(row, "DEC", "ended_without_reason", Severity.ERROR, UNPAIRED, place)
    for row, place in unfollowed:
        yield Found(row, "REC", "no_next_episode", Severity.ERROR, UNFOLLOWED, place)


UNPAIRED = (
    "An episode that has ended needs the day (DEC) and the reason (REC); one that goes on has neither. Fill in the other."
)
UNFOLLOWED = (
    "The reason X1 says that another episode begins on that day, and none does. Correct the reason, or add the next one."
)


def _notes(held: Mapping[str, pa.Table], parts: Sequence[Part]) -> Iterator[str]:
    if "episodes" in held:
        legal = Counter(str(each).strip().upper() for each in held["episodes"]["ls"].to_pylist())
        if short := sum(legal[each] for each in SHORT_BREAKS):
            yield f"{short:,} episodes of short breaks (legal status V3 or V4) were left out, as in the DfE's figures."
    if "missing" in held:
        types = Counter(str(each).strip().upper() for each in held["missing"]["missing"].to_pylist())
        if types["A"]:
            yield f"{types['A']:,} episodes of children away without authorisation (A), not missing, were left out."
        yield "The SSDA903 has no time of day for missing episodes: each counts from 00:00."
    if "oc3" in held:
        left = held["oc3"].num_rows - sum(each.rows.num_rows for each in parts if each.dataset == "care_leavers")
        if left:
            yield (
                f"{left:,} care leavers were left out: no birthday from 17 to 21 in the year, gone home, died, or a date of "
                "birth that cannot be read."
            )
    not_read = [title(each) for each in held if each in described(KIND)["not_read"] and each != "header"]
    if not_read:
        yield f"Nothing on the scorecard reads these tables: {', '.join(not_read)}."
    cannot = dict.fromkeys(each.cannot for each in mappings(KIND) if set(each.reads) <= set(held))
    yield f"What the SSDA903 cannot tell, whatever is in it: {'; '.join(cannot)}."


def _asours(sheet: TextSheet, name: str) -> pa.Table:
    by_name = {each.strip().casefold(): each for each in sheet.head.headings}
    ours = {our_name(each): sheet.rows[by_name[each.casefold()]] for each in columns_of_tables()[name]}
    numbers = sheet.rows["row_number"].cast(META["row_number"])
    called = pa.array([f"{title(name)}, row {each}" for each in numbers.to_pylist()], META["place"])
    return pa.table({"row_number": numbers, "place": called, **ours})


def _one(tables: Sequence[pa.Table]) -> pa.Table:
    """Several files of one table, say of two years, as one: each row with a number of its own."""
    if len(tables) == 1:
        return tables[0]
    whole = pa.concat_tables(tables)
    return whole.set_column(0, "row_number", pa.array(range(2, whole.num_rows + 2), META["row_number"]))


def _days_of(name: str) -> tuple[str, ...]:
    """The columns in which what happened in the year is dated."""
    return {
        "episodes": ("decom", "dec"), "missing": ("mis_start", "mis_end"), "reviews": ("review",),
    }.get(name, ())  # fmt: skip


def _is_of_providers(head: Head) -> bool:
    plain = {each.casefold() for each in head.headings}
    return "urn" in plain and bool(plain & {"placement code", "provider placement code", "placement provider code"})
