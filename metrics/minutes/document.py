"""The minutes as a Word document: real headings, tables whose headings are repeated, a language, a title, nobody's name."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as OfWord
from docx.table import Table as TableOfWord
from docx.table import _Cell

from metrics.minutes.content import Minutes
from metrics.minutes.document_look import (
    edge_to_edge,
    head_row,
    kept_whole,
    language_and_fonts,
    numbered_pages,
    page_of_a4,
    properties,
)
from metrics.minutes.sections import Section, Table, opening, sections, title

ONE_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every part of the file: the same minutes give the same bytes."""
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What a paste can bring along and no Word document may hold."""


def as_document(minutes: Minutes) -> bytes:
    """The document (.docx), A4 upright. The same minutes give the same bytes."""
    made = Document()
    language_and_fonts(made)
    page_of_a4(made)
    properties(made, title(minutes), minutes.board.name, minutes.made_at)
    made.add_heading(title(minutes), level=0)
    whose, for_whom = opening(minutes)
    made.add_paragraph(whose, style="Subtitle")
    made.add_paragraph(for_whom)
    for each in sections(minutes):
        _add(made, each, 1)
    numbered_pages(made, _foot(minutes))
    return _same_bytes(made)


def _foot(minutes: Minutes) -> str:
    issue = f"issue {minutes.read.issue}, {minutes.read.content_hash[:16]}" if minutes.read else ""
    return " · ".join(filter(None, (minutes.board.name, "for the public" if minutes.public else "for the board", issue)))


def _add(made: OfWord, section: Section, level: int) -> None:
    made.add_heading(section.heading, level=level)
    for each in section.said:
        made.add_paragraph(_readable(each))
    for each in section.points:
        made.add_paragraph(_readable(each), style="List Bullet")
    if section.table:
        _add_table(made, section.table)
    for part in section.parts:
        _add(made, part, level + 1)


def _add_table(made: OfWord, table: Table) -> None:
    drawn = made.add_table(rows=1 + len(table.rows), cols=len(table.heads), style="Table Grid")
    edge_to_edge(drawn, table.widths, table.caption)
    _fill(drawn, 0, table.heads)
    head_row(drawn.rows[0])
    for number, row in enumerate(table.rows, start=1):
        _fill(drawn, number, row)
        kept_whole(drawn.rows[number])


def _fill(drawn: TableOfWord, number: int, texts: tuple[str, ...]) -> None:
    for cell, text in zip(drawn.rows[number].cells, texts, strict=True):
        _write(cell, text)


def _write(cell: _Cell, text: str) -> None:
    """Each line of a cell's text as a paragraph of its own."""
    first, *rest = _readable(text).splitlines() or [""]
    cell.paragraphs[0].text = first
    cell.paragraphs[0].style = "In a table"
    for each in rest:
        cell.add_paragraph(each, style="In a table")


def _readable(text: str) -> str:
    """A text with a space for each character that the format forbids."""
    return NOT_IN_XML.sub(" ", text)


def _same_bytes(made: OfWord) -> bytes:
    """The file with one time for all its parts, instead of that of writing."""
    as_saved, kept = BytesIO(), BytesIO()
    made.save(as_saved)
    with ZipFile(as_saved) as read, ZipFile(kept, "w", ZIP_DEFLATED) as again:
        for each in read.infolist():
            again.writestr(ZipInfo(each.filename, ONE_TIME), read.read(each.filename), ZIP_DEFLATED)
    return kept.getvalue()
