"""What social workers record beside the days of a case: neglect among the concerns, and when the child was seen."""

from collections.abc import Collection, Iterable
from datetime import date
from random import Random

from sample_data.days import add_working_days, chance_for
from sample_data.files import Row

RECORDED_FROM = date(2024, 4, 1)
"""The day from which the council records when the child was first seen."""
OFTEN = 0.24
"""Families in which neglect is a concern nearly every time they are referred; one with a plan for it always."""


def with_neglect(referrals: Iterable[Row], on_plans: Collection[str]) -> list[Row]:
    """The referrals, each saying whether neglect was among the concerns."""
    chance = chance_for("neglect", 1)
    often: dict[str, bool] = {}
    rows = []
    for row in referrals:
        family = str(row["family_id"])
        prone = often.setdefault(family, family in on_plans or chance.random() < OFTEN)
        rows.append(row | {"neglect": chance.random() < (0.86 if prone else 0.06)})
    return rows


def with_visit(assessments: Iterable[Row]) -> list[Row]:
    """The assessments, each with the day the child was first seen, if it was."""
    chance = chance_for("seen", 1)
    return [row | {"seen_on": _seen(chance, row)} for row in assessments]


def _seen(chance: Random, row: Row) -> date | None:
    start, done = row["start_date"], row["authorised_date"]
    if not isinstance(start, date) or not isinstance(done, date) or start < RECORDED_FROM or chance.random() < 0.03:
        return None
    first, last = chance.choices([(0, 4), (5, 10), (11, 24)], [76, 15, 9])[0]
    return min(done, add_working_days(start, chance.randint(first, last)))
