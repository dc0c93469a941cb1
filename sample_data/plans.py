"""Section 47 enquiries, conferences and child protection plans, with two big sibling groups that stay on theirs."""

from datetime import date, timedelta
from random import Random

from sample_data.days import add_working_days, next_working_day
from sample_data.families import Family
from sample_data.files import Row
from sample_data.referrals import child_cells

LONG_PLANS = {7: date(2024, 5, 14), 5: date(2024, 8, 6)}
"""The two sibling groups: how many children, and the day their plans started. They are on them still."""
CATEGORIES = {"NEG": 48, "EMO": 36, "PHY": 8, "SAB": 4, "MUL": 4}
REVIEWS = {91: 27, 270: 38, 450: 24, 620: 8, 800: 4}
"""Plans end at a review conference, after three months and then every six."""
HAD_A_PLAN_ELSEWHERE = 0.21


def conference_days(chance: Random, on: date) -> int:
    """Working days to the conference: many were late in the half year after the threshold document, until July 2026."""
    crowded = date(2025, 12, 10) <= on < date(2026, 6, 12)
    if chance.random() < (0.66 if crowded else 0.83):
        return chance.randint(6, 15)
    return chance.randint(16, 30)


def enquiries(family: Family, start: date, conference: date | None) -> list[Row]:
    """One enquiry for each child of the family."""
    return [
        {
            **child_cells(child),
            "start_date": start,
            "conference_date": conference,
            "conference_not_required": conference is None,
        }
        for child in family
    ]


def plan_end(chance: Random, start: date) -> date:
    """The day of the review conference that ends a plan."""
    days = chance.choices(list(REVIEWS), list(REVIEWS.values()))[0]
    return next_working_day(start + timedelta(days=days + chance.randint(-12, 20)))


def plans(chance: Random, family: Family, start: date, end: date | None, before: int) -> list[Row]:
    """One plan for each child; now and then one child stays on it until the next review."""
    category = chance.choices(list(CATEGORIES), list(CATEGORIES.values()))[0]
    latest = "EMO" if chance.random() < 0.06 else category
    ends = [end] * len(family)
    if end is not None and len(family) > 1 and chance.random() < 0.12:
        ends[-1] = next_working_day(end + timedelta(days=170))
    return [
        {
            **child_cells(child),
            "start_date": start,
            "end_date": ended,
            "initial_category": category,
            "category": latest,
            "previous_plans": before,
        }
        for child, ended in zip(family, ends, strict=True)
    ]


def conference_after(chance: Random, start: date) -> date:
    """The day of the conference that an enquiry leads to."""
    return add_working_days(start, conference_days(chance, start))
