"""What stands around the map of gaps: the days before the meeting, what to ask for now, records, and the age of the figures."""

from collections.abc import Sequence
from html import escape

from dashboard.html_table import Cell, Row, folded, html_table
from metrics import explain, words
from metrics.board import Board
from metrics.explain import gaps as explain_gaps
from metrics.gaps.as_at import AsAt
from metrics.gaps.data_age import DataAge, lost
from metrics.gaps.missing import Expected
from metrics.gaps.punctuality import Punctuality, Record
from metrics.gaps.sign_offs import Signed

MEETINGS = 4
"""How many meetings stand beside each other in an agency's record."""


def clock(board: Board, seen: AsAt) -> str:
    """The days that lead to the meeting."""
    days = explain_gaps.days_to_meeting(board, seen)
    if not days:
        return '<p class="quiet">No meeting is in the calendar: data is due thirty days after its period, or as agreed.</p>'
    inside = "".join(
        f'<div><dt>{escape(name)}</dt><dd><b>{escape(day)}</b><span class="note">{escape(note)}</span></dd></div>'
        for name, day, note in days
    )
    return f'<dl class="facts">{inside}</dl>'


def to_ask(found: dict[str, list[Expected]], board: Board) -> str:
    """What can be asked for now: whose it is, since when, how long, and why. The longest wait of each agency first."""
    if not found:
        return "<p>Nothing has to be asked for.</p>"
    headings: Row = ["Agency, and whose it is", "Data", "Quarter", "State", "Due", Cell("Late", "number"), "Why"]
    rows: list[Row] = []
    for agency, gaps in found.items():
        named = board.agency(agency)
        for one in explain_gaps.asked(gaps):
            mark, said = explain.ARRIVALS[one.state]
            rows.append(
                [
                    Cell(named.name, note=explain_gaps.owner(named)),
                    one.data,
                    one.periods,
                    Cell(said, "strong nowrap", mark),
                    Cell(one.due, "nowrap"),
                    Cell(one.days, "number"),
                    words.capital(one.why),
                ]
            )
    return html_table("To ask for now", headings, rows, look="stack", hide_caption=True)


def records(found: Sequence[Punctuality], signed: Signed) -> str:
    """What came in time from each agency: in all, and for the newest meetings."""
    if not found:
        return "<p>No meeting has read anything yet, so there is no record.</p>"
    days = sorted({day for each in found for day, _ in each.meetings}, reverse=True)[:MEETINGS]
    headings: Row = [
        "Agency",
        Cell("In time", note="all quarters above"),
        Cell("When late", note="the middle one"),
        *(Cell(words.day(day, short=True), note="in time") for day in days),
        Cell("Signed off last"),
    ]
    rows: list[Row] = [
        [
            each.agency_name,
            Cell(explain_gaps.in_time(each.whole), "strong nowrap"),
            explain_gaps.when_late(each.whole),
            *(_record(dict(each.meetings).get(day)) for day in days),
            explain_gaps.signing(signed, each.agency),
        ]
        for each in found
    ]
    return html_table("What came in time from each agency", headings, rows, look="stack", hide_caption=True)


def _record(record: Record | None) -> Cell:
    if record is None:
        return Cell("nothing due", "quiet")
    return Cell(explain_gaps.in_time(record), note=explain_gaps.late_by(record))


def ages(found: Sequence[DataAge], seen: AsAt) -> str:
    """How old each figure is at the meeting, and in which leg the days went."""
    if seen.meeting is None:
        return "<p>No meeting is in the calendar, so no age at a meeting can be said.</p>"
    said = f"<p>{escape(explain_gaps.where_days_went(lost(found), seen.meeting))}</p>"
    if not found:
        return said
    headings: Row = [
        "Indicator, and whose it is",
        "Newest figure",
        *(Cell(each, "number") for each in ("Days to received", "to signed off", "to the meeting", "Age")),
    ]
    rows: list[Row] = [
        [
            Cell(each.indicator.title, note=each.owner),
            explain_gaps.age_note(each),
            *(Cell(explain_gaps.leg(days), "number") for days in (each.to_received, each.to_signed, each.to_meeting)),
            Cell(explain_gaps.leg(each.age), "number strong"),
        ]
        for each in sorted(found, key=lambda one: -one.age)
    ]
    table = html_table("The age of every figure at the meeting", headings, rows, look="stack", hide_caption=True)
    return said + folded("Every figure, the oldest first", table, long=True)
