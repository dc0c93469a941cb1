"""A CSV file as a table of text: every row with the number a spreadsheet would give it, every ragged row explained."""

import csv
import re

import pyarrow as pa
import pyarrow.csv as pa_csv
from pydantic import BaseModel, ConfigDict

from metrics.intake.source import Source, opened
from metrics.submission import Refused

MOST_COLUMNS = 200
LARGEST = 1 << 30
BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
OTHER_FILES = {
    b"PK\x03\x04": "a spreadsheet workbook (or another zipped file). Save the sheet as CSV (UTF-8)",
    b"\xd0\xcf\x11\xe0": "an old or password-protected Office file. Save the sheet as CSV (UTF-8) without a password",
    b"%PDF": "a PDF document. Send the table itself as CSV (UTF-8)",
    b"\x1f\x8b": "a compressed file. Unpack it first",
}


class TextTable(BaseModel):
    """The rows of a file as text. `rows` has a column `row_number` (the heading is row 1) and one for each heading.

    `ragged` lists the rows with too many or too few cells: (row number, cells expected, cells found).
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    headings: tuple[str, ...]
    rows: pa.Table
    ragged: tuple[tuple[int, int, int], ...]
    encoding: str


def refuse_other_files(start: bytes) -> None:
    """Raise Refused when the first bytes show a file that is no text at all."""
    for mark, what in OTHER_FILES.items():
        if start.startswith(mark):
            raise Refused(f"The file is not a CSV or a census XML: it is {what}, then send it again.")
    if not start.strip():
        raise Refused("The file is empty. Export it again, with its headings, and send the new file.")


def read_headings(source: Source) -> tuple[str, ...]:
    """The first row of a CSV file, without reading the rest. Raises Refused where there is none."""
    with opened(source) as stream:
        text, _ = _as_text(stream.read(1 << 16), whole=False)
    return _headings(text)[0]


def read_table(source: Source) -> TextTable:
    """Read a CSV file. Raises Refused, with one sentence, when it is not one."""
    with opened(source) as stream:
        content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise Refused("The file is larger than 1 GB. Send it in parts, a year at a time.")
    encoded, encoding = _as_utf8(content)
    headings, delimiter = _headings(encoded[: 1 << 16].decode("utf-8", "ignore"))
    table, ragged = _parse(encoded, headings, delimiter)
    numbers = _row_numbers(table.num_rows, [number for number, _, _ in ragged])
    rows = table.append_column("row_number", numbers)
    return TextTable(headings=headings, rows=rows, ragged=tuple(ragged), encoding=encoding)


def _as_utf8(content: bytes) -> tuple[bytes, str]:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return (content[3:], "utf-8") if encoding == "utf-8-sig" else (_decoded(content, encoding).encode(), encoding)
    if b"\0" in content[:4096]:
        text, encoding = _as_text(content, whole=True)
        return text.encode(), encoding
    try:
        pa.array([content], pa.binary()).cast(pa.string())
        return content, "utf-8"
    except (pa.ArrowInvalid, pa.ArrowCapacityError):
        return _decoded(content, "cp1252").encode(), "cp1252"


def _as_text(content: bytes, *, whole: bool) -> tuple[str, str]:
    errors = "strict" if whole else "ignore"
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors), encoding
    if b"\0" in content[:4096]:
        encoding = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
        if content[:4096].count(b"\0") < len(content[:4096]) // 4:
            raise Refused("The file is not text: it holds characters that no CSV has. Save the sheet as CSV (UTF-8).")
        return _decoded(content, encoding), encoding
    try:
        return content.decode("utf-8", errors), "utf-8"
    except UnicodeDecodeError:
        return _decoded(content, "cp1252"), "cp1252"


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(
            "The file's characters cannot be read: it is neither UTF-8, UTF-16 nor Windows text. Save it as CSV (UTF-8)."
        ) from None


def _headings(text: str) -> tuple[tuple[str, ...], str]:
    first_line = text.lstrip("\r\n").split("\n", 1)[0].rstrip("\r")
    if first_line.lstrip().startswith("<"):
        raise Refused("The file is a web page or XML, not a CSV. Export the table itself as CSV (UTF-8).")
    delimiter = max(",;\t|", key=first_line.count)
    row = next(csv.reader([first_line], delimiter=delimiter), [])
    headings = tuple(re.sub(r"[\s\xa0]+", " ", each).strip() for each in row)
    while headings and not headings[-1]:
        headings = headings[:-1]
    _check_headings(headings)
    return headings, delimiter


def _check_headings(headings: tuple[str, ...]) -> None:
    if not headings:
        raise Refused("The first row holds no headings. Put the template's headings in the first row.")
    if len(headings) > MOST_COLUMNS:
        raise Refused(f"The file has more than {MOST_COLUMNS} columns. Send only the template's columns.")
    plain = [each.casefold() for each in headings if each]
    twice = sorted({each for each in plain if plain.count(each) > 1})
    if twice:
        raise Refused(f"The heading '{twice[0]}' stands in two columns. Remove one of them, or name it otherwise.")


def _parse(content: bytes, headings: tuple[str, ...], delimiter: str) -> tuple[pa.Table, list[tuple[int, int, int]]]:
    ragged: list[tuple[int, int, int]] = []
    names = [each or f"(no heading {place})" for place, each in enumerate(headings, start=1)]

    def keep_ragged(row: pa_csv.InvalidRow) -> str:
        ragged.append((row.number or 0, row.expected_columns, row.actual_columns))
        return "skip"

    try:
        table = pa_csv.read_csv(
            pa.BufferReader(content),
            pa_csv.ReadOptions(use_threads=False, column_names=names, skip_rows=1, block_size=1 << 22),
            pa_csv.ParseOptions(
                delimiter=delimiter,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=keep_ragged,
            ),
            pa_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
        )
    except pa.ArrowInvalid as problem:
        if "empty" in str(problem).lower():
            return pa.table({name: pa.array([], pa.string()) for name in names}), ragged
        raise Refused(
            "The file cannot be read as a CSV: a quotation mark is left open, or a cell is far too long. "
            "Open it in a spreadsheet and save it again as CSV (UTF-8)."
        ) from None
    return table, ragged


def _row_numbers(good: int, ragged: list[int]) -> pa.Array:
    """The numbers of the rows that could be read: those of the file less the ragged ones. The heading is row 1."""
    skipped = set(ragged)
    if not skipped:
        return pa.array(range(2, good + 2), pa.int32())
    numbers = (each for each in range(2, good + len(skipped) + 2) if each not in skipped)
    return pa.array(list(numbers)[:good], pa.int32())
