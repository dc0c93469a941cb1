"""Which of our indicators a name on a board's sheet means: by its words, their other forms and the field's abbreviations."""

import math
import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from metrics.catalogue import Indicator, read_catalogue
from metrics.returns.names import find_indicator
from metrics.wide.called import ALSO_CALLED, MEANS

SURE, CLEAR = 0.72, 0.1
"""A name is proposed where it fits at least so well, and better by so much than the next."""
POSSIBLE = 0.3
STOP = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be been by for from had has have in is it its number of on or that the their them there these "
        "this to total was were which who with within under all during period quarter per no percent percentage proportion "
        "rate cent 10000 0 10 pct child young people person",
    )
)
ENDINGS = ("ations", "ation", "ings", "ing", "ments", "ment", "ed", "es", "s", "e")


class Match(NamedTuple):
    """How well an indicator fits a name, from 0 to 1."""

    indicator: str
    score: float


class Proposed(NamedTuple):
    """What a name most probably means (empty where that is open), and what else it might."""

    indicator: str
    score: float
    alternatives: tuple[Match, ...]


def propose_indicator(name: str, section: str = "", *, percent: bool | None = None) -> Proposed:
    """The indicator that a name means. `percent`: whether its figures are percentages, where that is seen."""
    exact = find_indicator(name)
    if exact is not None:
        return Proposed(exact.id, 1.0, ())
    found = sorted((_fits(each, name, section, percent) for each in read_catalogue().values()), key=lambda each: -each.score)
    best, second = found[0], found[1]
    is_sure = best.score >= SURE and best.score - second.score >= CLEAR
    return Proposed(
        best.indicator if is_sure else "", best.score, tuple(each for each in found[:5] if each.score >= POSSIBLE)[:4]
    )


def _fits(indicator: Indicator, name: str, section: str, percent: bool | None) -> Match:
    asked = words_of(name)
    best = max(_likeness(asked, each) for each in _names_of(indicator.id))
    if section and best < SURE:
        best = max(best, 0.95 * max(_likeness(asked | words_of(section), each) for each in _names_of(indicator.id)))
    return Match(indicator.id, round(best * _by_unit(indicator, name, percent), 3))


def _by_unit(indicator: Indicator, name: str, percent: bool | None) -> float:
    """Less where the name or its figures speak of another kind of figure than the indicator is."""
    lower = name.casefold()
    says_rate = bool(re.search(r"\brate\b|10,?000|10k", lower)) and "%" not in lower
    kind = "rate" if says_rate and indicator.unit in {"count", "rate_per_10000"} else "percent" if percent else ""
    wanted = {"rate_per_10000": "rate", "percent": "percent"}.get(indicator.unit, "")
    if indicator.statistic == "median" and "median" not in lower:
        return 0.7
    if kind == wanted or (percent is None and wanted == "percent"):
        return 1.0
    return 0.65


@cache
def words_of(text: str) -> frozenset[str]:
    """The words of a name that carry meaning, each in one form."""
    plain = re.sub(r"[’']s?\b", "", text.casefold())
    plain = re.sub(r"(\d+)\s*\+", r"\1 more", plain)
    spaced = f" {' '.join(re.findall(r'[a-z]+|[0-9]+', plain))} "
    for said, meant in MEANS:
        spaced = spaced.replace(f" {said} ", f" {meant} ")
    return frozenset(_stem(each) for each in spaced.split() if each not in STOP and _stem(each) not in STOP)


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def _names_of(indicator: str) -> tuple[frozenset[str], ...]:
    found = read_catalogue()[indicator]
    written = (found.title, found.short, found.id.replace("_", " "), *ALSO_CALLED.get(indicator, ()))
    return tuple(each for text in written if (each := words_of(text)))


@cache
def _weights() -> dict[str, float]:
    """Rare words say more: how much each one weighs."""
    every = read_catalogue()
    counted = Counter(word for each in every for word in frozenset().union(*_names_of(each)))
    return {word: math.log(1 + len(every) / times) for word, times in counted.items()}


def _likeness(asked: frozenset[str], known: frozenset[str]) -> float:
    """Twice what two names share, over what both say; less where one has a number that the other has not."""
    weight = _weights()
    unknown = max(weight.values())
    total = sum(weight.get(each, 0.5 * unknown) for each in [*asked, *known])
    shared = 2 * sum(weight.get(each, unknown) for each in asked & known)
    numbers = {each for each in asked ^ known if each.isdigit()}
    return (shared / total if total else 0.0) * (0.6 if numbers else 1.0)
