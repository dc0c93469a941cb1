"""The logs as evidence for inspection: challenges with answer, outcome and what followed; actions with their updates."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from math import ceil

import xlsxwriter

from metrics import meeting_words, words
from metrics.board import Board
from metrics.catalogue import read_catalogue
from metrics.meeting_log.actions import Action, actions
from metrics.meeting_log.afterwards import Afterwards, afterwards
from metrics.meeting_log.challenges import Challenge, challenges
from metrics.store import Store

Row = dict[str, str]
A4 = 9
"""The number that workbooks have for A4."""
LINE, TALLEST = 15, 405
"""Points of one line, and of the tallest row that a workbook may have."""


def challenge_rows(store: Store, today: date) -> list[Row]:
    """One row for each challenge, in the order of asking."""
    board = store.board
    found = (each.challenge for each in challenges(store))
    return [challenge_row(board, each, afterwards(store, each, today), today) for each in found]


def action_rows(store: Store, today: date) -> list[Row]:
    """One row for each action, in the order of agreeing."""
    board = store.board
    return [action_row(board, each.action, today) for each in actions(store)]


def as_csv(rows: Sequence[Row]) -> str:
    """The rows as CSV, with their headings. A text that a spreadsheet would take for a formula is kept from being one."""
    text = StringIO()
    if rows:
        writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _no_formula(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue()


def as_workbook(sheets: Mapping[str, Sequence[Row]], title: str = "", made_at: datetime | None = None) -> bytes:
    """The rows as a workbook, a sheet for each: headings kept in view, cells wrapped, every cell a text.

    The same rows give the same bytes where `made_at` is given. No person's name is kept in it.
    """
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, **({"created": made_at} if made_at else {})})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        headings = list(rows[0]) if rows else ["Nothing has been logged"]
        widths = [_width([row[heading] for row in rows]) for heading in headings]
        for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, head)
        for number, row in enumerate(rows, start=1):
            sheet.set_row(number, _height(list(row.values()), widths))
            for column, text in enumerate(row.values()):
                sheet.write_string(number, column, text, cell)
    book.close()
    return file.getvalue()


def _width(texts: Sequence[str]) -> int:
    """Characters across: as many as the longest text needs, within reason."""
    return min(48, max(12, max(map(len, texts), default=0) + 2))


def _height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Points: as many lines as the fullest cell needs. Not every program works it out for itself."""
    lines = [
        sum(ceil(max(1, len(line)) / width) for line in text.splitlines()) for text, width in zip(texts, widths, strict=True)
    ]
    return min(TALLEST, LINE * max(1, *lines))


def challenge_row(board: Board, each: Challenge, after: Afterwards | None, today: date) -> Row:
    """A challenge with its answer, its outcome, and what the figure did since."""
    return {
        "Reference": each.reference,
        "Meeting": words.day(each.meeting),
        "Line of the scorecard": title_of(each.indicator),
        "What it said": f"{each.said} Issue {each.issue}; {each.status}.".strip(),
        "Asked by": each.asked_by,
        "To": board.called(each.to),
        "Question": each.question,
        "Answer due": words.day(each.due),
        "Answer": each.answer,
        "Answered by": each.answered_by,
        "Answered on": words.day(each.answered_on),
        "Outcome": each.outcome,
        "Status": meeting_words.challenge_state(each, today),
        "What the figure did afterwards": after.sentence if after else "",
        "Rules that fired since": "; ".join(after.fired) if after else "",
    }


def action_row(board: Board, each: Action, today: date) -> Row:
    """An action with every update."""
    return {
        "Reference": each.reference,
        "Meeting": words.day(each.meeting),
        "Action": each.text,
        "Owners": each.owner_names(board),
        "Due": words.day(each.due),
        "Status": meeting_words.action_state(each, today),
        "Updates": "\n".join(f"{words.day(said.on)}, {said.by}: {said.text}" for said in each.updates),
        "Carried forward to": "; ".join(words.day(day) for day in each.carried_to),
        "Merged into": each.merged_into,
        "Closed because": each.closed_because,
        "From challenge": each.challenge,
        "Line of the scorecard": title_of(each.indicator),
        "Source": each.source,
    }


def title_of(indicator: str) -> str:
    """An indicator's title; of one that is no longer counted its id, of none nothing."""
    known = read_catalogue().get(indicator)
    return known.title if known else indicator


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
