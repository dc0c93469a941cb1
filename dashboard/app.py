"""The script that Streamlit runs for every session: the navigation, and the page that was asked for."""

from pathlib import Path

import streamlit as st

from dashboard.pages import (
    across,
    commentary,
    data_quality,
    definitions,
    fill_in,
    indicator,
    log,
    meeting,
    pre_read,
    priorities,
    scorecard,
    send_data,
    settings,
    whats_missing,
)

HERE = Path(__file__).parent

st.set_page_config(page_icon=HERE / "static" / "favicon.svg", layout="wide")
st.html(HERE / "style.css")
# A flat list: in sections, Streamlit's menu puts a div straight into a list, which screen readers stumble over.
# Every page is always registered: an unknown address opens a dialog that makes the page beneath it unusable.
chosen = st.navigation(
    [
        st.Page(scorecard.page, title="Scorecard", default=True),
        st.Page(priorities.page, title="Priorities", url_path="priorities"),
        st.Page(indicator.page, title="Indicator", url_path="indicator"),
        st.Page(across.page, title="Across agencies", url_path="across"),
        st.Page(send_data.page, title="Send data", url_path="send_data"),
        st.Page(fill_in.page, title="Fill in", url_path="fill_in"),
        st.Page(whats_missing.page, title="What's missing", url_path="whats_missing"),
        st.Page(data_quality.page, title="Data quality", url_path="data_quality"),
        st.Page(pre_read.page, title="Pre-read", url_path="pre_read"),
        st.Page(meeting.page, title="Meeting", url_path="meeting"),
        st.Page(commentary.page, title="Commentary", url_path="commentary"),
        st.Page(log.page, title="Challenges and actions", url_path="log"),
        st.Page(definitions.page, title="Definitions", url_path="definitions"),
        st.Page(settings.page, title="Settings", url_path="settings"),
    ],
    position="top",
)
chosen.run()
