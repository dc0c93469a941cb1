"""What returned figures say of a period: what each agency returned, added up, or why it cannot be.

A return for the very period stands. A coarser calendar is made from finer returns only when every part is there: what happened
is added up; what is counted on a day, or over the twelve months up to it, is the return that ends on the same day. A finer
calendar is never made from a coarser return.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import duckdb

from metrics import words
from metrics.board import Agency
from metrics.catalogue import Indicator
from metrics.coverage import Coverage, Reach, State, together
from metrics.datasets.returns import BY_AGENCY, STATUSES
from metrics.gaps.due import due_day
from metrics.periods import Frequency, Period, periods_between
from metrics.returns.names import find_period

PARTS = (Frequency.QUARTER, Frequency.MONTH)
"""The calendars of which a longer period may be made, the coarser first."""


class Part(NamedTuple):
    """What one return says of a period, for all cases or for one group."""

    state: State
    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None
    waiting_for: str = ""

    @property
    def has_figure(self) -> bool:
        return self.state in {State.VALUE, State.PROVISIONAL}


class Statement(NamedTuple):
    """Everything that an agency returned for an indicator and a period."""

    whole: Part
    groups: Mapping[str, Mapping[str, Part]]  # breakdown -> group -> what was said
    received_on: date
    first_received_on: date
    note: str = ""


class Answer(NamedTuple):
    """What the returns say of an indicator in a period, all agencies together.

    `groups` holds every breakdown, with one by agency. `is_said`: at least one agency has said something about the period.
    """

    reach: Reach
    part: Part
    groups: Mapping[str, Mapping[str, Part]]
    group_reach: Mapping[str, Reach]  # of the groups by agency: each its own
    agencies: tuple[str, ...]
    is_said: bool
    received_on: date | None


class Returned:
    """The returned figures that stand, as a cursor sees them."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, coverage: Coverage, indicators: Sequence[Indicator]) -> None:
        self.coverage = coverage
        self._statements: dict[tuple[str, str], dict[str, Statement]] = {}
        self._answers: dict[tuple[str, str], Answer | None] = {}
        for key, rows in _rows_by_return(cursor, [each.id for each in indicators]).items():
            indicator, agency, period = key
            self._statements.setdefault((indicator, agency), {})[period] = _statement(rows)
        self._adds_up = {each.id: each.adds_up for each in indicators}

    def statement(self, agency: str, indicator: Indicator, period: Period) -> Statement | None:
        """What an agency returned for a period, or what its finer returns make of it; None when they do not."""
        held = self._statements.get((indicator.id, agency), {})
        return held.get(period.label) or self._made(held, indicator, period)

    def is_history(self, agency: str, indicator: Indicator, period: Period) -> bool:
        """Whether a period came with an agency's first return of an indicator, behind a later one: that is not late."""
        held = self._statements.get((indicator.id, agency), {})
        first = min((each.first_received_on for each in held.values()), default=None)
        said = self.statement(agency, indicator, period)
        return said is not None and any(
            each.first_received_on == first == said.first_received_on and find_period(label).last_day > period.last_day
            for label, each in held.items()
        )

    def answer(self, indicator: Indicator, period: Period) -> Answer | None:
        """What the returns say; None where none is expected and none has come."""
        key = (indicator.id, period.label)
        if key not in self._answers:
            self._answers[key] = self._answer(indicator, period)
        return self._answers[key]

    def _answer(self, indicator: Indicator, period: Period) -> Answer | None:
        expected = {each.id for each in self.coverage.board.returning(indicator.id)}
        if not expected and not any(name == indicator.id for name, _ in self._statements):
            return None
        found = [
            (agency, self.statement(agency.id, indicator, period))
            for agency in self.coverage.board.agencies
            if agency.id in expected or self.statement(agency.id, indicator, period)
        ]
        if not found:
            return None
        parts = [(agency, said.whole if said else self.gap(agency, indicator, period)) for agency, said in found]
        reach, whole = _added(indicator, parts, period)
        said = [each for _, each in found if each]
        return Answer(
            reach=reach,
            part=whole,
            groups=_groups(parts, said),
            group_reach={agency.name: _reach(agency, part, period) for agency, part in parts},
            agencies=tuple(agency.id for agency, each in found if each),
            is_said=bool(said),
            received_on=max((each.received_on for each in said), default=None),
        )

    def _made(self, held: Mapping[str, Statement], indicator: Indicator, period: Period) -> Statement | None:
        if not held or not period.frequency:
            return None
        if indicator.timing != "in_period":
            return next((held[each.label] for each in _last_parts(period) if each.label in held), None)
        if not self._adds_up[indicator.id]:
            return None
        for parts in _whole_parts(period):
            if all(each.label in held for each in parts):
                return _sum_of([held[each.label] for each in parts])
        return None

    def gap(self, agency: Agency, indicator: Indicator, period: Period) -> Part:
        """Why an agency that is to return a figure has none for the period."""
        held = self._statements.get((indicator.id, agency.id), {})
        if held and min(find_period(each).first_day for each in held) > period.last_day:
            return Part(State.NOT_COVERED, waiting_for=f"{agency.name} has returned it only for later periods")
        due, lacking = due_day(self.coverage.board, agency, period.last_day), _lacking(held, indicator, period)
        if self.coverage.today <= due:
            return Part(State.NOT_DUE, waiting_for=f"{agency.name}: due {words.day(due)}")
        return Part(State.AWAITING, waiting_for=f"{agency.name}{lacking}, due since {words.day(due)}")


