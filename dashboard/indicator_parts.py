"""The parts of an indicator's own page, as HTML: the finding, the facts, the table under the chart, breakdowns, cases."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from dashboard.html_table import Cell, Row, folded, html_pairs, html_table, kept
from dashboard.marks import status
from metrics import explain, words
from metrics.board import Board
from metrics.catalogue import Indicator
from metrics.close_up import CloseUp
from metrics.coverage import State
from metrics.explain import gaps as explain_gaps
from metrics.explain import marks as explain_marks
from metrics.figures import Figure
from metrics.judge.compare import STRICT
from metrics.scorecard import Line
from metrics.verdicts import Beside, Reading

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
    """The three marks side by side, how far the data reaches, and whom to ask."""
    line = close.line
    agreed = words.sentence(line.target.agreed or line.status.because or line.target.because)
    shown = [
        (
            "Is it changing?",
            f"<b>{escape(words.change(line.change.direction))}</b>",
            f"{_before(line)} {words.sentence(line.footnote)}".strip(),
        ),
        ("Is it on target?", status(line), f"Target: {line.target.words}. {agreed}"),
        ("Beside others", f"<b>{escape(_stands(close.beside))}</b>", explain_marks.older(close.beside)),
        (
            "Data to",
            f"<b>{escape(words.day(line.figure.data_to) or 'none')}</b>",
            f"{words.age(line.data_age_days)}{_unsigned(line)}",
        ),
        ("Whom to ask", f"<b>{escape(line.ask)}</b>", line.contact),
    ]
    inside = "".join(
        f'<div><dt>{escape(name)}</dt><dd>{html}<span class="note">{escape(note)}</span></dd></div>'
        for name, html, note in shown
    )
    return (
        f'<dl class="facts scorecard">{inside}</dl><p class="quiet">Three marks, and none of them says what another does: '
        '<a href="definitions?show=marks" target="_self">what they mean, and by which rules</a>.</p>'
    )


def _unsigned(line: Line) -> str:
    return f"; not signed off by {words.listed(line.unsigned)}" if line.unsigned else ""


def is_it_real(close: CloseUp) -> str:
    """The first question of the room: beyond chance or not, firm or not, and how many children and families it is about."""
    said = (explain_marks.is_it_real(close.line), explain_marks.is_it_firm(close.line), " ".join(filter(None, _counted(close))))
    return "<h2>Is it real?</h2>" + _paragraphs(said)


def how_old(close: CloseUp) -> str:
    """The second: how far the data reaches, when it came, and how much older what it is set beside is."""
    return "<h2>How old is it?</h2>" + _paragraphs(
        (
            explain_marks.how_old(close.line, close.meeting),
            explain_gaps.its_days(close.age) if close.age else "",
            explain_marks.older(close.beside),
        )
    )


def who_else(close: CloseUp) -> str:
    """The third: how England, the region and the neighbours do."""
    return "<h2>Who else?</h2>" + comparator_table(close.line, close.beside)


def chart_words(run: Sequence[Figure], reading: Reading, unit: str) -> str:
    """The chart as a sentence, for those who read and those who do not see it."""
    return f"<p>{escape(explain_marks.chart_in_words(reading, unit))}</p>" if run else ""


def run_table(run: Sequence[Figure], line: Line, reading: Reading) -> str:
    """The figures of the chart, the newest first, the older ones folded; and which rule, if any, each of them stands out by."""
    rows = [_run_row(each, line.indicator.unit, reading) for each in reversed(run)]
    families, charted = any(each.families is not None for each in run), reading.chart.centre is not None
    shows = [True, True, line.indicator.unit != "count", families, charted, True, True]
    headings: Row = [
        "Period",
        Cell("Figure", "number"),
        Cell("Made of", "number"),
        Cell("Families", "number"),
        "Rule that fired",
        "State",
        "Data to",
    ]
    heads, lines = kept(headings, shows), [kept(each, shows) for each in rows]
    caption = f"{line.indicator.title}: the figures of the chart"
    shown = html_table(caption, heads, lines[:NEWEST], look="stack", hide_caption=True)
    if len(lines) <= NEWEST:
        return shown
    return shown + folded(
        "Earlier periods", html_table("Earlier periods", heads, lines[NEWEST:], look="stack", hide_caption=True)
    )


def comparator_table(line: Line, beside: Sequence[Beside]) -> str:
    """England, the region and the neighbours: how we stand beside each, its year and age, and why it may be missing."""
    unit = line.indicator.unit
    if not line.benchmarks:
        if unit == "count" and line.indicator.benchmark:
            why = "A number is not set beside a bigger area's: see the rate or the share instead."
        else:
            why = words.sentence(line.indicator.no_benchmark_because) or "No national figure is published."
        return f'<p class="quiet">{escape(why)}</p>'
    rows: list[Row] = [
        [
            each.label,
            Cell(words.published(each.value, each.low, each.high, unit) or "none", "number strong"),
            Cell(explain_marks.beside_in_words(stands, each, unit), note=_months(stands)),
            words.capital(each.note),
        ]
        for each, stands in zip(line.benchmarks, beside, strict=True)
    ]
    headings: Row = ["Area", Cell("Figure", "number"), "Ours beside it", "Year, and how it was made"]
    level = f"{100 * beside[0].confidence:g}%"
    return html_table("Published figures", headings, rows, look="stack", hide_caption=True) + (
        f'<p class="chart-key">Better, similar or worse by the interval of our figure at {level}; the scorecard, with its many '
        f"lines, asks for {100 * STRICT:g}%. What chance allows is similar.</p>"
    )


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


def _stands(beside: Sequence[Beside]) -> str:
    """`worse than England; similar to London and neighbours`: in the words of the marks, those that can be told."""
    told = [each for each in beside if each.found != "cannot_tell"]
    if not told:
        return "cannot tell" if beside else "not compared"
    found = {each.found: [other.label for other in told if other.found == each.found] for each in told}
    return "; ".join(f"{words.beside(each)}: {', '.join(names)}" for each, names in found.items())


def _months(stands: Beside) -> str:
    return "" if stands.months is None else words.months_older(stands.months)


def _paragraphs(said: Sequence[str]) -> str:
    return "".join(f"<p>{escape(each)}</p>" for each in said if each)


def _counted(close: CloseUp) -> tuple[str, str]:
    if close.people is None:
        return "", ""
    people = close.people
    counted = words.sentence(words.capital(close.line.indicator.numerator_is))
    return explain.counted_apart(people.cases, people.children, people.families), f"Counted: {counted[:1].lower()}{counted[1:]}"


def _look(figure: Figure) -> str:
    if figure.state is State.PROVISIONAL:
        return "provisional-words"
    return "" if figure.state.has_value else "gap-words"


def _run_row(each: Figure, unit: str, reading: Reading) -> Row:
    begins = any(at.at == each.period for at in reading.breaks)
    return [
        Cell(words.period(each.period), "nowrap", note="definition changed" if begins else ""),
        Cell(words.number(each.value, unit) or "none", "number strong" if each.value is not None else "number quiet"),
        Cell(words.out_of(each.numerator, each.denominator), "number", note=words.apart(each.not_determinable)),
        Cell("" if each.families is None else f"{each.families:,}", "number"),
        explain_marks.stands_out(reading, each.period),
        Cell(words.capital(words.state(each.state, each.waiting_for)), _look(each)),
        Cell(words.day(each.data_to, short=True), "nowrap"),
    ]


def _case_cell(name: object, value: object) -> Cell:
    if name == "in_numerator":
        return Cell("yes" if value else "no")
    if isinstance(value, pd.Timestamp):
        return Cell(words.day(value.date(), short=True))
    return Cell("" if value is None or value is pd.NaT else str(value), "code" if name == "case_id" else "")
