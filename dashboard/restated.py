"""What files did to an indicator's figures after they first came: how far they moved, which were restated, and why."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.store_access import Version, version_of
from metrics.catalogue import Indicator
from metrics.coverage import State
from metrics.figures import Figure
from metrics.judge.restatement import Moves
from metrics.store import Store
from metrics.taking.restatement_history import band_in_words, restated_in_words, restatement
from metrics.taking.restating import restated_before


def restatement_of(store: Store, indicator: Indicator, run: Sequence[Figure]) -> Moves | None:
    """How far first figures of the run moved later, where a point of it is provisional and may still move."""
    if not any(each.state is State.PROVISIONAL for each in run):
        return None
    return _worked_out(store, indicator, tuple(run), version_of(store))


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Indicator: lambda each: each.id, Figure: repr})
def _worked_out(_store: Store, indicator: Indicator, run: tuple[Figure, ...], version: Version) -> Moves | None:  # noqa: ARG001
    return restatement(_store, indicator, run)


def restated_words(store: Store, indicator: Indicator, run: Sequence[Figure], moved: Moves | None) -> str:
    """How far first figures moved, and each restatement of a figure of the run with its reason."""
    board = store.board
    said = [f"<p>{escape(band_in_words(moved, indicator))}</p>"] if moved else []
    found = restated_before(store, indicator.id, [each.period for each in run])
    items = [escape(restated_in_words(each, indicator.unit, board.agency(each.agency).name)) for each in found]
    if items:
        said.append("<h3>Restated</h3><ul>" + "".join(f"<li>{each}</li>" for each in items) + "</ul>")
    return "".join(said)
