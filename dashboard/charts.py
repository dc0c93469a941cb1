"""A run of figures as a chart: gaps stay gaps, provisional points are hollow, comparators stand at their own year."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

import plotly.graph_objects as go

from dashboard.chart_limits import draw_breaks, draw_families, draw_limits, draw_notes
from dashboard.chart_look import DARK, FONT, LIGHT, Look
from metrics import explain, words
from metrics.benchmarks import Comparator
from metrics.coverage import State
from metrics.figures import Figure
from metrics.scorecard import Line
from metrics.verdicts import Reading

HEIGHT = 380
MARGIN = {"l": 46, "r": 122, "t": 18, "b": 44}
LABEL_HEIGHT = 33
YEAR = timedelta(days=365)
SIGNS = {"smaller": "at most", "bigger": "at least"}


DASHES = {"england": "dash", "region": "dot", "neighbours": "dashdot", "neighbours_before": "longdash"}


class Level(NamedTuple):
    """A horizontal line: where it stands, what is written at its end, how it looks, and the days that it is about."""

    value: float
    label: str
    colour: str
    dash: str
    first_day: date | None = None
    last_day: date | None = None
    is_drawn: bool = True


def trend_chart(run: Sequence[Figure], line: Line, reading: Reading, theme: Literal["light", "dark"]) -> go.Figure:
    """The trend of one indicator, to be drawn with the chart's own template (`theme=None`)."""
    look = DARK if theme == "dark" else LIGHT
    levels = [*_comparators(line, look), *_target(line, look), *_usual(reading, line, look)]
    top = _top(run, [*(each.value for each in levels), *_limits(reading, line)], line.indicator.unit)
    chart = go.Figure(layout=_layout(run, look, top, line.indicator.unit))
    draw_limits(chart, reading, _days(run), _is_of_unit(reading, line), look)
    begins = {each.period: each.first_day for each in run}
    draw_breaks(chart, reading, begins, look)
    draw_notes(chart, reading, begins, look)
    for level in levels:
        _draw_level(chart, level, run)
    _draw_run(chart, run, line, reading, look)
    _draw_gaps(chart, run, look)
    if reading.chart.counted and _is_of_unit(reading, line):
        draw_families(chart, reading, _days(run), look)
    _write_labels(chart, [*levels, *_own_label(run, line, look)], top, look)
    return chart


def _days(run: Sequence[Figure]) -> dict[str, date]:
    return {each.period: each.last_day for each in run}


def _is_of_unit(reading: Reading, line: Line) -> bool:
    """Whether the limits can be drawn on the axis of the figures: families can beside a number, not beside a rate."""
    return not reading.chart.counted or line.indicator.unit == "count"


def _limits(reading: Reading, line: Line) -> list[float]:
    return list(reading.chart.upper) if _is_of_unit(reading, line) else []


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


def _top(run: Sequence[Figure], levels: Sequence[float], unit: str) -> float:
    """The end of the axis, which begins at nought: a little above the highest value, and 100 at most for a share."""
    highest = max([*(each.value for each in run if each.value is not None), *levels], default=0)
    if unit == "percent":
        return 102 if highest > 60 else max(highest * 1.2, 2)
    return max(highest * 1.2, 4)


def _comparators(line: Line, look: Look) -> list[Level]:
    unit = line.indicator.unit
    return [
        Level(
            value=end,
            label=f"{_name(each)}<br>{words.published(each.value, each.low, each.high, unit)} ({each.year})" * (at == 0),
            colour=str(getattr(look, each.kind.removesuffix("_before"))),
            dash=DASHES[each.kind],
            first_day=each.period_end - YEAR if each.period_end else None,
            last_day=each.period_end,
        )
        for each in line.benchmarks
        for at, end in enumerate(end for end in (each.value, each.high, each.low) if end is not None)
    ]


def _target(line: Line, look: Look) -> list[Level]:
    if line.target.number is None or line.target.kind != "fixed":
        return []
    sign = SIGNS.get(line.indicator.better, "")
    said = f"{sign} {words.number(line.target.number, line.indicator.unit)}".strip()
    return [Level(value=line.target.number, label=f"Target<br>{said}", colour=look.ink, dash="solid")]


