"""What changed between two issues, or between an edition and today: flips of status first, then gaps filled, then the rest."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from metrics import words
from metrics.catalogue import read_catalogue
from metrics.datasets.returns import Return
from metrics.editions.arrivals import Arrival, arrived_between
from metrics.editions.basis import Basis, basis_now
from metrics.editions.kept import Edition, basis_of, card_of_edition
from metrics.frozen import Frozen
from metrics.line import Line, Scorecard
from metrics.measure import datasets_read
from metrics.periods import parse_period
from metrics.scorecard import scorecard
from metrics.store import Store

Kind = Literal["status", "gap_filled", "gap", "restated", "settled", "change", "target", "words", "new", "gone"]
KINDS: dict[Kind, str] = {
    "status": "The status changed",
    "gap_filled": "A gap was filled",
    "gap": "A gap changed",
    "restated": "A figure was restated",
    "settled": "No longer provisional, or now so",
    "change": "What is said of the change",
    "target": "The target",
    "words": "The comparators or the words",
    "new": "A line was added",
    "gone": "A line is gone",
}
"""The kinds of difference, the gravest first, with what a page calls them."""
TIME = "no file came: what was not yet due at the freeze is due now, or a target's own figures moved"


class Side(Frozen):
    """What one of two scorecards says of an indicator, in words."""

    figure: str
    status: str
    change: str
    target: str


class Difference(Frozen):
    """One line that differs. `was` or `now` is None where the line was not, or is no longer, there.

    `who`: what was received between the two for this line; `why`: what else explains it, empty where nothing else does.
    """

    indicator: str
    title: str
    owner: str
    kind: Kind
    was: Side | None
    now: Side | None
    who: tuple[str, ...] = ()
    why: str = ""


class Between(NamedTuple):
    """What happened between two scorecards: what arrived, and by what each was made."""

    arrivals: Sequence[Arrival]
    before: Basis
    after: Basis


def what_changed(store: Store, older: Edition, newer: Edition) -> list[Difference]:
    """The page of what changed from one issue to a later one of the same period."""
    between = Between(arrived_between(store, older, newer), basis_of(store, older), basis_of(store, newer))
    return _explained(store, card_of_edition(store, older), card_of_edition(store, newer), between)


def beside_today(store: Store, frozen: Edition, today: date | None = None) -> list[Difference]:
    """An edition beside what is known of its period now, under today's choices and definitions."""
    period = parse_period(frozen.period)
    with store.cursor() as cursor:
        after = basis_now(cursor, read_catalogue(), period)
    between = Between(arrived_between(store, frozen, None), basis_of(store, frozen), after)
    return _explained(store, card_of_edition(store, frozen), scorecard(store, period, today=today), between)


def differences(older: Scorecard, newer: Scorecard) -> list[Difference]:
    """The lines that two scorecards of one period do not agree on, the gravest first."""
    before = {each.indicator.id: each for each in older.lines}
    after = {each.indicator.id: each for each in newer.lines}
    found = [*_differing(before, after)]
    order = list(KINDS)
    return sorted(found, key=lambda each: order.index(each.kind))


def _differing(before: dict[str, Line], after: dict[str, Line]) -> Iterator[Difference]:
    for name in dict.fromkeys([*after, *before]):
        was, is_now = before.get(name), after.get(name)
        kind = _kind(was, is_now)
        shown = is_now or was
        if kind is not None and shown is not None:
            yield Difference(
                indicator=name,
                title=shown.indicator.title,
                owner=shown.owner,
                kind=kind,
                was=_side(was),
                now=_side(is_now),
            )


def _kind(was: Line | None, is_now: Line | None) -> Kind | None:
    if was is None or is_now is None:
        return "gone" if is_now is None else "new"
    same: dict[Kind, bool] = {
        "status": was.status.mark == is_now.status.mark,
        "gap_filled": not (was.gap and is_now.figure.state.has_value),
        "gap": was.gap == is_now.gap,
        "restated": _figure(was) == _figure(is_now),
        "settled": was.figure.state is is_now.figure.state,
        "change": was.change.direction == is_now.change.direction,
        "target": was.target.words == is_now.target.words,
        "words": (was.sentence, was.benchmarks) == (is_now.sentence, is_now.benchmarks),
    }
    return next((kind for kind, agrees in same.items() if not agrees), None)


def _figure(line: Line) -> tuple[str, str, int | None]:
    figure = line.figure
    made_of = words.out_of(figure.numerator, figure.denominator)
    return words.number(figure.value, line.indicator.unit), made_of, figure.families


def _side(line: Line | None) -> Side | None:
    if line is None:
        return None
    value, made_of, _ = _figure(line)
    shown = line.gap or (f"{value} ({made_of})" if made_of and line.indicator.unit != "count" else value)
    return Side(
        figure=f"{shown}, provisional" if line.figure.state.value == "provisional" else shown,
        status=words.status(line.status.mark),
        change=words.change(line.change.direction),
        target=line.target.words,
    )


def _explained(store: Store, older: Scorecard, newer: Scorecard, between: Between) -> list[Difference]:
    board = between.after.read_board()
    catalogues = between.before.read_catalogue(), between.after.read_catalogue()
    found = []
    with store.cursor() as cursor:
        for each in differences(older, newer):
            definitions = [catalogue.get(each.indicator) for catalogue in catalogues]
            reads = frozenset[str]().union(*(datasets_read(cursor, known) for known in definitions if known))
            returning = {agency.id for agency in board.returning(each.indicator)}
            who = tuple(
                arrival.words
                for arrival in between.arrivals
                if arrival.dataset in reads or (arrival.dataset == Return.dataset and arrival.agency in returning)
            )
            why = _why(between, same_definition=definitions[0] == definitions[1], arrived=bool(who))
            found.append(each.model_copy(update={"who": who, "why": why}))
    return found


def _why(between: Between, *, same_definition: bool, arrived: bool) -> str:
    """What besides data explains a difference."""
    reasons = [
        "" if same_definition else "the definition changed",
        "" if between.before.board == between.after.board else "the board's choices changed",
        "" if between.before.published == between.after.published else "published figures were loaded",
    ]
    said = "; ".join(filter(None, reasons))
    return said or ("" if arrived else TIME)
