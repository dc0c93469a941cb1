"""Figures: an indicator's counts in one period, with what the data can and cannot say about it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

import duckdb
from pydantic import BaseModel, ConfigDict

from metrics.benchmarks.populations import Estimates
from metrics.bundles.counting import counted_where_it_stands
from metrics.catalogue import Indicator
from metrics.clock import now
from metrics.coverage import Coverage, Reach, State
from metrics.datasets.returns import BY_AGENCY, Return
from metrics.measure import COUNTS, datasets_read
from metrics.periods import Period
from metrics.returns.answer import Answer, Part, Returned, settled
from metrics.standing import received
from metrics.store import Store


class Figure(BaseModel):
    """One figure. `value` is in the indicator's unit (percent 0 to 100), null where there is none to give.

    `numerator` and `denominator` are what it was made from; `families` is the number of sibling groups in the numerator,
    null where families are not known. `data_to` is the last day of the period that the data reaches. `returned_by` are the ids
    of the agencies that returned the figure as a number; empty where it was counted from records. `not_determinable` is how
    many cases the data held cannot judge: they are in neither part of the figure. `prepared_by` are the ids of the agencies
    that counted their records themselves, and sent the counts.
    """

    model_config = ConfigDict(frozen=True)

    indicator: str
    period: str
    first_day: date
    last_day: date
    group: str | None
    value: float | None
    numerator: float | None
    denominator: float | None
    families: int | None
    state: State
    waiting_for: str | None
    data_to: date | None
    returned_by: tuple[str, ...] = ()
    not_determinable: int | None = None
    prepared_by: tuple[str, ...] = ()

    @property
    def has_records(self) -> bool:
        """Whether the store holds all the records that it was counted from: else no case of it can be looked at."""
        return not self.returned_by and not self.prepared_by


Counted = tuple[float, float, int | None, int | None]
Measured = tuple[float | None, float | None, float | None, int | None]
"""Numerator, value, denominator and families, in the indicator's unit."""


def figures(
    store: Store,
    indicators: Sequence[Indicator],
    periods: Sequence[Period],
    *,
    by: str | None = None,
    known_at: datetime | None = None,
    today: date | None = None,
) -> list[Figure]:
    """The figures of indicators in periods, as known now or at an earlier moment.

    With `by`, one figure for each value of that breakdown, for those indicators that have it. Current figures come from what
    was kept when data was accepted; earlier ones are counted anew.
    """
    with store.cursor() as cursor:
        reads = {each.id: datasets_read(cursor, each) for each in indicators}
    needed = frozenset({Return.dataset}).union(*reads.values())
    with store.as_known_at(known_at, needed) as cursor:
        return figures_on(cursor, indicators, periods, by=by, known_at=known_at, today=today)


def figures_on(
    cursor: duckdb.DuckDBPyConnection,
    indicators: Sequence[Indicator],
    periods: Sequence[Period],
    *,
    by: str | None = None,
    known_at: datetime | None = None,
    today: date | None = None,
    returned: Returned | None = None,
) -> list[Figure]:
    """The same, on a cursor that already sees the data as it is to be seen. `returned`: its returns, where read already."""
    day = today or (known_at or now()).date()
    coverage = returned.coverage if returned else Coverage(Store.board_on(cursor, known_at), received(cursor, known_at), day)
    returned = returned or Returned(cursor, coverage, indicators)
    asked = [each for each in indicators if by in {None, BY_AGENCY, *each.breakdowns}]
    counts = _counts(cursor, [each for each in asked if by is None or by in each.breakdowns], periods, by, known_at, coverage)
    estimates = Estimates(cursor, coverage.board.area.code)
    populations = {each.label: _population(estimates, each) for each in periods}
    found: list[Figure] = []
    for indicator in asked:
        datasets = datasets_read(cursor, indicator)
        mine = counts.get(indicator.id, {})
        groups = sorted({group for (_, group) in mine if group is not None}) if by else [None]
        for period in periods:
            reach, bundles = coverage.standing(indicator, datasets, period)
            if answer := settled(reach, returned.answer(indicator, period), period):
                found += _returned(indicator, period, by, answer, populations[period.label])
                continue
            for group in groups:
                counted_in = mine.get((period.label, group), (0.0, 0.0, None, None))
                measured = _value(indicator, counted_in, populations[period.label])
                figure = _figure(indicator, period, group, measured, reach, tuple(bundles))
                found.append(_with_apart(figure, counted_in[3]))
    return found


def _with_apart(figure: Figure, not_determinable: int | None) -> Figure:
    if not not_determinable or not (figure.state.has_value or figure.state is State.NO_CASES):
        return figure
    return figure.model_copy(update={"not_determinable": not_determinable})


