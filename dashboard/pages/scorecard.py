"""The scorecard: one page for the board."""

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st

from dashboard.asking import EVERY, ask_one_of, ask_period, card_of, public_of
from dashboard.page_html import draw, style
from dashboard.paper_table import paper_table
from dashboard.store_access import Version, the_store, version_of
from dashboard.summary import first_steps, summary
from dashboard.table import only, table
from metrics.board import Board, Priority
from metrics.catalogue import SAYS, theme_titles
from metrics.clock import now
from metrics.priorities import narrowed
from metrics.scorecard import Line, Scorecard
from metrics.store import Store

DRAWN = "period of the table"
PAPER = "paper"


class Choice(NamedTuple):
    """Which lines are asked for; what is empty asks for every one."""

    priority: Priority | None
    theme: str
    says: str
    owner: str

    def takes(self, line: Line) -> bool:
        about = line.indicator
        return (
            (self.priority is None or self.priority.holds(about))
            and (self.theme == EVERY or about.is_about(self.theme))
            and self.says in {EVERY, about.says}
            and self.owner in {EVERY, line.owner}
        )


def page() -> None:
    store = the_store()
    if version_of(store).submission is None:
        st.html(f'<div class="scorecard">{first_steps(store.board)}</div>')
        return
    st.session_state.pop(DRAWN, None)
    period, version, day = _lines(store), version_of(store), now().date()
    if st.query_params.get("view") == PAPER:
        draw(_other_view(period, "", "The scorecard with its runs and comparators"))
        if _is_public():
            draw(_other_view(period, PAPER, "The paper with every figure, for the board"))
        else:
            draw(_other_view(period, PAPER, "The paper for the public, small numbers hidden", public="1"))
    else:
        # The whole table is drawn once, and a filter hides rows of it: neither server nor browser touches it again.
        st.html(_table(store, period, version, day))
        st.html(f'<div class="scorecard">{_other_view(period, PAPER, "The same in the columns of the paper")}</div>')
    st.session_state[DRAWN] = period


@st.fragment  # a change of a filter draws the summary anew, and not the menu, the styles and the table around it
def _lines(store: Store) -> str:
    """Ask what is to be seen, and sum it up. Returns the label of the period."""
    day, version = now().date(), version_of(store)
    places = st.container(horizontal=True, gap="small", key="filters")
    with places:
        period = ask_period(store, version, day).label
    if st.session_state.get(DRAWN, period) != period:
        st.rerun()  # another period has another table
    whole, rule = card_of(store, period, version, day), ""
    if _is_public():
        try:
            public = public_of(store, period, version, day)
        except ValueError as refused:
            st.warning(str(refused))
            return period
        whole, rule = public.card, public.rule
    with places:
        choice = _ask_lines(whole, store.board)
    card = narrowed(whole, filter(choice.takes, whole.lines))
    st.html(f'<div class="scorecard">{only(card, whole)}{summary(card, len(whole.lines), choice.priority)}</div>')
    if st.query_params.get("view") == PAPER:  # only the lines asked for
        style()
        draw(paper_table(card, rule))
    return period


def _is_public() -> bool:
    return st.query_params.get("view") == PAPER and st.query_params.get("public") == "1"


def _other_view(period: str, view: str, said: str, **more: str) -> str:
    address = "?" + urlencode({"period": period, **({"view": view} if view else {}), **more})
    return f'<p><a href="{escape(address)}" target="_self">{escape(said)}</a></p>'


def _ask_lines(card: Scorecard, board: Board) -> Choice:
    priorities = {each.id: each for each in board.priorities}
    asked = (
        ("priority", "Priority", "All priorities", {name: each.name for name, each in priorities.items()}),
        ("theme", "Theme", "All themes", themes_of(card.lines)),
        ("says", "Kind", "All kinds", SAYS),
        ("owner", "Owner", "All owners", {each.owner: each.owner for each in card.lines}),
    )
    chosen = {name: ask_one_of(name, label, whole, options) for name, label, whole, options in asked}
    return Choice(priorities.get(chosen["priority"]), chosen["theme"], chosen["says"], chosen["owner"])


def themes_of(lines: Iterable[Line]) -> dict[str, str]:
    """The themes of some lines with their titles: the child's journey first, then those that cut across it."""
    found = {theme for each in lines for theme in (each.indicator.theme, *each.indicator.themes)}
    return {each: title for each, title in theme_titles().items() if each in found}


@st.cache_resource(max_entries=64, show_spinner=False)
def _table(_store: Store, period: str, version: Version, day: date) -> str:
    return table(card_of(_store, period, version, day))