def settled(record: Reach, answer: Answer | None, period: Period) -> Answer | None:
    """The returns, where they stand for the period; None where the records do.

    Records win where they reach the period's end. Where they reach only into it, a return of the whole period wins.
    """
    if answer is None:
        return None
    has_figure = record.state in {State.VALUE, State.PROVISIONAL}
    if has_figure and record.data_to is not None and record.data_to >= period.last_day:
        return None
    if answer.is_said:
        return answer
    return None if has_figure else answer


def _rows_by_return(
    cursor: duckdb.DuckDBPyConnection, indicators: Sequence[str]
) -> dict[tuple[str, str, str], list[tuple[object, ...]]]:
    rows = cursor.execute(
        "select indicator, agency, period, group_by, group_value, numerator::double, denominator::double, value::double, "
        "status, note, received_on, first_received_on from returns where list_contains(?, indicator)",
        [list(indicators)],
    ).fetchall()
    found: dict[tuple[str, str, str], list[tuple[object, ...]]] = {}
    for row in rows:
        found.setdefault((row[0], row[1], row[2]), []).append(row[3:])
    return found


def _statement(rows: Sequence[tuple[object, ...]]) -> Statement:
    groups: dict[str, dict[str, Part]] = {}
    whole: Part | None = None
    said = ""
    for by, group, *numbers, status, note, _, _ in rows:
        part = _part(numbers, str(status), note)
        if by is None:
            whole, said = part, str(note or "")
        else:
            groups.setdefault(str(by), {})[str(group)] = part
    if whole is None:
        whole = _sum([*next(iter(groups.values())).values()])
    received_on, first = rows[0][-2:]
    assert isinstance(received_on, date)  # noqa: S101 - what the store's columns are
    assert isinstance(first, date)  # noqa: S101 - as above
    return Statement(whole, groups, received_on, first, said)


def _part(numbers: Sequence[object], status: str, note: object) -> Part:
    numerator, denominator, value = (each if isinstance(each, float) else None for each in numbers)
    said = f". Note: {str(note).rstrip('.')}" if note else ""
    if status == "figure":
        return Part(State.VALUE, numerator, denominator, value)
    waits = "calls its figure provisional" if status == "provisional" else STATUSES[status].lower()
    return Part(State(status), numerator, denominator, value, f"{waits}{said}")


def _last_parts(period: Period) -> Iterator[Period]:
    """The finer periods that end with this one."""
    for frequency in PARTS:
        last = periods_between(period.last_day, period.last_day, frequency)[0]
        if last.last_day == period.last_day and last.first_day > period.first_day:
            yield last


def _whole_parts(period: Period) -> Iterator[tuple[Period, ...]]:
    """The finer periods that make up this one without a rest, a calendar at a time."""
    for frequency in PARTS:
        parts = periods_between(period.first_day, period.last_day, frequency)
        fits = (parts[0].first_day, parts[-1].last_day) == (period.first_day, period.last_day)
        if fits and len(parts) > 1:
            yield parts


def _lacking(held: Mapping[str, Statement], indicator: Indicator, period: Period) -> str:
    """Which parts are still lacking, where some are there."""
    if indicator.timing != "in_period" or not indicator.adds_up:
        return ""
    for parts in _whole_parts(period):
        lacking = [each for each in parts if each.label not in held]
        if len(lacking) < len(parts):
            return f": {' and '.join(words.period(each.label) for each in lacking)}"
    return ""


