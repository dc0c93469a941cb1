"""How far what was received of one dataset reaches into a period: what a figure can be, and what it waits for."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from metrics.board import Agency, Board
from metrics.catalogue import Indicator
from metrics.datasets import contract
from metrics.gaps.due import due_day
from metrics.periods import ONE_DAY, Period, add_months
from metrics.standing import Received, not_replaced


class State(StrEnum):
    """What a figure is. No two of these ever look alike on a page."""

    VALUE = "value"
    ZERO = "zero"  # a true nought
    NO_CASES = "no_cases"  # nothing to take a share of
    PROVISIONAL = "provisional"  # a value that later data may still change
    AWAITING = "awaiting"  # due, and not received
    NOT_DUE = "not_due"
    NOT_SUPPLIED = "not_supplied"  # the file came without this part
    NOT_COVERED = "not_covered"  # earlier than the data held
    NOT_RECORDED = "not_recorded"  # the agency says that it does not record it
    SUPPRESSED = "suppressed"  # too small a number to show this reader
    NIL_RETURN = "nil_return"  # the agency looked, and says that there was nothing to return
    NO_SYSTEM = "no_system"  # the agency's reasons for a blank: no system holds it ...
    NO_ANALYST = "no_analyst"  # ... nobody is there to work it out ...
    NOT_COLLECTED = "not_collected"  # ... it is not collected ...
    DISCLOSURE = "disclosure"  # ... so small a number could tell who is meant ...
    LATE = "late"  # ... or it will come late

    @property
    def has_value(self) -> bool:
        return self in {State.VALUE, State.ZERO, State.PROVISIONAL}

    @property
    def is_in(self) -> bool:
        """The agency has said what there is, whether that is a figure or not."""
        return self.has_value or self in {State.NO_CASES, State.NIL_RETURN}

    @property
    def is_missing(self) -> bool:
        """Due, and not there: it can still be asked for."""
        return self in {State.AWAITING, State.NOT_SUPPLIED, State.LATE}


class Reach(BaseModel):
    """How far the data reaches for one period: its state before any count, what it waits for, the day it runs to."""

    model_config = ConfigDict(frozen=True)

    state: State
    waiting_for: str | None = None
    data_to: date | None = None
    agencies: tuple[str, ...] = ()  # the ids of those it waits for


GAPS = (
    State.NOT_RECORDED,
    State.NO_SYSTEM,
    State.NO_ANALYST,
    State.NOT_COLLECTED,
    State.DISCLOSURE,
    State.NOT_SUPPLIED,
    State.LATE,
    State.AWAITING,
    State.NOT_DUE,
    State.NOT_COVERED,
)
"""From the one that says most to the one that says least: an indicator that reads two datasets shows the first."""


FIGURES = (State.VALUE, State.PROVISIONAL)
"""What a reach is when there is something to count."""


class DaysCovered:
    """Which days each agency's submissions cover, as known at one moment."""

    def __init__(self, board: Board, submissions: Sequence[Received], today: date) -> None:
        self.board = board
        self.today = today
        self._covered: dict[tuple[str, str], list[tuple[date, date]]] = {}
        self._without: dict[tuple[str, str], list[tuple[date, date]]] = {}
        self._standing: dict[tuple[str, str], list[Received]] = {}
        self.received_on: dict[tuple[str, str], date] = {}
        for each in not_replaced(submissions):
            self._covered.setdefault((each.agency, each.dataset), []).append((each.covers_from, each.covers_to))
            self._standing.setdefault((each.agency, each.dataset), []).append(each)
        for each in submissions:
            if not each.supplied:
                self._without.setdefault((each.agency, each.dataset), []).append((each.covers_from, each.covers_to))
        for each in submissions:
            self.received_on[(each.agency, each.dataset)] = each.received_at.date()
        self._covered = {key: merged(days) for key, days in self._covered.items()}

    def senders(self, dataset: str) -> list[Agency]:
        """The agencies the board expects a dataset from, and any other that has sent it."""
        expected = list(self.board.senders(dataset))
        known = {each.id for each in expected}
        others = {agency for agency, sent in self._covered if sent == dataset} - known
        return expected + [each for each in self.board.agencies if each.id in others]

    def covered(self, agency: str, dataset: str) -> list[tuple[date, date]]:
        """The runs of days covered, in order."""
        return self._covered.get((agency, dataset), [])

    def _telling(self, agency: str, dataset: str, needs: Sequence[frozenset[str]]) -> list[tuple[date, date]]:
        """The runs of days covered by files that say what is needed: of each group of columns one at least."""
        every = self._standing.get((agency, dataset), [])
        return merged(
            (each.covers_from, each.covers_to) for each in every if not any(group <= set(each.lacks or ()) for group in needs)
        )

    def _holds_the_year(self, agency: str, dataset: str, column: str, period: Period) -> bool:
        """Whether a file of the period's last day holds its twelve months in one column: a kind of file that lacks others."""
        every = self._standing.get((agency, dataset), [])
        covering = (each for each in every if each.covers_from <= period.last_day <= each.covers_to)
        return any(each.lacks and column not in each.lacks for each in covering)

    def reach_of(self, indicator: Indicator, dataset: str, agency: Agency, period: Period) -> Reach:
        """How far one agency's data of one dataset reaches for an indicator in a period."""
        return self._reach_of(indicator, dataset, agency, period).model_copy(update={"agencies": (agency.id,)})

    def _reach_of(self, indicator: Indicator, dataset: str, agency: Agency, period: Period) -> Reach:
        if dataset in agency.not_recorded:
            reason = agency.not_recorded[dataset]
            return Reach(state=State.NOT_RECORDED, waiting_for=f"{agency.name} does not record it: {reason}")
        needs = indicator.needed_of(dataset)
        runs = self._telling(agency.id, dataset, needs) if needs else self.covered(agency.id, dataset)
        start, end = days_needed(indicator, period)
        if indicator.year_in and self._holds_the_year(agency.id, dataset, indicator.year_in, period):
            start = period.last_day
        touching = _touching(runs, period)
        if needs and not touching and _touching(self.covered(agency.id, dataset), period):
            return Reach(state=State.NOT_COVERED, waiting_for=_says_nothing(agency, dataset, needs))
        if not touching:
            return self._gap(dataset, agency, period, runs)
        if start < runs[0][0]:
            said = f"{agency.name}: {_title(dataset)} are held from {_day(runs[0][0])}, and {_day(start)} is needed"
            return Reach(state=State.NOT_COVERED, waiting_for=said)
        data_to = min(touching[-1][1], period.last_day)
        if data_to < period.last_day:
            return Reach(
                state=State.PROVISIONAL,
                waiting_for=f"{agency.name}: {_title(dataset)} after {_day(data_to)}",
                data_to=data_to,
            )
        if not any(run[0] <= start and run[1] >= end for run in runs):
            return Reach(
                state=State.PROVISIONAL,
                waiting_for=f"{agency.name}: {_title(dataset)} of all days from {_day(start)}",
                data_to=data_to,
            )
        return self._settled(indicator, dataset, agency, period, runs)

    def _settled(
        self, indicator: Indicator, dataset: str, agency: Agency, period: Period, runs: list[tuple[date, date]]
    ) -> Reach:
        """Complete for the period's own days: is what happened before and after them known too?"""
        settled_on = period.last_day + timedelta(days=indicator.settles)
        if indicator.settles and runs[-1][1] < settled_on:
            waits = f"{agency.name}: {_title(dataset)} to {_day(settled_on)}, when the last outcomes are known"
            return Reach(state=State.PROVISIONAL, waiting_for=waits, data_to=period.last_day)
        seen_from = add_months(_judged_from(indicator, period), -indicator.looks_back)
        if indicator.looks_back and not any(run[0] <= seen_from and run[1] >= period.last_day for run in runs):
            waits = f"{agency.name}: {_title(dataset)} from {_day(seen_from)}; until then this is the least it can be"
            return Reach(state=State.PROVISIONAL, waiting_for=waits, data_to=period.last_day)
        return Reach(state=State.VALUE, data_to=period.last_day)

    def _gap(self, dataset: str, agency: Agency, period: Period, runs: list[tuple[date, date]]) -> Reach:
        without = self._without.get((agency.id, dataset), [])
        last = max((run[1] for run in runs if run[1] < period.first_day), default=None)
        if any(first <= period.last_day and until >= period.last_day for first, until in without):
            said = f"{agency.name}: its file held no {_title(dataset)}"
            return Reach(state=State.NOT_SUPPLIED, waiting_for=said, data_to=last)
        if runs and runs[0][0] > period.last_day:
            said = f"{agency.name}: {_title(dataset)} are held from {_day(runs[0][0])}"
            return Reach(state=State.NOT_COVERED, waiting_for=said)
        due = due_day(self.board, agency, period.last_day)
        if self.today <= due:
            return Reach(state=State.NOT_DUE, waiting_for=f"{agency.name}: due {_day(due)}", data_to=last)
        return Reach(state=State.AWAITING, waiting_for=f"{agency.name}, due since {_day(due)}", data_to=last)


