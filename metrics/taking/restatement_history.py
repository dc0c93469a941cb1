"""An agency's own history of restatement: each quarter's figure as it first came, beside what it is now."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from metrics import words
from metrics.catalogue import Indicator
from metrics.coverage import State
from metrics.datasets.returns import Return
from metrics.figures import Figure, figures
from metrics.judge.restatement import Moves, moves
from metrics.measure import datasets_read
from metrics.periods import Period, parse_period
from metrics.standing import Received, received
from metrics.store import Store
from metrics.taking.restating import RestatedBefore

MOST_QUARTERS = 8
FIGURES = (State.VALUE, State.ZERO)


def restatement(store: Store, indicator: Indicator, run: Sequence[Figure]) -> Moves | None:
    """How far the first figures of the run's complete quarters have moved since. None: too few first figures are known."""
    settled = {each.period: each for each in run if each.state in FIGURES and parse_period(each.period).frequency == "quarter"}
    with store.cursor() as cursor:
        datasets = datasets_read(cursor, indicator) | {Return.dataset}
        submissions = [each for each in received(cursor) if each.supplied and each.dataset in datasets]
    moments = _first_known(submissions, [parse_period(each) for each in [*settled][-MOST_QUARTERS:]])
    found = [
        (first.value, later.value)
        for moment, periods in moments.items()
        for first in figures(store, [indicator], periods, known_at=moment)
        if first.value is not None and (later := settled[first.period]).value is not None
    ]
    return moves(found, indicator.unit)


def _first_known(submissions: Sequence[Received], periods: Iterable[Period]) -> dict[datetime, list[Period]]:
    """By moment, the periods of which a first figure could be had then.

    An agency's first file brings years of history at once: of those there never was a first figure.
    """
    found: dict[datetime, list[Period]] = {}
    for period in periods:
        came = {_first_about(mine, period) for mine in _by_sender(submissions)}
        moment = max((each for each in came if each), default=None)
        if moment and came != {None}:
            found.setdefault(moment, []).append(period)
    return found


def _by_sender(submissions: Sequence[Received]) -> list[list[Received]]:
    found: dict[tuple[str, str], list[Received]] = {}
    for each in submissions:
        found.setdefault((each.agency, each.dataset), []).append(each)
    return [*found.values()]


def _first_about(mine: Sequence[Received], period: Period) -> datetime | None:
    """When the first file about the end of a period came; none where it came with years of history."""
    first = next((each for each in mine if each.covers_from <= period.last_day <= each.covers_to), None)
    length = period.last_day - period.first_day
    return first.received_at if first and first.covers_to - period.last_day <= length else None


def band_in_words(found: Moves, indicator: Indicator) -> str:
    """How far first figures moved later, and what the band on a provisional point is."""
    quarters = words.count_of(found.periods, "quarter")
    if not found.moved:
        return f"Of the last {quarters} with a first figure, none has changed since it first came."
    unit = "points" if found.in_points else "per cent"
    down, up = (_signed(each if found.in_points else 100 * each) for each in (found.down, found.up))
    return (
        f"First figures move later: in {found.moved} of the last {quarters} this one did, by {down} to {up} {unit}. "
        f"The bar at a provisional point shows where {indicator.short} would come to stand if it moved no further."
    )


def restated_in_words(found: RestatedBefore, unit: str, agency: str) -> str:
    """That a figure was restated: when, by whom, from what to what, made of what, and why."""
    before = _figure(found.value_before, found.numerator_before, found.denominator_before, unit)
    after = _figure(found.value_after, found.numerator_after, found.denominator_after, unit)
    return (
        f"{words.period(found.period)} was restated on {words.day(found.received_at.date())} by {agency}: "
        f"the board saw {before}, and it became {after}. Reason: {found.reason}"
    )


def _figure(value: float | None, numerator: float | None, denominator: float | None, unit: str) -> str:
    made_of = words.out_of(numerator, denominator)
    said = words.number(value, unit)
    return f"{said} ({made_of})" if made_of and made_of != said else said


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else '+'}{abs(value):.1f}" if value else "0"
