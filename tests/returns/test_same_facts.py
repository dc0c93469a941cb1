"""Spec: the same facts give the same figures, whether they come as records, as a returned sheet or typed into the form."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.catalogue import indicator
from metrics.figures import Figure, figures
from metrics.intake import read_delivery
from metrics.periods import parse_period
from metrics.returns.form import Entry, typed_delivery
from metrics.store import Store
from tests.returns.conftest import BOARD, RECEIVED, csv_of

QUARTER = "2026/27 Q2"
NAMES = ("referrals", "assessments_within_45_days", "cp_plans_open", "missing_episodes")
"""One count, one share, one number on a day, and one that two agencies make together."""
RECORDS = (
    BOARD.replace('sends = ["cp_plans"]', 'sends = ["cp_plans", "referrals", "assessments"]')
    .replace('returns = ["missing_episodes"]', 'sends = ["missing_episodes"]')
    .replace("returns = ['referrals'", "returns = ['private_fostering_notifications'")
)
RETURNS = BOARD.replace("returns = ['referrals'", f"returns = {[*NAMES[:3]]} #")

Facts = dict[str, list[Any]]
Written = dict[str, dict[str, Entry]]
days = st.dates(date(2026, 6, 1), date(2026, 10, 10))
facts = st.fixed_dictionaries(
    {
        "referrals": st.lists(days, max_size=6),
        "assessments": st.lists(st.tuples(st.dates(date(2026, 5, 1), date(2026, 7, 31)), st.integers(1, 90)), max_size=6),
        "plans": st.lists(st.tuples(days, st.integers(0, 90)), max_size=6),
        "police": st.lists(days, max_size=5),
        "health": st.lists(days, max_size=5),
    }
)
COLUMNS = {
    "referrals": "child_id | referral_date",
    "assessments": "child_id | start_date | authorised_date",
    "cp_plans": "child_id | start_date | end_date",
    "missing_episodes": "episode_id | child_id | missing_from",
}


def of_records(store: Store, found: Facts) -> None:
    """Every fact as a row of an extract."""
    tables = {
        ("council", "referrals"): [(f"C{n}", day) for n, day in enumerate(found["referrals"])],
        ("council", "assessments"): [
            (f"C{n}", day, day + timedelta(days=many)) for n, (day, many) in enumerate(found["assessments"])
        ],
        ("council", "cp_plans"): [(f"C{n}", day, day + timedelta(days=many)) for n, (day, many) in enumerate(found["plans"])],
        ("police", "missing_episodes"): [(f"P{n}", f"C{n}", f"{day} 18:15") for n, day in enumerate(found["police"])],
        ("health", "missing_episodes"): [(f"H{n}", f"C{n}", f"{day} 18:15") for n, day in enumerate(found["health"])],
    }
    for (agency, dataset), rows in tables.items():
        table = "\n".join([COLUMNS[dataset], *(" | ".join(map(str, row)) for row in rows)])
        span = {"covers_from": date(2026, 4, 1), "as_at": date(2026, 10, 31)}
        store.accept(
            read_delivery(
                csv_of(table),
                agency=agency,
                board=store.board,
                key=store.key,
                dataset=dataset,
                received_at=datetime(2026, 11, 5),
                **span,
            )
        )


def read_figures(store: Store) -> list[Figure]:
    return figures(store, [indicator(each) for each in NAMES], [parse_period(QUARTER)], today=date(2026, 11, 20))


def parts(found: list[Figure]) -> list[tuple[object, ...]]:
    return [(each.indicator, each.state, each.value, each.numerator, each.denominator) for each in found]


def of_sheet(store: Store, written: Written) -> None:
    for agency, entries in written.items():
        lines = [_line(indicator(name).title, each) for name, each in entries.items()]
        table = "\n".join(["Indicator | Quarter | Numerator | Denominator", *lines])
        store.accept(read_delivery(csv_of(table), agency=agency, board=store.board, key=store.key, received_at=RECEIVED))


def _line(title: str, entry: Entry) -> str:
    return f"{title} | Q2 2026/27 | {_cell(entry.numerator)} | {_cell(entry.denominator)}"


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def of_form(store: Store, written: Written) -> None:
    for agency, entries in written.items():
        whom = store.board.agency(agency)
        store.accept(typed_delivery(store, store.board, whom, parse_period(QUARTER), entries, received_at=RECEIVED))


def by_agency(store: Store, found: list[Figure]) -> Written:
    """What each agency would write down, having the same facts before it."""
    own: Written = {"council": {}, "police": {}, "health": {}}
    for each in found[:3]:
        is_share = indicator(each.indicator).unit == "percent"
        own["council"][each.indicator] = Entry(
            numerator=each.numerator or 0, denominator=each.denominator or 0 if is_share else None
        )
    with store.cursor() as cursor:
        for agency in ("police", "health"):
            number = cursor.execute(
                "select count(*) from missing_episodes where agency = ? "
                "and missing_from::date between date '2026-07-01' and date '2026-09-30'",
                [agency],
            ).fetchall()[0][0]
            own[agency]["missing_episodes"] = Entry(numerator=number)
    return own


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=facts)
def test_records_sheet_and_form_give_the_same_figures(found: Facts, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("same")
    with Store.create(folder / "records.duckdb", RECORDS) as records:
        of_records(records, found)
        counted = read_figures(records)
        written = by_agency(records, counted)
    with Store.create(folder / "sheet.duckdb", RETURNS) as sheet, Store.create(folder / "form.duckdb", RETURNS) as form:
        of_sheet(sheet, written)
        of_form(form, written)
        assert parts(read_figures(sheet)) == parts(read_figures(form)) == parts(counted)
        assert {each.returned_by for each in read_figures(form)} == {("council",), ("police", "health")}
