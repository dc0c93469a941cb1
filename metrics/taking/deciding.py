"""A file is taken, with a note and, where it restates what the board has seen, a reason; or refused, which is kept too."""

from datetime import datetime

from metrics import words
from metrics.clock import now
from metrics.datasets import contract
from metrics.frozen import Frozen
from metrics.store import Store, accept_on
from metrics.submission import Delivery, Refused
from metrics.taking.restating import Restated, Settled, keep_restated

LONGEST = 500
"""Characters of a note or a reason."""


class Taken(Frozen):
    """What became of a file that was taken: the ids of its submissions, and the figures that it restated."""

    numbers: tuple[int, ...]
    restated: tuple[Restated, ...]


class NeedsReason(Refused):
    """The file changes what the board has seen, and nobody said why. Nothing has been taken."""

    def __init__(self, restated: tuple[Restated, ...]) -> None:
        super().__init__(needs_reason(restated))
        self.restated = restated


class RefusedFile(Frozen):
    """A file that somebody refused, and why."""

    agency: str
    refused_at: datetime
    refused_by: str
    datasets: str
    rows_read: int
    rows_faulty: int
    note: str

    @property
    def titles(self) -> tuple[str, ...]:
        """The datasets that it held."""
        return tuple(contract(each).title for each in self.datasets.split(", ") if each)


def take(store: Store, delivery: Delivery, *, note: str = "", reason: str = "") -> Taken:
    """Take a delivery whole, or not at all.

    Raises NeedsReason when it restates a settled figure and no reason is given; AlreadyReceived as `Store.accept`.
    """
    note, reason = shortened("note", note), shortened("reason", reason)
    with store.transaction() as cursor:
        settled = Settled(cursor, delivery)
        numbers = accept_on(cursor, [delivery])
        restated = settled.restated(cursor)
        if restated and not reason:
            raise NeedsReason(restated)
        cursor.executemany(
            "update submissions set note = ?, reason = ? where submission_id = ?", [(note, reason, each) for each in numbers]
        )
        keep_restated(cursor, numbers[0], restated)
    return Taken(numbers=tuple(numbers), restated=restated)


def refuse(store: Store, delivery: Delivery, *, note: str, by: str = "") -> RefusedFile:
    """Keep that a file was refused, and why. Of its rows nothing is kept. Raises ValueError without a word of why."""
    if not note.strip():
        raise ValueError("Say why the file is refused: its sender needs to know what to mend.")
    found = RefusedFile(
        agency=delivery.agency,
        refused_at=now(),
        refused_by=by,
        datasets=", ".join(each.dataset for each in delivery.submissions if each.supplied),
        rows_read=sum(each.rows_read for each in delivery.submissions),
        rows_faulty=sum(each.rows_faulty for each in delivery.submissions),
        note=shortened("note", note),
    )
    row = {**found.model_dump(), "format": delivery.format, "content_hash": delivery.content_hash}
    with store.transaction() as cursor:
        cursor.execute(f"insert into refused_files ({', '.join(row)}) values ({', '.join('?' * len(row))})", list(row.values()))
    return found


def refused_files(store: Store) -> list[RefusedFile]:
    """The files that were refused, the newest first."""
    names = list(RefusedFile.model_fields)
    with store.cursor() as cursor:
        rows = cursor.execute(f"select {', '.join(names)} from refused_files order by refused_at desc").fetchall()
    return [RefusedFile(**dict(zip(names, row, strict=True))) for row in rows]


def shortened(name: str, text: str) -> str:
    """The text without white space around it. Raises ValueError when it is too long to be read beside a figure."""
    if len(text.strip()) > LONGEST:
        raise ValueError(f"The {name} may have {LONGEST} characters. Shorten it.")
    return text.strip()


def needs_reason(restated: tuple[Restated, ...]) -> str:
    """Which settled figures would change, in one sentence, and what is asked for."""
    count = words.count_of(len(restated), "figure")
    first = restated[0]
    return (
        f"This file changes {count} that the board has already seen, among them {first.title} in "
        f"{words.period(first.period)}: {_said(first)}. Say why: the reason is kept and shown beside the figure."
    )


def restated_sentences(restated: tuple[Restated, ...]) -> tuple[str, ...]:
    """A sentence for each figure that was restated."""
    return tuple(
        f"Restated: {each.title}, {words.period(each.period)}, {_said(each)}. The board saw it {each.shown}."
        for each in restated
    )


def _said(each: Restated) -> str:
    before, after = each.before, each.after
    new = words.number(after.value, each.unit) if after.state.has_value else words.short_gap(after.state)
    return f"from {words.number(before.value, each.unit)} to {new}"
