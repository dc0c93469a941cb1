"""What arrived after an edition was frozen: listed, and never slipped in."""

from collections.abc import Sequence
from datetime import date, datetime

from metrics import words
from metrics.board import Board
from metrics.clock import now
from metrics.datasets import contract
from metrics.editions.kept import Edition
from metrics.frozen import Frozen
from metrics.meeting_log.entries import Entry, newest
from metrics.store import Store


class Arrival(Frozen):
    """A submission, and who sent it. `supplied` is false where a file came without this part."""

    agency: str
    agency_name: str
    dataset: str
    covers_from: date
    covers_to: date
    received_at: datetime
    received_by: str
    supplied: bool

    @property
    def words(self) -> str:
        """`Police: missing episodes of April to June 2026, received 14 September 2026`."""
        return f"{self.agency_name}: {self.what}"

    @property
    def what(self) -> str:
        """The same without the agency."""
        title = contract(self.dataset).title
        days = words.span(self.covers_from, self.covers_to)
        what = f"{title[:1].lower()}{title[1:]} of {days}" if self.supplied else f"a file without {title.lower()}"
        return f"{what}, received {words.day(self.received_at.date())}"


def late(store: Store, frozen: Edition, until: date) -> tuple[Arrival, ...]:
    """The submissions that came after a freeze and speak about days up to `until`, the end of the edition's period."""
    return tuple(each for each in arrived_between(store, frozen, None) if each.covers_from <= until)


def late_words(store: Store, frozen: Edition) -> tuple[Entry, ...]:
    """The commentary for a meeting that was written after its freeze: it stands in the next issue, if there is one."""
    found = newest(store, "commentary").values()
    mine = (each for each in found if each.key.startswith(frozen.meeting.isoformat()))
    return tuple(each for each in mine if each.entry_id > frozen.last_entry)


def arrived_between(store: Store, older: Edition, newer: Edition | None) -> tuple[Arrival, ...]:
    """The submissions that the older edition did not know and the newer one did; None: that are known now."""
    known_at, last = (newer.frozen_at, newer.last_submission) if newer else (now(), None)
    with store.cursor() as cursor:
        board = Store.board_on(cursor)
        rows = cursor.execute(
            "select agency, dataset, covers_from, covers_to, received_at, received_by, supplied from submissions "
            "where (submission_id > ? or received_at > ?) and received_at <= ? and submission_id <= coalesce(?, submission_id) "
            "order by received_at, submission_id",
            [older.last_submission, older.frozen_at, known_at, last],
        ).fetchall()
    return tuple(_arrival(board, row) for row in rows)


def _arrival(board: Board, row: Sequence[object]) -> Arrival:
    agency, *rest = row
    name = board.called(str(agency))
    return Arrival.model_validate(dict(zip(Arrival.model_fields, (agency, name, *rest), strict=True)))
