"""Definitions: what each indicator counts and why, and the rules by which figures are judged."""

from html import escape

import streamlit as st

from dashboard.choices import asked_for
from dashboard.definition_list import definition_list, marks, rules, states
from dashboard.page_html import draw, style
from dashboard.store_access import the_store
from metrics import words
from metrics.catalogue import read_catalogue
from metrics.explain import matching

HEADING = """<header class="finding"><h1>Definitions</h1>
<p class="asks">What each indicator counts, and how figures are judged</p></header>"""


def page() -> None:
    """All definitions, those that have the words of `?q=`, or the one named by `?id=`; the marks alone for `?show=marks`."""
    style()
    board = the_store().board
    catalogue = read_catalogue()
    asked, text = asked_for("id"), _search()
    named = catalogue.get(asked)
    if asked and named is None:
        st.warning(f"There is no indicator called “{asked}”. All definitions are shown.")
    found = [named] if named and not text else matching(catalogue.values(), text)
    if asked_for("show") == "marks":
        draw(marks(board) + '<p><a href="definitions" target="_self">All definitions</a></p>')
        return
    draw(
        f'<p class="quiet">{escape(_said(len(found), len(catalogue)))}</p>'
        + definition_list(found, board, asked, all_open=bool(text))
    )
    if named and not text:
        draw('<p><a href="definitions" target="_self">All definitions</a></p>')
    draw('<p><a href="definitions?show=marks" target="_self">What the marks say, on one page</a></p>')
    draw(rules(board) + states())


def _search() -> str:
    draw(HEADING)
    typed = st.text_input("Search the definitions", value=asked_for("q"), key="q", type="search", on_change=_remember)
    return (typed or "").strip()


def _remember() -> None:
    if st.session_state["q"].strip():
        st.query_params["q"] = st.session_state["q"].strip()
    else:
        st.query_params.pop("q", None)


def _said(found: int, of: int) -> str:
    return words.count_of(of, "indicator") if found == of else f"{found} of {words.count_of(of, 'indicator')}"
