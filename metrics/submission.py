"""What an agency hands in: a Delivery is one file, a Submission what it says about one dataset."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import pyarrow as pa
import pyarrow.compute as pc
from pydantic import BaseModel, ConfigDict, Field

Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
Rule = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,80}$")]


class Severity(StrEnum):
    """What a problem means: BLOCK keeps the row out; ERROR and WARNING keep it and say so; INFO is for knowledge."""

    BLOCK = "block"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Problem(BaseModel):
    """One thing wrong with one place of a file, in words its sender can act on. Never holds a cell's value."""

    model_config = ConfigDict(frozen=True)

    dataset: str
    place: str  # the sheet, element or line
    row: int | None  # as a spreadsheet counts: the heading is row 1
    field: str
    rule: str
    severity: Severity
    sentence: str


class Checked(BaseModel):
    """What the checks found in rows that stayed with their agency: counts alone, and how often each rule fired."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows_kept: Count
    rows_faulty: Count | None
    rows_blocked: Count
    errors: Count
    warnings: Count
    rules: dict[Rule, Count]


class Submission(BaseModel):
    """One dataset of one file, read and checked: the good rows typed and pseudonymised, every bad one explained.

    `supplied` is false when the kind of file can hold the dataset and this one holds none of it: that is not zero. `lacks`
    names the contract's columns of which the file says nothing, on any row: what is made from them is not covered by it.
    `checked` and `prepared` are of a bundle: what the checks found where the rows are, and the indicators that were counted
    there, each with the mark of its definition (`metrics/bundles/`).
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    agency: str
    dataset: str
    supplied: bool
    covers_from: date
    covers_to: date
    as_at: date
    rows: pa.Table | None
    rows_read: int
    problems: tuple[Problem, ...]
    lacks: tuple[str, ...] = ()
    checked: Checked | None = None
    prepared: tuple[str, ...] = ()

    @property
    def rows_kept(self) -> int:
        if self.checked is not None:
            return self.checked.rows_kept
        return 0 if self.rows is None else self.rows.num_rows

    @property
    def rows_faulty(self) -> int:
        """Rows left out, in error or to check: all of them, however many a rule explains one by one."""
        if self.checked is not None:
            return self.checked.rows_faulty or 0
        if self.rows is not None and "is_faulty" in self.rows.column_names:
            return self.rows_read - self.rows_kept + int(pc.sum(self.rows["is_faulty"]).as_py())
        wrong = {each.row for each in self.problems if each.severity is not Severity.INFO and each.row is not None}
        return max(len(wrong), self.rows_read - self.rows_kept)


class Delivery(BaseModel):
    """One file as received: who sent it and when, what kind of file it is, and what it says about each dataset.

    `counts` is of a bundle: the counts that came in place of rows, as the table `prepared_counts` has them.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    agency: str
    format: str
    content_hash: str
    received_at: datetime
    received_by: str
    submissions: tuple[Submission, ...]
    notes: tuple[str, ...] = ()
    counts: pa.Table | None = None

    @property
    def bundle(self) -> str:
        """By what the counts of a bundle are known; empty for a file of rows."""
        return "" if self.counts is None else self.content_hash

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for each in self.submissions for problem in each.problems)


class Refused(Exception):
    """A file that is not taken at all. The message is one sentence for its sender; nothing has changed."""
