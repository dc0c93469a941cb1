"""What was expected of each agency, and whether it came: by dataset and period, with how late it is, whose it is and why."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from metrics import words
from metrics.board import Agency, Board
from metrics.catalogue import Indicator, read_catalogue
from metrics.coverage import Coverage, State
from metrics.datasets import contract
from metrics.datasets.returns import Return
from metrics.frozen import Frozen
from metrics.gaps.due import due_day, read_at
from metrics.gaps.sign_offs import Signed, signed_on
from metrics.periods import Period, previous
from metrics.returns.answer import Returned
from metrics.standing import Received, not_replaced, received
from metrics.store import Store


class Arrival(StrEnum):
    """What became of one expected return. No two of these look alike."""

    RECEIVED = "received"
    LATE = "late"  # received, after the day it was due
    PARTLY = "partly"  # received, but not to the end of the period
    OVERDUE = "overdue"  # due, and not received
    NOT_DUE = "not_due"
    NOT_SUPPLIED = "not_supplied"  # the file came without this part
    NOT_RECORDED = "not_recorded"  # the agency says that it does not record it
    NIL_RETURN = "nil_return"  # the agency says that there was nothing to return
    EXPLAINED = "explained"  # the agency says why there is no figure
    SAID_LATE = "said_late"  # the agency says that it will come late
    BEFORE = "before"  # earlier than the data held

    @property
    def is_gap(self) -> bool:
        """Whether something can be asked of the agency now."""
        return self in {Arrival.PARTLY, Arrival.OVERDUE, Arrival.NOT_SUPPLIED, Arrival.SAID_LATE}

    @property
    def is_asked(self) -> bool:
        """Whether it was due and can have come."""
        return self not in {Arrival.NOT_RECORDED, Arrival.BEFORE, Arrival.NOT_DUE}


class Expected(Frozen):
    """One agency's data of one dataset, or its return of one indicator, for one period.

    `due`: the day by which it was to come; `meeting`: the one that reads it, where the calendar has one. `days_late`: days
    after the due day until it came, or until today. `indicator`: its id where it is a return, else empty. `history`: it came
    among the years that the agency's first file brought at once, so nobody can say that it was late. `unsigned`: it came, and
    nobody of the agency has signed it off.
    """

    agency: str
    agency_name: str
    lead: str
    contact: str
    dataset: str
    dataset_title: str
    indicator: str = ""
    period: Period
    state: Arrival
    due: date | None = None
    meeting: date | None = None
    received_on: date | None = None
    data_to: date | None = None
    days_late: int = 0
    reason: str = ""
    history: bool = False
    unsigned: bool = False

    @property
    def key(self) -> str:
        """The agency, and the dataset or indicator: one row of what is missing."""
        return f"{self.agency}.{self.indicator or self.dataset}"


class Known(NamedTuple):
    """What every answer is read from, as known at one moment."""

    coverage: Coverage
    submissions: Sequence[Received]
    returned: Returned
    signed: Signed

    @property
    def board(self) -> Board:
        return self.coverage.board


def missing(store: Store, periods: Sequence[Period], today: date, known_at: datetime | None = None) -> list[Expected]:
    """What was expected of each agency of the board in these periods, in the board's own order, as known then."""
    with store.as_known_at(known_at, frozenset({Return.dataset})) as cursor:
        submissions = received(cursor, known_at)
        coverage = Coverage(Store.board_on(cursor, known_at), submissions, today)
        returned = Returned(cursor, coverage, [*read_catalogue().values()])
        known = Known(coverage, submissions, returned, signed_on(cursor, known_at))
    found: list[Expected] = []
    for agency in known.board.agencies:
        for dataset in _datasets_of(agency, submissions):
            found += [_expected(known, agency, dataset, each) for each in periods]
        for indicator in agency.returns:
            found += [_return_expected(known, agency, read_catalogue()[indicator], each) for each in periods]
    return found


def quarters_to(last: Period, count: int) -> tuple[Period, ...]:
    """The quarters that end with this one, the oldest first."""
    run = [last]
    while len(run) < count:
        run.append(previous(run[-1]))
    return tuple(run[::-1])


def gaps(expected: Iterable[Expected]) -> dict[str, list[Expected]]:
    """Those that something can be asked about now, by agency."""
    found: dict[str, list[Expected]] = {}
    for each in expected:
        if each.state.is_gap:
            found.setdefault(each.agency, []).append(each)
    return found


ARRIVED = {
    State.AWAITING: Arrival.OVERDUE,
    State.NOT_DUE: Arrival.NOT_DUE,
    State.NOT_COVERED: Arrival.BEFORE,
    State.NIL_RETURN: Arrival.NIL_RETURN,
    State.LATE: Arrival.SAID_LATE,
    State.NO_SYSTEM: Arrival.EXPLAINED,
    State.NO_ANALYST: Arrival.EXPLAINED,
    State.NOT_COLLECTED: Arrival.EXPLAINED,
    State.DISCLOSURE: Arrival.EXPLAINED,
}
"""What became of a return, by what it says. Anything else: it came with a figure."""


