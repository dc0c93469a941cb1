"""What is wrong with a file: a list to read, and the same as a CSV to work through."""

import csv
from collections.abc import Sequence
from io import StringIO

from dashboard.html_table import Cell, Row, folded, html_table
from metrics.datasets import contract
from metrics.explain import SEVERITIES
from metrics.submission import Problem

SHOWN = 20
MOST = 200
"""How many stand in the open, and how many are drawn at all."""
HEADINGS = ("Row", "Where", "Field", "What it means", "What is wrong and what to do")


def problem_table(problems: Sequence[Problem]) -> str:
    """The problems as the file has them: some in the open, more of them folded, all of them in the CSV."""
    rows = [_problem_row(each) for each in problems[:MOST]]
    shown = html_table("Problems in the file", HEADINGS, rows[:SHOWN], look="stack", hide_caption=True)
    if len(rows) <= SHOWN:
        return shown
    caption = f"Problems {SHOWN + 1} to {len(rows)} of {len(problems):,}"
    return shown + folded(caption, html_table(caption, HEADINGS, rows[SHOWN:], look="stack", hide_caption=True))


def problem_csv(problems: Sequence[Problem]) -> str:
    """All the problems, for a spreadsheet. A cell that a spreadsheet would take for a formula is written as text."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(["row", "dataset", "place", "field", "rule", "severity", "sentence"])
    for each in problems:
        cells = [
            "" if each.row is None else str(each.row),
            each.dataset,
            each.place,
            each.field,
            each.rule,
            each.severity.value,
        ]
        writer.writerow([_plain(cell) for cell in (*cells, each.sentence)])
    return text.getvalue()


def _problem_row(each: Problem) -> Row:
    mark, meaning = SEVERITIES[each.severity]
    row = "whole file" if each.row is None else f"{each.row:,}"
    return [row, _where(each), each.field, Cell(meaning, f"severity {each.severity}", mark), each.sentence]


def _where(problem: Problem) -> str:
    title = contract(problem.dataset).title
    return title if problem.place in {"", f"row {problem.row}"} else f"{title}, {problem.place}"


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
