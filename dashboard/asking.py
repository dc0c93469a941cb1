"""What a scorecard is asked for: the period, and which of its lines. The address holds each choice, so that it can be sent."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import streamlit as st

from dashboard.store_access import Version, periods_held
from metrics import words
from metrics.periods import Period, parse_period
from metrics.public import Public, public_scorecard
from metrics.scorecard import Scorecard, scorecard
from metrics.store import Store

EVERY = ""


def ask(name: str, label: str, options: Sequence[str], say: Callable[[str], str], asked: str | None = None) -> str:
    """One choice; the first needs no mention in the address. `asked` is what the address asks for."""
    asked = st.query_params.get(name, "") if asked is None else asked
    if st.session_state.get(name) not in options:
        st.session_state[name] = asked if asked in options else options[0]
    chosen: str = st.selectbox(label, options, format_func=say, key=name, label_visibility="collapsed")
    if chosen != options[0] and st.query_params.get(name) != chosen:
        st.query_params[name] = chosen
    if chosen == options[0] and name in st.query_params:
        del st.query_params[name]
    return chosen


def ask_period(store: Store, version: Version, day: date) -> Period:
    """The period chosen; one that the address names is offered even where there is no data."""
    offered = {each.label: each for each in _held(store, version, day)}
    written = st.query_params.get("period", "")
    try:
        asked = parse_period(written)
    except ValueError:
        asked = None
    if asked and asked.frequency:
        offered.setdefault(asked.label, asked)
        written = asked.label
    return offered[ask("period", "Period", list(offered), lambda each: _in_full(offered[each]), written)]


def ask_one_of(name: str, label: str, whole: str, options: Mapping[str, str]) -> str:
    """One of several things that a line can be, or EVERY. `whole` is what stands for every one."""
    return ask(name, label, [EVERY, *options], lambda each: options.get(each, whole))


@st.cache_resource(max_entries=64, show_spinner=False)
def card_of(_store: Store, period: str, version: Version, day: date) -> Scorecard:  # noqa: ARG001 - part of the cache's key
    """The scorecard of a period, worked out once for each version of the store."""
    return scorecard(_store, parse_period(period), today=day)


@st.cache_resource(max_entries=8, show_spinner=False)
def public_of(_store: Store, period: str, version: Version, day: date) -> Public:
    """The public scorecard of a period. Raises ValueError where there can be none."""
    return public_scorecard(_store, period, card_of(_store, period, version, day))


@st.cache_resource(max_entries=4, show_spinner=False)
def _held(_store: Store, version: Version, day: date) -> tuple[Period, ...]:  # noqa: ARG001 - part of the cache's key
    return periods_held(_store, day)


def _in_full(period: Period) -> str:
    label, days = words.period(period.label), words.span(period.first_day, period.last_day)
    return label if label == days else f"{label}: {days}"
