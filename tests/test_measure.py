"""The shared query, held against two plain readings of its rules: a join to the calendar, and a loop over the cases."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.catalogue import Indicator, indicator
from metrics.counting.shape import Shape, in_period_and_numerator, shape_of
from metrics.measure import count, people
from metrics.periods import Frequency, Period, parse_period, periods_between

FIRST, LAST = date(2023, 12, 20), date(2025, 4, 10)
CALENDARS = [period for frequency in Frequency for period in periods_between(FIRST, LAST, frequency)]
ODD = [
    parse_period(each)
    for each in (
        "2024-02-28 to 2024-02-28",
        "2024-02-29 to 2024-02-29",
        "2024-02-15 to 2024-03-15",
        "2024-03-01 to 2024-12-31",
        "2023-12-31 to 2024-01-01",
    )
]
PERIODS = [*CALENDARS, *ODD]

COLUMNS = {
    "case_id": "integer",
    "family_id": "integer",
    "kind": "varchar",
    "counts_on": "timestamp",
    "counts_from": "date",
    "counts_until": "date",
    "numerator_from": "date",
    "met": "boolean",
    "amount": "decimal(12, 4)",
    "weight": "decimal(12, 4)",
}
Case = dict[str, Any]

DAYS = st.dates(FIRST, LAST) | st.sampled_from([date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2024, 3, 31)])
MOMENTS = st.builds(
    lambda day, minutes: f"{day} {minutes // 60:02}:{minutes % 60:02}", DAYS, st.sampled_from([0, 1, 720, 1439])
)
AMOUNTS = st.none() | st.decimals(0, 50, places=1)
CASES = st.lists(
    st.fixed_dictionaries(
        {
            "family_id": st.none() | st.integers(1, 4),
            "kind": st.sampled_from([None, "", "a", "b", "Not recorded"]),
            "counts_on": st.none() | MOMENTS,
            "counts_from": st.none() | DAYS,
            "counts_until": st.none() | DAYS,
            "numerator_from": st.none() | DAYS,
            "met": st.none() | st.booleans(),
            "amount": AMOUNTS,
            "weight": AMOUNTS,
        }
    ),
    max_size=14,
)

SHAPES = {
    "events": ("in_period", "counts_on"),
    "events that meet a rule": ("in_period", "counts_on, met as numerator"),
    "events with amounts": ("in_period", "counts_on, amount as numerator, weight as denominator"),
    "events of a rolling year": ("rolling_year", "counts_on, met as numerator"),
    "open cases": ("as_at", "counts_from, counts_until"),
    "open cases that meet a rule": ("as_at", "counts_from, counts_until, met as numerator"),
    "open cases with amounts": ("as_at", "counts_from, counts_until, amount as numerator, weight as denominator"),
    "open cases, the numerator later": ("as_at", "counts_from, counts_until, numerator_from"),
    "open cases, the numerator later and by a rule": ("as_at", "counts_from, counts_until, numerator_from, met as numerator"),
    "amounts of a rolling year, as at": (
        "rolling_year",
        "counts_from, counts_until, amount as numerator, weight as denominator",
    ),
}


@pytest.fixture(scope="module")
def made() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database with one table of made-up cases."""
    with duckdb.connect() as connection:
        connection.execute("set threads = 1")
        connection.execute(f"create table made ({', '.join(f'{name} {kind}' for name, kind in COLUMNS.items())})")
        yield connection


def made_up(timing: str, columns: str) -> Indicator:
    """A count by kind of whatever the made-up table holds."""
    query = f"select made.case_id, made.family_id, made.kind, {columns} from made"
    return indicator("referrals").model_copy(update={"timing": timing, "breakdowns": {"kind": "Kind"}, "sql": query})


def fill(made: duckdb.DuckDBPyConnection, cases: Sequence[Case]) -> None:
    made.execute("delete from made")
    if not cases:
        return
    rows = [{"case_id": number, **case} for number, case in enumerate(cases)]
    marks = ", ".join([f"({', '.join('?' * len(COLUMNS))})"] * len(rows))
    made.execute(f"insert into made values {marks}", [row[name] for row in rows for name in COLUMNS])


Key = tuple[str, str, str | None, str | None]


def counted(made: duckdb.DuckDBPyConnection, indicator: Indicator) -> dict[Key, tuple[Decimal, Decimal, int | None]]:
    """What the shared query says, by period and group."""
    frame = count(made, indicator, PERIODS).astype(object)
    frame = frame.where(frame.notna(), None)
    found = {
        (row["frequency"], row["period"], row["group_by"], row["group_value"]): (
            round(Decimal(str(row["numerator"])), 4),
            round(Decimal(str(row["denominator"])), 4),
            row["families"],
        )
        for row in frame.to_dict("records")
    }
    assert len(found) == len(frame), "a period or a group is there twice"
    return found


def looped(indicator: Indicator, cases: Sequence[Case]) -> dict[Key, tuple[Decimal, Decimal, int | None]]:
    """The same, one case and one period at a time, written from the words at the head of the module."""
    known = any(case["family_id"] is not None for case in cases)
    groups = {(None, None)} | {("kind", named(case)) for case in cases if enters(indicator, case)}
    found = {}
    for period in PERIODS:
        for group in groups:
            held = [case for case in cases if group[0] is None or named(case) == group[1]]
            counts = [case for case in held if is_in(indicator, case, period)]
            met = [case for case in counts if amount(indicator, case, period) > 0]
            found[(period.frequency, period.label, *group)] = (
                sum((amount(indicator, case, period) for case in counts), Decimal(0)),
                sum((weight(indicator, case) for case in counts), Decimal(0)),
                len({case["family_id"] for case in met} - {None}) if known else None,
            )
    return found


