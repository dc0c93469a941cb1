"""A CSV file as a table of text: every row with the number a spreadsheet would give it, every ragged row explained."""

import csv
import re
from codecs import getincrementaldecoder
from io import SEEK_END, StringIO

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
from pydantic import BaseModel, ConfigDict

from metrics.intake.source import Source, opened
from metrics.submission import Refused

MOST_COLUMNS = 200
LARGEST = 512 << 20
"""A million rows take a hundred megabytes. What is read is held in memory: a larger file is refused before it is."""
MOST_RAGGED, MOST_PADDED = 20_000, 500_000
BLOCK = 1 << 20
SEPARATOR_LINE = re.compile(r"\s*\"?sep=.\"?\s*$", re.IGNORECASE)
QUOTATION = (
    "The file cannot be read as a CSV: a quotation mark is left open, or a cell is far too long. "
    "Open it in a spreadsheet and save it again as CSV (UTF-8)."
)
TOO_LARGE = "The file is larger than 512 MB. Send it in parts, a year at a time."
NOT_TEXT = "The file is not text: it holds characters that no CSV has. Save the sheet as CSV (UTF-8)."
RAGGED = (
    "Tens of thousands of the file's rows have another number of cells than its headings: a separator or a quotation mark is "
    "wrong all the way through. Export it again, or save it in a spreadsheet as CSV (UTF-8)."
)
BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\0\0": "utf-32",  # begins as UTF-16 does, and so stands before it
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
FEWEST_NULLS, MOST_NULLS = 0.25, 0.6
"""Of English text in UTF-16, half of the bytes are nulls."""
LAST_OF_ASCII = 127
MOSTLY_PLAIN = 0.3
"""The share of a text's first characters that may be none of ASCII's: in another alphabet, such as EBCDIC, most are."""


class Heading(BaseModel):
    """The first row with anything in it. `names` are those of every column, the nameless ones at its end included.

    `lines` counts the lines of text up to its end, `row` the rows as a spreadsheet does: the two differ where a name is broken.
    """

    model_config = ConfigDict(frozen=True)

    names: tuple[str, ...]
    delimiter: str
    lines: int
    row: int


class TextTable(BaseModel):
    """The rows of a file as text. `rows` has a column `row_number` (the heading is row 1) and one for each heading.

    `ragged` lists the rows with too many or too few cells: (row number, cells expected, cells found).
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    headings: tuple[str, ...]
    rows: pa.Table
    ragged: tuple[tuple[int, int, int], ...]
    encoding: str


def read_headings(source: Source) -> tuple[str, ...]:
    """The first row of a CSV file, without reading the rest. Raises Refused where there is none."""
    with opened(source) as stream:
        text, _ = _as_text(stream.read(1 << 16), whole=False)
    return _heading(text).names


def read_table(source: Source) -> TextTable:
    """Read a CSV file. Raises Refused, with one sentence, when it is not one."""
    with opened(source) as stream:
        if stream.seek(0, SEEK_END) > LARGEST:
            raise Refused(TOO_LARGE)
        stream.seek(0)
        content = stream.read()
    encoded, encoding = _as_utf8(content)
    heading = _heading(encoded[: 1 << 16].decode("utf-8", "ignore"))
    table, ragged = _parse(encoded, heading)
    apart = [number for number, _, _ in ragged.rows] + list(ragged.padded)
    rows = table.append_column("row_number", _row_numbers(heading.row, table.num_rows, apart))
    if ragged.padded:
        rows = pa.concat_tables([rows, _padded(ragged.padded, rows.schema)])
    return TextTable(headings=heading.names, rows=rows, ragged=tuple(ragged.rows), encoding=encoding)


def decoded(content: bytes) -> str:
    """A file's text. Raises Refused when its characters cannot be read."""
    return _as_text(content, whole=True)[0].removeprefix("\ufeff")


def _as_utf8(content: bytes) -> tuple[bytes, str]:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            if encoding == "utf-8-sig":
                return _as_utf8(content[3:])  # the mark may be untrue
            return _decoded(content, encoding).encode(), encoding
    if b"\0" in content[:4096]:
        text, encoding = _as_text(content, whole=True)
        return text.encode(), encoding
    try:
        if not content.isascii():
            content.decode("utf-8")
        return content, "utf-8"
    except UnicodeDecodeError:
        return _decoded(content, "cp1252").encode(), "cp1252"


def _as_text(content: bytes, *, whole: bool) -> tuple[str, str]:
    errors = "strict" if whole else "ignore"
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return (_decoded(content, encoding) if whole else content.decode(encoding, errors)), encoding
    _refuse_other_alphabets(content[:4096])
    if b"\0" in content[:4096]:
        encoding = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
        share = content[:4096].count(b"\0") / len(content[:4096])
        if share < FEWEST_NULLS or share > MOST_NULLS:
            raise Refused(NOT_TEXT)
        return _decoded(content, encoding), encoding
    try:
        return getincrementaldecoder("utf-8")().decode(content, final=whole), "utf-8"  # a beginning may end within a letter
    except UnicodeDecodeError:
        return _decoded(content, "cp1252"), "cp1252"


