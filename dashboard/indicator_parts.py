"""The parts of an indicator's own page, as HTML: the finding, the facts, the table under the chart, breakdowns, cases."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from dashboard.html_table import Cell, Row, folded, html_pairs, html_table
from dashboard.marks import chip
from metrics import explain, words
from metrics.board import Board
from metrics.catalogue import Indicator
from metrics.close_up import CloseUp
from metrics.coverage import State
from metrics.figures import Figure
from metrics.scorecard import Line

NEWEST = 13
"""How many periods stand in the open under the chart."""
SHOWN_ALREADY = {"Owner", "Compared with"}
"""What the page says elsewhere."""


def finding(line: Line) -> str:
    """The title of the page is what was found; above it what the indicator is, below it what it asks."""
    theme, title = escape(line.indicator.theme_title), escape(line.indicator.title)
    return (
        f'<header class="finding"><p class="kicker">{theme} · <b>{title}</b></p>'
        f'<h1>{escape(line.sentence)}</h1><p class="asks">{escape(line.indicator.asks)}</p></header>'
    )


def facts(close: CloseUp) -> str:
    """The few things that are asked of every figure: is it on target, has it changed, how many, how old, whom to ask."""
    line = close.line
    agreed = words.sentence(line.target.agreed or line.status.because or line.target.because)
    shown = [
        ("Status", chip(line.status.mark), f"Target: {line.target.words}. {agreed}"),
        ("Change beyond chance", f"<b>{escape(words.change(line.change.direction))}</b>", _before(line)),
        ("Counted apart", *_counted(close)),
        ("Data to", f"<b>{escape(words.day(line.figure.data_to) or 'none')}</b>", _age(line)),
        ("Whom to ask", f"<b>{escape(line.ask)}</b>", line.contact),
    ]
    inside = "".join(
        f'<div><dt>{escape(name)}</dt><dd>{html}<span class="note">{escape(note)}</span></dd></div>'
        for name, html, note in shown
    )
    return f'<dl class="facts scorecard">{inside}</dl>'


def run_table(run: Sequence[Figure], line: Line) -> str:
    """The figures of the chart, the newest first, the older ones folded."""
    rows = [_run_row(each, line.indicator.unit) for each in reversed(run)]
    shows = [True, True, line.indicator.unit != "count", any(each.families is not None for each in run), True, True]
    headings: Row = [
        "Period",
        Cell("Figure", "number"),
        Cell("Made of", "number"),
        Cell("Families", "number"),
        "State",
        "Data to",
    ]
    heads, kept = _kept(headings, shows), [_kept(each, shows) for each in rows]
    caption = f"{line.indicator.title}: the figures of the chart"
    shown = html_table(caption, heads, kept[:NEWEST], look="stack", hide_caption=True)
    if len(kept) <= NEWEST:
        return shown
    return shown + folded(
        "Earlier periods", html_table("Earlier periods", heads, kept[NEWEST:], look="stack", hide_caption=True)
    )


def comparator_table(line: Line) -> str:
    """England, the region and the neighbours, each with the year it is about and why it may be missing."""
    unit = line.indicator.unit
    if not line.benchmarks:
        if unit == "count" and line.indicator.benchmark:
            why = "A number is not set beside a bigger area's: see the rate or the share instead."
        else:
            why = words.sentence(line.indicator.no_benchmark_because) or "No national figure is published."
        return f'<p class="quiet">{escape(why)}</p>'
    rows: list[Row] = [
        [each.label, Cell(words.number(each.value, unit) or "none", "number strong"), words.capital(each.note)]
        for each in line.benchmarks
    ]
    return html_table(
        "Published figures", ["Area", Cell("Figure", "number"), "Year, and how it was made"], rows, hide_caption=True
    )


def groups(found: Sequence[Figure], indicator: Indicator, called: str, period: str) -> str:
    """A breakdown as bars with their numbers: the table is the chart."""
    if not found:
        return f'<p class="quiet">{escape(f"No cases to break down in {period}.")}</p>'
    unit = indicator.unit
    longest = max((each.value or 0) for each in found) or 1
    shows = [True, True, True, unit != "count", any(each.families is not None for each in found)]
    headings: Row = [
        called,
        Cell("Figure", "number"),
        Cell("Drawn", "bar-head"),
        Cell("Made of", "number"),
        Cell("Families", "number"),
    ]
    rows = [_kept(_group_row(each, unit, longest), shows) for each in found]
    return html_table(f"{indicator.title} by {called.lower()}, {period}", _kept(headings, shows), rows, look="bars")


def about(indicator: Indicator, board: Board) -> str:
    """The definition, with the board's settings in force."""
    return html_pairs([pair for pair in explain.definition(indicator, board) if pair[0] not in SHOWN_ALREADY])


