"""How near a heading is to a column of a contract, by what its words mean; and which headings tell who somebody is."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from metrics.datasets import Column

LIGHT = frozenset(
    {"date", "time", "id", "of", "the", "a", "an", "is", "was", "and", "or", "for", "to", "in", "y", "n", "by", "child"}
)
"""Words that many headings share: they say less than the others."""
LIGHTLY = 0.35
BREAK = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+")


class Near(NamedTuple):
    """How near a heading is (0 to 1), and the name to which it is."""

    score: float
    name: str


def plain(heading: str) -> str:
    """A heading without what people write differently."""
    return re.sub(r"[^a-z0-9]+", "", heading.casefold())


@lru_cache(maxsize=20_000)
def tokens(text: str) -> frozenset[str]:
    """The words of a heading, each as the word that is meant."""
    words = [each.casefold() for each in BREAK.split(text) if each]
    return frozenset(_meant().get(each, each) for each in words)


def near(column: Column, heading: str) -> Near:
    """How near a heading is to a column of a contract."""
    return _nearest((column.name.replace("_", " "), *column.also, *_lists().get(column.name, ())), heading)


def identifying(heading: str) -> str:
    """Why what stands under a heading is never kept and never shown; empty for any other."""
    found = {_meant().get(word, word): why for word, why in _section("identifying").items()}
    words = tokens(heading)
    joined = plain(heading)
    return next((why for word, why in found.items() if word in words or (len(word) > 4 and joined.endswith(word))), "")


@lru_cache(maxsize=20_000)
def _nearest(names: tuple[str, ...], heading: str) -> Near:
    return max((_near(each, heading) for each in names), key=lambda each: each.score)


def _near(name: str, heading: str) -> Near:
    if plain(name) == plain(heading):
        return Near(1.0, name)
    ours, theirs = tokens(name), tokens(heading)
    both = _weight(ours) + _weight(theirs)
    return Near(0.98 * 2 * _weight(ours & theirs) / both if both else 0.0, name)


def _weight(words: Iterable[str]) -> float:
    return sum(LIGHTLY if each in LIGHT else 1.0 for each in words)


@cache
def _lists() -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = _read()["names"]
    return found


@cache
def _meant() -> Mapping[str, str]:
    return _section("words")


@cache
def _section(name: str) -> Mapping[str, str]:
    found: Mapping[str, str] = _read()[name]
    return found


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads((files("metrics") / "intake" / "own" / "words.toml").read_text(encoding="utf-8"))
