"""What a cell and a row of a published file say: a number or one of the DfE's codes, an area, a year."""

import re
from typing import Final, NamedTuple

from metrics.benchmarks.files import Figure, NotABenchmarkFile

CODES: Final = {
    "c": "suppressed because the number is small",
    "k": "rounds to zero",
    "u": "of low reliability",
    "x": "not available",
    "z": "not applicable",
    "low": "rounds to zero",
}
NUMBER = re.compile(r"-?\d+(\.\d+)?")
Record = dict[str, str]


class Read(NamedTuple):
    """A figure as published: its value, or the code that stands in its place."""

    value: float | None
    status: str
    numerator: float | None = None
    denominator: float | None = None


class Place(NamedTuple):
    """An area as the tables name it."""

    level: str
    code: str
    name: str
    joint_with: str | None = None
    region: str = ""


def cell(record: Record, column: str) -> Read:
    """One cell. An empty one is not available; anything but a number or a known code is refused."""
    text = record[column].strip().replace(",", "")
    if NUMBER.fullmatch(text):
        return Read(float(text), "published")
    if text == "" or text.lower() in CODES:
        return Read(None, text.lower() or "x")
    codes = ", ".join(CODES)
    raise NotABenchmarkFile(f"The column {column} holds neither a number nor one of the DfE's codes ({codes})")


def figure(record: Record, wanted: Figure) -> Read:
    """One measure from one row."""
    if not wanted.value:
        return _share(record, wanted)
    numerator = total(record, wanted.numerator).value
    denominator = total(record, wanted.denominator).value
    return cell(record, wanted.value)._replace(numerator=numerator, denominator=denominator)


def total(record: Record, columns: tuple[str, ...]) -> Read:
    """The sum of several cells; the first code among them when one has no number."""
    cells = [cell(record, column) for column in columns]
    if not cells:
        return Read(None, "x")
    numbers = [read.value for read in cells if read.value is not None]
    if len(numbers) < len(cells):
        return Read(None, next(read.status for read in cells if read.value is None))
    return Read(sum(numbers), "computed")


def _share(record: Record, wanted: Figure) -> Read:
    part, whole = total(record, wanted.numerator), total(record, wanted.denominator)
    others = total(record, wanted.rest)
    if part.value is None and whole.value is not None and others.value is not None:
        part = Read(whole.value - others.value, "computed")
    if whole.value == 0:
        return Read(None, "z", part.value, whole.value)
    if part.value is None or whole.value is None:
        status = whole.status if whole.value is None else part.status
        return Read(None, status, part.value, whole.value)
    return Read(100 * part.value / whole.value, "computed", part.value, whole.value)


def year(record: Record) -> int:
    """The year a row is about: 2025 from "2025", and from "202425"."""
    text = record["time_period"].strip()
    if re.fullmatch(r"\d{4}", text):
        return int(text)
    if re.fullmatch(r"\d{6}", text):
        return int(text[:4]) + 1
    raise NotABenchmarkFile("The column time_period holds something other than a year such as 2025 or 202425")


def places(record: Record) -> list[Place]:
    """The areas of a row. A joint return ("314 / 318") is given to each of its partners."""
    level = record["geographic_level"].strip()
    if level == "National":
        return [Place("england", "E92000001", "England")]
    if level == "Regional":
        return [Place("region", record["region_code"].strip(), record["region_name"].strip())]
    if level != "Local authority":
        return []
    codes, names = _split(record["old_la_code"]), _split(record["la_name"])
    if not all(codes):
        raise NotABenchmarkFile("A row for a local authority has no old_la_code")
    region = record["region_code"].strip()
    named = names if len(names) == len(codes) else [record["la_name"].strip()] * len(codes)
    return [
        Place("authority", code, name, " / ".join(other for other in codes if other != code) or None, region)
        for code, name in zip(codes, named, strict=True)
    ]


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split("/")]
