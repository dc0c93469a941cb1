"""The time between rare events as a chart: a point for each, its weeks since the one before; no day can be read from it."""

from collections.abc import Sequence
from typing import Literal

import plotly.graph_objects as go

from dashboard.chart_look import DARK, FONT, LIGHT, Look
from dashboard.html_table import Cell, Row, folded, html_table
from metrics.explain.rare import Between

HEIGHT = 300


def between_chart(found: Between, theme: Literal["light", "dark"]) -> go.Figure:
    """Weeks between events, in their order, with the usual time and what chance explains where there are limits."""
    look = DARK if theme == "dark" else LIGHT
    weeks, order = found.weeks, list(range(2, len(found.weeks) + 2))
    chart = go.Figure(layout=_layout(look, order))
    for level, dash, name in found.levels:
        chart.add_hline(y=level, line={"color": look.quiet, "width": 1, "dash": dash}, layer="below")
        chart.add_annotation(
            x=1,
            xref="paper",
            xanchor="left",
            xshift=6,
            y=level,
            text=name,
            showarrow=False,
            font={"size": 12, "color": look.ink},
        )
    chart.add_trace(
        go.Scatter(
            x=order,
            y=list(weeks),
            mode="lines+markers",
            line={"color": look.own, "width": 2},
            marker={"size": 9, "symbol": "circle", "color": look.own},
            hovertemplate="%{y} weeks after the one before<extra></extra>",
            name="Weeks since the one before",
        )
    )
    return chart


def between_table(weeks: Sequence[int]) -> str:
    """The same as a table, the newest first."""
    rows: list[Row] = [[f"Event {at}", Cell(f"{each}", "number")] for at, each in enumerate(weeks, start=2)]
    headings: Row = ["In their order", Cell("Weeks since the one before", "number")]
    return folded(
        "The weeks as a table", html_table("Weeks between events", headings, rows[::-1], look="snug", hide_caption=True)
    )


def _layout(look: Look, order: Sequence[int]) -> go.Layout:
    return go.Layout(
        template=go.layout.Template(),
        height=HEIGHT,
        margin={"l": 46, "r": 110, "t": 12, "b": 44},
        paper_bgcolor=look.paper,
        plot_bgcolor=look.paper,
        font={"family": FONT, "size": 13, "color": look.ink},
        showlegend=False,
        xaxis={
            "title": {"text": "events, in their order", "font": {"size": 13}},
            "tickvals": order,
            "showgrid": False,
            "fixedrange": True,
            "linecolor": look.quiet,
        },
        yaxis={
            "title": {"text": "weeks", "font": {"size": 13}},
            "rangemode": "tozero",
            "gridcolor": look.grid,
            "zeroline": False,
            "fixedrange": True,
        },
    )
