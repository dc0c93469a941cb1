"""The catalogue as it is read by people: every definition by theme, the rules of judging, the states of a figure."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from dashboard.html_table import Cell, Row, html_pairs, html_table
from metrics import explain
from metrics.board import Board
from metrics.catalogue import Indicator
from metrics.explain import marks as explain_marks
from metrics.explain.status import status_rule


def definition_list(indicators: Sequence[Indicator], board: Board, opened: str = "", *, all_open: bool = False) -> str:
    """Definitions folded under their titles, by theme. The one that the link names is open."""
    parts = []
    for title, group in groupby(indicators, key=lambda each: each.theme_title):
        entries = "".join(_entry(each, board, is_open=all_open or each.id == opened) for each in group)
        parts.append(f"<section><h2>{escape(title)}</h2>{entries}</section>")
    return "".join(parts)


def rules(board: Board) -> str:
    """The rules of judging and the board's settings in force, in plain words."""
    pairs = (
        ("Has it changed?", explain.change_rule()),
        ("Is it on target?", status_rule(board.status)),
        ("Two years or more", f"A plan has lasted two years when {explain.two_years(board.settings)}."),
        (
            "Provisional",
            "A figure stays provisional until the data reaches the end of the period and every outcome can be known.",
        ),
        ("Families", "Brothers and sisters count as one family where their agency sends a family identifier."),
    )
    return f"<h2>How figures are judged</h2>{html_pairs(pairs)}"


def marks(board: Board) -> str:
    """One page that says what the three marks are, by which rules they are given, and how a chart shows them."""
    three = "".join(
        f"<h3>{escape(asks)}</h3><p><b>It says:</b> {escape(says)}.</p><p>{escape(rule)}</p>"
        for asks, says, rule in explain_marks.marks_explained(board)
    )
    fired: list[Row] = [[name, text] for name, text in explain_marks.RULES]
    looks: list[Row] = [[Cell(name, mark=mark), text] for mark, name, text in explain_marks.SHAPES]
    rules_table = html_table("Rules", ["Rule", "It fires when"], fired, hide_caption=True)
    points = html_table("Points", ["Point", "It means"], looks, hide_caption=True)
    return (
        f'<section aria-label="The marks"><h2>Three marks, and what each of them says</h2>{three}'
        f"<h2>The rules by which a change is found</h2>{rules_table}<h2>How points look on a chart</h2>{points}</section>"
    )


def states() -> str:
    """What a figure can be, and how each looks."""
    rows: list[Row] = [[Cell(name, mark=mark), meaning] for mark, name, _, meaning in explain.STATES]
    return "<h2>What a figure can be</h2>" + html_table(
        "States of a figure, with the mark on its chart", ["State", "What it means"], rows
    )


def _entry(indicator: Indicator, board: Board, *, is_open: bool) -> str:
    note = f"{indicator.asks}"
    link = f"indicator?id={indicator.id}"
    return (
        f'<details class="entry" id="{escape(indicator.id)}"{" open" if is_open else ""}>'
        f'<summary><h3>{escape(indicator.title)}</h3><span class="note">{escape(note)}</span></summary>'
        f'<div class="inside">{html_pairs(explain.definition(indicator, board))}'
        f'<p><a href="{escape(link)}" target="_self">Its figures</a></p></div></details>'
    )
