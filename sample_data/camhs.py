"""Referrals to the child and adolescent mental health service: waits grew through 2024, and fell once a second team began."""

from datetime import date, timedelta
from random import Random

from sample_data.characteristics import around, child, one_of
from sample_data.days import LAST, add_working_days, chance_for, months, weekday_in
from sample_data.files import Row
from sample_data.sent import Sent

BEGINS = date(2024, 4, 1)
FROM = date(2022, 10, 1)
"""Referrals are made from here on, so that the first file lists children who wait and children in treatment."""
SECOND_TEAM = date(2025, 6, 1)
SEASON = (1.02, 1.06, 1.12, 0.92, 1.06, 1.08, 0.98, 0.62, 0.92, 1.14, 1.16, 0.90)
"""Schools refer most, and they are closed in August."""
A_MONTH = 142
ACCEPTED = 0.72
TREATED = 0.66
SOURCES = {
    "gp": 41.0, "school": 27.0, "hospital": 8.0, "other_health": 7.0, "family_or_self": 7.0,
    "childrens_social_care": 5.0, "early_help": 3.0, "youth_justice": 1.0, "police": 0.5, "other": 0.5,
}  # fmt: skip


def camhs_referrals() -> list[Row]:
    """Every referral, with its way as far as it went."""
    chance = chance_for("camhs", 1)
    rows: list[Row] = []
    for month in months(FROM, LAST):
        number = around(chance, A_MONTH * SEASON[month.month - 1] * _growth(month))
        for day in sorted(weekday_in(chance, month) for _ in range(number)):
            rows.append(_referral(chance, day, len(rows)))
    return rows


def typical_wait(referred: date) -> float:
    """Days from referral to assessment of the child in the middle, by the day of the referral."""
    early, longest, now = 47.0, 104.0, 44.0
    if referred < SECOND_TEAM:
        return early + (longest - early) * min(1.0, max(0, (referred - date(2024, 1, 1)).days) / 420)
    return longest - (longest - now) * min(1.0, (referred - SECOND_TEAM).days / 300)


def _growth(month: date) -> float:
    return 1 + 0.05 * (month - FROM).days / 365


def _referral(chance: Random, day: date, number: int) -> Row:
    source = one_of(chance, SOURCES)
    return {
        "camhs_referral_id": f"R{100000 + number}",
        **child(chance, f"C{200000 + number}", day, (5.5, 17.4), girls=0.57),
        "referred_on": day,
        "source": source,
        **_way(chance, day),
    }


def _way(chance: Random, day: date) -> Row:
    """What became of a referral: most are accepted, assessed after a wait, and many of those go on to treatment."""
    decided = add_working_days(day, chance.randint(2, 12))
    if chance.random() > ACCEPTED:
        return {"accepted_on": None, "assessed_on": None, "treated_from": None, "discharged_on": decided}
    assessed = add_working_days(decided, max(2, round(chance.lognormvariate(0, 0.45) * (typical_wait(day) - 10) * 5 / 7)))
    if chance.random() > TREATED:
        done = add_working_days(assessed, chance.randint(1, 25))
        return {"accepted_on": decided, "assessed_on": assessed, "treated_from": None, "discharged_on": done}
    began = add_working_days(assessed, chance.randint(5, 60))
    ends = began + timedelta(days=round(chance.lognormvariate(5.3, 0.6)))
    return {"accepted_on": decided, "assessed_on": assessed, "treated_from": began, "discharged_on": ends}


SENT = (
    Sent(
        "camhs_referrals",
        "camhs",
        camhs_referrals,
        ("referred_on", "discharged_on"),
        comes_after=(33, 41, 38, 45),  # due after 30: always late
        begins=BEGINS,
    ),
)
