"""Reading a file in a test: as the council, on the first day of 2026, unless said otherwise."""

from datetime import date, datetime
from pathlib import Path

from metrics.board import read_board
from metrics.intake import read_delivery
from metrics.submission import Delivery, Submission
from tests.conftest import BOARD

KEY = b"a key for tests, of 32 bytes ok!"
BOARD_READ = read_board(BOARD)
RECEIVED = datetime(2026, 1, 1, 9, 30)
HEADINGS = "child_id,start_date,end_date,category,previous_plans"
PLAN = "A1,01/04/2025,,NEG,0"


def delivery_of(
    content: bytes | str | Path,
    *,
    agency: str = "council",
    dataset: str | None = None,
    as_at: date | None = None,
    covers_from: date | None = None,
) -> Delivery:
    return read_delivery(
        content.encode() if isinstance(content, str) else content,
        agency=agency,
        board=BOARD_READ,
        key=KEY,
        dataset=dataset,
        as_at=as_at,
        covers_from=covers_from,
        received_at=RECEIVED,
    )


def plans_of(content: bytes | str, *, as_at: date | None = None, covers_from: date | None = None) -> Submission:
    """The submission of a file of child protection plans."""
    return delivery_of(content, dataset="cp_plans", as_at=as_at, covers_from=covers_from).submissions[0]


def column(submission: Submission, name: str) -> list[object]:
    """What was read of one column, in the order of the file."""
    assert submission.rows is not None
    return submission.rows[name].to_pylist()


def rules(submission: Submission) -> list[tuple[int | None, str, str]]:
    """Row, field and rule of every problem."""
    return [(each.row, each.field, each.rule) for each in submission.problems]
