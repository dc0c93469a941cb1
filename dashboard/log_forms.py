"""The forms of the log: ask, answer, close; agree, update, carry forward, merge, discharge."""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape

import streamlit as st

from dashboard.page_html import draw
from dashboard.writing import day_field, kept, role, words_field
from metrics import words
from metrics.catalogue import read_catalogue
from metrics.clock import now
from metrics.editions import card_of_edition, edition, editions
from metrics.meeting_log import actions as log
from metrics.meeting_log.challenges import Challenge, Logged, Question, answer, ask, challenges, close
from metrics.store import Store


def ask_form(store: Store, meeting: date | None) -> None:
    """Log a challenge on a line of a frozen scorecard."""
    frozen = editions(store, meeting)
    if not frozen:
        draw('<p class="quiet">A challenge hangs on a line of a frozen scorecard: there is none for this meeting yet.</p>')
        return
    newest = edition(store, frozen[-1].meeting)
    lines = {each.indicator.id: each.indicator.title for each in card_of_edition(store, newest).lines}
    agencies = {each.id: each.name for each in store.board.agencies}
    about = f"Log a challenge: the meeting of {words.day(newest.meeting)}, issue {newest.issue}"
    with st.expander(about), st.form("ask", width=880):
        indicator = st.selectbox("About which line", list(lines), index=None, format_func=lines.__getitem__, key="ask:line")
        to = st.selectbox("To which agency", list(agencies), index=None, format_func=agencies.__getitem__, key="ask:to")
        asked_by = st.text_input("Asked by: a role, or an agency", max_chars=80, key="ask:by")
        question = words_field("The question", "", "ask:question")
        due = day_field("Answer due", None, "ask:due")
        by = role("ask:role")
        pressed = st.form_submit_button("Log the challenge", type="primary")
    if pressed and not (indicator and to):
        st.error("Choose the line that the question is about, and the agency it goes to.")
    elif pressed:
        asked = Question(
            meeting=newest.meeting, indicator=indicator or "", to=to or "", asked_by=asked_by or "", question=question, due=due
        )
        _keep("The challenge is logged.", by, lambda: ask(store, asked, by=by, at=now()))


def challenge_forms(store: Store, one: Logged) -> None:
    """Answer a challenge, then close it."""
    key = one.challenge.key
    based = _based(f"{key}:based", one.version)
    if one.challenge.closed_on:
        return
    left, right = st.columns(2)
    with left, st.form(f"{key}:answer"):
        text = words_field("The agency’s answer", one.challenge.answer, f"{key}:text")
        by = role(f"{key}:role")
        answered = st.form_submit_button("Keep the answer")
    with right, st.form(f"{key}:close"):
        outcome = words_field("Outcome: what the board took from it", "", f"{key}:outcome")
        closer = role(f"{key}:closer")
        closed = st.form_submit_button("Close the challenge")
    if answered:
        _keep("The answer is kept.", by, lambda: answer(store, key, text, by=by, based_on=based, at=now()), f"{key}:based")
    if closed:
        done = lambda: close(store, key, outcome, by=closer, based_on=based, at=now())  # noqa: E731
        _keep("The challenge is closed.", closer, done, f"{key}:based")


def agree_form(store: Store, meeting: date | None, today: date) -> None:
    """Log what a meeting agreed."""
    board = store.board
    when = meeting or max((each for each in board.meetings if each <= today), default=None)
    if when is None:
        draw('<p class="quiet">No meeting has been held yet: choose the one at which the action is agreed.</p>')
        return
    agencies = {each.id: each.name for each in board.agencies}
    asked = {"": "none", **{each.challenge.key: each.challenge.reference for each in challenges(store)}}
    lines = {"": "none", **{name: each.title for name, each in read_catalogue().items()}}
    with st.expander(f"Log an action of the meeting of {words.day(when)}"), st.form("agree", width=880):
        text = words_field("What is to be done", "", "agree:text")
        owners = st.pills(
            "Owners", list(agencies), selection_mode="multi", format_func=agencies.__getitem__, key="agree:owners"
        )
        group = st.text_input("Or a group", max_chars=80, key="agree:group")
        each_agency = st.checkbox("Each agency has to do it", key="agree:each")
        due = day_field("Due", None, "agree:due")
        challenge = st.selectbox("From which challenge", list(asked), format_func=asked.__getitem__, key="agree:challenge")
        indicator = st.selectbox("About which line", list(lines), format_func=lines.__getitem__, key="agree:line")
        by = role("agree:role")
        pressed = st.form_submit_button("Log the action", type="primary")
    if pressed:
        given = {
            "owners": tuple(owners),
            "group": group or "",
            "each_agency": each_agency,
            "due": due,
            "challenge": challenge or "",
            "indicator": indicator or "",
        }
        _keep("The action is logged.", by, lambda: log.agree(store, when, text, by=by, at=now(), **given))


