"""The minutes as headed sections of sentences, points and tables: one order and one wording for every kind of file."""

from datetime import date
from typing import NamedTuple

from metrics import meeting_words, words
from metrics.editions import Edition
from metrics.gaps.reminder import noted
from metrics.meeting_log.actions import Action
from metrics.meeting_log.evidence import title_of
from metrics.minutes.content import Asked, Minutes
from metrics.minutes.lines import MinuteLine, Spoken

FOR_THE_BOARD = "For the members of the board: holds words and figures that are not for publication."
FOR_ALL = "For the public: words and figures for the board alone are left out. What an agency wrote for the public is here."


class Table(NamedTuple):
    """Rows under headings; `widths` are the parts of the whole that each column takes."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


class Section(NamedTuple):
    """A heading with what stands beneath it, in this order; `parts` are one level deeper."""

    heading: str
    said: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    table: Table | None = None
    parts: tuple["Section", ...] = ()


def title(minutes: Minutes) -> str:
    """What the file is called inside."""
    return f"Scorecard at the meeting of {words.day(minutes.meeting)}"


def opening(minutes: Minutes) -> tuple[str, str]:
    """Whose meeting it was, and for whom the file is, with the day as of which it tells."""
    made = f"As known on {words.moment(minutes.made_at)}."
    return minutes.board.name, f"{FOR_ALL if minutes.public else FOR_THE_BOARD} {made}"


def sections(minutes: Minutes) -> tuple[Section, ...]:
    """Everything that the minutes hold."""
    return (
        Section("What the board read", _read(minutes)),
        Section(
            "Minute lines",
            () if minutes.lines else ("No line of the scorecard was an exception, had an agency’s words, or was asked about.",),
            parts=tuple(map(_line, minutes.lines)),
        ),
        _challenges(minutes),
        _actions(minutes),
        _heard(minutes),
    )


def _read(minutes: Minutes) -> tuple[str, ...]:
    card, read = minutes.card, minutes.read
    if card is None or read is None:
        return ("No scorecard had been frozen for this meeting.",)
    after = "" if read.frozen_at.date() <= minutes.meeting else " That was after the meeting: no issue lay before it."
    figures = f"{card.values_in} of {card.values_expected} figures that were due were in."
    return (
        f"{meeting_words.edition_in_words(read)}{after}",
        figures,
        words.sentence(card.headline),
        *map(_later, minutes.later),
    )


def _later(each: Edition) -> str:
    because = f", because: {words.sentence(each.because)}" if each.because else "."
    return f"Issue {each.issue} was made on {words.moment(each.frozen_at)}, after the meeting{because}"


def _line(each: MinuteLine) -> Section:
    target = f"; the target: {each.target}" if each.target else ""
    stands = f"{'Status' if each.moved else 'No figure'}: {each.stands}{target}."
    moved = f"Change: {each.moved}." if each.moved and not each.said else ""  # the sentence says it already
    missing_too = f"For the same reason there is no figure of {words.small('; '.join(each.same_gap))}." if each.same_gap else ""
    first = " ".join(filter(None, (f"{each.owner}.", each.said, stands, moved)))
    said = [first, missing_too, *(part for found in each.spoken for part in _spoken(found)), " ".join(each.done)]
    return Section(f"{each.number}. {each.title}", tuple(filter(None, said)))


def _spoken(each: Spoken) -> tuple[str, ...]:
    by = f"{each.agency} ({each.signed_off_by})"
    return (
        f"{by} told the board: {' '.join(each.said)}" if each.said else "",
        f"{by}, for the public: {words.sentence(each.public)}" if each.public else "",
    )


def _challenges(minutes: Minutes) -> Section:
    if not minutes.asked:
        return Section("Challenges", ("No challenge was logged at this meeting.",))
    heads = ("Challenge", "Line", "Asked", "Answer and outcome so far")
    rows = tuple(_challenge(each, minutes) for each in minutes.asked)
    return Section("Challenges", table=Table("Challenges of this meeting", heads, rows, (14, 27, 29, 30)))


def _challenge(found: Asked, minutes: Minutes) -> tuple[str, ...]:
    each, board = found.challenge, minutes.board
    asked = f"{words.capital(each.asked_by)} asked {board.called(each.to)}"
    due = f"An answer was asked for by {words.day(each.due)}." if each.due else ""
    answered = f"{words.capital(each.answered_by)} answered on {words.day(each.answered_on)}" if each.answered_on else ""
    return (
        each.reference,
        _lines(words.sentence(title_of(each.indicator)), each.said, f"Issue {each.issue}: {each.status}."),
        _lines(_with_words(asked, each.question), due),
        _lines(
            _with_words(answered, each.answer),
            f"Outcome: {each.outcome}" if each.outcome else "",
            f"{meeting_words.challenge_state(each, minutes.today)}.",
            f"Since then: {words.small(found.after.sentence)}" if found.after else "",
        ),
    )


def _with_words(said: str, quoted: str) -> str:
    """Who said something, with the words where they are there: `Lay member asked Police: Why?`"""
    return f"{said}: {quoted}" if quoted else words.sentence(said)


def _actions(minutes: Minutes) -> Section:
    parts = []
    for heading, found, nothing in (
        ("Agreed at this meeting", minutes.agreed, "No action was logged at this meeting."),
        ("From earlier meetings", minutes.earlier, "No action of an earlier meeting was open."),
    ):
        rows = tuple(_action(each.action, minutes) for each in found)
        heads = ("Action", "What was agreed", "Owners", "Due", "Status")
        table = Table(heading, heads, rows, (14, 38, 20, 14, 14)) if rows else None
        parts.append(Section(heading, () if rows else (nothing,), table=table))
    return Section("Actions", parts=tuple(parts))


def _action(each: Action, minutes: Minutes) -> tuple[str, ...]:
    about = f"About: {title_of(each.indicator)}." if each.indicator else ""
    source = f"From challenge {_reference(each.challenge)}." if each.challenge else ""
    last = each.updates[-1] if each.updates else None
    update = f"{words.day(last.on)}, {last.by}: {last.text}" if last else ""
    return (
        each.reference,
        _lines(each.text, about, source, update) or "See the minutes of the board.",
        each.owner_names(minutes.board),
        words.day(each.due) or "no day",
        meeting_words.action_state(each, minutes.today),
    )


def _reference(key: str) -> str:
    """`2026-09-10/C1` as people quote it."""
    meeting, _, number = key.partition("/")
    return f"{number} of {words.day(date.fromisoformat(meeting))}"


def _heard(minutes: Minutes) -> Section:
    heard = minutes.heard
    said, missing = noted(heard.expected, heard.day)
    points = tuple(f"{agency}: {what}." for agency, what in missing)
    written = words.count_of(heard.late_words, "commentary", "commentaries")
    came = [
        *(each.words for each in heard.late),
        *([f"{words.capital(written)} written or signed off"] if heard.late_words else []),
    ]
    after = "Nothing about its period was received after it was frozen."
    late = Section(
        "After the freeze",
        (after,) if not came else ("Received after the issue that was read, and not in it:",),
        tuple(came),
    )
    return Section(
        "What had not come, and what came late",
        parts=(Section("By the meeting", (said,), points), *((late,) if minutes.read else ())),
    )


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))