def _returned(indicator: Indicator, period: Period, by: str | None, answer: Answer, population: int | None) -> Iterator[Figure]:
    """The figure that was returned, or one for each group of a breakdown."""
    parts: list[tuple[str | None, Part]] = [*sorted(answer.groups.get(by, {}).items())] if by else [(None, answer.part)]
    for group, part in parts:
        reach = answer.group_reach.get(group or "", answer.reach) if by == BY_AGENCY else answer.reach
        if group is not None and reach.state in {State.VALUE, State.PROVISIONAL} and not part.has_figure:
            reach = reach.model_copy(update={"state": part.state, "waiting_for": part.waiting_for or None})
        figure = _figure(indicator, period, group, _value_returned(indicator, part, population), reach)
        yield figure.model_copy(update={"returned_by": answer.agencies})


def _value_returned(indicator: Indicator, part: Part, population: int | None) -> Measured:
    """A returned figure as `_value` gives a counted one; a share or an average that came without its parts as it came."""
    numerator, denominator = part.numerator or 0.0, part.denominator or 0.0
    if indicator.unit in {"count", "rate_per_10000"}:
        return _value(indicator, (numerator, 0.0, None, None), population)
    if indicator.statistic == "sum" and part.numerator is not None and part.denominator is not None:
        return _value(indicator, (numerator, denominator, None, None), population)
    return part.numerator, part.value, part.denominator, None


def _counts(
    cursor: duckdb.DuckDBPyConnection,
    indicators: Sequence[Indicator],
    periods: Sequence[Period],
    by: str | None,
    known_at: datetime | None,
    coverage: Coverage,
) -> dict[str, dict[tuple[str, str | None], Counted]]:
    """Numerator, denominator and families by indicator, then by period and group."""
    kept = known_at is None and all(each.frequency in {"month", "quarter", "year"} for each in periods)
    rows = _kept(cursor, indicators, periods, by) if kept else _anew(cursor, indicators, periods, by, coverage, known_at)
    found: dict[str, dict[tuple[str, str | None], Counted]] = {each.id: {} for each in indicators}
    for name, period, group_by, group, numerator, denominator, families, apart in rows:
        if group_by == by:
            found[name][(period, group)] = (numerator, denominator, families, apart)
    return found


Row = tuple[str, str, str | None, str | None, float, float, int | None, int | None]
"""Indicator, period, what it is broken down by and into, numerator, denominator, families, cases that cannot be judged."""


def _kept(
    cursor: duckdb.DuckDBPyConnection, indicators: Sequence[Indicator], periods: Sequence[Period], by: str | None
) -> list[Row]:
    return cursor.execute(
        "select indicator, period, group_by, group_value, numerator, denominator, families, not_determinable from kept_counts "
        "where list_contains(?, indicator) and list_contains(?, period) and group_by is not distinct from ?",
        [[each.id for each in indicators], [each.label for each in periods], by],
    ).fetchall()


def _anew(
    cursor: duckdb.DuckDBPyConnection,
    indicators: Sequence[Indicator],
    periods: Sequence[Period],
    by: str | None,
    coverage: Coverage,
    known_at: datetime | None,
) -> Iterator[Row]:
    for indicator in indicators:
        counts = counted_where_it_stands(cursor, coverage, indicator, periods, [by] if by else [], known_at)
        for row in counts.select(COUNTS[1:]).to_pylist():
            yield (indicator.id, *row.values())


def _population(estimates: Estimates, period: Period) -> int | None:
    found = estimates.on(period.last_day)
    return None if found is None else found.children


def _figure(
    indicator: Indicator,
    period: Period,
    group: str | None,
    measured: Measured,
    reach: Reach,
    prepared_by: tuple[str, ...] = (),
) -> Figure:
    numerator, value, denominator, families = measured
    state, waiting_for = reach.state, reach.waiting_for
    if state not in {State.VALUE, State.PROVISIONAL}:
        numerator = value = denominator = families = None
    elif value is None and indicator.unit == "rate_per_10000":
        state, waiting_for = State.AWAITING, "the number of children in the area: scorecard benchmarks load"
    elif value is None:
        state = State.NO_CASES
    elif value == 0 and state is State.VALUE:
        state = State.ZERO
    return Figure(
        indicator=indicator.id,
        period=period.label,
        first_day=period.first_day,
        last_day=period.last_day,
        group=group,
        value=value,
        numerator=numerator,
        denominator=denominator,
        families=families,
        state=state,
        waiting_for=waiting_for,
        data_to=reach.data_to,
        prepared_by=prepared_by,
    )


def _value(indicator: Indicator, found: Counted, population: int | None) -> Measured:
    """What was counted, as the indicator's figure."""
    numerator, denominator, families, _ = found
    if indicator.unit == "count":
        return numerator, numerator, None, families
    if indicator.unit == "rate_per_10000":
        return numerator, numerator / population * 10_000 if population else None, population, families
    if indicator.statistic == "median":
        return None, numerator if denominator else None, denominator, families
    scale = 100 if indicator.unit == "percent" else 1
    return numerator, numerator / denominator * scale if denominator else None, denominator, families