def _usual(reading: Reading, line: Line, look: Look) -> list[Level]:
    """The usual level with the limits of chance, named at its end."""
    centre = reading.chart.centre
    if centre is None or not _is_of_unit(reading, line):
        return []
    said = words.number(centre, line.indicator.unit)
    called = "Usual, families" if reading.chart.counted else "Usual level"
    return [Level(value=centre, label=f"{called}<br>{said}", colour=look.quiet, dash="solid", is_drawn=False)]


def _own_label(run: Sequence[Figure], line: Line, look: Look) -> list[Level]:
    known = [each for each in run if each.value is not None]
    if not known or known[-1].value is None:
        return []
    said = words.number(known[-1].value, line.indicator.unit)
    label = f"<b>{said}</b><br>{words.short_period(known[-1].period)}"
    return [Level(value=known[-1].value, label=label, colour=look.own, dash="solid")]


def _draw_level(chart: go.Figure, level: Level, run: Sequence[Figure]) -> None:
    """Thin across the chart; thick over the year that the comparator is about, where that year is drawn."""
    if not level.is_drawn:
        return
    whole = {"x0": 0, "x1": 1, "xref": "paper", "y0": level.value, "y1": level.value, "layer": "below"}
    chart.add_shape(type="line", line={"color": level.colour, "width": 1.5, "dash": level.dash}, **whole)
    if level.first_day is None or level.last_day is None or level.last_day < run[0].last_day:
        return
    first = max(level.first_day, run[0].last_day)
    chart.add_shape(
        type="line", x0=first, x1=level.last_day, y0=level.value, y1=level.value, layer="below",
        line={"color": level.colour, "width": 5},
    )  # fmt: skip


def _draw_run(chart: go.Figure, run: Sequence[Figure], line: Line, reading: Reading, look: Look) -> None:
    unit, shown = line.indicator.unit, _with_breaks(run, reading)
    hollow = [look.paper if each is not None and each.state is State.PROVISIONAL else look.own for each, _ in shown]
    usual = 9 if len(run) < 20 else 7
    chart.add_trace(
        go.Scatter(
            x=[day for _, day in shown],
            y=[each.value if each else None for each, _ in shown],
            mode="lines+markers",
            connectgaps=False,
            line={"color": look.own, "width": 2.5},
            marker={
                "size": [usual + 4 if each and each.period in reading.signals else usual for each, _ in shown],
                "symbol": [_symbol(each, reading) for each, _ in shown],
                "color": hollow,
                "opacity": 1,
                "line": {"color": look.own, "width": 2},
            },
            text=[_hover(each, unit) if each else "" for each, _ in shown],
            hovertemplate="%{text}<extra></extra>",
            name=line.indicator.title,
        )
    )


def _with_breaks(run: Sequence[Figure], reading: Reading) -> list[tuple[Figure | None, date]]:
    """The figures with their days, and a hole wherever the definition changed: no line is drawn across it."""
    begins = {each.at for each in reading.breaks}
    shown: list[tuple[Figure | None, date]] = []
    for each in run:
        shown += [(None, each.first_day)] * (each.period in begins)
        shown.append((each, each.last_day))
    return shown


def _symbol(figure: Figure | None, reading: Reading) -> str:
    """What stands out is a triangle, up or down; a true nought a diamond; all else a circle."""
    if figure is None:
        return "circle"
    if signal := reading.signals.get(figure.period):
        return "triangle-up" if signal.way > 0 else "triangle-down"
    return "diamond" if figure.state is State.ZERO else "circle"


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
    ordered = sorted((level for level in levels if level.label), key=lambda level: level.value)
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


def _name(published: Comparator) -> str:
    """What is written at the end of its line, where there is little room."""
    short = {"neighbours": "Neighbours", "neighbours_before": "Old list"}.get(published.kind, published.label)
    return short if len(short) <= 12 else "Region"


CONFIG: dict[str, Any] = {"displayModeBar": False, "responsive": True}
