"""The style of the pages beside the scorecard."""

from pathlib import Path

import streamlit as st

STYLE = Path(__file__).parent / "pages.css"


def style() -> None:
    """Put it on the page. To be called first by each page."""
    st.html(STYLE)
