"""Questions that members mark before a meeting, on a line of its scorecard or on none; whoever chairs sees them by line."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from metrics import words
from metrics.catalogue import Indicator, read_catalogue
from metrics.editions import card_of_edition, editions
from metrics.frozen import Frozen
from metrics.meeting_log.challenges import Challenge, Question, ask, challenges
from metrics.meeting_log.entries import newest, write, write_next
from metrics.meeting_log.free_text import checked
from metrics.meetings import meeting_days
from metrics.store import Store

LONGEST = 300
"""Characters of one question: it is to be said aloud."""
ON_NO_LINE = "On no line of the scorecard"


class Marked(Frozen):
    """A question for a meeting. Numbers begin anew at each meeting: `key` is meeting and number.

    `indicator` is empty where it hangs on no line. `issue` is the one that its writer read: 0 before the freeze.
    `asked_by` is a role. `withdrawn_on`: its writer took it back; it stays in the store.
    """

    meeting: date
    number: int
    indicator: str
    issue: int
    question: str
    asked_by: str
    marked_on: date
    withdrawn_on: date | None = None

    @property
    def key(self) -> str:
        return f"{self.meeting.isoformat()}/Q{self.number}"

    @property
    def reference(self) -> str:
        """As people quote it: `Q3 of 10 December 2026`."""
        return f"Q{self.number} of {words.day(self.meeting)}"


class Logged(Frozen):
    """A question with its version, and the challenge that was made of it, if any."""

    marked: Marked
    version: int
    challenge: Challenge | None = None


class OnLine(Frozen):
    """What was marked on one line, in the order of marking. `indicator` is empty for what hangs on no line."""

    indicator: str
    title: str
    questions: tuple[Logged, ...]


def mark_question(store: Store, meeting: date, question: str, *, asked_by: str, at: datetime, indicator: str = "") -> Marked:
    """Mark a question for a meeting, on a line of its newest edition, or before a freeze on any indicator.

    Raises ValueError with a sentence: no such meeting or line, the meeting is over, nobody says who asks, the text cannot be
    kept, or the same person has marked the same question already.
    """
    if meeting_days(store.board, meeting).meeting < at.date():
        raise ValueError(f"The meeting of {words.day(meeting)} is over: mark the question for the next one.")
    said, by = checked("The question", question, LONGEST), checked("Your role", asked_by, 80)
    if not said:
        raise ValueError("There is no question to mark: write one, or choose one that is offered.")
    new = Marked(
        meeting=meeting,
        number=1,
        indicator=indicator,
        issue=_issue_with(store, meeting, indicator),
        question=said,
        asked_by=by,
        marked_on=at.date(),
    )

    def numbered(number: int) -> Marked:
        # Entries are written one at a time: nobody, nor a second press, can slip in between this look and the writing.
        if any(_same(each, new) for each in _all(store, meeting)):
            raise ValueError("You have marked this question already: it is on the list for the chair.")
        return new.model_copy(update={"number": number})

    return Marked.model_validate_json(write_next(store, "question", f"{meeting.isoformat()}/Q", numbered, by=by, at=at).content)


def withdraw(store: Store, key: str, *, by: str, based_on: int, at: datetime) -> Marked:
    """Take one's own question back. Raises ValueError where it is another's, or a challenge already; Overtaken as ever."""
    held = marked_question(store, key)
    if held.marked.asked_by.casefold() != by.strip().casefold():
        raise ValueError(f"{held.marked.reference} was marked by {held.marked.asked_by}, who alone takes it back.")
    if held.challenge is not None:
        raise ValueError(f"{held.marked.reference} is challenge {held.challenge.reference} by now: close it there.")
    changed = held.marked.model_copy(update={"withdrawn_on": at.date()})
    write(store, "question", key, changed, by=by, based_on=based_on, at=at)
    return changed


def challenge_with(
    store: Store, key: str, to: str, *, by: str, at: datetime, due: date | None = None, indicator: str = ""
) -> Challenge:
    """Make a challenge of a question, to an agency; who asked is kept. `indicator`: a line for a question that has none.

    Raises ValueError when there is a challenge of it already, it was withdrawn, or the scorecard is not frozen.
    """
    held = marked_question(store, key).marked
    if held.withdrawn_on:
        raise ValueError(f"{held.reference} was withdrawn by {held.asked_by}.")
    asked = Question(
        meeting=held.meeting,
        indicator=held.indicator or indicator,
        to=to,
        asked_by=held.asked_by,
        question=held.question,
        due=due,
        marked=held.key,
    )
    return ask(store, asked, by=by, at=at)


def marked_question(store: Store, key: str) -> Logged:
    """One question, withdrawn or not. Raises ValueError when there is none."""
    entry = newest(store, "question", [key]).get(key)
    if entry is None:
        raise ValueError(f"There is no marked question {key}.")
    held = Marked.model_validate_json(entry.content)
    return Logged(marked=held, version=entry.version, challenge=_challenges_by_question(store, held.meeting).get(key))


def marked_questions(store: Store, meeting: date) -> tuple[OnLine, ...]:
    """The questions for a meeting that were not withdrawn, by line in the scorecard's order; those on no line stand last."""
    return by_line(_all(store, meeting), read_catalogue().values())


def by_line(found: Sequence[Logged], order: Iterable[Indicator]) -> tuple[OnLine, ...]:
    """The same questions by line. A line that is counted no longer stands after those that are, under its id. Pure."""
    titles = {each.id: each.title for each in order}
    asked = {each.marked.indicator: "" for each in found}
    names = [*(each for each in titles if each in asked), *(each for each in asked if each and each not in titles)]
    if "" in asked:
        names.append("")
    return tuple(
        OnLine(
            indicator=name,
            title=titles.get(name, name) or ON_NO_LINE,
            questions=tuple(each for each in found if each.marked.indicator == name),
        )
        for name in names
    )


def _all(store: Store, meeting: date) -> list[Logged]:
    made = _challenges_by_question(store, meeting)
    begins = f"{meeting.isoformat()}/"
    found = [(key, each) for key, each in newest(store, "question").items() if key.startswith(begins)]
    logged = [
        Logged(marked=Marked.model_validate_json(each.content), version=each.version, challenge=made.get(key))
        for key, each in found
    ]
    return [each for each in logged if each.marked.withdrawn_on is None]


def _challenges_by_question(store: Store, meeting: date) -> dict[str, Challenge]:
    found = [each.challenge for each in challenges(store, meeting=meeting)]
    return {each.marked: each for each in found if each.marked}


def _same(held: Logged, new: Marked) -> bool:
    def told(each: Marked) -> tuple[str, str, str]:
        return each.indicator, each.question.casefold(), each.asked_by.casefold()

    return told(held.marked) == told(new)


def _issue_with(store: Store, meeting: date, indicator: str) -> int:
    """The newest issue of the meeting, 0 before the freeze. Raises ValueError when it has no such line."""
    frozen = editions(store, meeting)
    known = {each.indicator.id for each in card_of_edition(store, frozen[-1]).lines} if frozen else set(read_catalogue())
    if indicator and indicator not in known:
        where = f"Issue {frozen[-1].issue}" if frozen else "The scorecard"
        raise ValueError(f"{where} has no line {indicator}: choose one that it has, or mark the question on no line.")
    return frozen[-1].issue if frozen else 0
