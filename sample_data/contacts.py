"""Contacts at the front door: every referral began as one, and most of the others lead to advice. The police send most."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random

from sample_data.characteristics import one_of
from sample_data.days import LAST, THRESHOLD_DOCUMENT, chance_for, months, next_working_day, weekday_in
from sample_data.families import Families, Family
from sample_data.files import Row
from sample_data.referrals import SCHOOL, SEASON, child_cells
from sample_data.sent import Sent
from sample_data.social_care import social_care

BEGINS = date(2024, 4, 1)
"""The day the council began to record contacts apart from referrals."""
A_MONTH = 415
"""Children about whom there is a contact that becomes no referral."""
SOURCES = {
    "6": 41, "2A": 17, "2B": 2, "1A": 7, "1C": 1, "1D": 3, "3A": 3, "3B": 4, "3C": 2, "3E": 7, "3F": 4,
    "4": 2, "5A": 2, "5C": 2, "5D": 1, "7": 1, "8": 3, "9": 3,
}  # fmt: skip
BEFORE_THE_DOCUMENT = {"advice": 37.0, "no action": 31.0, "early help": 15.0, "other agency": 10.0, "open case": 7.0}
SINCE_THE_DOCUMENT = {"advice": 33.0, "no action": 26.0, "early help": 24.0, "other agency": 10.0, "open case": 7.0}
RECORDED = 0.96
"""How many referrals have their contact on record: some are taken by the team that knows the family."""


@cache
def contacts() -> list[Row]:
    """Every contact since they were recorded."""
    return [*_became_referrals(), *_became_none()]


def _became_referrals() -> Iterator[Row]:
    chance = chance_for("contacts that became referrals", 1)
    for row in social_care().referrals:
        referred = row["referral_date"]
        if isinstance(referred, date) and referred >= BEGINS and chance.random() < RECORDED:
            waited = chance.choices([0, 1, 3, 4], [62, 33, 4, 1])[0]
            yield {
                **{name: row[name] for name in ("child_id", "family_id", "date_of_birth")},
                "contact_date": max(BEGINS, referred - timedelta(days=waited)),
                "source": row["source"],
                "outcome": "referral",
                "referral_date": referred,
            }


def _became_none() -> Iterator[Row]:
    chance = chance_for("contacts that became none", 1)
    families = Families(chance, 100000)
    seen: list[Family] = []
    for month in months(BEGINS, LAST):
        expected, found = chance.gauss(A_MONTH * SEASON[month.month - 1], 9), 0
        while found < expected:
            on = _contact_day(chance, month)
            family = chance.choice(seen[-900:]) if seen and chance.random() < 0.22 else families.arrive(on)
            seen.append(family)
            found += len(family)
            yield from _contact(chance, family, on)


def _contact_day(chance: Random, month: date) -> date:
    """A working day for most; the police and the hospital make contact on any."""
    return weekday_in(chance, month) if chance.random() < 0.85 else month + timedelta(days=chance.randrange(28))


def _contact(chance: Random, family: Family, on: date) -> Iterator[Row]:
    weights = [weight * (0.1 if on.month == 8 and code in SCHOOL else 1) for code, weight in SOURCES.items()]
    source = chance.choices(list(SOURCES), weights)[0]
    outcomes = SINCE_THE_DOCUMENT if on >= THRESHOLD_DOCUMENT else BEFORE_THE_DOCUMENT
    outcome = one_of(chance, outcomes)
    decided = next_working_day(on + timedelta(days=1 if chance.random() < 0.6 else 0))
    for child in family:
        yield child_cells(child) | {
            "contact_date": on,
            "source": source if chance.random() < 0.995 else None,
            "outcome": outcome,
            "decided_on": decided,
        }


SENT = (
    Sent(
        "contacts",
        "council",
        contacts,
        ("contact_date", "contact_date"),
        comes_after=(12,),
        begins=BEGINS,
        known_with={"outcome": "decided_on"},
        mistake=(412, "contact_date", "08/13/2026"),
    ),
)
