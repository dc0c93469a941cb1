"""Care leavers at each birthday from 17 to 21: whether the council is in touch, what they do, and where they live."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import NamedTuple

from metrics.periods import Frequency, period_of
from sample_data.days import FIRST, LAST, chance_for
from sample_data.files import Row
from sample_data.in_care import InCare, birthday, in_care
from sample_data.sent import Sent

WEEKS_IN_CARE = timedelta(weeks=13)
FIRST_AGE, LAST_AGE = 17, 21
SEED = 6


class Life(NamedTuple):
    """How likely each thing is for one young person, before the years take their part."""

    in_touch: float
    busy: float
    housed: float


SETTLED, UNSETTLED = Life(0.99, 0.76, 0.98), Life(0.93, 0.37, 0.88)


def care_leavers() -> list[Row]:
    """A row for each birthday of everyone who was in care around the sixteenth."""
    chance = chance_for("care leavers", SEED)
    return [row for each in in_care() if _qualifies(each) for row in _birthdays(chance, each)]


def _qualifies(care: InCare) -> bool:
    sixteen = birthday(care.child, 16)
    return care.end > max(care.start, sixteen - timedelta(days=365)) + WEEKS_IN_CARE and care.end > sixteen


def _birthdays(chance: Random, care: InCare) -> Iterator[Row]:
    life = SETTLED if chance.random() < 0.55 else UNSETTLED
    for age in range(FIRST_AGE, LAST_AGE + 1):
        quarter = period_of(birthday(care.child, age), Frequency.QUARTER).last_day
        # At 17 only those who have left already; the others are still looked after.
        if FIRST <= quarter <= LAST and care.end <= birthday(care.child, age):
            yield _birthday(chance, life, age) | {"child_id": care.child.id, "quarter_ends": quarter}


def _birthday(chance: Random, life: Life, age: int) -> Row:
    in_touch = chance.random() < life.in_touch - 0.01 * (age - FIRST_AGE)
    known = in_touch or chance.random() < 0.3
    return {
        "age": str(age),
        "in_touch": in_touch,
        "in_education_or_work": chance.random() < life.busy - 0.02 * (age - FIRST_AGE) if known else None,
        "suitable_accommodation": chance.random() < life.housed - 0.01 * (age - FIRST_AGE) if known else None,
    }


SENT = (Sent("care_leavers", "council", care_leavers, ("quarter_ends", "quarter_ends"), comes_after=(20,)),)
