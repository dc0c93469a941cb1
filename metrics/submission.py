"""What an agency hands in: a Delivery is one file, a Submission what it says about one dataset."""

from datetime import date, datetime
from enum import StrEnum

import pyarrow as pa
import pyarrow.compute as pc
from pydantic import BaseModel, ConfigDict


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


class Submission(BaseModel):
    """One dataset of one file, read and checked: the good rows typed and pseudonymised, every bad one explained.

    `supplied` is false when the kind of file can hold the dataset and this one holds none of it: that is not zero. `lacks`
    names the contract's columns of which the file says nothing, on any row: what is made from them is not covered by it.
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

    @property
    def rows_kept(self) -> int:
        return 0 if self.rows is None else self.rows.num_rows

    @property
    def rows_faulty(self) -> int:
        """Rows left out, in error or to check: all of them, however many a rule explains one by one."""
        if self.rows is not None and "is_faulty" in self.rows.column_names:
            return self.rows_read - self.rows_kept + int(pc.sum(self.rows["is_faulty"]).as_py())
        wrong = {each.row for each in self.problems if each.severity is not Severity.INFO and each.row is not None}
        return max(len(wrong), self.rows_read - self.rows_kept)


class Delivery(BaseModel):
    """One file as received: who sent it and when, what kind of file it is, and what it says about each dataset."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    agency: str
    format: str
    content_hash: str
    received_at: datetime
    received_by: str
    submissions: tuple[Submission, ...]
    notes: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for each in self.submissions for problem in each.problems)


class Refused(Exception):
    """A file that is not taken at all. The message is one sentence for its sender; nothing has changed."""
