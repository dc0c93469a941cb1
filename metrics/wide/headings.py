"""What headings say, over two or three rows, merged or not: which period a column is, and which part of a figure."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from metrics.periods import Frequency, Period, add_months, period_of
from metrics.returns.names import find_period, plain

NUMERATOR, DENOMINATOR, VALUE, FIGURE = "numerator", "denominator", "value", "figure"
PARTS = {
    NUMERATOR: ("number", "no", "num", "numerator", "count", "#", "nos"),
    DENOMINATOR: ("n", "n=", "n =", "denominator", "den", "denom", "out of", "cohort", "base", "total cohort", "cohort size"),
    VALUE: ("%", "percent", "percentage", "per cent", "rate", "pct", "share"),
    FIGURE: ("figure", "result", "actual", "outturn", "performance", "value"),
}
ROLES = {
    "name": (
        "indicator, indicators, indicator name, measure, measures, performance measure, performance indicator, pi, kpi, "
        "metric, description, name, what we measure, data item, dataset item"
    ),
    "part": "numden, num den, type, part, data, numerator denominator, component, unit, value type",
    "group": (
        "agency, agencies, organisation, partner, partner agency, age, age band, age group, sex, gender, ethnicity, "
        "ethnic group, category, category of abuse, source, source of referral, referral source, team, setting, outcome, "
        "place, group, breakdown"
    ),
    "note": (
        "comment, comments, commentary, note, notes, narrative, analysis, explanation, comments actions, comments and actions, "
        "remarks"
    ),
    "other": (
        "ref, no., id, code, section, theme, priority, target, england, england average, national, national average, region, "
        "london, statistical neighbours, stat neighbours, sn, sn average, benchmark, dot, direction of travel, rag, trend, "
        "polarity, good is, frequency, owner, lead, lead agency, responsible, ytd, year to date, variance, change, status, "
        "previous year"
    ),
}
ROLE_OF = {word: role for role, words in ROLES.items() for word in words.split(", ")}
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
YEAR = re.compile(r"(?:fy|financial year|year)?\s*(20\d\d)\s*[/–-]\s*(?:20)?(\d\d)", re.IGNORECASE)
ANY_YEAR = re.compile(r"\b(20\d\d)\s*[/–-]\s*(?:20)?(\d\d)\b")
QUARTER = re.compile(r"(?:q(?:uarter|tr)?\.?\s*([1-4])|([1-4])(?:st|nd|rd|th) quarter)", re.IGNORECASE)
RUN = re.compile(r"([a-z]{3,9})\.?\s*(?:-|–|/|to)\s*([a-z]{3,9})\.?(?:\s*'?(20)?(\d\d))?", re.IGNORECASE)
WHOLE_YEAR = {"total", "yeartotal", "fullyear", "annual", "yearend", "endofyear", "eoy", "year", "annualtotal"}
QUALIFIER = re.compile(
    r"[\s:(-]*\b(?:actual|outturn|result|performance|provisional|final|data|figures?)\b[\s)]*$", re.IGNORECASE
)
FIRST_SERIAL, LAST_SERIAL = 40_000, 55_000  # 2009 to 2050, as a spreadsheet counts days


class Heard(NamedTuple):
    """What one heading says of its column."""

    period: Period | None = None
    day: date | None = None
    year: int = 0  # the financial year that begins in it
    calendar_year: int = 0
    quarter: int = 0
    month: int = 0
    whole_year: bool = False
    part: str = ""
    role: str = ""
    unsure: bool = False

    @property
    def is_time(self) -> bool:
        return bool(self.period or self.day or self.year or self.calendar_year or self.quarter or self.month or self.unsure)


def heard(text: str) -> Heard | None:
    """What a heading says; None where it says nothing that is known."""
    bare, part = _without_part(text)
    if not bare:
        return Heard(part=part)
    if _words(bare) in ROLE_OF:
        return Heard(role=ROLE_OF[_words(bare)])
    found = _time(QUALIFIER.sub("", bare).strip() or bare)
    return found._replace(part=part) if found else None


def year_named(text: str) -> int:
    """The one financial year that a title names; 0 where it names none, or several."""
    found = {int(each[1]) for each in ANY_YEAR.finditer(text) if (int(each[1]) + 1) % 100 == int(each[2])}
    return found.pop() if len(found) == 1 else 0


def together(levels: Sequence[Heard]) -> Heard:
    """The headings over one column as one, the lowest first: what it does not say, those above it do."""
    found = Heard()
    for each in levels:
        found = Heard._make(mine or theirs for mine, theirs in zip(found, each, strict=True))
    return found


def period_of_heading(said: Heard, year: int, *, quarterly: bool) -> Period | None:
    """The period of a column, where that is certain. `year`: the sheet's own; `quarterly`: its days are three months apart."""
    known = said.year or year
    if said.unsure or (said.quarter and said.calendar_year and not said.year):
        return None  # the first quarter of 2026 may begin in January or in April
    if said.month and (said.calendar_year or known):
        return _month(said.month, said.calendar_year, known)
    if said.quarter and known:
        return period_of(add_months(date(known, 4, 1), 3 * (said.quarter - 1)), Frequency.QUARTER)
    if said.day:
        return period_of(said.day, Frequency.QUARTER if quarterly else Frequency.MONTH)
    return said.period or (period_of(date(said.year, 4, 1), Frequency.YEAR) if said.year else None)


