"""What the tests of editions share: a board that meets every quarter, four indicators, deliveries of plans written by hand."""

from datetime import date, datetime
from pathlib import Path

from metrics.catalogue import Indicator, read_catalogue
from metrics.store import Store
from tests.conftest import BOARD
from tests.new_stores import new_store
from tests.store.deliveries import Plan, plans_delivery

MEETINGS = (date(2025, 3, 13), date(2025, 6, 12), date(2025, 9, 11), date(2025, 12, 11))
HELD = f"meetings = [{', '.join(each.isoformat() for each in MEETINGS)}]\n{BOARD}"
TARGET = """
[[targets]]
indicator = "cp_plans_two_years"
target = "{}"
"""
CHOSEN = ("cp_plans_open", "cp_plans_open_rate", "cp_plans_two_years", "cp_plans_ended")
YEARS = (date(2022, 1, 1), date(2024, 12, 31))


def four() -> dict[str, Indicator]:
    """Four indicators of child protection plans: counting a whole catalogue takes seconds, and shows no more."""
    return {name: read_catalogue()[name] for name in CHOSEN}


def new_history(folder: Path, board: str = HELD) -> Store:
    """A store with the children of its area, and England's figures."""
    store = new_store(folder / "history.duckdb", board)
    with store.cursor() as cursor:
        cursor.execute(
            "insert into populations (level, area_code, area_name, year, children, status, source, shipped, loaded_at) "
            "select 'authority', '899', 'Testbridge', year, 50000, 'published', 'invented', false, now()::timestamp "
            "from range(2015, 2027) as years(year)"
        )
    return store


def deliver(store: Store, number: int, received_at: datetime, plans: list[Plan], covers: tuple[date, date] = YEARS) -> None:
    """The file of that number arrives: two of one number are the same file."""
    store.accept(plans_delivery(f"file {number}", received_at, covers, plans))


PLANS: list[Plan] = [
    ("one", date(2022, 3, 1), None),
    ("two", date(2024, 2, 1), None),
    ("three", date(2024, 5, 1), date(2024, 11, 30)),
    ("four", date(2024, 6, 3), None),
]
