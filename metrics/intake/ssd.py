"""The Standard Safeguarding Dataset: its tables as CSV files sent together, or as the sheets of one workbook.

Which columns are read is in `mappings/ssd/tables.toml`; what becomes of them in the SQL beside it. Plans of other councils are
left out; brothers and sisters are known by the family's identifier. Names, addresses and workers are not read.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

import duckdb
import pyarrow as pa

from metrics.intake.cells import date_of
from metrics.intake.mapped import META, Tables, described, mappings, parts_of, tidied
from metrics.intake.parts import Days, Guess, ReadFile, Undated
from metrics.intake.text_sheets import Head, TextSheet
from metrics.periods import add_months
from metrics.submission import Refused

KIND = "ssd"
TITLE = "Standard Safeguarding Dataset"
YEARS = 6
"""How many years back the dataset looks."""
MACROS = (
    "create macro is_yes(cell) as lower(cell) in ('y', 'yes', 'true', 't', '1')",
    """create macro is_flagged(cell, flag) as
    coalesce(regexp_matches(lower(cell), '"?' || lower(flag) || '"?\\s*:\\s*"?(y|yes|true|1)\\b'), false)""",
)
HALF = 2


def found_in(heads: Iterable[Head]) -> dict[str, Head]:
    """The tables of the dataset that a file holds, those that are not read among them."""
    return {name: head for head in heads if (name := table_of(head.headings))}


@cache
def table_of(headings: tuple[str, ...]) -> str:
    """Which table has these columns: at least half of those that are read, or the letters of one that is not."""
    here = {each.strip().casefold() for each in headings if each.strip()}
    for name, columns in _columns().items():
        if HALF * len(here & set(columns)) >= len(columns):
            return name
    letters = {each[:4] for each in here if each[4:5] == "_"}
    others = described(KIND)["prefixes"]
    found = next((each for each in letters if len(letters) == 1 and each in others), "")
    return str(others[found]) if found else ""


def read(sheets: Iterable[TextSheet], as_at: date | None, covers_from: date | None, today: date) -> ReadFile:
    """Read every table. Raises Undated where the day of the extract was not said, Refused where nothing is counted."""
    held: dict[str, pa.Table] = {}
    not_read = []
    for sheet in sheets:
        name = table_of(sheet.head.headings)
        if name in _columns():
            held[name] = _as_ours(sheet, name)
        elif name:
            not_read.append(name)
    if not any(set(each.reads) <= set(held) for each in mappings(KIND)):
        raise Refused(_nothing_counted([*held, *not_read]))
    tables = Tables(held, _columns())
    if as_at is None:
        raise Undated("The Standard Safeguarding Dataset", guessed(tables, today))
    days = {"history": Days(covers_from or add_months(as_at, -12 * YEARS), as_at)}
    parts = parts_of(KIND, tables, days, MACROS)
    if covers_from is None:
        parts = [each._replace(as_far_as_held=True) for each in parts]
    return ReadFile(parts, tuple(_notes(held, not_read)), as_at)


def guessed(tables: Tables, today: date) -> Guess:
    """The latest day in the tables that is not still to come: the extract is of that day, or little later."""
    with duckdb.connect(":memory:", config={"temp_directory": ""}) as con:
        con.execute("set enable_external_access = false")
        days = []
        for name, table in tables.held.items():
            tidied(con, name, table)
            days += [f"select {date_of(each)} as day from {name}" for each in table.column_names if each.endswith("_date")]
        every = " union all ".join(days) or "select null::date as day"
        latest = con.execute(f"select max(day) from ({every}) as days where day <= ?", [today]).fetchall()[0][0]
    if latest is None:
        raise Refused("The tables hold no day from which that of the extract could be told. Check that this is the right file.")
    return Guess(latest, "it is the latest day in the tables")


def _nothing_counted(names: Iterable[str]) -> str:
    why = described(KIND)["not_read"]
    said = "; ".join(f"{each} says {why[each]}" if each in why else each for each in names)
    return (
        f"Nothing on the scorecard is made from these tables of the Standard Safeguarding Dataset alone: {said}. Send the "
        "tables of plans, referrals, assessments or care together with ssd_person and ssd_family."
    )


def _notes(held: Mapping[str, pa.Table], not_read: list[str]) -> Iterator[str]:
    why = described(KIND)["not_read"]
    for name in not_read:
        if name in why:
            yield f"{name} was not read: it says {why[name]}."
    others = [each for each in not_read if each not in why]
    if others:
        yield f"Nothing on the scorecard reads these tables: {', '.join(others)}."
    if "ssd_person" not in held:
        yield "ssd_person is not there: ages, sex and ethnicity are not known. Send it with the others."
    if "ssd_family" not in held:
        yield "ssd_family is not there: children cannot be told apart from families. Send it with the others."
    if "ssd_cp_plans" in held:
        owned = held["ssd_cp_plans"]["cppl_cp_plan_ola"].to_pylist() if _has(held, "ssd_cp_plans", "cppl_cp_plan_ola") else []
        away = sum(str(each).strip().lower() in {"y", "yes", "1", "true"} for each in owned)
        if away:
            yield f"{away:,} plans of other councils were left out."
    cannot = dict.fromkeys(each.cannot for each in mappings(KIND) if set(each.reads) <= set(held))
    yield f"What the Standard Safeguarding Dataset cannot tell, whatever is in it: {'; '.join(cannot)}."


def _has(held: Mapping[str, pa.Table], table: str, column: str) -> bool:
    return column in held[table].column_names


def _as_ours(sheet: TextSheet, name: str) -> pa.Table:
    by_name = {each.strip().casefold(): each for each in sheet.head.headings}
    ours = {each: sheet.rows[by_name[each]] for each in _columns()[name] if each in by_name}
    numbers = sheet.rows["row_number"].cast(META["row_number"])
    called = pa.array([f"{name}, row {each}" for each in numbers.to_pylist()], META["place"])
    return pa.table({"row_number": numbers, "place": called, **ours})


@cache
def _columns() -> dict[str, list[str]]:
    return {name: each["columns"] for name, each in described(KIND).items() if "columns" in each}  # type: ignore[misc]
