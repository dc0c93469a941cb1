"""The board's priorities on one page: where each stands, and the way into its own scorecard."""

from html import escape

import streamlit as st

from dashboard.asking import ask_period, card_of
from dashboard.priority_table import priority_table
from dashboard.store_access import the_store, version_of
from metrics import words
from metrics.clock import now
from metrics.priorities import finding, overview

NONE_CHOSEN = """<h1>The board has not named its priorities</h1>
<p>They stand in the board file: a name, and the indicators that belong to it, one by one or by their themes.</p>
<pre>[[priorities]]
name = "Neglect"
themes = ["neglect"]</pre>"""


def page() -> None:
    store = the_store()
    board, version, day = store.board, version_of(store), now().date()
    if not board.priorities:
        st.html(f'<div class="scorecard">{NONE_CHOSEN}</div>')
        return
    with st.columns(5, gap="small")[0]:
        period = ask_period(store, version, day)
    found = overview(card_of(store, period.label, version, day), board.priorities)
    basis = f"<b>{escape(words.period(period.label))}</b>, {escape(words.span(period.first_day, period.last_day))}"
    top = f'<h1>{escape(finding(found))}</h1><p class="basis">{escape(board.name)} · {basis}</p>'
    st.html(f'<div class="scorecard"><header class="top">{top}</header>{priority_table(found, period)}</div>')
