"""What is inside a workbook, looked at before anything is read: how large it would become, which cells are percentages.

A workbook is a zipped folder, and a small one can claim a million columns or unpack to gigabytes. Only the parts that hold
cells are unpacked, as far as a limit; they alone are packed anew for the reader, which never sees a size that was not checked.
"""

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import BinaryIO, NamedTuple

from lxml import etree

from metrics.submission import Refused

LARGEST = 128 << 20
MOST_PARTS = 2_000
MOST_CELLS = 2_000_000
CELLS_OF = ("xl/", "_rels/", "[content_types].xml", "content.xml", "mimetype", "meta-inf/", "styles.xml")
NOT_CELLS = ("xl/media/", "xl/drawings/", "xl/charts/", "xl/vbaproject.bin", "xl/embeddings/", "xl/printersettings/")
ANY = "{*}"
"""Elements are found by their names alone, as the reader finds them: in another namespace they would pass by unmeasured."""
PERCENT_FORMATS = {"9", "10"}
ENORMOUS = "The workbook is enormous: it would unpack to more than is read. Send only the sheet that is needed, in a new one."
NOT_A_WORKBOOK = (
    "The file is a zipped file but not a workbook that we read (.xlsx or .ods). Unpack it, or save the sheet as .xlsx, then "
    "send it again."
)
OTHERS = {
    "word/": "a Word document. Copy its table into a spreadsheet and save that as .xlsx",
    "ppt/": "a presentation. Send the table that stands behind it as .xlsx",
    "xl/workbook.bin": "a binary workbook (.xlsb). Save it as .xlsx",
}
MACROS = (
    "The workbook holds macros, which are small programs. None was run and nothing was read. Save it as an ordinary workbook "
    "(.xlsx), without macros, then send it again."
)
MACROS_IN = ("xl/vbaproject.bin", "xl/macrosheets/", "basic/")
CSV_FILES = "The zipped file holds CSV files that are not the tables of one return. Unpack it, and send each file by itself."
NESTED = "The zipped file holds another compressed file. Unpack both, then send the files that are in them."
DAMAGED = "The workbook is damaged or cut short. Open it in a spreadsheet, save it again as .xlsx and send that."
LOCKED = "The workbook, or the zipped file, is protected by a password. Save it without one, then send it again."
ENCRYPTED = 1
"""The bit of a part's flags that says so."""


class Seen(NamedTuple):
    """The cells of a sheet that are shown as percentages, and those whose formula gave an error: (row, column) from 0."""

    percentages: frozenset[tuple[int, int]] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()


class Parts(NamedTuple):
    """The parts of a workbook that hold its cells, by their names."""

    content: Mapping[str, bytes]

    def repacked(self) -> bytes:
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name, content in self.content.items():
                archive.writestr(name, content)
        return packed.getvalue()


def unpacked(stream: BinaryIO) -> Parts:
    """The parts that hold cells. Raises Refused for what is no workbook, is locked, is damaged or is enormous."""
    try:
        with zipfile.ZipFile(stream) as archive:
            _refuse_others(archive.infolist())
            return _checked(Parts(dict(_members(archive))))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise Refused(DAMAGED) from None
    except RuntimeError:  # what the library says of a member that is encrypted
        raise Refused(LOCKED) from None


def _refuse_others(members: Sequence[zipfile.ZipInfo]) -> None:
    """Raise Refused for what is zipped as a workbook is, and is none, for one with macros or a password."""
    if any(each.flag_bits & ENCRYPTED for each in members):
        raise Refused(LOCKED)
    names = [each.filename.lower() for each in members]
    if what := next((what for start, what in OTHERS.items() if any(each.startswith(start) for each in names)), ""):
        raise Refused(f"The file is {what}, then send it again.")
    if any(each.startswith(MACROS_IN) for each in names):
        raise Refused(MACROS)
    files = [each for each in names if not each.endswith("/")]
    if any(each.endswith((".zip", ".7z", ".rar", ".gz", ".tar")) for each in files):
        raise Refused(NESTED)
    if files and all(each.endswith(".csv") for each in files):
        raise Refused(CSV_FILES)


def seen_in(parts: Parts) -> dict[str, Seen]:
    """What each sheet shows, by its name. Raises Refused for a sheet with more cells than are read."""
    try:
        return dict(_of_ods(parts) if "content.xml" in parts.content else _of_xlsx(parts))
    except (etree.XMLSyntaxError, KeyError, ValueError):
        raise Refused(DAMAGED) from None


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """What holds cells, measured while it is unpacked: the sizes that a file claims may be untrue."""
    left = LARGEST
    members = [each for each in archive.infolist() if _holds_cells(each.filename)]
    if len(members) > MOST_PARTS or sum(each.file_size for each in members) > LARGEST:
        raise Refused(ENORMOUS)
    for each in members:
        with archive.open(each) as part:
            content = part.read(left + 1)
        left -= len(content)
        if left < 0:
            raise Refused(ENORMOUS)
        yield each.filename, content


