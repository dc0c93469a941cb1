"""Where children in care live: with relatives, with foster carers, in a children's home; near, or far from home."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from metrics.periods import Frequency, period_of
from sample_data.characteristics import one_of
from sample_data.days import FIRST, chance_for
from sample_data.files import Row
from sample_data.in_care import InCare, birthday, in_care
from sample_data.referrals import child_cells
from sample_data.sent import Sent

SMALL = {"U6": 52.0, "U3": 17.0, "P1": 9.0, "R3": 6.0, "U4": 9.0, "U1": 7.0}
OF_SCHOOL_AGE = {"U6": 45.0, "U4": 21.0, "U3": 12.0, "U1": 9.0, "K2": 8.0, "P1": 4.0, "S1": 1.0}
IN_THE_TEENS = {"U6": 37.0, "U4": 15.0, "K2": 24.0, "U3": 9.0, "U1": 7.0, "P1": 4.0, "H5": 2.0, "K1": 1.0, "S1": 1.0}
NEARLY_GROWN = {"H5": 37.0, "U6": 22.0, "U4": 12.0, "K2": 17.0, "U1": 6.0, "P2": 4.0, "R5": 1.0, "Z1": 1.0}
OUT_OF_AREA = {"K1": 1.0, "K2": 0.68, "S1": 0.8, "R5": 1.0, "H5": 0.4, "P1": 0.15, "U1": 0.3, "U3": 0.3}
OTHERWISE_OUT = 0.36
LASTS = {"U4": 2600, "U1": 2400, "P1": 500, "K2": 640, "H5": 300, "U6": 420, "U3": 500}
"""Days that half the placements of a kind outlast."""
MOVES_OFTEN = 0.24
TO_STAY = 5


def placements() -> list[Row]:
    """Every placement of the children who were in care since the history began."""
    chance = chance_for("placements", 2)
    return [row for each in in_care() if each.end >= FIRST for row in _of_child(chance, each)]


def _of_child(chance: Random, care: InCare) -> Iterator[Row]:
    pace = 0.16 if chance.random() < MOVES_OFTEN else 1.0
    start, carers = care.start, ""
    adopters = care.end - timedelta(days=chance.randint(190, 330)) if care.reason in {"E11", "E12"} else care.end
    while start < adopters:
        kind = one_of(chance, _kinds(care, start))
        end = min(adopters, start + timedelta(days=round(pace * LASTS.get(kind, 200) * chance.lognormvariate(0, 0.9)) + 2))
        if care.end <= end + timedelta(days=20):
            end = care.end
        yield _placement(chance, care, kind, (start, end), same=carers == "U6" and kind == "U4" and chance.random() < 0.6)
        start, carers = end, kind
    if start < care.end:
        with_them = chance.random() < 0.2
        yield _placement(chance, care, "A5" if with_them else "A6", (start, care.end), same=with_them)


def _kinds(care: InCare, on: date) -> dict[str, float]:
    """What is looked for on a day: a family to stay with, once it is plain that care goes on for years."""
    age = care.age(on)
    kinds = SMALL if age < 5 else OF_SCHOOL_AGE if age < 11 else IN_THE_TEENS if age < 16 else NEARLY_GROWN
    stays = on > care.start + timedelta(days=120) and care.end > on + timedelta(days=730)
    return {kind: share * (TO_STAY if stays and kind in {"U1", "U4"} else 1) for kind, share in kinds.items()}


def _placement(chance: Random, care: InCare, kind: str, days: tuple[date, date], same: bool) -> Row:
    away = chance.random() < OUT_OF_AREA.get(kind, OTHERWISE_OUT)
    miles = chance.lognormvariate(2.75, 0.85) + 3 if away else chance.lognormvariate(1.3, 0.6)
    return child_cells(care.child) | {
        "start_date": days[0],
        "end_date": days[1],
        "placement_type": kind,
        "same_carers": same,
        "out_of_area": away,
        "miles_from_home": None if kind.startswith("A") else Decimal(f"{min(miles, 190):.1f}"),
        "sixteen_by": _quarter_of_sixteen(care, days[1]),
    }


def _quarter_of_sixteen(care: InCare, until: date) -> date | None:
    """For a child who turns 15 before the placement ends."""
    return period_of(birthday(care.child, 16), Frequency.QUARTER).last_day if birthday(care.child, 15) < until else None


SENT = (Sent("placements", "council", placements, ("start_date", "end_date"), comes_after=(14,)),)
