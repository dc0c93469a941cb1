"""The scorecard of a period: figures, comparators, targets and judgements put together into lines.

Pages and exports read nothing else.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

import duckdb

from metrics import words
from metrics.benchmarks import Area, Comparator, comparators_for
from metrics.board import Agency, Board, due_day
from metrics.catalogue import Indicator, read_catalogue
from metrics.clock import now
from metrics.coverage import Coverage, State
from metrics.figures import Figure, figures_on
from metrics.judge.change import Change
from metrics.judge.compare import STRICT, estimate
from metrics.judge.series import Verdict, explain
from metrics.judge.status import Status, firmness, judge_status, while_provisional
from metrics.judge.target_words import read_target, write_target
from metrics.judge.targets import Agreed, Published, Resolved, resolve
from metrics.line import Exceptional, Line, Scorecard, TargetLine, counted_in, headline
from metrics.measure import datasets_read
from metrics.periods import Frequency, Period, parse_period, period_of, previous
from metrics.returns.answer import Returned, settled
from metrics.standing import received
from metrics.store import Store
from metrics.verdicts import beside_all, breaks_of, change_of, compared_with, per_year, verdict_of

__all__ = [
    "Exceptional",
    "Line",
    "Scorecard",
    "TargetLine",
    "headline",
    "last_due_quarter",
    "last_finished_quarter",
    "scorecard",
    "scorecard_on",
]

SIMPLE = {"none", "monitor", "fixed", "england", "region", "neighbours"}
"""Targets that are said as a level to keep to; all others in the board's own words."""
HIDDEN = "some of the neighbours' figures are hidden, and within the range of what they can be the mark would differ"
POINTS = 13
"""How many periods a sparkline shows: three years of quarters and the one before."""


class Known(NamedTuple):
    """What every line of one scorecard is read against."""

    board: Board
    coverage: Coverage
    returned: Returned
    read_on: date  # the day by which an age is said: the next meeting, or today


def scorecard(
    store: Store,
    period: Period | None = None,
    *,
    known_at: datetime | None = None,
    today: date | None = None,
    indicators: Iterable[str] | None = None,
) -> Scorecard:
    """The scorecard of a period (the newest quarter that is due, if none is named), as known now or at an earlier moment."""
    with store.as_known_at(known_at) as cursor:
        return scorecard_on(cursor, period, known_at=known_at, today=today, indicators=indicators)


def scorecard_on(
    cursor: duckdb.DuckDBPyConnection,
    period: Period | None = None,
    *,
    known_at: datetime | None = None,
    today: date | None = None,
    indicators: Iterable[str] | None = None,
) -> Scorecard:
    """The same, on a cursor that already sees the data as it is to be seen."""
    board = Store.board_on(cursor)
    made_at = now()
    day = today or (known_at or made_at).date()
    asked = period or last_due_quarter(board, day)
    chosen = [each for each in read_catalogue().values() if indicators is None or each.id in set(indicators)]
    run = _run_up_to(asked)
    returned = Returned(cursor, Coverage(board, received(cursor, known_at), day), chosen)
    found = figures_on(cursor, chosen, run, known_at=known_at, today=day, returned=returned)
    by_indicator: dict[str, list[Figure]] = {}
    for figure in found:
        by_indicator.setdefault(figure.indicator, []).append(figure)
    published = _comparators(cursor, board, chosen, asked)
    meeting = board.next_meeting(day)
    known = Known(board, returned.coverage, returned, meeting or day)
    lines = tuple(
        _line(number, each, known, by_indicator[each.id], published.get(each.id, ()), datasets_read(cursor, each))
        for number, each in enumerate(chosen, start=1)
    )
    return Scorecard(
        board_name=board.name,
        area_name=board.area.name,
        period=asked,
        made_at=made_at,
        known_at=known_at,
        meeting=meeting,
        lines=lines,
        headline=headline(lines),
        **counted_in(lines),
    )


def last_finished_quarter(day: date) -> Period:
    """The newest financial quarter that had ended by that day."""
    return previous(period_of(day, Frequency.QUARTER))


