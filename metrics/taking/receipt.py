"""What is said to an agency when its file has been taken."""

from datetime import datetime

from metrics import words
from metrics.board import Agency, Board
from metrics.bundles.shown import by_dataset
from metrics.catalogue import read_catalogue
from metrics.datasets import contract
from metrics.datasets.returns import Return
from metrics.frozen import Frozen
from metrics.submission import Delivery, Submission
from metrics.taking.preview import Preview


class Taken(Frozen):
    """One dataset of a file that was taken."""

    title: str
    covers: str
    rows: str


class Receipt(Frozen):
    """The receipt: who, when, what, and the first characters of the file's SHA-256 by which it can be known again."""

    agency: str
    agency_id: str
    taken_at: datetime
    content_hash: str
    taken: tuple[Taken, ...]
    numbers: tuple[int, ...]


def receipt(board: Board, delivery: Delivery, numbers: tuple[int, ...]) -> Receipt:
    """The receipt of a delivery that the store has accepted under these submission numbers."""
    return Receipt(
        agency=board.agency(delivery.agency).name,
        agency_id=delivery.agency,
        taken_at=delivery.received_at,
        content_hash=delivery.content_hash[:12],
        taken=tuple(_taken(each) for each in by_dataset(delivery).submissions),
        numbers=numbers,
    )


def unexpected(board: Board, delivery: Delivery) -> tuple[str, ...]:
    """What in a delivery this board does not expect from that agency: a sentence for each dataset."""
    agency = board.agency(delivery.agency)
    sent = dict.fromkeys(each.dataset for each in delivery.submissions if each.supplied)
    return tuple(
        f"{agency.name} is not expected to send {contract(each).title.lower()}. Check that the right agency is chosen."
        for each in sent
        if each not in {*agency.sends, Return.dataset}
    ) + tuple(
        f"{agency.name} is not expected to return {title.lower()}. Check that the right agency is chosen."
        for title in _not_asked_for(agency, delivery)
    )


def _not_asked_for(agency: Agency, delivery: Delivery) -> list[str]:
    """The titles of the indicators that an agency returns unasked."""
    rows = [each.rows for each in delivery.submissions if each.dataset == Return.dataset and each.rows is not None]
    names = dict.fromkeys(name for each in rows for name in each["indicator"].to_pylist())
    return [read_catalogue()[name].title for name in names if name not in agency.returns]


def leaving(preview: Preview) -> tuple[str, ...]:
    """A sentence for each dataset of which earlier rows would be gone: often a wrong first day, so it is said before."""
    return tuple(
        f"{words.capital(words.count_of(each.gone, 'row'))} of {each.title.lower()} held from earlier files would be gone: "
        + (GROUPS_GONE if each.dataset == Return.dataset else DAYS_COVERED)
        for each in preview.moved
        if each.gone
    )


DAYS_COVERED = "this file covers their days and does not list them. If that is not so, correct the first day that it covers."
GROUPS_GONE = "this one names the same indicators and periods without them. If that is not so, add those groups."


def covers(submission: Submission) -> str:
    """The days a submission is about."""
    return f"{words.day(submission.covers_from)} to {words.day(submission.covers_to)}"


def _taken(submission: Submission) -> Taken:
    if not submission.supplied:
        return Taken(title=contract(submission.dataset).title, covers=covers(submission), rows="not in the file")
    if submission.checked is not None:
        return Taken(
            title=contract(submission.dataset).title,
            covers=covers(submission),
            rows=f"counts prepared from {words.count_of(submission.checked.rows_kept, 'row')}; no row came with them",
        )
    return Taken(
        title=contract(submission.dataset).title,
        covers=covers(submission),
        rows=f"{submission.rows_kept:,} of {words.count_of(submission.rows_read, 'row')} kept",
    )
