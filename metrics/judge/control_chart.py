"""The control chart of the NHS "Making Data Count" method: individual figures and their moving range.

`control_chart` follows the method to the letter, as its reference implementation does, with three slips of that one put right:
a rebase where there is no point is refused, a gap ends a run, and a figure on the mean is on it whatever the last bit says.
Two more are judgements and stand in `readable`: limits on hardly any events, and a newest point that is missing.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise
from math import fsum
from typing import Literal, NamedTuple

from metrics.judge.runs import PRECEDENCE, Rule, shifts, side, trends, two_in_three

WIDTH = 2.66
"""Three standard deviations, for one mean moving range."""
SCREEN = 3.267
"""Moving ranges from this many times their mean on are left out before the limits are drawn."""
FEWEST_TO_FIX = 12
FEWEST_WITHOUT_WARNING = 13

Better = Literal["smaller", "bigger", "monitor"]
Kind = Literal["common_cause", "improvement", "concern", "neutral_high", "neutral_low"]
Icon = Literal[
    "common_cause",
    "improvement_high",
    "improvement_low",
    "concern_high",
    "concern_low",
    "neutral_high",
    "neutral_low",
    "no_data",
    "too_few_events",
]
Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]


class Limits(NamedTuple):
    """The mean of a stretch and its limits, null where they cannot be drawn. `near` is two thirds of the way to them."""

    mean: float | None
    lower: float | None = None
    upper: float | None = None
    near_lower: float | None = None
    near_upper: float | None = None


class ChartPoint(NamedTuple):
    """One point as the rules see it: its stretch, its limits, and the first rule that marks it (1 high or rising, -1 low)."""

    at: str
    value: float | None
    stretch: int
    limits: Limits
    side: int
    close: bool
    rule: Rule | None
    way: int
    kind: Kind
    short: bool


class ControlChart(NamedTuple):
    """The points in their order, what the newest says, and whether the target will be met by chance alone."""

    points: tuple[ChartPoint, ...]
    icon: Icon
    assurance: Assurance | None


def control_chart(
    at: Sequence[str],
    values: Sequence[float | None],
    better: Better = "monitor",
    target: float | None = None,
    *,
    rebase: Collection[str] = (),
    fix_after: int | None = None,
    screen: bool = True,
) -> ControlChart:
    """Draw the chart of a series in the order of time. `at` names its points; a rebase begins a new stretch at the point named.

    Raises ValueError for a rebase where there is no point, and for limits fixed on fewer than twelve.
    """
    _refuse(at, values, rebase, fix_after)
    points: list[ChartPoint] = []
    numbered_from = sum(each in rebase for each in at[:1])
    for stretch, (first, last) in enumerate(_stretches(at, rebase), start=numbered_from):
        limits = limits_of(values[first:last], fix_after, screen=screen)
        points.extend(_points(at[first:last], values[first:last], stretch, limits, better))
    ends = points[-1] if points else None
    return ControlChart(
        points=tuple(points),
        icon=_icon(ends, better),
        assurance=assure(ends.limits.lower, ends.limits.upper, target, better) if ends else None,
    )


def limits_of(values: Sequence[float | None], fix_after: int | None = None, *, screen: bool = True) -> Limits:
    """Mean and limits of one stretch, from its first points where the limits are fixed."""
    base = values[:fix_after] if fix_after else values
    known = [each for each in base if each is not None]
    if not known:
        return Limits(None)
    mean = fsum(known) / len(known)
    spread = moving_range(base, screen=screen)
    if spread is None:
        return Limits(mean)
    far, near = WIDTH * spread, 2 * WIDTH / 3 * spread
    return Limits(mean, mean - far, mean + far, mean - near, mean + near)


def moving_range(values: Sequence[float | None], *, screen: bool = True) -> float | None:
    """The mean difference of neighbours, gaps left out; screened once of what is far too large. None where none is left."""
    ranges = [abs(after - before) for before, after in pairwise(values) if before is not None and after is not None]
    if screen and ranges:
        most = SCREEN * fsum(ranges) / len(ranges)
        ranges = [each for each in ranges if each < most]
    return fsum(ranges) / len(ranges) if ranges else None


def assure(lower: float | None, upper: float | None, target: float | None, better: Better) -> Assurance | None:
    """Whether chance alone will meet the target every time, never, or now and then. None without a target or a better side."""
    if target is None or better == "monitor":
        return None
    if lower is None or upper is None:
        return "inconsistent"
    if target > upper:
        return "consistent_fail" if better == "bigger" else "consistent_pass"
    if target < lower:
        return "consistent_pass" if better == "bigger" else "consistent_fail"
    return "inconsistent"


def too_few_events(values: Sequence[float | None]) -> bool:
    """Whether more than half the figures are nought, or they do not vary: limits would then say nothing, or far too much."""
    known = [each for each in values if each is not None]
    return 2 * sum(each == 0 for each in known) > len(known) or not moving_range(values)


def readable(chart: ControlChart) -> ControlChart:
    """The chart as it may be shown: no limits on too few events, and a newest point that is missing is no data."""
    drawn = [_bare(each) if too_few_events(_stretch(chart, each.stretch)) else each for each in chart.points]
    if not drawn:
        return chart
    ends = drawn[-1]
    if ends.value is None:
        return ControlChart(tuple(drawn), "no_data", None)
    bare = ends.limits.upper is None
    return ControlChart(tuple(drawn), "too_few_events" if bare else chart.icon, None if bare else chart.assurance)


def _refuse(at: Sequence[str], values: Sequence[float | None], rebase: Collection[str], fix_after: int | None) -> None:
    if len(at) != len(values):
        raise ValueError(f"{len(values)} figures cannot stand at {len(at)} points.")
    unknown = [each for each in rebase if each not in at]
    if unknown:
        raise ValueError(f"The chart cannot begin anew at {', '.join(unknown)}: there is no point there.")
    if fix_after is not None and fix_after < FEWEST_TO_FIX:
        raise ValueError(f"Limits are fixed on at least {FEWEST_TO_FIX} points, not on {fix_after}.")


def _stretches(at: Sequence[str], rebase: Collection[str]) -> list[tuple[int, int]]:
    starts = [place for place, each in enumerate(at) if place == 0 or each in rebase]
    return list(pairwise([*starts, len(at)]))


def _points(
    at: Sequence[str], values: Sequence[float | None], stretch: int, limits: Limits, better: Better
) -> list[ChartPoint]:
    sides = [side(each, limits.mean) for each in values]
    outside = [beyond(each, limits.lower, limits.upper) for each in values]
    close = [
        not out and beyond(each, limits.near_lower, limits.near_upper) != 0 for each, out in zip(values, outside, strict=True)
    ]
    marks = {
        "outside": outside,
        "trend": trends(values),
        "two_in_three": two_in_three(sides, close),
        "shift": shifts(sides),
    }
    points = []
    for place, value in enumerate(values):
        rule = next((each for each in PRECEDENCE if marks[each][place]), None)
        way = marks[rule][place] if rule else 0
        short = len(values) < FEWEST_WITHOUT_WARNING
        points.append(
            ChartPoint(at[place], value, stretch, limits, sides[place], close[place], rule, way, kind_of(way, better), short)
        )
    return points


def beyond(value: float | None, lower: float | None, upper: float | None) -> int:
    """Above the upper limit (1), below the lower (-1), or neither. On a limit is within it."""
    return max(side(value, upper), 0) or min(side(value, lower), 0)


def kind_of(way: int, better: Better) -> Kind:
    """What a marked point means: better, worse, or merely high or low where neither is good."""
    if not way:
        return "common_cause"
    if better == "monitor":
        return "neutral_high" if way > 0 else "neutral_low"
    return "improvement" if (way > 0) == (better == "bigger") else "concern"


def _icon(ends: ChartPoint | None, better: Better) -> Icon:
    if ends is None or not ends.way:
        return "common_cause"
    high = ends.way > 0
    if better == "monitor":
        return "neutral_high" if high else "neutral_low"
    if high == (better == "bigger"):
        return "improvement_high" if high else "improvement_low"
    return "concern_high" if high else "concern_low"


def _stretch(chart: ControlChart, number: int) -> list[float | None]:
    return [each.value for each in chart.points if each.stretch == number]


def _bare(point: ChartPoint) -> ChartPoint:
    return point._replace(limits=Limits(point.limits.mean), close=False, rule=None, way=0, kind="common_cause")