def last_due_quarter(board: Board, day: date) -> Period:
    """The newest financial quarter for which the data of some agency was due by that day."""
    quarter = last_finished_quarter(day)
    soonest = min((due_day(each, quarter.last_day) for each in board.agencies if each.sends or each.returns), default=day)
    return quarter if soonest <= day else previous(quarter)


def _run_up_to(period: Period) -> list[Period]:
    if not period.frequency:
        return [period]
    run = [period]
    while len(run) < POINTS:
        run.append(previous(run[-1]))
    return run[::-1]


def _comparators(
    cursor: duckdb.DuckDBPyConnection, board: Board, indicators: Sequence[Indicator], period: Period
) -> dict[str, tuple[Comparator, ...]]:
    # A count is not set beside England's, nor a quarter's beside a year's: only rates, shares and averages are.
    measures = {each.id: each.benchmark for each in indicators if each.benchmark and each.unit != "count"}
    area = Area(**board.area.model_dump())
    found = comparators_for(cursor, sorted(set(measures.values())), area, period.last_day)
    return {name: found.get(measure, ()) for name, measure in measures.items()}


def _received_on(known: Known, indicator: Indicator, figure: Figure, datasets: frozenset[str]) -> date | None:
    if figure.returned_by:
        said = known.returned.answer(indicator, _period_of(figure))
        return said.received_on if said else None
    coverage = known.coverage
    return max((day for (_, dataset), day in coverage.received_on.items() if dataset in datasets), default=None)


def _line(
    number: int,
    indicator: Indicator,
    known: Known,
    recent: Sequence[Figure],
    published: tuple[Comparator, ...],
    datasets: frozenset[str],
) -> Line:
    board = known.board
    figure, before = recent[-1], compared_with(indicator, recent)
    owner = board.owner(indicator.owner)
    agreed, target, status = _judged(board, indicator, recent, published)
    verdict = verdict_of(indicator, recent, target.number)
    change = change_of(indicator, verdict, before, figure)
    gap = words.gap(figure.state, figure.waiting_for)
    asked = _whom_to_ask(indicator, known, figure, datasets) if gap else []
    asked = asked or ([owner] if owner else [])
    return Line(
        number=number,
        indicator=indicator,
        owner=owner.name if owner else indicator.owner.replace("_", " "),
        asked=tuple(each.name for each in asked) or (indicator.owner.replace("_", " "),),
        contact="; ".join(" ".join(part for part in (each.lead, each.contact) if part) for each in asked),
        figure=figure,
        before=before,
        recent=tuple(recent),
        target=_target_line(board, indicator, agreed, target, published),
        status=status,
        firmness=firmness(estimate(indicator.unit, figure.numerator, figure.denominator), target),
        verdict=verdict,
        change=change,
        breaks=breaks_of(indicator, recent),
        benchmarks=published,
        beside=beside_all(indicator, figure, published, STRICT),
        sentence=_sentence(indicator, figure, before, (change, verdict), gap),
        gap=gap,
        data_age_days=(known.read_on - figure.data_to).days if figure.data_to else None,
        received_on=_received_on(known, indicator, figure, datasets),
    )


def _period_of(figure: Figure) -> Period:
    try:
        return parse_period(figure.period)  # with its calendar, which a sum of returns needs
    except ValueError:
        return Period(label=figure.period, first_day=figure.first_day, last_day=figure.last_day)


def _whom_to_ask(indicator: Indicator, known: Known, figure: Figure, datasets: frozenset[str]) -> list[Agency]:
    """The agencies that a missing figure waits for."""
    period = _period_of(figure)
    reach = known.coverage.reach(indicator, datasets, period)
    said = settled(reach, known.returned.answer(indicator, period), period)
    awaited = said.reach.agencies if said else reach.agencies
    return [each for each in known.board.agencies if each.id in awaited]


