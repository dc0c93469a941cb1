"""The form of an agency that types its few numbers: what it is asked, what it has typed so far, and its return."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from pydantic import TypeAdapter

from metrics import words
from metrics.board import Agency, Board
from metrics.catalogue import Indicator, read_catalogue
from metrics.clock import now
from metrics.coverage import Coverage
from metrics.datasets.returns import STATUSES
from metrics.frozen import Frozen
from metrics.periods import Period, previous
from metrics.returns.answer import Part, Returned, Statement
from metrics.returns.reading import Sender, submission_of
from metrics.returns.said import Fault, Said, faults, is_out_of
from metrics.standing import received
from metrics.store import Store
from metrics.submission import Delivery, Refused, Severity

TYPED = "typed"
"""The format of a delivery that was typed in."""


class Entry(Frozen):
    """What is typed for one indicator."""

    numerator: float | None = None
    denominator: float | None = None
    status: str = ""
    note: str = ""

    @property
    def is_blank(self) -> bool:
        return self == Entry()


class Asked(Frozen):
    """One indicator of the form: what it is, what the agency said of the period before, and what stands for this one."""

    indicator: Indicator
    before: str
    standing: Entry | None

    @property
    def numerator_is(self) -> str:
        """The label of the first field."""
        return words.capital(self.indicator.numerator_is) if self.takes_parts else "The middle value, in days"

    @property
    def denominator_is(self) -> str:
        """The label of the second field; empty where there is none."""
        return words.capital(self.indicator.denominator_is) if is_out_of(self.indicator) and self.takes_parts else ""

    @property
    def takes_parts(self) -> bool:
        return self.indicator.statistic != "median"

    @property
    def is_whole(self) -> bool:
        """Whether its numbers are whole: of people and things, not of posts or days."""
        return self.indicator.unit in {"count", "percent", "rate_per_10000"}


Entries = Mapping[str, Entry]
ENTRIES = TypeAdapter(dict[str, Entry])


def asked_of(store: Store, agency: Agency, period: Period, today: date) -> tuple[Asked, ...]:
    """What the form asks of an agency for a period, in the order of the board file."""
    indicators = [read_catalogue()[each] for each in agency.returns]
    with store.cursor() as cursor:
        coverage = Coverage(Store.board_on(cursor), received(cursor), today)
        returned = Returned(cursor, coverage, indicators)
    earlier = previous(period)
    return tuple(
        Asked(
            indicator=each,
            before=_said_before(each, earlier, returned.statement(agency.id, each, earlier)),
            standing=_entry(each, returned.statement(agency.id, each, period)),
        )
        for each in indicators
    )


def begun(store: Store, agency: str, period: Period, asked: Sequence[Asked]) -> dict[str, Entry]:
    """What the form holds when it is opened: the draft; else what was returned."""
    draft = store.draft(agency, period.label)
    if draft:
        return ENTRIES.validate_json(draft)
    return {each.indicator.id: each.standing for each in asked if each.standing}


def keep_draft(store: Store, agency: str, period: Period, entries: Entries) -> None:
    """Keep what was typed, to come back to."""
    typed = {name: each for name, each in entries.items() if not each.is_blank}
    store.keep_draft(agency, period.label, ENTRIES.dump_json(typed).decode() if typed else "")


def checked(store: Store, period: Period, entries: Entries, today: date) -> dict[str, list[Fault]]:
    """What is wrong with what was typed, by indicator. A blank without a reason is wrong only when it is sent."""
    rows = _rows(period, entries)
    names = {each.row: each.indicator.id for each in rows}
    found: dict[str, list[Fault]] = {}
    for fault in faults(rows, today, store.children_on):
        found.setdefault(names[fault.row], []).append(fault)
    return found


def lacking(asked: Sequence[Asked], entries: Entries) -> list[Indicator]:
    """The indicators with neither a figure nor a reason: a blank has to have one."""
    return [each.indicator for each in asked if entries.get(each.indicator.id, Entry()).is_blank]


def typed_delivery(
    store: Store, board: Board, agency: Agency, period: Period, entries: Entries, *, received_at: datetime | None = None
) -> Delivery:
    """What was typed as a delivery, for the road that every file goes.

    Raises Refused, with a sentence, where something is blank or wrong, or where it is what stands already.
    """
    came = received_at or now()
    asked = asked_of(store, agency, period, came.date())
    _refuse(store, asked, period, entries, came.date())
    sender = Sender(agency.id, board.area, came.date(), store.children_on)
    standing = {each.indicator.id: each.standing for each in asked if each.standing}
    return Delivery(
        agency=agency.id,
        format=TYPED,
        content_hash=_hash(agency.id, period, entries, standing),
        received_at=came,
        received_by="",
        submissions=(submission_of(_rows(period, entries), sender),),
    )


def _refuse(store: Store, asked: Sequence[Asked], period: Period, entries: Entries, today: date) -> None:
    if blank := lacking(asked, entries):
        names = ", ".join(each.title for each in blank)
        raise Refused(f"{words.capital(words.count_of(len(blank), 'figure'))} without a number or a reason: {names}.")
    wrong = [
        f"{read_catalogue()[name].title}: {fault.sentence}"
        for name, found in checked(store, period, entries, today).items()
        for fault in found
        if fault.severity is Severity.BLOCK
    ]
    if wrong:
        raise Refused(" ".join(wrong))
    if all(each.standing == entries.get(each.indicator.id) for each in asked):
        raise Refused("This is what the board holds already. Nothing has changed.")


def _hash(agency: str, period: Period, entries: Entries, standing: Entries) -> str:
    """The typed figures and what they take the place of: going back to an earlier figure is a new return."""
    said = [{name: each.model_dump(mode="json") for name, each in sorted(found.items())} for found in (entries, standing)]
    return hashlib.sha256(json.dumps([TYPED, agency, period.label, *said]).encode()).hexdigest()


def _rows(period: Period, entries: Entries) -> list[Said]:
    """The entries as rows of a return, numbered as they stand on the form."""
    return [
        _row(number, read_catalogue()[name], period, each)
        for number, (name, each) in enumerate(entries.items(), start=1)
        if not each.is_blank
    ]


def _row(number: int, indicator: Indicator, period: Period, entry: Entry) -> Said:
    first = _decimal(entry.numerator)
    middle = indicator.statistic == "median"
    return Said(
        row=number,
        indicator=indicator,
        period=period,
        numerator=None if middle else first,
        denominator=_decimal(entry.denominator),
        value=first if middle else None,
        status=entry.status,
        note=entry.note,
    )


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(round(value, 4)))


def _entry(indicator: Indicator, said: Statement | None) -> Entry | None:
    if said is None:
        return None
    part = said.whole
    numerator = part.value if indicator.statistic == "median" else part.numerator
    status = "" if part.state.value == "value" else part.state.value
    return Entry(numerator=numerator, denominator=part.denominator, status=status, note=said.note)


def _said_before(indicator: Indicator, period: Period, said: Statement | None) -> str:
    """What the agency returned for the period before, in words."""
    label = words.period(period.label)
    if said is None:
        return f"{label}: nothing returned"
    part = said.whole
    if not part.has_figure:
        return f"{label}: {STATUSES[part.state.value].lower()}"
    value = _value(indicator, part)
    shown = words.number(value, indicator.unit)
    made_of = "" if indicator.unit == "count" else words.out_of(part.numerator, part.denominator)
    return f"{label}: " + (f"{shown} ({made_of})" if shown and made_of else shown or made_of)


def _value(indicator: Indicator, part: Part) -> float | None:
    if indicator.unit == "count":
        return part.numerator
    if indicator.unit == "rate_per_10000":
        return None
    if part.value is not None or part.numerator is None or not part.denominator:
        return part.value
    return part.numerator / part.denominator * (100 if indicator.unit == "percent" else 1)
