"""The front door: referrals with the seasons of the school year, the step of a new threshold document, and assessments."""

from datetime import date, timedelta
from random import Random

from sample_data.days import THRESHOLD_DOCUMENT, add_working_days
from sample_data.families import Child, Family
from sample_data.files import Row

SEASON = (1.04, 0.98, 1.08, 0.95, 1.03, 1.06, 1.06, 0.80, 1.02, 1.06, 1.08, 0.86)
"""January to December: fewer when schools are closed, most of all in August."""
A_MONTH = 242
STEP = 1.15
SOURCES = {
    "6": 29, "2A": 21, "1A": 8, "1C": 2, "1D": 3, "2B": 2, "3A": 2, "3B": 4, "3C": 1, "3E": 4, "3F": 5,
    "4": 1, "5A": 6, "5B": 4, "5C": 2, "5D": 3, "7": 1, "8": 4, "9": 2,
}  # fmt: skip
SCHOOL = ("2A", "2B", "3C")
NEEDS = {"N1": 57, "N2": 8, "N3": 5, "N4": 10, "N5": 13, "N6": 4, "N8": 1, "N9": 1, "N0": 1}


def referrals_in(chance: Random, month: date) -> int:
    """How many children are referred in a month."""
    growth = 1 + 0.01 * (month.year - 2020)
    step = STEP if month >= THRESHOLD_DOCUMENT else 1.0
    expected = A_MONTH * SEASON[month.month - 1] * growth * step
    return round(chance.gauss(expected, 7))


def source_in(chance: Random, month: date) -> str:
    """Who refers: hardly ever a school in August."""
    weights = [weight * (0.1 if month.month == 8 and code in SCHOOL else 1) for code, weight in SOURCES.items()]
    return chance.choices(list(SOURCES), weights)[0]


def led_nowhere(chance: Random, on: date) -> bool:
    """More referrals lead to no further action since the threshold document asked for more of them."""
    return chance.random() < (0.13 if on >= THRESHOLD_DOCUMENT else 0.07)


def referral(chance: Random, child: Child, on: date, source: str, nowhere: bool) -> Row:
    """A referral that is still open, or closed at once when it led nowhere."""
    return {
        **child_cells(child),
        "referral_date": on,
        "source": source,
        "primary_need": chance.choices(list(NEEDS), list(NEEDS.values()))[0],
        "no_further_action": nowhere,
        "closed_date": on + timedelta(days=chance.randint(0, 3)) if nowhere else None,
        "closure_reason": "RC8" if nowhere else None,
    }


def close(chance: Random, row: Row, assessed: date, plan_ended: date | None, on_plan: bool) -> None:
    """Say when the case closes: after the assessment, after some months of help, or after the plan."""
    if on_plan:
        row["closed_date"] = None if plan_ended is None else plan_ended + timedelta(days=chance.randint(40, 200))
        row["closure_reason"] = "RC7"
    elif chance.random() < 0.55:
        row["closed_date"] = assessed
        row["closure_reason"] = "RC9" if chance.random() < 0.2 else "RC8"
    else:
        row["closed_date"] = assessed + timedelta(days=chance.randint(30, 420))
        row["closure_reason"] = chance.choices(["RC7", "RC5", "RC4", "RC3"], [88, 8, 2, 2])[0]


def assessment_days(chance: Random, start: date) -> int:
    """Working days an assessment takes: slower in the bad year, and again since the summer of 2026."""
    in_time = 0.765 if date(2023, 5, 1) <= start < date(2024, 3, 1) else 0.875
    if start >= date(2026, 5, 18):
        in_time = 0.79
    if chance.random() < in_time:
        return chance.choice((chance.randint(2, 45), chance.randint(25, 45)))
    return chance.randint(46, 70)


def assessment_run(chance: Random, referred: date) -> tuple[date, date]:
    """The days an assessment starts and is authorised."""
    start = add_working_days(referred, chance.randint(0, 2))
    return start, add_working_days(start, assessment_days(chance, start))


def assessments(family: Family, start: date, done: date) -> list[Row]:
    """One assessment for each child of the family."""
    return [{**child_cells(child), "start_date": start, "authorised_date": done} for child in family]


def child_cells(child: Child) -> Row:
    """The cells that every extract of children begins with."""
    return {"child_id": child.id, "family_id": child.family, "date_of_birth": child.born}
