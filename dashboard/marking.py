"""Marking a question for a meeting: a button that opens one field, with what could be asked; and taking one's own back."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import NamedTuple

import streamlit as st

from dashboard.page_html import draw
from dashboard.writing import kept, role
from metrics import words
from metrics.clock import now
from metrics.meeting_log.free_text import ABOUT_SERVICES
from metrics.meeting_log.marked import LONGEST, Logged, OnLine, mark_question, withdraw
from metrics.store import Store


class Place(NamedTuple):
    """Where a question is marked: the meeting, and the indicator of a line, empty for none. `name` tells places apart."""

    meeting: date
    indicator: str
    name: str

    @property
    def key(self) -> str:
        return f"mark:{self.meeting.isoformat()}:{self.name}"


def my_role() -> str:
    """In which role this session's reader asks; empty until they have said so once."""
    return str(st.session_state.get("role", ""))


def is_mine(each: Logged) -> bool:
    """Whether this session's reader marked it."""
    return bool(my_role()) and each.marked.asked_by.casefold() == my_role().casefold()


def mark_here(store: Store, place: Place, label: str, suggestions: Sequence[str]) -> None:
    """The button, and when it was pressed the field."""
    is_open = st.session_state.get("marking") == place.key
    st.button("Close" if is_open else label, key=f"{place.key}:open", on_click=_turn, args=(place.key, is_open))
    if is_open:
        mark_form(store, place, suggestions)


def mark_form(store: Store, place: Place, suggestions: Sequence[str]) -> None:
    """One field for the question; under it what could be asked, which a press puts into the field to be kept or changed."""
    field = f"{place.key}:{place.indicator}:text"
    with st.form(f"{field}:form", width=700):
        question = st.text_area("Your question", max_chars=LONGEST, height=100, placeholder=ABOUT_SERVICES, key=field)
        by = my_role() or role(f"{field}:role")
        pressed = st.form_submit_button("Mark it for the meeting", type="primary")
    if pressed:
        kept(lambda: _mark(store, place, question or "", by), "Marked. The chair will see it.")
    if suggestions:
        draw('<p class="quiet">Or begin with one of these:</p>')
    for number, text in enumerate(suggestions):
        st.button(text, key=f"{field}:{number}", on_click=_put, args=(field, text), width=700)


def say_marked() -> None:
    """What the last press came to: it moves with the reader, for the place where it was pressed has closed."""
    if "writing said" in st.session_state:
        st.toast(st.session_state.pop("writing said"), duration="long")


def marked_here(found: Sequence[OnLine], indicator: str) -> str:
    """What was marked on a line: one's own in full, others' by their number."""
    there = [one for each in found if each.indicator == indicator for one in each.questions]
    mine = [each.marked.question for each in there if is_mine(each)]
    rest = len(there) - len(mine)
    said = [*(f"You marked: “{each}”" for each in mine)]
    if rest:
        more = "more " if mine else ""
        said.append(f"{words.capital(words.count_of(rest, f'{more}question', f'{more}questions'))} marked by others.")
    return f'<p class="marked">{" ".join(escape(each) for each in said)}</p>' if said else ""


def my_questions(store: Store, found: Sequence[OnLine]) -> None:
    """One's own questions, each with a button that takes it back; and who one is."""
    if not my_role():
        draw("<p>Those that you marked earlier are shown when you give your role.</p>")
        with st.columns([1, 2])[0]:
            _ask_role()
        return
    mine = [(each.title, one) for each in found for one in each.questions if is_mine(one)]
    if not mine:
        draw(f"<p>You have marked none as {escape(my_role())}.</p>")
    for title, one in mine:
        _mine(store, title, one)
    st.button(f"I am not “{my_role()}”", key="mark:not me", type="tertiary", on_click=_forget_role)


def _mine(store: Store, title: str, one: Logged) -> None:
    marked = one.marked
    became = f" It is challenge {one.challenge.reference} now." if one.challenge else ""
    note = f'<span class="note">Q{marked.number}: {escape(title)}</span>'
    left, right = st.columns([4, 1], vertical_alignment="center")
    with left:
        draw(f"<p><b>{escape(marked.question)}</b>{escape(became)}{note}</p>")
    with right:
        pressed = not one.challenge and st.button(f"Take back Q{marked.number}", key=f"{marked.key}:back")
    if pressed:
        kept(lambda: withdraw(store, marked.key, by=my_role(), based_on=one.version, at=now()), "Taken back.")


def _mark(store: Store, place: Place, question: str, by: str) -> None:
    mark_question(store, place.meeting, question, asked_by=by, at=now(), indicator=place.indicator)
    st.session_state["role"] = by
    st.session_state.pop("marking", None)


def _ask_role() -> None:
    by = st.text_input("The role you marked them in", max_chars=80, key="mark:role")
    if by and by.strip():
        st.session_state["role"] = by.strip()
        st.rerun()


def _turn(key: str, is_open: bool) -> None:
    st.session_state["marking"] = "" if is_open else key


def _put(field: str, text: str) -> None:
    st.session_state[field] = text


def _forget_role() -> None:
    st.session_state.pop("role", None)