def are_quarterly(days: Sequence[date]) -> bool:
    """Whether days in a row of headings are three months apart."""
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return bool(gaps) and all(80 <= each <= 100 for each in gaps)


def _month(month: int, calendar_year: int, year: int) -> Period:
    return period_of(date(calendar_year or (year if month >= 4 else year + 1), month, 1), Frequency.MONTH)


def _words(text: str) -> str:
    return re.sub(r"[^a-z0-9#%=.]+", " ", text.casefold()).strip(" :")


def _without_part(text: str) -> tuple[str, str]:
    """`Q1 (n=)` is Q1 and a denominator."""
    written = text.strip()
    for part, words in PARTS.items():
        if _words(written) in words:
            return "", part
    for part, words in PARTS.items():
        for word in sorted(words, key=len, reverse=True):
            for shape in (rf"(.+?)[\s,:–-]+\(?{re.escape(word)}\)?", rf"\(?{re.escape(word)}\)?[\s,:–-]+(.+)"):
                found = re.fullmatch(shape, written, re.IGNORECASE)
                if found and _time(found[1].strip()):
                    return found[1].strip(), part
    return written, ""


def _time(text: str) -> Heard | None:
    bare = re.sub(r"\s*\([^)]*\)", "", text).strip() or text.strip("() ")
    readers = (_day, _whole, _quarter, _run, _named_month, _period)
    return next((found for each in readers if (found := each(bare)) is not None), None)


def _day(text: str) -> Heard | None:
    if re.fullmatch(r"20\d\d-\d\d-\d\d", text):
        with suppress(ValueError):  # a day that the calendar does not have
            return Heard(day=date.fromisoformat(text))
        return None
    found = re.fullmatch(r"(?:as at |at )?(\d{1,2})[/.](\d{1,2})[/.](20)?(\d\d)", text, re.IGNORECASE)
    if found and 1 <= int(found[2]) <= 12 and 1 <= int(found[1]) <= 28 + 3 * (int(found[2]) != 2):
        return Heard(day=date(2000 + int(found[4]), int(found[2]), min(int(found[1]), 28)))
    if re.fullmatch(r"\d{5}(\.0)?", text) and FIRST_SERIAL <= float(text) <= LAST_SERIAL:
        return Heard(day=date(1899, 12, 30) + timedelta(days=int(float(text))))
    return None


def _whole(text: str) -> Heard | None:
    if plain(text) in WHOLE_YEAR:
        return Heard(whole_year=True)
    found = YEAR.fullmatch(re.sub(r"\s*(?:total|full year|year|annual)$", "", text, flags=re.IGNORECASE))
    if found and (int(found[1]) + 1) % 100 == int(found[2]):
        return Heard(year=int(found[1]))
    return Heard(calendar_year=int(text)) if re.fullmatch(r"20[1-4]\d", text) else None


def _quarter(text: str) -> Heard | None:
    found = re.match(QUARTER, text)
    if found is None:
        return None
    rest = text[found.end() :].strip(" -–:,")
    said = Heard(quarter=int(found[1] or found[2]))
    if not rest:
        return said
    run = _run(rest)
    if run is not None:
        return said._replace(calendar_year=0) if run.quarter == said.quarter and not run.period else run
    if re.fullmatch(r"(20)?\d\d", rest):
        return said._replace(unsure=True)
    return None


def _run(text: str) -> Heard | None:
    """`Apr-Jun`, `July to September 2026`: a quarter by its months."""
    found = RUN.fullmatch(text)
    if found is None:
        return None
    first, last = _month_number(found[1]), _month_number(found[2])
    if not first or not last or first % 3 != 1 or last != first + 2:
        return None
    if found[4]:
        return Heard(period=period_of(date(2000 + int(found[4]), first, 1), Frequency.QUARTER))
    return Heard(quarter=(first - 4) % 12 // 3 + 1)


def _named_month(text: str) -> Heard | None:
    number = _month_number(text.rstrip("."))
    return Heard(month=number) if number else None


def _period(text: str) -> Heard | None:
    if re.fullmatch(r"\d\d\s*[/-]\s*\d\d", text):
        return None  # 12/13 is a share of thirteen rather than a year
    try:
        return Heard(period=find_period(text))
    except ValueError:
        return None


def _month_number(word: str) -> int:
    lower = word.casefold()
    return next((n for n, name in enumerate(MONTHS, start=1) if len(lower) >= 3 and name.startswith(lower)), 0)
