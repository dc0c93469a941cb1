"""The chair's notes for each slide: what else to ask, what was asked and agreed before, whether it is real, and whom to ask."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from metrics import meeting_words, words
from metrics.asking.questions import Question
from metrics.board import Agency, Board
from metrics.editions.arrivals import late
from metrics.explain import room as explain_room
from metrics.frozen import Frozen
from metrics.line import Line
from metrics.meeting_log.actions import Action, actions, opening
from metrics.meeting_log.challenges import Challenge, challenges
from metrics.presenting.slides import Deck, Slide
from metrics.store import Store

MOST = 5


class Note(Frozen):
    """A heading, and sentences under it."""

    heading: str
    said: tuple[str, ...]


class Known(NamedTuple):
    """What notes are drawn from: the log before a meeting, and what came after the freeze. `today` is when they are read."""

    board: Board
    asked: Sequence[Challenge]
    agreed: Sequence[Action]
    late: Sequence[str]
    today: date


def known_before(store: Store, deck: Deck, today: date) -> Known:
    """Everything that the notes of a meeting need of the log."""
    meeting = deck.edition.meeting
    return Known(
        board=store.board,
        asked=[each.challenge for each in challenges(store) if each.challenge.meeting < meeting],
        agreed=[each.action for each in opening(actions(store), meeting, today)],
        late=[words.sentence(each.words) for each in late(store, deck.edition, deck.card.period.last_day)],
        today=today,
    )


def notes_for(known: Known, slide: Slide) -> tuple[Note, ...]:
    """The notes of a slide; none where there is nothing to say."""
    if slide.line is not None:
        found = _of_line(known, slide, slide.line)
    elif slide.agency:
        found = _of_agency(known, known.board.agency(slide.agency))
    else:
        found = _of_meeting(known) if slide.kind == "opening" else iter(())
    return tuple(each for each in found if each.said)


def _of_line(known: Known, slide: Slide, line: Line) -> Iterator[Note]:
    name = line.indicator.id
    yield Note(heading="Also to ask", said=tuple(_asked(each) for each in slide.further))
    before = [each for each in known.asked if each.indicator == name][-1:]
    remembered = [said for each in before for said in explain_room.last_time(each, known.today)]
    agreed = [_agreed(known, each) for each in known.agreed if each.indicator == name]
    yield Note(heading="What was asked and agreed before", said=(*remembered, *agreed))
    yield Note(heading="Is it real, and how old?", said=tuple(_real(line)))
    yield Note(heading="Whom to ask", said=(line.contact,) if line.contact else ())


def _asked(each: Question) -> str:
    beside = f" Beside it: {each.other.short}, {each.other_said}." if each.other else ""
    return f"{each.text}{beside} For {each.to}."


def _real(line: Line) -> Iterator[str]:
    firm = words.firmness(line.status.mark, line.firmness)
    if firm:
        yield f"{words.capital(words.status(line.status.mark))}: {firm}. {words.sentence(line.target.agreed)}".strip()
    yield from explain_room.families(line)
    if line.unsigned:
        yield f"Not signed off by {words.listed(line.unsigned)}."
    if line.data_age_days is not None:
        yield f"The data is {words.age(line.data_age_days)} at the meeting."


def _of_agency(known: Known, agency: Agency) -> Iterator[Note]:
    mine = [each for each in known.agreed if _is_to_do(each, agency.id)]
    yield Note(heading="Still open for it", said=tuple(_agreed(known, each) for each in mine[:MOST]))
    open_to = [each for each in known.asked if each.to == agency.id and not each.closed_on]
    yield Note(heading="Challenges not closed", said=tuple(_challenged(known, each) for each in open_to[:MOST]))
    yield Note(heading="Whom to ask", said=tuple(" ".join(filter(None, each)) for each in agency.whom))


def _is_to_do(each: Action, agency: str) -> bool:
    return agency in each.owners or (each.each_agency and agency not in each.done_by)


def _of_meeting(known: Known) -> Iterator[Note]:
    yield Note(heading="Still open from earlier meetings", said=tuple(_agreed(known, each) for each in known.agreed[:MOST]))
    still = [each for each in known.asked if not each.closed_on]
    yield Note(heading="Challenges not closed", said=tuple(_challenged(known, each) for each in still[:MOST]))
    yield Note(heading="Came after the freeze, and is not in this issue", said=tuple(known.late[:MOST]))


def _agreed(known: Known, each: Action) -> str:
    state = meeting_words.action_state(each, known.today)
    return f"Action {each.reference}, {each.owner_names(known.board)}: {words.sentence(each.text)} {state}."


def _challenged(known: Known, each: Challenge) -> str:
    state = meeting_words.challenge_state(each, known.today)
    return f"{each.reference}, to {known.board.called(each.to)}: “{each.question}” {state}."
