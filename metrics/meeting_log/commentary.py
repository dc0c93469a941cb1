"""Commentary: an agency's words beside its figures: what, why, so what, what next, by when. Public words stand apart.

Drafted, signed off by the agency, and locked at the freeze: an edition holds the words that were signed off by then. What is
written afterwards stands in the next issue, if there is one.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

import duckdb
from pydantic import ValidationError

from metrics import words
from metrics.board import Board
from metrics.frozen import Frozen
from metrics.line import Line, Scorecard
from metrics.meeting_log.entries import Entry, newest, newest_on, write
from metrics.meeting_log.free_text import checked
from metrics.store import Store

ASKED: Final = {
    "what": "What does the figure say?",
    "why": "Why is it so?",
    "so_what": "So what: what does it mean for children?",
    "what_next": "What next: what will you do?",
}
"""The parts of a commentary that the board sees, with the question of each."""
PUBLIC: Final = "Words for the public, if any"


class Stands(Frozen):
    """What stood on the line when the words were written."""

    period: str
    figure: str
    status: str
    change: str


class Commentary(Frozen):
    """One agency's words beside one indicator, for one meeting. `signed_off_by` is empty while it is a draft.

    `public` may be published; everything else is for the board. `carried_from` is the meeting whose words these began as.
    """

    meeting: date
    agency: str
    indicator: str
    what: str = ""
    why: str = ""
    so_what: str = ""
    what_next: str = ""
    by_when: date | None = None
    public: str = ""
    beside: Stands
    carried_from: date | None = None
    signed_off_by: str = ""

    @property
    def key(self) -> str:
        return key_of(self.meeting, self.agency, self.indicator)

    @property
    def said(self) -> tuple[str, ...]:
        """The words alone, to be held against others."""
        return tuple(getattr(self, each).strip() for each in (*ASKED, "public"))


class Written(Frozen):
    """A commentary with its version, when it was saved, and in which role."""

    commentary: Commentary
    version: int
    written_at: datetime
    written_by: str


def key_of(meeting: date, agency: str, indicator: str) -> str:
    return f"{meeting.isoformat()}/{agency}/{indicator}"


def stands_on(line: Line) -> Stands:
    """What a line shows, as a commentary names it."""
    return Stands(
        period=line.figure.period,
        figure=line.gap or words.number(line.figure.value, line.indicator.unit),
        status=words.status(line.status.mark),
        change=words.change(line.change.direction),
    )


def owed(card: Scorecard, board: Board, agency: str) -> list[Line]:
    """The lines beside which an agency owes words: those it answers for that need the board's attention, the gravest first."""
    mine = [each for each in card.lines if (owner := board.owner(each.indicator.owner)) and owner.id == agency]
    return sorted((each for each in mine if each.rank is not None), key=lambda each: each.rank or 0)


def commentaries(store: Store, meeting: date) -> dict[str, Written]:
    """The newest version of every commentary for a meeting, by its key."""
    return {key: _written(each) for key, each in newest(store, "commentary").items() if key.startswith(meeting.isoformat())}


def commentary(store: Store, meeting: date, agency: str, indicator: str) -> Written | None:
    """The newest version of one."""
    key = key_of(meeting, agency, indicator)
    found = newest(store, "commentary", [key]).get(key)
    return _written(found) if found else None


def words_before(store: Store, board: Board, meeting: date, agency: str, indicator: str) -> Commentary | None:
    """What the agency last said of the indicator at an earlier meeting."""
    keys = [key_of(each, agency, indicator) for each in sorted(board.meetings) if each < meeting]
    found = newest(store, "commentary", keys)
    said = [found[key] for key in keys if key in found]
    return _written(said[-1]).commentary if said else None


def save(store: Store, words_written: Commentary, *, by: str, based_on: int, at: datetime | None = None) -> Entry:
    """Keep a draft, or one that is signed off. Raises Overtaken when another saved meanwhile; ValueError for its text."""
    kept = {each: checked(question, getattr(words_written, each)) for each, question in (*ASKED.items(), ("public", PUBLIC))}
    return write(store, "commentary", words_written.key, words_written.model_copy(update=kept), by=by, based_on=based_on, at=at)


def sign_off(
    store: Store, words_written: Commentary, line: Line, *, by: str, based_on: int, at: datetime | None = None
) -> Entry:
    """Sign a commentary off for its agency. Raises ValueError with what it still lacks."""
    lacks = lacking(words_written, line)
    if lacks:
        raise ValueError(" ".join(lacks))
    signed = words_written.model_copy(update={"signed_off_by": by.strip(), "beside": stands_on(line)})
    return save(store, signed, by=by, based_on=based_on, at=at)


def lacking(written: Commentary, line: Line) -> list[str]:
    """What a commentary lacks before it can be signed off, in sentences."""
    said = [f"“{question}” is not answered." for each, question in ASKED.items() if not getattr(written, each).strip()]
    if written.by_when is None:
        said.append("“By when?” is not answered.")
    names = _names_of(line)
    text = " ".join(written.said).lower()
    if names and not any(each in text for each in names):
        said.append(f"The words do not name what they stand beside: say “{names[0]}” in them.")
    return said


def _names_of(line: Line) -> tuple[str, ...]:
    """The words by which a line's status is named, the first the plainest; none where there is no status."""
    if line.gap:
        return () if not line.is_missing else ("not received", "not supplied", "late", "missing", "no figure", "awaited")
    mark = line.status.mark
    return () if mark in {"no_target", "monitor", "cannot_tell"} else (words.status(mark), mark.split("_")[-1])


def frozen_words(cursor: duckdb.DuckDBPyConnection, meeting: date, up_to: int) -> dict[str, Any]:
    """The words of an edition: those signed off by the entry it knew last, and whose drafts were not."""
    known = newest_on(cursor, "commentary", up_to=up_to)
    mine = [json.loads(each.content) for key, each in known.items() if key.startswith(meeting.isoformat())]
    order = sorted(mine, key=lambda each: (each["agency"], each["indicator"]))
    return {
        "signed_off": [each for each in order if each["signed_off_by"]],
        "not_signed_off": [[each["agency"], each["indicator"]] for each in order if not each["signed_off_by"]],
    }


def words_of(content: Mapping[str, Any]) -> list[Commentary]:
    """The commentary that an edition holds."""
    return [Commentary.model_validate(each) for each in content.get("commentary", {}).get("signed_off", ())]


def _written(entry: Entry) -> Written:
    try:
        kept = Commentary.model_validate_json(entry.content)
    except ValidationError as problem:
        raise ValueError(f"The commentary {entry.key} cannot be read by this version of the program.") from problem
    return Written(commentary=kept, version=entry.version, written_at=entry.written_at, written_by=entry.written_by)
