"""A meeting: its clock, freezing and reissuing, every issue beside what changed and beside today, and what it opens with."""

import json
from collections.abc import Callable
from datetime import date
from html import escape

import streamlit as st

from dashboard import meeting_parts as parts
from dashboard.after_meeting import after_meeting, asked_and_agreed, opens_with
from dashboard.asking import card_of
from dashboard.choices import asked_for, choose, choose_beside
from dashboard.marked_by_line import questions_by_line
from dashboard.page_html import draw, draw_in, style
from dashboard.store_access import the_store, version_of
from dashboard.table import table
from dashboard.which_meeting import NO_MEETINGS, choose_meeting, meeting_named
from metrics import meeting_words, words
from metrics.clock import now
from metrics.editions import (
    AlreadyFrozen,
    Edition,
    card_of_edition,
    edition,
    editions,
    freeze,
    rebuild,
    reissue,
    text_of,
)
from metrics.editions.arrivals import late, late_words
from metrics.editions.changes import beside_today, what_changed
from metrics.editions.freezing import rebuilt_in_words
from metrics.meeting_log.commentary import commentaries, words_of
from metrics.meeting_log.free_text import ABOUT_SERVICES
from metrics.meetings import MeetingDays, meeting_days
from metrics.store import Store

SHOWN = {
    "changes": "What changed",
    "words": "The agencies’ words",
    "late": "What came late",
    "today": "Beside today",
    "frozen": "As it was frozen",
}


def page() -> None:
    """The meeting named by `?meeting=`: else the next one, or the last."""
    style()
    store, today = the_store(), now().date()
    board = store.board
    if not board.meetings:
        draw(NO_MEETINGS)
        return
    heading = st.container()
    named = meeting_named(board, today)
    with st.columns([1, 2])[0]:
        days = meeting_days(board, choose_meeting(board, named))
    found = editions(store, days.meeting)
    about = f"{words.period(days.period.label)}, {words.span(days.period.first_day, days.period.last_day)}"
    draw_in(
        heading,
        f'<header class="finding"><p class="kicker">Meeting · {escape(board.name)}</p>'
        f"<h1>{escape(meeting_words.finding(days, found, today))}</h1>"
        f'<p class="asks">It looks at {escape(about)}</p></header>',
    )
    draw(parts.clock(meeting_words.clock(days, today)) + _pre_read(days))
    _said()
    if days.meeting >= today:
        opens_with(store, days.meeting, today)
    if days.meeting <= today:
        after_meeting(store, days.meeting)
    if found:
        _issues(store, days, found)
    else:
        _before(store, days, today)
    questions_by_line(store, days)
    asked_and_agreed(store, days.meeting, today)


def _pre_read(days: MeetingDays) -> str:
    """The link that members are sent before the meeting."""
    link = f"pre_read?meeting={days.meeting.isoformat()}"
    return f'<p>For members: <a href="{link}" target="_self">five things in five minutes</a>.</p>'


def _said() -> None:
    """What the last press of a button came to."""
    if "meeting said" in st.session_state:
        st.success(st.session_state.pop("meeting said"))


def _before(store: Store, days: MeetingDays, today: date) -> None:
    """How far the words are, and the button that freezes."""
    card = card_of(store, days.period.label, version_of(store), today)
    owed = meeting_words.words_owed(card, store.board, commentaries(store, days.meeting), days)
    draw(
        f"<h2>Before the freeze</h2><p>{card.values_in} of {card.values_expected} figures are in. "
        '<a href="whats_missing" target="_self">What is missing, and whom to ask</a>.</p>'
    )
    if owed:
        draw(parts.owed_table(owed, days.meeting))
    with st.form("freeze", width=700):
        by = st.text_input("Your role", max_chars=80, placeholder="such as business manager: not a name")
        pressed = st.form_submit_button("Freeze issue 1", type="primary")
    if pressed:
        _make(lambda: freeze(store, days.meeting, by or ""))


def _issues(store: Store, days: MeetingDays, found: tuple[Edition, ...]) -> None:
    draw(parts.in_the_room(days.meeting))
    draw("<h2>Issues</h2>" + parts.issues_table(found))
    known = {str(each.issue): each for each in found}
    asked = asked_for("issue")
    first, second = st.columns([1, 3])
    with first:
        current = asked if asked in known else str(found[-1].issue)
        chosen = known[choose("Issue", "issue", list(known), current, lambda each: f"Issue {each}")]
    with second:
        wanted = asked_for("show") if asked_for("show") in SHOWN else "changes"
        shown = choose_beside("Show", "show", list(SHOWN), wanted, SHOWN.__getitem__)
    _show(store, chosen, shown)
    _keep_and_check(store, chosen)
    with st.expander("Reissue, with the reason"), st.form("reissue", width=700):
        by = st.text_input("Your role", max_chars=80, placeholder="such as business manager: not a name")
        because = st.text_area("Why", max_chars=400, placeholder=ABOUT_SERVICES)
        pressed = st.form_submit_button(f"Freeze issue {found[-1].issue + 1}")
    if pressed:
        _make(lambda: reissue(store, days.meeting, by or "", because or ""))


def _show(store: Store, chosen: Edition, shown: str) -> None:
    card = card_of_edition(store, chosen)
    if shown == "frozen":
        draw(f"<p><b>{escape(card.headline)}</b>. {card.values_in} of {card.values_expected} figures were in.</p>")
        st.html(table(card))
    elif shown == "words":
        draw(parts.words_list(words_of(json.loads(text_of(store, chosen))), card, store.board))
    elif shown == "late":
        later = [f"{each.written_by}, {words.moment(each.written_at)}" for each in late_words(store, chosen)]
        draw(parts.late_list(late(store, chosen, card.period.last_day), later))
    elif shown == "today":
        draw(parts.changes_table(beside_today(store, chosen), f"Issue {chosen.issue} beside what is known today"))
    elif chosen.issue == 1:
        draw('<p class="quiet">This is the first issue: there is none before it to compare with.</p>')
    else:
        older = edition(store, chosen.meeting, chosen.issue - 1)
        draw(parts.changes_table(what_changed(store, older, chosen), f"From issue {older.issue} to issue {chosen.issue}"))


def _keep_and_check(store: Store, chosen: Edition) -> None:
    name = f"scorecard-{chosen.meeting.isoformat()}-issue-{chosen.issue}.json"
    first, second, _ = st.columns([2, 2, 3])
    with first:
        st.download_button(
            f"Download issue {chosen.issue} as data", lambda: text_of(store, chosen), file_name=name, on_click="ignore"
        )
    with second:
        pressed = st.button("Work it out again", help="From what had been received by then, under the rules of its day.")
    if pressed:
        with st.spinner("Working it out again from what had been received"):
            found = rebuild(store, chosen)
        (st.success if found.same else st.error)(rebuilt_in_words(found))


def _make(make: Callable[[], Edition]) -> None:
    try:
        with st.spinner("Freezing the scorecard: every line is worked out once more"):
            made = make()
    except (AlreadyFrozen, ValueError) as answer:
        st.error(str(answer))
        return
    st.session_state["meeting said"] = meeting_words.edition_in_words(made)
    st.rerun()
