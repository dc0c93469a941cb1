"""Small drawings within a row: the run of a figure, and a figure beside one comparator. Drawn as SVG, with text for those who
cannot see it."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from metrics import words
from metrics.coverage import State
from metrics.figures import Figure

WIDTH, HEIGHT, EDGE = 132, 28, 4


class Point(NamedTuple):
    x: float
    y: float


def sparkline(run: Sequence[Figure], unit: str) -> str:
    """The run from the oldest to the newest figure. A gap is a gap in the line; the newest has a dot, hollow if provisional."""
    values = [each.value for each in run]
    points = place(values)
    label = escape(words.trend([each.period for each in run], values, unit))
    drawn = "".join(_stretch(list(part)) for there, part in groupby(points, key=lambda each: each is not None) if there)
    return (
        f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" aria-label="{label}">'
        f"{drawn}{_end(points[-1], run[-1].state)}</svg>"
    )


def place(values: Sequence[float | None]) -> list[Point | None]:
    """Where each value stands: evenly from left to right, the lowest at the foot and the highest at the top."""
    known = [each for each in values if each is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)

    def height(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)

    return [None if each is None else Point(EDGE + index * step, height(each)) for index, each in enumerate(values)]


def lane(value: float, comparator: float, longest: float) -> str:
    """A bar for our figure from nought, and a tick at the comparator, on the scale of the row."""
    scale = 60 / longest if longest > 0 else 0.0
    tick = min(comparator * scale, 59)
    return (
        '<svg class="lane" viewBox="0 0 60 8" width="60" height="8" aria-hidden="true">'
        f'<rect x="0" y="2" width="{value * scale:.1f}" height="4"/><path d="M{tick:.1f} 0v8"/></svg>'
    )


def _stretch(points: list[Point | None]) -> str:
    found = [each for each in points if each is not None]
    if len(found) == 1:
        return f'<circle class="lone" cx="{found[0].x:.1f}" cy="{found[0].y:.1f}" r="1.4"/>'
    return f'<polyline points="{" ".join(f"{each.x:.1f},{each.y:.1f}" for each in found)}"/>'


def _end(point: Point | None, state: State) -> str:
    if point is None:
        return f'<path class="awaited" d="M{WIDTH - EDGE} {EDGE}V{HEIGHT - EDGE}"/>'
    kind = "hollow" if state is State.PROVISIONAL else "last"
    return f'<circle class="{kind}" cx="{point.x:.1f}" cy="{point.y:.1f}" r="3"/>'
