"""Asking an agency for what it has not sent: a text to copy, to open in a mail program, or to send, with its due days."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from dashboard.page_html import draw
from metrics import words
from metrics.clock import now
from metrics.explain import gaps as explain_gaps
from metrics.gaps.as_at import AsAt
from metrics.gaps.due_calendar import due_calendar
from metrics.gaps.mail import NotSent, keep_reminder, reminded_on, send_reminder
from metrics.gaps.missing import Expected
from metrics.gaps.reminder import Reminder, by_dataset, periods_of, reminder
from metrics.store import Store

ALL = ""


def remind(store: Store, found: Sequence[Expected], seen: AsAt, *, opened: bool) -> None:
    """The reminder for the gaps of one agency, or for one of them."""
    board, agency = store.board, found[0].agency
    named = board.agency(agency)
    with st.expander(f"Remind {named.name}: {words.count_of(len(found), 'gap')}", expanded=opened):
        draw(f'<p class="quiet">{escape(_whom(store, found[0]))}</p>')
        chosen = _about(found, agency)
        made = reminder(board, chosen, seen.day)
        st.code(made.text, language=None, wrap_lines=True)
        with st.container(horizontal=True):
            _send(store, made, agency)
            st.link_button("Open in a mail program", made.mail_link, disabled=not made.to)
            st.download_button(
                "Due days as a calendar (.ics)",
                data=partial(due_calendar, board, named, seen.day, now()),
                file_name=f"due-days-{agency}.ics",
                mime="text/calendar",
                on_click="ignore",
                key=f"ics-{agency}",
            )
            if st.button("I have sent it", key=f"sent-{agency}", help="Keeps the day, so that others see it"):
                keep_reminder(store, made)
                st.rerun()


def _whom(store: Store, gap: Expected) -> str:
    agency = store.board.agency(gap.agency)
    days = reminded_on(store, gap.agency)
    last = f"Last reminded {words.day(days[0])}." if days else "Not reminded before."
    addresses = ", ".join(address for _, address in agency.whom if address) or "no address is known"
    return f"{words.capital(explain_gaps.owner(agency))} ({addresses}). {last}"


def _about(found: Sequence[Expected], agency: str) -> list[Expected]:
    """All gaps, or those of one dataset."""
    same = {each[0].key: each for each in by_dataset(found)}
    if len(same) == 1:
        return list(found)
    names = {ALL: "everything that is missing"} | {
        key: f"{each[0].dataset_title}, {periods_of(each)}" for key, each in same.items()
    }
    asked: str = st.selectbox("About", list(names), format_func=names.__getitem__, key=f"about-{agency}")
    return [each for each in found if asked in {ALL, each.key}]


def _send(store: Store, made: Reminder, agency: str) -> None:
    """The button that sends it, where the board names a mail server."""
    if store.board.mail is None:
        return
    if st.button("Send it now", type="primary", key=f"send-{agency}", disabled=not made.to):
        try:
            calendar = due_calendar(store.board, store.board.agency(agency), now().date(), now())
            st.success(f"Sent to {send_reminder(store, made, calendar)}.")
        except NotSent as problem:
            st.error(str(problem))
