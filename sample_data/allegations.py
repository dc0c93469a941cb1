"""Allegations against people who work with children, kept by the council's designated officer; probation refers nobody."""

from datetime import date, timedelta
from random import Random

from sample_data.characteristics import around, one_of
from sample_data.days import LAST, chance_for, months, weekday_in
from sample_data.files import Row
from sample_data.sent import Sent

BEGINS = date(2024, 4, 1)
FROM = date(2023, 7, 1)
A_MONTH = 19.0
SEASON = (1.0, 1.0, 1.15, 0.9, 1.1, 1.15, 1.0, 0.45, 0.95, 1.1, 1.2, 0.85)
REFERRERS = {
    "education": 41.0, "early_years": 12.0, "childrens_social_care": 11.0, "police": 8.0, "fostering": 7.0,
    "residential": 6.0, "health": 5.0, "voluntary": 2.5, "sport": 2.0, "ofsted": 1.5, "faith": 1.0, "transport": 1.0,
    "public": 1.5, "youth_justice": 0.5,
}  # fmt: skip
SETTINGS = {
    "academy_secondary": 29.0, "academy_primary": 22.0, "maintained_primary": 19.0, "maintained_secondary": 10.0,
    "special": 9.0, "alternative_provision": 4.0, "independent": 3.0, "college": 3.0, "free_school": 1.0,
}  # fmt: skip
OUTCOMES = {"substantiated": 31.0, "unsubstantiated": 38.0, "unfounded": 21.0, "false": 8.0, "malicious": 2.0}


def allegations() -> list[Row]:
    """Every allegation: two in three are concluded within a month, a few wait for a trial."""
    chance = chance_for("allegations", 1)
    rows: list[Row] = []
    for month in months(FROM, LAST):
        for day in sorted(weekday_in(chance, month) for _ in range(around(chance, A_MONTH * SEASON[month.month - 1], 0.15))):
            rows.append(_allegation(chance, day, len(rows)))
    return rows


def _allegation(chance: Random, day: date, number: int) -> Row:
    agency = one_of(chance, REFERRERS)
    return {
        "allegation_id": f"L{1000 + number}",
        "referred_on": day,
        "referred_by": agency,
        "setting": one_of(chance, SETTINGS) if agency == "education" and chance.random() > 0.03 else None,
        "concluded_on": day + timedelta(days=_days_to_conclusion(chance)),
        "outcome": one_of(chance, OUTCOMES),
    }


def _days_to_conclusion(chance: Random) -> int:
    draw = chance.random()
    first, last = (2, 30) if draw < 0.68 else (31, 88) if draw < 0.89 else (95, 350) if draw < 0.985 else (380, 560)
    return chance.randint(first, last)


SENT = (
    Sent(
        "allegations",
        "council",
        allegations,
        ("referred_on", "concluded_on"),
        comes_after=(16,),
        begins=BEGINS,
        known_with={"outcome": "concluded_on"},
    ),
)
