"""Figures and lines as others' scripts read them. The keys are documented and stable."""

import csv
import json
from collections.abc import Sequence
from io import StringIO
from typing import Any

from metrics import words
from metrics.catalogue import read_catalogue
from metrics.figures import Figure
from metrics.scorecard import Line, Scorecard

FIGURE_KEYS = tuple(each for each in Figure.model_fields if each not in {"returned_by", "not_determinable", "prepared_by"})
LINE_KEYS = (
    *FIGURE_KEYS,
    "title",
    "unit",
    "previous",
    "target",
    "status",
    "status_rule",
    "direction",
    "benchmarks",
    "sentence",
)


def figure_row(figure: Figure) -> dict[str, Any]:
    """One figure with the keys FIGURE_KEYS; days as ISO text."""
    return figure.model_dump(mode="json", include=set(FIGURE_KEYS))


def line_row(line: Line) -> dict[str, Any]:
    """One line with the keys LINE_KEYS.

    `previous` is the value compared with; `target` has words and number; `status` is the mark that stands, and
    `status_rule` the rule's own with its name; `benchmarks` is a list of label, value, year, note.
    """
    return figure_row(line.figure) | {
        "title": line.indicator.title,
        "unit": line.indicator.unit,
        "previous": line.before.value if line.before else None,
        "target": {"words": line.target.words, "number": line.target.number},
        "status": line.status.mark,
        "status_rule": {"by_rule": line.by_rule.mark, "rule": line.by_rule.rule},
        "direction": line.change.direction,
        "benchmarks": [each.model_dump(mode="json") for each in line.benchmarks],
        "sentence": line.sentence,
    }


def as_json(rows: Sequence[dict[str, Any]] | dict[str, Any]) -> str:
    return json.dumps(rows, indent=2, ensure_ascii=False, default=str)


def as_csv(rows: Sequence[dict[str, Any]]) -> str:
    text = StringIO()
    writer = csv.DictWriter(text, fieldnames=FIGURE_KEYS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def rows_as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """Rows that all have the keys of the first, as CSV; nothing for none."""
    if not rows:
        return ""
    text = StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def figures_table(figures: Sequence[Figure]) -> str:
    """Figures as aligned text for a terminal."""
    units = {each.id: each.unit for each in read_catalogue().values()}
    head = ("indicator", "period", "group", "figure", "from", "families", "data to", "state")
    rows = [
        (
            each.indicator,
            each.period,
            each.group or "",
            words.number(each.value, units[each.indicator]) or words.short_gap(each.state),
            "; ".join(filter(None, (words.out_of(each.numerator, each.denominator), words.apart(each.not_determinable)))),
            words.amount(each.families),
            words.day(each.data_to, short=True),
            f"{each.state}{f' ({each.waiting_for})' if each.waiting_for else ''}",
        )
        for each in figures
    ]
    return aligned([head, *rows])


def scorecard_table(card: Scorecard) -> str:
    """The scorecard as aligned text for a terminal."""
    head = ("", "indicator", "figure", "from", "status", "change", "target", "data to")
    rows = [
        (
            str(line.number),
            line.indicator.title,
            words.number(line.figure.value, line.indicator.unit) or words.short_gap(line.figure.state),
            words.out_of(line.figure.numerator, line.figure.denominator),
            line.status.mark.replace("_", " "),
            words.change(line.change.direction),
            line.target.words,
            words.day(line.figure.data_to, short=True),
        )
        for line in card.lines
    ]
    return f"{card.headline}\n{card.board_name}, {words.period(card.period.label)}\n\n{aligned([head, *rows])}"


def aligned(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows as text for a terminal, each column as wide as its widest cell."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
