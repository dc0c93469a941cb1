"""Across agencies: what no agency can see alone."""

from datetime import date

import streamlit as st

from dashboard import across_parts as parts
from dashboard.asking import ask_period
from dashboard.page_html import draw, style
from dashboard.store_access import Version, the_store, version_of
from metrics import words
from metrics.across.conferences import conferences
from metrics.across.contacts import outcomes
from metrics.across.missing import ways
from metrics.across.same_fact import same_facts
from metrics.clock import now
from metrics.periods import parse_period
from metrics.store import Store


def page() -> None:
    """The period named by `?period=`, or the newest quarter that is due."""
    style()
    store = the_store()
    version, day = version_of(store), now().date()
    with st.columns([2, 3], gap="small")[0]:
        period = ask_period(store, version, day)
    draw(_drawn(store, period.label, version, day))


@st.cache_resource(max_entries=16, show_spinner=False)
def _drawn(_store: Store, period: str, version: Version, day: date) -> str:  # noqa: ARG001 - part of the cache's key
    asked = parse_period(period)
    way = ways(_store, asked)
    return (
        parts.top(_store.board.name, words.period(period), way)
        + parts.missing(way)
        + parts.contacts(outcomes(_store, asked))
        + parts.conferences(conferences(_store, asked))
        + parts.same(same_facts(_store, asked))
    )
