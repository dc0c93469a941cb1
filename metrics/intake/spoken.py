"""Codes as systems write them: `q) 6: Police`, `Physical abuse`, `1` for male. Each becomes our code where that is certain."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import pyarrow as pa

from metrics.datasets import Column, Kind, contract

LETTERED = re.compile(r"^\s*[a-z]{1,2}\)\s*(?=\S)", re.IGNORECASE)
"""The letter that a list of choices puts before each: `a) Yes`."""
LEADING = re.compile(r"^([A-Za-z0-9]+)\s*[:–-]\s*\S|^([A-Za-z0-9]+)$")


def spoken(dataset: str, rows: pa.Table) -> pa.Table:
    """The same rows with the codes and yes or no of a contract's columns as the contract writes them.

    A word that means nothing certain stays as it is, so that the problem is said.
    """
    for column in contract(dataset).columns():
        if column.name in rows.column_names and column.kind in {Kind.CODE, Kind.YES_NO}:
            place = rows.column_names.index(column.name)
            rows = rows.set_column(place, column.name, _translated(column, rows[column.name]))
    return rows


def code_of(column: Column, text: str) -> str:
    """One cell as a code of the column, else unchanged."""
    bare = LETTERED.sub("", " ".join(text.split()))
    codes = {each.casefold(): each for each in column.codes}
    leading = LEADING.match(bare)
    meanings = {meaning.casefold(): code for code, meaning in column.codes.items()}
    for tried in (bare, *(each for each in (leading.groups() if leading else ()) if each)):
        if tried.casefold() in codes:
            return codes[tried.casefold()]
    if bare.casefold() in meanings:
        return meanings[bare.casefold()]
    return next((code for code, pattern in _patterns(column.name).items() if re.fullmatch(pattern, bare.casefold())), text)


def _translated(column: Column, cells: pa.ChunkedArray) -> pa.Array:
    encoded = cells.combine_chunks().dictionary_encode()
    said = [_said(column, each) for each in encoded.dictionary.to_pylist()]
    return pa.DictionaryArray.from_arrays(encoded.indices, pa.array(said, pa.string())).dictionary_decode()


def _said(column: Column, text: str) -> str:
    return LETTERED.sub("", text) if column.kind is Kind.YES_NO else code_of(column, text)


@cache
def _patterns(column: str) -> Mapping[str, str]:
    text = (files("metrics") / "intake" / "mappings" / "words.toml").read_text(encoding="utf-8")
    found: Mapping[str, str] = tomllib.loads(text).get(column, {})
    return found
