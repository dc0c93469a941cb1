"""Commentary: an agency writes its words beside its figures, is warned when they say otherwise, and signs them off."""

from datetime import date
from html import escape
from typing import NamedTuple

import streamlit as st

from dashboard.asking import card_of
from dashboard.choices import asked_for, choose
from dashboard.marks import status
from dashboard.page_html import draw, style
from dashboard.store_access import the_store, version_of
from dashboard.writing import asked_agency, day_field, kept, role, say_kept, words_field
from metrics import meeting_words, words
from metrics.board import Agency
from metrics.clock import now
from metrics.editions import editions
from metrics.line import Line
from metrics.meeting_log.commentary import (
    ASKED,
    PUBLIC,
    Commentary,
    Written,
    commentaries,
    commentary,
    key_of,
    lacking,
    owed,
    save,
    sign_off,
    stands_on,
    words_before,
)
from metrics.meeting_log.contradictions import warnings
from metrics.meeting_log.entries import Overtaken
from metrics.meeting_log.free_text import ABOUT_SERVICES
from metrics.meetings import MeetingDays, meeting_days
from metrics.scorecard import Scorecard
from metrics.store import Store


class Blank(NamedTuple):
    """Whose words, beside which indicator, for which meeting."""

    agency: str
    indicator: str
    meeting: date


SIGNED, BEGUN, OWED, FREE = "signed off", "draft", "owed", "not asked for"


def page() -> None:
    """The words of the agency named by `?agency=` for the meeting named by `?meeting=`, beside the line named by `?id=`."""
    style()
    store, today = the_store(), now().date()
    board = store.board
    draw(f'<header class="finding"><h1>Commentary</h1><p>{escape(ABOUT_SERVICES)}</p></header>')
    if not board.meetings:
        st.info("The board file names no meetings, and words are written for one. Add: meetings = [2026-12-10]")
        return
    say_kept()
    first, second = st.columns([2, 1])
    with first:
        agency = asked_agency(board)
    with second:
        days = meeting_days(board, _meeting(store, today))
    if agency is None:
        st.info("Choose the agency that writes.")
        return
    card = card_of(store, days.period.label, version_of(store), today)
    _due(store, days, today)
    line = _asked_line(store, card, agency, days)
    if line is not None:
        _form(store, agency, days, line)


def _meeting(store: Store, today: date) -> date:
    known = {each.isoformat(): each for each in sorted(store.board.meetings, reverse=True)}
    following = store.board.next_meeting(today) or max(store.board.meetings)
    asked = asked_for("meeting")
    current = asked if asked in known else following.isoformat()
    return known[choose("Meeting", "meeting", list(known), current, lambda each: words.day(known[each]))]


def _due(store: Store, days: MeetingDays, today: date) -> None:
    frozen = editions(store, days.meeting)
    if frozen:
        newest = frozen[-1].issue
        st.info(
            f"Issue {newest} is frozen, with the words that were signed off by then. What is written now stands in issue "
            f"{newest + 1}, if there is one."
        )
        return
    due, sign = (f"{words.day(day)} ({meeting_words.away(day, today)})" for day in (days.data_due, days.sign_off))
    draw(f"<p>Due with the data on <b>{escape(due)}</b>; to be signed off by <b>{escape(sign)}</b>.</p>")


def _asked_line(store: Store, card: Scorecard, agency: Agency, days: MeetingDays) -> Line | None:
    """The agency's lines: those that words are owed beside first."""
    board = store.board
    wanted = owed(card, board, agency.id)
    mine = [each for each in card.lines if (owner := board.owner(each.indicator.owner)) and owner.id == agency.id]
    lines = {each.indicator.id: each for each in [*wanted, *mine]}
    if not lines:
        st.info(f"{agency.name} answers for no line of the scorecard.")
        return None
    held, asked = commentaries(store, days.meeting), {each.indicator.id for each in wanted}

    def said(name: str) -> str:
        written = held.get(key_of(days.meeting, agency.id, name))
        state = (SIGNED if written.commentary.signed_off_by else BEGUN) if written else (OWED if name in asked else FREE)
        return f"{lines[name].indicator.title} ({state})"

    current = asked_for("id") if asked_for("id") in lines else next(iter(lines))
    return lines[choose("Beside which figure", "id", list(lines), current, said)]


