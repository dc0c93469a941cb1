"""A run of figures as a chart: gaps stay gaps, provisional points are hollow, comparators stand at their own year."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

import plotly.graph_objects as go

from metrics import explain, words
from metrics.coverage import State
from metrics.figures import Figure
from metrics.scorecard import Line

HEIGHT = 380
MARGIN = {"l": 46, "r": 98, "t": 18, "b": 44}
LABEL_HEIGHT = 33
YEAR = timedelta(days=365)
FONT = "'Source Sans', 'Source Sans Pro', 'Segoe UI', Arial, sans-serif"
SIGNS = {"smaller": "at most", "bigger": "at least"}


class Look(NamedTuple):
    """The colours of a theme: each kind of line has its own, and its own dashes for a print without colour."""

    ink: str
    quiet: str
    grid: str
    paper: str
    own: str
    england: str
    region: str
    neighbours: str


LIGHT = Look("#1A1F27", "#565D66", "#E3E6EA", "#FFFFFF", "#12436D", "#28A197", "#801650", "#F46A25")
DARK = Look("#F2F4F7", "#B4BCC6", "#323842", "#171614", "#7DB5E8", "#4FC9BE", "#E07AB0", "#F79257")
DASHES = {"england": "dash", "region": "dot", "neighbours": "dashdot"}


class Level(NamedTuple):
    """A horizontal line: where it stands, what is written at its end, how it looks, and the days that it is about."""

    value: float
    label: str
    colour: str
    dash: str
    first_day: date | None = None
    last_day: date | None = None


def trend_chart(run: Sequence[Figure], line: Line, theme: Literal["light", "dark"]) -> go.Figure:
    """The trend of one indicator, to be drawn with the chart's own template (`theme=None`)."""
    look = DARK if theme == "dark" else LIGHT
    levels = [*_comparators(line, look), *_target(line, look)]
    top = _top(run, levels, line.indicator.unit)
    chart = go.Figure(layout=_layout(run, look, top, line.indicator.unit))
    for level in levels:
        _draw_level(chart, level, run)
    _draw_run(chart, run, line, look)
    _draw_gaps(chart, run, look)
    _write_labels(chart, [*levels, *_own_label(run, line, look)], top, look)
    return chart


