"""The band at provisional points: where a figure would come to stand if it moved as those before it did."""

from collections.abc import Sequence
from typing import Literal

import plotly.graph_objects as go

from dashboard.chart_look import DARK, LIGHT
from metrics.coverage import State
from metrics.figures import Figure
from metrics.judge.restatement import Moves


def draw_band(chart: go.Figure, run: Sequence[Figure], found: Moves | None, theme: Literal["light", "dark"]) -> None:
    """A bar with caps at each provisional point. Nothing where first figures have not moved, or too few are known."""
    if found is None or not found.moved:
        return
    look = DARK if theme == "dark" else LIGHT
    shown = [(each, each.value) for each in run if each.state is State.PROVISIONAL and each.value is not None]
    bands = [(value, *found.band(value)) for _, value in shown]
    chart.add_trace(
        go.Scatter(
            x=[each.last_day for each, _ in shown],
            y=[value for value, _, _ in bands],
            mode="markers",
            marker={"size": 1, "color": look.own, "opacity": 0},
            error_y={
                "type": "data",
                "symmetric": False,
                "array": [high - value for value, _, high in bands],
                "arrayminus": [value - low for value, low, _ in bands],
                "color": look.own,
                "thickness": 2,
                "width": 7,
            },
            hoverinfo="skip",
            name="May still move",
        )
    )
