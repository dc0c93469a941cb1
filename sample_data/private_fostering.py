"""Private fostering: notifications fall because schools stop sending them, while others tell as before."""

from datetime import date, timedelta
from random import Random

from metrics.periods import Frequency, Period, add_months, periods_between
from sample_data.days import LAST, add_working_days, chance_for, next_working_day, weekday_in
from sample_data.families import Families
from sample_data.files import Row
from sample_data.referrals import child_cells
from sample_data.sent import Sent

FROM_SCHOOLS = {2021: 23, 2022: 23, 2023: 16, 2024: 8, 2025: 2, 2026: 0}
FROM_OTHERS = {2021: 21, 2022: 21, 2023: 20, 2024: 20, 2025: 18, 2026: 19}
"""Notifications a financial year, from April of the year."""
OTHERS = {"council": 5, "health": 4, "parent_or_carer": 6, "other_agency": 3, "police": 1, "other": 1}
SCHOOL_MONTHS = (4, 6, 9, 9, 10, 1, 3)
SEED = 9
SEEN_IN_TIME = 0.83


def private_fostering() -> list[Row]:
    """Every arrangement notified since a year before the history began."""
    chance = chance_for("private fostering", SEED)
    families = Families(chance, 80000)
    days = sorted(
        (day, source)
        for year in periods_between(date(2021, 4, 1), LAST, Frequency.YEAR)
        for day, source in _notifications(chance, year)
    )
    rows = [_arrangement(chance, families, day, source) for day, source in days if day <= LAST]
    return [row | {"arrangement_id": f"P{100 + number}"} for number, row in enumerate(rows)]


def _notifications(chance: Random, year: Period) -> list[tuple[date, str]]:
    first = year.first_day
    schools = [_month_of(first, chance.choice(SCHOOL_MONTHS)) for _ in range(FROM_SCHOOLS[first.year])]
    others = [add_months(first, chance.randrange(12)) for _ in range(FROM_OTHERS[first.year])]
    named = list(OTHERS)
    return [(weekday_in(chance, month), "school") for month in schools] + [
        (weekday_in(chance, month), chance.choices(named, list(OTHERS.values()))[0]) for month in others
    ]


def _month_of(first: date, month: int) -> date:
    """A month of the financial year that begins on a day."""
    return date(first.year + (month < first.month), month, 1)


def _arrangement(chance: Random, families: Families, notified: date, source: str) -> Row:
    child = families.arrive(notified, 1, ages=(6, 15))[0]
    in_time = chance.random() < SEEN_IN_TIME
    visit = add_working_days(notified, chance.randint(1, 7) if in_time else chance.randint(8, 16))
    # Schools tell of language students, who stay some weeks; the others of children who stay for most of a year.
    stay = chance.randint(24, 70) if source == "school" else chance.randint(140, 390)
    ended = notified + timedelta(days=stay)
    return {
        "arrangement_id": None,
        **child_cells(child),
        "notified_on": notified,
        "source": source,
        "first_visit_on": visit,
        "later_visits": _visits(visit, ended),
        "ended_on": ended,
    }


def _visits(first: date, ended: date) -> tuple[date, ...]:
    """A visit every six weeks while it goes on."""
    found = []
    day = next_working_day(first + timedelta(days=40))
    while day < ended:
        found.append(day)
        day = next_working_day(day + timedelta(days=40))
    return tuple(found)


SENT = (Sent("private_fostering", "council", private_fostering, ("notified_on", "ended_on"), comes_after=(19,)),)
