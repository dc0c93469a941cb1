"""What the council records of the plans' conferences, reviews and visits: drawn by family from plans and enquiries."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from random import Random

from metrics.periods import add_months
from sample_data.days import BEFORE, FIRST, LAST, add_working_days, chance_for, next_working_day
from sample_data.files import Cell, Row
from sample_data.sent import Sent
from sample_data.social_care import social_care

SEED = 1
ATTENDANCE_FROM = date(2024, 4, 1)
VISITS_FROM = date(2025, 4, 1)
"""Visits are many: the council began to send them with those of this day."""
BETTER_FROM = date(2026, 1, 1)
"""Until then, in the bad year, too many visits came late."""
LATE_REVIEW = 0.03
INVITED = {
    "social care": (1.0, 0.995, 0.97), "health": (1.0, 0.93, 0.88), "police": (1.0, 0.91, 0.94),
    "education": (0.78, 0.88, 0.80), "early years": (0.20, 0.82, 0.70), "early help": (0.30, 0.80, 0.65),
    "mental health": (0.22, 0.56, 0.50), "housing": (0.22, 0.48, 0.40), "voluntary sector": (0.18, 0.72, 0.45),
    "probation": (0.30, 0.31, 0.42),
}  # fmt: skip
"""How often an agency is invited to a conference, and how often it then takes part, and sends a report."""
Plans = list[Row]


def conference_attendance() -> list[Row]:
    """Every invitation to a conference, initial or review, one for the brothers and sisters together."""
    initial = {(_day(row["conference_date"]), row["family_id"]) for row in _enquiries() if row["conference_date"] is not None}
    reviews = {(day, family) for family, _, plans in _by_family() for day in _review_days(family, plans)}
    held = sorted((day, str(family)) for day, family in initial | reviews if ATTENDANCE_FROM <= day <= LAST)
    return [row for number, (day, family) in enumerate(held) for row in _invitations(f"K{10000 + number}", day, family)]


def _invitations(conference: str, on: date, family: str) -> Iterator[Row]:
    chance = chance_for(f"attendance {family} {on}", SEED)
    for agency, (asked, came, wrote) in INVITED.items():
        invited, attended, report = (chance.random() < each for each in (asked, came, wrote))
        if invited:
            yield {
                "conference_id": conference,
                "held_on": on,
                "invited_agency": agency,
                "attended": attended,
                "report_sent": None if chance.random() < 0.02 else report,
            }


def cp_reviews() -> list[Row]:
    """Every review of a plan that was open when the history began or since, from the plan's start."""
    return [
        {"child_id": plan["child_id"], "plan_start": start, "reviewed_on": day}
        for family, start, plans in _by_family()
        for plan in plans
        if _end(plan) >= FIRST
        for day in _review_days(family, plans)
        if day <= _end(plan)
    ]


@cache
def _review_days_of(family: str, start: date, ends: tuple[date, ...]) -> tuple[date, ...]:
    chance = chance_for(f"reviews {family} {start}", SEED)
    found, last, due = [], start, add_months(start, 3)
    for end in ends:
        while (day := _reviewed(chance, due)) <= min(LAST, end - timedelta(days=28)):
            found.append(day)
            last, due = day, add_months(day, 6)
        if end <= LAST and end > last:
            found.append(end)
            last, due = end, add_months(end, 6)
    return tuple(found)


def _review_days(family: str, plans: Plans) -> tuple[date, ...]:
    """The days of a family's review conferences: plans end at one."""
    return _review_days_of(family, _day(plans[0]["start_date"]), tuple(sorted({_end(each) for each in plans})))


def _reviewed(chance: Random, due: date) -> date:
    """The day of a review that is due: some days before, and now and then late."""
    late = chance.random() < LATE_REVIEW
    return next_working_day(due + timedelta(days=chance.randint(4, 35) if late else -chance.randint(6, 21)))


def cp_visits() -> list[Row]:
    """Every visit since the council sends them. Brothers and sisters are visited together; not all of them are seen."""
    return [
        {"child_id": plan["child_id"], "plan_start": start, "visited_on": day, "seen": seen}
        for family, start, plans in _by_family()
        if max(_end(each) for each in plans) >= VISITS_FROM
        for plan in plans
        for day, seen in _visits(family, start, plan)
        if day < _end(plan)
    ]


def _visits(family: str, start: date, plan: Row) -> Iterator[tuple[date, bool]]:
    days = chance_for(f"visits {family} {start}", SEED)
    at_home = chance_for(f"at home {plan['child_id']} {start}", SEED)
    day = max(start, VISITS_FROM)
    day = add_working_days(day, days.randint(1, 7))
    while day <= LAST:
        yield day, at_home.random() >= 0.04
        day = add_working_days(day, _pause(days, day))


def _pause(chance: Random, day: date) -> int:
    """Working days to the next visit: mostly about eight."""
    late = chance.random() < (0.09 if day >= BETTER_FROM else 0.36)
    return chance.randint(11, 17) if late else chance.randint(6, 10)


def _by_family() -> list[tuple[str, date, Plans]]:
    """The plans that a family's children began on one day."""
    plans = sorted(social_care().cp_plans, key=_family_and_start)
    return [(family, start, list(rows)) for (family, start), rows in groupby(plans, key=_family_and_start)]


def _family_and_start(plan: Row) -> tuple[str, date]:
    return str(plan["family_id"]), _day(plan["start_date"])


def _enquiries() -> Iterable[Row]:
    return social_care().section_47_enquiries


def _end(plan: Row) -> date:
    """The day a plan ended: one after everything for those that go on."""
    return date.max if plan["end_date"] is None else _day(plan["end_date"])


def _day(cell: Cell) -> date:
    if isinstance(cell, date):
        return cell
    raise TypeError("A plan and a conference have a day.")


SENT = (
    Sent(
        "conference_attendance",
        "council",
        conference_attendance,
        ("held_on", "held_on"),
        comes_after=(14,),
        begins=ATTENDANCE_FROM,
    ),
    Sent("cp_reviews", "council", cp_reviews, ("reviewed_on", "reviewed_on"), comes_after=(14,), begins=BEFORE),
    Sent("cp_visits", "council", cp_visits, ("visited_on", "visited_on"), comes_after=(14,), begins=VISITS_FROM),
)
