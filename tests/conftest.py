"""What every test may ask for: a small store, and `counted`, which reads a written table and counts it."""

import os
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

import pytest

from metrics.board import Board, read_board
from metrics.catalogue import indicator
from metrics.cli import DEMO_NOW
from metrics.clock import NOW_VARIABLE
from metrics.datasets import contract, contracts
from metrics.figures import Figure, figures_on
from metrics.intake import read_delivery
from metrics.periods import parse_period
from metrics.store import Store
from metrics.submission import Delivery, Submission
from tests.new_stores import new_store

os.environ[NOW_VARIABLE] = DEMO_NOW
"""The moment of the sample's story, for every test and every program that one starts: in a year they must say the same."""

SHARED_BY_PROCESSES = "SCORECARD_TESTS_SHARE"
"""Names the folder that the processes of one run of the tests have in common; not there where only one runs."""

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
AGENCIES = {"childrens_social_care": "council", "police": "police"} | {
    each.sender: each.sender for each in contracts().values() if each.sender not in {"childrens_social_care", "police"}
}
"""Role -> the id of the agency of the test board that plays it."""
SENDERS = {name: AGENCIES[each.sender] for name, each in contracts().items()}


def _agency(role: str, agency: str) -> str:
    # The plans stand first: tests take them out of the list.
    sends = sorted((each for each, sender in SENDERS.items() if sender == agency), key=lambda each: (each != "cp_plans", each))
    name = f"Testbridge {agency.replace('_', ' ').title()}"
    return f'[[agencies]]\nid = "{agency}"\nname = "{name}"\nrole = "{role}"\nsends = {sends}\n'.replace("'", '"')


BOARD = """
name = "Testbridge Safeguarding Children Partnership"
[area]
code = "899"
name = "Testbridge"
region_code = "E12000007"
region_name = "London"
""" + "".join(_agency(role, agency) for role, agency in AGENCIES.items())
RECEIVED = datetime(2031, 1, 1)
CHILDREN = 50_000


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        os.environ[SHARED_BY_PROCESSES] = str(Path(config.option.basetemp).parent)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the published files and sample extracts. Skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs the shared folder of reference data beside the project, which is not here")
    return SHARED


@pytest.fixture
def board() -> Board:
    return read_board(BOARD)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store of its own."""
    with new_store(tmp_path / "test.duckdb", BOARD) as made:
        yield made


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An empty store that tests share and leave empty. Its area has 50,000 children every year."""
    with Store.create(tmp_path_factory.mktemp("store") / "shared.duckdb", BOARD) as made:
        with made.cursor() as cursor:
            cursor.execute(
                "insert into populations (level, area_code, area_name, year, children, status, source, shipped, loaded_at) "
                "select 'authority', '899', 'Testbridge', year, ?, 'published', 'invented', false, now()::timestamp "
                "from range(2010, 2030) as years(year)",
                [CHILDREN],
            )
        yield made


Counted = Callable[..., Figure]


@pytest.fixture
def counted(empty_store: Store) -> Counted:
    """Count written tables: `counted("cp_plans_open", "2025-03", cp_plans=TABLE)` gives the Figure of that period.

    A table has its headings in the first line and cells split by `|`; dates are ISO; an empty cell is empty. Columns that
    must be filled in and are left out get an example value. `by` asks for the figures of a breakdown, as a dict by group.
    """

    def count(
        name: str,
        period: str,
        *,
        covers: tuple[str, str] = ("2015-01-01", "2029-12-31"),
        by: str | None = None,
        today: str = "2030-06-30",
        **tables: str,
    ) -> Figure | dict[str, Figure]:
        delivery = delivered(empty_store, tables, covers)
        # Known at a moment: counted anew, so that a spec need not wait for every other indicator to be counted and kept.
        with empty_store.as_if_accepted(delivery, counting=False) as cursor:
            day = date.fromisoformat(today)
            found = figures_on(cursor, [indicator(name)], [parse_period(period)], by=by, known_at=RECEIVED, today=day)
        return {each.group or "": each for each in found} if by else found[0]

    return count  # type: ignore[return-value]  # one fixture for both answers keeps the specs short


def delivered(store: Store, tables: dict[str, str], covers: tuple[str, str]) -> Delivery:
    """One delivery with the good rows of every written table."""
    submissions = tuple(
        submitted(store, dataset, table, covers).model_copy(update={"agency": SENDERS.get(dataset, "council")})
        for dataset, table in tables.items()
    )
    return Delivery(
        agency="council", format="csv", content_hash="", received_at=RECEIVED, received_by="", submissions=submissions
    )


def submitted(store: Store, dataset: str, table: str, covers: tuple[str, str]) -> Submission:
    """A written table, read as the CSV that an agency would send."""
    return _submitted(store.board.model_dump_json(), store.key, dataset, table, covers)


@lru_cache(maxsize=512)
def _submitted(board: str, key: bytes, dataset: str, table: str, covers: tuple[str, str]) -> Submission:
    """Read once: a spec asks for many days of the same table."""
    delivery = read_delivery(
        csv_of(dataset, table),
        agency=SENDERS.get(dataset, "council"),
        board=Board.model_validate_json(board),
        key=key,
        dataset=dataset,
        covers_from=date.fromisoformat(covers[0]),
        as_at=date.fromisoformat(covers[1]),
        received_at=RECEIVED,
    )
    return delivery.submissions[0]


def csv_of(dataset: str, table: str) -> bytes:
    """A written table as a CSV, with example values in the required columns that it leaves out."""
    lines = [line.strip() for line in table.strip().splitlines() if line.strip() and not set(line.strip()) <= set("|- ")]
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    left_out = [each for each in contract(dataset).columns() if each.required and each.name not in rows[0]]
    text = [",".join([*rows[0], *(each.name for each in left_out)])]
    for number, row in enumerate(rows[1:], start=1):
        # An identifier that the table leaves out differs from row to row: each is about somebody else.
        given = [f"X{number}" if each.kind == "identifier" else each.example for each in left_out]
        text.append(",".join([*row, *given]))
    return "\n".join(text).encode()