def cases_table(found: pd.DataFrame, indicator: Indicator) -> str:
    """The cases, without any identifier of a child."""
    names = {
        "case_id": "Case",
        "counts_on": "Counts on",
        "counts_from": "Counts from",
        "counts_until": "Until",
        "numerator_from": "In the numerator from",
        "in_numerator": "In the numerator",
        **indicator.breakdowns,
    }
    shown = found.dropna(axis="columns", how="all")
    rows: list[Row] = [[_case_cell(name, value) for name, value in row.items()] for row in shown.to_dict("records")]
    return html_table(f"Cases: {indicator.title}", [names[str(each)] for each in shown.columns], rows)


def _before(line: Line) -> str:
    if line.before is None:
        return "Nothing earlier to compare with."
    return f"It was {words.number(line.before.value, line.indicator.unit)} in {words.period(line.before.period)}."


def _counted(close: CloseUp) -> tuple[str, str]:
    if close.people is None:
        return "<b>no figure</b>", ""
    people = close.people
    said = explain.counted_apart(people.cases, people.children, people.families)
    return f"<b>{escape(said)}</b>", words.capital(close.line.indicator.numerator_is)


def _age(line: Line) -> str:
    received = f"received {words.day(line.received_on)}" if line.received_on else "nothing received"
    return words.sentence(", ".join(part for part in (words.age(line.data_age_days), received) if part))


def _look(figure: Figure) -> str:
    if figure.state is State.PROVISIONAL:
        return "provisional-words"
    return "" if figure.state.has_value else "gap-words"


def _run_row(each: Figure, unit: str) -> Row:
    return [
        Cell(words.period(each.period), "nowrap"),
        Cell(words.number(each.value, unit) or "none", "number strong" if each.value is not None else "number quiet"),
        Cell(words.out_of(each.numerator, each.denominator), "number"),
        Cell("" if each.families is None else f"{each.families:,}", "number"),
        Cell(words.capital(words.state(each.state, each.waiting_for)), _look(each)),
        Cell(words.day(each.data_to, short=True), "nowrap"),
    ]


def _group_row(each: Figure, unit: str, longest: float) -> Row:
    return [
        each.group or "",
        Cell(
            words.number(each.value, unit) or words.short_gap(each.state), "number strong" if each.state.has_value else "number"
        ),
        Cell(bar=100 * (each.value or 0) / longest),
        Cell(words.out_of(each.numerator, each.denominator), "number"),
        Cell("" if each.families is None else f"{each.families:,}", "number"),
    ]


def _kept(row: Row, shows: Sequence[bool]) -> Row:
    """The cells of the columns that have something to say."""
    return [cell for cell, shown in zip(row, shows, strict=True) if shown]


def _case_cell(name: object, value: object) -> Cell:
    if name == "in_numerator":
        return Cell("yes" if value else "no")
    if isinstance(value, pd.Timestamp):
        return Cell(words.day(value.date(), short=True))
    return Cell("" if value is None or value is pd.NaT else str(value), "code" if name == "case_id" else "")
