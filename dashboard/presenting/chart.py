"""A line's run as a drawing for a slide: where everything stands, in pixels of a screen of 1920 by 1080.

Gaps stay gaps, provisional points are hollow, what the chart's rule marked is a triangle. Kinds of line differ by
their dashes as well as by their colours.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from metrics import explain, words
from metrics.coverage import State
from metrics.figures import Figure
from metrics.line import Line

WIDTH, HEIGHT = 1184, 464
LEFT, RIGHT, TOP, BOTTOM = 112, 690, 20, 400
LABEL_HEIGHT = 42
HIGH = 60
MOST_LABELS = 6
SIGNS = {"smaller": "at most ", "bigger": "at least "}
LIMITED = {"control_chart", "exact_counts", "shares"}
"""The charts whose limits stand on the axis of the figures."""
NAMES = {"england": "England", "neighbours": "Neighbours"}
"""The published figures that a slide shows: more lines than these would not be told apart from the back of the room."""


class Mark(NamedTuple):
    """A point, and its shape: circle, hollow, diamond, up, down. The newest is larger."""

    x: float
    y: float
    shape: str
    newest: bool


class Level(NamedTuple):
    """A line across: its kind, its height, and where its label stands."""

    kind: str
    y: float
    label_y: float
    label: str


class Text(NamedTuple):
    """A word at a place: `anchor` says which part of it stands there, start, middle or end."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


