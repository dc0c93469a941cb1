"""Agencies by datasets by quarters: what came, what came late, what did not come. Shape, words and colour together."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from dashboard.html_table import Cell, Row, html_table
from metrics import explain, words
from metrics.board import Board
from metrics.explain import gaps as explain_gaps
from metrics.gaps.missing import Arrival, Expected


def gap_map(expected: Sequence[Expected], board: Board) -> str:
    """For each agency a heading with its owner, one row for each dataset, one column for each period, the newest first."""
    periods = list(dict.fromkeys(each.period.label for each in expected))[::-1]
    rows: list[Row] = []
    for agency, mine in groupby(_by_row(expected), key=lambda same: same[0].agency):
        rows.append([Cell(board.agency(agency).name, note=explain_gaps.owner(board.agency(agency)))])
        rows += [[same[0].dataset_title, *(_cell(each) for each in same[::-1])] for same in mine]
    headings: Row = ["Dataset or figure, by agency", *(words.short_period(each) for each in periods)]
    return html_table("What came of each dataset and returned figure for each quarter", headings, rows, look="heat")


def gap_key(expected: Sequence[Expected]) -> str:
    """What the marks mean, of those that are there."""
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
    shown = {each.state for each in expected}
    items = "".join(
        f'<li><span aria-hidden="true">{explain.ARRIVALS[state][0]}</span> {escape(said)}</li>'
        for state, said in meanings.items()
        if state in shown
    )
    return f'<ul class="heat-key" aria-label="Key">{items}</ul>'


def _by_row(expected: Sequence[Expected]) -> list[list[Expected]]:
    rows: dict[str, list[Expected]] = {}
    for each in expected:
        rows.setdefault(f"{each.key}.{bool(each.indicator)}", []).append(each)
    return list(rows.values())


def _cell(each: Expected) -> Cell:
    came = f"came {words.day(each.received_on, short=True)}" if each.received_on and each.state is not Arrival.RECEIVED else ""
    unsigned = "not signed off" if each.unsigned else ""
    note = "; ".join(part for part in (each.reason, came, unsigned) if part)
    return Cell(explain.arrival(each), each.state.value, explain.ARRIVALS[each.state][0], note=note)
