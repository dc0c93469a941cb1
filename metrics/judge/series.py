"""Is it changing? One verdict on the newest point of a series, by the chart that its data allow.

A verdict says improved, worsened, rose or fell only where a rule fired at the newest point. Everything else is no change beyond
chance, or cannot tell with the reason.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Final, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from metrics.judge.charts import FEWEST_FOR_FULL, STANDING, Chart, Drawn, Point, Timing, choose, plain
from metrics.judge.control_chart import Assurance, Better, assure, beyond
from metrics.judge.drift import drift
from metrics.judge.runs import Rule, first_of, shifts, side, trends, two_in_three
from metrics.judge.seasons import FEWEST_YEAR_TO_YEAR, is_of_the_season, only_wanders

RULE_SET: Final = "charts_2"
"""The version of these rules, for an edition to be stamped with. Any change to what a verdict says raises it."""
MONTHS: Final = 12
OF_ITS_SEASON: Final = "outside the limits, but no further than the same season of earlier years allows"
WANDERED: Final = "outside the limits, but no further than those who stand at a date wander from one year to the next"

Finding = Literal["improved", "worsened", "rose", "fell", "no_change_beyond_chance", "cannot_tell", "no_data"]
Event = Literal["practice_change", "definition_change", "restatement", "boundary_change"]
REBASES: Final[frozenset[Event]] = frozenset({"definition_change"})


class Annotation(BaseModel):
    """Something that happened, at a point of the series. A definition change begins the chart anew there."""

    model_config = ConfigDict(frozen=True)

    event: Event
    at: str
    text: str = ""


class Signal(NamedTuple):
    """What a rule says of one point: which fired, which way (1 up, -1 down), and where its run began. No rule: none fired."""

    rule: Rule | None = None
    way: int = 0
    since: str = ""


class Verdict(BaseModel):
    """What may be said of the newest point.

    `rule` fired, over the points `since` to `at`; `way` is 1 up, -1 down, 0 neither. `counted` is families where these were
    charted in place of children. Mean and limits are those at the newest point; `trial` marks limits on fewer than twelve.
    """

    model_config = ConfigDict(frozen=True)

    finding: Finding
    chart: Chart
    rule: Rule | None = None
    way: int = 0
    at: str = ""
    since: str = ""
    because: str = ""
    counted: str = ""
    points: int = 0
    trial: bool = False
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    assurance: Assurance | None = None
    rule_set: str = RULE_SET


def judge_series(
    points: Sequence[Point],
    unit: str,
    better: Better,
    *,
    timing: Timing = "in_period",
    target: float | None = None,
    per_year: int = 4,
    begins: Collection[str] = (),
) -> Verdict:
    """Judge the newest of some points, in the order of time and without holes between them (a gap is a point without a value).

    `per_year` is how many points make a year. `begins` names the points at which the chart begins anew: see `beginnings`.
    """
    drawn = draw_series(points, unit, timing=timing, per_year=per_year, begins=begins)
    if not drawn.at or drawn.values[-1] is None:
        return Verdict(finding="no_data", chart=drawn.chart, at=drawn.at[-1] if drawn.at else "", because="no data")
    seen = sum(each is not None for each in drawn.values)
    if drawn.chart == "line":
        return Verdict(finding="cannot_tell", chart="line", at=drawn.at[-1], because=drawn.because, points=seen)
    rule, way, since = _fired(drawn, per_year)
    return Verdict(
        finding=finding_of(way, better),
        chart=drawn.chart,
        rule=rule,
        way=way,
        at=drawn.at[-1],
        since=since,
        because=_why_not(drawn) if rule is None else "",
        counted=drawn.counted,
        points=seen,
        trial=seen < FEWEST_FOR_FULL,
        mean=drawn.centre,
        lower=drawn.lower[-1],
        upper=drawn.upper[-1],
        assurance=None if drawn.counted else assure(drawn.lower[-1], drawn.upper[-1], target, better),
    )


def draw_series(
    points: Sequence[Point],
    unit: str,
    *,
    timing: Timing = "in_period",
    per_year: int = 4,
    begins: Collection[str] = (),
) -> Drawn:
    """The chart of the verdict: the newest stretch, and of twelve-month figures only those that share no month."""
    unknown = [each for each in begins if all(each != point.at for point in points)]
    if unknown:
        raise ValueError(f"The chart cannot begin anew at {', '.join(unknown)}: there is no point there.")
    first = max((place for place, each in enumerate(points) if each.at in begins), default=0)
    stretch = list(points[first:])
    if timing == "rolling_year":
        stretch = stretch[::-1][:: max(1, per_year)][::-1]
    elif per_year <= 1:
        return plain(stretch, "figures of a year are too few for a chart")
    elif (because := _too_short_for_seasons(stretch, timing, per_year)) is not None:
        return plain(stretch, because)
    return choose(stretch, unit, timing)


def _too_short_for_seasons(points: Sequence[Point], timing: Timing, per_year: int) -> str | None:
    """Why a series by month, or of those who stand at a date, cannot be judged yet. Quarters can be from the first on."""
    needed = per_year + FEWEST_YEAR_TO_YEAR + 1
    if len(points) >= needed or (timing == "in_period" and per_year < MONTHS):
        return None
    if timing == "as_at":
        return f"{len(points)} points: most who are counted at one date were counted at the date before, so {needed} are needed"
    return f"{len(points)} months: a season cannot be told from a change before there are {needed}"


def signals(drawn: Drawn, per_year: int = 4) -> tuple[Signal, ...]:
    """What stands out on a chart, point by point: each is judged as it was when it was the newest, within today's limits.

    The points of a run are marked with the rule that the run fired at its end, unless one of their own did;
    of a drift, which is in all of them, only those at which it could be told.
    """
    if drawn.chart == "line":
        return (Signal(),) * len(drawn.at)
    found = [_fired(_up_to(drawn, place), per_year) for place in range(len(drawn.at))]
    marked = list(found)
    for place, each in enumerate(found):
        for earlier in range(drawn.at.index(each.since) if each.rule and each.rule != "drift" else place, place):
            marked[earlier] = each if marked[earlier].rule is None else marked[earlier]
    return tuple(marked)


def beginnings(annotations: Sequence[Annotation]) -> tuple[str, ...]:
    """The points at which the chart begins anew: where the definition changed."""
    return tuple(each.at for each in annotations if each.event in REBASES)


def finding_of(way: int, better: Better) -> Finding:
    """The word for a signal: only one that fired is a change."""
    if not way:
        return "no_change_beyond_chance"
    if better == "monitor":
        return "rose" if way > 0 else "fell"
    return "improved" if (way > 0) == (better == "bigger") else "worsened"


def _why_not(drawn: Drawn) -> str:
    """Why a newest point outside its limits is not said to have changed. Empty where it is not outside."""
    if not beyond(drawn.values[-1], drawn.lower[-1], drawn.upper[-1]):
        return ""
    return WANDERED if drawn.rules == STANDING else OF_ITS_SEASON


def _up_to(drawn: Drawn, place: int) -> Drawn:
    return drawn._replace(at=drawn.at[: place + 1], values=drawn.values[: place + 1])


def _fired(drawn: Drawn, per_year: int) -> Signal:
    """The first rule that marks the newest point, its way, and the point at which its run began."""
    marks = _marks(drawn, per_year)
    for rule in drawn.rules:
        found = marks.get(rule)
        if found and found[-1] and not _is_no_news(drawn, rule, found[-1], per_year):
            since = len(found) - 1 if rule == "outside" else first_of(found, len(found) - 1)
            return Signal(rule, found[-1], drawn.at[since])
    return Signal()


def _is_no_news(drawn: Drawn, rule: Rule, way: int, per_year: int) -> bool:
    if rule == "drift":
        return False
    if drawn.rules == STANDING:
        return only_wanders(drawn.values, way, per_year, drawn.chance)
    return is_of_the_season(drawn.values, rule, way, per_year)


def _marks(drawn: Drawn, per_year: int) -> dict[Rule, list[int]]:
    values, last = drawn.values, len(drawn.values) - 1
    marks: dict[Rule, list[int]] = {"outside": [0] * last + [beyond(values[last], drawn.lower[last], drawn.upper[last])]}
    if "trend" in drawn.rules:
        marks["trend"] = trends(values)
    sides = [side(each, drawn.middle) for each in values]
    if "two_in_three" in drawn.rules:
        marks["two_in_three"] = two_in_three(sides, [_is_close(drawn, place) for place in range(last + 1)])
    if "shift" in drawn.rules:
        marks["shift"] = shifts(sides)
    if "drift" in drawn.rules:
        marks["drift"] = [drift(values, per_year)] * (last + 1)
    return marks


def _is_close(drawn: Drawn, place: int) -> bool:
    value, centre = drawn.values[place], drawn.centre or 0.0
    low, high = drawn.lower[place], drawn.upper[place]
    near = beyond(value, centre + 2 * (low - centre) / 3, centre + 2 * (high - centre) / 3)
    return bool(near) and not beyond(value, low, high)


BETWEEN: Final[dict[tuple[Rule, int], str]] = {
    ("outside", 1): "the last two came closer together than chance explains",
    ("outside", -1): "the time without one is longer than chance explains",
    ("shift", 1): "each of the last seven came sooner after the one before than is usual",
    ("shift", -1): "each of the last seven came later after the one before than is usual",
}
"""What the chart of the time between rare events saw: `way` is whether they come more often (1) or less often (-1)."""


def explain(verdict: Verdict, period: Callable[[str], str] = str) -> str:
    """Why the verdict says what it says, in words; `period` says the name of a period as people do."""
    if verdict.rule is None:
        return verdict.because or "within what chance explains"
    if verdict.chart == "time_between":
        return BETWEEN[verdict.rule, verdict.way]
    return explain_signal(Signal(verdict.rule, verdict.way, verdict.since), period)


def explain_signal(signal: Signal, period: Callable[[str], str] = str) -> str:
    """What a rule saw, in words. Empty where none fired."""
    if signal.rule is None:
        return ""
    since, up = f" since {period(signal.since)}", signal.way > 0
    return {
        "outside": f"{'above' if up else 'below'} anything that chance explains",
        "trend": f"{'a rise' if up else 'a fall'} every time{since}",
        "two_in_three": f"two of the last three close to the {'upper' if up else 'lower'} limit of chance",
        "shift": f"{'above' if up else 'below'} the usual level every time{since}",
        "drift": f"{'higher' if up else 'lower'}, season by season, over the years{since}",
    }[signal.rule]
