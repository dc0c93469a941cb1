"""What is recorded beside a plan: domestic abuse among its reasons, and whether help went on six months after its end."""

from collections.abc import Iterable
from datetime import date
from random import Random

from metrics.periods import add_months
from sample_data.days import chance_for
from sample_data.files import Row

DOMESTIC_ABUSE = {"NEG": 0.34, "EMO": 0.72, "PHY": 0.45, "SAB": 0.12, "MUL": 0.55}
"""The share of plans in which domestic abuse is a reason, by the category they started under."""
NOT_RECORDED = 0.04
STILL_OPEN = 0.71
NOBODY_LOOKED = 0.06


def with_answers(plans: Iterable[Row]) -> list[Row]:
    """The plans, each with both answers. The second is known on the day in `six_months_on`, which no file has as a column."""
    return [row | _answers(row) for row in plans]


def _answers(plan: Row) -> Row:
    """The same for the brothers and sisters on plans from one day."""
    chance = chance_for(f"answers {plan['family_id']} {plan['start_date']}", 1)
    abuse = chance.random() < DOMESTIC_ABUSE[str(plan["initial_category"])]
    recorded = chance.random() >= NOT_RECORDED
    return {"domestic_abuse": abuse if recorded else None, **_six_months_on(chance, plan)}


def _six_months_on(chance: Random, plan: Row) -> Row:
    still_open = chance.random() < STILL_OPEN
    looked = chance.random() >= NOBODY_LOOKED
    end, born = plan["end_date"], plan["date_of_birth"]
    if not isinstance(end, date) or not isinstance(born, date):
        return {"open_after_six_months": None, "six_months_on": None}
    on = add_months(end, 6)
    told = looked and add_months(born, 18 * 12) > on
    return {"open_after_six_months": still_open if told else None, "six_months_on": on}
