"""Children outside school, from the education service: taught at home, without a school, or excluded for good."""

from datetime import date, timedelta
from random import Random

from sample_data.characteristics import around, child, one_of
from sample_data.days import LAST, chance_for, months, weekday_in
from sample_data.files import Row
from sample_data.sent import Sent

BEGINS = date(2024, 4, 1)
FROM = date(2020, 1, 1)
"""Spells begin from here on, so that the first file lists those that go on."""
LEAVES_SCHOOL = 16.2
BEGINS_AT_HOME = (0.9, 0.8, 0.8, 0.6, 0.6, 0.5, 0.6, 0.4, 2.6, 1.8, 1.3, 0.9)
"""Most parents who take a child out of school do so when a school year begins."""
FOUND_MISSING = (1.1, 0.9, 0.9, 0.9, 0.8, 0.8, 0.6, 0.4, 1.6, 1.4, 1.2, 1.0)
EXCLUDED_A_MONTH = (4.5, 5.0, 5.5, 3.0, 5.0, 4.5, 2.5, 0.0, 3.0, 5.5, 6.5, 4.5)
IN_CARE = 0.15
"""Of the excluded children who are in need, those who are looked after."""
SCHOOLS = {
    "academy_secondary": 54.0, "maintained_secondary": 22.0, "free_school": 7.0, "academy_primary": 6.0,
    "maintained_primary": 7.0, "special": 4.0,
}  # fmt: skip


def home_education() -> list[Row]:
    """Every spell of elective home education: more begin each year."""
    chance = chance_for("home education", 1)
    rows: list[Row] = []
    for month in months(FROM, LAST):
        expected = 19 * BEGINS_AT_HOME[month.month - 1] * (1 + 0.10 * (month - FROM).days / 365)
        for day in sorted(weekday_in(chance, month) for _ in range(around(chance, expected))):
            rows.append(_spell(chance, day, f"C{500000 + len(rows)}", "started_on", (6.35, 0.9)))
    return rows


def missing_education() -> list[Row]:
    """Every spell without a school: most are short, and many begin in September when a place is not taken up."""
    chance = chance_for("missing education", 1)
    rows: list[Row] = []
    for month in months(FROM, LAST):
        for day in sorted(weekday_in(chance, month) for _ in range(around(chance, 44 * FOUND_MISSING[month.month - 1]))):
            rows.append(_spell(chance, day, f"C{550000 + len(rows)}", "identified_on", (4.15, 0.8)))
    return rows


def _spell(chance: Random, day: date, child_id: str, begins: str, lasts: tuple[float, float]) -> Row:
    """A spell of so many days, as logarithms, and not longer than the child is of school age."""
    cells = child(chance, child_id, day, (5.1, 15.8))
    born = cells["date_of_birth"]
    if not isinstance(born, date):
        raise TypeError("A child is of school age by a date of birth.")
    grown = born + timedelta(days=round(365.25 * LEAVES_SCHOOL))
    ends = day + timedelta(days=max(3, round(chance.lognormvariate(*lasts))))
    return {**cells, begins: day, "ended_on": min(ends, grown)}


def permanent_exclusions() -> list[Row]:
    """Every permanent exclusion: four in five of boys, more than a quarter of children in need, some of them looked after."""
    chance = chance_for("exclusions", 1)
    rows: list[Row] = []
    for month in months(BEGINS, LAST):
        for _ in range(around(chance, EXCLUDED_A_MONTH[month.month - 1], spread=0.2) if month.month != 8 else 0):
            rows.append(_exclusion(chance, weekday_in(chance, month), len(rows)))
    return rows


def _exclusion(chance: Random, day: date, number: int) -> Row:
    school = one_of(chance, SCHOOLS)
    ages = (7.0, 11.0) if "primary" in school else (11.5, 15.9)
    cells = child(chance, f"C{590000 + number}", day, ages, girls=0.22)
    in_need = None if chance.random() < 0.04 else chance.random() < 0.28
    in_care = in_need and chance_for(f"excluded from care {number}", 1).random() < IN_CARE
    return {
        **cells,
        "excluded_on": day,
        "setting": school,
        "child_in_need": in_need,
        "looked_after": in_care,
        "overturned": chance.random() < 0.03,
    }


SENT = (
    Sent("home_education", "education", home_education, ("started_on", "ended_on"), comes_after=(21,), begins=BEGINS),
    Sent("missing_education", "education", missing_education, ("identified_on", "ended_on"), comes_after=(21,), begins=BEGINS),
    Sent(
        "permanent_exclusions",
        "education",
        permanent_exclusions,
        ("excluded_on", "excluded_on"),
        comes_after=(22,),
        begins=BEGINS,
    ),
)