class Scale(NamedTuple):
    """What the foot and the top of the chart stand for."""

    low: float
    high: float

    def height(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(BOTTOM - min(max(share, 0), 1) * (BOTTOM - TOP), 1)


class Band(NamedTuple):
    """Between the limits of chance."""

    x: float
    y: float
    width: float
    height: float


class Drawing(NamedTuple):
    """Everything that the picture shows, and `words` for those who do not see it."""

    paths: tuple[str, ...]
    marks: tuple[Mark, ...]
    gaps: tuple[Text, ...]
    levels: tuple[Level, ...]
    band: Band | None
    across: tuple[Text, ...]
    up: tuple[Text, ...]
    breaks: tuple[float, ...]
    words: str


class _Wanted(NamedTuple):
    kind: str
    value: float
    label: str


def draw(line: Line) -> Drawing:
    """The run of a line as it was frozen."""
    run = line.recent
    wanted = _levels(line)
    scale = _scale(
        [*(each.value for each in run if each.value is not None), *(each.value for each in wanted)], line.indicator.unit
    )
    places = _places(len(run))
    breaks = {each.at for each in line.breaks}
    return Drawing(
        paths=tuple(_paths(run, places, scale, breaks)),
        marks=tuple(_marks(line, places, scale)),
        gaps=tuple(
            Text(x, BOTTOM - 8, explain.MARKS[each.state]) for each, x in zip(run, places, strict=True) if each.value is None
        ),
        levels=tuple(_placed(wanted, scale)),
        band=_band(line, places, scale),
        across=tuple(_across(run, places)),
        up=tuple(Text(LEFT - 14, scale.height(value), _tick(value, line.indicator.unit)) for value in _ticks(scale)),
        breaks=tuple(x - _step(places) / 2 for each, x in zip(run, places, strict=True) if each.period in breaks),
        words=described(line),
    )


def described(line: Line) -> str:
    """The chart in words: its span, range and last figures, and what it is held against."""
    said = words.trend([each.period for each in line.recent], [each.value for each in line.recent], line.indicator.unit)
    against = [each.label for each in _levels(line) if each.kind != "own"]
    return f"{said}. {'; '.join(against)}." if against else f"{said}."


def _levels(line: Line) -> list[_Wanted]:
    """The figure, its target, its usual level, and what others published: no two at one height with one meaning."""
    unit = line.indicator.unit
    value, target = line.figure.value, line.target.number
    found = [] if value is None else [_Wanted("own", value, f"{words.number(value, unit)} now")]
    if target is not None:
        found.append(_Wanted("target", target, f"Target {SIGNS.get(line.indicator.better, '')}{words.number(target, unit)}"))
    if _is_limited(line) and line.verdict.mean is not None:
        found.append(_Wanted("usual", line.verdict.mean, f"Usual {words.number(line.verdict.mean, unit)}"))
    for each in line.benchmarks:
        at = each.value if each.value is not None else each.high
        if each.kind in NAMES and at is not None:
            said = words.published(each.value, each.low, each.high, unit)
            found.append(_Wanted(each.kind, at, f"{NAMES[each.kind]} {said}"))
    return found[:MOST_LABELS]


def _is_limited(line: Line) -> bool:
    return line.verdict.chart in LIMITED and not line.verdict.counted


def _scale(values: Sequence[float], unit: str) -> Scale:
    """From nought; of shares that are all high from fifty, or a fall of six in a hundred could not be seen from the back."""
    lowest, highest = min(values, default=0), max(values, default=0)
    if unit == "percent" and highest > HIGH:
        return Scale(50 if lowest >= HIGH else 0, 102)
    return Scale(0, max(highest * 1.15, 2 if unit == "percent" else 4))


def _places(points: int) -> list[float]:
    step = (RIGHT - LEFT) / max(points - 1, 1)
    return [LEFT + step * each for each in range(points)] if points > 1 else [(LEFT + RIGHT) / 2]


def _step(places: Sequence[float]) -> float:
    return places[1] - places[0] if len(places) > 1 else RIGHT - LEFT


def _paths(run: Sequence[Figure], places: Sequence[float], scale: Scale, breaks: set[str]) -> list[str]:
    """A stroke for each stretch without a gap, begun anew where the definition changed."""
    found, stretch = [], 0
    keyed = []
    for each, x in zip(run, places, strict=True):
        stretch += each.value is None or each.period in breaks
        keyed.append((stretch, each.value, x))
    for _, part in groupby(keyed, key=lambda each: each[0]):
        points = [f"{x:.1f} {scale.height(value)}" for _, value, x in part if value is not None]
        found += [f"M{' L'.join(points)}"] * (len(points) > 1)
    return found


def _marks(line: Line, places: Sequence[float], scale: Scale) -> list[Mark]:
    run = line.recent
    return [
        Mark(x, scale.height(each.value), _shape(line, each), each is run[-1])
        for each, x in zip(run, places, strict=True)
        if each.value is not None
    ]


def _shape(line: Line, figure: Figure) -> str:
    if figure.state is State.PROVISIONAL:
        return "hollow"
    if figure.period == line.figure.period and line.verdict.rule:
        return "up" if line.verdict.way > 0 else "down"
    return "diamond" if figure.state is State.ZERO else "circle"


def _band(line: Line, places: Sequence[float], scale: Scale) -> Band | None:
    """Between the limits: across the chart where they are the same for every point, else beside the newest only."""
    low, high = line.verdict.lower, line.verdict.upper
    if not _is_limited(line) or low is None or high is None:
        return None
    half = _step(places) / 2
    begins = {each.at for each in line.breaks}
    run = list(zip(line.recent, places, strict=True))
    known = next(x for each, x in run if each.value is not None)
    first = max((x - half for each, x in run if each.period in begins), default=known)
    start = first if line.verdict.chart == "control_chart" else places[-1] - half
    upper = scale.height(high)
    return Band(start, upper, round(places[-1] + half / 2 - start, 1), round(scale.height(low) - upper, 1))


def _placed(wanted: Sequence[_Wanted], scale: Scale) -> list[Level]:
    """The levels with their labels moved apart where they would lie on each other."""
    ordered = sorted(wanted, key=lambda each: -each.value)
    heights = [scale.height(each.value) for each in ordered]
    labels = _apart(heights)
    return [Level(each.kind, y, at, each.label) for each, y, at in zip(ordered, heights, labels, strict=True)]


def _apart(heights: Sequence[float]) -> list[float]:
    """Places from the top down with a label's height between them, within the drawing."""
    moved: list[float] = []
    for place in heights:
        moved.append(max(place, moved[-1] + LABEL_HEIGHT if moved else TOP))
    floor = float(HEIGHT - LABEL_HEIGHT / 2)
    for index in range(len(moved) - 1, -1, -1):
        moved[index] = min(moved[index], floor)
        floor = moved[index] - LABEL_HEIGHT
    return moved


def _across(run: Sequence[Figure], places: Sequence[float]) -> list[Text]:
    """The first, the middle and the newest period."""
    anchors = {len(run) // 2: "middle", 0: "start", len(run) - 1: "end"}
    return [Text(places[at], HEIGHT - 12, words.short_period(run[at].period), anchor) for at, anchor in anchors.items()]


def _ticks(scale: Scale) -> list[float]:
    """The foot and one or two round numbers above it."""
    if scale.high > 100 and scale.high <= 102:
        return [50, 75, 100] if scale.low else [0, 50, 100]
    size = 10 ** (len(str(int(scale.high))) - 1)
    step = next(each for each in (size / 2, size, size * 2, size * 5) if scale.high / each < 3)
    return [each * step for each in range(int(scale.high / step) + 1)]


def _tick(value: float, unit: str) -> str:
    return f"{value:,g}{'%' if unit == 'percent' else ''}"
