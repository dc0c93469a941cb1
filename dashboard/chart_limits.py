"""What chance explains, on a chart: the usual level, its limits, and the place where a definition changed."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

import plotly.graph_objects as go

from dashboard.chart_look import Look
from metrics.verdicts import Reading

Dash = Literal["solid", "dash"]


def draw_limits(chart: go.Figure, reading: Reading, days: Mapping[str, date], of_unit: bool, look: Look) -> None:
    """The usual level as a thin line and the limits as dashed ones, over the periods that they were drawn from."""
    drawn = reading.chart
    if drawn.centre is None or not of_unit:
        return
    _line(chart, [(days[at], drawn.centre) for at in drawn.at], "solid", look)
    for limits in (drawn.lower, drawn.upper):
        _line(chart, [(days[at], max(each, 0.0)) for at, each in zip(drawn.at, limits, strict=True)], "dash", look)


def draw_breaks(chart: go.Figure, reading: Reading, begins: Mapping[str, date], look: Look) -> None:
    """A line down the chart wherever the definition changed, and what was changed. The words stand below the chart too."""
    for each in reading.breaks:
        day = begins[each.at]
        down = {"x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"}
        chart.add_shape(type="line", line={"color": look.ink, "width": 1.5, "dash": "dot"}, **down)
        chart.add_annotation(
            x=day,
            y=1,
            yref="paper",
            xanchor="left",
            yanchor="top",
            showarrow=False,
            text="definition<br>changed",
            align="left",
            font={"size": 11, "color": look.ink},
        )


def draw_notes(chart: go.Figure, reading: Reading, begins: Mapping[str, date], look: Look) -> None:
    """A fine line where something happened, with its number in the list below the chart. Of one period they share a line."""
    at: dict[str, list[int]] = {}
    for number, each in enumerate(reading.notes, start=1):
        at.setdefault(each.at, []).append(number)
    for period, numbers in at.items():
        day = begins[period]
        chart.add_shape(
            type="line", x0=day, x1=day, y0=0, y1=1, yref="paper", layer="below", line={"color": look.quiet, "width": 1}
        )
        chart.add_annotation(
            x=day,
            y=1,
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            showarrow=False,
            text=f"<b>{', '.join(map(str, numbers))}</b>",
            font={"size": 12, "color": look.ink},
        )


def draw_families(chart: go.Figure, reading: Reading, days: Mapping[str, date], look: Look) -> None:
    """The families that the limits are of, beside the children: a thin line with open squares."""
    drawn = reading.chart
    chart.add_trace(
        go.Scatter(
            x=[days[at] for at in drawn.at],
            y=list(drawn.values),
            mode="lines+markers",
            connectgaps=False,
            line={"color": look.quiet, "width": 1.5, "dash": "dot"},
            marker={"size": 6, "symbol": "square-open", "color": look.quiet},
            text=[f"{each:g} families" if each is not None else "" for each in drawn.values],
            hovertemplate="%{text}<extra></extra>",
            name="Families",
        )
    )


def _line(chart: go.Figure, points: list[tuple[date, float]], dash: Dash, look: Look) -> None:
    if len(points) < 2:
        return
    path = "M" + " L".join(f"{day.isoformat()},{value:.6g}" for day, value in points)
    chart.add_shape(type="path", path=path, layer="below", line={"color": look.quiet, "width": 1, "dash": dash})
