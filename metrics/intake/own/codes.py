"""Which code of ours a sender's word most probably means."""

import re

from metrics.datasets import Column, Kind
from metrics.intake.cells import FALSE, TRUE
from metrics.intake.own.names import tokens
from metrics.intake.spoken import code_of
from metrics.wide.columns import NOT_READ

YES, NO = "yes", "no"
SMALL = frozenset({"of", "the", "a", "an", "and", "or", "by", "to", "for", "in", "other"})
ENOUGH = 0.5
UNKNOWN = re.compile(r"(not|un)[ -]?(known|recorded|stated|sure|applicable)|n/?[ak]|unclear|blank|-+|\?+", re.IGNORECASE)
"""Words that say that nothing is known. That is neither yes nor no, and no code."""
NO_WORDS = frozenset({"not", "declined", "refused", "without", "never", "none", "unable"})
YES_WORDS = frozenset({"accepted", "offered", "held", "yes"})


def choices(column: Column) -> dict[str, str]:
    """What a word of the column may mean, and that in words."""
    return {YES: "Yes", NO: "No"} if column.kind is Kind.YES_NO else dict(column.codes)


def is_plain(column: Column, word: str) -> bool:
    """Whether the reader knows the word as it stands, so that nobody need be asked."""
    if column.kind is Kind.YES_NO:
        return word.casefold() in {*TRUE, *FALSE}
    return code_of(column, word) in column.codes


def guess(column: Column, word: str) -> str:
    """The code that a word most probably means, `not ours` for one that says nothing; empty where nothing is near enough."""
    known = code_of(column, word)
    if column.kind is not Kind.YES_NO and known in column.codes:
        return known
    if UNKNOWN.fullmatch(word.strip()):
        return NOT_READ
    if column.kind is Kind.YES_NO:
        return _yes_or_no(word)
    theirs = tokens(word) - SMALL
    scored = {code: _alike(theirs, (tokens(code) | tokens(meaning)) - SMALL) for code, meaning in column.codes.items()}
    best = max(scored, key=lambda code: scored[code], default="")
    return best if best and scored[best] >= ENOUGH else ""


def _yes_or_no(word: str) -> str:
    if word.casefold() in TRUE:
        return YES
    if word.casefold() in FALSE:
        return NO
    said = tokens(word)
    if said & NO_WORDS or "no" in word.casefold().split() or word.casefold().startswith("no "):
        return NO
    return YES if said & YES_WORDS or word.casefold().startswith("yes") else ""


def _alike(theirs: frozenset[str], ours: frozenset[str]) -> float:
    """The share of the shorter's words that the other has."""
    fewer = min(len(theirs), len(ours))
    return len(theirs & ours) / fewer if fewer else 0.0
