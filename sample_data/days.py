"""The days of the sample: where its history begins and ends, its quarters, and arithmetic in working days."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

import holidays

from metrics.periods import Frequency, Period, add_months, periods_between

BEFORE = date(2020, 4, 1)
"""The generator starts two years early, so that the first file already lists plans and referrals that go on."""
FIRST, LAST = date(2022, 4, 1), date(2026, 9, 30)
HISTORY_TO = date(2025, 9, 30)
"""One file of each dataset brings the history to this day; after it there is one for each quarter."""
THRESHOLD_DOCUMENT = date(2025, 10, 1)
"""The day the partnership's new threshold document took effect."""


def chance_for(theme: str, seed: int) -> Random:
    """Each theme draws from its own stream, so that a change in one leaves the others as they were.

    The seed picks, of the many histories that could have been, one in which the theme's story is plain to see.
    """
    return Random(f"Marlow Vale {theme} {seed}")


def quarters() -> tuple[Period, ...]:
    """The quarters that have a file of their own."""
    return periods_between(HISTORY_TO + timedelta(days=1), LAST, Frequency.QUARTER)


def months(first: date, last: date) -> Iterator[date]:
    """The first day of every month from one day to another."""
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = add_months(day, 1)


def weekday_in(chance: Random, month: date) -> date:
    """A working day of a month."""
    days = (add_months(month, 1) - month).days
    return next_working_day(month + timedelta(days=chance.randrange(days)), stay_in=month)


def next_working_day(day: date, stay_in: date | None = None) -> date:
    """The day itself if it is a working day, else the next one; the one before where that is in another month."""
    found = day
    while not _works(found):
        found += timedelta(days=1)
    if stay_in is not None and found.month != stay_in.month:
        found = day
        while not _works(found):
            found -= timedelta(days=1)
    return found


def add_working_days(day: date, number: int) -> date:
    """The day a number of working days later, the next working day being day 1."""
    return _working_days()[bisect_right(_working_days(), day) + number - 1] if number > 0 else day


def at(day: date, chance: Random, first_hour: int, last_hour: int) -> datetime:
    """A moment of a day between two hours, to five minutes."""
    return datetime.combine(day, time(chance.randint(first_hour, last_hour), 5 * chance.randrange(12)))


@cache
def _working_days() -> list[date]:
    """Every working day that the sample may name, in order."""
    days = (date(BEFORE.year, 1, 1) + timedelta(days=each) for each in range(366 * (LAST.year + 3 - BEFORE.year)))
    return [each for each in days if _works(each)]


@cache
def _works(day: date) -> bool:
    return day.weekday() < 5 and day not in _bank_holidays()


@cache
def _bank_holidays() -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=range(BEFORE.year, LAST.year + 3)))
