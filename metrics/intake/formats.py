"""The files that councils already make, known by what is in them: which one a file is, and reading it into parts.

One module for each: annex_a, ssda903, csww, ssd. The children in need census is read as it streams, by cin_census.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from metrics.intake import annex_a, cin_header, csww, ssd, ssda903
from metrics.intake.opened import Opened
from metrics.intake.parts import ReadFile
from metrics.intake.source import opened
from metrics.intake.text_sheets import heads_of, is_set, sheets_in
from metrics.submission import Refused

MOST_NAMED = 6


class Known(NamedTuple):
    """A file of a known format: which, and what it holds, in a sentence."""

    kind: str
    title: str
    sentence: str


def known_xml(file: Opened) -> Known | None:
    """Which return an XML file is; None for the children in need census and for no return. Raises Refused for a DOCTYPE."""
    try:
        with opened(file.source) as stream:
            root, collection = cin_header.kind_of(stream)
    except cin_header.NotACensus as problem:
        raise Refused(str(problem)) from None
    if root == ssda903.ROOT:
        return Known(ssda903.KIND, ssda903.TITLE, "SSDA903 return on children looked after (XML).")
    if collection == "CSWW":
        header = _workforce_header(file)
        sentence = f"Children's social work workforce census, on {header.reference_date:%d/%m/%Y}."
        return Known(csww.KIND, csww.TITLE, sentence)
    return None


def known_tables(file: Opened) -> Known | None:
    """Which format a CSV, a set of them or a workbook is, by its headings; None for any other table.

    Raises Refused for a file that is often taken for one of these, and is not.
    """
    try:
        heads = heads_of(file)
    except Refused:
        if is_set(file):
            raise
        return None  # what cannot be read as a table is refused by the reader of tables, which says more
    if tables := ssda903.found_in(heads):
        return Known(ssda903.KIND, ssda903.TITLE, _sentence(ssda903.TITLE, [ssda903.title(each) for each in tables]))
    if lists := annex_a.found_in(heads):
        return Known(annex_a.KIND, annex_a.TITLE, _sentence(annex_a.TITLE, [annex_a.title(each) for each in lists]))
    if tables := ssd.found_in(heads):
        return Known(ssd.KIND, ssd.TITLE, _sentence(ssd.TITLE, list(tables)))
    return None


def read_known(file: Opened, kind: str, as_at: date | None, covers_from: date | None, today: date) -> ReadFile:
    """Read a file of a known format. Raises Refused with one sentence; Undated where nobody said which day it stands for."""
    if kind == csww.KIND:
        with opened(file.source) as stream:
            return csww.read(stream, _workforce_header(file))
    if kind == ssda903.KIND and file.is_xml:
        with opened(file.source) as stream:
            return ssda903.read_xml(stream, as_at, covers_from, today)
    sheets = sheets_in(file)
    if kind == ssda903.KIND:
        return ssda903.read_sheets(sheets, as_at, covers_from, today)
    return annex_a.read(sheets, as_at, covers_from) if kind == annex_a.KIND else ssd.read(sheets, as_at, covers_from, today)


def authority_of(file: Opened, kind: str) -> str | None:
    """The authority that a file says it is from, where its format says so."""
    return _workforce_header(file).authority_code if kind == csww.KIND else None


def _workforce_header(file: Opened) -> cin_header.CensusHeader:
    try:
        with opened(file.source) as stream:
            return cin_header.read_header(stream, "CSWW")
    except cin_header.NotACensus as problem:
        raise Refused(str(problem)) from None


def _sentence(title: str, held: Sequence[str]) -> str:
    more = f" and {len(held) - MOST_NAMED} more" if len(held) > MOST_NAMED else ""
    return f"{title}: {', '.join(held[:MOST_NAMED])}{more}."
