"""The slides and the chair's screen: plain pages beside Streamlit's, each whole in one answer: no slide waits."""
