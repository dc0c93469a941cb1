"""Which chart a series is read by, chosen by the data: see `choose`.

Counts and rates of six or more a period, amounts, and shares of at least fifty: the control chart. Smaller counts: exact
Poisson limits; other shares: exact binomial ones; both widened where the figures vary more than that, as they do when children
come as sibling groups. Where families are known, families are charted in place of children. Days are charted by their
logarithms: they have a long tail. Hardly any events, hardly any points: a plain line and the reason. Where small whole numbers
are charted, runs are counted about the median: the mean is not in their middle.
"""

from collections.abc import Sequence
from math import exp, fsum, log, sqrt
from statistics import median
from typing import Final, Literal, NamedTuple

from metrics.judge.chance import count_limits, share_limits
from metrics.judge.control_chart import WIDTH, limits_of, moving_range
from metrics.judge.runs import Rule

Chart = Literal["control_chart", "exact_counts", "shares", "time_between", "line"]
Timing = Literal["in_period", "as_at", "rolling_year"]

FEWEST_POINTS: Final = 6
FEWEST_FOR_FULL: Final = 12
FEWEST_A_PERIOD: Final = 1
FEWEST_FOR_CONTROL: Final = 6
FEWEST_OF: Final = 5
FEWEST_OF_FOR_CONTROL: Final = 50
SIGMAS: Final = 3
SIBLINGS: Final = 3
"""How many times as much the number of children varies when they come in groups of one to four: 2.7, rounded up."""
RANGE_TO_SIGMA: Final = SIGMAS / WIDTH
ALL: Final[tuple[Rule, ...]] = ("outside", "trend", "two_in_three", "shift", "drift")
BIG_AND_RUNS: Final[tuple[Rule, ...]] = ("outside", "shift", "drift")
STANDING: Final[tuple[Rule, ...]] = ("outside",)


class Point(NamedTuple):
    """One figure of a series: its period, its value, what it was made from, and the families in its numerator, where known."""

    at: str
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    families: int | None = None


class Drawn(NamedTuple):
    """A series as its chart shows it, in the indicator's unit: what was charted, its middle, its limits, the rules that apply.

    `because` says why there are no limits, where there are none. `chance` is one standard deviation of a figure that stands at
    a date, as chance alone and groups of brothers and sisters make it; None for amounts, of which it is not known.
    """

    chart: Chart
    at: tuple[str, ...]
    values: tuple[float | None, ...]
    centre: float | None = None
    middle: float | None = None
    lower: tuple[float, ...] = ()
    upper: tuple[float, ...] = ()
    rules: tuple[Rule, ...] = ()
    because: str = ""
    counted: str = ""
    chance: float | None = None


def choose(points: Sequence[Point], unit: str, timing: Timing = "in_period") -> Drawn:
    """Draw a stretch of points by the chart that suits them. Pure; points are in the order of time."""
    drawn = _draw(points, unit)
    if timing == "as_at" and drawn.chart != "line":
        return _standing(drawn, points, unit)
    return drawn


def _draw(points: Sequence[Point], unit: str) -> Drawn:
    known = [each for each in points if each.value is not None]
    if len(known) < FEWEST_POINTS:
        return plain(points, f"{len(known) or 'no'} points: a chart needs {FEWEST_POINTS}")
    if unit == "percent" and all(each.denominator and each.numerator is not None for each in known):
        return _shares(points, known)
    if unit in {"count", "rate_per_10000"}:
        return _counts(points, known, unit)
    if (few := _few_of(known)) is not None:
        return plain(points, few)
    values = [each.value for each in points]
    if unit == "days" and all((each.value or 0) > 0 for each in known):
        return _back(points, _control(points, [None if each is None else log(each) for each in values], ""))
    return _control(points, values, "")


def _back(points: Sequence[Point], drawn: Drawn) -> Drawn:
    """A chart of logarithms in days again. What is close to a limit would not be measured alike on both sides: not asked."""
    if drawn.chart == "line" or drawn.centre is None:
        return plain(points, drawn.because)
    return drawn._replace(
        values=tuple(each.value for each in points),
        centre=exp(drawn.centre),
        middle=exp(drawn.centre),
        lower=tuple(map(exp, drawn.lower)),
        upper=tuple(map(exp, drawn.upper)),
        rules=tuple(each for each in ALL if each != "two_in_three"),
    )


def plain(points: Sequence[Point], because: str) -> Drawn:
    """A line without limits, and why."""
    return Drawn("line", tuple(each.at for each in points), tuple(each.value for each in points), because=because)