def _return_expected(known: Known, agency: Agency, indicator: Indicator, period: Period) -> Expected:
    """What became of one return: it came, in time or late; or why not."""
    returned, blank = known.returned, _blank(known, agency, Return.dataset, period)
    said = returned.statement(agency.id, indicator, period)
    part = said.whole if said else returned.gap(agency, indicator, period)
    state, until = ARRIVED.get(part.state, Arrival.RECEIVED), said.first_received_on if said else known.coverage.today
    history = returned.is_history(agency.id, indicator, period)
    late = max(0, _days_after(blank.due, until)) if (state.is_gap or said) and not history else 0
    if state is Arrival.RECEIVED and late:
        state = Arrival.LATE
    return blank.model_copy(
        update={
            "dataset_title": f"{indicator.title} (figure)",
            "indicator": indicator.id,
            "state": state,
            "due": blank.due if state is not Arrival.BEFORE else None,
            "received_on": said.first_received_on if said else None,
            "data_to": period.last_day if part.has_figure else None,
            "days_late": max(0, _days_after(blank.due, known.coverage.today)) if state is Arrival.SAID_LATE else late,
            "reason": words.capital(part.waiting_for) if state in {Arrival.EXPLAINED, Arrival.SAID_LATE} else "",
            "history": history,
            "unsigned": bool(said) and _unsigned(known, agency, Return.dataset, period),
        }
    )


def _datasets_of(agency: Agency, submissions: Sequence[Received]) -> list[str]:
    sent = sorted({each.dataset for each in submissions if each.agency == agency.id})
    return [each for each in dict.fromkeys([*agency.sends, *agency.not_recorded, *sent]) if each != Return.dataset]


def _expected(known: Known, agency: Agency, dataset: str, period: Period) -> Expected:
    blank = _blank(known, agency, dataset, period)
    if dataset in agency.not_recorded:
        return blank.model_copy(update={"state": Arrival.NOT_RECORDED, "due": None, "reason": agency.not_recorded[dataset]})
    mine = [each for each in known.submissions if (each.agency, each.dataset) == (agency.id, dataset)]
    runs = [run for run in known.coverage.covered(agency.id, dataset) if run[0] <= period.last_day]
    if not runs or runs[-1][1] < period.first_day:
        return _not_there(blank, mine, known.coverage)
    whole = runs[-1][1] >= period.last_day
    came = _received(blank, mine) if whole else _partly(blank, mine, runs[-1][1], known.coverage.today)
    return came.model_copy(update={"unsigned": _unsigned(known, agency, dataset, period)})


def _blank(known: Known, agency: Agency, dataset: str, period: Period) -> Expected:
    """What is expected, before it is known what came of it."""
    return Expected(
        agency=agency.id,
        agency_name=agency.name,
        lead=agency.lead,
        contact=agency.contact,
        dataset=dataset,
        dataset_title=contract(dataset).title,
        period=period,
        state=Arrival.OVERDUE,
        due=due_day(known.board, agency, period.last_day),
        meeting=read_at(known.board, agency, period.last_day),
    )


def _unsigned(known: Known, agency: Agency, dataset: str, period: Period) -> bool:
    return agency.id in known.signed.unsigned({dataset}, (period.first_day, period.last_day))


def _received(blank: Expected, mine: Sequence[Received]) -> Expected:
    """It came with the first file that reached the end of the period.

    An agency's first file brings years of history at once: that is late only for the newest period it was due for.
    """
    last = blank.period.last_day
    came = next(each for each in mine if each.supplied and each.covers_from <= last <= each.covers_to)
    received_on = came.received_at.date()
    first = next(each for each in mine if each.supplied)
    history = came is first and came.covers_to - last > last - blank.period.first_day
    days = 0 if history else max(0, _days_after(blank.due, received_on))
    state = Arrival.LATE if days else Arrival.RECEIVED
    return blank.model_copy(
        update={"state": state, "received_on": received_on, "days_late": days, "data_to": last, "history": history}
    )


def _partly(blank: Expected, mine: Sequence[Received], data_to: date, today: date) -> Expected:
    came = next(each for each in not_replaced(mine) if each.covers_to >= data_to)
    update = {
        "state": Arrival.PARTLY,
        "received_on": came.received_at.date(),
        "data_to": data_to,
        "days_late": max(0, _days_after(blank.due, today)),
    }
    return blank.model_copy(update=update)


def _not_there(blank: Expected, mine: Sequence[Received], coverage: Coverage) -> Expected:
    last = blank.period.last_day
    overdue = max(0, _days_after(blank.due, coverage.today))
    without = [each for each in mine if not each.supplied and each.covers_from <= last <= each.covers_to]
    if without:
        day = without[-1].received_at.date()
        return blank.model_copy(update={"state": Arrival.NOT_SUPPLIED, "received_on": day, "days_late": overdue})
    runs = coverage.covered(blank.agency, blank.dataset)
    if runs and runs[0][0] > last:
        return blank.model_copy(update={"state": Arrival.BEFORE, "due": None})
    state = Arrival.OVERDUE if overdue else Arrival.NOT_DUE
    return blank.model_copy(update={"state": state, "days_late": overdue})


def _days_after(due: date | None, day: date) -> int:
    return (day - due).days if due else 0
