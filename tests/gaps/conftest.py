"""A board of three agencies with a calendar of meetings, and small files that they send."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from metrics.datasets.returns import Return
from metrics.intake import read_delivery
from metrics.periods import parse_period
from metrics.store import Store
from tests.conftest import csv_of
from tests.new_stores import new_store

BOARD = """
name = "Testbridge Partnership"
meetings = [2026-06-11, 2026-09-10, 2026-12-10]
[area]
code = "899"
name = "Testbridge"
[clock]
ready_days = 20
[[agencies]]
id = "partnership"
name = "Testbridge Business Unit"
role = "partnership"
sends = ["escalations", "board_attendance"]
lead = "Marta Lis, business manager"
contact = "partnership@testbridge.example"
deputy = "Owen Clarke"
deputy_contact = "owen.clarke@testbridge.example"
[[agencies]]
id = "police"
name = "Testbridge Police"
role = "police"
sends = ["public_protection_orders"]
[[agencies]]
id = "health"
name = "Testbridge Health"
role = "health"
returns = ["fgm_referrals_received"]
lead = "Ruth Ellery"
contact = "by telephone"
due_days = 60
"""
Q4, Q1, Q2 = parse_period("2025/26 Q4"), parse_period("2026/27 Q1"), parse_period("2026/27 Q2")
DUE = {"2025/26 Q4": date(2026, 5, 21), "2026/27 Q1": date(2026, 8, 20), "2026/27 Q2": date(2026, 11, 20)}
"""Five working days before sign-off, which is three before the papers, which are five clear days before the meeting."""
TABLES = {
    "escalations": "escalation_id | raised_on\nE{number} | {day}",
    "board_attendance": "meeting | met_on | about_agency | present\nBoard {number} | {day} | Council | yes",
    "public_protection_orders": "order_id | made_on\nO{number} | {day}",
}
Send = Callable[..., int]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path / "gaps.duckdb", BOARD) as made:
        yield made


@pytest.fixture
def send(store: Store) -> Send:
    """Send one dataset for one quarter on a day: `send("escalations", "2026/27 Q1", date(...))`. Gives the submission's id."""

    def send(dataset: str, label: str, on: date, agency: str = "partnership", until: date | None = None) -> int:
        quarter = parse_period(label)
        content = csv_of(dataset, TABLES[dataset].format(day=quarter.first_day.isoformat(), number=on.toordinal()))
        return _take(store, content, agency, dataset, quarter.first_day, until or quarter.last_day, on)

    return send


@pytest.fixture
def hand_in(store: Store) -> Send:
    """Hand in a returned figure, or the reason for a blank: `hand_in("2026/27 Q1", "4", "", date(...))`."""

    def hand_in(label: str, number: str, status: str, on: date) -> int:
        table = f"indicator,period,numerator,status\nfgm_referrals_received,{label},{number},{status}"
        return _take(store, table.encode(), "health", Return.dataset, None, None, on)

    return hand_in


def _take(store: Store, content: bytes, agency: str, dataset: str, first: date | None, last: date | None, on: date) -> int:
    delivery = read_delivery(
        content,
        agency=agency,
        board=store.board,
        key=store.key,
        dataset=dataset,
        covers_from=first,
        as_at=last,
        received_at=datetime.combine(on, datetime.min.time()) + timedelta(hours=9),
    )
    return store.accept(delivery)[0]
