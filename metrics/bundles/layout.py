"""A bundle as a text: one line of JSON for each thing that is said, and a last line with the SHA-256 of all lines before it.

`docs/bundle.md` describes the lines to people. A line that this program does not know, or that says too much, is refused: so
there is no place in a bundle for a row about a child.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError, model_validator

from metrics.frozen import Frozen
from metrics.submission import Checked, Count, Refused

LAYOUT = 1
MARK = b'{"scorecard_bundle":'
"""How every bundle begins."""
LARGEST = 64 << 20
MOST_LINES = 200_000
PROMISE = (
    "Counts that an agency prepared from its own records. No row about a child is in this file, no identifier, no hash of one "
    "and no date of a person: docs/bundle.md says what each line means and how to check it."
)
CHANGED = (
    "The bundle is not as it was prepared: it was changed on the way, or only a part of it arrived. Send the file that "
    "scorecard prepare wrote, without opening and saving it."
)
NEWER = (
    "The bundle was prepared by a newer version of the scorecard (its layout is {found}, this program knows {known}). Update "
    "this program, or prepare the bundle with its version."
)

Name = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,80}$")]
Words = Annotated[str, Field(max_length=300)]
Amount = Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]
Amounts = Annotated[tuple[Amount, ...], Field(max_length=2000)]
Counts = Annotated[tuple[Count | None, ...], Field(max_length=2000)]


class Head(Frozen):
    """The first line: who prepared the counts, for which board, when, from how many files, by which definitions."""

    scorecard_bundle: int
    what: Words = PROMISE
    agency: Name
    agency_name: Words
    board: Words
    area_code: Annotated[str, Field(max_length=20)]
    area_name: Words
    prepared_at: datetime
    prepared_by: Words
    software: Words
    catalogue: Annotated[str, Field(max_length=64)]
    two_years: Words
    files: dict[Name, Count]


class Covered(Frozen):
    """What was read of one dataset: the days it covers, what it says nothing of, and what the checks found."""

    line: Literal["covered"] = "covered"
    dataset: Name
    format: Name
    supplied: bool
    covers_from: date
    covers_to: date
    as_at: date
    lacks: Annotated[tuple[Name, ...], Field(max_length=200)]
    rows_read: Count
    checked: Checked

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Covered":
        if self.covers_from > self.covers_to:
            raise ValueError("it ends before it begins")
        return self


class Counted(Frozen):
    """An indicator that was counted, with the mark of the definition by which it was."""

    line: Literal["counted"] = "counted"
    indicator: Name
    title: Words
    version: int
    mark: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    reads: Annotated[tuple[Name, ...], Field(max_length=20)]


class NotCounted(Frozen):
    """An indicator that these records alone cannot tell, and why."""

    line: Literal["not_counted"] = "not_counted"
    indicator: Name
    title: Words
    because: Annotated[str, Field(max_length=1000)]


class Series(Frozen):
    """The counts of an indicator for all cases, or for one group of a breakdown: a number for each period from the first on."""

    line: Literal["counts"] = "counts"
    indicator: Name
    by: Name | None
    group: Annotated[str, Field(max_length=200)] | None
    every: Literal["month", "quarter", "year", "academic"]
    first: Annotated[str, Field(max_length=20)]
    numerator: Amounts
    denominator: Amounts
    families: Counts | None
    apart: Counts | None

    @model_validator(mode="after")
    def _as_many_of_each(self) -> "Series":
        lengths = {len(each) for each in (self.numerator, self.denominator, self.families, self.apart) if each is not None}
        if len(lengths) != 1 or (self.by is None) != (self.group is None):
            raise ValueError("a number is lacking")
        return self


Line = Annotated[Covered | Counted | NotCounted | Series, Field(discriminator="line")]
LINE: TypeAdapter[Covered | Counted | NotCounted | Series] = TypeAdapter(Line)


class Bundle(NamedTuple):
    """Everything that a bundle says."""

    head: Head
    lines: Sequence[Covered | Counted | NotCounted | Series]

    @property
    def covered(self) -> list[Covered]:
        return [each for each in self.lines if isinstance(each, Covered)]

    @property
    def counted(self) -> list[Counted]:
        return [each for each in self.lines if isinstance(each, Counted)]

    @property
    def not_counted(self) -> list[NotCounted]:
        return [each for each in self.lines if isinstance(each, NotCounted)]

    @property
    def series(self) -> list[Series]:
        return [each for each in self.lines if isinstance(each, Series)]


def is_bundle(start: bytes) -> bool:
    """Whether a file begins as a bundle does."""
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(MARK)


def written(bundle: Bundle) -> bytes:
    """The text of a bundle, with its mark as the last line."""
    lines = [_as_json(bundle.head), *(_as_json(each) for each in bundle.lines)]
    body = "".join(f"{each}\n" for each in lines).encode()
    return body + f'{{"sha256":"{hashlib.sha256(body).hexdigest()}"}}\n'.encode()


def read_head(content: bytes) -> Head:
    """Who prepared a bundle, and when. Raises Refused for one that was cut short, changed, or is of a newer layout."""
    first = content.partition(b"\n")[0]
    try:
        said = json.loads(first)
        if isinstance(said, dict) and isinstance(found := said.get("scorecard_bundle"), int) and found > LAYOUT:
            raise Refused(NEWER.format(found=found, known=LAYOUT))
        return Head.model_validate_json(first)
    except (ValueError, RecursionError):  # a ValidationError is one; its words would show what stands in the file
        raise Refused(CHANGED) from None


def read(content: bytes) -> Bundle:
    """Read a bundle whole. Raises Refused, with one sentence, where anything in it is not as it was prepared."""
    if len(content) > LARGEST:
        raise Refused(f"The bundle is larger than {LARGEST >> 20} MB. Counts are never so many: prepare it again.")
    head = read_head(content)
    body, last = _split(content)
    if last != f'{{"sha256":"{hashlib.sha256(body).hexdigest()}"}}\n'.encode():
        raise Refused(CHANGED)
    return Bundle(head, tuple(_lines(body)))


def _split(content: bytes) -> tuple[bytes, bytes]:
    place = content.rfind(b"\n", 0, len(content) - 1) + 1
    return content[:place], content[place:]


def _lines(body: bytes) -> Iterator[Covered | Counted | NotCounted | Series]:
    lines = body.splitlines()[1:]
    if len(lines) > MOST_LINES:
        raise Refused(f"The bundle has more than {MOST_LINES:,} lines. Counts are never so many: prepare it again.")
    for number, each in enumerate(lines, start=2):
        try:
            yield LINE.validate_json(each)
        except ValidationError:  # its words would show what stands in the file
            raise Refused(f"Line {number:,} of the bundle is none that scorecard prepare writes. Prepare it again.") from None


def _as_json(said: Frozen) -> str:
    return json.dumps(_shortest(said.model_dump(mode="json")), ensure_ascii=False, separators=(",", ":"))


def _shortest(said: object) -> object:
    """Whole numbers without a point: 12 and not 12.0."""
    if isinstance(said, float):
        return int(said) if said.is_integer() else said
    if isinstance(said, dict):
        return {name: _shortest(each) for name, each in said.items()}
    return [_shortest(each) for each in said] if isinstance(said, list) else said
