"""Signing off: the person of an agency who answers for its data says that the figures are its own."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.html_table import Cell, Row, html_table
from dashboard.page_html import draw
from metrics import words
from metrics.datasets import contract
from metrics.gaps.sign_offs import SENTENCE, NotSigned, Signed, sign_off, signed_on
from metrics.standing import Received
from metrics.store import Store


def signing(store: Store, agency: str) -> None:
    """What waits for an agency's sign-off, who signed last, and the button."""
    with store.cursor() as cursor:
        signed = signed_on(cursor)
    waits = signed.waiting(agency)
    draw(f"<h2>Sign off</h2><p>{escape(_last(signed, store, agency))}</p>")
    if not waits:
        return
    draw(_waiting(waits))
    whom = [name for name, _ in store.board.agency(agency).whom if name]
    with st.form(f"sign-{agency}", border=False):
        name = st.text_input("Your name, and what you are in your agency", value=whom[0] if whom else "", key=f"signs-{agency}")
        note = st.text_input("What is to be known of these figures (no child’s name)", key=f"note-{agency}")
        pressed = st.form_submit_button(f"“{SENTENCE}” Sign off {words.count_of(len(waits), 'submission')}", type="primary")
    if pressed:
        _sign(store, agency, name or "", note or "", waits)


def _sign(store: Store, agency: str, name: str, note: str, waits: Sequence[Received]) -> None:
    try:
        sign_off(store, agency, name, note=note, submissions=[each.submission_id for each in waits])
    except NotSigned as problem:
        st.error(str(problem))
    else:
        st.rerun()


def _last(signed: Signed, store: Store, agency: str) -> str:
    last, name = signed.newest(agency), store.board.agency(agency).name
    if last is None:
        return f"Nobody of {name} has signed off yet."
    note = f" “{last.note}”" if last.note else ""
    count = words.count_of(len(last.submissions), "submission")
    return f"Last signed off by {last.signed_by} on {words.moment(last.signed_at)}: {count}.{note}"


def _waiting(waits: Sequence[Received]) -> str:
    headings: Row = ["Not signed off", "Covers", "Received", Cell("Number", "number")]
    rows: list[Row] = [
        [
            contract(each.dataset).title,
            words.span(each.covers_from, each.covers_to),
            words.moment(each.received_at),
            Cell(str(each.submission_id), "number"),
        ]
        for each in waits
    ]
    return html_table("Submissions that wait for a sign-off", headings, rows, look="snug stack", hide_caption=True)
