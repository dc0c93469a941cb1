"""Children in care: who comes in, often after a plan that did not keep them safe; where they are placed; how they leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from metrics.periods import add_months
from sample_data.characteristics import one_of
from sample_data.days import LAST, chance_for, months, next_working_day
from sample_data.families import Child, Families
from sample_data.files import Row
from sample_data.referrals import child_cells
from sample_data.same_child import characteristics
from sample_data.sent import Sent
from sample_data.social_care import social_care

BEFORE = date(2008, 4, 1)
"""The generator starts long before, so that the first file lists children who came into care when they were small."""
A_MONTH = 14.2
AFTER_PLANS = 4.0
"""How many of them, since the history begins, are children whose plan ends that day."""
AFTER_A_PLAN = 0.115
"""The share of plans that end so."""
AGES = {(0.0, 1.0): 19.0, (1.0, 5.0): 16.0, (5.0, 10.0): 18.0, (10.0, 16.0): 31.0, (16.0, 17.6): 26.0}
STAYS = {(0.05, 0.5): 30.0, (0.5, 2.0): 26.0, (2.0, 5.0): 17.0, (5.0, 18.0): 27.0}
"""How long, in years, care lasts that does not end with the eighteenth birthday or an adoption."""
SMALL, ADOPTED = 4.0, 0.3
HOME = {"E4A": 40.0, "E4B": 12.0, "E13": 9.0, "E41": 11.0, "E47": 14.0, "E45": 8.0, "E3": 2.0, "E8": 4.0}
AT_18 = {"E5": 38.0, "E6": 14.0, "E17": 27.0, "E7": 9.0, "E8": 12.0}


@dataclass(frozen=True)
class InCare:
    """One child's period in care, and how it ends."""

    child: Child
    start: date
    end: date
    reason: str

    def age(self, on: date) -> float:
        return (on - self.child.born).days / 365.25


@cache
def in_care() -> tuple[InCare, ...]:
    """Every period in care since long before the history began."""
    chance = chance_for("in care", 5)
    families = Families(chance, 820000)
    found = [_ending(chance, child, on) for child, on in _after_plans(chance)]
    for month in months(BEFORE, LAST):
        expected = A_MONTH - (AFTER_PLANS if month >= date(2022, 4, 1) else 0.0)
        for _ in range(max(0, round(chance.gauss(expected, 1.8)))):
            on = month + timedelta(days=chance.randrange(28))
            child = families.arrive(on, 1, ages=_ages(chance))[0]
            found.append(_ending(chance, child, on))
    return tuple(sorted(found, key=lambda each: (each.start, each.child.id)))


def _ages(chance: Random) -> tuple[float, float]:
    """The ages between which a child comes into care."""
    return chance.choices(list(AGES), list(AGES.values()))[0]


def _after_plans(chance: Random) -> Iterator[tuple[Child, date]]:
    """Children whose plan ended because they came into care; brothers and sisters mostly together."""
    taken: dict[tuple[str, date], bool] = {}
    known: set[str] = set()
    for row in social_care().cp_plans:
        child, family, born, ended = (row[name] for name in ("child_id", "family_id", "date_of_birth", "end_date"))
        if not isinstance(ended, date) or not isinstance(born, date) or not date(2022, 4, 1) <= ended <= LAST:
            continue
        together = taken.setdefault((str(family), ended), chance.random() < AFTER_A_PLAN)
        if together and str(child) not in known and born + timedelta(days=17 * 365) > ended:
            known.add(str(child))
            yield Child(str(child), str(family), born), ended


def _ending(chance: Random, child: Child, start: date) -> InCare:
    grown = birthday(child, 18)
    age = (start - child.born).days / 365.25
    if age < SMALL and chance.random() < ADOPTED:
        return InCare(child, start, next_working_day(start + timedelta(days=chance.randint(380, 900))), _adoption(chance))
    years = chance.uniform(*chance.choices(list(STAYS), list(STAYS.values()))[0])
    end = start + timedelta(days=round(365.25 * years))
    return (
        InCare(child, start, grown, one_of(chance, AT_18)) if end >= grown else InCare(child, start, end, one_of(chance, HOME))
    )


def _adoption(chance: Random) -> str:
    return "E12" if chance.random() < 0.55 else "E11"


def birthday(child: Child, age: int) -> date:
    """The day a child reaches an age."""
    return add_months(child.born.replace(day=1), 12 * age) + timedelta(days=min(child.born.day, 28) - 1)


def looked_after_periods() -> list[Row]:
    """One row for each period in care."""
    return [
        child_cells(each.child)
        | characteristics(each.child.id, each.child.family)
        | {"start_date": each.start, "end_date": each.end, "end_reason": each.reason}
        for each in in_care()
    ]


def care_proceedings() -> list[Row]:
    """An application for most of the younger children who come into care, soon after or a little before."""
    chance = chance_for("care proceedings", 1)
    return [
        child_cells(each.child) | {"issued_on": next_working_day(each.start + timedelta(days=chance.randint(-10, 35)))}
        for each in in_care()
        if each.age(each.start) < 14 and chance.random() < 0.84
    ]


SENT = (
    Sent(
        "looked_after_periods",
        "council",
        looked_after_periods,
        ("start_date", "end_date"),
        comes_after=(14,),
        known_with={"end_reason": "end_date"},
    ),
    Sent("care_proceedings", "council", care_proceedings, ("issued_on", "issued_on"), comes_after=(14,)),
)
