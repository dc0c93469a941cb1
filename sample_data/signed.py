"""Who of the sample agencies signed off what they sent, and when: most some days after the last file of a quarter.

Nobody is named for CAMHS, so nobody signs. The police have not signed what came last.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from metrics.board import Board
from metrics.gaps.sign_offs import Signed, sign_off, signed_on
from metrics.store import Store
from sample_data.days import quarters

SIGNS_AFTER = {
    "council": 44,
    "police": 56,
    "compass": 31,
    "health": 40,
    "community_health": 59,
    "early_help": 30,
    "education": 36,
    "youth_justice": 125,
    "partnership": 16,
}
"""Days from a quarter's end to the signing of all that had come by then."""
NOT_YET = ("police",)
"""Those that have signed every quarter but the last."""
AT_TEN = timedelta(hours=10)
UNTIL = datetime(2026, 11, 24)
"""Nothing is signed from this day on: the sample's clock stands at it."""


class Signing(NamedTuple):
    """An agency signs at a moment what it has sent until then."""

    at: datetime
    agency: str


def signings() -> list[Signing]:
    """Every signing, the earliest first."""
    return sorted(each for each in _signings() if each.at < UNTIL)


def sign_all(store: Store, board: Board) -> None:
    """Sign off what the sample agencies signed."""
    for each in signings():
        lead = board.agency(each.agency).lead
        if _waiting(store, each).waiting(each.agency):
            sign_off(store, each.agency, lead, at=each.at)


def _signings() -> Iterator[Signing]:
    for agency, days in SIGNS_AFTER.items():
        for quarter in quarters()[: -1 if agency in NOT_YET else None]:
            midnight = datetime.combine(quarter.last_day, datetime.min.time())
            yield Signing(midnight + timedelta(days=days) + AT_TEN, agency)


def _waiting(store: Store, signing: Signing) -> Signed:
    with store.cursor() as cursor:
        return signed_on(cursor, signing.at)
