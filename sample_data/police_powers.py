"""How the police used their powers to protect children: police protection, and orders and notices against those who harm."""

from datetime import date, timedelta

from sample_data.characteristics import around, one_of
from sample_data.days import LAST, at, chance_for, months, weekday_in
from sample_data.families import Families
from sample_data.files import Row
from sample_data.sent import Sent

BEGINS = date(2024, 4, 1)
FAMILIES_A_MONTH = 1.1
ORDERS_A_MONTH = 3.4
ORDERS = {
    "sexual_harm_order": 30.0, "domestic_violence_notice": 22.0, "domestic_violence_order": 16.0,
    "child_abduction_notice": 13.0, "stalking_order": 8.0, "sexual_risk_order": 5.0, "slavery_order": 2.0, "fgm_order": 1.5,
    "forced_marriage_order": 1.5,
    "other": 1.0,
}  # fmt: skip
"""Of a hundred orders and notices."""


def police_protections() -> list[Row]:
    """Every child taken into police protection: brothers and sisters together, for less than 72 hours."""
    chance = chance_for("police protection", 1)
    families = Families(chance, 870000)
    rows: list[Row] = []
    for month in months(BEGINS, LAST):
        for _ in range(around(chance, FAMILIES_A_MONTH)):
            taken = at(month.replace(day=chance.randint(1, 28)), chance, 0, 23)
            ended = taken + timedelta(hours=chance.randint(5, 70))
            rows += [
                {
                    "child_id": each.id,
                    "family_id": each.family,
                    "date_of_birth": each.born,
                    "taken_at": taken,
                    "ended_at": ended,
                }
                for each in families.arrive(taken.date(), ages=(0.2, 16.5))
            ]
    return rows


def public_protection_orders() -> list[Row]:
    """Every order made by a court and notice given by the police, by its kind."""
    chance = chance_for("protection orders", 1)
    days = [weekday_in(chance, month) for month in months(BEGINS, LAST) for _ in range(around(chance, ORDERS_A_MONTH, 0.1))]
    return [
        {"order_id": f"R{1000 + number}", "kind": one_of(chance, ORDERS), "made_on": day}
        for number, day in enumerate(sorted(days))
    ]


SENT = (
    Sent("police_protections", "police", police_protections, ("taken_at", "taken_at"), comes_after=(24,), begins=BEGINS),
    Sent(
        "public_protection_orders", "police", public_protection_orders, ("made_on", "made_on"), comes_after=(24,), begins=BEGINS
    ),
)
