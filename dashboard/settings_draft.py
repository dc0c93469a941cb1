"""A change of settings on its way: filled in, looked at with what it would do, then kept. Nothing that was typed is lost."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import streamlit as st

from dashboard.page_html import draw
from dashboard.settings_parts import theirs, would_change
from dashboard.writing import role
from metrics import words
from metrics.board_settings.changes import Change
from metrics.board_settings.changing import NOTHING, Edit, SettingOvertaken, keep_edits, value_at, with_edits
from metrics.board_settings.changing import would_change as changes_of
from metrics.board_settings.preview import SettingsPreview, preview_settings
from metrics.board_settings.versions import SetBy
from metrics.meeting_log.free_text import LONGEST
from metrics.store import Store

BEGUN, DRAFT, SAID = "settings begun", "settings draft", "writing said"
Fill = Callable[[dict[str, Any], str], Sequence[Any] | None]
"""Draws the fields of some settings, given how they stood and a key; gives them as filled in, or None while nothing is sent."""


class Draft(NamedTuple):
    """What was filled in for some places, and what it would do."""

    places: tuple[str, ...]
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]
    seen: SettingsPreview


def change_form(store: Store, places: tuple[str, ...], fill: Fill) -> None:
    """The form of some settings, and beneath it what would change and the button that keeps it."""
    begun = _begun(store, places)
    sent = _filled(fill, begun, f"{'+'.join(places)}:{_count()}")
    if sent is not None:
        _look_at(store, tuple(Edit(place, begun[place], new) for place, new in zip(places, sent, strict=True)))
    draft: Draft | None = st.session_state.get(DRAFT)
    if draft is not None and draft.places == places:
        _offer(store, draft)


def ask_why(key: str) -> SetBy:
    """In which role somebody changes a setting, and why."""
    first, second = st.columns([1, 2])
    with first:
        by = role(f"{key}:role")
    with second:
        because = st.text_input("Why", max_chars=LONGEST, key=f"{key}:why", placeholder="such as agreed by the executive board")
    st.session_state["role"] = by
    return SetBy(by, because or "")


def say(text: str) -> None:
    """Say on the next run what was done, and begin every form anew."""
    st.session_state["settings forms"] = _count() + 1
    st.session_state[SAID] = text
    for each in (BEGUN, DRAFT):
        st.session_state.pop(each, None)
    st.rerun()


def _count() -> int:
    """How many changes this session has made: fields begin anew after each."""
    return int(st.session_state.get("settings forms", 0))


def _begun(store: Store, places: tuple[str, ...]) -> dict[str, Any]:
    """The settings as they stood when this form was first seen: what others change later does not move it."""
    held = st.session_state.get(BEGUN)
    if held is None or tuple(held) != places:
        board = store.board
        held = {each: value_at(board, each) for each in places}
        st.session_state[BEGUN] = held
        st.session_state.pop(DRAFT, None)
    return dict(held)


def _filled(fill: Fill, begun: dict[str, Any], key: str) -> Sequence[Any] | None:
    try:
        return fill(begun, key)
    except ValueError as problem:
        st.session_state.pop(DRAFT, None)
        st.error(str(problem))
        return None


def _look_at(store: Store, edits: tuple[Edit, ...]) -> None:
    """Work out what was filled in would change; say so where it could not be kept."""
    st.session_state.pop(DRAFT, None)
    try:
        with st.spinner("Working out what would change"):
            after = with_edits(store.board, edits)
            changes = changes_of(store, after)
            if not changes:
                st.info(NOTHING)
                return
            seen = preview_settings(store, after)
    except ValueError as problem:
        st.error(str(problem))
        return
    st.session_state[DRAFT] = Draft(tuple(each.place for each in edits), edits, changes, seen)


def _offer(store: Store, draft: Draft) -> None:
    draw(would_change(draft.changes, draft.seen))
    key = "+".join(draft.places)
    with st.form(f"{key}:keep", width=880):
        said = ask_why(f"{key}:keep")
        keep, leave, _ = st.columns([2, 2, 3])
        with keep:
            kept = st.form_submit_button("Keep this change", type="primary")
        with leave:
            left = st.form_submit_button("Leave it as it was")
    if left:
        say("Nothing has been changed.")
    if kept:
        _keep(store, draft, said)


def _keep(store: Store, draft: Draft, said: SetBy) -> None:
    try:
        found = keep_edits(store, draft.edits, said)
    except SettingOvertaken as told:
        st.error(str(told))
        draw(theirs(told.theirs))
        st.session_state[BEGUN] = {**st.session_state[BEGUN], told.place: told.theirs}
        st.session_state[DRAFT] = draft._replace(edits=tuple(_upon(each, told) for each in draft.edits))
    except ValueError as problem:
        st.error(str(problem))
    else:
        say(f"{words.capital(words.count_of(len(found), 'setting'))} changed. The history has it.")


def _upon(edit: Edit, told: SettingOvertaken) -> Edit:
    """The same wish, standing upon what somebody else has set meanwhile: the next press is a choice made with open eyes."""
    return edit._replace(begun=told.theirs) if edit.place == told.place else edit
