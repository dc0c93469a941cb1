"""What a census says about a child, as far as it is read: the identifiers of its rows, and answers to what the rules ask.

A UPN and a sex do not leave this module: only whether the one agrees with its check letter, and whether the other is given.
"""

import re
from typing import NamedTuple

Texts = dict[str, str | None]  # by tag

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
UPN = re.compile(rf"[{LETTERS}][0-9]{{11}}[0-9{LETTERS}]")
MALE_OR_FEMALE = frozenset({"M", "F", "1", "2"})
ELEMENTS = (
    *("LAchildID", "PersonBirthDate", "ExpectedPersonBirthDate", "PersonDeathDate"),
    *("UPN", "Sex", "GenderCurrent"),
)


class Person(NamedTuple):
    """A child of the census, as text."""

    child_id: str | None = None
    date_of_birth: str | None = None
    died_on: str | None = None
    expected_on: str | None = None
    sex_given: str | None = None
    upn_agrees: str | None = None


def person_of(texts: Texts, tags: list[str]) -> Person:
    """The child of whom these texts stand under ChildIdentifiers. `tags`: those of ELEMENTS, as the file writes them."""
    child_id, born, expected, died, upn, *sexes = [(texts.get(tag) or "").strip() for tag in tags]
    return Person(
        child_id=child_id or None,
        date_of_birth=born or expected or None,
        died_on=died or None,
        expected_on=None if born else expected or None,
        sex_given="yes" if any(each.upper() in MALE_OR_FEMALE for each in sexes) else "no",
        upn_agrees=agrees(upn) if upn else None,
    )


def agrees(upn: str) -> str:
    """Whether a UPN's first letter is the one that its other characters call for (DfE: weights 2 to 13, modulo 23)."""
    upn = upn.upper()
    if not UPN.fullmatch(upn):
        return "no"
    weights = enumerate(upn[1:], start=2)
    total = sum(place * (int(each) if each.isdigit() else LETTERS.index(each)) for place, each in weights)
    return "yes" if LETTERS[total % 23] == upn[0] else "no"
