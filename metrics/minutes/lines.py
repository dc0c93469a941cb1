"""Minute lines: one neutral account of each line that was an exception, that had an agency's words, or that was asked about."""

import json
from collections.abc import Sequence
from itertools import chain

from metrics import words
from metrics.board import Board
from metrics.editions import Edition, text_of
from metrics.frozen import Frozen
from metrics.line import Line, Scorecard
from metrics.meeting_log.actions import Action
from metrics.meeting_log.challenges import Challenge
from metrics.meeting_log.commentary import ASKED, Commentary, words_of
from metrics.store import Store


class Spoken(Frozen):
    """An agency's words beside a line: `said` for the board, in the order of its questions; `public` for everybody."""

    agency: str
    signed_off_by: str
    said: tuple[str, ...]
    public: str


class MinuteLine(Frozen):
    """One line of the issue as the minutes tell it.

    `said` is its sentence, with the figure; `target` the level that was agreed, if any. `stands` says its status and `moved`
    the change, neither with a figure; of a gap, `stands` says what it is and `moved` nothing.
    `same_gap` are the titles of other lines missing for the same reason; `done` is what the meeting did with it.
    """

    number: int
    title: str
    owner: str
    said: str
    target: str
    stands: str
    moved: str
    same_gap: tuple[str, ...]
    spoken: tuple[Spoken, ...]
    done: tuple[str, ...]


def minute_lines(
    store: Store, read: Edition | None, card: Scorecard | None, asked: Sequence[Challenge], agreed: Sequence[Action]
) -> tuple[MinuteLine, ...]:
    """The lines that the minutes tell of, in the order of the scorecard; none where no issue was read.

    `agreed` are the actions of every meeting; those of this one are told of.
    """
    if read is None or card is None:
        return ()
    spoken = words_of(json.loads(text_of(store, read)))
    mine = [each for each in agreed if each.meeting == read.meeting]
    exceptions = {each.line.indicator.id: each for each in card.exceptions}
    named = [[each.indicator for each in spoken], [each.indicator for each in asked], [each.indicator for each in mine]]
    chosen = {*exceptions, *chain(*named)}
    found = []
    for line in card.lines:
        name = line.indicator.id
        if name in chosen:
            same = exceptions[name].same_gap if name in exceptions else ()
            begun = _begun(line, [each.indicator.title for each in same])
            words_here = tuple(_spoken(each, store.board) for each in spoken if each.indicator == name)
            found.append(begun.model_copy(update={"spoken": words_here, "done": _done(name, asked, mine, store.board)}))
    return tuple(found)


def _begun(line: Line, same_gap: Sequence[str]) -> MinuteLine:
    return MinuteLine(
        number=line.number,
        title=line.indicator.title,
        owner=line.owner,
        said=line.sentence,
        target="" if line.target.kind in {"none", "monitor"} else line.target.words,
        stands=words.short_gap(line.figure.state) if line.gap else words.status(line.status.mark),
        moved="" if line.gap else words.change(line.change.direction),
        same_gap=tuple(same_gap),
        spoken=(),
        done=(),
    )


def _spoken(each: Commentary, board: Board) -> Spoken:
    by_when = f"By {words.day(each.by_when)}" if each.by_when else ""
    parts = (*(getattr(each, name) for name in ASKED), by_when)
    return Spoken(
        agency=board.called(each.agency),
        signed_off_by=each.signed_off_by,
        said=tuple(words.sentence(text) for text in parts if text),
        public=each.public,
    )


def _done(indicator: str, asked: Sequence[Challenge], agreed: Sequence[Action], board: Board) -> tuple[str, ...]:
    """What the meeting did with a line, in sentences that hold nobody's words."""
    questions = [
        f"{words.capital(each.asked_by)} asked {board.called(each.to)} about it ({each.reference})."
        for each in asked
        if each.indicator == indicator
    ]
    tasks = [f"An action was agreed: {each.reference}." for each in agreed if each.indicator == indicator]
    return (*questions, *tasks)
