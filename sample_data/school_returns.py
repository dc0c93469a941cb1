"""The schools' annual return of private fostering: every school is asked, and fewer answer than the year before."""

from datetime import date, timedelta
from random import Random

from sample_data.characteristics import one_of
from sample_data.days import chance_for, next_working_day
from sample_data.files import Row
from sample_data.sent import Sent

BEGINS = date(2024, 4, 1)
SEED = 1
SCHOOLS = 60
ANSWER = {date(2024, 10, 31): 40, date(2025, 10, 31): 30}
"""How many of them answer in the end, by the day that the return is about."""
NAMED = {date(2024, 10, 31): 0.12, date(2025, 10, 31): 0.07}
"""The share of answers that name a child."""
SETTINGS = {
    "maintained_primary": 40.0, "academy_primary": 24.0, "academy_secondary": 14.0, "maintained_secondary": 6.0, "special": 5.0,
    "independent": 9.0, "college": 2.0,
}  # fmt: skip
"""Of a hundred schools, by kind."""
SILENCE: Row = {"returned_on": None, "children_reported": None}


def school_returns() -> list[Row]:
    """Every school at each 31 October, with its answer if one came."""
    chance = chance_for("school returns", SEED)
    settings = [one_of(chance, SETTINGS) for _ in range(SCHOOLS)]
    rows: list[Row] = []
    for about, number in ANSWER.items():
        answering = chance.sample(range(SCHOOLS), number)
        rows += [
            {
                "school_id": f"S{101 + school}",
                "setting": setting,
                "about_day": about,
                **(_answer(chance, about) if school in answering else SILENCE),
            }
            for school, setting in enumerate(settings)
        ]
    return rows


def _answer(chance: Random, about: date) -> Row:
    """Most answer in November, some not until they are reminded in spring and in summer."""
    first, last = chance.choices([(2, 40), (80, 140), (190, 250), (300, 320)], [76, 12, 8, 4])[0]
    returned = next_working_day(about + timedelta(days=chance.randint(first, last)))
    named = chance.choice((1, 1, 2)) if chance.random() < NAMED[about] else 0
    return {"returned_on": returned, "children_reported": named}


SENT = (
    Sent(
        "private_fostering_school_returns",
        "education",
        school_returns,
        ("about_day", "about_day"),
        comes_after=(21,),
        begins=BEGINS,
        months_before=9,
        known_with={"children_reported": "returned_on"},
    ),
)
