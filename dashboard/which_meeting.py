"""Which meeting a page is about: the address names it, or it is the next one, or the last."""

from datetime import date

import streamlit as st

from dashboard.choices import asked_for, choose
from metrics import words
from metrics.board import Board

NO_MEETINGS = """<h1>The board has named no meetings</h1>
<p>They stand in the board file: <code>meetings = [2026-12-10]</code></p>"""


def meeting_named(board: Board, today: date) -> date:
    """The meeting that the address names, else the next, else the last. Says so where the board does not meet on that day."""
    known = {each.isoformat(): each for each in board.meetings}
    following = board.next_meeting(today) or max(board.meetings)
    asked = asked_for("meeting")
    if asked and asked not in known:
        st.warning(f"The board does not meet on “{asked}”. This is the meeting of {words.day(following)}.")
    return known.get(asked, following)


def choose_meeting(board: Board, current: date) -> date:
    """A list of the board's meetings, the newest first; the address holds the choice."""
    known = {each.isoformat(): each for each in sorted(board.meetings, reverse=True)}
    return known[choose("Meeting", "meeting", list(known), current.isoformat(), lambda each: words.day(known[each]))]
