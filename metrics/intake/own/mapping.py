"""What an agency said that the columns and words of its extract are: confirmed once, and known again in the next file."""

import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from metrics.datasets import Column, Kind, contract
from metrics.frozen import Frozen
from metrics.intake.headings import missing
from metrics.intake.own.names import plain
from metrics.wide.columns import NOT_READ

JOINED = (Kind.IDENTIFIER, Kind.MOMENT)
"""Kinds of columns that may be made of two: a day and its time, or what together tells one row from every other."""
MIDNIGHT = r"[ T]00:00(:00)?$"


class OwnMapping(Frozen):
    """How an extract is read as a dataset, as its sender says it.

    `columns`: for each of our columns, the headings that it is made of. `codes`: for each column of codes, or of yes and no,
    what the sender's words mean: a code of ours, or `not ours` for a word that is left empty.
    """

    dataset: str
    columns: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, Mapping[str, str]] = {}

    def lacks(self) -> list[str]:
        """The required columns that no heading is named for."""
        return missing(contract(self.dataset), {each: "" for each, headings in self.columns.items() if headings})


class Kept(Frozen):
    """The same as it is kept: every heading and word as its keyed hash."""

    dataset: str
    columns: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, Mapping[str, str]]
    confirmed_by: str = ""
    confirmed_at: datetime | None = None

    @property
    def fingerprint(self) -> str:
        """What tells one mapping from another, whoever confirmed it."""
        said = {name: list(each) for name, each in self.columns.items()}
        text = json.dumps([self.dataset, said, {name: dict(each) for name, each in self.codes.items()}], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


class Understood(NamedTuple):
    """A mapping as it holds for one table: `columns` by the table's own headings, `means` what a word of a column means."""

    kept: Kept
    columns: Mapping[str, tuple[str, ...]]
    means: Callable[[str, str], str | None]

    @property
    def dataset(self) -> str:
        return self.kept.dataset

    def headings_of(self, field: str) -> str:
        """The sender's own headings of a column, for a sentence."""
        return " and ".join(self.columns.get(field, ())) or field


Mapped = Callable[[Sequence[str]], Understood | None]
"""What an agency confirmed of a table with these headings; None where nobody has."""


def nothing_mapped(headings: Sequence[str]) -> Understood | None:  # noqa: ARG001 - what a question looks like
    """Before anyone has said anything."""
    return None


def as_said(mapping: OwnMapping, key: bytes) -> Mapped:
    """What is said of one extract, whatever its headings."""
    return lambda headings: understood(as_kept(mapping, key), headings, key)


def as_kept(mapping: OwnMapping, key: bytes) -> Kept:
    """A mapping as it is kept."""
    columns = {name: tuple(_heading(key, each) for each in headings) for name, headings in mapping.columns.items() if headings}
    codes = {
        name: {_word(key, word): means for word, means in said.items() if means} for name, said in mapping.codes.items() if said
    }
    return Kept(dataset=mapping.dataset, columns=columns, codes=codes)


def understood(kept: Kept, headings: Sequence[str], key: bytes) -> Understood:
    """What was kept, in the words of a table. A column of which a heading is gone is left out."""
    theirs = {_heading(key, each): each for each in headings if each}
    columns = {
        name: tuple(theirs[each] for each in hashed) for name, hashed in kept.columns.items() if set(hashed) <= set(theirs)
    }
    return Understood(kept, columns, lambda field, word: kept.codes.get(field, {}).get(_word(key, word)))


def headings_key(key: bytes, headings: Iterable[str]) -> str:
    """A set of headings as it is kept: whatever their order, case and gaps."""
    return _keyed(key, "headings", *sorted({plain(each) or each for each in headings if each}))


def translated(mapping: Understood, rows: pa.Table) -> pa.Table:
    """The rows under our names, the sender's words as our codes. A word that nobody confirmed stays as it is."""
    table = {"row_number": rows["row_number"]}
    for column in contract(mapping.dataset).columns():
        if headings := mapping.columns.get(column.name):
            cells = _joined([rows[each] for each in headings])
            table[column.name] = _meant(column, cells, mapping) if needs_words(column) else cells
    return pa.table(table)


def needs_words(column: Column) -> bool:
    """Whether the sender's words for it have to be known."""
    return column.kind in {Kind.CODE, Kind.YES_NO}


def in_own_words(mapping: Understood, sentence: str) -> str:
    """A sentence about our columns as one about the sender's headings.

    A column's name of one word is a word of English too: it is the column only where the sentence begins with it.
    """
    names = sorted((each for each, headings in mapping.columns.items() if headings), key=len, reverse=True)
    found = [rf"\b{each}\b" if "_" in each else rf"^{each}\b" for each in names]
    return re.sub("|".join(found), lambda name: f"“{mapping.headings_of(name[0])}”", sentence) if found else sentence


def _joined(cells: Sequence[pa.ChunkedArray]) -> pa.ChunkedArray:
    if len(cells) == 1:
        return cells[0]
    trimmed = [pc.utf8_trim_whitespace(each) for each in cells]
    first = pc.replace_substring_regex(trimmed[0], MIDNIGHT, "")
    joined = pc.utf8_trim_whitespace(pc.binary_join_element_wise(first, *trimmed[1:], " "))
    return pc.if_else(pc.equal(trimmed[0], ""), "", joined)


def _meant(column: Column, cells: pa.ChunkedArray, mapping: Understood) -> pa.ChunkedArray:
    encoded = cells.combine_chunks().dictionary_encode()
    said = [_said(mapping.means(column.name, each), each) for each in encoded.dictionary.to_pylist()]
    return pa.chunked_array([pa.array(said, pa.string()).take(encoded.indices)])


def _said(means: str | None, word: str) -> str:
    return word if means is None else "" if means == NOT_READ else means


def _heading(key: bytes, heading: str) -> str:
    return _keyed(key, "heading", plain(heading) or heading)


def _word(key: bytes, word: str) -> str:
    return _keyed(key, "word", " ".join(word.casefold().split()))


def _keyed(key: bytes, *words: str) -> str:
    return hmac.new(key, "\n".join(words).encode(), hashlib.sha256).hexdigest()
