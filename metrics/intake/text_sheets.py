"""A file, or several sent together, as sheets of text: a CSV is one, a workbook has its visible sheets, a zip its CSV files."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple

import pyarrow as pa

from metrics.intake.csv_table import LARGEST, read_headings, read_table
from metrics.intake.opened import Opened
from metrics.intake.source import Source, opened
from metrics.intake.workbook import ZIP, as_csv
from metrics.submission import Refused

MOST_FILES = 60
MOST_TIMES = 100
"""A table of text packs to a tenth, seldom to a fiftieth: what claims to unpack to more than this is made to do harm."""
SMALL = 16 << 20
TOO_LARGE_TOGETHER = (
    "The zipped file is enormous: it would unpack to more than is read. Send the CSV files themselves, by year."
)
DEEPEST_HEADING = 50
"""The rows of a sheet in which its headings are looked for."""
SAME_TIME = (1980, 1, 1, 0, 0, 0)
"""The time in a set's zip, so that the same files make the same set."""
UNREADABLE_ZIP = "The zipped file cannot be read: it is damaged, or protected by a password. Send the CSV files themselves."
MIXED = "Several files can be sent together when all of them are CSV: the tables of one return. Send any other file by itself."


class Head(NamedTuple):
    """A sheet's name (empty for a CSV by itself) and its headings."""

    name: str
    headings: tuple[str, ...]


class TextSheet(NamedTuple):
    """A sheet's rows as text: one column for each heading, and `row_number` as a spreadsheet counts."""

    head: Head
    rows: pa.Table
    ragged: tuple[tuple[int, int, int], ...]


def heads_of(file: Opened) -> tuple[Head, ...]:
    """The headings of every sheet that has any. Raises Refused for a file that cannot be read as sheets."""
    if not file.is_zipped:
        return (Head("", read_headings(file.source)),)
    if is_set(file):
        return tuple(Head(name, found) for name, content in _csv_files(file.source) if (found := _headings(content)))
    tops = ((each.name, as_csv(each.rows[:DEEPEST_HEADING])) for each in file.book.tables)
    return tuple(Head(name, found) for name, content in tops if (found := _headings(content)))


def sheets_in(file: Opened) -> Iterator[TextSheet]:
    """Every sheet with headings, one after the other. Raises Refused as `heads_of`."""
    parts = _parts(file) if file.is_zipped else (("", file.source),)
    for name, content in parts:
        if _headings(content):
            table = read_table(content)
            yield TextSheet(Head(name, table.headings), table.rows, table.ragged)


def is_set(file: Opened) -> bool:
    """Whether it is a zip of CSV files."""
    if not file.is_zipped:
        return False
    try:
        with opened(file.source) as stream, zipfile.ZipFile(stream) as archive:
            names = _files(archive)
            return bool(names) and all(each.filename.lower().endswith(".csv") for each in names)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return False  # what is no zip is refused as the workbook that it may be


def together(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Several CSV files as one set. Raises Refused where one of them is something else."""
    if any(content.startswith(ZIP) or not name.lower().endswith(".csv") for name, content in files):
        raise Refused(MIXED)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in sorted(files):
            archive.writestr(zipfile.ZipInfo(PurePosixPath(name).name, SAME_TIME), content)
    return packed.getvalue()


def _parts(file: Opened) -> Iterator[tuple[str, bytes]]:
    if is_set(file):
        yield from _csv_files(file.source)
        return
    for table in file.book.tables:
        if any(any(row) for row in table.rows):
            yield table.name, table.csv


def _csv_files(source: Source) -> Iterator[tuple[str, bytes]]:
    left = LARGEST
    try:
        with opened(source) as stream, zipfile.ZipFile(stream) as archive:
            if len(_files(archive)) > MOST_FILES:
                raise Refused(f"The zipped file holds more than {MOST_FILES} files. Send only the tables of one return.")
            _refuse_bomb(_files(archive))
            for each in _files(archive):
                with archive.open(each) as part:
                    content = part.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise Refused(TOO_LARGE_TOGETHER)
                yield PurePosixPath(each.filename).name, content
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        raise Refused(UNREADABLE_ZIP) from None


def _refuse_bomb(files: Sequence[zipfile.ZipInfo]) -> None:
    """Raise Refused where the files claim to become far larger than any return is packed."""
    unpacked, packed = sum(each.file_size for each in files), sum(each.compress_size for each in files)
    if unpacked > LARGEST or unpacked > max(SMALL, MOST_TIMES * packed):
        raise Refused(TOO_LARGE_TOGETHER)


def _files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [each for each in archive.infolist() if not each.is_dir()]


def _headings(content: Source) -> tuple[str, ...]:
    try:
        return read_headings(content)
    except Refused:
        return ()
