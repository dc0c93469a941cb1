"""Periods: months, financial quarters, financial years, academic years, any run of days.

Labels: a month `2025-06`, a financial quarter `2025/26 Q1`, a financial year `2025/26`, an academic year
`2025/26 academic`, any other run of days `2025-06-01 to 2025-06-14`. `2011-12` is December 2011; the year is `2011/12`.
"""

import re
from contextlib import suppress
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from pydantic import BaseModel, ConfigDict

ONE_DAY = timedelta(days=1)


class Frequency(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ACADEMIC = "academic"

    @property
    def months(self) -> int:
        return {"month": 1, "quarter": 3}.get(self.value, 12)


class Period(BaseModel):
    """A run of days, first and last included."""

    model_config = ConfigDict(frozen=True)

    label: str
    first_day: date
    last_day: date
    frequency: str = ""

    @property
    def is_whole_months(self) -> bool:
        """Whether it begins on the first day of a month and ends on the last of one."""
        return self.first_day.day == 1 and (self.last_day + ONE_DAY).day == 1

    @property
    def year_window_start(self) -> date:
        """The first day of the twelve months that end with this period."""
        after = self.last_day + ONE_DAY
        if (after.month, after.day) == (2, 29):  # a year earlier it would be 28 February, which the window holds already
            return date(after.year - 1, 3, 1)
        return after.replace(year=after.year - 1)


def period_of(day: date, frequency: Frequency) -> Period:
    """The month, financial quarter, financial year (from 1 April) or academic year (from 1 September) a day lies in."""
    start = _start(day, frequency)
    end = add_months(start, frequency.months) - ONE_DAY
    return Period(label=_label(start, frequency), first_day=start, last_day=end, frequency=frequency.value)


@cache
def periods_between(first: date, last: date, frequency: Frequency) -> tuple[Period, ...]:
    """Every period of the calendar that has a day between `first` and `last`."""
    found = [period_of(first, frequency)]
    while found[-1].last_day < last:
        found.append(period_of(found[-1].last_day + ONE_DAY, frequency))
    return tuple(found)


def previous(period: Period) -> Period:
    """The period before, of the same calendar."""
    return period_of(period.first_day - ONE_DAY, Frequency(period.frequency))


def year_before(period: Period) -> Period:
    """The same period a year earlier."""
    return period_of(add_months(period.first_day, -12), Frequency(period.frequency))


def parse_period(text: str) -> Period:
    """Read a label as people write it: `2025-06`, `Jun 2025`, `2025/26 Q1`, `Q1 2025-26`, `Quarter 1 25/26`, `2025/26`,
    `2025/26 academic`, `school year 2025/26`, two dates.

    Raises ValueError with a sentence that says what is accepted.
    """
    for reader in (_parse_month, _parse_quarter, _parse_year, _parse_days):
        with suppress(ValueError):  # a year that the calendar does not have
            if period := reader(text.strip()):
                return period
    raise ValueError(
        f"'{text}' is not a period. Write a month as 2025-06, a quarter as 2025/26 Q1, a financial year as 2025/26, "
        "an academic year as 2025/26 academic, or two days as 2025-06-01 to 2025-06-14."
    )


def add_months(day: date, months: int) -> date:
    """The first day of a month moved by whole months (days after the 28th are not kept)."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, min(day.day, 28))


def _start(day: date, frequency: Frequency) -> date:
    if frequency is Frequency.MONTH:
        return day.replace(day=1)
    if frequency is Frequency.QUARTER:
        return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    first_month = 9 if frequency is Frequency.ACADEMIC else 4
    return date(day.year if day.month >= first_month else day.year - 1, first_month, 1)


def _label(start: date, frequency: Frequency) -> str:
    if frequency is Frequency.MONTH:
        return f"{start:%Y-%m}"
    year = start.year if start.month >= 4 else start.year - 1
    label = f"{year}/{(year + 1) % 100:02d}"
    if frequency is Frequency.QUARTER:
        return f"{label} Q{(start.month - 4) % 12 // 3 + 1}"
    return f"{label} academic" if frequency is Frequency.ACADEMIC else label


def _parse_month(text: str) -> Period | None:
    found = re.fullmatch(r"(\d{4})-(\d{2})", text)
    if found and 1 <= int(found[2]) <= 12:
        return period_of(date(int(found[1]), int(found[2]), 1), Frequency.MONTH)
    named = re.fullmatch(r"([a-z]+)\.?[\s'’-]*(20)?(\d{2})", text, re.IGNORECASE)
    month = _month_named(named[1].lower()) if named else None
    return period_of(date(2000 + int(named[3]), month, 1), Frequency.MONTH) if named and month else None


def _month_named(word: str) -> int | None:
    """The number of a month by its name, or by the first three letters of it or more."""
    names = (f"{date(2000, month, 1):%B}".lower() for month in range(1, 13))
    return next((place for place, name in enumerate(names, start=1) if len(word) >= 3 and name.startswith(word)), None)


YEAR = r"(?:FY\s*)?(\d{4}|\d{2})\s*[/-]\s*(?:20)?(\d{2})"
QUARTER = r"q(?:uarter|tr)?\s*([1-4])"


def _parse_quarter(text: str) -> Period | None:
    found = re.fullmatch(rf"{YEAR}\s*[-, ]?\s*{QUARTER}", text, re.IGNORECASE)
    if found:
        year, ends, quarter = found[1], found[2], found[3]
    else:
        found = re.fullmatch(rf"{QUARTER}\s*[-, ]?\s*{YEAR}", text, re.IGNORECASE)
        if found is None:
            return None
        quarter, year, ends = found[1], found[2], found[3]
    if (int(year) + 1) % 100 != int(ends):
        return None
    return period_of(add_months(date(_whole_year(year), 4, 1), 3 * (int(quarter) - 1)), Frequency.QUARTER)


def _parse_year(text: str) -> Period | None:
    found = re.fullmatch(rf"((?:school|academic)\s+year\s+)?{YEAR}(\s+academic(?:\s+year)?)?", text, re.IGNORECASE)
    if found is None or (int(found[2]) + 1) % 100 != int(found[3]):
        return None
    academic = bool(found[1] or found[4])
    start = date(_whole_year(found[2]), 9 if academic else 4, 1)
    return period_of(start, Frequency.ACADEMIC if academic else Frequency.YEAR)


def _whole_year(written: str) -> int:
    """26 is 2026."""
    return int(written) + 2000 if len(written) == 2 else int(written)


def _parse_days(text: str) -> Period | None:
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})\s*(?:to|/)\s*(\d{4}-\d{2}-\d{2})", text, re.IGNORECASE)
    if found is None:
        return None
    try:
        first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    except ValueError:
        return None
    if last < first:
        return None
    return Period(label=f"{first} to {last}", first_day=first, last_day=last)
