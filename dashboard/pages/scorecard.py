"""The scorecard: one page for the board."""

from collections.abc import Callable, Iterable
from datetime import date

import streamlit as st

from dashboard.store_access import Version, periods_held, the_store, version_of
from dashboard.summary import summary
from dashboard.table import table
from metrics import words
from metrics.periods import Period, parse_period
from metrics.scorecard import Scorecard, headline, last_finished_quarter, scorecard
from metrics.store import Store, now

EVERY = ""


def page() -> None:
    store, day = the_store(), now().date()
    version = version_of(store)
    if version.submission is None:
        nothing_yet(store)
        return
    period, theme, owner = _filters(store, version, day)
    whole = _scorecard(store, period, version, day)
    card = narrowed(whole, theme, owner)
    st.html(f'<div class="scorecard">{summary(card, len(whole.lines))}{table(card)}</div>')


def nothing_yet(store: Store) -> None:
    """What a new board does next."""
    board = store.board
    st.title("No data has been received yet")
    st.markdown(f"{board.name} is set up. The scorecard fills as agencies send their first files:")
    st.markdown("\n".join(f"- **{each.name}**: {words.count_of(len(each.sends), 'dataset')}" for each in board.agencies))
    st.markdown("[Send data](send_data) reads a file, says what it found, and keeps nothing until you confirm.")


def narrowed(card: Scorecard, theme: str, owner: str) -> Scorecard:
    """The lines of one theme and one owner, with what may be said of those."""
    lines = tuple(each for each in card.lines if theme in {EVERY, *themes_of([each])} and owner in {EVERY, each.owner})
    return card if len(lines) == len(card.lines) else card.model_copy(update={"lines": lines, "headline": headline(lines)})
