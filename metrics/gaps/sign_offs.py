"""Sign-off: a named person of an agency says of its submissions "these figures are ours". Kept with who, when and which.

Only what was signed is signed: a submission that comes later, a correction too, waits for a sign-off of its own.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

import duckdb

from metrics.clock import now
from metrics.frozen import Frozen
from metrics.standing import END_OF_TIME, Received, not_replaced, received
from metrics.store import Store

SENTENCE = "These figures are ours."
LONGEST_NAME = 120


class NotSigned(ValueError):
    """Nothing was signed off, and why."""


class SignOff(Frozen):
    """One sign-off, with the ids of the submissions that it is about."""

    agency: str
    signed_by: str
    signed_at: datetime
    note: str = ""
    submissions: frozenset[int]


class Signed:
    """Which of the submissions that stand their agencies have signed off."""

    def __init__(self, submissions: Sequence[Received], sign_offs: Iterable[SignOff]) -> None:
        self.sign_offs = tuple(sign_offs)
        self._standing = not_replaced(submissions)
        self._signed: dict[int, date] = {}
        for each in self.sign_offs:
            for submission in each.submissions:
                self._signed.setdefault(submission, each.signed_at.date())

    @property
    def agencies(self) -> frozenset[str]:
        """The agencies of which something stands."""
        return frozenset(each.agency for each in self._standing)

    def waiting(self, agency: str) -> list[Received]:
        """What stands of an agency and nobody has signed, the newest first."""
        mine = [each for each in self._standing if each.agency == agency and each.submission_id not in self._signed]
        return mine[::-1]

    def unsigned(self, datasets: Collection[str], days: tuple[date, date]) -> tuple[str, ...]:
        """The agencies whose data of these datasets, for any day from the first to the last, is not signed off."""
        found = (
            each.agency
            for each in self._standing
            if each.dataset in datasets
            and each.covers_from <= days[1]
            and each.covers_to >= days[0]
            and each.submission_id not in self._signed
        )
        return tuple(dict.fromkeys(found))

    def signed_on(self, submission: int) -> date | None:
        """The day on which a submission was first signed off."""
        return self._signed.get(submission)

    def newest(self, agency: str) -> SignOff | None:
        """The last sign-off of an agency."""
        return next((each for each in reversed(self.sign_offs) if each.agency == agency), None)


def signed_on(cursor: duckdb.DuckDBPyConnection, known_at: datetime | None = None) -> Signed:
    """What had been signed off by then."""
    rows = cursor.execute(
        "select agency, signed_by, signed_at, note, list(submission_id) from sign_offs inner join signed_submissions "
        "on signed_submissions.sign_off_id = sign_offs.sign_off_id where signed_at <= ? "
        "group by all order by signed_at, agency",
        [known_at or END_OF_TIME],
    ).fetchall()
    names = ("agency", "signed_by", "signed_at", "note", "submissions")
    return Signed(received(cursor, known_at), [SignOff(**dict(zip(names, row, strict=True))) for row in rows])


def sign_off(
    store: Store,
    agency: str,
    by: str,
    *,
    submissions: Collection[int] | None = None,
    note: str = "",
    at: datetime | None = None,
) -> SignOff:
    """Sign off an agency's submissions: those named, which its person has looked at, or all that stand unsigned.

    Raises NotSigned with a sentence when there is no name or nothing to sign, ValueError for an agency that the board has not.
    """
    name = " ".join(by.split())
    known = store.board.agency(agency)
    if not name or len(name) > LONGEST_NAME:
        raise NotSigned("Say who signs off: the person's name, and what they are in their agency.")
    with store.transaction() as cursor:
        open_ids = {each.submission_id for each in signed_on(cursor, at).waiting(agency)}
        chosen = open_ids if submissions is None else open_ids & set(submissions)
        if not chosen:
            raise NotSigned(
                f"There is nothing of {known.name} to sign off: all that stands is signed, or newer files have come."
            )
        made = SignOff(agency=agency, signed_by=name, signed_at=at or now(), note=note.strip(), submissions=frozenset(chosen))
        _keep(cursor, made)
    return made


def _keep(cursor: duckdb.DuckDBPyConnection, made: SignOff) -> None:
    number = cursor.execute(
        "insert into sign_offs (agency, signed_by, signed_at, note) values (?, ?, ?, ?) returning sign_off_id",
        [made.agency, made.signed_by, made.signed_at, made.note],
    ).fetchall()[0][0]
    cursor.executemany("insert into signed_submissions values (?, ?)", [(number, each) for each in sorted(made.submissions)])
