"""Children in need, as the census counts them: open cases after a referral, children in care, and disabled children."""

from datetime import date, timedelta

from sample_data.days import LAST, chance_for, months
from sample_data.families import Child, Families
from sample_data.files import Row
from sample_data.in_care import birthday, in_care
from sample_data.referrals import child_cells
from sample_data.same_child import characteristics
from sample_data.sent import Sent
from sample_data.social_care import social_care

BEGINS = date(2024, 4, 1)
BEFORE = date(2012, 4, 1)
"""Cases of the disability service stay open for years."""
DISABILITY_CASES_A_MONTH = 4.2
OLDEST = 25


def disability_cases() -> list[Row]:
    """Cases of the 0-25 service: some end after a year or two, others go on into adult life."""
    chance = chance_for("disability", 1)
    families = Families(chance, 860000)
    rows: list[Row] = []
    for month in months(BEFORE, LAST):
        for _ in range(max(0, round(chance.gauss(DISABILITY_CASES_A_MONTH, 1.3)))):
            opened = month + timedelta(days=chance.randrange(28))
            child = families.arrive(opened, 1, ages=(0.5, 17.5))[0]
            years = chance.uniform(0.5, 3) if chance.random() < 0.35 else chance.uniform(3, 14)
            closed = min(opened + timedelta(days=round(365.25 * years)), birthday(child, OLDEST))
            rows.append(child_cells(child) | {"opened_on": opened, "closed_on": closed})
    return rows


def children_in_need() -> list[Row]:
    """Every episode of need that was open since the figures began."""
    found = [*_referred(), *_in_care(), *_disabled()]
    return [row for row in found if not isinstance(row["end_date"], date) or row["end_date"] >= BEGINS]


def _referred() -> list[Row]:
    return [
        _episode(row)
        | {"start_date": row["referral_date"], "end_date": row["closed_date"], "primary_need": row["primary_need"]}
        for row in social_care().referrals
        if not row["no_further_action"]
    ]


def _in_care() -> list[Row]:
    chance = chance_for("need of children in care", 1)
    needs = {"N1": 64, "N5": 12, "N4": 8, "N2": 6, "N8": 6, "N6": 4}
    return [
        _episode(child_cells(each.child))
        | {
            "start_date": each.start,
            "end_date": each.end,
            "primary_need": chance.choices(list(needs), list(needs.values()))[0],
        }
        for each in in_care()
    ]


def _disabled() -> list[Row]:
    """The disability service's cases until the young person is grown up."""
    found = []
    for row in disability_cases():
        opened, closed, born = row["opened_on"], row["closed_on"], row["date_of_birth"]
        if isinstance(opened, date) and isinstance(closed, date) and isinstance(born, date):
            until = min(closed, birthday(Child(str(row["child_id"]), str(row["family_id"]), born), 18))
            found.append(_episode(row) | {"start_date": opened, "end_date": until, "primary_need": "N2"})
    return found


def _episode(row: Row) -> Row:
    cells = {name: row[name] for name in ("child_id", "family_id", "date_of_birth")}
    return cells | characteristics(str(row["child_id"]), str(row["family_id"]))


SENT = (
    Sent("children_in_need", "council", children_in_need, ("start_date", "end_date"), comes_after=(13,), begins=BEGINS),
    Sent("disability_cases", "council", disability_cases, ("opened_on", "closed_on"), comes_after=(19,)),
)
