"""Spec: the counts that are kept when data is accepted equal those counted anew, whatever came in and in whatever order."""

import random
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from metrics.catalogue import indicator, read_catalogue
from metrics.datasets import contract
from metrics.figures import figures
from metrics.intake import read_delivery
from metrics.keeping import KEPT_FREQUENCIES, covered_span
from metrics.measure import COUNTS, count, datasets_read
from metrics.periods import parse_period, periods_between
from metrics.store import Store
from metrics.submission import Refused
from tests.conftest import BOARD, SENDERS
from tests.store.deliveries import plans_delivery

FIRST = date(2023, 4, 1)
DATASETS = ("cp_plans", "referrals", "missing_episodes", "return_interviews", "workforce")
ANNIVERSARY = BOARD + '[settings]\ntwo_years = "second_anniversary"\n'


def kept(cursor: duckdb.DuckDBPyConnection, name: str) -> pd.DataFrame:
    return cursor.execute(f"select {', '.join(COUNTS)} from kept_counts where indicator = ?", [name]).df()


def assert_kept_is_computed(store: Store) -> int:
    """Hold every kept count against one made now. Returns how many there were."""
    held = 0
    for each in read_catalogue().values():
        with store.cursor() as cursor:
            span = covered_span(cursor, datasets_read(cursor, each))
            periods = [period for frequency in KEPT_FREQUENCIES for period in periods_between(*span, frequency)] if span else []
            anew = count(cursor, each, periods) if periods else pd.DataFrame(columns=COUNTS)
            assert in_order(kept(cursor, each.id)) == in_order(anew), each.id
            held += len(anew)
    return held


def in_order(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    plain = frame[COUNTS].astype(object).where(frame[COUNTS].notna(), None)
    numbers = [[float(cell) if isinstance(cell, int | float) else cell for cell in row] for row in plain.to_numpy().tolist()]
    return sorted(tuple(map(str, row)) for row in numbers)


def random_file(rng: random.Random, dataset: str) -> tuple[bytes, date, date]:
    """A file of one dataset with the days it covers; some cells are empty, some days are odd."""
    first = FIRST + timedelta(days=rng.randrange(700))
    last = first + timedelta(days=rng.randrange(20, 400))

    def day() -> date:
        return first + timedelta(days=rng.randrange(-900, (last - first).days + 1))

    cells = {
        "identifier": lambda _: f"C{rng.randrange(25)}",
        "date": lambda column: "" if not column.required and rng.random() < 0.4 else day().isoformat(),
        "moment": lambda column: "" if not column.required and rng.random() < 0.3 else f"{day()} {rng.randrange(24):02d}:15",
        "month": lambda _: f"{day():%Y-%m}",
        "birth_date": lambda _: (day() - timedelta(days=rng.randrange(6000))).isoformat(),
        "code": lambda column: rng.choice(["", *column.codes]),
        "yes_no": lambda column: rng.choice(["yes", "no"] if column.required else ["yes", "no", ""]),
        "whole": lambda _: str(rng.randrange(3)),
        "decimal": lambda _: f"{rng.randrange(80) / 4}",
        "label": lambda _: rng.choice(["North", "South", "Café"]),
        "dates": lambda _: "",
    }
    columns = contract(dataset).columns()
    lines = [",".join(each.name for each in columns)]
    lines += [",".join(cells[each.kind](each) for each in columns) for _ in range(rng.randrange(25))]
    return "\n".join(lines).encode(), first, last


def hand_in(store: Store, rng: random.Random, received_at: datetime) -> None:
    dataset = rng.choice(DATASETS)
    content, first, last = random_file(rng, dataset)
    read = partial(read_delivery, agency=SENDERS.get(dataset, "council"), board=store.board, key=store.key, dataset=dataset)
    try:
        store.accept(read(content, covers_from=first, as_at=last, received_at=received_at))
    except Refused:  # pragma: no cover
        return


@pytest.mark.parametrize("seed", range(3))
def test_kept_counts_equal_computed_ones_after_any_history(store: Store, seed: int) -> None:
    rng = random.Random(seed)
    for number in range(7):
        hand_in(store, rng, datetime(2025, 6, 1) + timedelta(days=rng.randrange(-30, 30), seconds=number))
    assert assert_kept_is_computed(store) > 500


def test_figures_read_from_what_is_kept_equal_those_counted_as_known_later(store: Store) -> None:
    rng = random.Random(42)
    for number in range(5):
        hand_in(store, rng, datetime(2025, 6, 1) + timedelta(days=number))
    periods = [parse_period(each) for each in ("2024-05", "2024/25 Q2", "2023/24", "2024/25")]
    catalogue = list(read_catalogue().values())
    today = date(2025, 9, 30)
    now = figures(store, catalogue, periods, today=today)
    later = figures(store, catalogue, periods, today=today, known_at=datetime(2025, 9, 30))
    assert now == later
    assert any(each.value for each in now)
    for by in sorted({name for each in catalogue for name in each.breakdowns}):
        now = figures(store, catalogue, periods, by=by, today=today)
        later = figures(store, catalogue, periods, by=by, today=today, known_at=datetime(2025, 9, 30))
        assert now == later, by


def test_the_kept_counts_follow_the_rule_that_the_board_chooses(store: Store) -> None:
    """730 days of a plan, with 29 February 2024 in them: two years by the DfE's wording, a day before the anniversary."""
    two_years = indicator("cp_plans_two_years")
    march = [parse_period("2025-03")]
    plans = [("ann", date(2023, 4, 2), None)]
    store.accept(plans_delivery("1", datetime(2025, 4, 2), (date(2024, 4, 1), date(2025, 3, 31)), plans))
    by_the_dfe = figures(store, [two_years], march, today=date(2025, 5, 1))[0]
    store.set_board(ANNIVERSARY)
    by_anniversary = figures(store, [two_years], march, today=date(2025, 5, 1))[0]
    assert (by_the_dfe.numerator, by_anniversary.numerator) == (1, 0)
    assert_kept_is_computed(store)
    store.set_board(BOARD)
    assert figures(store, [two_years], march, today=date(2025, 5, 1))[0] == by_the_dfe


def test_the_rule_is_still_in_force_when_the_store_is_opened_again(store: Store, tmp_path: Path) -> None:
    plans = [("ann", date(2023, 4, 2), None)]
    store.accept(plans_delivery("1", datetime(2025, 4, 2), (date(2024, 4, 1), date(2025, 3, 31)), plans))
    store.set_board(ANNIVERSARY)
    store.close()
    with Store.open(tmp_path / "test.duckdb") as again:
        assert_kept_is_computed(again)
        assert figures(again, [indicator("cp_plans_two_years")], [parse_period("2025-03")])[0].numerator == 0


def test_counts_kept_under_an_older_definition_are_made_again_on_opening(store: Store, tmp_path: Path) -> None:
    plans = [("ann", date(2024, 5, 1), None)]
    store.accept(plans_delivery("1", datetime(2025, 4, 2), (date(2024, 4, 1), date(2025, 3, 31)), plans))
    with store.cursor() as cursor:
        cursor.execute("update kept_as set definition = 'of last year' where indicator = 'cp_plans_open'")
        cursor.execute("update kept_counts set numerator = 77 where indicator = 'cp_plans_open'")
    store.close()
    with Store.open(tmp_path / "test.duckdb") as again:
        assert_kept_is_computed(again)
