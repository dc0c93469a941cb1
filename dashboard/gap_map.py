"""Agencies by datasets by quarters: what came, what came late, what did not come. Shape, words and colour together."""

from collections.abc import Sequence
from html import escape

from dashboard.html_table import Cell, Row, html_table
from metrics import explain, words
from metrics.missing import Arrival, Expected


def gap_map(expected: Sequence[Expected]) -> str:
    """One row for each dataset of each agency, one column for each period, the newest first."""
    periods = list(dict.fromkeys(each.period.label for each in expected))[::-1]
    rows: list[Row] = [
        [Cell(same[0].dataset_title, note=same[0].agency_name), *(_cell(each) for each in same[::-1])]
        for same in _by_row(expected)
    ]  # fmt: skip
    headings: Row = ["Dataset or figure, and who sends it", *(words.short_period(each) for each in periods)]
    return html_table("What came of each dataset and returned figure for each quarter", headings, rows, look="heat")


def gap_key() -> str:
    """What the marks mean."""
    meanings = {
        Arrival.RECEIVED: "received in time",
        Arrival.LATE: "received late",
        Arrival.PARTLY: "received in part",
        Arrival.OVERDUE: "not received, and due",
        Arrival.NOT_SUPPLIED: "the file came without it",
        Arrival.NOT_DUE: "not due yet",
        Arrival.NOT_RECORDED: "the agency does not record it",
        Arrival.NIL_RETURN: "nil return: nothing to return",
        Arrival.EXPLAINED: "no figure, and the agency says why",
        Arrival.SAID_LATE: "the agency says that it will be late",
        Arrival.BEFORE: "before the data held begins",
    }
    items = "".join(
        f'<li><span aria-hidden="true">{explain.ARRIVALS[state][0]}</span> {escape(said)}</li>'
        for state, said in meanings.items()
    )
    return f'<ul class="heat-key" aria-label="Key">{items}</ul>'


def _by_row(expected: Sequence[Expected]) -> list[list[Expected]]:
    rows: dict[tuple[str, str, str], list[Expected]] = {}
    for each in expected:
        rows.setdefault((each.agency, each.dataset, each.indicator), []).append(each)
    return list(rows.values())


def _cell(each: Expected) -> Cell:
    came = f"on {words.day(each.received_on, short=True)}" if each.received_on else each.reason
    return Cell(explain.arrival(each), each.state.value, explain.ARRIVALS[each.state][0], note=came)
