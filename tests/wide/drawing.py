"""Sheets drawn as boards draw them, in code: workbooks with merged headings and formats, OpenDocument sheets, and CSV."""

import csv
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

Value = str | float | date | None
Draw = Callable[[xlsxwriter.Workbook, Any], None]


class Percent(float):
    """A part of 1 in a cell that shows it as a percentage."""


class Formula(str):
    """A formula, with the value that it had when the workbook was saved: `Formula("=1/4")`, 0.25."""

    __slots__ = ("gave",)
    gave: Value

    def __new__(cls, text: str, gave: Value) -> "Formula":
        made = super().__new__(cls, text)
        made.gave = gave
        return made


def workbook(**sheets: Sequence[Sequence[Value]] | Draw) -> bytes:
    """A workbook with a sheet for each name: rows of values, or a function that draws it."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name.replace("_", " "))
        if callable(rows):
            rows(book, sheet)
        else:
            write(book, sheet, rows)
    book.close()
    return content.getvalue()


def write(book: xlsxwriter.Workbook, sheet: Any, rows: Sequence[Sequence[Value]]) -> None:
    """Rows as they are written into a sheet, each value in the format that it has."""
    percent, day = book.add_format({"num_format": "0%"}), book.add_format({"num_format": "mmm-yy"})
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if isinstance(value, Formula):
                sheet.write_formula(y, x, str(value), None, value.gave)
            elif isinstance(value, date):
                sheet.write_datetime(y, x, value, day)
            elif isinstance(value, str):
                sheet.write_string(y, x, value)
            elif value is not None:
                sheet.write_number(y, x, value, percent if isinstance(value, Percent) else None)


def as_csv(rows: Sequence[Sequence[Value]], delimiter: str = ",") -> bytes:
    """The same as a CSV: percentages as a spreadsheet saves them."""
    text = StringIO()
    shown = [[_shown(value) for value in row] for row in rows]
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(shown)
    return text.getvalue().encode("cp1252", "replace")


def _shown(value: Value) -> Value:
    if isinstance(value, Percent):
        return f"{value * 100:.12g}%"
    return f"{value:g}" if isinstance(value, float) else value


ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
    '<table:table table:name="{name}">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
)
PADDED = '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
REST = (
    '<table:table-row table:number-rows-repeated="1048000">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def ods(name: str, rows: Sequence[Sequence[Value]]) -> bytes:
    """An OpenDocument sheet, with the thousands of empty cells that LibreOffice repeats behind the last."""
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}{PADDED}" for row in rows)
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", ODS.format(name=name, rows=lines + REST))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return content.getvalue()


def _ods_cell(value: Value) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    kind = "percentage" if isinstance(value, Percent) else "float"
    return f'<table:table-cell office:value-type="{kind}" office:value="{float(value)}"/>'
