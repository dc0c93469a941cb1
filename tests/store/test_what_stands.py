"""Spec: which rows stand when submissions overlap, as the docstring of metrics/standing.py says it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import permutations
from typing import NamedTuple

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.standing import END_OF_TIME, stand
from metrics.store import Store
from tests.conftest import BOARD
from tests.store.deliveries import Plan, child, plans_delivery, rows_of

FIRST = date(2025, 1, 1)
LAST = date(2025, 2, 9)  # a short stretch, so that random files meet often
HORIZON = date(2025, 3, 31)
YEAR = (date(2024, 4, 1), date(2025, 3, 31))
Standing = set[tuple[str, str, date, date | None]]  # agency, child, start, end


class Sent(NamedTuple):
    """One submission of plans, in plain Python."""

    agency: str
    received_at: datetime
    covers: tuple[date, date]
    plans: tuple[Plan, ...]
    supplied: bool = True


# The rule again, slowly and day by day


def days(first: date, last: date | None) -> set[date]:
    end = min(last or HORIZON, HORIZON)
    return {first + timedelta(days=number) for number in range((end - first).days + 1)}


def expected(sent: Sequence[Sent], known_at: datetime) -> Standing:
    """What stands of submissions given in the order of their ids."""
    known = sorted((each for each in sent if each.supplied and each.received_at <= known_at), key=lambda each: each.received_at)
    standing: Standing = set()
    for agency in {each.agency for each in known}:
        standing |= expected_of_one_agency([each for each in known if each.agency == agency])
    return standing


def expected_of_one_agency(files: list[Sent]) -> Standing:
    counting = [
        file
        for place, file in enumerate(files)
        if not any(days(*newer.covers) >= days(*file.covers) for newer in files[place + 1 :])
    ]
    standing: Standing = set()
    for place, file in enumerate(counting):
        for name, start, end in file.plans:
            newer_files = counting[place + 1 :]
            listed_again = any((name, start) == plan[:2] for newer in newer_files for plan in newer.plans)
            left_out = any(days(*newer.covers) & days(start, end) for newer in newer_files)
            if not listed_again and not left_out:
                standing.add((file.agency, child(name), start, end))
    return standing


# Written examples


def standing_in(cursor: duckdb.DuckDBPyConnection) -> Standing:
    rows = cursor.execute("select agency, child_id::varchar, start_date, end_date from cp_plans").fetchall()
    assert len(rows) == len(set(rows))
    return set(rows)


def names_after(store: Store, *files: tuple[tuple[date, date], list[Plan]]) -> set[str]:
    for number, (covers, plans) in enumerate(files):
        store.accept(plans_delivery(str(number), datetime(2025, 6, 1 + number), covers, plans))
    with store.cursor() as cursor:
        known = {child(name): name for _, plans in files for name, _, _ in plans}
        return {known[hashed] for _, hashed, _, _ in standing_in(cursor)}


def test_a_file_for_the_same_days_replaces_the_one_before(store: Store) -> None:
    first = (YEAR, [("ann", date(2024, 5, 1), None), ("ben", date(2024, 6, 1), None)])
    second = (YEAR, [("ben", date(2024, 6, 1), None)])
    assert names_after(store, first, second) == {"ben"}


def test_a_file_that_covers_more_days_replaces_one_that_covers_fewer(store: Store) -> None:
    quarter = ((date(2024, 4, 1), date(2024, 6, 30)), [("ann", date(2024, 5, 1), date(2024, 6, 1))])
    assert names_after(store, quarter, (YEAR, [("ben", date(2024, 6, 1), None)])) == {"ben"}


def test_a_file_of_other_days_adds_to_the_one_before(store: Store) -> None:
    first = ((date(2024, 4, 1), date(2024, 6, 30)), [("ann", date(2024, 5, 1), date(2024, 6, 1))])
    second = ((date(2024, 7, 1), date(2024, 9, 30)), [("ben", date(2024, 8, 1), None)])
    assert names_after(store, first, second) == {"ann", "ben"}


def test_an_open_row_that_the_next_file_would_list_and_does_not_is_gone(store: Store) -> None:
    first = ((date(2024, 4, 1), date(2024, 6, 30)), [("ann", date(2024, 5, 1), None), ("cat", date(2024, 5, 1), None)])
    second = ((date(2024, 7, 1), date(2024, 9, 30)), [("cat", date(2024, 5, 1), date(2024, 8, 1))])
    assert names_after(store, first, second) == {"cat"}


def test_the_newer_of_two_rows_about_the_same_plan_stands(store: Store) -> None:
    first = ((date(2024, 4, 1), date(2024, 6, 30)), [("ann", date(2024, 5, 1), None)])
    second = ((date(2024, 7, 1), date(2024, 9, 30)), [("ann", date(2024, 5, 1), date(2024, 8, 1))])
    names_after(store, first, second)
    with store.cursor() as cursor:
        assert standing_in(cursor) == {("council", child("ann"), date(2024, 5, 1), date(2024, 8, 1))}


def test_a_nil_return_says_that_there_was_nothing(store: Store) -> None:
    assert names_after(store, (YEAR, [("ann", date(2024, 5, 1), None)]), (YEAR, [])) == set()


def test_a_part_that_was_not_supplied_changes_nothing(store: Store) -> None:
    store.accept(plans_delivery("1", datetime(2025, 6, 1), YEAR, [("ann", date(2024, 5, 1), None)]))
    store.accept(plans_delivery("2", datetime(2025, 6, 2), YEAR, [], supplied=False))
    with store.cursor() as cursor:
        assert len(standing_in(cursor)) == 1


def test_one_agency_never_replaces_what_another_sent(store: Store) -> None:
    store.accept(plans_delivery("1", datetime(2025, 6, 1), YEAR, [("ann", date(2024, 5, 1), None)]))
    store.accept(plans_delivery("2", datetime(2025, 6, 2), YEAR, [("ann", date(2024, 5, 1), None)], agency="police"))
    with store.cursor() as cursor:
        assert {agency for agency, *_ in standing_in(cursor)} == {"council", "police"}


def test_a_file_entered_late_under_its_earlier_day_of_receiving_does_not_win(store: Store) -> None:
    store.accept(plans_delivery("1", datetime(2025, 6, 5), YEAR, [("ben", date(2024, 5, 1), None)]))
    store.accept(plans_delivery("2", datetime(2025, 6, 1), YEAR, [("ann", date(2024, 5, 1), None)]))
    with store.cursor() as cursor:
        assert {hashed for _, hashed, _, _ in standing_in(cursor)} == {child("ben")}


def test_what_was_known_at_a_moment_is_what_had_been_received_by_then(store: Store) -> None:
    store.accept(plans_delivery("1", datetime(2025, 6, 1, 9), YEAR, [("ann", date(2024, 5, 1), None)]))
    store.accept(plans_delivery("2", datetime(2025, 6, 8, 9), YEAR, [("ben", date(2024, 5, 1), None)]))
    seen = {}
    for moment in (datetime(2025, 5, 31), datetime(2025, 6, 1, 9), datetime(2025, 6, 8, 8, 59), datetime(2025, 6, 8, 9), None):
        with store.as_known_at(moment) as cursor:
            seen[moment] = {hashed for _, hashed, _, _ in standing_in(cursor)}
    assert list(seen.values()) == [set(), {child("ann")}, {child("ann")}, {child("ben")}, {child("ben")}]


# The rule against its slow reading

DAY = st.dates(FIRST, LAST)
SPAN = st.tuples(DAY, DAY).map(lambda pair: (min(pair), max(pair)))
PLAN = st.builds(
    lambda name, span, still_open: (name, span[0], None if still_open else span[1]),
    st.sampled_from(["ann", "ben", "cat"]),
    SPAN,
    st.booleans(),
)
SENT = st.builds(
    Sent,
    agency=st.sampled_from(["council", "police"]),
    received_at=st.integers(0, 5).map(lambda number: datetime(2025, 6, 1) + timedelta(days=number)),
    covers=SPAN,
    plans=st.lists(PLAN, max_size=4, unique_by=lambda plan: plan[:2]).map(tuple),
    supplied=st.integers(0, 7).map(bool),
)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store whose submissions are thrown away before each example."""
    with Store.create(tmp_path_factory.mktemp("standing") / "store.duckdb", BOARD) as made:
        yield made


