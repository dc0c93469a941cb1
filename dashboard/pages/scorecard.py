"""The scorecard: one page for the board."""

from collections.abc import Callable, Iterable
from datetime import date

import streamlit as st

from dashboard.store_access import Version, periods_held, the_store, version_of
from dashboard.summary import first_steps, summary
from dashboard.table import table
from metrics import words
from metrics.catalogue import JOURNEY
from metrics.clock import now
from metrics.periods import Period, parse_period
from metrics.scorecard import Line, Scorecard, headline, scorecard
from metrics.store import Store

EVERY = ""


def page() -> None:
    store = the_store()
    if version_of(store).submission is None:
        st.html(f'<div class="scorecard">{first_steps(store.board)}</div>')
        return
    _lines(store)


@st.fragment  # a change of a filter draws the lines anew, and not the menu and the styles around them
def _lines(store: Store) -> None:
    day, version = now().date(), version_of(store)
    places = st.columns(3, gap="small")
    with places[0]:
        period = _ask_period(_held(store, version, day))
    whole = _scorecard(store, period.label, version, day)
    themes = themes_of(whole.lines)
    owners = list(dict.fromkeys(each.owner for each in whole.lines))
    with places[1]:
        theme = _ask("theme", "Theme", [EVERY, *themes], lambda each: themes.get(each, "All themes"))
    with places[2]:
        owner = _ask("owner", "Owner", [EVERY, *owners], lambda each: each or "All owners")
    card = narrowed(whole, theme, owner)
    st.html(f'<div class="scorecard">{summary(card, len(whole.lines))}{table(card)}</div>')


def narrowed(card: Scorecard, theme: str, owner: str) -> Scorecard:
    """The lines of one theme and one owner, with what may be said of those."""
    lines = tuple(each for each in card.lines if theme in {EVERY, *themes_of([each])} and owner in {EVERY, each.owner})
    return card if len(lines) == len(card.lines) else card.model_copy(update={"lines": lines, "headline": headline(lines)})


def themes_of(lines: Iterable[Line]) -> dict[str, str]:
    """The themes of some lines with their titles: the child's journey first, then those that cut across it."""
    found = {theme for each in lines for theme in (each.indicator.theme, *each.indicator.themes)}
    order = [*(each for each in JOURNEY if each in found), *sorted(found - set(JOURNEY))]
    return {each: JOURNEY.get(each, each.replace("_", " ").capitalize()) for each in order}


def _ask_period(held: Iterable[Period]) -> Period:
    """The period chosen; one that the address names is offered even where there is no data."""
    offered = {each.label: each for each in held}
    written = st.query_params.get("period", "")
    try:
        asked = parse_period(written)
    except ValueError:
        asked = None
    if asked and asked.frequency:
        offered.setdefault(asked.label, asked)
        written = asked.label
    return offered[_ask("period", "Period", list(offered), lambda each: _in_full(offered[each]), written)]


def _in_full(period: Period) -> str:
    label, days = words.period(period.label), words.span(period.first_day, period.last_day)
    return label if label == days else f"{label}: {days}"


def _ask(name: str, label: str, options: list[str], say: Callable[[str], str], asked: str | None = None) -> str:
    """One choice, kept in the address so that it can be sent to a colleague. `asked` is what the address asks for."""
    asked = st.query_params.get(name, "") if asked is None else asked
    if st.session_state.get(name) not in options:
        st.session_state[name] = asked if asked in options else options[0]
    chosen: str = st.selectbox(label, options, format_func=say, key=name, label_visibility="collapsed")
    if chosen != options[0] and st.query_params.get(name) != chosen:
        st.query_params[name] = chosen
    if chosen == options[0] and name in st.query_params:
        del st.query_params[name]
    return chosen


@st.cache_resource(max_entries=4, show_spinner=False)
def _held(_store: Store, version: Version, day: date) -> tuple[Period, ...]:  # noqa: ARG001 - part of the cache's key
    return periods_held(_store, day)


@st.cache_resource(max_entries=64, show_spinner=False)
def _scorecard(_store: Store, period: str, version: Version, day: date) -> Scorecard:  # noqa: ARG001 - part of the cache's key
    return scorecard(_store, parse_period(period), today=day)
