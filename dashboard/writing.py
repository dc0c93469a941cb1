"""What every form for free text has: who writes, in which role, how long, and what never to write."""

import os
from collections.abc import Callable
from datetime import date

import streamlit as st

from dashboard.choices import asked_for, choose
from metrics.board import Agency, Board
from metrics.meeting_log.entries import Overtaken
from metrics.meeting_log.free_text import ABOUT_SERVICES, LONGEST

NOBODY = ""


def asked_agency(board: Board) -> Agency | None:
    """The agency that writes: the address names it, or this machine's setting, or it is chosen."""
    names = {NOBODY: "Choose your agency", **{each.id: each.name for each in board.agencies}}
    asked = asked_for("agency") or os.environ.get("SCORECARD_AGENCY", "")
    chosen = choose("Agency", "agency", list(names), asked if asked in names else NOBODY, lambda each: names[each])
    return next((each for each in board.agencies if each.id == chosen), None)


def role(key: str) -> str:
    """In which role somebody writes; remembered for the session."""
    typed = st.text_input(
        "Your role",
        value=st.session_state.get("role", ""),
        max_chars=80,
        placeholder="such as named nurse: not a name",
        key=key,
    )
    return (typed or "").strip()


def words_field(label: str, held: str, key: str) -> str:
    """A field for words about services, with what never to write at hand."""
    typed = st.text_area(label, value=held, max_chars=LONGEST, height=100, placeholder=ABOUT_SERVICES, key=key)
    return typed or ""


def day_field(label: str, held: date | None, key: str) -> date | None:
    """A day, or none."""
    found: date | None = st.date_input(label, value=held, format="DD/MM/YYYY", key=key)
    return found


def kept(save: Callable[[], object], said: str) -> Overtaken | None:
    """Save, and say so; or say why not. Returns what somebody else saved meanwhile: nothing of either is lost."""
    try:
        save()
    except Overtaken as answer:
        st.error(str(answer))
        return answer
    except ValueError as problem:
        st.error(str(problem))
    else:
        st.session_state["writing said"] = said
        st.rerun()
    return None


def say_kept() -> None:
    """What the last press of a button came to."""
    if "writing said" in st.session_state:
        st.success(st.session_state.pop("writing said"))