def _counts(points: Sequence[Point], known: Sequence[Point], unit: str) -> Drawn:
    by_family = all(each.families is not None for each in known) and any(each.families != _count(each) for each in known)
    counts = [_count(each, by_family=by_family) for each in points]
    seen = [each for each in counts if each is not None]
    mean = fsum(seen) / len(seen)
    counted = "families" if by_family else ""
    if is_rare(seen):
        return plain(points, f"too few events for limits: {fsum(seen):g} in {len(seen)} periods")
    scale = 1.0 if unit == "count" or by_family else _scale(known)
    if mean >= FEWEST_FOR_CONTROL:
        return _control(points, counts if by_family or unit == "count" else [each.value for each in points], counted)
    exact_low, exact_high = count_limits(mean)
    wide = WIDTH * (moving_range(counts) or 0)
    low, high = min(exact_low, mean - wide) * scale, max(exact_high, mean + wide) * scale
    return Drawn(
        chart="exact_counts",
        at=tuple(each.at for each in points),
        values=tuple(None if each is None else each * scale for each in counts),
        centre=mean * scale,
        middle=median(seen) * scale,
        lower=(max(low, 0.0),) * len(points),
        upper=(high,) * len(points),
        rules=BIG_AND_RUNS,
        counted=counted,
    )


def is_rare(counts: Sequence[float]) -> bool:
    """Whether so little happens in a period that its number says nothing: under one on average, or mostly none."""
    return bool(counts) and (
        fsum(counts) / len(counts) < FEWEST_A_PERIOD or 2 * sum(each == 0 for each in counts) > len(counts)
    )


def _count(point: Point, *, by_family: bool = False) -> float | None:
    if point.value is None:
        return None
    if by_family:
        return point.families
    return point.value if point.numerator is None else point.numerator


def _scale(known: Sequence[Point]) -> float:
    """What one more case adds to a rate, by the newest figure that is not nought."""
    made = [each.value / each.numerator for each in known if each.value and each.numerator]
    return made[-1] if made else 1.0


def _few_of(known: Sequence[Point]) -> str | None:
    of = [each.denominator for each in known if each.denominator is not None]
    mean = fsum(of) / len(of) if of else FEWEST_OF
    return None if mean >= FEWEST_OF else f"too few cases for limits: {mean:.1f} in a period on average"


def _shares(points: Sequence[Point], known: Sequence[Point]) -> Drawn:
    if (few := _few_of(known)) is not None:
        return plain(points, few)
    of = [each.denominator or 0.0 for each in known]
    if min(of) >= FEWEST_OF_FOR_CONTROL and max(of) <= 2 * min(of):
        return _control(points, [each.value for each in points], "")
    share = fsum(each.numerator or 0.0 for each in known) / fsum(of)
    more = _over_dispersion(known, share)
    limits = [_share_limits(share, round(each.denominator or 0.0), more) for each in points]
    return Drawn(
        chart="shares",
        at=tuple(each.at for each in points),
        values=tuple(each.value for each in points),
        centre=100 * share,
        middle=median(each.value or 0.0 for each in known),
        lower=tuple(low for low, _ in limits),
        upper=tuple(high for _, high in limits),
        rules=BIG_AND_RUNS,
    )


def _over_dispersion(known: Sequence[Point], share: float) -> float:
    """How many times as much the shares vary as chance alone would make them: at least 1."""
    if not 0 < share < 1:
        return 1.0
    spread = sqrt(share * (1 - share))
    scores = [
        ((each.numerator or 0.0) / (each.denominator or 1.0) - share) / spread * sqrt(each.denominator or 1.0) for each in known
    ]
    return max(1.0, (moving_range(scores) or 0.0) / RANGE_TO_SIGMA)


def _share_limits(share: float, of: int, more: float) -> tuple[float, float]:
    if not of:
        return 0.0, 100.0
    low, high = share_limits(share, of)
    return max(0.0, 100 * (share - more * (share - low / of))), min(100.0, 100 * (share + more * (high / of - share)))


def _control(points: Sequence[Point], values: Sequence[float | None], counted: str) -> Drawn:
    limits, at = limits_of(values), tuple(each.at for each in points)
    if limits.mean is None or limits.lower is None or limits.upper is None or limits.lower == limits.upper:
        return plain(points, "the figures do not vary enough for limits")
    return Drawn(
        chart="control_chart",
        at=at,
        values=tuple(values),
        centre=limits.mean,
        middle=limits.mean,
        lower=(limits.lower,) * len(at),
        upper=(limits.upper,) * len(at),
        rules=ALL,
        counted=counted,
    )


def _standing(drawn: Drawn, points: Sequence[Point], unit: str) -> Drawn:
    """Those who stand at the end of a quarter are mostly those of the quarter before: a run of them says nothing new."""
    return drawn._replace(rules=STANDING, chance=_chance(drawn, points, unit))


def _chance(drawn: Drawn, points: Sequence[Point], unit: str) -> float | None:
    known, together = [each for each in points if each.value is not None], 1 if drawn.counted else SIBLINGS
    if unit in {"count", "rate_per_10000"}:
        scale = 1.0 if unit == "count" or drawn.counted else _scale(known)
        return sqrt(max(drawn.centre or 0.0, 0.0) * scale * together)
    of = [each.denominator for each in known if each.denominator]
    if unit != "percent" or len(of) < len(known):
        return None
    share = (drawn.centre or 0.0) / 100
    return 100 * sqrt(max(0.0, share * (1 - share)) * together * len(of) / fsum(of))
