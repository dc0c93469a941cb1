"""Challenges and actions: what was asked and agreed, where each stands, and the forms that move them on."""

from collections.abc import Callable
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from dashboard import log_parts as parts
from dashboard.choices import asked_for, choose, choose_beside
from dashboard.log_forms import action_forms, agree_form, ask_form, challenge_forms
from dashboard.meeting_parts import actions_table, challenges_table
from dashboard.page_html import draw, style
from dashboard.store_access import the_store
from dashboard.writing import say_kept
from metrics import words
from metrics.clock import now
from metrics.meeting_log.actions import actions, counted_by_status, opening
from metrics.meeting_log.afterwards import afterwards
from metrics.meeting_log.challenges import challenges, counted_by_agency
from metrics.meeting_log.evidence import action_rows, as_csv, as_workbook, challenge_rows
from metrics.meeting_log.free_text import ABOUT_SERVICES
from metrics.store import Store

SHOWN = {"challenges": "Challenges", "actions": "Actions"}
EVERY = ""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page() -> None:
    """The log that `?show=` names, of the meeting named by `?meeting=`; one of them in full, by `?key=`."""
    style()
    store, today = the_store(), now().date()
    draw(f'<header class="finding"><h1>Challenges and actions</h1><p>{escape(ABOUT_SERVICES)}</p></header>')
    say_kept()
    first, second = st.columns([1, 2])
    with second:
        asked = asked_for("show") if asked_for("show") in SHOWN else "challenges"
        shown = choose_beside("Show", "show", list(SHOWN), asked, SHOWN.__getitem__)
    with first:
        meeting = _meeting(store)
    (_challenges if shown == "challenges" else _actions)(store, meeting, today)
    _downloads(store, today)


def _meeting(store: Store) -> date | None:
    known = {each.isoformat(): each for each in sorted(store.board.meetings, reverse=True)}
    asked = asked_for("meeting")
    chosen = choose(
        "Meeting",
        "meeting",
        [EVERY, *known],
        asked if asked in known else EVERY,
        lambda each: words.day(known[each]) if each else "All meetings",
    )
    return known.get(chosen)


def _challenges(store: Store, meeting: date | None, today: date) -> None:
    board, found = store.board, challenges(store, meeting=meeting)
    everything = [each.challenge for each in found]
    one = next((each for each in found if each.challenge.key == asked_for("key")), None)
    if one is not None:
        draw(parts.one_challenge(one.challenge, board, today, afterwards(store, one.challenge, today)))
        challenge_forms(store, one)
    draw(f"<h2>{escape(words.capital(words.count_of(len(everything), 'challenge')))}</h2>")
    if everything:
        draw(challenges_table(everything[::-1], board, today, "Challenges, the newest first"))
        draw("<h2>By agency</h2>" + parts.counts_table(counted_by_agency(board, everything, today)))
    ask_form(store, meeting)


def _actions(store: Store, meeting: date | None, today: date) -> None:
    board, every = store.board, actions(store)
    found = [each for each in every if meeting in {None, each.action.meeting}]
    one = next((each for each in found if each.action.key == asked_for("key")), None)
    if one is not None:
        draw(parts.one_action(one.action, board, today))
        action_forms(store, one, every)
    counts = counted_by_status([each.action for each in found], today)
    said = "; ".join(f"{number} {name.lower()}" for name, number in counts.items()) or "No actions"
    draw(f"<h2>{escape(said)}</h2>")
    still = [each.action for each in opening(found, date.max, today)]
    closed = [each.action for each in found if each.action.is_closed]
    if still:
        draw(actions_table(still, board, today, "Open actions, overdue first"))
    if closed:
        draw("<h2>Closed</h2>" + actions_table(closed[::-1], board, today, "Closed actions, the newest first"))
    agree_form(store, meeting, today)


def _downloads(store: Store, today: date) -> None:
    draw("<h2>As evidence</h2><p>Every challenge and every action, with what came of each.</p>")
    first, second, third, _ = st.columns([2, 2, 2, 2])
    sheets = partial(_workbook, store, today)
    with first:
        st.download_button("Both, as a workbook", sheets, file_name="challenges-and-actions.xlsx", mime=XLSX, on_click="ignore")
    for place, name, rows in ((second, "Challenges", challenge_rows), (third, "Actions", action_rows)):
        with place:
            text = partial(_csv, rows, store, today)
            st.download_button(f"{name}, as CSV", text, file_name=f"{name.lower()}.csv", mime="text/csv", on_click="ignore")


def _csv(rows: Callable[[Store, date], list[dict[str, str]]], store: Store, today: date) -> str:
    return as_csv(rows(store, today))


def _workbook(store: Store, today: date) -> bytes:
    return as_workbook({"Challenges": challenge_rows(store, today), "Actions": action_rows(store, today)})
