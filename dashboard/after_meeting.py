"""On the page of a meeting: what it opens with, what was asked and agreed there, and its minutes, to be read or taken away."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from dashboard.from_last import from_last_meeting
from dashboard.html_table import Cell, Row, html_table
from dashboard.meeting_parts import actions_table, challenges_table
from dashboard.page_html import draw
from metrics.board import Board
from metrics.clock import now
from metrics.meeting_log.actions import Action, actions
from metrics.meeting_log.actions import opening as opening_actions
from metrics.meeting_log.challenges import Challenge, challenges
from metrics.meeting_log.from_last import from_last
from metrics.minutes import FORMATS, Format, Section, file_name, minutes_of, opening, sections, written
from metrics.store import Store

TITLE = "After the meeting"
OFFERED: tuple[Format, ...] = ("docx", "xlsx", "ics", "text")
IN_PUBLIC = "The version for the public"
HERE = "Read the minutes here"
HOLDS = """The minutes hold what was read, a neutral line for each exception and each line that was spoken of, challenges,
actions, what was missing and what came late. The version for the public leaves out figures and what was written for the board
alone."""


def opens_with(store: Store, meeting: date, today: date) -> None:
    """What a coming meeting opens with; nothing where no earlier one asked or agreed anything."""
    found = from_last(store, meeting, today)
    if found is not None:
        draw(from_last_meeting(found, store.board, today))


def after_meeting(store: Store, meeting: date) -> None:
    """What was logged, and the minutes in every kind of file, made when they are asked for."""
    draw(f"<h2>{TITLE}</h2><p>{HOLDS}</p>")
    with st.container(horizontal=True, gap="medium"):
        public = st.toggle(IN_PUBLIC, key="minutes public")
        shown = st.toggle(HERE, key="minutes shown")
    with st.container(horizontal=True):
        for kind in OFFERED:
            st.download_button(
                FORMATS[kind].called,
                partial(_file, store, meeting, kind, public),
                file_name=file_name(meeting, kind, public=public),
                mime=FORMATS[kind].media_type,
                on_click="ignore",
            )
    if shown:
        minutes = minutes_of(store, meeting, now(), public=public)
        draw(f'<div class="said">{"".join(f"<p>{escape(each)}</p>" for each in opening(minutes))}</div>')
        draw("".join(_html(each, 3) for each in sections(minutes)))


def asked_and_agreed(store: Store, meeting: date, today: date) -> None:
    """The challenges and actions of a meeting; of one that was held, also what earlier ones leave open today."""
    board = store.board
    asked = [each.challenge for each in challenges(store)]
    agreed = actions(store)
    here = [each for each in asked if each.meeting == meeting]
    mine = [each.action for each in agreed if each.action.meeting == meeting]
    _both("Challenges and actions of this meeting", here, mine, board, today)
    if meeting < today:
        earlier = [each for each in asked if each.meeting < meeting and not each.closed_on]
        still = [each.action for each in opening_actions(agreed, meeting, today)]
        _both("Still open today from earlier meetings", earlier, still, board, today)
    link = f"log?meeting={meeting.isoformat()}"
    draw(f'<p><a href="{link}" target="_self">Log a challenge or an action, answer, update</a></p>')


def _both(title: str, asked: Sequence[Challenge], agreed: Sequence[Action], board: Board, today: date) -> None:
    if asked or agreed:
        draw(f"<h2>{escape(title)}</h2>")
    if asked:
        draw(challenges_table(asked, board, today, f"{title}: challenges"))
    if agreed:
        draw(actions_table(agreed, board, today, f"{title}: actions"))


def _file(store: Store, meeting: date, kind: Format, public: bool) -> bytes:
    return written(minutes_of(store, meeting, now(), public=public), kind)


def _html(section: Section, level: int) -> str:
    said = "".join(f"<p>{escape(each)}</p>" for each in section.said)
    points = "".join(f"<li>{escape(each)}</li>" for each in section.points)
    listed = f'<ul class="plain">{points}</ul>' if points else ""
    parts = "".join(_html(each, level + 1) for each in section.parts)
    return f"<h{level}>{escape(section.heading)}</h{level}>{said}{listed}{_table(section)}{parts}"


def _table(section: Section) -> str:
    if section.table is None:
        return ""
    rows: list[Row] = [[Cell(cell, "lines") for cell in row] for row in section.table.rows]
    return html_table(section.table.caption, section.table.heads, rows, look="stack", hide_caption=True)
