"""What's missing: which agency has not sent what, for which quarter, and a reminder ready to copy."""

from datetime import date
from html import escape

import streamlit as st

from dashboard.choices import asked_for, choose
from dashboard.gap_map import gap_key, gap_map
from dashboard.page_html import draw, draw_in, style
from dashboard.store_access import the_store
from metrics import explain, words
from metrics.board import Board
from metrics.clock import now
from metrics.meetings import last_finished_quarter
from metrics.missing import Expected, gaps, missing, quarters_to
from metrics.periods import Period
from metrics.reminder import reminder

QUARTERS = 8
EVERYONE = ""


def page() -> None:
    """All agencies, or the one named by `?agency=`, for two years of quarters up to `?until=`."""
    style()
    store, today = the_store(), now().date()
    board = store.board
    heading = st.container()
    first, second = st.columns([3, 1])
    with first:
        agency = _asked_agency(board)
    with second:
        last = _asked_quarter(today)
    found = missing(store, quarters_to(last, QUARTERS), today)
    expected = [each for each in found if agency in {EVERYONE, each.agency}]
    draw_in(
        heading,
        f'<header class="finding"><p class="kicker">What’s missing · {escape(board.name)}</p>'
        f"<h1>{escape(explain.missing_headline(expected))}</h1></header>",
    )
    if not expected:
        st.write("The board file names no agency that sends a dataset, and nothing has been received.")
        return
    draw(gap_key() + gap_map(expected))
    for asked in gaps(expected).values():
        _ask(board, asked)


def _asked_agency(board: Board) -> str:
    names = {EVERYONE: "All agencies", **{each.id: each.name for each in board.agencies}}
    asked = asked_for("agency")
    if asked not in names:
        st.warning(f"There is no agency called “{asked}” on this board. All agencies are shown.")
        asked = EVERYONE
    return choose("Agency", "agency", list(names), asked, lambda each: names[each])


def _asked_quarter(today: date) -> Period:
    """The last quarter of the table: the newest that has ended, unless the link names an earlier one."""
    newest = last_finished_quarter(today)
    offered = {each.label: each for each in reversed(quarters_to(newest, 3 * QUARTERS))}
    asked = asked_for("until")
    if asked and asked not in offered:
        st.warning(f"“{asked}” is not one of the last quarters. Write it as {newest.label}. The newest is shown.")
    current = asked if asked in offered else newest.label
    return offered[choose("Up to", "until", list(offered), current, words.period)]


def _ask(board: Board, found: list[Expected]) -> None:
    first = found[0]
    whom = " · ".join(part for part in (first.lead, first.contact) if part) or "No contact is named in the board file."
    draw(f'<h2>Ask {escape(first.agency_name)}</h2><p class="quiet">{escape(whom)}</p>')
    st.code(reminder(board.name, found, board.next_meeting(now().date())), language=None, wrap_lines=True)
