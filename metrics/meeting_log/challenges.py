"""The challenge log: a question hung on a line of an edition, to one agency, with its answer and its outcome."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from metrics import words
from metrics.board import Board
from metrics.editions import card_of_edition, edition
from metrics.frozen import Frozen
from metrics.meeting_log.entries import newest, write, write_next
from metrics.meeting_log.free_text import checked
from metrics.store import Store

State = Literal["open", "overdue", "answered", "closed"]
STATES: dict[State, str] = {
    "overdue": "overdue",
    "open": "waiting for an answer",
    "answered": "answered, not closed",
    "closed": "closed",
}


class Challenge(Frozen):
    """A question about one line of one edition. Numbers begin anew at each meeting: `key` is meeting and number.

    `asked_by` is a role or an agency's name; `to` an agency's id. `said` and `status` are what the line said in that issue.
    `marked` is the key of the question, marked before the meeting, that it was made of.
    """

    meeting: date
    number: int
    issue: int
    indicator: str
    period: str
    said: str
    status: str
    off_target: bool
    asked_by: str
    asked_on: date
    to: str
    question: str
    due: date | None = None
    answer: str = ""
    answered_by: str = ""
    answered_on: date | None = None
    outcome: str = ""
    closed_on: date | None = None
    marked: str = ""

    @property
    def key(self) -> str:
        return f"{self.meeting.isoformat()}/C{self.number}"

    @property
    def reference(self) -> str:
        """As people quote it: `C2 of 10 December 2026`."""
        return f"C{self.number} of {words.day(self.meeting)}"

    def state(self, today: date) -> State:
        if self.closed_on:
            return "closed"
        if self.answered_on:
            return "answered"
        return "overdue" if self.due and self.due < today else "open"


class Logged(Frozen):
    """A challenge with its version."""

    challenge: Challenge
    version: int


class Counted(Frozen):
    """How often an agency was challenged, and what came of it."""

    agency: str
    asked: int
    answered: int
    overdue: int
    closed: int


class Question(Frozen):
    """What is asked, before it is in the log."""

    meeting: date
    indicator: str
    to: str
    asked_by: str
    question: str
    due: date | None = None
    issue: int | None = None
    marked: str = ""


def ask(store: Store, asked: Question, *, by: str, at: datetime) -> Challenge:
    """Log a challenge on a line of an edition (the newest issue of the meeting, if none is named).

    Raises ValueError when the scorecard is not frozen, has no such line, or the board no such agency.
    """
    frozen = edition(store, asked.meeting, asked.issue)
    line = next((each for each in card_of_edition(store, frozen).lines if each.indicator.id == asked.indicator), None)
    if line is None:
        raise ValueError(f"Issue {frozen.issue} has no line {asked.indicator}: a challenge hangs on a line of an edition.")
    question = checked("The question", asked.question)
    if not question or not asked.asked_by.strip():
        raise ValueError("A challenge needs a question, and who asks it: a role, or an agency.")
    new = Challenge(
        meeting=asked.meeting,
        number=1,
        issue=frozen.issue,
        indicator=asked.indicator,
        period=frozen.period,
        said=line.sentence,
        status=words.status(line.status.mark),
        off_target=line.status.mark in {"red", "red_amber"},
        asked_by=checked("Who asks", asked.asked_by, 80),
        asked_on=at.date(),
        to=store.board.agency(asked.to).id,
        question=question,
        due=asked.due,
        marked=asked.marked,
    )

    def numbered(number: int) -> Challenge:
        # Entries are written one at a time: of one marked question there cannot be two challenges.
        made = [each.challenge for each in challenges(store, meeting=asked.meeting) if each.challenge.marked]
        already = next((each for each in made if each.marked == asked.marked), None)
        if already is not None:
            raise ValueError(f"That question is a challenge already: {already.reference}.")
        return new.model_copy(update={"number": number})

    entry = write_next(store, "challenge", f"{asked.meeting.isoformat()}/C", numbered, by=by, at=at)
    return Challenge.model_validate_json(entry.content)


def answer(store: Store, key: str, text: str, *, by: str, based_on: int, at: datetime) -> Challenge:
    """The agency's answer. Raises Overtaken when somebody else has written meanwhile."""
    said = checked("The answer", text)
    if not said:
        raise ValueError("There is no answer to keep: write one.")
    changed = challenge(store, key).challenge.model_copy(
        update={"answer": said, "answered_by": checked("Your role", by, 80), "answered_on": at.date()}
    )
    write(store, "challenge", key, changed, by=by, based_on=based_on, at=at)
    return changed


def close(store: Store, key: str, outcome: str, *, by: str, based_on: int, at: datetime) -> Challenge:
    """Close a challenge with its outcome: what the board took from the answer, or agreed to do."""
    said = checked("The outcome", outcome)
    if not said:
        raise ValueError("A challenge is closed with an outcome: what the board took from the answer, or agreed to do.")
    changed = challenge(store, key).challenge.model_copy(update={"outcome": said, "closed_on": at.date()})
    write(store, "challenge", key, changed, by=by, based_on=based_on, at=at)
    return changed


def challenge(store: Store, key: str) -> Logged:
    """One challenge. Raises ValueError when there is none."""
    found = newest(store, "challenge", [key]).get(key)
    if found is None:
        raise ValueError(f"There is no challenge {key} in the log.")
    return Logged(challenge=Challenge.model_validate_json(found.content), version=found.version)


def challenges(store: Store, *, meeting: date | None = None, indicator: str | None = None) -> list[Logged]:
    """Every challenge, or those of a meeting or an indicator, in the order of asking."""
    found = [
        Logged(challenge=Challenge.model_validate_json(each.content), version=each.version)
        for each in newest(store, "challenge").values()
    ]
    return [
        each for each in found if meeting in {None, each.challenge.meeting} and indicator in {None, each.challenge.indicator}
    ]


def counted_by_agency(board: Board, found: Iterable[Challenge], today: date) -> list[Counted]:
    """How often each agency of the board was challenged: all of them, the council and those never asked included."""
    asked = list(found)
    return [
        Counted(
            agency=agency.name,
            asked=len(mine := [each for each in asked if each.to == agency.id]),
            answered=sum(bool(each.answered_on) for each in mine),
            overdue=sum(each.state(today) == "overdue" for each in mine),
            closed=sum(bool(each.closed_on) for each in mine),
        )
        for agency in board.agencies
    ]
