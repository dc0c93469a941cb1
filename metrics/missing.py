"""What was expected of each agency, and whether it came: by dataset and period, with how late it is and why."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from metrics.board import Agency, Frozen, due_day
from metrics.coverage import Coverage
from metrics.datasets import contract
from metrics.periods import Period, previous
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
    BEFORE = "before"  # earlier than the data held

    @property
    def is_gap(self) -> bool:
        """Whether something can be asked of the agency now."""
        return self in {Arrival.PARTLY, Arrival.OVERDUE, Arrival.NOT_SUPPLIED}


class Expected(Frozen):
    """One agency's data of one dataset for one period. `days_late`: days after the due day until it came, or until today."""

    agency: str
    agency_name: str
    lead: str
    contact: str
    dataset: str
    dataset_title: str
    period: Period
    state: Arrival
    due: date | None = None
    received_on: date | None = None
    data_to: date | None = None
    days_late: int = 0
    reason: str = ""


def missing(store: Store, periods: Sequence[Period], today: date) -> list[Expected]:
    """What was expected of each agency of the board in these periods, in the board's own order."""
    with store.cursor() as cursor:
        submissions = received(cursor)
        board = Store.board_on(cursor)
    coverage = Coverage(board, submissions, today)
    return [
        _expected(coverage, submissions, agency, dataset, period)
        for agency in board.agencies
        for dataset in _datasets_of(agency, submissions)
        for period in periods
    ]


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


def _datasets_of(agency: Agency, submissions: Sequence[Received]) -> list[str]:
    sent = sorted({each.dataset for each in submissions if each.agency == agency.id})
    return list(dict.fromkeys([*agency.sends, *agency.not_recorded, *sent]))


def _expected(coverage: Coverage, submissions: Sequence[Received], agency: Agency, dataset: str, period: Period) -> Expected:
    mine = [each for each in submissions if (each.agency, each.dataset) == (agency.id, dataset)]
    found = _arrival(coverage, mine, agency, dataset, period)
    return found.model_copy(
        update={
            "agency_name": agency.name,
            "lead": agency.lead,
            "contact": agency.contact,
            "dataset_title": contract(dataset).title,
        }
    )


def _arrival(coverage: Coverage, mine: Sequence[Received], agency: Agency, dataset: str, period: Period) -> Expected:
    due = due_day(agency, period.last_day)
    blank = Expected(
        agency=agency.id,
        agency_name="",
        lead="",
        contact="",
        dataset=dataset,
        dataset_title="",
        period=period,
        state=Arrival.OVERDUE,
        due=due,
    )
    if dataset in agency.not_recorded:
        return blank.model_copy(update={"state": Arrival.NOT_RECORDED, "due": None, "reason": agency.not_recorded[dataset]})
    runs = [run for run in coverage.covered(agency.id, dataset) if run[0] <= period.last_day]
    if runs and runs[-1][1] >= period.last_day:
        return _received(blank, mine)
    if runs and runs[-1][1] >= period.first_day:
        return _partly(blank, mine, runs[-1][1], coverage.today)
    return _not_there(blank, mine, coverage)


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
    return blank.model_copy(update={"state": state, "received_on": received_on, "days_late": days, "data_to": last})


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
