"""Bundles in a test: files read inside an agency, what is prepared from them, and a board's store that takes either."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

from metrics.bundles.layout import written
from metrics.bundles.preparing import prepare
from metrics.catalogue import indicator, read_catalogue
from metrics.figures import Figure, figures
from metrics.intake import read_delivery
from metrics.periods import Period
from metrics.standing import END_OF_TIME
from metrics.store import Store, accept_on
from metrics.submission import Delivery
from tests.conftest import BOARD, csv_of

TODAY = date(2025, 6, 30)
CAME = datetime(2025, 4, 10)
SAME = ("value", "numerator", "denominator", "families", "state", "waiting_for", "data_to", "not_determinable")
"""What of a figure must not depend on the road by which it came."""

PLANS = """
child_id | family_id | start_date | end_date   | category | previous_plans
A1       | F1        | 2024-05-01 |            | NEG      | 0
A2       | F1        | 2022-06-01 |            | EMO      | 1
A3       | F2        | 2024-07-01 | 2025-02-01 | PHY      | 0
"""
REFERRALS = """
child_id | referral_date | source
A1       | 2024-04-02    | 1A
A1       | 2025-03-03    | 1A
A2       | 2025-03-04    | 5A
"""
YEAR = (date(2024, 4, 1), date(2025, 3, 31))


@pytest.fixture
def inside() -> Iterator[Store]:
    """A store inside the agency, with a key of its own."""
    with Store.in_memory(BOARD) as made:
        yield made


@pytest.fixture
def outside() -> Iterator[Store]:
    """The board's store."""
    with Store.in_memory(BOARD) as made:
        yield made


def rows(store: Store, dataset: str, table: str, days: tuple[date, date] = YEAR, came: datetime = CAME) -> Delivery:
    """A written table as a delivery of the agency whose data it is."""
    return read(store, csv_of(dataset, table), dataset=dataset, covers_from=days[0], as_at=days[1], came=came)


def read(
    store: Store,
    content: bytes | Path,
    *,
    agency: str = "council",
    came: datetime = CAME,
    dataset: str | None = None,
    covers_from: date | None = None,
    as_at: date | None = None,
) -> Delivery:
    return read_delivery(
        content,
        agency=agency,
        board=store.board,
        key=store.key,
        dataset=dataset,
        covers_from=covers_from,
        as_at=as_at,
        received_at=came,
    )


def take(store: Store, delivery: Delivery) -> None:
    """Take a delivery without counting every indicator that reads it: a spec asks for one or two."""
    with store.transaction() as cursor:
        accept_on(cursor, [delivery], counting=False)


def prepared(store: Store, agency: str = "council") -> bytes:
    """The bundle of what a store inside an agency holds."""
    with store.cursor() as cursor:
        return written(prepare(cursor, agency))


def bundle_of(*, days: tuple[date, date] = YEAR, agency: str = "council", **tables: str) -> bytes:
    """The bundle of written tables, prepared in a store of its own."""
    with Store.in_memory(BOARD) as store:
        for dataset, table in tables.items():
            one = rows(store, dataset, table, days)
            take(store, one.model_copy(update={"agency": agency, "submissions": _of(one, agency)}))
        return prepared(store, agency)


def _of(delivery: Delivery, agency: str) -> tuple[object, ...]:
    return tuple(each.model_copy(update={"agency": agency}) for each in delivery.submissions)


def figure(store: Store, name: str, period: Period, *, today: date = TODAY, known_at: datetime = END_OF_TIME) -> Figure:
    """A figure, counted anew: what is kept is held against it in `tests/bundles/test_same_figures.py`."""
    return figures(store, [indicator(name)], [period], today=today, known_at=known_at)[0]


def every_figure(
    store: Store, periods: Sequence[Period], names: Sequence[str] = (), *, today: date = TODAY
) -> dict[tuple[str, str, str, str], Figure]:
    """Every figure of indicators, for all cases and by every breakdown: by indicator, period, breakdown and group.

    A figure that is not there has no groups.
    """
    chosen = [each for each in read_catalogue().values() if not names or each.id in names]
    found = {}
    for by in (None, *sorted({name for each in chosen for name in each.breakdowns})):
        for each in figures(store, chosen, periods, by=by, today=today):
            if not by or each.state.is_in:
                found[each.indicator, each.period, by or "", each.group or ""] = each
    return found


def same(figure: Figure) -> tuple[object, ...]:
    return tuple(getattr(figure, each) for each in SAME)
