"""What a reader of a known format hands on: of each dataset its rows as text, and the days that it speaks of."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pyarrow as pa

from metrics.submission import Refused, Severity


class Days(NamedTuple):
    """The first and the last day that a part of a file covers."""

    covers_from: date
    covers_to: date


class Found(NamedTuple):
    """A problem that the reader of a format saw, before any cell was read."""

    row: int | None
    field: str
    rule: str
    severity: Severity
    sentence: str
    place: str = ""


class Part(NamedTuple):
    """One dataset of a file: text under the contract's names, with `row_number` and `place`, each row number once.

    `lacks` names the contract's columns of which this kind of file says nothing.
    """

    dataset: str
    rows: pa.Table
    days: Days
    lacks: frozenset[str] = frozenset()
    found: tuple[Found, ...] = ()
    quiet: frozenset[str] = frozenset()
    """Rules that say the same of every row of this format: its notes say it once."""
    supplied: bool = True
    """False when the file can hold the dataset and its table is empty: that is not zero."""
    as_far_as_held: bool = False
    """Whether it covers only the days since something in it had ended: the history may be shorter than the format's."""


class ReadFile(NamedTuple):
    """A file of a known format, read: its parts, and what is to be said of the whole."""

    parts: Sequence[Part]
    notes: Sequence[str] = ()
    as_at: date | None = None


class Guess(NamedTuple):
    """The day that a file most probably stands for, and why."""

    as_at: date
    evidence: str


class Undated(Refused):
    """A file that does not say which day it stands for: it is asked for, with the best guess."""

    def __init__(self, what: str, guess: Guess) -> None:
        super().__init__(
            f"{what} does not say which day it stands for. Most probably it is {guess.as_at:%d/%m/%Y}: {guess.evidence}. "
            f"Say so, or give the right day: --as-at {guess.as_at.isoformat()}"
        )
        self.guess = guess