def action_forms(store: Store, one: log.Logged, every: Sequence[log.Logged]) -> None:
    """Update an action, carry it forward, merge it, or discharge it with a reason."""
    action, key = one.action, one.action.key
    based = _based(f"{key}:based", one.version)
    if action.is_closed:
        return
    left, right = st.columns(2)
    with left, st.form(f"{key}:update"):
        text = words_field("Update: what has been done", "", f"{key}:text")
        due = day_field("Due", action.due, f"{key}:due")
        done_by = _done_by(store, action, key)
        by = role(f"{key}:role")
        updated = st.form_submit_button("Keep the update")
    with right, st.form(f"{key}:end"):
        ways = ["Discharge, with the reason", "Carry forward to a meeting", "Merge into another action"]
        how = st.radio("What becomes of it", ways, key=f"{key}:how")
        because = words_field("The reason, to discharge it", "", f"{key}:because")
        meetings = [each for each in store.board.meetings if each > action.meeting]
        to = st.selectbox("The meeting, to carry it forward", meetings, format_func=words.day, key=f"{key}:to")
        others = {each.action.key: each.action for each in every if each.action.key != key and not each.action.is_closed}
        into = st.selectbox(
            "The action, to merge it into",
            list(others),
            index=None,
            format_func=lambda each: f"{others[each].reference}: {others[each].text[:60]}",
            key=f"{key}:into",
        )
        closer = role(f"{key}:closer")
        ended = st.form_submit_button("Do it")
    if updated:
        moved: dict[str, object] = {"due": due, **({"done_by": tuple(done_by)} if action.each_agency else {})}
        keep = lambda: log.update(store, key, text, by=by, based_on=based, at=now(), **moved)  # noqa: E731
        _keep("The update is kept.", by, keep, f"{key}:based")
    if ended:
        do: dict[str, Callable[[], object]] = {
            ways[0]: lambda: log.discharge(store, key, because, by=closer, based_on=based, at=now()),
            ways[1]: lambda: log.carry_forward(store, key, to, by=closer, based_on=based, at=now()),
            ways[2]: lambda: log.merge(store, key, into or "", by=closer, based_on=based, at=now()),
        }
        _keep("Done.", closer, do[how or ways[0]], f"{key}:based")


def _done_by(store: Store, action: log.Action, key: str) -> list[str]:
    if not action.each_agency:
        return []
    names = {each.id: each.name for each in store.board.agencies}
    return st.pills(
        "Done by",
        list(names),
        selection_mode="multi",
        default=list(action.done_by),
        format_func=names.__getitem__,
        key=f"{key}:done",
    )


def _based(key: str, version: int) -> int:
    """The version that this session has seen: what is saved later by others does not move it."""
    seen: int = st.session_state.setdefault(key, version)
    return seen


def _keep(said: str, by: str, save: Callable[[], object], based: str = "") -> None:
    """Keep what was written; where somebody was quicker, show theirs, and let the next press stand upon it."""
    st.session_state["role"] = by

    def save_it() -> None:
        save()
        if based:
            del st.session_state[based]

    overtaken = kept(save_it, said)
    if overtaken is not None:
        st.session_state[based] = overtaken.newest.version
        when = f"{overtaken.newest.written_by}, {words.moment(overtaken.newest.written_at)}"
        theirs = _words_in(overtaken.newest.content)
        draw(f'<div class="said" role="note"><h3>Theirs, by {escape(when)}</h3><p>{escape(theirs)}</p></div>')


def _words_in(content: str) -> str:
    """What a newer version says, whichever of the two logs it is of."""
    if '"question"' in content:
        asked = Challenge.model_validate_json(content)
        return " ".join(filter(None, (asked.answer, asked.outcome)))
    newest = log.Action.model_validate_json(content)
    return newest.updates[-1].text if newest.updates else newest.text
