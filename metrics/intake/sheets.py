"""A file as sheets: a workbook, or a CSV laid out as one. Records are read as a CSV is, periods in columns as a wide sheet."""

import csv
import hashlib
from io import StringIO
from typing import NamedTuple

from metrics.datasets import Extract
from metrics.intake.csv_table import decoded, read_headings
from metrics.intake.headings import FitsNothing, fitting
from metrics.intake.opened import Opened
from metrics.intake.source import Source, hash_of, opened
from metrics.intake.workbook import Table, Workbook, as_csv
from metrics.submission import Refused, Submission
from metrics.wide.columns import looks_wide
from metrics.wide.sheet import MOST_ROWS, Sheet, sheet_of

LARGEST_CSV = 5 << 20
MOST_CELLS_OF_A_ROW = 10_000
NEITHER = (
    "None of the workbook's sheets is the template of a dataset, and none has periods over its columns. Take the template: "
    "scorecard template NAME."
)


class Sheets(NamedTuple):
    """What a file of sheets holds: the table of records that fits a dataset, else the sheets with periods in columns."""

    fits: tuple[type[Extract], ...] = ()
    records: bytes = b""
    wide: tuple[Sheet, ...] = ()
    notes: tuple[str, ...] = ()


def sheets_of(file: Opened) -> Sheets | None:
    """A workbook's sheets, or a CSV's when it is laid out as one; None for any other file.

    Raises Refused, with one sentence, for a workbook in which there is nothing that we read.
    """
    return _of_workbook(file.book) if file.is_zipped else _of_csv(file.source)


def hash_as_read(source: Source, submission: Submission) -> str:
    """SHA-256 of a file and of what it was said to mean: the same sheet with another meaning says something else."""
    rows = "" if submission.rows is None else str(submission.rows.to_pylist())
    return hashlib.sha256(f"{hash_of(source)} {rows}".encode()).hexdigest()


def _of_workbook(book: Workbook) -> Sheets:
    filled = [each for each in book.tables if any(any(row) for row in each.rows)]
    if not filled:
        raise Refused("The workbook holds no visible sheet with anything in it. Check that this is the right file.")
    records = [(each, found) for each in filled if (found := _fits(each))]
    hidden = ("Hidden sheets of the workbook were not read.",) if book.hidden else ()
    if len(records) > 1:
        raise Refused("Several sheets of the workbook hold datasets. Send each as a file of its own.")
    if records:
        table, fits = records[0]
        others = ("Only the sheet with the template's headings was read.",) if len(filled) > 1 else ()
        return Sheets(fits, table.csv, (), (*others, *hidden))
    wide = tuple(each for table in filled if looks_wide(each := sheet_of(table.name, table.rows)))
    if not wide:
        raise FitsNothing(NEITHER)
    others = ("Sheets without periods over their columns were not read.",) if len(wide) < len(filled) else ()
    return Sheets(wide=wide, notes=(*others, *hidden))


def _fits(table: Table) -> tuple[type[Extract], ...]:
    try:
        return tuple(fitting(read_headings(as_csv(table.rows[:50]))))
    except Refused:
        return ()


def _of_csv(source: Source) -> Sheets | None:
    with opened(source) as stream:
        content = stream.read(LARGEST_CSV + 1)
    if len(content) > LARGEST_CSV:
        return None
    try:
        sheet = sheet_of("", _cells(decoded(content)))
    except (Refused, csv.Error, UnicodeDecodeError):  # what is no sheet is refused as the CSV that it is
        return None
    return Sheets(wide=(sheet,)) if looks_wide(sheet) else None


def _cells(text: str) -> list[list[str]]:
    start = text[: 1 << 14]
    delimiter = max(",;\t|", key=start.count)
    rows: list[list[str]] = []
    for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
        rows.append(row)
        if len(row) > MOST_CELLS_OF_A_ROW:
            raise csv.Error
        if len(rows) > MOST_ROWS:
            break
    return rows
