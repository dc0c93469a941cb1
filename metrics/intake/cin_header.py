"""The head of a children in need census file: what it is, whose it is and which year it covers."""

from datetime import date, datetime, timedelta
from typing import BinaryIO
from xml.parsers import expat

from pydantic import BaseModel

_FIELDS = frozenset({"Collection", "Year", "ReferenceDate", "LEA"})
_LONGEST_FIELD = 100
_CHUNK = 1 << 14
_OTHER_RETURNS = {
    "CSWW": "the children's social work workforce census",
    "EXPSSDA903": "the SSDA903 return on children looked after",
}


class NotACensus(ValueError):
    """The file is not a children in need census or cannot be read as one; the message says how to mend it."""


class CensusHeader(BaseModel, frozen=True):
    """What the census says about itself; the period comes from the reference date, never from the year."""

    reference_date: date
    covers_from: date
    covers_to: date
    authority_code: str | None
    year_says: str | None


def kind_of(stream: BinaryIO) -> tuple[str, str]:
    """The outermost element of an XML file, and the collection that its header names; empty where it names none."""
    reader = _Reader(any_root=True)
    fields = reader.read(stream)
    return reader.root, fields.get("Collection", "").upper()


def read_header(stream: BinaryIO, collection: str = "CIN") -> CensusHeader:
    """Read a census header from the start of the file, and no further than its end."""
    fields = _Reader().read(stream)
    if fields.get("Collection", "").upper() != collection:
        raise NotACensus(_another_return(fields.get("Collection", "")))
    reference_date, covers_from = _period(fields.get("ReferenceDate", ""))
    return CensusHeader(
        reference_date=reference_date,
        covers_from=covers_from,
        covers_to=reference_date,
        authority_code=fields.get("LEA") or None,
        year_says=fields.get("Year") or None,
    )


def unreadable(line: int) -> NotACensus:
    """Say where a file stops being XML, without repeating anything that stands there."""
    return NotACensus(
        f"The file cannot be read as XML beyond line {line}: a tag is missing, a character is in the wrong "
        "encoding, or the file was cut short. Export the census from the case management system again, "
        "as UTF-8, and send the new file."
    )


class _Reader:
    # expat, not lxml: it stops at the word DOCTYPE, before any entity has been declared, let alone expanded.
    def __init__(self, *, any_root: bool = False) -> None:
        self.root = ""
        self._any_root = any_root
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = _refuse_doctype
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = self._close
        self._parser.CharacterDataHandler = self._text
        self._path: list[str] = []
        self._fields: dict[str, str] = {}
        self._finished = False

    def read(self, stream: BinaryIO) -> dict[str, str]:
        stream.seek(0)
        try:
            while not self._finished and (chunk := stream.read(_CHUNK)):
                self._parser.Parse(chunk, False)
            if not self._finished:
                self._parser.Parse(b"", True)
        except NotACensus:
            raise
        except (expat.ExpatError, LookupError, ValueError):  # the last two: an encoding not known here
            raise unreadable(self._parser.CurrentLineNumber) from None
        return {name: text.strip() for name, text in self._fields.items()}

    def _open(self, name: str, *_: object) -> None:
        local = name.rpartition(" ")[2]
        if not self._path:
            self.root = local
            if local != "Message":
                self._finished = True
                if not self._any_root:
                    raise NotACensus(_another_root(local))
        self._path.append(local)

    def _close(self, *_: object) -> None:
        self._finished = self._finished or self._path == ["Message", "Header"]
        self._path.pop()

    def _text(self, text: str) -> None:
        if self._path[1:2] == ["Header"] and self._path[-1] in _FIELDS and not self._finished:
            so_far = self._fields.get(self._path[-1], "")
            self._fields[self._path[-1]] = (so_far + text).lstrip()[:_LONGEST_FIELD]


def _refuse_doctype(*_: object) -> None:
    raise NotACensus(
        "The file begins with a DOCTYPE, which a census never has and which can be used to attack whoever "
        "opens it. Export the census from the case management system again and send that file."
    )


def _another_root(root: str) -> str:
    if root in _OTHER_RETURNS:
        return _another_return(root)
    return (
        "The file is XML but not a DfE census: its outermost element should be Message. "
        "Send the children in need census file that is loaded into COLLECT."
    )


def _another_return(collection: str) -> str:
    if not collection:
        return (
            "The file's header does not say which collection it is: Header/CollectionDetails/Collection "
            "should be CIN. Export the children in need census again."
        )
    found = _OTHER_RETURNS.get(collection.upper(), "another collection")
    return (
        f"The file is {found}, not the children in need census: Header/CollectionDetails/Collection "
        "should be CIN. Send the children in need census file."
    )


def _period(text: str) -> tuple[date, date]:
    try:
        reference_date = datetime.fromisoformat(text).date()
        return reference_date, _year_before(reference_date + timedelta(days=1))
    except (ValueError, OverflowError):
        raise NotACensus(
            "The census does not say which year it covers: Header/CollectionDetails/ReferenceDate is missing "
            "or is not a date. Set it to the last day of the census year, written as 2024-03-31."
        ) from None


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        if day.year == 1:
            raise
        return date(day.year - 1, 3, 1)  # the year before a 29 February begins on 1 March