def named(case: Case) -> str:
    return "Not recorded" if case["kind"] is None else case["kind"]


def enters(indicator: Indicator, case: Case) -> bool:
    """Whether a case is one at all, at whatever time: only its group is then listed."""
    if "counts_on" in indicator.sql:
        return case["counts_on"] is not None
    began, ended = case["counts_from"], case["counts_until"]
    return began is not None and (ended is None or ended >= began)


def is_in(indicator: Indicator, case: Case, period: Period) -> bool:
    if "counts_on" in indicator.sql:
        if case["counts_on"] is None:
            return False
        day = date.fromisoformat(case["counts_on"][:10])
        return start_of(indicator, period) <= day <= period.last_day
    began, ended = case["counts_from"], case["counts_until"]
    return began is not None and began <= period.last_day and (ended is None or ended > period.last_day)


def start_of(indicator: Indicator, period: Period) -> date:
    """Twelve months back, found day by day: the first day whose date a year on lies after the period."""
    if indicator.timing != "rolling_year":
        return period.first_day
    day = period.last_day - timedelta(days=367)
    while a_year_on(day) <= period.last_day:
        day += timedelta(days=1)
    return day


def a_year_on(day: date) -> date:
    """29 February has no day of its own a year on: it goes with the 28th."""
    return date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def amount(indicator: Indicator, case: Case, period: Period) -> Decimal:
    if "numerator_from" in indicator.sql and (case["numerator_from"] is None or case["numerator_from"] > period.last_day):
        return Decimal(0)
    if "met as numerator" in indicator.sql:
        return Decimal(bool(case["met"]))
    if "amount as numerator" in indicator.sql:
        return case["amount"] or Decimal(0)
    return Decimal(1)


def weight(indicator: Indicator, case: Case) -> Decimal:
    return (case["weight"] or Decimal(0)) if "weight as denominator" in indicator.sql else Decimal(1)


def joined(made: duckdb.DuckDBPyConnection, indicator: Indicator, period: Period) -> Decimal:
    """The numerator of one period by the plain join that also lists the cases behind a figure."""
    shape = shape_of(made, indicator)
    window = f"""select date '{start_of(indicator, period)}' as window_start, date '{period.last_day}' as last_day"""
    query = f"""select coalesce(sum({shape.amount}), 0) from ({indicator.sql}) as cases
        inner join ({window}) as asked_periods on {in_period_and_numerator(shape)}"""
    return round(Decimal(str(made.execute(query).fetchall()[0][0])), 4)


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=CASES)
def test_the_shared_query_says_what_the_loop_says(made: duckdb.DuckDBPyConnection, shape: str, cases: list[Case]) -> None:
    indicator = made_up(*SHAPES[shape])
    fill(made, cases)
    assert counted(made, indicator) == looped(indicator, cases)


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=CASES, period=st.sampled_from(PERIODS))
def test_the_cases_listed_behind_a_figure_add_up_to_its_numerator(
    made: duckdb.DuckDBPyConnection, shape: str, cases: list[Case], period: Period
) -> None:
    indicator = made_up(*SHAPES[shape])
    fill(made, cases)
    numerator = counted(made, indicator)[(period.frequency, period.label, None, None)][0]
    assert joined(made, indicator, period) == numerator
    assert people(made, indicator, period)["cases"] >= (1 if numerator else 0)


def test_a_case_that_meets_the_rule_only_after_it_ended_never_counts_as_met(made: duckdb.DuckDBPyConnection) -> None:
    case = dict.fromkeys(COLUMNS) | {
        "counts_from": date(2024, 1, 1),
        "counts_until": date(2024, 3, 1),
        "numerator_from": date(2024, 3, 1),
    }
    fill(made, [case])
    found = counted(made, made_up("as_at", "counts_from, counts_until, numerator_from"))
    assert found[("month", "2024-02", None, None)] == (0, 1, None)
    assert found[("month", "2024-03", None, None)] == (0, 0, None)


def test_periods_asked_out_of_order_and_twice_over_get_the_same_answers(made: duckdb.DuckDBPyConnection) -> None:
    fill(made, [dict.fromkeys(COLUMNS) | {"counts_on": "2024-02-29 23:59"}])
    indicator = made_up("in_period", "counts_on")
    asked = [parse_period(each) for each in ("2024-03", "2023/24", "2024-02", "2024-01", "2023/24 Q4")]
    frame = count(made, indicator, asked, [])
    assert dict(zip(frame["period"], frame["numerator"], strict=True)) == {
        "2024-03": 0,
        "2023/24": 1,
        "2024-02": 1,
        "2024-01": 0,
        "2023/24 Q4": 1,
    }


def test_a_query_is_bound_without_being_run(made: duckdb.DuckDBPyConnection) -> None:
    shape = shape_of(made, made_up("as_at", "counts_from, counts_until, met as numerator"))
    assert isinstance(shape, Shape)
    assert shape.columns["numerator"] == "BOOLEAN"
    assert shape.has("counts_until")
    assert not shape.has("numerator_from")
