"""What people said that the words of a sheet mean: kept in a TOML file to fill in, and by the store for the next time."""

import hashlib
import hmac
import json
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from metrics.catalogue import read_catalogue
from metrics.datasets.returns import BLANKS
from metrics.frozen import Frozen
from metrics.returns.names import find_indicator, find_period, find_status
from metrics.submission import Refused
from metrics.wide.columns import NOT_READ
from metrics.wide.lines import key_of

KINDS = ("names", "words", "columns")
"""Names of rows, words in place of a figure, headings of columns."""
Known = Callable[[str, str], str | None]
"""What a word of a kind was said to mean; None where nobody has said."""


def nothing_known(kind: str, written: str) -> str | None:  # noqa: ARG001 - what a question looks like
    """Before anyone has said anything."""
    return None


class Meanings(Frozen):
    """What each name, word and heading of a sheet means: an indicator's id, a status, a period, or `not ours`."""

    names: Mapping[str, str] = {}
    words: Mapping[str, str] = {}
    columns: Mapping[str, str] = {}

    def said(self) -> dict[tuple[str, str], str]:
        """What was filled in, by kind and word."""
        return {(kind, word): means for kind in KINDS for word, means in getattr(self, kind).items() if means}

    def or_else(self, known: Known) -> Known:
        """What is said here; else what was known."""
        said = {(kind, same(kind, word)): means for (kind, word), means in self.said().items()}
        return lambda kind, written: said.get((kind, same(kind, written))) or known(kind, written)


def same(kind: str, written: str) -> str:
    """A word as it is compared with others of its kind."""
    return key_of(written) if kind == "names" else " ".join(written.casefold().split())


def keyed(key: bytes, kind: str, written: str) -> str:
    """A word under which its meaning is kept: it may be anything, a name included, so that only its keyed hash is."""
    return hmac.new(key, f"{kind} {same(kind, written)}".encode(), hashlib.sha256).hexdigest()


def read_meanings(text: str) -> Meanings:
    """Read a file that was filled in. Raises Refused with a sentence for what means nothing."""
    try:
        found = Meanings.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError):
        raise Refused(
            "The mapping file cannot be read. Keep its lines as they were written, and fill in what is between the marks."
        ) from None
    return Meanings(**{kind: {word: _meant(kind, means) for word, means in getattr(found, kind).items()} for kind in KINDS})


def _meant(kind: str, means: str) -> str:
    """What was filled in, under the one name that we have for it."""
    if means.strip().casefold() in {"", NOT_READ}:
        return means.strip().casefold()
    found = _found(kind, means)
    if found is None:
        wanted = {"names": "an indicator's id or title", "words": f"one of {', '.join(BLANKS)}", "columns": "a period"}[kind]
        raise Refused(f'The mapping file says {means!r} under [{kind}]. Write {wanted}, or "{NOT_READ}".')
    return found


def _found(kind: str, means: str) -> str | None:
    if kind == "names":
        indicator = find_indicator(means)
        return indicator.id if indicator else None
    if kind == "words":
        status = find_status(means)
        return status if status in BLANKS else None
    try:
        return find_period(means).label
    except ValueError:
        return None


def still_good(kind: str, means: str) -> bool:
    """Whether what was said once still means something: an indicator may have gone since."""
    return kind != "names" or means == NOT_READ or means in read_catalogue()


def to_toml(sections: Mapping[str, Mapping[str, tuple[str, str]]], head: str) -> str:
    """A file to fill in: kind -> word -> (what it means, a remark)."""
    lines = [*(f"# {line}" for line in head.splitlines())]
    for kind, entries in sections.items():
        lines += ["", f"[{kind}]"]
        for word, (means, remark) in entries.items():
            lines += [*(f"# {line}" for line in remark.splitlines()), f"{_quoted(word)} = {_quoted(means)}"]
    return "\n".join(lines) + "\n"


def _quoted(value: Any) -> str:
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