def _refuse_other_alphabets(start: bytes) -> None:
    """Raise Refused where most of a text is neither ASCII nor UTF-8: read as Windows text it would be a heap of signs."""
    try:
        getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        if sum(each > LAST_OF_ASCII for each in start) > MOSTLY_PLAIN * len(start):
            raise Refused(NOT_TEXT) from None


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(
            "The file's characters cannot be read: it is neither UTF-8, UTF-16 nor Windows text. Save it as CSV (UTF-8)."
        ) from None


def _heading(text: str) -> Heading:
    if text.lstrip().startswith("<"):
        raise Refused("The file is a web page or XML, not a CSV. Export the table itself as CSV (UTF-8).")
    first_line = next((each for each in text.splitlines() if each.strip() and not SEPARATOR_LINE.match(each)), "")
    delimiter = max(",;\t|", key=first_line.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    for number, cells in enumerate(reader, start=1):
        names = tuple(re.sub(r"[\s\xa0]+", " ", each).strip() for each in cells)
        if any(names) and not SEPARATOR_LINE.match(delimiter.join(cells)):
            _check_headings(names)
            return Heading(names=names, delimiter=delimiter, lines=reader.line_num, row=number)
    raise Refused("The first row holds no headings. Put the template's headings in the first row.")


def _check_headings(names: tuple[str, ...]) -> None:
    plain = [each.casefold() for each in names]
    if sum(map(bool, plain)) > MOST_COLUMNS or len(plain) > 10 * MOST_COLUMNS:
        raise Refused(f"The file has more than {MOST_COLUMNS} columns. Send only the template's columns.")
    for place, each in enumerate(plain, start=1):
        if each and each in plain[place:]:
            # Not by name: in a file without headings it would be what a cell holds.
            other = plain.index(each, place) + 1
            raise Refused(f"Columns {place} and {other} have the same heading. Remove one of them, or name it otherwise.")


def _padded(rows: dict[int, list[str]], schema: pa.Schema) -> pa.Table:
    columns = [pa.array(each, pa.string()) for each in zip(*rows.values(), strict=True)]
    return pa.Table.from_arrays([*columns, pa.array(list(rows), pa.int32())], schema=schema)


def _parse(content: bytes, heading: Heading) -> tuple[pa.Table, "_Ragged"]:
    if b"\n" not in content and b"\r" not in content:
        content += b"\n"  # a heading that ends the file is refused without it
    ragged = _Ragged(heading)
    table = _read(content, heading, ragged, threads=True)
    if ragged.rows or ragged.padded:  # only a single thread can say which rows they are
        ragged = _Ragged(heading)
        table = _read(content, heading, ragged, threads=False)
    last = table.slice(max(table.num_rows - 1, 0)).to_pylist()
    if content.count(b'"') % 2 and (ragged.over_lines or any(_breaks(cell) for row in last for cell in row.values())):
        # Nothing closes the mark: the rows after it have become one cell, and would be lost without a word.
        raise Refused(QUOTATION)
    return table, ragged


class _Ragged:
    """Keeps the rows with too many or too few cells, as the parser meets them.

    Apart from them stand the rows that only end in empty cells, as a spreadsheet writes them: by their number, without those.
    """

    def __init__(self, heading: Heading) -> None:
        self._before = heading.row - heading.lines
        self._delimiter = heading.delimiter
        self.padded: dict[int, list[str]] = {}
        self.rows: list[tuple[int, int, int]] = []
        self.over_lines = self.too_many = False

    def keep(self, row: pa_csv.InvalidRow) -> str:
        if len(self.rows) >= MOST_RAGGED or len(self.padded) >= MOST_PADDED:
            self.too_many = True
            return "error"
        number = (row.number or 0) + self._before
        self.over_lines = self.over_lines or _breaks(row.text)
        cells = self._cells(row)
        if len(cells) > row.expected_columns and not any(each.strip() for each in cells[row.expected_columns :]):
            self.padded[number] = cells[: row.expected_columns]
            return "skip"
        self.rows.append((number, row.expected_columns, row.actual_columns))
        return "skip"

    def _cells(self, row: pa_csv.InvalidRow) -> list[str]:
        try:
            return next(csv.reader(StringIO(row.text, newline=""), delimiter=self._delimiter), [])
        except csv.Error:
            return []


def _read(content: bytes, heading: Heading, ragged: _Ragged, *, threads: bool) -> pa.Table:
    names = [each or f"(no heading {place})" for place, each in enumerate(heading.names, start=1)]
    try:
        return pa_csv.read_csv(
            pa.BufferReader(content),
            pa_csv.ReadOptions(use_threads=threads, column_names=names, skip_rows=heading.lines, block_size=BLOCK),
            pa_csv.ParseOptions(
                delimiter=heading.delimiter,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=ragged.keep,
            ),
            pa_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=False,
                check_utf8=False,  # checked before
            ),
        )
    except pa.ArrowInvalid as problem:
        if ragged.too_many:
            raise Refused(RAGGED) from None
        if "empty" in str(problem).lower():
            return pa.table({name: pa.array([], pa.string()) for name in names})
        raise Refused(QUOTATION) from None


def _breaks(text: str) -> bool:
    return "\n" in text.strip() or "\r" in text.strip()


def _row_numbers(heading: int, good: int, ragged: list[int]) -> pa.Array:
    """The numbers of the rows that could be read: those of the file less the ragged ones."""
    first = heading + 1
    numbers = np.arange(first, first + good + len(set(ragged)), dtype="int32")
    return pa.array(numbers[~np.isin(numbers, ragged)][:good] if ragged else numbers)
