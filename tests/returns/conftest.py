"""A board on which agencies return figures, and returns written as small tables."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from metrics.catalogue import indicator
from metrics.figures import Figure, figures
from metrics.intake import read_delivery
from metrics.periods import parse_period
from metrics.store import Store
from metrics.submission import Delivery
from tests.new_stores import new_store

CHILDREN = 20_000
RETURNED = [
    "referrals",
    "referrals_rate",
    "assessments_within_45_days",
    "cp_plans_open",
    "re_referrals",
    "social_worker_caseload",
]
BOARD = f"""
name = "Testbridge Safeguarding Children Partnership"
[area]
code = "899"
name = "Testbridge"
region_code = "E12000007"
region_name = "London"
[[agencies]]
id = "council"
name = "Testbridge Council"
role = "childrens_social_care"
sends = ["cp_plans"]
returns = {RETURNED}
[[agencies]]
id = "police"
name = "Testbridge Police"
role = "police"
returns = ["missing_episodes"]
[[agencies]]
id = "health"
name = "Testbridge Health"
role = "health"
returns = ["missing_episodes"]
[[agencies]]
id = "visitor"
name = "Testbridge Visitor"
role = "education"
"""
RECEIVED = datetime(2026, 10, 20, 9)
TODAY = date(2027, 6, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store whose area has 20,000 children every year."""
    with new_store(tmp_path / "returns.duckdb", BOARD) as made:
        with made.cursor() as cursor:
            cursor.execute(
                "insert into populations (level, area_code, area_name, year, children, status, source, shipped, loaded_at) "
                "select 'authority', '899', 'Testbridge', year, ?, 'published', 'invented', false, now()::timestamp "
                "from range(2010, 2030) as years(year)",
                [CHILDREN],
            )
        yield made


def csv_of(table: str) -> bytes:
    """A written table as a CSV: headings in the first line, cells split by `|`."""
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return "\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows).encode()


def read(store: Store, table: str, agency: str = "council", received_at: datetime = RECEIVED) -> Delivery:
    """A written table, read as an agency's return."""
    return read_delivery(
        csv_of(table), agency=agency, board=store.board, key=store.key, received_at=received_at, population=store.children_on
    )


Hand = Callable[..., Delivery]
Figured = Callable[..., Figure]


@pytest.fixture
def hand_in(store: Store) -> Hand:
    """Hand in a written table: `hand_in(TABLE, "police", datetime(...))`."""

    def hand_in(table: str, agency: str = "council", received_at: datetime = RECEIVED) -> Delivery:
        delivery = read(store, table, agency, received_at)
        store.accept(delivery)
        return delivery

    return hand_in


@pytest.fixture
def figure(store: Store) -> Figured:
    """One figure: `figure("referrals", "2026/27 Q2")`."""

    def figure(name: str, period: str, *, today: date = TODAY, known_at: datetime | None = None) -> Figure:
        return figures(store, [indicator(name)], [parse_period(period)], today=today, known_at=known_at)[0]

    return figure


def groups(store: Store, name: str, period: str, by: str, today: date = TODAY) -> dict[str | None, Figure]:
    """The figures of a breakdown, by group."""
    return {each.group: each for each in figures(store, [indicator(name)], [parse_period(period)], by=by, today=today)}
