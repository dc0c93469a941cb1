"""What's missing: which agency has not sent what, whose it is, since when and why; reminders, sign-off, records, ages."""

from datetime import date
from html import escape

import streamlit as st

from dashboard.choices import asked_for, choose
from dashboard.gap_map import gap_key, gap_map
from dashboard.gap_parts import ages, clock, records, to_ask
from dashboard.page_html import draw, draw_in, style
from dashboard.reminding import remind
from dashboard.signing import signing
from dashboard.store_access import the_store
from metrics import explain, words
from metrics.board import Board
from metrics.clock import now
from metrics.gaps.as_at import AsAt, as_at
from metrics.gaps.data_age import data_ages
from metrics.gaps.missing import Expected, gaps, missing, quarters_to
from metrics.gaps.punctuality import punctuality
from metrics.gaps.reminder import for_the_minutes
from metrics.gaps.sign_offs import signed_on
from metrics.periods import Period
from metrics.store import Store

QUARTERS = 8
EVERYONE = ""
NOW = ""
PAST = 6
"""How many past meetings are offered."""


def page() -> None:
    """All agencies, or the one named by `?agency=`; now, or as it stood at `?meeting=`; two years of quarters to `?until=`."""
    style()
    store, today = the_store(), now().date()
    board = store.board
    heading = st.container()
    first, second, third = st.columns([2, 2, 1])
    with first:
        agency = _asked_agency(board)
    with second:
        seen = _asked_meeting(board, today)
    with third:
        last = _asked_quarter(seen)
    found = missing(store, quarters_to(last, QUARTERS), seen.day, seen.known_at)
    expected = [each for each in found if agency in {EVERYONE, each.agency}]
    draw_in(
        heading,
        f'<header class="finding"><p class="kicker">What’s missing · {escape(board.name)}{_as_it_stood(seen)}</p>'
        f"<h1>{escape(explain.missing_headline(expected))}</h1></header>{clock(board, seen)}",
    )
    if not expected:
        st.write("The board file names no agency that sends a dataset, and nothing has been received.")
        return
    _asking(store, expected, seen)
    draw("<h2>What came of every dataset</h2>" + gap_key(expected) + gap_map(expected, board))
    draw('<p><a href="data_quality" target="_self">How good the files are that came</a></p>')
    if agency != EVERYONE and seen.known_at is None:
        signing(store, agency)
    _beneath(store, expected, seen, last)


def _asking(store: Store, expected: list[Expected], seen: AsAt) -> None:
    """What can be asked for, and the reminders; of a past meeting only the list."""
    found = gaps(expected)
    title = "To ask for now" if seen.known_at is None else "What had not come"
    draw(f"<h2>{title}</h2>" + to_ask(found, store.board))
    if seen.known_at is None:
        for each in found.values():
            remind(store, each, seen, opened=len(found) == 1)


def _beneath(store: Store, expected: list[Expected], seen: AsAt, last: Period) -> None:
    draw("<h2>For the minutes</h2>")
    st.code(for_the_minutes(expected, seen.day), language=None, wrap_lines=True)
    with store.cursor() as cursor:
        signed = signed_on(cursor, seen.known_at)
    draw("<h2>In time, meeting by meeting</h2>" + records(punctuality(expected, seen.day), signed))
    named = {each.agency_name for each in expected}
    found = data_ages(store, last, seen.meeting, seen.day, seen.known_at) if seen.meeting else []
    draw("<h2>How old the figures are at the meeting</h2>" + ages([each for each in found if each.owner in named], seen))


def _as_it_stood(seen: AsAt) -> str:
    return f" · as it stood at the meeting of {escape(words.day(seen.meeting))}" if seen.known_at else ""


def _asked_agency(board: Board) -> str:
    names = {EVERYONE: "All agencies", **{each.id: each.name for each in board.agencies}}
    asked = asked_for("agency")
    if asked not in names:
        st.warning(f"There is no agency called “{asked}” on this board. All agencies are shown.")
        asked = EVERYONE
    return choose("Agency", "agency", list(names), asked, lambda each: names[each])


def _asked_meeting(board: Board, today: date) -> AsAt:
    """Now, before the next meeting; or a past meeting, with what was known then."""
    ahead = board.next_meeting(today)
    past = sorted((each for each in board.meetings if each < today), reverse=True)[:PAST]
    names = {NOW: f"Now; the board meets on {words.day(ahead)}" if ahead else "Now; no meeting is planned"}
    names |= {each.isoformat(): f"As at the meeting of {words.day(each)}" for each in past}
    asked = asked_for("meeting")
    if asked not in names:
        st.warning(f"“{asked}” is not one of the last meetings. What is missing now is shown.")
        asked = NOW
    chosen = choose("As at", "meeting", list(names), asked, lambda each: names[each])
    return as_at(board, today, date.fromisoformat(chosen) if chosen else None)


def _asked_quarter(seen: AsAt) -> Period:
    """The last quarter of the table: the newest that had ended, unless the link names an earlier one."""
    offered = {each.label: each for each in reversed(quarters_to(seen.last, 3 * QUARTERS))}
    asked = asked_for("until")
    if asked and asked not in offered:
        st.warning(f"“{asked}” is not one of the last quarters. Write it as {seen.last.label}. The newest is shown.")
    current = asked if asked in offered else seen.last.label
    return offered[choose("Up to", "until", list(offered), current, words.period)]
