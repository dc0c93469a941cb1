"""What a line is asked in the room: the questions of the bank, what was asked the last time, and what will be done."""

from collections.abc import Sequence
from datetime import date

from metrics.asking.bank import Asking, bank_of
from metrics.asking.questions import Question, could_ask, questions_for
from metrics.frozen import Frozen
from metrics.judge.to_target import cases_to_target
from metrics.line import OFF, Line
from metrics.meeting_log.afterwards import Memory, last_asked
from metrics.periods import Period
from metrics.scorecard import scorecard
from metrics.store import Store


class Room(Frozen):
    """The questions for a line, the memory of the last one, and how many cases it is from its target (None: not known)."""

    questions: tuple[Question, ...]
    memory: Memory | None
    to_target: int | None


def in_the_room(store: Store, line: Line, period: Period, today: date) -> Room:
    """Everything that the board can be asked about a line, or asks of it."""
    bank = bank_of(store.board.questions)
    others = _others(store, could_ask(line, bank), period, today)
    return Room(
        questions=questions_for(line, others, bank),
        memory=last_asked(store, line.indicator.id, today),
        to_target=to_target(line),
    )


def to_target(line: Line) -> int | None:
    """How many cases a line that misses its target is from it."""
    figure = line.figure
    if line.target.number is None or figure.numerator is None or line.status.mark not in {*OFF, "amber", "green_amber"}:
        return None
    return cases_to_target(line.indicator.unit, line.indicator.better, figure.numerator, figure.denominator, line.target.number)


def _others(store: Store, asked: Sequence[Asking], period: Period, today: date) -> dict[str, Line]:
    names = {each.other for each in asked if each.other}
    if not names:
        return {}
    return {each.indicator.id: each for each in scorecard(store, period, today=today, indicators=names).lines}