def _holds_cells(name: str) -> bool:
    lower = name.lower()
    return lower.startswith(CELLS_OF) and not lower.startswith(NOT_CELLS) and not lower.endswith(("/", ".bin"))


def _checked(parts: Parts) -> Parts:
    if b"encryption-data" in parts.content.get("META-INF/manifest.xml", b""):
        raise Refused(LOCKED)
    if not {"content.xml", "xl/workbook.xml"} & set(parts.content):
        raise Refused(NOT_A_WORKBOOK)
    return parts


def _parse(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _elements(content: bytes, *tags: str) -> Iterator[etree._Element]:
    """The elements of a part one after the other, each let go when it has been looked at."""
    for _, element in etree.iterparse(BytesIO(content), tag=tags, resolve_entities=False, no_network=True):
        yield element
        element.clear()
        while element.getprevious() is not None and element.getparent() is not None:
            del element.getparent()[0]


def _of_xlsx(parts: Parts) -> Iterator[tuple[str, Seen]]:
    links = {each.get("Id"): each.get("Target", "") for each in _parse(parts.content["xl/_rels/workbook.xml.rels"])}
    percent = _percent_styles(parts.content.get("xl/styles.xml", b""))
    seen = {path: _seen_on(content, percent) for path, content in parts.content.items() if b"sheetData" in content}
    for sheet in _parse(parts.content["xl/workbook.xml"]).iter(f"{ANY}sheet"):
        target = (links.get(_attribute(sheet, "id")) or "").lstrip("/")
        path = target if target.startswith("xl/") else f"xl/{target}"
        yield sheet.get("name", ""), seen.get(path, Seen())


def _attribute(element: etree._Element, name: str) -> str:
    """An attribute by its name alone."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def _percent_styles(content: bytes) -> frozenset[str]:
    """The numbers of the cell styles that show a percentage."""
    if not content:
        return frozenset()
    styles = _parse(content)
    own = {each.get("numFmtId") for each in styles.iter(f"{ANY}numFmt") if "%" in each.get("formatCode", "")}
    cells = styles.find(f"{ANY}cellXfs")
    formats = [] if cells is None else [each.get("numFmtId") for each in cells]
    return frozenset(str(number) for number, each in enumerate(formats) if each in PERCENT_FORMATS | own)


def _seen_on(content: bytes, percent: frozenset[str]) -> Seen:
    percentages, errors = set(), set()
    last_row = last_column = 0
    row = column = -1
    for cell in _elements(content, f"{ANY}c"):
        row, column = _position(cell.get("r", ""), row, column)
        if not len(cell):
            continue  # a cell with a format and nothing in it
        last_row, last_column = max(last_row, row), max(last_column, column)
        _refuse_large(last_row + 1, last_column + 1)
        if cell.get("t") == "e":
            errors.add((row, column))
        elif cell.get("s") in percent and cell.get("t", "n") == "n":
            percentages.add((row, column))
    return Seen(frozenset(percentages), frozenset(errors))


def _position(reference: str, row: int, column: int) -> tuple[int, int]:
    """`B7` is (6, 1); a cell without a reference is the next one."""
    name = reference.rstrip("0123456789")
    digits = reference[len(name) :]
    if not name.isalpha() or not digits or len(reference) > 10:
        return max(row, 0), column + 1
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return int(digits) - 1, number - 1


def _refuse_large(rows: int, columns: int) -> None:
    if rows * columns > MOST_CELLS:
        raise Refused(ENORMOUS)


def _of_ods(parts: Parts) -> Iterator[tuple[str, Seen]]:
    for table in _parse(parts.content["content.xml"]).iter(f"{ANY}table"):
        yield _attribute(table, "name"), _seen_in_table(table)


def _seen_in_table(table: etree._Element) -> Seen:
    percentages: set[tuple[int, int]] = set()
    row, widest, last = 0, 0, 0
    for line in table.iter(f"{ANY}table-row"):
        times = int(_attribute(line, "number-rows-repeated") or 1)
        found, width = _percentages_of(line)
        if width:
            widest, last = max(widest, width), row + times
            _refuse_large(last, widest)
            percentages |= {(row + down, column) for down in range(times) for column in found}
        row += times
    return Seen(frozenset(percentages))


def _percentages_of(line: etree._Element) -> tuple[list[int], int]:
    """The columns of a row that are percentages, and where its last cell with anything in it ends."""
    found: list[int] = []
    column, width = 0, 0
    for cell in line.iterchildren(f"{ANY}table-cell", f"{ANY}covered-table-cell"):
        times = int(_attribute(cell, "number-columns-repeated") or 1)
        kind = _attribute(cell, "value-type")
        if kind or len(cell):
            width = column + times
            _refuse_large(1, width)
            found += range(column, width) if kind == "percentage" else ()
        column += times
    return found, width
