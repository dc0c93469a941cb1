"""What is wrong with a file: a list to read, and the same as a CSV to work through."""

import csv
from collections.abc import Sequence
from io import StringIO

from dashboard.html_table import Cell, Row, folded, html_table
from metrics.datasets import contract
from metrics.explain import SEVERITIES
from metrics.intake.desk import MOST_PROBLEMS_OF_A_RULE
from metrics.submission import Problem, Severity

SHOWN = 20
MOST = 200
"""How many stand in the open, and how many are drawn at all."""
GRAVEST = tuple(Severity)
RULE_HEADINGS: Row = ("What is wrong and what to do", "Dataset", Cell("Rows", "number"), "What it means", "Rule")
HEADINGS = ("Row", "Where", "Field", "What it means", "What is wrong and what to do")


def problem_table(problems: Sequence[Problem]) -> str:
    """The problems as the file has them: some in the open, more of them folded, all of them in the CSV."""
    rows = [_problem_row(each) for each in problems[:MOST]]
    shown = html_table("Problems in the file", HEADINGS, rows[:SHOWN], look="stack", hide_caption=True)
    if len(rows) <= SHOWN:
        return shown
    caption = f"Problems {SHOWN + 1} to {len(rows)} of {len(problems):,}"
    return shown + folded(caption, html_table(caption, HEADINGS, rows[SHOWN:], look="stack", hide_caption=True))


def rule_table(problems: Sequence[Problem]) -> str:
    """How often each rule fired, the gravest first; what it says of one row stands for all of them."""
    found: dict[tuple[str, str, str], list[Problem]] = {}
    for each in problems:
        found.setdefault((each.dataset, each.rule, each.field), []).append(each)
    ordered = sorted(found.values(), key=lambda each: (GRAVEST.index(each[0].severity), -len(each)))
    return html_table("Problems by rule", RULE_HEADINGS, [_rule_row(each) for each in ordered], look="stack", hide_caption=True)


def _rule_row(problems: Sequence[Problem]) -> Row:
    first = problems[-1]
    mark, meaning = SEVERITIES[first.severity]
    rows = len({each.row for each in problems if each.row is not None})
    count = f"{rows:,}" if rows < MOST_PROBLEMS_OF_A_RULE else f"{rows:,} or more"
    counted = Cell(count if rows else "whole file", "number")
    return [
        first.sentence,
        contract(first.dataset).title,
        counted,
        Cell(meaning, f"severity {first.severity}", mark),
        first.rule,
    ]


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
