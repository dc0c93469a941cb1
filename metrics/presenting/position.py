"""Where a meeting stands while it is presented: one place for every screen, kept in the store, and each agency's clock.

Every move says which version it saw. Of two that saw the same one the first wins and the second is told where the meeting
stands, so that two presses at one moment never skip a slide.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime

import duckdb

from metrics.frozen import Frozen
from metrics.store import Store

FIRST = "opening"


class Position(Frozen):
    """The slide on the screen, whose turn it is (an agency's id, empty before the first), and the seconds each has spoken.

    `since` is when the clock of the turn last began to run; None while it stands.
    """

    slide: str = FIRST
    version: int = 0
    turn: str = ""
    since: datetime | None = None
    spent: Mapping[str, float] = {}

    def seconds(self, at: datetime) -> float:
        """How long the agency whose turn it is has spoken."""
        return self.spent.get(self.turn, 0.0) + self._running(at)

    def _running(self, at: datetime) -> float:
        return max(0.0, (at - self.since).total_seconds()) if self.since else 0.0

    def halted(self, at: datetime) -> "Position":
        """The same with the clock standing, what it has run kept."""
        spent = {**self.spent, self.turn: self.seconds(at)} if self.turn else self.spent
        return self.model_copy(update={"spent": spent, "since": None})


class Moved(Exception):
    """Another screen was quicker. Nothing has changed; `now` is where the meeting stands."""

    def __init__(self, now: Position) -> None:
        self.now = now
        super().__init__("Another screen moved the meeting on at the same moment.")


def position(store: Store, meeting: date) -> Position:
    """Where a meeting stands; at its first slide if nobody has begun to present it."""
    with store.cursor() as cursor:
        rows = cursor.execute(
            "select slide, version, turn, since, spent from presenting where meeting = ?", [meeting]
        ).fetchall()
    if not rows:
        return Position()
    slide, version, turn, since, spent = rows[0]
    return Position(slide=slide, version=version, turn=turn, since=since, spent=json.loads(spent))


def move(store: Store, meeting: date, to: str, turn: str | None, *, seen: int, at: datetime) -> Position:
    """Show another slide. `turn` is the agency whose slide it is, None where the turn stays as it is.

    An agency's clock runs from its first slide on, and goes on where it was when the meeting comes back to it. Raises Moved.
    """
    held = _as_seen(store, meeting, seen)
    if turn is None or turn == held.turn:
        return _keep(store, meeting, held.model_copy(update={"slide": to}))
    begun = held.halted(at).model_copy(update={"slide": to, "turn": turn, "since": at if turn else None})
    return _keep(store, meeting, begun)


def run_clock(store: Store, meeting: date, running: bool, *, seen: int, at: datetime) -> Position:
    """Let the clock of the turn run, or stand. Raises Moved."""
    held = _as_seen(store, meeting, seen).halted(at)
    return _keep(store, meeting, held.model_copy(update={"since": at if running and held.turn else None}))


def begin_again(store: Store, meeting: date, *, seen: int) -> Position:
    """Back to the first slide, every clock at nought: after a rehearsal. Raises Moved."""
    return _keep(store, meeting, Position(version=_as_seen(store, meeting, seen).version))


def _as_seen(store: Store, meeting: date, seen: int) -> Position:
    held = position(store, meeting)
    if held.version != seen:
        raise Moved(held)
    return held


def _keep(store: Store, meeting: date, new: Position) -> Position:
    """Write the next version: one statement by itself, so that it never waits for a file that is being received."""
    kept = [new.slide, new.version + 1, new.turn, new.since, json.dumps(dict(new.spent))]
    with store.cursor() as cursor:
        try:
            if new.version:
                written = cursor.execute(
                    "update presenting set slide = ?, version = ?, turn = ?, since = ?, spent = ? "
                    "where meeting = ? and version = ? returning version",
                    [*kept, meeting, new.version],
                ).fetchall()
            else:
                written = cursor.execute(
                    "insert into presenting (slide, version, turn, since, spent, meeting) values (?, ?, ?, ?, ?, ?) "
                    "on conflict do nothing returning version",
                    [*kept, meeting],
                ).fetchall()
        except (duckdb.TransactionException, duckdb.ConstraintException):
            written = []
    if not written:
        raise Moved(position(store, meeting))
    return new.model_copy(update={"version": new.version + 1})
