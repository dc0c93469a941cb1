"""A scorecard narrowed to some of its lines, and the board's priorities seen side by side."""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

from metrics import words
from metrics.board import Priority
from metrics.line import NEAR, OFF, Line, Scorecard, counted_in, headline

FIRED = {"improved": "improved", "worsened": "got worse", "rose": "rose", "fell": "fell"}


class Overview(BaseModel):
    """One priority: how many of its indicators are on, near and off target, changed or missing, and its gravest line."""

    model_config = ConfigDict(frozen=True)

    priority: Priority
    indicators: int
    off: int
    near: int
    on: int
    changed: dict[str, int]
    missing: int
    awaited: tuple[str, ...]
    gravest: Line | None

    @property
    def judged(self) -> int:
        """How many have a target and a figure to set against it."""
        return self.off + self.near + self.on

    @property
    def changes(self) -> str:
        """`1 got worse, 2 improved`; empty when nothing changed beyond chance."""
        return ", ".join(f"{self.changed[each]} {said}" for each, said in FIRED.items() if each in self.changed)


def narrowed(card: Scorecard, lines: Iterable[Line]) -> Scorecard:
    """Some of the lines of a scorecard, in their order, with what may be said of those."""
    kept = tuple(lines)
    if len(kept) == len(card.lines):
        return card
    return card.model_copy(update={"lines": kept, "headline": headline(kept), **counted_in(kept)})


def lines_of(card: Scorecard, priority: Priority) -> tuple[Line, ...]:
    """A priority's lines, in the order of the child's journey."""
    return tuple(each for each in card.lines if priority.holds(each.indicator))


def overview(card: Scorecard, priorities: Sequence[Priority]) -> tuple[Overview, ...]:
    """The priorities in the board's order."""
    return tuple(_overview(narrowed(card, lines_of(card, each)), each) for each in priorities)


def finding(found: Sequence[Overview]) -> str:
    """What the page says first: where most is off target, and how many priorities wait for figures."""
    off = [each for each in found if each.off]
    waiting = sum(each.missing > 0 for each in found)
    first = "nothing is off target in any priority"
    if off:
        have = "has an indicator" if len(off) == 1 else "have indicators"
        first = f"{len(off)} of {words.count_of(len(found), 'priority', 'priorities')} {have} off target{_most(off)}"
    wait = f"; {words.count_of(waiting, 'priority', 'priorities')} {'waits' if waiting == 1 else 'wait'} for figures"
    return words.capital(first) + (wait if waiting else "")


def _most(off: Sequence[Overview]) -> str:
    """Where most is off target, when one priority stands out."""
    first, *others = sorted(off, key=lambda each: -each.off)
    if not others:
        return f": {first.priority.name.lower()} ({first.off} of {first.judged})"
    stands_out = first.off > others[0].off
    return f", most in {first.priority.name.lower()} ({first.off} of {first.judged})" if stands_out else ""


def _overview(card: Scorecard, priority: Priority) -> Overview:
    marks = [each.status.mark for each in card.lines]
    directions = [each.change.direction for each in card.lines]
    missing = [each for each in card.lines if each.is_missing]
    gravest = next(iter(card.exceptions), None)
    return Overview(
        priority=priority,
        indicators=len(card.lines),
        off=sum(each in OFF for each in marks),
        near=sum(each in NEAR for each in marks),
        on=marks.count("green"),
        changed={each: directions.count(each) for each in FIRED if each in directions},
        missing=len(missing),
        awaited=tuple(dict.fromkeys(name for each in missing for name in each.asked)),
        gravest=gravest.line if gravest else None,
    )