def _judged(
    board: Board, indicator: Indicator, recent: Sequence[Figure], published: tuple[Comparator, ...]
) -> tuple[Agreed, Resolved, Status]:
    """The target as a number, and the mark. Beside a range of hidden figures, the mark that holds at both of its ends."""
    chosen = board.target(indicator.id)
    agreed = read_target(chosen.target if chosen else "")
    figure, within = recent[-1], board.settings.amber_within_percent
    ends = [resolve(agreed, known, figure.period) for known in _known(recent, published)]
    marks = [judge_status(figure.value, indicator.better, each, within) for each in ends]
    low, high = ends[0].number, ends[-1].number
    if low == high or low is None or high is None:
        target, same = ends[0], marks[0] == marks[-1]
    else:
        target = ends[0].model_copy(update={"number": None, "low": low, "high": high, "because": HIDDEN})
        same = marks[0].mark == marks[-1].mark
    status = marks[0] if same else Status(mark="cannot_tell", because=HIDDEN)
    if figure.state is State.PROVISIONAL:
        status = while_provisional(status, indicator.better, can_only_rise=figure.data_to == figure.last_day)
    return agreed, target, status


def _known(recent: Sequence[Figure], published: tuple[Comparator, ...]) -> list[Published]:
    """The numbers that targets come to: at the low end of what hidden figures allow, and at the high end where that differs."""
    back = per_year(recent)
    year_before = recent[-1 - back] if len(recent) > back else None
    known: Published = {each.kind: (each.value, each.note) for each in published}
    if year_before is not None and year_before.value is not None:
        known["year_before"] = (year_before.value, words.period(year_before.period))
    ranges = [each for each in published if each.low is not None and each.high is not None]
    if not ranges:
        return [known]
    low: Published = {each.kind: (each.low, each.note) for each in ranges}
    high: Published = {each.kind: (each.high, each.note) for each in ranges}
    return [known | low, known | high]


def _target_line(
    board: Board, indicator: Indicator, agreed: Agreed, target: Resolved, published: tuple[Comparator, ...]
) -> TargetLine:
    chosen = board.target(indicator.id)
    names: dict[str, str] = {each.kind: each.label for each in published}
    sign = {"smaller": "at most", "bigger": "at least"}.get(indicator.better, "")
    value = words.number(target.number, indicator.unit)
    if target.low is not None and target.high is not None and agreed.kind != "within":
        value = words.reach([target.low, target.high], indicator.unit)
    named = f"{sign} {_plainly(names.get(agreed.kind, agreed.kind))}{f' ({value})' if value else ''}".strip()
    text = {"none": "none agreed", "monitor": "monitor", "fixed": f"{sign} {value}".strip()}.get(agreed.kind, named)
    if agreed.kind not in SIMPLE or agreed.strict or agreed.points or agreed.stated is not None:
        text = f"{write_target(agreed)}{f' ({value})' if value and agreed.stated is None else ''}"
    agreed_by = f"agreed by {chosen.agreed_by}" if chosen and chosen.agreed_by else ""
    agreed_on = f" on {words.day(chosen.agreed_on)}" if chosen and chosen.agreed_on else ""
    return TargetLine(words=text, number=target.number, kind=target.kind, because=target.because, agreed=agreed_by + agreed_on)


def _plainly(label: str) -> str:
    """A comparator's name inside a sentence: `statistical neighbours`, but `England`."""
    return label.lower() if label.startswith("Statistical") else label


def _sentence(indicator: Indicator, figure: Figure, before: Figure | None, judged: tuple[Change, Verdict], gap: str) -> str:
    """One sentence: the figure, what it is made of, and what may be said of the change, with what the chart saw."""
    if gap:
        return f"{gap}."
    change, verdict = judged
    made_of = [] if indicator.unit == "count" else [words.out_of(figure.numerator, figure.denominator)]
    if figure.families is not None:
        made_of.append(words.count_of(figure.families, "family", "families"))
    said = words.number(figure.value, indicator.unit) + (f" ({'; '.join(made_of)})" if made_of else "")
    if figure.returned_by:
        said += ", as returned"
    said += f" {'at the end of' if indicator.timing == 'as_at' else 'in'} {words.period(figure.period)}"
    said += f"; {words.change(change.direction)}"
    if change.rule_set and change.rule:
        said += f": {words.charted(verdict.counted)}{explain(verdict, words.period)}"
    if before is None:
        return f"{said}."
    return f"{said} (it was {words.number(before.value, indicator.unit)} in {words.period(before.period)})."
