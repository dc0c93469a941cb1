"""The social work workforce: a bad year of leavers and caseloads in 2023, and the recovery since."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random

from sample_data.days import FIRST, LAST, chance_for, months
from sample_data.files import Row
from sample_data.sent import Sent

POSTS = {
    "Assessment North": 19, "Assessment South": 18, "Assessment West": 16,
    "Child Protection and Court North": 18, "Child Protection and Court South": 17, "Child Protection and Court West": 15,
    "Children in Care East": 15, "Children in Care West": 14, "Leaving Care": 9, "Children with Disabilities": 13,
    "Adolescents and Exploitation": 11, "Fostering": 11,
}  # fmt: skip
"""Each team's posts, whole-time equivalent."""
TYPES = {
    "Assessment": "assessment", "Child Protection": "long_term", "Children in Care": "in_care", "Leaving Care": "leaving_care",
    "Children with Disabilities": "disabled_children", "Adolescents": "other", "Fostering": "fostering_adoption",
}  # fmt: skip
"""The kind of a team, by how its name begins."""
TO_A_MANAGER = {
    "assessment": 5, "long_term": 6, "in_care": 7, "leaving_care": 8, "disabled_children": 7, "other": 6,
    "fostering_adoption": 8,
}  # fmt: skip
"""Social workers' posts to one manager."""
HOLD_NO_CASES = "Fostering"
BAD_YEAR = (date(2023, 4, 1), date(2024, 3, 31))
SEED = 4
HALF = Decimal("0.5")


def workforce() -> list[Row]:
    """Every team's month: who is in post, who left, what is held, and how the team is looked after."""
    chance = chance_for("workforce", SEED)
    care = chance_for("care for the workforce", 1)  # its own stream: what is held was drawn before there was any
    rows: list[Row] = []
    for team, posts in POSTS.items():
        rows += [row | _cared_for(care, team, posts, row) for row in _team(chance, team, Decimal(posts))]
    return rows


def _team(chance: Random, team: str, posts: Decimal) -> Iterator[Row]:
    in_post = _half(posts * Decimal("0.83"))
    for month in months(FIRST, LAST):
        left = min(_movers(chance, float(in_post) * _leaving(month) / 12), in_post)
        room = posts - in_post + left
        joined = min(_movers(chance, float(room) * _joining(month) / 12), room)
        in_post += joined - left
        yield _row(chance, team, month, (posts, in_post, left))


def _row(chance: Random, team: str, month: date, staff: tuple[Decimal, Decimal, Decimal]) -> Row:
    posts, in_post, left = staff
    agency = _half((posts - in_post) * Decimal(str(_covered(month))))
    holding = Decimal(0) if team == HOLD_NO_CASES else max(HALF, in_post + agency - Decimal(2))
    cases = round(float(holding) * (_caseload(month) + chance.uniform(-0.9, 0.9)))
    return {
        "team": team,
        "month": month,
        "fte_in_post": in_post,
        "agency_fte": agency,
        "vacancies_fte": posts - in_post,
        "leavers_fte": left,
        "cases_held": cases,
        "case_holding_fte": holding,
    }


def _cared_for(chance: Random, team: str, posts: int, row: Row) -> Row:
    """What a team's month says of its managers, sickness and supervision."""
    month, in_post, agency = row["month"], row["fte_in_post"], row["agency_fte"]
    if not (isinstance(month, date) and isinstance(in_post, Decimal) and isinstance(agency, Decimal)):
        raise TypeError("A team's month has a month and whole-time equivalents.")
    kind = next(each for name, each in TYPES.items() if team.startswith(name))
    due = round(in_post + agency)
    return {
        "team_type": kind,
        "managers_fte": max(Decimal(1), _half(Decimal(posts) / TO_A_MANAGER[kind])),
        "sickness_days": _half(in_post * Decimal(21 * _sick(month) * chance.uniform(0.55, 1.5))),
        "supervisions_due": due,
        "supervisions_held": sum(chance.random() < _supervised(month) for _ in range(due)),
    }


def _sick(month: date) -> float:
    """The share of working days lost: more in winter, and more in the bad year."""
    winter = 1.25 if month.month in {11, 12, 1, 2} else 0.9
    return winter * (0.034 if month < BAD_YEAR[0] else 0.045 if month <= BAD_YEAR[1] else _recovering(month, 0.042, 0.032))


def _supervised(month: date) -> float:
    """The share of supervisions held in time."""
    return 0.80 if month < BAD_YEAR[0] else 0.69 if month <= BAD_YEAR[1] else _recovering(month, 0.74, 0.90)


def _leaving(month: date) -> float:
    """The share of those in post who leave in a year, at the pace of this month."""
    return 0.145 if month < BAD_YEAR[0] else 0.235 if month <= BAD_YEAR[1] else _recovering(month, 0.16, 0.11)


def _joining(month: date) -> float:
    """The share of vacant posts filled in a year, at the pace of this month."""
    return 0.75 if month < BAD_YEAR[0] else 0.55 if month <= BAD_YEAR[1] else _recovering(month, 0.78, 0.75)


def _caseload(month: date) -> float:
    return 16.4 if month < BAD_YEAR[0] else 18.9 if month <= BAD_YEAR[1] else _recovering(month, 17.8, 14.6)


def _covered(month: date) -> float:
    """The share of vacant posts that agency workers cover."""
    return 0.80 if month <= BAD_YEAR[1] else _recovering(month, 0.92, 0.70)


def _recovering(month: date, then: float, now: float) -> float:
    """On the way from one level to another over the two and a half years since the bad one."""
    gone = (month.year - BAD_YEAR[1].year) * 12 + month.month - BAD_YEAR[1].month
    return then + (now - then) * min(1.0, gone / 30)


def _movers(chance: Random, expected: float) -> Decimal:
    """How many move in a month, in half posts, around the number expected."""
    halves = sum(chance.random() < expected / 4 for _ in range(8))
    return HALF * halves


def _half(number: Decimal) -> Decimal:
    return (number * 2).to_integral_value() / 2


SENT = (
    Sent(
        "workforce",
        "council",
        workforce,
        ("month", "month"),
        comes_after=(23, 27, 28, 29),  # due after 30: only just in time
        happens_once=True,
    ),
)
