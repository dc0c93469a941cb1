"""What a cell of a sheet says: a number, a percentage, a share as `12/48`, or a word in place of a figure."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from metrics.wide.sheet import ERROR

NUMBER = r"(?:\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d{1,8}(?:\.\d+)?|\.\d+)"
SHARE = rf"({NUMBER})\s*(?:/|of|out of)\s*({NUMBER})"
PERCENT = rf"({NUMBER})\s*(?:%|per ?cent)"
DATE = re.compile(r"\d{4}-\d\d-\d\d( .*)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|[A-Za-z]{3}-\d\d|\d{1,2}-[A-Za-z]{3}(-\d\d)?")
MARKS = re.compile(r"\s*(?:\*+|\((?:p|prov|provisional)\)|†)$", re.IGNORECASE)
SURE_WORDS = {
    "nil": "nil_return",
    "nilreturn": "nil_return",
    "nonetoreport": "nil_return",
    "tbc": "late",
    "tba": "late",
    "tobeconfirmed": "late",
    "tofollow": "late",
    "awaited": "late",
    "awaiting": "late",
    "pending": "late",
    "late": "late",
    "nosystem": "no_system",
    "noanalyst": "no_analyst",
    "notcollected": "not_collected",
    "notrecorded": "not_collected",
    "suppressed": "disclosure",
    "supp": "disclosure",
}
"""Words that can mean only one thing. The rest of the words below are asked for, once for each agency."""
UNSURE_WORDS = {"na": "not_collected", "notapplicable": "not_collected", "notavailable": "", "unavailable": "", "nk": "",
                "notknown": "", "nodata": "", "none": "", "dataunavailable": "", "notreported": ""}  # fmt: skip
DASHES = {"-", "–", "—", "--", "..", "…", ".", "x", "c", ":", "z"}
SMALL = re.compile(r"<\s*\d{1,2}|\*|under \d{1,2}|fewer than \d{1,2}", re.IGNORECASE)


class Said(NamedTuple):
    """What a cell says. `is_percent`: its value bears the sign. `wrong` is a rule that it breaks."""

    number: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    percent: Decimal | None = None
    status: str = ""
    wrong: str = ""

    @property
    def has_number(self) -> bool:
        return any(each is not None for each in self[:4])


NOTHING = Said()
WRONG = {
    "date": "The cell holds a date: a spreadsheet makes one of 12/48. Format the cell as text and write the share again.",
    "negative": "The number is below 0. Nothing that is counted here can be: correct it.",
    "error": "The formula gives an error. Correct it, save the workbook and send it again.",
    "cannot_be_read": "The cell is not a number, a percentage, a share such as 12/48, or a word for why there is none.",
}
"""What to say of a cell that cannot be read, by rule."""


def blank_word(text: str) -> tuple[str, str] | None:
    """A word that stands in place of a figure, and the status it most probably means (empty: no guess). None for the rest."""
    word = re.sub(r"[^a-z0-9]+", "", text.casefold())
    if text in DASHES:
        return text, ""
    if SMALL.fullmatch(text):
        return text, "disclosure"
    for words in (SURE_WORDS, UNSURE_WORDS):
        if word in words:
            return text.casefold(), words[word]
    return None


def is_sure_word(text: str) -> bool:
    """Whether a word can mean only one thing."""
    return bool(SMALL.fullmatch(text)) or re.sub(r"[^a-z0-9]+", "", text.casefold()) in SURE_WORDS


def read_cell(text: str, meaning: Callable[[str], str]) -> Said:
    """What a cell says. `meaning` gives the status that a word stands for; empty: the word says nothing."""
    if not text:
        return NOTHING
    word = blank_word(text)
    if word is not None:
        return Said(status=meaning(word[0]))
    marked = MARKS.search(text)
    found = _numbers(text[: marked.start()] if marked else text)
    if found is None:
        return Said(wrong=_why(text))
    return found._replace(status="provisional") if marked and "p" in marked[0].casefold() else found


def _numbers(text: str) -> Said | None:
    shapes: tuple[tuple[str, Callable[[re.Match[str]], Said]], ...] = (
        (rf"({NUMBER})", lambda found: Said(number=_decimal(found[1]))),
        (PERCENT, lambda found: Said(percent=_decimal(found[1]))),
        (SHARE, lambda found: Said(numerator=_decimal(found[1]), denominator=_decimal(found[2]))),
        (rf"{PERCENT}\s*[(\[]\s*{SHARE}\s*[)\]]", lambda found: _whole(found[1], found[2], found[3])),
        (rf"{SHARE}\s*[(\[,=]\s*{PERCENT}\s*[)\]]?", lambda found: _whole(found[3], found[1], found[2])),
        (rf"{PERCENT}\s*[(\[]\s*n\s*=\s*({NUMBER})\s*[)\]]", lambda found: _whole(found[1], None, found[2])),
        (rf"{PERCENT}\s*[(\[]\s*({NUMBER})\s*[)\]]", lambda found: _whole(found[1], found[2], None)),
        (rf"({NUMBER})\s*[(\[]\s*{PERCENT}\s*[)\]]", lambda found: _whole(found[2], found[1], None)),
    )
    for shape, said in shapes:
        if found := re.fullmatch(shape, text.strip(), re.IGNORECASE):
            return said(found)
    return None


def _whole(percent: str, numerator: str | None, denominator: str | None) -> Said:
    return Said(
        percent=_decimal(percent),
        numerator=_decimal(numerator) if numerator else None,
        denominator=_decimal(denominator) if denominator else None,
    )


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace(" ", ""))


def _why(text: str) -> str:
    if text == ERROR or re.fullmatch(r"#(DIV/0!|N/A|REF!|VALUE!|NAME\?|NUM!|NULL!)", text):
        return "error"
    if DATE.fullmatch(text):
        return "date"
    return "negative" if re.fullmatch(rf"[-–]\s*{NUMBER}\s*%?", text) else "cannot_be_read"