def put(cursor: duckdb.DuckDBPyConnection, sent: Sequence[Sent]) -> None:
    """Write submissions as they are stored, without counting anything."""
    cursor.execute("delete from submissions")
    cursor.execute("delete from received_cp_plans")
    for number, each in enumerate(sent, start=1):
        cursor.execute(
            "insert into submissions (submission_id, agency, dataset, supplied, covers_from, covers_to, as_at, received_at, "
            "received_by, format, content_hash, rows_read, rows_kept, rows_blocked, errors, warnings, checks) "
            "values (?, ?, 'cp_plans', ?, ?, ?, ?, ?, '', 'csv', ?, 0, 0, 0, 0, 0, '{}')",
            [number, each.agency, each.supplied, *each.covers, each.covers[1], each.received_at, str(number)],
        )
        if each.plans and each.supplied:
            cursor.register("sent", rows_of(each.plans))
            cursor.execute(
                "insert into received_cp_plans (submission_id, row_number, child_id, start_date, end_date) "
                "select ?, row_number, child_id::uuid, start_date, end_date from sent",
                [number],
            )
            cursor.unregister("sent")


@settings(max_examples=100, deadline=None)
@given(sent=st.lists(SENT, max_size=6), moment=st.integers(-1, 6))
def test_what_stands_is_what_the_rule_says(workshop: Store, sent: list[Sent], moment: int) -> None:
    known_at = datetime(2025, 6, 1) + timedelta(days=moment)
    with workshop.cursor() as cursor:
        put(cursor, sent)
        stand(cursor, "cp_plans", known_at, aside=True)
        assert standing_in(cursor) == expected(sent, known_at)
        cursor.execute("drop table temp.cp_plans")
        stand(cursor, "cp_plans", aside=False)
        assert standing_in(cursor) == expected(sent, END_OF_TIME)
        stand(cursor, "cp_plans", datetime(2030, 1, 1), aside=True)
        assert standing_in(cursor) == expected(sent, END_OF_TIME), "known later is the same as now"


@settings(max_examples=15, deadline=None)
@given(sent=st.lists(SENT, min_size=2, max_size=3, unique_by=lambda each: each.received_at))
def test_the_order_of_arrival_does_not_matter_only_that_of_receiving(workshop: Store, sent: list[Sent]) -> None:
    with workshop.cursor() as cursor:
        for arrival in permutations(sent):
            put(cursor, arrival)
            stand(cursor, "cp_plans", aside=True)
            assert standing_in(cursor) == expected(sent, END_OF_TIME)
            cursor.execute("drop table temp.cp_plans")
