"""The slides of a meeting, drawn from its frozen edition: opening, each agency in its turn, closing, and all else in reserve.

Figures, marks, sentences and words are those of the edition, and the questions are asked of its lines; only the challenges of
earlier meetings stand as the log has them today, for an answer may have come since.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from metrics import words
from metrics.asking.bank import About, Asking, bank_of
from metrics.asking.questions import questions_for
from metrics.board import Agency, Board
from metrics.editions import Edition, card_of_edition, text_of
from metrics.editions.kept import basis_of
from metrics.line import OFF, Line, Scorecard
from metrics.meeting_log.challenges import Challenge, challenges
from metrics.meeting_log.commentary import ASKED, Commentary, owed, words_of
from metrics.meeting_log.contradictions import warnings
from metrics.presenting.running_order import running_order
from metrics.presenting.slides import Deck, Recalled, Slide, Words
from metrics.store import Store

MOST_INDICATORS = 5
"""An agency's gravest lines have a slide in its turn, and those it wrote about; ten minutes hold no more."""
MOST_ROWS = 6
MOST_CHALLENGES = 2
OWN: frozenset[About] = frozenset({"cause", "data", "action"})
"""What an agency is asked about itself."""
ROOM = 1000
"""Characters of an agency's words that one slide holds, read from the back of the room."""


class Drawn(NamedTuple):
    """What slides are drawn from. `board` is the board as it was when the edition was frozen."""

    card: Scorecard
    board: Board
    bank: Sequence[Asking]
    said: Sequence[Commentary]
    asked: Sequence[Challenge]

    def lines(self) -> dict[str, Line]:
        return {each.indicator.id: each for each in self.card.lines}


def deck_of(store: Store, found: Edition) -> Deck:
    """The deck of an edition. The running order is the board's of today; everything on the slides was frozen."""
    board = basis_of(store, found).read_board()
    card = card_of_edition(store, found)
    said = words_of(json.loads(text_of(store, found)))
    asked = [each.challenge for each in challenges(store) if each.challenge.meeting < found.meeting]
    drawn = Drawn(card, board, bank_of(board.questions), said, asked)
    turns = running_order(store.board, found.meeting)
    presenting = [store.board.agency(each.agency) for each in turns]
    shown = [_opening(card), *(slide for agency in presenting for slide in turn_of(drawn, agency)), _closing()]
    slides = [*shown, *_reserve(drawn, {each.line.indicator.id for each in shown if each.kind == "indicator" and each.line})]
    numbered = tuple(each.model_copy(update={"number": number}) for number, each in zip(count(1), slides, strict=False))
    return Deck(edition=found, card=card, turns=turns, slides=numbered)


def _opening(card: Scorecard) -> Slide:
    return Slide(id="opening", kind="opening", title=words.sentence(card.headline), exceptions=card.exceptions)


def _closing() -> Slide:
    return Slide(id="closing", kind="closing", title="What was asked and agreed today")


def turn_of(drawn: Drawn, agency: Agency) -> Iterator[Slide]:
    """An agency's slides: its numbers, its gravest lines with its words, what is not here, what it was asked before."""
    mine = [each for each in drawn.card.lines if _owner(drawn.board, each) == agency.id]
    grave = owed(drawn.card, drawn.board, agency.id)
    said = {each.indicator: each for each in drawn.said if each.agency == agency.id}
    gaps = [each for each in drawn.card.lines if each.is_missing and agency.name in each.asked]
    asked = sorted((each for each in drawn.asked if each.to == agency.id), key=_open_then_newest)
    of_it = {"agency": agency.id, "agency_name": agency.name}
    slides = [
        _numbers(agency, mine, grave),
        *(slide for line in _shown(grave, said, drawn.lines()) for slide in _line(drawn, line, said)),
        *([_gaps(agency.id, gaps)] if gaps else []),
        *([_challenges(agency.id, asked, drawn.lines())] if asked else []),
    ]
    yield from (each.model_copy(update=of_it) for each in slides)


def _shown(grave: Sequence[Line], said: Mapping[str, Commentary], lines: Mapping[str, Line]) -> list[Line]:
    """The lines of an agency that have slides: the gravest that have a figure, and those it wrote about."""
    gravest = [each for each in grave if not each.is_missing][:MOST_INDICATORS]
    spoken = [each for each in grave if each.indicator.id in said and each not in gravest]
    others = [lines[name] for name in said if name in lines and lines[name] not in grave]
    return [*gravest, *spoken, *others]


