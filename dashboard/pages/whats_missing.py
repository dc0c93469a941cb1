"""What's missing: which agency has not sent what, for which quarter, and a reminder ready to copy."""

from html import escape

import streamlit as st

from dashboard.choices import asked_for, choose
from dashboard.gap_map import gap_key, gap_map
from dashboard.page_html import draw, draw_in, style
from dashboard.store_access import the_store
from metrics import explain
from metrics.board import Board
from metrics.missing import Expected, gaps, missing, recent_quarters
from metrics.reminder import reminder
from metrics.store import now

QUARTERS = 8
EVERYONE = ""


def page() -> None:
    """All agencies, or the one named by `?agency=`."""
    style()
    store, today = the_store(), now().date()
    board = store.board
    heading = st.container()
    agency = _asked_agency(board)
    expected = [each for each in missing(store, recent_quarters(QUARTERS, today), today) if agency in {EVERYONE, each.agency}]
    draw_in(
        heading,
        f'<header class="finding"><p class="kicker">What’s missing · {escape(board.name)}</p>'
        f"<h1>{escape(explain.missing_headline(expected))}</h1></header>",
    )
    if not expected:
        st.write("The board file names no agency that sends a dataset, and nothing has been received.")
        return
    draw(gap_key() + gap_map(expected))
    for found in gaps(expected).values():
        _ask(board, found)


def _asked_agency(board: Board) -> str:
    names = {EVERYONE: "All agencies", **{each.id: each.name for each in board.agencies}}
    asked = asked_for("agency")
    if asked not in names:
        st.warning(f"There is no agency called “{asked}” on this board. All agencies are shown.")
        asked = EVERYONE
    return choose("Agency", "agency", list(names), asked, lambda each: names[each])


def _ask(board: Board, found: list[Expected]) -> None:
    first = found[0]
    whom = " · ".join(part for part in (first.lead, first.contact) if part) or "No contact is named in the board file."
    draw(f'<h2>Ask {escape(first.agency_name)}</h2><p class="quiet">{escape(whom)}</p>')
    st.code(reminder(board.name, found, board.next_meeting(now().date())), language=None, wrap_lines=True)
