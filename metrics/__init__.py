"""The metrics layer: from an agency's extract to the lines of a partnership's scorecard.

Nothing in here knows how a figure is drawn: no Streamlit, no Plotly.
"""
