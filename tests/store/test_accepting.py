"""Spec: a delivery is taken whole or not at all, once, and a look ahead leaves no trace."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from metrics.catalogue import indicator
from metrics.figures import figures, figures_on
from metrics.periods import parse_period
from metrics.store import AlreadyReceived, Store
from tests.store.deliveries import plans_delivery

YEAR = (date(2024, 4, 1), date(2025, 3, 31))
PLANS = [("ann", date(2024, 5, 1), None), ("ben", date(2024, 6, 1), None)]
MORE_PLANS = [*PLANS, ("cat", date(2024, 7, 1), None)]
FIRST = plans_delivery("1", datetime(2025, 4, 2), YEAR, PLANS)
SECOND = plans_delivery("2", datetime(2025, 4, 9), YEAR, MORE_PLANS)
MARCH = parse_period("2025-03")


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    with store.cursor() as cursor:
        names = [name for (name,) in cursor.execute("select table_name from duckdb_tables()").fetchall()]
        return {name: sorted(cursor.execute(f"select * from {name}").fetchall(), key=repr) for name in names}


def open_plans(store: Store) -> float | None:
    return figures(store, [indicator("cp_plans_open")], [MARCH], today=date(2025, 5, 31))[0].value


def test_an_accepted_delivery_is_counted_at_once(store: Store) -> None:
    ids = store.accept(FIRST)
    assert len(ids) == 1
    assert open_plans(store) == 2
    store.accept(SECOND)
    assert open_plans(store) == 3


def test_the_same_file_twice_changes_nothing_and_says_when_it_came(store: Store) -> None:
    store.accept(FIRST)
    before = everything(store)
    with pytest.raises(AlreadyReceived, match=r"already received on 02 April 2025 at 00:00. Nothing has changed"):
        store.accept(FIRST.model_copy(update={"received_at": datetime(2025, 5, 1)}))
    assert everything(store) == before


def test_another_agency_may_send_a_file_with_the_same_content(store: Store) -> None:
    store.accept(FIRST)
    store.accept(plans_delivery("1", datetime(2025, 4, 2), YEAR, PLANS, agency="police"))
    assert len(everything(store)["cp_plans"]) == 4
    assert open_plans(store) == 2, "the children are the same two"


def test_a_delivery_that_breaks_off_leaves_nothing_of_itself(store: Store) -> None:
    """The second of its two parts has a column that is no date: the first is not kept either."""
    good = FIRST.submissions[0]
    words = pa.array(["no day"] * 2, pa.string())
    rows = good.rows.drop(["start_date"]).append_column("start_date", words)  # type: ignore[union-attr]
    broken = FIRST.model_copy(update={"submissions": (good, good.model_copy(update={"rows": rows}))})
    before = everything(store)
    with pytest.raises(duckdb.Error):
        store.accept(broken)
    assert everything(store) == before
    store.accept(FIRST)
    assert open_plans(store) == 2


def test_looking_ahead_shows_the_figures_with_the_delivery_and_keeps_nothing(store: Store) -> None:
    store.accept(FIRST)
    before = everything(store)
    with store.as_if_accepted(SECOND) as cursor:
        ahead = figures_on(cursor, [indicator("cp_plans_open")], [MARCH], today=date(2025, 5, 31))
    assert ahead[0].value == 3
    assert everything(store) == before
    assert open_plans(store) == 2


def test_looking_ahead_keeps_nothing_when_it_is_broken_off(store: Store) -> None:
    before = everything(store)
    with pytest.raises(KeyError), store.as_if_accepted(FIRST):
        raise KeyError
    assert everything(store) == before


def test_a_store_opened_again_holds_what_was_accepted(tmp_path: Path, store: Store) -> None:
    store.accept(FIRST)
    before = everything(store)
    store.close()
    with Store.open(tmp_path / "test.duckdb") as again:
        assert everything(again) == before
        assert open_plans(again) == 2


def test_eight_threads_read_the_right_figures_while_files_come_in(store: Store) -> None:
    """At every moment a reader sees the plans of the last whole delivery: never half of one."""

    def look(_: int) -> set[tuple[float | None, int]]:
        seen = set()
        for _ in range(15):
            with store.cursor() as cursor:
                cursor.execute("begin")
                standing = cursor.execute("select count(*) from cp_plans").fetchall()[0][0]
                found = figures_on(cursor, [indicator("cp_plans_open")], [MARCH], today=date(2025, 5, 31))[0].value
                cursor.execute("commit")
            seen.add((found or 0.0, standing))
        return seen

    store.accept(FIRST)
    with ThreadPoolExecutor(8) as threads:
        readers = [threads.submit(look, number) for number in range(8)]
        store.accept(SECOND)
        seen = set().union(*(each.result() for each in readers))
    assert seen <= {(2.0, 2), (3.0, 3)}


def test_threads_that_accept_at_once_are_all_taken(store: Store) -> None:
    deliveries = [plans_delivery(str(number), datetime(2025, 4, number), YEAR, PLANS) for number in range(1, 5)]
    with ThreadPoolExecutor(4) as threads:
        ids = [each for taken in threads.map(store.accept, deliveries) for each in taken]
    assert len(set(ids)) == 4
    assert open_plans(store) == 2
