"""Invented rows, as many as asked for, straight in the tables that an indicator reads."""

from collections.abc import Iterable

import duckdb

from metrics.datasets import contract, contracts
from metrics.datasets.codes import CATEGORIES_OF_ABUSE, PRIVATE_FOSTERING_SOURCES, REFERRAL_SOURCES

DAYS = 3652
"""The rows lie in the 120 months from April 2016 to March 2026."""

PLACES = ("Care, placed out of area", "Care, placed in the area", "Care, area not recorded", "Home", "Not recorded")


def _one_of(values: tuple[str, ...], salt: int) -> str:
    return f"{list(values)}[1 + (hash(n, {salt}) % {len(values)})::integer]"


def _chance(percent: int, salt: int) -> str:
    return f"hash(n, {salt}) % 100 < {percent}"


def _days(most: int, salt: int) -> str:
    return f"(hash(n, {salt}) % {most})::integer"


EVENT = f"(date '2016-04-01' + (n * {DAYS} // $rows)::integer)"
PERSON = "md5((hash(n, 1) % ($rows // 2))::varchar)::uuid"
FAMILY = "md5((hash(hash(n, 1) % ($rows // 2)) % ($rows // 5))::varchar)::uuid"

TABLES = {
    "cp_plans": {
        "plan_id": "hash(n)",
        "start_date": EVENT,
        "end_date": f"case when {_chance(92, 4)} then {EVENT} + {_days(1000, 5)} end",
        "initial_category": _one_of(tuple(CATEGORIES_OF_ABUSE), 6),
        "category": _one_of(tuple(CATEGORIES_OF_ABUSE), 7),
        "previous_plans": _days(3, 8),
        "child_counts_from": f"case when {_chance(98, 9)} then {EVENT} end",
        "is_subsequent": _chance(20, 10),
    },
    "referrals": {
        "referral_id": "hash(n)",
        "referral_date": EVENT,
        "source": _one_of(tuple(REFERRAL_SOURCES), 4),
        "outcome": _one_of(("No further action", "Led to further work", "Not recorded"), 5),
        "previous_referral_on": f"case when {_chance(40, 6)} then {EVENT} - 1 - {_days(1500, 7)} end",
    },
    "assessments": {
        "assessment_id": "hash(n)",
        "start_date": EVENT,
        "authorised_date": f"case when {_chance(95, 4)} then {EVENT} + {_days(90, 5)} end",
        "working_days_taken": _days(70, 6),
    },
    "section_47_enquiries": {
        "enquiry_id": "hash(n)",
        "start_date": EVENT,
        "conference_date": f"case when {_chance(50, 4)} then {EVENT} + {_days(30, 5)} end",
        "working_days_to_conference": _days(25, 6),
    },
    "missing_episodes": {
        "episode_id": "md5(n::varchar)::uuid",
        "missing_from": f"{EVENT} + to_minutes({_days(1440, 4)})",
        "returned_at": f"case when {_chance(97, 5)} then {EVENT} + to_minutes({_days(5000, 6)}) end",
        "missing_from_care": _chance(40, 7),
        "placed_out_of_area": _chance(30, 8),
        "place": _one_of(PLACES, 9),
    },
    "return_interviews": {
        "episode_id": "md5((n * 7919 % $rows)::varchar)::uuid",  # one row an episode, in no order
        "returned_at": f"{EVENT}::timestamp",
        "offered": _chance(90, 5),
        "accepted": _chance(70, 6),
        "held_at": f"case when {_chance(70, 7)} then {EVENT} + to_minutes({_days(9000, 8)}) end",
    },
    "private_fostering": {
        "arrangement_id": "md5(n::varchar)::uuid",
        "notified_on": EVENT,
        "source": _one_of(tuple(PRIVATE_FOSTERING_SOURCES), 4),
        "first_visit_on": f"{EVENT} + {_days(20, 5)}",
        "ended_on": f"case when {_chance(85, 6)} then {EVENT} + {_days(600, 7)} end",
        "working_days_to_visit": _days(14, 8),
    },
    "workforce": {
        "staffing_id": f"hash('Team ' || n % 20, date_trunc('month', {EVENT}))::varchar",  # as `current/workforce.sql` has it
        "team": "'Team ' || n % 20",
        "month": f"date_trunc('month', {EVENT})",
        "fte_in_post": "10 + n % 10",
        "agency_fte": "n % 4",
        "vacancies_fte": "n % 3",
        "leavers_fte": "n % 2",
        "cases_held": "100 + n % 100",
        "case_holding_fte": "8 + n % 8",
    },
}
COMMON = {"agency": "'council'", "child_id": PERSON, "family_id": FAMILY}


def make_tables(cursor: duckdb.DuckDBPyConnection, rows: int, datasets: Iterable[str]) -> None:
    """Fill the tables of datasets with so many rows."""
    for dataset in sorted(datasets):
        _make_table(cursor, dataset, rows)
    cursor.execute("checkpoint")


def _make_table(cursor: duckdb.DuckDBPyConnection, dataset: str, rows: int) -> None:
    """As many columns as the table that the project makes has, in its order, each of its kind."""
    made = COMMON | {contract(dataset).event: EVENT} | TABLES.get(dataset, {})
    kinds = [(name, kind) for name, kind, *_ in cursor.execute(f"describe {dataset}").fetchall()]
    values = [made.get(name) or _any(kind, salt) for salt, (name, kind) in enumerate(kinds, start=20)]
    columns = ", ".join(f"({value})::{kind} as {name}" for value, (name, kind) in zip(values, kinds, strict=True))
    query = f"select {columns} from range({rows}) as numbers(n)".replace("$rows", str(rows))
    cursor.execute(f"create or replace table {dataset} as {query}")


def _any(kind: str, salt: int) -> str:
    """Some value of a kind: a tenth of the days are not there, and no day lies before the row's event."""
    values = f"enum_range(null::{kind})"
    return {
        "DATE": f"case when {_chance(90, salt)} then {EVENT} + {_days(400, salt)} end",
        "TIMESTAMP": f"case when {_chance(90, salt)} then {EVENT} + to_minutes({_days(9000, salt)}) end",
        "BOOLEAN": _chance(50, salt),
        "UUID": f"md5((hash(n, {salt}) % ($rows // 2))::varchar)::uuid",
        "VARCHAR": f"'Name ' || hash(n, {salt}) % 20",
        "ENUM": f"{values}[1 + (hash(n, {salt}) % len({values}))::integer]",
        "DATE[]": f"[{EVENT} + {_days(90, salt)}]",
    }.get(kind.partition("(")[0], _days(60, salt))


def without_families(cursor: duckdb.DuckDBPyConnection) -> None:
    """Let this cursor see the tables as the census fills them, which knows no families."""
    store = cursor.execute("select current_database()").fetchall()[0][0]
    for dataset in contracts():
        names = {name for name, *_ in cursor.execute(f"describe {dataset}").fetchall()}
        if "family_id" in names:
            view = f"select * replace (null::uuid as family_id) from {store}.main.{dataset}"
            cursor.execute(f"create temporary view {dataset} as {view}")
