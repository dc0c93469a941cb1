"""One figure among those of all authorities: its place, its quarter, and the funnel of what chance explains at each size."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import duckdb

from metrics.benchmarks import Comparator
from metrics.benchmarks.cells import CODES
from metrics.benchmarks.ranges import Row
from metrics.benchmarks.standings import Standing, standings
from metrics.board import Board
from metrics.catalogue import Indicator
from metrics.figures import Figure
from metrics.frozen import Frozen
from metrics.judge.compare import RATE, STRICT, USUAL, Funnel, estimate, funnel, funnel_limits, months_apart
from metrics.judge.places import Between
from metrics.on_target import FEWEST, place_of

CHARTED: Final = frozenset({"percent", "rate_per_10000"})
"""Units of which chance has a measure."""
STEPS: Final = 24
"""At how many sizes the limits of a funnel are worked out."""


class Point(Frozen):
    """An authority in the funnel: its figure, what it is counted of, and where that lies; or why there is no figure."""

    name: str
    value: float | None
    size: float | None
    where: Funnel | None
    absent: str = ""


class Limits(Frozen):
    """Between which figures an authority of one size is like the average: for 95 in 100, and for all but 2 in 1,000."""

    size: float
    inner: tuple[float, float]
    outer: tuple[float, float]


class Among(Frozen):
    """A figure among those of all authorities, by their newest published year. Without limits there is no funnel, and why."""

    year: int
    period_end: date
    months: int
    place: Between | None
    hidden: int
    points: tuple[Point, ...]
    own: Point
    average: float | None
    limits: tuple[Limits, ...] = ()
    because: str = ""

    @property
    def outside(self) -> int:
        """How many lie beyond what all but two in a thousand would."""
        return sum(each.where in {"high_0.001", "low_0.001"} for each in self.points)

    @property
    def shown(self) -> int:
        return sum(each.where is not None for each in self.points)


def among_all(
    cursor: duckdb.DuckDBPyConnection, board: Board, indicator: Indicator, figure: Figure, published: Sequence[Comparator]
) -> Among | None:
    """A figure among those that all authorities published; None where nothing to compare with is loaded, or it is no figure."""
    if figure.value is None or not published:
        return None
    standing = standings(cursor, [indicator.benchmark], figure.last_day).get(indicator.benchmark)
    if standing is None or len(standing.reaches()) < FEWEST["england"]:
        return None
    average = next((each.value for each in published if each.kind == "england"), None)
    points = tuple(_point_of(indicator, each, average) for each in _returns(standing, board.area.code))
    own = _point(indicator, (board.area.name, figure.numerator, figure.denominator), average)
    because = _why_no_funnel(indicator, points, average)
    return Among(
        year=standing.year,
        period_end=standing.period_end,
        months=months_apart(figure.last_day, standing.period_end),
        place=place_of(indicator, figure, standing, board.area.code),
        hidden=standing.hidden(without=board.area.code),
        points=points,
        own=own.model_copy(update={"value": figure.value}),
        average=average,
        limits=() if because else _limits(indicator.unit, average or 0.0, [own, *points]),
        because=because,
    )


def _returns(standing: Standing, without: str) -> list[Row]:
    """The rows of the other authorities, a joint return once."""
    return list({each.row.return_id: each.row for each in standing.authorities if each.row.area_code != without}.values())


def _point_of(indicator: Indicator, row: Row, average: float | None) -> Point:
    if row.value is None:
        return Point(name=row.area_name, value=None, size=row.denominator, where=None, absent=CODES[row.status])
    counted = row.numerator
    if counted is None and row.denominator:
        counted = row.value * row.denominator / (RATE if indicator.unit == "rate_per_10000" else 100.0)
    found = _point(indicator, (row.area_name, counted, row.denominator), average)
    return found.model_copy(update={"value": row.value})


def _point(indicator: Indicator, named: tuple[str, float | None, float | None], average: float | None) -> Point:
    """A point by its name, what counts, and of how many."""
    name, counted, size = named
    inner, outer = (estimate(indicator.unit, counted, size, confidence=each) for each in (USUAL, STRICT))
    where = funnel(inner, outer, average) if inner and outer and average is not None else None
    return Point(name=name, value=inner.value if inner else None, size=size, where=where)


def _why_no_funnel(indicator: Indicator, points: Sequence[Point], average: float | None) -> str:
    if indicator.unit not in CHARTED:
        return "chance has no measure for an average, so there are no limits to draw"
    if average is None:
        return "the figure of England is not published for it"
    return "" if any(each.where for each in points) else "what their figures are counted of is not published"


def _limits(unit: str, average: float, points: Sequence[Point]) -> tuple[Limits, ...]:
    """The limits at sizes from a little below the smallest to a little above the greatest."""
    sizes = [each.size for each in points if each.size and each.where]
    first, last = 0.9 * min(sizes), 1.05 * max(sizes)
    return tuple(_limits_at(unit, average, first * (last / first) ** (step / (STEPS - 1))) for step in range(STEPS))


def _limits_at(unit: str, average: float, size: float) -> Limits:
    inner, outer = (funnel_limits(unit, average, size, confidence=each) for each in (USUAL, STRICT))
    return Limits(size=size, inner=inner, outer=outer)
