"""A figure broken down, as HTML: by one thing as bars, by two as a table with its totals. What is hidden says so."""

from collections.abc import Sequence
from html import escape

from dashboard.html_table import Cell, Row, html_table, kept
from metrics import words
from metrics.board.privacy import SmallNumbers
from metrics.catalogue import Indicator
from metrics.coverage import State
from metrics.crossed import Crossing, CrossTable
from metrics.figures import Figure
from metrics.small_numbers import is_hidden

HIDDEN_KEY = (
    '<p class="chart-key">hidden: {}. A nought is shown as 0. '
    '<a href="definitions?show=marks" target="_self">What the marks say</a></p>'
)
TOO_FEW = (
    "It is not broken down: so few are counted that the parts would give a small number away. The whole figure stands above; a "
    "longer period may be broken down."
)


def groups(found: Sequence[Figure], indicator: Indicator, called: str, period: str, rule: SmallNumbers) -> str:
    """A breakdown as bars with their numbers: the table is the chart. What is hidden has no bar, and says so in words."""
    if not found:
        return _none_to_break_down(period)
    if all(is_hidden(each) for each in found):
        return f'<p class="quiet">{escape(TOO_FEW)}</p>'
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
    rows = [kept(_group_row(each, unit, longest), shows) for each in found]
    table = html_table(f"{indicator.title} by {called.lower()}, {period}", kept(headings, shows), rows, look="bars")
    return table + (HIDDEN_KEY.format(escape(rule.words)) if any(is_hidden(each) for each in found) else "")


def cross(table: CrossTable | None, indicator: Indicator, by: str, period: str, rule: SmallNumbers) -> str:
    """Two breakdowns at once: each number with its share of the row."""
    if table is None:
        return _none_to_break_down(period)
    states = [each.state for _, cells in table.rows[1:] for each in cells[1:]]
    if all(each is State.SUPPRESSED for each in states):
        return f'<p class="quiet">{escape(TOO_FEW)}</p>'
    headings: Row = [indicator.breakdowns[indicator.crossed[by][0]], *(Cell(each, "number") for each in table.columns)]
    rows: list[Row] = [[name, *map(_crossing, cells)] for name, cells in table.rows]
    caption = f"{indicator.title} by {indicator.breakdowns[by].lower()}, {period}: the number, and its share of the row"
    shown = html_table(caption, headings, rows, look="stack cross")
    return shown + (HIDDEN_KEY.format(escape(rule.words)) if State.SUPPRESSED in states else "")


def _group_row(each: Figure, unit: str, longest: float) -> Row:
    return [
        each.group or "",
        Cell(words.number(each.value, unit) or words.short_gap(each.state), _group_look(each.state)),
        Cell() if is_hidden(each) else Cell(bar=100 * (each.value or 0) / longest),
        Cell(words.out_of(each.numerator, each.denominator), "number"),
        Cell("" if each.families is None else f"{each.families:,}", "number"),
    ]


def _group_look(state: State) -> str:
    if state is State.SUPPRESSED:
        return "number hidden-words"
    return "number strong" if state.has_value else "number"


def _crossing(each: Crossing) -> Cell:
    text = words.number(each.value, "count") or words.short_gap(each.state)
    look = "number hidden-words" if each.state is State.SUPPRESSED else "number"
    return Cell(text, look, note=words.number(each.share, "percent") if each.value else "")


def _none_to_break_down(period: str) -> str:
    return f'<p class="quiet">{escape(f"No cases to break down in {period}.")}</p>'