def _layout(run: Sequence[Figure], look: Look, top: float, unit: str) -> go.Layout:
    step = max(1, -(-len(run) // 5))
    shown = [*run[::-1][::step]][::-1]
    span = (run[-1].last_day - run[0].last_day) or YEAR
    return go.Layout(
        template=go.layout.Template(),
        height=HEIGHT,
        margin=MARGIN,
        paper_bgcolor=look.paper,
        plot_bgcolor=look.paper,
        font={"family": FONT, "size": 13, "color": look.ink},
        showlegend=False,
        hovermode="x unified",
        hoverlabel={"bgcolor": look.paper, "bordercolor": look.quiet, "font": {"color": look.ink}},
        xaxis={
            "tickvals": [each.last_day for each in shown],
            "ticktext": [words.short_period(each.period).replace(" ", "<br>", 1) for each in shown],
            "range": [run[0].last_day - span * 0.04, run[-1].last_day + span * 0.03],
            "showgrid": False,
            "tickangle": 0,
            "linecolor": look.quiet,
            "ticks": "outside",
            "tickcolor": look.quiet,
            "fixedrange": True,
            "type": "date",
        },
        yaxis={
            "range": [0, top],
            "gridcolor": look.grid,
            "zeroline": False,
            "fixedrange": True,
            "nticks": 6,
            "ticksuffix": "%" if unit == "percent" else "",
            "tickformat": ",~r" if unit != "count" else ",d",
        },
    )


def _top(run: Sequence[Figure], levels: Sequence[Level], unit: str) -> float:
    """The end of the axis, which begins at nought: a little above the highest value, and 100 at most for a share."""
    highest = max([each.value for each in run if each.value is not None] + [each.value for each in levels], default=0)
    if unit == "percent":
        return 102 if highest > 60 else max(highest * 1.2, 2)
    return max(highest * 1.2, 4)


def _comparators(line: Line, look: Look) -> list[Level]:
    unit = line.indicator.unit
    return [
        Level(
            value=each.value,
            label=f"{_name(each.label)}<br>{words.number(each.value, unit)} ({each.year})",
            colour=str(getattr(look, each.kind)),
            dash=DASHES[each.kind],
            first_day=each.period_end - YEAR if each.period_end else None,
            last_day=each.period_end,
        )
        for each in line.benchmarks
        if each.value is not None
    ]


def _target(line: Line, look: Look) -> list[Level]:
    if line.target.number is None or line.target.kind != "fixed":
        return []
    sign = SIGNS.get(line.indicator.better, "")
    said = f"{sign} {words.number(line.target.number, line.indicator.unit)}".strip()
    return [Level(value=line.target.number, label=f"Target<br>{said}", colour=look.ink, dash="solid")]


def _own_label(run: Sequence[Figure], line: Line, look: Look) -> list[Level]:
    known = [each for each in run if each.value is not None]
    if not known or known[-1].value is None:
        return []
    said = words.number(known[-1].value, line.indicator.unit)
    label = f"<b>{said}</b><br>{words.short_period(known[-1].period)}"
    return [Level(value=known[-1].value, label=label, colour=look.own, dash="solid")]


def _draw_level(chart: go.Figure, level: Level, run: Sequence[Figure]) -> None:
    """Thin across the chart; thick over the year that the comparator is about, where that year is drawn."""
    whole = {"x0": 0, "x1": 1, "xref": "paper", "y0": level.value, "y1": level.value, "layer": "below"}
    chart.add_shape(type="line", line={"color": level.colour, "width": 1.5, "dash": level.dash}, **whole)
    if level.first_day is None or level.last_day is None or level.last_day < run[0].last_day:
        return
    first = max(level.first_day, run[0].last_day)
    chart.add_shape(
        type="line", x0=first, x1=level.last_day, y0=level.value, y1=level.value, layer="below",
        line={"color": level.colour, "width": 5},
    )  # fmt: skip


def _draw_run(chart: go.Figure, run: Sequence[Figure], line: Line, look: Look) -> None:
    unit = line.indicator.unit
    hollow = [look.paper if each.state is State.PROVISIONAL else look.own for each in run]
    chart.add_trace(
        go.Scatter(
            x=[each.last_day for each in run],
            y=[each.value for each in run],
            mode="lines+markers",
            connectgaps=False,
            line={"color": look.own, "width": 2.5},
            marker={
                "size": 9 if len(run) < 20 else 7,
                "symbol": ["diamond" if each.state is State.ZERO else "circle" for each in run],
                "color": hollow,
                "line": {"color": look.own, "width": 2},
            },
            text=[_hover(each, unit) for each in run],
            hovertemplate="%{text}<extra></extra>",
            name=line.indicator.title,
        )
    )


def _draw_gaps(chart: go.Figure, run: Sequence[Figure], look: Look) -> None:
    gaps = [each for each in run if each.value is None]
    chart.add_trace(
        go.Scatter(
            x=[each.last_day for each in gaps],
            y=[0] * len(gaps),
            mode="text",
            cliponaxis=False,
            textfont={"size": 15, "color": look.quiet},
            text=[explain.MARKS[each.state] for each in gaps],
            hovertext=[f"{words.period(each.period)}: {words.short_gap(each.state)}" for each in gaps],
            hovertemplate="%{hovertext}<extra></extra>",
            name="No figure",
        )
    )


def _hover(figure: Figure, unit: str) -> str:
    made_of = words.out_of(figure.numerator, figure.denominator)
    provisional = ", provisional" if figure.state is State.PROVISIONAL else ""
    shown = "" if figure.denominator is None else f" ({made_of})"
    return f"{words.period(figure.period)}: {words.number(figure.value, unit)}{shown}{provisional}"


def _write_labels(chart: go.Figure, levels: Sequence[Level], top: float, look: Look) -> None:
    """Labels at the ends of the lines, moved apart where they would lie on each other."""
    plot = HEIGHT - MARGIN["t"] - MARGIN["b"]
    ordered = sorted(levels, key=lambda level: level.value)
    wanted = [level.value / top * plot for level in ordered]
    for level, height, place in zip(ordered, wanted, _apart(wanted, plot), strict=True):
        chart.add_annotation(
            x=1,
            xref="paper",
            xanchor="left",
            xshift=6,
            y=level.value,
            yshift=place - height,
            align="left",
            showarrow=False,
            text=f'<span style="color:{level.colour}">━</span> {level.label}',
            font={"size": 12, "color": look.ink},
        )


def _apart(places: Sequence[float], room: float) -> list[float]:
    """Places from low to high with at least a label's height between them, the highest kept within the room."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + LABEL_HEIGHT if moved else place))
    ceiling = room
    for index in range(len(moved) - 1, -1, -1):
        moved[index] = min(moved[index], ceiling)
        ceiling = moved[index] - LABEL_HEIGHT
    return moved


def _name(label: str) -> str:
    short = {"Statistical neighbours": "Neighbours"}.get(label, label)
    return short if len(short) <= 12 else "Region"


CONFIG: dict[str, Any] = {"displayModeBar": False, "responsive": True}
