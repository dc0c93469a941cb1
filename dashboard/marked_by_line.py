"""The questions that members marked, by line, for whoever chairs: one press makes a challenge of one."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.page_html import draw
from dashboard.writing import day_field, kept, role, say_kept
from metrics import words
from metrics.board import Board
from metrics.clock import now
from metrics.editions import card_of_edition, edition, editions
from metrics.line import Line
from metrics.meeting_log.marked import Logged, OnLine, challenge_with, marked_questions
from metrics.meetings import MeetingDays, meeting_days
from metrics.store import Store

CHAIR = "Chair"


def questions_by_line(store: Store, days: MeetingDays) -> None:
    """The section of a meeting's page; nothing where no question was marked."""
    found = marked_questions(store, days.meeting)
    if not found:
        return
    draw(f'<h2 id="marked">Questions marked before the meeting</h2><p>{escape(_how_many(found))}</p>')
    say_kept()
    lines = _lines(store, days.meeting)
    if not lines:
        draw('<p class="quiet">Once the scorecard is frozen, one press here makes a challenge of a question.</p>')
    by, due = _who_and_when(store.board, days.meeting) if lines else ("", None)
    for group in found:
        draw(_heading(group, lines, days))
        for each in group.questions:
            _question(store, each, lines, by, due)


def _lines(store: Store, meeting: date) -> dict[str, Line]:
    """The lines of the newest issue, by indicator; none before the freeze."""
    if not editions(store, meeting):
        return {}
    return {each.indicator.id: each for each in card_of_edition(store, edition(store, meeting)).lines}


def _who_and_when(board: Board, meeting: date) -> tuple[str, date | None]:
    """Once for all of them: in which role challenges are logged, and by when they are to be answered."""
    following = min((each for each in board.meetings if each > meeting), default=None)
    first, second, _ = st.columns([1, 1, 1])
    with first:
        by = role("marked:role") or CHAIR
    with second:
        due = day_field("Answers due", meeting_days(board, following).data_due if following else None, "marked:due")
    return by, due


def _question(store: Store, each: Logged, lines: Mapping[str, Line], by: str, due: date | None) -> None:
    """One question with who asked it; and the press, or what came of it."""
    left, right = st.columns([3, 1], vertical_alignment="center")
    marked = each.marked
    with left:
        draw(
            f'<p class="marked"><b>{escape(marked.question)}</b>'
            f'<span class="note">Q{marked.number}: {escape(marked.asked_by)}, {escape(words.day(marked.marked_on))}</span></p>'
        )
    with right:
        if each.challenge:
            link = f"log?show=challenges&key={each.challenge.key}"
            draw(f'<p><a href="{escape(link)}" target="_self">Challenge {escape(each.challenge.reference)}</a></p>')
            return
        if not lines:
            return
        line = marked.indicator or _line_for(each, lines)
        pressed = st.button(f"Make Q{marked.number} a challenge", key=f"{marked.key}:challenge", disabled=not line)
    if pressed and line in lines:
        to = _to(store.board, lines[line])
        make = lambda: challenge_with(store, marked.key, to, by=by, at=now(), due=due, indicator=line)  # noqa: E731
        kept(make, f"Challenge logged: {marked.asked_by} asks {_name(store.board, to)}.")


def _line_for(each: Logged, lines: Mapping[str, Line]) -> str:
    """The line that a question without one is to hang on."""
    names = {name: line.indicator.title for name, line in lines.items()}
    return st.selectbox("On which line", list(names), None, names.__getitem__, key=f"{each.marked.key}:line") or ""


def _to(board: Board, line: Line) -> str:
    """The id of the agency that the line says to ask; of its owner where the board has that one no longer."""
    asked = [each.id for each in board.agencies if each.name in line.asked]
    owner = board.owner(line.indicator.owner)
    return asked[0] if asked else owner.id if owner else ""


def _name(board: Board, agency: str) -> str:
    return next((each.name for each in board.agencies if each.id == agency), agency)


def _heading(group: OnLine, lines: Mapping[str, Line], days: MeetingDays) -> str:
    """The line with what it says, and whom a challenge goes to."""
    line = lines.get(group.indicator)
    if not group.indicator:
        return f"<h3>{escape(group.title)}</h3>"
    link = urlencode({"id": group.indicator, "period": days.period.label})
    said = f'<p class="quiet">{escape(line.sentence)} To be asked: {escape(line.ask)}.</p>' if line else ""
    return f'<h3><a href="indicator?{escape(link)}" target="_self">{escape(group.title)}</a></h3>{said}'


def _how_many(found: Sequence[OnLine]) -> str:
    """`6 questions by 4 people, on 3 lines.`"""
    every = [one.marked for each in found for one in each.questions]
    people = len({each.asked_by.casefold() for each in every})
    lines = sum(bool(each.indicator) for each in found)
    return (
        f"{words.capital(words.count_of(len(every), 'question'))} in {words.count_of(people, 'role')}, "
        f"on {words.count_of(lines, 'line')}."
    )
