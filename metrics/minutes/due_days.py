"""The due days of a meeting's actions as a calendar: one day for each, which a later file moves or takes away."""

from metrics import meeting_words, words
from metrics.calendar_file import Reminded, calendar_file
from metrics.meeting_log.actions import Logged
from metrics.meeting_log.evidence import title_of
from metrics.minutes.content import Minutes

WARNED = 7
"""Days before an action is due at which the calendar speaks up."""


def as_calendar(minutes: Minutes) -> bytes:
    """A day for each action with a due day: of this meeting, and of earlier ones that were still open at it.

    An action that has been closed since is in it as cancelled, so that the day leaves the calendars that held it.
    """
    every = (*minutes.agreed, *minutes.earlier)
    return calendar_file([found for each in every if (found := _day(each, minutes))], minutes.made_at)


def _day(logged: Logged, minutes: Minutes) -> Reminded | None:
    each = logged.action
    if each.due is None:
        return None
    owners = each.owner_names(minutes.board)
    parts = (
        each.text,
        f"About: {title_of(each.indicator)}." if each.indicator else "",
        f"Owners: {owners}.",
        f"Agreed by {minutes.board.name}; {words.small(meeting_words.action_state(each, minutes.today))}.",
    )
    return Reminded(
        id=f"action.{each.meeting.isoformat()}.{each.number}",
        day=each.due,
        title=f"Action {each.reference} due: {owners}",
        text="\n".join(filter(None, parts)),
        alarm_days=WARNED,
        version=logged.version,
        cancelled=each.is_closed,
    )
