"""Missing episodes from the police, and return home interviews, which a voluntary service took from a quarter to over half."""

from datetime import date, datetime, timedelta
from random import Random
from typing import NamedTuple

from sample_data.days import FIRST, LAST, at, chance_for, months
from sample_data.families import Child, Families
from sample_data.files import Row
from sample_data.sent import Sent

NEW_SERVICE = date(2024, 10, 1)
"""The day the voluntary service took return home interviews over from the council's teams."""
A_MONTH = 54
SEASON = (0.92, 0.90, 0.98, 1.02, 1.10, 1.14, 1.12, 1.02, 1.04, 1.00, 0.90, 0.82)
GOES_AGAIN = 0.64


class Service(NamedTuple):
    """How often an interview is offered, agreed to when offered, and held within 72 hours."""

    offered: float
    agreed: float
    in_time: float


BY_THE_TEAMS = Service(0.62, 0.42, 0.55)
BY_THE_SERVICE = Service(0.93, 0.63, 0.74)


class Goer(NamedTuple):
    """A child who goes missing, and from where."""

    child: Child
    from_care: bool
    out_of_area: bool


def missing_episodes() -> list[Row]:
    """Every episode since the history began; a few children make up most of them."""
    chance = chance_for("missing", 1)
    families = Families(chance, 60000)
    often: list[Goer] = []
    rows: list[Row] = []
    for month in months(FIRST, LAST):
        often = [each for each in often if chance.random() > 0.12]
        for day in _days(chance, month):
            if not often or chance.random() > GOES_AGAIN:
                often.append(_goer(chance, families, day))
            rows.append(_episode(chance, chance.choice(often[-28:]), day, len(rows)))
    return rows


def _days(chance: Random, month: date) -> list[date]:
    number = round(chance.gauss(A_MONTH * SEASON[month.month - 1], 4))
    return sorted(month + timedelta(days=chance.randrange(28)) for _ in range(number))


def _goer(chance: Random, families: Families, on: date) -> Goer:
    from_care = chance.random() < 0.42
    return Goer(families.arrive(on, 1, ages=(12, 17.4))[0], from_care, from_care and chance.random() < 0.35)


def _episode(chance: Random, goer: Goer, day: date, number: int) -> Row:
    left = at(day, chance, 14, 23)
    away = min(chance.lognormvariate(2.3, 1.1), 24 * 25)
    return {
        "episode_id": f"M{10000 + number}",
        "child_id": goer.child.id,
        "family_id": None,  # the police keep no record of brothers and sisters
        "date_of_birth": goer.child.born,
        "missing_from": left,
        "returned_at": left + timedelta(minutes=5 * max(2, round(away * 12))),
        "missing_from_care": goer.from_care,
        "placed_out_of_area": goer.out_of_area,
    }


def return_interviews(episodes: list[Row]) -> list[Row]:
    """An offer after most episodes, and an interview after those where the child agreed."""
    chance = chance_for("return interviews", 1)
    return [_interview(chance, row["episode_id"], row["returned_at"]) for row in episodes]


def _interview(chance: Random, episode: object, returned: object) -> Row:
    if not isinstance(returned, datetime):
        raise TypeError("An interview follows a return.")
    service = BY_THE_SERVICE if returned.date() >= NEW_SERVICE else BY_THE_TEAMS
    offered = chance.random() < service.offered
    agreed = offered and chance.random() < service.agreed
    return {
        "episode_id": str(episode),
        "returned_at": returned,
        "offered": offered,
        "accepted": agreed if offered else None,
        "held_at": _held(chance, returned, service) if agreed else None,
    }


def _held(chance: Random, returned: datetime, service: Service) -> datetime:
    hours = chance.uniform(14, 70) if chance.random() < service.in_time else chance.uniform(75, 260)
    return returned + timedelta(minutes=5 * round(hours * 12))


def _every_interview() -> list[Row]:
    return return_interviews(missing_episodes())


SENT = (
    Sent(
        "missing_episodes",
        "police",
        missing_episodes,
        ("missing_from", "returned_at"),
        comes_after=(29, 37, 44, 51),  # due after 30: the police are later each time
        mistake=(25, "returned_at", "02/01/2026 09:00"),
    ),
    Sent(
        "return_interviews",
        "compass",
        _every_interview,
        ("returned_at", "returned_at"),
        comes_after=(20, 18, 24),  # for the last quarter they have not come
        happens_once=True,
        months_before=1,
    ),
)
