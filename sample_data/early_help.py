"""Early help: families that the front door passed on, that stepped down from social care, or that a school or nursery helps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from sample_data.characteristics import one_of
from sample_data.contacts import contacts
from sample_data.days import LAST, chance_for, months, next_working_day, weekday_in
from sample_data.families import Families
from sample_data.files import Cell, Row
from sample_data.referrals import child_cells
from sample_data.same_child import characteristics
from sample_data.sent import Sent
from sample_data.social_care import social_care

BEFORE, BEGINS = date(2023, 4, 1), date(2024, 4, 1)
TAKEN_UP = 0.62
STEPPED_DOWN = {"RC9": 0.85, "RC7": 0.17}
"""How often a case that closes for such a reason goes on in early help."""
BEGUN_A_MONTH = {"agency": 56.0, "family": 11.0, "other": 3.0}
LEADS = {"education": 36.0, "early help": 32.0, "health": 14.0, "early years": 9.0, "voluntary sector": 7.0, "housing": 2.0}
OUTCOMES = {
    "achieved": 57.0, "partly achieved": 15.0, "not achieved": 4.0, "withdrew": 13.0, "stepped up": 8.0, "moved": 3.0,
}  # fmt: skip
PROFILED = {"health": 44.0, "early help": 27.0, "social care": 15.0, "education": 9.0, "early years": 5.0}


@dataclass(frozen=True)
class Opened:
    """Early help that begins for one family: its children, the day, and where it came from."""

    children: tuple[Row, ...]
    on: date
    source: str


@cache
def early_help_episodes() -> list[Row]:
    """Every episode since a year before the history begins."""
    chance = chance_for("early help", 3)
    opened = [*_passed_on(chance), *_stepped_down(chance), *_begun(chance)]
    busy: dict[Cell, date] = {}
    rows: list[Row] = []
    for each in sorted(opened, key=lambda one: (one.on, str(one.children[0]["child_id"]))):
        if each.on <= LAST and each.on >= busy.get(each.children[0]["family_id"], BEFORE):
            closed, outcome = _ending(chance, each)
            busy[each.children[0]["family_id"]] = closed
            rows += _episodes(chance, each, closed, outcome)
    return rows


def graded_care_profiles() -> list[Row]:
    """Profiles of some of the children in early help, and of more since school nurses use them."""
    chance = chance_for("graded care profiles", 1)
    return [
        {name: row[name] for name in ("child_id", "family_id", "date_of_birth")}
        | {
            "completed_on": next_working_day(opened + timedelta(days=chance.randint(14, 60))),
            "completed_by": one_of(chance, PROFILED),
        }
        for row in early_help_episodes()
        if isinstance(opened := row["opened_on"], date) and chance.random() < (0.11 if opened >= date(2025, 9, 1) else 0.075)
    ]


def _families(rows: list[Row], day: str) -> Iterator[tuple[tuple[Row, ...], date]]:
    """The children of one family who have the same day."""
    found: dict[tuple[Cell, date], list[Row]] = {}
    for row in rows:
        if isinstance(on := row[day], date) and on >= BEFORE:
            found.setdefault((row["family_id"], on), []).append(row)
    return ((tuple(children), on) for (_, on), children in found.items())


def _passed_on(chance: Random) -> Iterator[Opened]:
    passed = [row for row in contacts() if row["outcome"] == "early help"]
    for children, on in _families(passed, "contact_date"):
        if chance.random() < TAKEN_UP:
            yield Opened(children, next_working_day(on + timedelta(days=chance.randint(4, 24))), "front door")


def _stepped_down(chance: Random) -> Iterator[Opened]:
    closed = [row for row in social_care().referrals if row["closure_reason"] in STEPPED_DOWN]
    for children, on in _families(closed, "closed_date"):
        if chance.random() < STEPPED_DOWN[str(children[0]["closure_reason"])]:
            yield Opened(children, next_working_day(on + timedelta(days=chance.randint(0, 21))), "social care")


def _begun(chance: Random) -> Iterator[Opened]:
    """Help that began without the front door. Until contacts were recorded, theirs stands among it."""
    families = Families(chance, 810000)
    for month in months(BEFORE, LAST):
        number = sum(BEGUN_A_MONTH.values()) * (0.35 if month.month == 8 else 1) + (44 if month < BEGINS else 0)
        for _ in range(round(chance.gauss(number, 4) / 1.7)):
            on = weekday_in(chance, month)
            family = families.arrive(on, ages=(0.5, 17))
            source = one_of(chance, BEGUN_A_MONTH)
            yield Opened(tuple(child_cells(child) for child in family), on, source)


def _ending(chance: Random, opened: Opened) -> tuple[date, str]:
    """The day it closes, and how."""
    outcome = one_of(chance, OUTCOMES)
    days = chance.randint(20, 90) if outcome in {"withdrew", "stepped up"} else round(chance.lognormvariate(5.2, 0.42))
    return next_working_day(opened.on + timedelta(days=days)), outcome


def _episodes(chance: Random, opened: Opened, closed: date, outcome: str) -> list[Row]:
    """One episode for each child of a family; they are led, and close, together."""
    lead = "early help" if opened.source == "social care" and chance.random() < 0.6 else one_of(chance, LEADS)
    return [
        {
            "child_id": row["child_id"],
            "family_id": row["family_id"],
            "date_of_birth": row["date_of_birth"],
            **characteristics(str(row["child_id"]), str(row["family_id"])),
            "opened_on": opened.on,
            "closed_on": closed,
            "lead_agency": lead if chance.random() < 0.99 else None,
            "source": opened.source,
            "outcome": outcome if chance.random() < 0.985 else None,
        }
        for row in opened.children
    ]


SENT = (
    Sent(
        "early_help_episodes",
        "early_help",
        early_help_episodes,
        ("opened_on", "closed_on"),
        comes_after=(16, 16, 21, 18),
        begins=BEGINS,
        known_with={"outcome": "closed_on"},
    ),
    Sent(
        "graded_care_profiles",
        "early_help",
        graded_care_profiles,
        ("completed_on", "completed_on"),
        comes_after=(16, 16, 21, 18),
        begins=BEGINS,
    ),
)