def _sum_of(statements: Sequence[Statement]) -> Statement:
    breakdowns = dict.fromkeys(by for each in statements for by in each.groups)
    complete = [by for by in breakdowns if all(by in each.groups for each in statements)]
    return Statement(
        whole=_sum([each.whole for each in statements]),
        groups={by: _sum_of_groups([each.groups[by] for each in statements]) for by in complete},
        received_on=max(each.received_on for each in statements),
        first_received_on=max(each.first_received_on for each in statements),
    )


def _sum_of_groups(found: Sequence[Mapping[str, Part]]) -> dict[str, Part]:
    names = dict.fromkeys(group for each in found for group in each)
    return {name: _sum([each[name] for each in found if name in each]) for name in names}


def _sum(parts: Sequence[Part]) -> Part:
    """Parts added up: a part without a figure leaves the whole without one; a nil return adds nothing, and says so."""
    if len(parts) == 1:
        return parts[0]
    figures = [each for each in parts if each.has_figure]
    gaps = [each for each in parts if not each.has_figure and each.state is not State.NIL_RETURN]
    if gaps:
        return Part(gaps[0].state, waiting_for="; ".join(dict.fromkeys(each.waiting_for for each in gaps)))
    if not figures:
        return parts[0]
    if any(each.numerator is None for each in figures):
        return Part(State.AWAITING, waiting_for="numerators, without which averages and shares cannot be added up")
    wholes = [each.denominator for each in figures if each.denominator is not None]
    provisional = next((each for each in figures if each.state is State.PROVISIONAL), None)
    return Part(
        provisional.state if provisional else State.VALUE,
        sum(each.numerator or 0.0 for each in figures),
        sum(wholes) if wholes else None,
        None,
        provisional.waiting_for if provisional else "",
    )


def _reach(agency: Agency, part: Part, period: Period) -> Reach:
    """One agency's return as a reach, with its name."""
    named = part.waiting_for if part.waiting_for.startswith(agency.name) else f"{agency.name}: {part.waiting_for}"
    return Reach(
        state=part.state,
        waiting_for=named if part.waiting_for else None,
        data_to=period.last_day if part.has_figure or part.state is State.NIL_RETURN else None,
        agencies=(agency.id,),
    )


def _added(indicator: Indicator, parts: Sequence[tuple[Agency, Part]], period: Period) -> tuple[Reach, Part]:
    """The parts of all agencies as one: the worst state of any of them, and the sum where there is none that lacks."""
    reaches = [_reach(*each, period) for each in parts]
    if all(part.state is State.NIL_RETURN for _, part in parts):
        waits = "; ".join(each.waiting_for or "" for each in reaches)
        everyone = tuple(each for reach in reaches for each in reach.agencies)
        return Reach(state=State.NIL_RETURN, waiting_for=waits, data_to=period.last_day, agencies=everyone), parts[0][1]
    reach = together([each if each.state is not State.NIL_RETURN else _as_nought(each) for each in reaches])
    whole = _sum([part for _, part in parts])
    if len(parts) > 1 and not indicator.adds_up and whole.has_figure:
        waits = f"{', '.join(agency.name for agency, _ in parts)}: several returns of it cannot be added up"
        return Reach(state=State.AWAITING, waiting_for=waits, agencies=reach.agencies), Part(State.AWAITING)
    if not whole.has_figure and reach.state in {State.VALUE, State.PROVISIONAL}:
        lacking = [agency for agency, part in parts if part.numerator is None]
        waits = f"{', '.join(each.name for each in lacking)}: {whole.waiting_for}"
        return Reach(state=whole.state, waiting_for=waits, agencies=tuple(each.id for each in lacking)), whole
    return reach, whole


def _as_nought(reach: Reach) -> Reach:
    return reach.model_copy(update={"state": State.VALUE, "waiting_for": None})


def _groups(parts: Sequence[tuple[Agency, Part]], said: Sequence[Statement]) -> dict[str, dict[str, Part]]:
    """Every breakdown that all statements have, added up; and by agency, unless they broke it down so themselves."""
    breakdowns = dict.fromkeys(by for each in said for by in each.groups)
    found = {
        by: _sum_of_groups([each.groups[by] for each in said]) for by in breakdowns if all(by in each.groups for each in said)
    }
    return {BY_AGENCY: {agency.name: part for agency, part in parts}, **found}