def _touching(runs: Sequence[tuple[date, date]], period: Period) -> list[tuple[date, date]]:
    return [run for run in runs if run[0] <= period.last_day and run[1] >= period.first_day]


def _says_nothing(agency: Agency, dataset: str, needs: Sequence[frozenset[str]]) -> str:
    """Which columns it waits for: one of each group."""
    named = " and ".join(" or ".join(sorted(group)) for group in needs)
    return f"{agency.name}: its files of {_title(dataset)} say nothing of {named}"


def merged(runs: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Runs of days joined where they touch or overlap, in order."""
    joined: list[tuple[date, date]] = []
    for first, last in sorted(runs):
        if joined and first <= joined[-1][1] + ONE_DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def _judged_from(indicator: Indicator, period: Period) -> date:
    """The day from which months are counted back: what is judged as at the period's last day looks back from there."""
    return period.last_day + ONE_DAY if indicator.timing == "as_at" else period.first_day


def days_needed(indicator: Indicator, period: Period) -> tuple[date, date]:
    """The first and the last of the days that must be covered for the figure to be complete."""
    if indicator.timing == "as_at":
        return period.last_day, period.last_day
    if indicator.timing == "rolling_year":
        return period.year_window_start, period.last_day
    return period.first_day, period.last_day


def together(reaches: Sequence[Reach]) -> Reach:
    """One reach from those of several senders: the figure has the worst state of any part."""
    for state in (*GAPS, State.PROVISIONAL):
        parts = [each for each in reaches if each.state is state]
        if parts:
            waits = "; ".join(dict.fromkeys(each.waiting_for for each in parts if each.waiting_for))
            known = [each.data_to for each in reaches if each.data_to is not None]
            agencies = tuple(dict.fromkeys(agency for each in parts for agency in each.agencies))
            return Reach(state=state, waiting_for=waits, data_to=min(known, default=None), agencies=agencies)
    return Reach(state=State.VALUE, data_to=min(each.data_to for each in reaches if each.data_to is not None))


def _title(dataset: str) -> str:
    title = contract(dataset).title
    return title[0].lower() + title[1:]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
