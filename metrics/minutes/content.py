"""What the minutes of a meeting hold: the issue that was read, its lines that were spoken of, what was asked and agreed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from metrics.board import Board
from metrics.editions import Edition, card_of_edition, editions
from metrics.editions.arrivals import Arrival, late, late_words
from metrics.frozen import Frozen
from metrics.gaps.as_at import as_at
from metrics.gaps.missing import Expected, missing, quarters_to
from metrics.line import Scorecard
from metrics.meeting_log.actions import Action, actions
from metrics.meeting_log.actions import Logged as LoggedAction
from metrics.meeting_log.afterwards import Afterwards, afterwards
from metrics.meeting_log.challenges import Challenge, challenges
from metrics.meetings import meeting_days
from metrics.minutes.lines import MinuteLine, minute_lines
from metrics.minutes.public import public_action, public_challenge, public_edition, public_line
from metrics.store import Store

QUARTERS = 8
"""How far back data that has not come is named: as far as the page What's missing."""


class Asked(NamedTuple):
    """A challenge of the meeting, with what the number did since; None where the indicator is no longer counted."""

    challenge: Challenge
    after: Afterwards | None


class Heard(NamedTuple):
    """What had not come by the meeting, from whom, and what came between the freeze and now."""

    expected: Sequence[Expected]
    day: date
    late: tuple[Arrival, ...]
    late_words: int


class Minutes(Frozen):
    """A meeting as its minutes tell it, as known when they were made.

    `read` is the issue that lay before the board: the newest of that day, else the first made afterwards; None: none was made.
    `earlier` are the actions of earlier meetings that were open on the day. A `public` one holds no word and no figure that
    was written for the board alone.
    """

    board: Board
    meeting: date
    made_at: datetime
    public: bool
    read: Edition | None
    later: tuple[Edition, ...]
    card: Scorecard | None
    lines: tuple[MinuteLine, ...]
    asked: tuple[Asked, ...]
    agreed: tuple[LoggedAction, ...]
    earlier: tuple[LoggedAction, ...]
    heard: Heard

    @property
    def today(self) -> date:
        return self.made_at.date()


def minutes_of(store: Store, meeting: date, at: datetime, *, public: bool = False) -> Minutes:
    """The minutes of a meeting as known at a moment. Raises ValueError before its day, and for a day without a meeting."""
    board = store.board
    days = meeting_days(board, meeting)
    if at.date() < meeting:
        raise ValueError(f"The meeting of {meeting.isoformat()} has not been held: its minutes can be made from that day on.")
    found = editions(store, meeting)
    read = _read(found, meeting)
    card = card_of_edition(store, read) if read else None
    asked = tuple(
        Asked(each.challenge, afterwards(store, each.challenge, at.date())) for each in challenges(store, meeting=meeting)
    )
    every = actions(store)
    minutes = Minutes(
        board=board,
        meeting=meeting,
        made_at=at,
        public=public,
        read=read,
        later=tuple(each for each in found if read and each.issue > read.issue),
        card=card,
        lines=minute_lines(store, read, card, [each.challenge for each in asked], [each.action for each in every]),
        asked=asked,
        agreed=tuple(each for each in every if each.action.meeting == meeting),
        earlier=tuple(_open_on(every, meeting)),
        heard=_heard(store, read, meeting, at, days.period.last_day),
    )
    return _without_restricted_words(minutes) if public else minutes


def _read(found: Sequence[Edition], meeting: date) -> Edition | None:
    by_then = [each for each in found if each.frozen_at.date() <= meeting]
    return by_then[-1] if by_then else next(iter(found), None)


def _open_on(every: Iterable[LoggedAction], meeting: date) -> list[LoggedAction]:
    """The actions of earlier meetings that were open when this one began, by their due days."""

    def was_open(each: Action) -> bool:
        return each.meeting < meeting and (each.closed_on is None or each.closed_on >= meeting)

    found = [each for each in every if was_open(each.action)]
    return sorted(found, key=lambda each: (each.action.due or date.max, each.action.meeting, each.action.number))


def _heard(store: Store, read: Edition | None, meeting: date, at: datetime, until: date) -> Heard:
    seen = as_at(store.board, at.date(), meeting)
    expected = missing(store, quarters_to(seen.last, QUARTERS), seen.day, seen.known_at)
    came = late(store, read, until) if read else ()
    return Heard(expected, seen.day, came, len(late_words(store, read)) if read else 0)


def _without_restricted_words(full: Minutes) -> Minutes:
    return full.model_copy(
        update={
            "read": public_edition(full.read) if full.read else None,
            "later": tuple(map(public_edition, full.later)),
            "lines": tuple(map(public_line, full.lines)),
            "asked": tuple(Asked(public_challenge(each.challenge), None) for each in full.asked),
            "agreed": tuple(_public(each) for each in full.agreed),
            "earlier": tuple(_public(each) for each in full.earlier),
        }
    )


def _public(logged: LoggedAction) -> LoggedAction:
    return logged.model_copy(update={"action": public_action(logged.action)})
