"""What happened to the figures of an indicator, placed on a run of them: changes of definition, and what the board noted."""

from collections.abc import Sequence
from datetime import date

from metrics import words
from metrics.board.named import Noted
from metrics.catalogue import Changed, Indicator
from metrics.figures import Figure
from metrics.judge.series import REBASES, Annotation, Event

CALLED: dict[Event, str] = {
    "practice_change": "practice changed",
    "definition_change": "definition changed",
    "restatement": "figures restated",
    "boundary_change": "boundary changed",
}


def with_changes(indicator: Indicator, noted: Sequence[Noted]) -> Indicator:
    """The indicator with the changes of its definition that the board noted beside those of the catalogue."""
    own = [Changed(on=each.on, what=each.text) for each in noted if each.event in REBASES]
    return indicator.model_copy(update={"changed": (*indicator.changed, *own)}) if own else indicator


def placed(run: Sequence[Figure], event: Event, on: date, text: str) -> Annotation | None:
    """An event at the first period that ends on its day or later; None where that is before the run, or after it."""
    at = next((figure for figure in run if figure.last_day >= on), None)
    if at is None or (at is run[0] and on < at.first_day):
        return None
    return Annotation(event=event, at=at.period, text=f"{CALLED[event]} on {words.day(on)}: {text.rstrip('.')}")


def notes_in(run: Sequence[Figure], noted: Sequence[Noted]) -> tuple[Annotation, ...]:
    """What the board noted within a run, the earliest first, without the changes of definition, which break it."""
    found = [
        placed(run, each.event, each.on, each.text)
        for each in sorted(noted, key=lambda note: note.on)
        if each.event not in REBASES
    ]
    return tuple(each for each in found if each is not None)
