"""The passport of a target: what was agreed, by whom and when, on which figures, what it comes to, and by which rule."""

from html import escape

from dashboard.html_table import Cell, Row, html_pairs, html_table
from metrics.board import Board
from metrics.explain.status import passport
from metrics.line import Line


def target_passport(line: Line, board: Board) -> str:
    """A short list under its heading; the targets of other years or quarters in a table; nothing agreed is said so."""
    found = passport(line, board)
    if not found:
        return '<h2>The target</h2><p class="quiet">The board has agreed no target, so there is no status.</p>'
    return f"<h2>The target</h2>{html_pairs(found)}{_steps(line)}"


def _steps(line: Line) -> str:
    if not line.target.steps:
        return ""
    rows: list[Row] = [
        [Cell(each.period), Cell(each.words, "strong" if each.is_now else "", note="in force" if each.is_now else "")]
        for each in line.target.steps
    ]
    return html_table(f"Targets of {escape(line.indicator.short)} by period", ["Period", "Target"], rows, hide_caption=True)