def _numbers(agency: Agency, mine: Sequence[Line], grave: Sequence[Line]) -> Slide:
    """How many of an agency's lines did what, and the first of them: the gravest, then those with a target, then the rest."""
    found = f"{agency.name}: {_counted(mine)}" if mine else f"{agency.name} answers for no line of the scorecard"
    rest = sorted((each for each in mine if each.rank is None), key=lambda line: line.target.number is None)
    rows = tuple([*grave, *rest][:MOST_ROWS])
    return Slide(id=agency.id, kind="agency", title=found, lines=rows, more=len(mine) - len(rows))


def _counted(mine: Sequence[Line]) -> str:
    """`2 got worse, 1 improved, 5 off target, 1 not received, of 76 indicators`."""
    directions = [each.change.direction for each in mine]
    found = {
        "got worse": directions.count("worsened"),
        "improved": directions.count("improved"),
        "rose": directions.count("rose"),
        "fell": directions.count("fell"),
        "off target": sum(each.status.mark in OFF for each in mine),
        "on target": sum(each.status.mark == "green" for each in mine),
        "not received": sum(each.is_missing for each in mine),
    }
    said = ", ".join(f"{number} {what}" for what, number in found.items() if number) or "nothing stands out"
    return f"{said}, of {words.count_of(len(mine), 'indicator')}"


def _line(drawn: Drawn, line: Line, said: Mapping[str, Commentary]) -> Iterator[Slide]:
    """A line's slide, and the agency's words beside it."""
    owner = _owner(drawn.board, line)
    yield _indicator(drawn, line, owner)
    if line.indicator.id in said:
        yield from _words(line, said[line.indicator.id], owner)


def _indicator(drawn: Drawn, line: Line, owner: str) -> Slide:
    """One line. Its question is for the agency that presents it; those for others are in the chair's notes."""
    asked = questions_for(line, drawn.lines(), drawn.bank)
    first = next(iter([*(each for each in asked if each.about in OWN), *asked]), None)
    return Slide(
        id=f"{owner}:{line.indicator.id}",
        kind="indicator",
        title=line.indicator.title,
        line=line,
        question=first,
        further=tuple(each for each in asked if each is not first),
        agency_name=line.owner,
    )


def _words(line: Line, said: Commentary, owner: str) -> Iterator[Slide]:
    """An agency's words on one slide, or on two where they would not be read from the back."""
    given = {name: getattr(said, name).strip() for name in ASKED}
    parts = [(ASKED[name].partition(":")[0].rstrip("?"), text) for name, text in given.items() if text]
    if said.by_when:
        parts.append(("By when", words.day(said.by_when)))
    warned = tuple(warnings(said, line))
    halves = [parts] if sum(len(text) for _, text in parts) <= ROOM else [parts[:2], parts[2:]]
    for part, some in enumerate((each for each in halves if each), start=1):
        yield Slide(
            id=f"{owner}:{line.indicator.id}:words{part if part > 1 else ''}",
            kind="words",
            title=line.indicator.title,
            line=line,
            words=Words(parts=tuple(some), signed_off_by=said.signed_off_by, warnings=warned if part == 1 else ()),
        )


def _gaps(agency: str, gaps: Sequence[Line]) -> Slide:
    title = f"{words.count_of(len(gaps), 'figure')} not here"
    return Slide(
        id=f"{agency}:gaps", kind="gaps", title=title, lines=tuple(gaps[:MOST_ROWS]), more=max(0, len(gaps) - MOST_ROWS)
    )


def _challenges(agency: str, asked: Sequence[Challenge], lines: Mapping[str, Line]) -> Slide:
    shown = [Recalled(challenge=each, line=lines.get(each.indicator)) for each in asked[:MOST_CHALLENGES]]
    return Slide(
        id=f"{agency}:challenges",
        kind="challenges",
        title="What the board asked before",
        challenges=tuple(shown),
        more=len(asked) - len(shown),
    )


def _reserve(drawn: Drawn, shown: set[str]) -> Iterator[Slide]:
    """Every other line, for when somebody asks about it."""
    for line in drawn.card.lines:
        if line.indicator.id not in shown:
            slide = _indicator(drawn, line, "reserve")
            yield slide.model_copy(update={"reserve": True})


def _owner(board: Board, line: Line) -> str:
    """The id of the agency that answers for a line."""
    found = board.owner(line.indicator.owner)
    return found.id if found else line.indicator.owner


def _open_then_newest(each: Challenge) -> tuple[bool, int, int]:
    return (bool(each.closed_on), -each.meeting.toordinal(), -each.number)
