"""What is wrong with a file: a list to read, and the same as a CSV to work through."""

import csv
from collections.abc import Sequence
from io import StringIO

from dashboard.html_table import Cell, Row, html_table
from metrics.datasets import contract
from metrics.explain import SEVERITIES
from metrics.submission import Problem

SHOWN = 200
HEADINGS = ("Row", "Where", "Field", "What it means", "What is wrong and what to do")


def problem_table(problems: Sequence[Problem]) -> str:
    """The problems as the file has them, the first of them if there are very many."""
    caption = (
        "Problems in the file" if len(problems) <= SHOWN else f"The first {SHOWN} of {len(problems):,} problems in the file"
    )
    rows: list[Row] = [
        [
            "whole file" if each.row is None else f"{each.row:,}",
            f"{contract(each.dataset).title}, {each.place}" if each.place else contract(each.dataset).title,
            each.field,
            Cell(SEVERITIES[each.severity][1], f"severity {each.severity}", SEVERITIES[each.severity][0]),
            each.sentence,
        ]
        for each in problems[:SHOWN]
    ]
    return html_table(caption, HEADINGS, rows)


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


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
