"""The scorecard of a period: figures, comparators, targets and judgements put together into lines.

Pages and exports read nothing else.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

import duckdb

from metrics import words
from metrics.benchmarks import Area, Comparator, comparators_for
from metrics.benchmarks.standings import standings
from metrics.board import Agency, Board
from metrics.catalogue import Indicator, read_catalogue
from metrics.clock import now
from metrics.coverage import Coverage, days_needed
from metrics.datasets.returns import Return
from metrics.figures import Figure, figures_on
from metrics.gaps.sign_offs import Signed, signed_on
from metrics.judge.change import Change
from metrics.judge.compare import STRICT
from metrics.judge.status import Status
from metrics.line import Exceptional, Line, Scorecard, counted_in, headline
from metrics.measure import datasets_read
from metrics.meetings import last_due_quarter
from metrics.notes import with_changes
from metrics.on_target import Standings, judge_target, needs_places
from metrics.people.by_family import by_family
from metrics.people.family_parts import families_in
from metrics.people.rare import event_days
from metrics.periods import Period, add_months, parse_period, previous
from metrics.returns.answer import Returned, settled
from metrics.sentences import sentence_of
from metrics.standing import received
from metrics.store import Store
from metrics.target_line import TargetLine, target_line
from metrics.verdicts import beside_all, breaks_of, change_of, compared_with, is_too_rare, verdict_of

__all__ = [
    "Exceptional",
    "Line",
    "Scorecard",
    "TargetLine",
    "headline",
    "scorecard",
    "scorecard_on",
]

POINTS = 13
"""How many periods a sparkline shows: three years of quarters and the one before."""
RARE_POINTS = 40
"""How many periods rare events are looked for in: a dozen of them are needed."""


class Others(NamedTuple):
    """What others published for an indicator."""

    comparators: tuple[Comparator, ...] = ()
    standings: Standings = Standings()


class Known(NamedTuple):
    """What every line of one scorecard is read against."""

    board: Board
    coverage: Coverage
    returned: Returned
    signed: Signed
    events: Mapping[str, tuple[date, ...]]  # of indicators whose events are too rare to count
    read_on: date  # the day by which an age is said: the next meeting, or today


class Against(NamedTuple):
    """The choices and definitions that a scorecard is made by, and the meeting it is for (else the next one)."""

    board: Board
    catalogue: Mapping[str, Indicator]
    meeting: date | None = None


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
    against: Against | None = None,
) -> Scorecard:
    """The same, on a cursor that already sees the data as it is to be seen; `against` other choices than today's."""
    given = against or Against(Store.board_on(cursor, known_at), read_catalogue())
    board = given.board
    made_at = now()
    day = today or (known_at or made_at).date()
    asked = period or last_due_quarter(board, day)
    named = given.catalogue.keys() if indicators is None else set(indicators)
    chosen = [with_changes(each, board.noted(each)) for each in given.catalogue.values() if each.id in named]
    run = _run_up_to(asked)
    returned = Returned(cursor, Coverage(board, received(cursor, known_at), day), chosen)
    found = figures_on(cursor, chosen, run, known_at=known_at, today=day, returned=returned)
    by_indicator: dict[str, list[Figure]] = {}
    for figure in found:
        by_indicator.setdefault(figure.indicator, []).append(figure)
    published = _published(cursor, board, chosen, asked)
    meeting = given.meeting or board.next_meeting(day)
    rare = [each for each in chosen if is_too_rare(each, by_indicator[each.id])]
    longer = figures_on(cursor, rare, _run_up_to(asked, RARE_POINTS), known_at=known_at, today=day, returned=returned)
    events = {each.id: event_days(cursor, each, [figure for figure in longer if figure.indicator == each.id]) for each in rare}
    known = Known(board, returned.coverage, returned, signed_on(cursor, known_at), events, meeting or day)
    lines = tuple(
        _line(number, each, known, by_indicator[each.id], published.get(each.id, Others()), datasets_read(cursor, each))
        for number, each in enumerate(chosen, start=1)
    )
    lines = tuple(
        _with_families(cursor, known, each, published.get(each.indicator.id, Others()))
        if each.rank is not None or indicators is not None
        else each
        for each in lines
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


def _run_up_to(period: Period, points: int = POINTS) -> list[Period]:
    if not period.frequency:
        return [period]
    run = [period]
    while len(run) < points:
        run.append(previous(run[-1]))
    return run[::-1]


def _published(
    cursor: duckdb.DuckDBPyConnection, board: Board, indicators: Sequence[Indicator], period: Period
) -> dict[str, Others]:
    # A count is not set beside England's, nor a quarter's beside a year's: only rates, shares and averages are.
    measures = {each.id: each.benchmark for each in indicators if each.benchmark and each.unit != "count"}
    found = comparators_for(cursor, sorted(set(measures.values())), _area(board, period), period.last_day)
    placed = sorted({measure for name, measure in measures.items() if needs_places(board.target(name))})
    now = standings(cursor, placed, period.last_day) if placed else {}
    then = standings(cursor, placed, add_months(period.last_day, -12)) if placed else {}
    return {
        name: Others(found.get(measure, ()), Standings(now.get(measure), then.get(measure)))
        for name, measure in measures.items()
    }


def _area(board: Board, period: Period) -> Area:
    area = board.area
    return Area(
        code=area.code,
        name=area.name,
        region_code=area.region_code,
        region_name=area.region_name,
        neighbour_models=area.neighbours_on(period.last_day),
        average=board.settings.neighbour_average,
    )


def _received_on(known: Known, indicator: Indicator, figure: Figure, datasets: frozenset[str]) -> date | None:
    if figure.returned_by:
        said = known.returned.answer(indicator, _period_of(figure))
        return said.received_on if said else None
    coverage = known.coverage
    return max((day for (_, dataset), day in coverage.received_on.items() if dataset in datasets), default=None)


def _unsigned(known: Known, indicator: Indicator, figure: Figure, datasets: frozenset[str]) -> tuple[str, ...]:
    """The names of the agencies that have not signed off what a figure is made of; none where there is no figure."""
    if not figure.state.has_value:
        return ()
    days = days_needed(indicator, _period_of(figure))
    read = frozenset({Return.dataset}) if figure.returned_by else datasets
    found = set(known.signed.unsigned(read, days)) & set(figure.returned_by or known.signed.agencies)
    return tuple(each.name for each in known.board.agencies if each.id in found)


def _line(
    number: int,
    indicator: Indicator,
    known: Known,
    recent: Sequence[Figure],
    published: Others,
    datasets: frozenset[str],
) -> Line:
    board = known.board
    figure, before = recent[-1], compared_with(indicator, recent)
    owner = board.owner(indicator.owner)
    judged = judge_target(board, indicator, recent, published.comparators, published.standings)
    verdict = verdict_of(indicator, recent, judged.resolved.number, known.events.get(indicator.id, ()))
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
        target=target_line(board, indicator, judged, published.comparators, figure.period),
        status=judged.status,
        by_rule=judged.by_rule,
        override=judged.override,
        firmness=judged.firmness,
        verdict=verdict,
        change=change,
        breaks=breaks_of(indicator, recent),
        benchmarks=published.comparators,
        beside=beside_all(indicator, figure, published.comparators, STRICT),
        sentence=sentence_of(indicator, figure, before, change, verdict),
        gap=gap,
        data_age_days=(known.read_on - figure.data_to).days if figure.data_to else None,
        received_on=_received_on(known, indicator, figure, datasets),
        unsigned=_unsigned(known, indicator, figure, datasets),
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


def _with_families(cursor: duckdb.DuckDBPyConnection, known: Known, line: Line, published: Others) -> Line:
    """A line with what families do to its figure; as it is where none are known, and where its records are not held."""
    figure = line.figure
    if figure.families is None or not figure.has_records or not figure.state.has_value:
        return line
    families = families_in(cursor, line.indicator, _period_of(figure))
    if families is None:
        return line
    found = by_family(line.indicator, figure, families, partial(_judged_again, known.board, line, published))
    return line.model_copy(update={"families": found})


def _judged_again(board: Board, line: Line, published: Others, figure: Figure) -> tuple[Status, Change]:
    """The status, and what is said of the change, were the line's newest figure another one."""
    recent = (*line.recent[:-1], figure)
    judged = judge_target(board, line.indicator, recent, published.comparators, published.standings)
    verdict = verdict_of(line.indicator, recent, judged.resolved.number)
    return judged.by_rule, change_of(line.indicator, verdict, compared_with(line.indicator, recent), figure)
