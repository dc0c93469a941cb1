"""A large sheet in pieces: each is a sheet by itself, with whole rows, so that the reader never holds more than one of them."""

import re
from collections.abc import Iterator
from typing import IO

from metrics.intake.workbook_parts import ENORMOUS
from metrics.submission import Refused

CHUNK = 1 << 20
LONGEST_ROW = 32 << 20
"""Also of what stands before the first row, and after the last."""
ROW = re.compile(rb"<((?:[\w.-]+:)?)row[\s/>]")


def pieces_of(sheet: IO[bytes], size: int) -> Iterator[bytes]:
    """A sheet's XML as documents of about so many bytes. One that is smaller, or that has no rows, is handed on as it is.

    Raises Refused where a row, or what stands before the rows, is longer than is read.
    """
    head, held, end, found = b"", b"", b"", None
    while chunk := sheet.read(CHUNK):
        held += chunk
        if found is None and (found := ROW.search(held)):
            head, held, end = held[: found.start()], held[found.start() :], _end(found[1])
        cut = _last_row(held, found) if found and len(held) > size else 0
        if cut:
            yield head + held[:cut] + end
            held = held[cut:]
        elif len(held) > size + LONGEST_ROW:
            raise Refused(ENORMOUS)
    yield head + held


def _end(prefix: bytes) -> bytes:
    return b"</%bsheetData></%bworksheet>" % (prefix, prefix)


def _last_row(held: bytes, found: re.Match[bytes]) -> int:
    """Where the last row begins; 0 where there is but one."""
    row = b"<%brow" % found[1]
    return max(held.rfind(row + after) for after in (b" ", b">", b"\n"))
