"""Pre-read: before a meeting a member reads five things in five minutes, and marks the questions to be asked there."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from dashboard import pre_read_parts as parts
from dashboard.asking import card_of
from dashboard.marking import Place, mark_form, mark_here, marked_here, my_questions, say_marked
from dashboard.page_html import draw, draw_in, style
from dashboard.pre_read_parts import Paper
from dashboard.store_access import the_store, version_of
from dashboard.which_meeting import NO_MEETINGS, choose_meeting, meeting_named
from metrics import words
from metrics.asking.bank import bank_of
from metrics.asking.questions import questions_for
from metrics.clock import now
from metrics.editions import card_of_edition, edition, editions, text_of
from metrics.editions.changes import what_changed
from metrics.line import Line
from metrics.meeting_log.actions import actions
from metrics.meeting_log.challenges import challenges
from metrics.meeting_log.commentary import commentaries, words_of
from metrics.meeting_log.marked import ON_NO_LINE, OnLine, marked_questions
from metrics.meetings import MeetingDays, meeting_days
from metrics.pre_read import Thing, five_things, logs_for
from metrics.pre_read import words as pre_read_words
from metrics.store import Store


def page() -> None:
    """The pre-read of the meeting named by `?meeting=`: else of the next one, or the last."""
    style()
    store, today = the_store(), now().date()
    board = store.board
    if not board.meetings:
        draw(NO_MEETINGS)
        return
    say_marked()
    heading = st.container()
    days = meeting_days(board, meeting_named(board, today))
    paper = _paper(store, days, today)
    logs = logs_for(days.meeting, [each.challenge for each in challenges(store)], [each.action for each in actions(store)])
    chosen = {each.indicator.id for each in paper.card.lines for one in board.priorities if one.holds(each.indicator)}
    things = five_things(paper.card.lines, logs, chosen)
    shown = [parts.one(number, each, paper, board, today) for number, each in enumerate(things, start=1)]
    told = [each for thing in things for each in (thing.waits, thing.agreed)]
    rest = (
        parts.from_last_time([each for each in logs.due if each not in told], board, today)
        + parts.also_in_the_paper(paper, things, board, days.meeting)
        + parts.the_meeting(paper, days, today)
    )
    brief = parts.in_brief(things, board, today)
    draw_in(
        heading, f'<div class="pre-read">{parts.head(paper, days, board, today, "".join([brief, *shown, rest]))}{brief}</div>'
    )
    _things(store, days, paper, things, shown, today)
    draw(rest)
    with st.container(key="another_meeting"), st.columns([1, 2])[0]:
        choose_meeting(board, days.meeting)


def _paper(store: Store, days: MeetingDays, today: date) -> Paper:
    """The newest frozen issue, or before a freeze the scorecard as it is today."""
    found = editions(store, days.meeting)
    if not found:
        card = card_of(store, days.period.label, version_of(store), today)
        said = [each.commentary for each in commentaries(store, days.meeting).values() if each.commentary.signed_off_by]
        return Paper(card, None, said, 0)
    newest = found[-1]
    changed = len(what_changed(store, edition(store, days.meeting, newest.issue - 1), newest)) if newest.issue > 1 else 0
    return Paper(card_of_edition(store, newest), newest, words_of(json.loads(text_of(store, newest))), changed)


def _things(store: Store, days: MeetingDays, paper: Paper, things: Sequence[Thing], shown: Sequence[str], today: date) -> None:
    """The things one by one, each with its button; then one's own questions, and one about anything else."""
    found = marked_questions(store, days.meeting)
    lines = {each.indicator.id: each for each in paper.card.lines}
    held = days.meeting < today
    bank = bank_of(store.board.questions)
    for number, (thing, html) in enumerate(zip(things, shown, strict=True), start=1):
        with st.container(key=f"thing_{number}"):
            draw(html + marked_here(found, thing.indicator))
            if not held:
                about = f"Mark a question about {words.small(pre_read_words.short(thing))}"
                place = Place(days.meeting, thing.indicator, f"{number}")
                mark_here(store, place, about, pre_read_words.suggested(thing, lines, bank))
    if held:
        draw("<h2>Questions marked before the meeting</h2><p>The meeting is over: they stand on its own page.</p>")
        return
    with st.container(key="my_questions"):
        draw('<h2 id="my-questions">Your questions for the meeting</h2>')
        my_questions(store, found)
        _about_anything(store, days.meeting, lines, found)


def _about_anything(store: Store, meeting: date, lines: Mapping[str, Line], found: Sequence[OnLine]) -> None:
    """A question about a line that is none of the five, or about no line."""
    with st.expander("Mark a question about something else"):
        names = {"": ON_NO_LINE, **{name: each.indicator.title for name, each in lines.items()}}
        chosen = st.selectbox("About", list(names), format_func=names.__getitem__, key="mark:about") or ""
        draw(marked_here(found, chosen))
        bank = bank_of(store.board.questions)
        suggestions = [each.text for each in questions_for(lines[chosen], lines, bank)] if chosen else []
        mark_form(store, Place(meeting, chosen, "else"), suggestions)
