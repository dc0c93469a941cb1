"""What is inside a workbook, looked at before anything is read: what it is, and how large it would become.

A workbook is a zipped folder, and a small one can claim a million columns or unpack to gigabytes. Only the parts that are
needed are unpacked, as far as a limit; they alone are packed anew for the reader, which never sees a size that was not checked.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO

from lxml import etree

from metrics.submission import Refused

LARGEST = 128 << 20
"""Of the parts beside the sheets together, and of an OpenDocument sheet: they are held in memory whole."""
LARGEST_SHEETS = 1 << 30
"""Of the sheets together: they are read in pieces. A million rows of ten columns are half of it."""
MOST_TIMES, SMALL = 100, 32 << 20
"""A sheet packs to a tenth, seldom to a fiftieth: one that is not small and claims to unpack to more is made to do harm."""
MOST_PARTS = 2_000
CELLS_OF = ("xl/", "_rels/", "[content_types].xml", "content.xml", "mimetype", "meta-inf/", "styles.xml")
NOT_CELLS = ("xl/media/", "xl/drawings/", "xl/charts/", "xl/vbaproject.bin", "xl/embeddings/", "xl/printersettings/")
ANY = "{*}"
"""Elements are found by their names alone, as the reader finds them: in another namespace they would pass by unmeasured."""
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


def refuse_others(archive: zipfile.ZipFile) -> None:
    """Raise Refused for what is zipped as a workbook is, and is none, for one with macros or a password."""
    members = archive.infolist()
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
    if not {"content.xml", "xl/workbook.xml"} & {each.filename for each in members}:
        raise Refused(NOT_A_WORKBOOK)


def parts_beside(archive: zipfile.ZipFile, sheets: Iterable[str]) -> dict[str, bytes]:
    """The parts that the reader needs, the sheets apart. Raises Refused for a workbook that is locked or enormous."""
    apart = set(sheets)
    parts = dict(_members(archive, [each for each in archive.infolist() if _is_needed(each.filename, apart)]))
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Refused(LOCKED)
    return parts


def refuse_enormous(members: Sequence[zipfile.ZipInfo]) -> None:
    """Raise Refused where sheets claim to become larger than is read. What they claim is the most that is unpacked of them."""
    for each in members:
        if each.file_size > max(SMALL, MOST_TIMES * each.compress_size):
            raise Refused(ENORMOUS)
    if sum(each.file_size for each in members) > LARGEST_SHEETS:
        raise Refused(ENORMOUS)


def packed(parts: Mapping[str, bytes]) -> BytesIO:
    """Parts as a zipped file that packs nothing."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    made.seek(0)
    return made


def sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """The name of each sheet of an .xlsx, and the part that it is."""
    links = {each.get("Id"): each.get("Target", "") for each in parsed(_small(archive, "xl/_rels/workbook.xml.rels"))}
    found = {}
    for sheet in parsed(_small(archive, "xl/workbook.xml")).iter(f"{ANY}sheet"):
        target = (links.get(attribute(sheet, "id")) or "").lstrip("/")
        found[sheet.get("name", "")] = target if target.startswith("xl/") else f"xl/{target}"
    return found


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its name alone."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def parsed(content: bytes) -> etree._Element:
    """A part's outermost element. Nothing that it names is looked up."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        content = part.read(SMALL + 1)
    if len(content) > SMALL:
        raise Refused(ENORMOUS)
    return content


def _members(archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """Parts, measured while they are unpacked: the sizes that a file claims may be untrue."""
    left = LARGEST
    if len(members) > MOST_PARTS or sum(each.file_size for each in members) > LARGEST:
        raise Refused(ENORMOUS)
    for each in members:
        with archive.open(each) as part:
            content = part.read(left + 1)
        left -= len(content)
        if left < 0:
            raise Refused(ENORMOUS)
        yield each.filename, content


def _is_needed(name: str, apart: set[str]) -> bool:
    lower = name.lower()
    if name in apart or lower.endswith(("/", ".bin")):
        return False
    return lower.startswith(CELLS_OF) and not lower.startswith(NOT_CELLS)
