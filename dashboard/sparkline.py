"""Small drawings within a row: the run of a figure, and a figure beside one comparator.

Streamlit takes SVG out of a page's HTML, but leaves pictures: a run is a picture with its words, in a blue that has a contrast
of 3 to 1 or more with the light and the dark page.
"""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from metrics import words
from metrics.coverage import State
from metrics.figures import Figure

WIDTH, HEIGHT, EDGE = 116, 26, 4
BLUE = "#2f74b5"


class Point(NamedTuple):
    x: float
    y: float


def sparkline(run: Sequence[Figure], unit: str) -> str:
    """The run from the oldest to the newest figure as a picture with its words."""
    label = words.trend([each.period for each in run], [each.value for each in run], unit)
    source = quote(drawing(run), safe=" ='/:,.")
    return f'<img class="spark" width="{WIDTH}" height="{HEIGHT}" alt="{escape(label)}" src="data:image/svg+xml,{source}">'


def drawing(run: Sequence[Figure]) -> str:
    """The SVG. A gap is a gap in the line; the newest is a dot, hollow when provisional, or a dashed stroke when awaited."""
    points = place([each.value for each in run])
    lines = "".join(_stretch(list(part)) for there, part in groupby(points, key=lambda each: each is not None) if there)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' fill='none' stroke='{BLUE}' "
        f"stroke-width='1.8' stroke-linejoin='round'>{lines}{_end(points[-1], run[-1].state)}</svg>"
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


def lane(value: float, published: Sequence[float], longest: float) -> str:
    """A bar for our figure from nought, and a tick at what is published, or at both ends of its range. The style draws it."""
    scale = 100 / longest if longest > 0 else 0.0
    own, low, high = (f"{each * scale:.0f}%" for each in (value, min(published), max(published)))
    return f'<i class="beside" style="--own:{own};--from:{low};--to:{high}"></i>'


def _stretch(points: list[Point | None]) -> str:
    found = [each for each in points if each is not None]
    if len(found) == 1:
        return f"<circle cx='{found[0].x:.0f}' cy='{found[0].y:.1f}' r='1'/>"
    return f"<path d='M{' '.join(f'{each.x:.0f} {each.y:.1f}' for each in found)}'/>"


def _end(point: Point | None, state: State) -> str:
    if point is None:
        return f"<path d='M{WIDTH - EDGE} {EDGE}V{HEIGHT - EDGE}' stroke-dasharray='3 2'/>"
    fill = "none" if state is State.PROVISIONAL else BLUE
    return f"<circle cx='{point.x:.0f}' cy='{point.y:.1f}' r='3' fill='{fill}'/>"
