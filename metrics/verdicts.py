"""What the judges say of an indicator's run of figures: is it changing, and where does it stand beside others."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from metrics.benchmarks import Comparator
from metrics.benchmarks.compare import Kind
from metrics.board.named import Noted
from metrics.catalogue import Indicator
from metrics.coverage import State
from metrics.figures import Figure
from metrics.judge.change import Change, Measured, judge_change
from metrics.judge.charts import FEWEST_POINTS, Drawn, Point, is_rare
from metrics.judge.compare import Comparison, compare, estimate, months_apart
from metrics.judge.direction import decide
from metrics.judge.neighbours import beside
from metrics.judge.rare_events import judge_days_between
from metrics.judge.series import Annotation, Signal, Verdict, beginnings, draw_series, judge_series, signals
from metrics.notes import notes_in, placed


class Beside(NamedTuple):
    """Where a figure stands beside one published figure: better, similar or worse, and how many months older that one is."""

    kind: Kind
    label: str
    found: Comparison
    months: int | None
    confidence: float


class Reading(NamedTuple):
    """A run as its chart reads it: the verdict, the chart, what stands out at each period, where the definition changed.

    `notes` is what else the board noted within it.
    """

    verdict: Verdict
    chart: Drawn
    signals: dict[str, Signal]
    breaks: tuple[Annotation, ...]
    notes: tuple[Annotation, ...] = ()


def per_year(run: Sequence[Figure]) -> int:
    """How many periods of a run make a year."""
    if len(run) < 2:
        return 1
    days = (run[-1].last_day - run[-2].last_day).days
    return 12 if days < 40 else 4 if days < 100 else 1


def breaks_of(indicator: Indicator, run: Sequence[Figure]) -> tuple[Annotation, ...]:
    """Where the definition changed within a run: at the first period that ends on the day of the change or later."""
    found = [
        placed(run, "definition_change", each.on, each.what) for each in sorted(indicator.changed, key=lambda each: each.on)
    ]
    return tuple(each for each in found if each is not None and each.at != run[0].period)


def verdict_of(
    indicator: Indicator, run: Sequence[Figure], target: float | None = None, events: Sequence[date] = ()
) -> Verdict:
    """Is it changing? The verdict on the newest figure of a run; of `events` too rare to count, by the time between them."""
    if events:
        return judge_days_between(events, run[-1].last_day, indicator.better)
    points = _points(run)
    return judge_series(
        points,
        indicator.unit,
        indicator.better,
        timing=indicator.timing,
        target=target,
        per_year=per_year(run),
        begins=_begins(indicator, run, points),
    )


def is_too_rare(indicator: Indicator, run: Sequence[Figure]) -> bool:
    """Whether what happens in a period happens too rarely for its number to have limits."""
    if indicator.unit != "count" or indicator.timing != "in_period":
        return False
    counts = [each.value for each in run if each.value is not None]
    return len(counts) >= FEWEST_POINTS and is_rare(counts)


def read_run(
    indicator: Indicator,
    run: Sequence[Figure],
    target: float | None = None,
    noted: Sequence[Noted] = (),
    events: Sequence[date] = (),
) -> Reading:
    """The verdict with the chart that it rests on."""
    points, often = _points(run), per_year(run)
    begins = _begins(indicator, run, points)
    chart = draw_series(points, indicator.unit, timing=indicator.timing, per_year=often, begins=begins)
    found = {at: each for at, each in zip(chart.at, signals(chart, often), strict=True) if each.rule}
    return Reading(verdict_of(indicator, run, target, events), chart, found, breaks_of(indicator, run), notes_in(run, noted))


def change_of(indicator: Indicator, verdict: Verdict, before: Figure | None, now: Figure) -> Change:
    """What is said of the change: by the chart where it can tell, else by the test of two; nothing while provisional."""
    if State.PROVISIONAL in {now.state, before.state if before else now.state}:
        return Change(direction="cannot_tell")
    of_two = judge_change(indicator.unit, indicator.better, measured(before), measured(now))
    return decide(verdict, of_two, indicator.timing)


def compared_with(indicator: Indicator, run: Sequence[Figure]) -> Figure | None:
    """The period before; a year before for a twelve-month figure. None when it has no value, or was defined otherwise."""
    back = per_year(run) if indicator.timing == "rolling_year" else 1
    if len(run) <= back or run[-1 - back].value is None:
        return None
    changed = {each.at for each in breaks_of(indicator, run)}
    return None if any(each.period in changed for each in run[-back:]) else run[-1 - back]


def beside_all(indicator: Indicator, figure: Figure, published: Sequence[Comparator], confidence: float) -> tuple[Beside, ...]:
    """A figure beside England, the region and the neighbours, as far as each is published."""
    own = None
    if figure.value is not None and published:
        own = estimate(indicator.unit, figure.numerator, figure.denominator, confidence=confidence)
    return tuple(
        Beside(
            kind=each.kind,
            label=each.label,
            found=beside(own, each.found, indicator.better) if each.found else compare(own, each.value, indicator.better),
            months=months_apart(figure.last_day, each.period_end) if each.period_end else None,
            confidence=confidence,
        )
        for each in published
    )


def _points(run: Sequence[Figure]) -> list[Point]:
    """The points of a run, from the first that has a figure on. One that later data may still change is none yet."""
    first = next((place for place, each in enumerate(run) if each.value is not None), max(len(run) - 1, 0))
    return [
        Point(each.period, None)
        if each.state is State.PROVISIONAL
        else Point(each.period, each.value, each.numerator, each.denominator, each.families)
        for each in run[first:]
    ]


def _begins(indicator: Indicator, run: Sequence[Figure], points: Sequence[Point]) -> tuple[str, ...]:
    drawn = {each.at for each in points}
    return tuple(each for each in beginnings(breaks_of(indicator, run)) if each in drawn)


def measured(figure: Figure | None) -> Measured | None:
    """A figure as the test of two figures takes it; None where it has no value or is not made of counts."""
    if figure is None or figure.value is None or figure.numerator is None:
        return None
    return Measured(value=figure.value, numerator=figure.numerator, denominator=figure.denominator)
