"""The names of rows: what belongs to the name of an indicator, and what only says which part or group of it the row is."""

import re
from typing import NamedTuple

from metrics.wide.headings import DENOMINATOR, FIGURE, NUMERATOR, VALUE

PART_WORDS = {
    NUMERATOR: r"numerator|num|number|no\.?|count",
    DENOMINATOR: r"denominator|denom|den|out of|total cohort|cohort|n ?=",
    VALUE: r"%|percentage|per ?cent|rate|pct",
}
BREAKDOWNS = {
    "agency": r"(?:partner |referring |lead )?agenc(?:y|ies)|organisations?|partners?",
    "age_band": r"age(?: bands?| groups?)?",
    "sex": r"sex|gender",
    "ethnicity": r"ethnicity|ethnic groups?|ethnic origin",
    "category": r"categor(?:y|ies)(?: of (?:abuse|need|harm|plan))?",
    "source": r"(?:referral )?sources?(?: of (?:referral|contact))?",
    "team": r"teams?",
    "setting": r"(?:kinds? of |types? of )?settings?",
    "outcome": r"outcomes?",
    "place": r"place|area of placement|home or care",
}
TOTAL = re.compile(
    r"(?:grand |overall )?total(?: \(?all (?:agencies|partners|groups)\)?)?|overall|all(?: agencies| groups| partners)?|sum",
    re.IGNORECASE,
)
OF_WHICH = re.compile(r"(?:of (?:which|whom|these)|including)\b[\s:,–-]*", re.IGNORECASE)
DASHED = re.compile(r"[-–•·>]\s*(?=\S)")
NOTE = re.compile(
    r"(?:notes?\b|source[: ]|\*|†|\(\w\) |\d+[.)] |please |nb\b|n\.b\.|data (?:as|from|quality)|key\b|produced|contact:)",
    re.IGNORECASE,
)
LONGEST_NAME = 160


class Named(NamedTuple):
    """A row's name taken apart: what is left of it, which part of a figure the row holds, by what it is broken down."""

    bare: str
    part: str = FIGURE
    by: str = ""
    is_percent: bool = False


def breakdown_of(text: str) -> str:
    """The breakdown that words such as `Age group` mean; empty where they mean none."""
    return next((name for name, words in BREAKDOWNS.items() if re.fullmatch(words, text.strip(), re.IGNORECASE)), "")


def taken_apart(text: str) -> Named:
    """`Contacts by agency (numerator)`: Contacts, by agency, the numerator."""
    bare, part = _part(text)
    by = ""
    for name, words in BREAKDOWNS.items():
        if found := re.fullmatch(rf"(.+?)[\s,:(–-]+by (?:{words})\)?[:]?", bare, re.IGNORECASE):
            bare, by = found[1].strip(" ,:(–-"), name
    return Named(bare, part, by, says_percent(text))


def says_percent(text: str) -> bool:
    """Whether a name says that its figures are percentages."""
    return bool(re.search(r"%|\bper ?cent|\bpercentage|\bproportion|\bpct\b", text, re.IGNORECASE))


def is_total(text: str, of: str = "") -> bool:
    """Whether a row is the total of the rows above it: `Total`, or `Total contacts` under `Contacts`."""
    bare = text.strip(" :")
    if TOTAL.fullmatch(bare):
        return True
    rest = re.fullmatch(r"(?:grand |overall )?total(?: number of| no\.? of)? (.+)", bare, re.IGNORECASE)
    return bool(rest and of) and _words(rest[1] if rest else "") <= _words(of)


def of_which(text: str) -> tuple[str, bool]:
    """`of which Police` and `- Police` are a part of the row above: its name, and whether it is one."""
    for pattern in (OF_WHICH, DASHED):
        if found := pattern.match(text):
            return text[found.end() :].strip(), True
    return text, False


def is_note(text: str) -> bool:
    """Whether a text without figures is a note rather than a heading of rows."""
    return len(text) > LONGEST_NAME or bool(NOTE.match(text))


def _part(text: str) -> tuple[str, str]:
    for part, words in PART_WORDS.items():
        if re.fullmatch(rf"[(\[]?(?:{words})[)\]:]?", text.strip(), re.IGNORECASE):
            return "", part
    for part in (NUMERATOR, DENOMINATOR):
        named = "numerator|num" if part == NUMERATOR else "denominator|denom|den"
        if found := re.fullmatch(rf"(.+?)[\s,:–-]*[(\[–:, -]\s*(?:{named})[)\]]?", text.strip(), re.IGNORECASE):
            return found[1].strip(), part
    return text.strip(), FIGURE


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.casefold()))
