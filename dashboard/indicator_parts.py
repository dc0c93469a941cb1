"""The parts of an indicator's own page, as HTML: the finding, the facts, the table under the chart, breakdowns, cases."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from dashboard.html_table import Cell, Row, html_pairs, html_table
from dashboard.marks import chip
from metrics import explain, words
from metrics.board import Board
from metrics.catalogue import Indicator
from metrics.close_up import CloseUp
from metrics.coverage import State
from metrics.figures import Figure
from metrics.scorecard import Line


def finding(line: Line) -> str:
    """The title of the page is what was found; above it what the indicator is, below it what it asks."""
    return (
        f'<header class="finding"><p class="kicker">{escape(line.indicator.theme_title)} · {escape(line.indicator.title)}</p>'
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
        ("Whom to ask", f"<b>{escape(line.owner)}</b>", line.contact),
    ]
    inside = "".join(
        f'<div><dt>{escape(name)}</dt><dd>{html}<span class="note">{escape(note)}</span></dd></div>'
        for name, html, note in shown
    )
    return f'<dl class="facts scorecard">{inside}</dl>'


def run_table(run: Sequence[Figure], line: Line) -> str:
    """The figures of the chart, the newest first."""
    unit = line.indicator.unit
    made_of = line.indicator.unit != "count"
    headings: Row = [
        "Period",
        Cell("Figure", "number"),
        *([Cell("Made of", "number")] if made_of else []),
        Cell("Families", "number"),
    ]
    rows: list[Row] = [
        [
            words.period(each.period),
            Cell(words.number(each.value, unit) or "none", "number strong" if each.value is not None else "number quiet"),
            *([Cell(words.out_of(each.numerator, each.denominator), "number")] if made_of else []),
            Cell("" if each.families is None else f"{each.families:,}", "number"),
            Cell(words.capital(words.state(each.state, each.waiting_for)), _look(each)),
            words.day(each.data_to, short=True),
        ]
        for each in reversed(run)
    ]
    return html_table(f"{line.indicator.title}: the figures of the chart", [*headings, "State", "Data to"], rows)


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
        "Published figures to compare with", ["Area", Cell("Figure", "number"), "Year, and how it was made"], rows
    )


def groups(found: Sequence[Figure], indicator: Indicator, called: str, period: str) -> str:
    """A breakdown as bars with their numbers: the table is the chart."""
    if not found:
        return f'<p class="quiet">{escape(f"No cases to break down in {period}.")}</p>'
    unit = indicator.unit
    longest = max((each.value or 0) for each in found) or 1
    made_of = unit != "count"
    rows = "".join(_group_row(each, unit, longest, made_of) for each in found)
    caption = f"{indicator.title} by {called.lower()}, {period}"
    heads = f'<th scope="col">{escape(called)}</th><th scope="col" class="number">Figure</th><th scope="col" class="bar-head">'
    heads += '<span class="only-read">Drawn</span></th>'
    heads += '<th scope="col" class="number">Made of</th>' if made_of else ""
    return (
        f'<div class="wide-table" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="plain-table bars"><caption>{escape(caption)}</caption><thead><tr>{heads}'
        f'<th scope="col" class="number">Families</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def about(indicator: Indicator, board: Board) -> str:
    """The definition, with the board's settings in force."""
    return html_pairs(explain.definition(indicator, board))


def cases_table(found: pd.DataFrame, indicator: Indicator) -> str:
    """The cases, without any identifier of a child."""
    names = {
        "case_id": "Case",
        "counts_on": "Counts on",
        "counts_from": "Counts from",
        "counts_until": "Until",
        "numerator_from": "Above the line from",
        "in_numerator": "Above the line",
        **indicator.breakdowns,
    }
    rows: list[Row] = [[_case_cell(name, value) for name, value in row.items()] for row in found.to_dict("records")]
    return html_table(f"Cases: {indicator.title}", [names[str(each)] for each in found.columns], rows)


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


def _group_row(each: Figure, unit: str, longest: float, made_of: bool) -> str:
    share = 100 * (each.value or 0) / longest
    families = "" if each.families is None else f"{each.families:,}"
    made = f'<td class="number">{escape(words.out_of(each.numerator, each.denominator))}</td>' if made_of else ""
    return (
        f'<tr><th scope="row">{escape(each.group or "")}</th>'
        f'<td class="number strong">{escape(words.number(each.value, unit) or "none")}</td>'
        f'<td class="bar"><span style="width:{share:.1f}%"></span></td>{made}<td class="number">{families}</td></tr>'
    )


def _case_cell(name: object, value: object) -> Cell:
    if name == "in_numerator":
        return Cell("yes" if value else "no")
    if isinstance(value, pd.Timestamp):
        return Cell(words.day(value.date(), short=True))
    return Cell("" if value is None or value is pd.NaT else str(value), "code" if name == "case_id" else "")
