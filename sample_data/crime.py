"""What the police record of children as victims: offences with their outcomes, domestic abuse at home, and cases at MARAC."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from sample_data.characteristics import around, child, one_of
from sample_data.days import LAST, chance_for, months, weekday_in
from sample_data.families import Families, Family
from sample_data.files import Row
from sample_data.sent import Sent

BEGINS = date(2024, 4, 1)
FROM = date(2023, 1, 1)
"""Offences are recorded from here on, so that outcomes come in from the first file."""
OFFENCES_A_MONTH = {"rape": 8.0, "other_sexual": 16.5, "violence_with_injury": 21.0, "violence_without_injury": 39.0}
GIRLS = {"rape": 0.86, "other_sexual": 0.82, "violence_with_injury": 0.40, "violence_without_injury": 0.47}
CHARGED = {"rape": 0.055, "other_sexual": 0.10, "violence_with_injury": 0.085, "violence_without_injury": 0.045}
"""The share of offences with an outcome in which somebody is charged."""
DAYS_TO_OUTCOME = {"rape": 5.5, "other_sexual": 5.0, "violence_with_injury": 4.1, "violence_without_injury": 3.8}
"""Of the offence in the middle, as the logarithm of days."""
OTHER_OUTCOMES = {
    "16": 30.0, "15": 22.0, "18": 18.0, "14": 12.0, "8": 6.0, "22": 3.0, "20": 3.0, "10": 2.5, "11": 2.0, "21": 1.0, "3": 0.5,
}  # fmt: skip
INCIDENTS_A_MONTH = 196
RISKS = {"standard": 56.0, "medium": 34.0, "high": 10.0}
AGAIN = 0.30
HEARINGS_A_MONTH = 34
REPEATS = 0.31


def offences() -> list[Row]:
    """Every sexual offence and assault on a child, with its outcome."""
    chance = chance_for("offences", 1)
    rows: list[Row] = []
    for month in months(FROM, LAST):
        for category, expected in OFFENCES_A_MONTH.items():
            for day in _days(chance, month, around(chance, expected, spread=0.12)):
                rows.append(_offence(chance, category, day, len(rows)))
    return rows


def _offence(chance: Random, category: str, day: date, number: int) -> Row:
    settled = day + timedelta(days=max(1, round(chance.lognormvariate(DAYS_TO_OUTCOME[category], 0.7))))
    charged = chance.random() < CHARGED[category]
    return {
        "offence_id": f"O{10000 + number}",
        **child(chance, f"C{300000 + number}", day, (4.0, 17.9), girls=GIRLS[category]),
        "recorded_on": day,
        "category": category,
        "outcome_type": "1" if charged else one_of(chance, OTHER_OUTCOMES),
        "outcome_on": settled,
    }


def domestic_abuse_notifications() -> list[Row]:
    """Every child in a household of domestic abuse of whom social care was told; three in ten households are known."""
    chance = chance_for("domestic abuse", 1)
    families = Families(chance, 400000)
    known = [families.arrive(BEGINS)]
    rows: list[Row] = []
    for number, day in enumerate(_incidents(chance)):
        known.append(chance.choice(known[-600:]) if chance.random() < AGAIN else families.arrive(day))
        rows += _notified(chance, f"D{10000 + number}", day, known[-1])
    return rows


def _incidents(chance: Random) -> Iterator[date]:
    for month in months(BEGINS, LAST):
        expected = INCIDENTS_A_MONTH * (1.12 if month.month in {7, 8, 12} else 1.0)
        yield from _days(chance, month, around(chance, expected))


def _notified(chance: Random, incident: str, day: date, family: Family) -> list[Row]:
    """The children of a household, told of together."""
    shared: Row = {
        "incident_id": incident,
        "incident_on": day,
        "notified_on": day + timedelta(days=chance.choice((0, 1, 1, 1, 2, 3))),
        "risk": one_of(chance, RISKS),
    }
    return [{**shared, "child_id": each.id, "family_id": each.family, "date_of_birth": each.born} for each in family]


def marac_cases() -> list[Row]:
    """Every case heard at MARAC. Of one in twelve nobody wrote down whether it was a repeat."""
    chance = chance_for("marac", 1)
    rows: list[Row] = []
    for month in months(BEGINS, LAST):
        meeting = weekday_in(chance, month)
        for _ in range(around(chance, HEARINGS_A_MONTH, spread=0.15)):
            rows.append(_hearing(chance, meeting, rows))
    return rows


def _hearing(chance: Random, on: date, before: list[Row]) -> Row:
    number = len(before)
    earlier = [each for each in before[-HEARINGS_A_MONTH * 10 :] if each["heard_on"] != on]
    again = bool(earlier) and chance.random() < REPEATS
    household = chance.choice(earlier) if again else _household(chance, number)
    return {
        **household,
        "marac_case_id": f"M{20000 + number}",
        "heard_on": on,
        "repeat_case": None if chance.random() < 0.08 else again,
    }


def _household(chance: Random, number: int) -> Row:
    return {
        "victim_id": f"V{10000 + number}",
        "perpetrator_id": f"P{10000 + number}",
        "children_in_household": chance.choice((0, 0, 0, 1, 1, 2, 2, 3, 4)),
    }


def _days(chance: Random, month: date, number: int) -> Iterator[date]:
    yield from sorted(month.replace(day=chance.randint(1, 28)) for _ in range(number))


SENT = (
    Sent(
        "offences_against_children",
        "police",
        offences,
        ("recorded_on", "outcome_on"),
        comes_after=(24,),
        begins=BEGINS,
        known_with={"outcome_type": "outcome_on"},
    ),
    Sent(
        "domestic_abuse_notifications",
        "police",
        domestic_abuse_notifications,
        ("notified_on", "notified_on"),
        comes_after=(24,),
        begins=BEGINS,
    ),
    Sent("marac_cases", "police", marac_cases, ("heard_on", "heard_on"), comes_after=(40, 36, 43, 41), begins=BEGINS),
)
