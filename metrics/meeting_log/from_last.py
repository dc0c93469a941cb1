"""What a meeting opens with: what earlier ones left open, what was done and answered since, and what the numbers did."""

from collections.abc import Iterable
from datetime import date

from metrics.frozen import Frozen
from metrics.meeting_log.actions import Action, actions, opening
from metrics.meeting_log.afterwards import Afterwards, afterwards
from metrics.meeting_log.challenges import Challenge, challenges
from metrics.store import Store


class Followed(Frozen):
    """A challenge with what its number did afterwards; None where the indicator is no longer counted."""

    challenge: Challenge
    after: Afterwards | None


class FromLast(Frozen):
    """What is still open, overdue first, and what was done since the meeting of `last`.

    `due` are open and not overdue, by their days. `answered` may be closed by now, then since the last meeting.
    """

    last: date
    overdue: tuple[Action, ...]
    due: tuple[Action, ...]
    done: tuple[Action, ...]
    unanswered: tuple[Followed, ...]
    answered: tuple[Followed, ...]


def from_last(store: Store, meeting: date, today: date) -> FromLast | None:
    """What a meeting opens with, as known on a day; None where nothing was asked or agreed at an earlier one."""
    logged = actions(store)
    agreed = [each.action for each in logged if each.action.meeting < meeting]
    asked = [each.challenge for each in challenges(store) if each.challenge.meeting < meeting]
    held = [*(each.meeting for each in agreed), *(each.meeting for each in asked)]
    if not held:
        return None
    last = max([*held, *(each for each in store.board.meetings if each < meeting and each <= today)])
    still = [each.action for each in opening(logged, meeting, today)]
    done = [each for each in agreed if each.closed_on and each.closed_on > last]
    told = [each for each in asked if each.closed_on is None or each.closed_on > last]
    return FromLast(
        last=last,
        overdue=tuple(each for each in still if each.days_overdue(today)),
        due=tuple(each for each in still if not each.days_overdue(today)),
        done=tuple(sorted(done, key=lambda each: (each.closed_on or last, each.key))),
        unanswered=_followed(store, (each for each in told if not each.answered_on and not each.closed_on), today),
        answered=_followed(store, (each for each in told if each.answered_on or each.closed_on), today),
    )


def _followed(store: Store, found: Iterable[Challenge], today: date) -> tuple[Followed, ...]:
    """Those that an answer is due from first, then in the order of asking."""
    order = sorted(found, key=lambda each: each.due or date.max)
    return tuple(Followed(challenge=each, after=afterwards(store, each, today)) for each in order)
