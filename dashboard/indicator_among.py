"""A figure among those of all authorities: its place and quarter, grey where not firm; the funnel, its words and its table."""

from collections.abc import Sequence
from html import escape
from typing import Literal

import plotly.graph_objects as go

from dashboard.chart_look import DARK, FONT, LIGHT, Look
from dashboard.html_table import Cell, Row, folded, html_table
from metrics import words
from metrics.among import Among, Point
from metrics.catalogue import Indicator
from metrics.explain import among as explain_among
from metrics.judge.compare import Funnel

HEIGHT = 360
OUTSIDE: dict[Funnel, str] = {"high_0.001": "triangle-up-open", "low_0.001": "triangle-down-open"}
KEY = (
    "Circles are authorities; triangles those outside the outer limits. The filled diamond is ours. Solid line: England. "
    "Dotted: inner limits. Dashed: outer limits."
)


def place(among: Among) -> str:
    """The place and the quarter side by side, and under them what they rest on."""
    rank, quarter = explain_among.placed(among)
    about = f'<p class="quiet">{escape(explain_among.about_place(among))}</p>'
    if among.place is None:
        return f"<h2>Among all authorities</h2>{about}"
    firm = among.place.is_firm
    shown = (("Place", rank, "", ""), ("Quarter", quarter, "" if firm else "grey", "firm" if firm else "not firm"))
    inside = "".join(
        f'<div class="{look}"><dt>{name}</dt><dd><b>{escape(text)}</b><span class="note">{note}</span></dd></div>'
        for name, text, look, note in shown
    )
    return f'<h2>Among all authorities</h2><dl class="facts place">{inside}</dl>{about}'


def below(among: Among, indicator: Indicator) -> str:
    """What stands under the funnel: how to read it, and every authority in a table."""
    said = f"<p>{escape(explain_among.funnel_in_words(among, indicator.unit))}</p>"
    key = "" if among.because else f'<p class="chart-key">{escape(KEY)}</p>'
    return said + key + folded("Every authority's figure", _table(among, indicator), long=True)


def funnel_chart(among: Among, indicator: Indicator, theme: Literal["light", "dark"]) -> go.Figure:
    """The funnel of all authorities, to be drawn with the chart's own template (`theme=None`)."""
    look = DARK if theme == "dark" else LIGHT
    chart = go.Figure(layout=_layout(among, indicator, look))
    _draw_limits(chart, among, look)
    shown = [each for each in among.points if each.where is not None]
    _draw_points(chart, shown, indicator, look)
    if among.own.where is not None:
        _draw_own(chart, among.own, indicator, look)
    return chart


def _layout(among: Among, indicator: Indicator, look: Look) -> go.Layout:
    values = [each.value for each in (*among.points, among.own) if each.value is not None]
    axis = {"gridcolor": look.grid, "zeroline": False, "fixedrange": True, "linecolor": look.quiet, "rangemode": "tozero"}
    percent = indicator.unit == "percent"
    return go.Layout(
        template=go.layout.Template(),
        height=HEIGHT,
        margin={"l": 52, "r": 24, "t": 14, "b": 52},
        paper_bgcolor=look.paper,
        plot_bgcolor=look.paper,
        font={"family": FONT, "size": 13, "color": look.ink},
        showlegend=False,
        hoverlabel={"bgcolor": look.paper, "bordercolor": look.quiet, "font": {"color": look.ink}},
        xaxis={**axis, "title": {"text": words.capital(indicator.denominator_is)}, "tickformat": ",d", "showgrid": False},
        yaxis={**axis, "range": [0, 1.1 * max(values)], "ticksuffix": "%" if percent else "", "tickformat": ",~r"},
    )


def _draw_limits(chart: go.Figure, among: Among, look: Look) -> None:
    sizes = [each.size for each in among.limits]
    lines = (
        ("dot", [each.inner[0] for each in among.limits]),
        ("dot", [each.inner[1] for each in among.limits]),
        ("dash", [each.outer[0] for each in among.limits]),
        ("dash", [each.outer[1] for each in among.limits]),
        ("solid", [among.average] * len(sizes)),
    )
    for dash, values in lines:
        line = {"color": look.quiet if dash != "solid" else look.england, "width": 1.5, "dash": dash, "shape": "spline"}
        chart.add_trace(go.Scatter(x=sizes, y=values, mode="lines", line=line, hoverinfo="skip"))


def _draw_points(chart: go.Figure, points: Sequence[Point], indicator: Indicator, look: Look) -> None:
    chart.add_trace(
        go.Scatter(
            x=[each.size for each in points],
            y=[each.value for each in points],
            mode="markers",
            marker={
                "symbol": [OUTSIDE.get(each.where, "circle-open") if each.where else "circle-open" for each in points],
                "size": 8,
                "color": look.quiet,
                "line": {"width": 1.4},
            },
            text=[f"{each.name}: {_said(each, indicator)}" for each in points],
            hovertemplate="%{text}<extra></extra>",
        )
    )


def _draw_own(chart: go.Figure, own: Point, indicator: Indicator, look: Look) -> None:
    chart.add_trace(
        go.Scatter(
            x=[own.size],
            y=[own.value],
            mode="markers+text",
            text=[f"<b>{escape(own.name)}</b>"],
            textposition="top center",
            textfont={"color": look.ink},
            marker={"symbol": "diamond", "size": 15, "color": look.own, "line": {"width": 1.5, "color": look.paper}},
            hovertext=[f"{own.name}: {_said(own, indicator)}"],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )


def _said(point: Point, indicator: Indicator) -> str:
    return f"{words.number(point.value, indicator.unit)} of {words.amount(point.size)}"


def _table(among: Among, indicator: Indicator) -> str:
    """Ours first, then the others from the lowest figure to the highest; those that are hidden last."""
    others = sorted(among.points, key=lambda each: (each.value is None, each.value or 0.0, each.name))
    headings: Row = ["Authority", Cell("Figure", "number"), Cell("Of", "number"), "In the funnel"]
    rows = [_row(each, indicator, funnel=not among.because) for each in (among.own, *others)]
    shows = 4 if not among.because else 3
    caption = f"{indicator.title}: all authorities, {among.year}; ours is our newest"
    return html_table(caption, headings[:shows], [each[:shows] for each in rows], look="stack")


def _row(point: Point, indicator: Indicator, *, funnel: bool) -> list[Cell | str]:
    figure = words.number(point.value, indicator.unit)
    return [
        point.name,
        Cell(figure or "none", "number strong" if figure else "number quiet", note=point.absent),
        Cell(words.amount(point.size), "number"),
        explain_among.where(point) if funnel else "",
    ]
