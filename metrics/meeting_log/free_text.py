"""Free text about services. It is short, and what looks like a child's number or address is refused; names nobody can tell."""

import re

ABOUT_SERVICES = (
    "Write about services, not about children: never a child's name, or anything by which a child or a family could be known."
)
LONGEST = 800
"""Characters of one field: a page of words for one figure is not read."""
LOOKS_LIKE = {
    "a unique pupil number": re.compile(r"\b[A-Z]\d{11}[A-Z0-9]\b", re.IGNORECASE),
    "an NHS number": re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b"),
    "a postcode": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE),
    "a date of birth": re.compile(r"\b(?:born|d\.?o\.?b\.?|date of birth)\b\D{0,12}\d", re.IGNORECASE),
}


def role_of(by: str) -> str:
    """In which role somebody writes. Raises ValueError where nobody says."""
    writer = checked("Your role", by, 80)
    if not writer:
        raise ValueError("Say in which role you write, such as named nurse or business manager: never a person's name.")
    return writer


def checked(name: str, text: str, longest: int = LONGEST) -> str:
    """The text without blanks around it. Raises ValueError with a sentence, which never repeats what was written."""
    kept = text.strip()
    if len(kept) > longest:
        raise ValueError(f"{name}: {len(kept):,} characters, and {longest:,} is the most. Keep to what the board has to know.")
    for what, pattern in LOOKS_LIKE.items():
        if pattern.search(kept):
            raise ValueError(f"{name}: there is something in it that looks like {what}. {ABOUT_SERVICES}")
    return kept