def _form(store: Store, agency: Agency, days: MeetingDays, line: Line) -> None:
    name = line.indicator.id
    held = commentary(store, days.meeting, agency.id, name)
    before = words_before(store, store.board, days.meeting, agency.id, name)
    key = f"{key_of(days.meeting, agency.id, name)}:{line.figure.period}"
    based = st.session_state.setdefault(f"{key}:based on", held.version if held else 0)
    begun = st.session_state.setdefault(f"{key}:begun", held.commentary if held else None)
    draw(f'<h2>{escape(line.indicator.title)}</h2><p class="scorecard">{status(line)}</p><p><b>{escape(line.sentence)}</b></p>')
    _beside(held, before, line)
    with st.form(key, width=880):
        written = _fields(Blank(agency.id, name, days.meeting), begun or before, line, key, carried=begun is None)
        by = role(f"{key}:role")
        first, second, _ = st.columns([2, 2, 3])
        with first:
            drafted = st.form_submit_button("Save the draft")
        with second:
            signed = st.form_submit_button("Sign off", type="primary")
    if drafted or signed:
        _save(store, written, line, (key, by, based), signed=signed)


def _beside(held: Written | None, before: Commentary | None, line: Line) -> None:
    """Where the words stand, and what a reader should know of them."""
    if held is None:
        text = "Nothing has been written yet." + (" The fields begin with the words of the last meeting." if before else "")
        draw(f'<p class="quiet">{escape(text)}</p>')
        return
    by = held.commentary.signed_off_by
    state = f"Signed off by {by}" if by else f"Draft by {held.written_by}"
    draw(f'<p class="quiet">{escape(f"{state}, {words.moment(held.written_at)}, version {held.version}.")}</p>')
    for sentence in warnings(held.commentary, line, before):
        st.warning(sentence)
    lacks = [] if by else lacking(held.commentary, line)
    if lacks:
        st.info(f"Before it can be signed off: {' '.join(lacks)}")


def _fields(blank: Blank, begun: Commentary | None, line: Line, key: str, *, carried: bool) -> Commentary:
    said = {each: words_field(question, getattr(begun, each, ""), f"{key}:{each}") for each, question in ASKED.items()}
    by_when = day_field("By when?", begun.by_when if begun else None, f"{key}:by_when")
    public = words_field(PUBLIC, begun.public if begun else "", f"{key}:public")
    draw('<p class="quiet">The words for the public may be published; all the others are for the board alone.</p>')
    return Commentary.model_validate(
        {
            **said,
            **blank._asdict(),
            "by_when": by_when,
            "public": public,
            "beside": stands_on(line),
            "carried_from": begun.meeting if begun and carried else getattr(begun, "carried_from", None),
        }
    )


def _save(store: Store, written: Commentary, line: Line, place: tuple[str, str, int], *, signed: bool) -> None:
    """Keep the words; where somebody else has been quicker, show theirs and leave these in the form."""
    key, by, based = place
    st.session_state["role"] = by

    def save_it() -> None:
        if signed:
            sign_off(store, written, line, by=by, based_on=based)
        else:
            save(store, written, by=by, based_on=based)
        for each in ("based on", "begun"):
            st.session_state.pop(f"{key}:{each}", None)

    overtaken = kept(save_it, "Signed off." if signed else "The draft is saved.")
    if overtaken is not None:
        st.session_state[f"{key}:based on"] = overtaken.newest.version
        draw(_theirs(overtaken))


def _theirs(overtaken: Overtaken) -> str:
    """The words that somebody else saved."""
    theirs = Commentary.model_validate_json(overtaken.newest.content)
    parts = [(question, getattr(theirs, each)) for each, question in (*ASKED.items(), ("public", PUBLIC))]
    said = "".join(f"<p><b>{escape(question)}</b> {escape(text or 'nothing')}</p>" for question, text in parts)
    when = f"{overtaken.newest.written_by}, {words.moment(overtaken.newest.written_at)}"
    return f'<div class="said" role="note"><h3>Theirs, by {escape(when)}</h3>{said}</div>'
