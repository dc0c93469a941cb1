"""Small numbers in what is broken down: which groups of a figure the board's own pages do not show, and how they stand there.

The numbers of a financial year are looked at together: its quarters and the year, and the months of a quarter, so that nothing
hidden in one period can be worked out from another.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from metrics.board.privacy import SmallNumbers
from metrics.catalogue import BETWEEN, Indicator
from metrics.coverage import State
from metrics.datasets.returns import BY_AGENCY
from metrics.figures import Figure, figures
from metrics.judge.hiding import is_small
from metrics.judge.hiding_parts import TOTAL, Broken, Count, Place, hide_parts, one_way
from metrics.periods import Frequency, Period, period_of, periods_between
from metrics.store import Store

KNOWS_ITS_OWN = {BY_AGENCY, "team"}
"""Breakdowns of which every group reads along, and knows its own number."""
Pair = tuple[str, str]
"""Two values of a crossed breakdown."""
AVERAGES = {"days", "ratio"}
EVERY = "*"
"""Stands for all values of the other of two breakdowns: `Police / *`."""


def hidden(figure: Figure, rule: SmallNumbers) -> Figure:
    """A figure in whose place it is said that it is hidden: its value goes, and all that was counted for it."""
    gone = dict.fromkeys(("value", "numerator", "denominator", "families", "not_determinable"))
    return figure.model_copy(update={**gone, "state": State.SUPPRESSED, "waiting_for": rule.words})


def few_families_out(figure: Figure, rule: SmallNumbers) -> Figure:
    """A figure that is shown, without its number of families, or of cases that cannot be judged, where that is small."""
    few = (name for name in ("families", "not_determinable") if is_small(getattr(figure, name), rule.hide_to))
    return figure.model_copy(update=dict.fromkeys(few))


def is_hidden(figure: Figure) -> bool:
    return figure.state is State.SUPPRESSED


def shown_groups(
    store: Store,
    chosen: Indicator,
    period: Period,
    by: str,
    *,
    known_at: datetime | None = None,
    today: date | None = None,
    public: bool = False,
) -> list[Figure]:
    """The figures of a breakdown as they may be shown, those that are too small or would give one away hidden."""
    rule = store.board.small_numbers
    if not chosen.of_people or not (public or rule.hides_on_screen):
        return figures(store, [chosen], [period], by=by, known_at=known_at, today=today)
    run = together(chosen, period)
    found = figures(store, [chosen], run, by=by, known_at=known_at, today=today)
    wholes = figures(store, [chosen], run, known_at=known_at, today=today)
    shut = hidden_places(chosen, found, wholes, by, rule.hide_to)
    asked = [each for each in found if each.period == period.label]
    return [hidden(each, rule) if (each.period, each.group or "") in shut else few_families_out(each, rule) for each in asked]


def together(chosen: Indicator, period: Period) -> tuple[Period, ...]:
    """The periods whose numbers add up with those of a period: its financial year, and the months of its quarter."""
    if chosen.timing != "in_period" or period.frequency not in {"month", "quarter", "year"}:
        return (period,)
    year = period_of(period.first_day, Frequency.YEAR)
    quarters = periods_between(year.first_day, year.last_day, Frequency.QUARTER)
    months: tuple[Period, ...] = ()
    if period.frequency == "month":
        quarter = period_of(period.first_day, Frequency.QUARTER)
        months = periods_between(quarter.first_day, quarter.last_day, Frequency.MONTH)
    return (*quarters, year, *months)


def hidden_places(chosen: Indicator, groups: Sequence[Figure], wholes: Sequence[Figure], by: str, to: int) -> frozenset[Place]:
    """The periods and groups to hide, of figures by group and the whole figures of the same periods.

    Quarters and the year first; then the months of a quarter, beside quarters that stay as they are.
    """
    counts = _counts(chosen, [*groups, *wholes])
    totals = frozenset(place for place in counts if place[1] == TOTAL)
    knows = by in KNOWS_ITS_OWN
    months = {place for place in counts if _is_month(place[0])}
    if not months:
        return hide_parts(Broken(counts, one_way(counts, _made_of(counts)), totals, each_knows=knows), to)
    longer = {place: count for place, count in counts.items() if place not in months}
    first = hide_parts(Broken(longer, one_way(longer, _made_of(longer)), totals & longer.keys(), each_knows=knows), to)
    quarter = _quarter_of(next(iter(months))[0])
    shorter = {place: count for place, count in counts.items() if place in months or place[0] == quarter}
    before = {place for place in first if place[0] == quarter}
    before |= {each for each in months if (quarter, each[1]) in first and counts[each].number}
    keep = totals | {place for place in longer if place not in first}
    broken = Broken(shorter, one_way(shorter, _made_of(shorter)), keep & shorter.keys(), frozenset(before), each_knows=knows)
    return first | hide_parts(broken, to)


def hidden_crossing(store: Store, chosen: Indicator, period: Period, by: str) -> frozenset[Pair]:
    """What to hide of a crossed number: pairs of values; with EVERY as one of them, a total of a row or column.

    The totals are the breakdowns by either of the two, and hidden where those are. Of a year, what is hidden in a quarter of
    it is hidden too, or the other quarters would give it away; a month is not crossed, for almost all of it would be hidden.
    """
    rule = store.board.small_numbers
    if not rule.hides_on_screen or not chosen.of_people:
        return frozenset()
    inner = _counts(chosen, figures(store, [chosen], [period], by=by))
    totals = _counts(chosen, figures(store, [chosen], [period]))
    shut: set[Place] = set()
    for pattern, one in zip((f"{{}}{BETWEEN}{EVERY}", f"{EVERY}{BETWEEN}{{}}"), chosen.crossed[by], strict=True):
        found = shown_groups(store, chosen, period, one)
        shut |= {(period.label, pattern.format(each.group)) for each in found if each.state is State.SUPPRESSED}
        whole = _counts(chosen, figures(store, [chosen], [period], by=one))
        totals |= {(when, pattern.format(group)): count for (when, group), count in whole.items()}
    parts = _quarters(chosen, period)
    earlier = frozenset(each for part in parts for each in hidden_crossing(store, chosen, part, by))
    shut |= {place for place in inner if place[1] in {BETWEEN.join(each) for each in earlier}}
    keep = {place for place in inner if parts and place not in shut}
    if period.frequency == "month":
        shut |= inner.keys()
    return _pairs(hide_parts(_crossed(inner, totals, frozenset(keep), frozenset(shut)), rule.hide_to))


def _quarters(chosen: Indicator, period: Period) -> tuple[Period, ...]:
    if chosen.timing != "in_period" or period.frequency != "year":
        return ()
    return periods_between(period.first_day, period.last_day, Frequency.QUARTER)


def _crossed(
    inner: Mapping[Place, Count], totals: Mapping[Place, Count], keep: frozenset[Place], shut: frozenset[Place]
) -> Broken:
    """A crossed number with the totals of its rows and columns."""
    sums = [(total, tuple(each for each in inner if _is_part(each[1], total[1]))) for total in totals]
    return Broken({**inner, **totals}, sums, (frozenset(totals) | keep) - shut, shut)


def _pairs(shut: frozenset[Place]) -> frozenset[Pair]:
    parted = (group.partition(BETWEEN) for _, group in shut)
    return frozenset((first, second) for first, _, second in parted)


def _is_part(group: str, margin: str) -> bool:
    first, _, second = margin.partition(BETWEEN)
    mine, _, other = group.partition(BETWEEN)
    return margin == TOTAL or (mine == first if second == EVERY else other == second)


def _counts(chosen: Indicator, found: Iterable[Figure]) -> dict[Place, Count]:
    """What is counted in each period and group."""
    counted = (((each.period, each.group or TOTAL), count_of(chosen, each)) for each in found)
    return {place: count for place, count in counted if count is not None}


def count_of(chosen: Indicator, figure: Figure) -> Count | None:
    """What one figure counts; None where it has none, or where only its value is known."""
    if not (figure.state.has_value or figure.state is State.NO_CASES):
        return None
    if chosen.unit in AVERAGES or chosen.statistic == "median":
        return Count(figure.denominator or 0.0)
    if chosen.unit == "percent":
        return None if figure.denominator is None else Count(figure.numerator or 0.0, figure.denominator)
    return None if figure.numerator is None else Count(figure.numerator)


def _made_of(counts: Mapping[Place, Count]) -> dict[str, tuple[str, ...]]:
    """Which periods are made of which others, of those that are there."""
    periods = list(dict.fromkeys(period for period, _ in counts))
    quarters = [each for each in periods if " Q" in each]
    found = {year: tuple(each for each in quarters if each.startswith(f"{year} ")) for year in periods if len(year) == 7}
    months = [each for each in periods if _is_month(each)]
    found |= {quarter: tuple(each for each in months if _quarter_of(each) == quarter) for quarter in quarters}
    return {whole: parts for whole, parts in found.items() if parts}


def _is_month(label: str) -> bool:
    return len(label) == 7 and label[4] == "-"


def _quarter_of(month: str) -> str:
    return period_of(date(int(month[:4]), int(month[5:]), 1), Frequency.QUARTER).label
