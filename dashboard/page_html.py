"""HTML on the pages beside the scorecard, in their own style."""

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

STYLE = Path(__file__).parent / "pages.css"


def style() -> None:
    """Put the style on the page. To be called first by each page."""
    st.html(STYLE)


def draw(html: str) -> None:
    """Put HTML on the page. Whatever comes from data has to be escaped already."""
    st.html(f'<div class="page">{html}</div>')


def draw_in(place: DeltaGenerator, html: str) -> None:
    """The same, in a place that was kept for it."""
    place.html(f'<div class="page">{html}</div>')
