"""How a meeting, its clock, its editions and its logs are said on pages and in exports."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from metrics import words
from metrics.board import Board
from metrics.editions import Edition
from metrics.line import Scorecard
from metrics.meeting_log.actions import Action
from metrics.meeting_log.challenges import Challenge
from metrics.meeting_log.commentary import Written, key_of, owed
from metrics.meeting_log.from_last import FromLast
from metrics.meetings import MeetingDays


class Step(NamedTuple):
    """One day of a meeting's clock: what it is, when, how far off, and whether it is past, next or still to come."""

    name: str
    day: date
    away: str
    state: str


class Owed(NamedTuple):
    """How far an agency's words are: the lines beside which it owes them, those begun, those signed off."""

    agency: str
    agency_name: str
    asked: int
    begun: int
    signed_off: int


NEXT = {
    "Data and commentary due": "data and commentary are due",
    "Signed off by the agencies": "the agencies sign off",
    "Freeze, and papers out": "the scorecard is to be frozen",
    "Meeting": "the board meets",
}
"""The steps of the clock as a heading says them."""


def clock(days: MeetingDays, today: date) -> list[Step]:
    """The steps of a meeting's clock in order; the next one is the first that is not past."""
    named = (
        ("Data and commentary due", days.data_due),
        ("Signed off by the agencies", days.sign_off),
        ("Freeze, and papers out", days.freeze),
        ("Meeting", days.meeting),
    )
    upcoming = next((day for _, day in named if day >= today), None)
    return [Step(name, day, away(day, today), _state(day, today, upcoming)) for name, day in named]


def _state(day: date, today: date, upcoming: date | None) -> str:
    return "past" if day < today else "next" if day == upcoming else "to come"


def away(day: date, today: date) -> str:
    """`in 3 days`, `today`, `4 days ago`."""
    apart = (day - today).days
    if not apart:
        return "today"
    number = words.count_of(abs(apart), "day")
    return f"in {number}" if apart > 0 else f"{number} ago"


def finding(days: MeetingDays, frozen: Sequence[Edition], today: date) -> str:
    """What the page of a meeting says first."""
    when = words.day(days.meeting)
    if frozen:
        issues = "issue 1 is frozen" if len(frozen) == 1 else f"{len(frozen)} issues; the newest is issue {frozen[-1].issue}"
        return f"{when}: {issues}"
    step = next((each for each in clock(days, today) if each.state == "next"), None)
    if step is None:
        return f"{when}: held without a frozen scorecard"
    return f"{when}: {NEXT[step.name]} {step.away}"


def words_owed(card: Scorecard, board: Board, held: dict[str, Written], days: MeetingDays) -> list[Owed]:
    """How far each agency's words are, those that owe any."""
    found = []
    for agency in board.agencies:
        lines = owed(card, board, agency.id)
        keys = [key_of(days.meeting, agency.id, each.indicator.id) for each in lines]
        begun = [held[key] for key in keys if key in held]
        signed = sum(bool(each.commentary.signed_off_by) for each in begun)
        if lines:
            found.append(Owed(agency.id, agency.name, len(lines), len(begun), signed))
    return found


def edition_in_words(found: Edition) -> str:
    """Which edition it is, of which period, frozen when, by whom, with its mark."""
    because = f" Reissued because: {words.sentence(found.because)}" if found.because else ""
    return (
        f"Issue {found.issue} for the meeting of {words.day(found.meeting)}, {words.period(found.period)}: frozen on "
        f"{words.moment(found.frozen_at)} by {found.frozen_by}. SHA-256 {found.content_hash}.{because}"
    )


def action_state(action: Action, today: date) -> str:
    """Where an action stands, in words: overdue says by how much, closed says how."""
    late = action.days_overdue(today)
    if late:
        return f"Overdue by {words.count_of(late, 'day')}"
    if action.status == "merged":
        return "Merged"
    if action.status == "discharged":
        return f"Discharged {words.day(action.closed_on, short=True)}"
    return "On-going" if action.status == "on_going" else "Open"


def left_by_last(found: FromLast) -> str:
    """What the last meeting left, in numbers: `3 actions overdue, 2 due, 1 done since 10 September 2026; ...`"""
    overdue = words.capital(f"{words.count_of(len(found.overdue), 'action')} overdue")
    actions = f"{overdue}, {len(found.due) or 'none'} due, {len(found.done) or 'none'} done since {words.day(found.last)}"
    waiting = words.count_of(len(found.unanswered), "challenge")
    return f"{actions}; {waiting} not answered, {len(found.answered) or 'none'} answered."


def challenge_state(challenge: Challenge, today: date) -> str:
    """Where a challenge stands, in words."""
    state = challenge.state(today)
    if state == "overdue" and challenge.due:
        return f"No answer, due {away(challenge.due, today)}"
    return {"open": "Waiting for an answer", "answered": "Answered, not closed", "closed": "Closed"}.get(state, state)
