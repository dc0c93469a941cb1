"""The settings as a file: taken away, and read in again after a look at what that would change."""

from typing import NamedTuple

import streamlit as st

from dashboard.page_html import draw
from dashboard.settings_draft import ask_why, say
from dashboard.settings_parts import would_change
from metrics import words
from metrics.board import read_board
from metrics.board_settings.changes import Change
from metrics.board_settings.changing import NOTHING, history, keep_file
from metrics.board_settings.changing import would_change as changes_of
from metrics.board_settings.file import board_toml
from metrics.board_settings.preview import SettingsPreview, preview_settings
from metrics.store import Store

SEEN = "settings file"
MORE = (
    "The board’s own marks, the running order, annotations, questions and the mail server are changed by this file too. "
    "<code>scorecard template board</code> explains each line. Comments are not kept when it is read in."
)


class Seen(NamedTuple):
    """A file that was looked at: what it would change, and beside which version of the settings."""

    text: str
    version: int
    changes: tuple[Change, ...]
    preview: SettingsPreview


def file_part(store: Store) -> None:
    """Write the settings as a board.toml, and read one in."""
    draw(f"<h3>Export</h3><p>{MORE}</p>")
    st.download_button(
        "Download board.toml", board_toml(store.board), file_name="board.toml", mime="application/toml", on_click="ignore"
    )
    draw("<h3>Import</h3><p>What the file would change is shown first. A wrong file is refused, and nothing is changed.</p>")
    number = st.session_state.get("settings forms", 0)
    given = st.file_uploader("A board.toml", type=["toml"], key=f"board file {number}", max_upload_size=1, width=880)
    if given is None:
        st.session_state.pop(SEEN, None)
        return
    try:
        seen = _look_at(store, given.getvalue().decode("utf-8"))
    except UnicodeDecodeError:
        st.error("The board file is not text in UTF-8. Save it so in the editor. Nothing has been changed.")
    except ValueError as problem:
        st.error(f"{problem} Nothing has been changed.")
    else:
        _offer(store, seen)


def _look_at(store: Store, text: str) -> Seen:
    held: Seen | None = st.session_state.get(SEEN)
    if held is not None and held.text == text:
        return held
    version = history(store)[0].version
    after = read_board(text)
    seen = Seen(text, version, changes_of(store, after), preview_settings(store, after))
    st.session_state[SEEN] = seen
    return seen


def _offer(store: Store, seen: Seen) -> None:
    if not seen.changes:
        st.info(NOTHING)
        return
    draw(would_change(seen.changes, seen.preview))
    with st.form("keep the file", width=880):
        said = ask_why("file")
        pressed = st.form_submit_button("Keep these settings", type="primary")
    if not pressed:
        return
    try:
        found = keep_file(store, seen.text, said, seen=seen.version)
    except ValueError as problem:
        st.session_state.pop(SEEN, None)
        st.error(str(problem))
    else:
        st.session_state.pop(SEEN, None)
        say(f"{words.capital(words.count_of(len(found), 'setting'))} changed. The history has it.")
