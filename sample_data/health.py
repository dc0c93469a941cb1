"""Emergency departments and referrals for female genital mutilation, from the NHS trust.

Attendances for self-harm rise over the years. In October 2025 the trust changed its records: since then no file of the
referrals has come, and a community service returns their number instead (see `returned`).
"""

from collections.abc import Iterator
from datetime import date
from random import Random

from sample_data.characteristics import around, born, child, one_of
from sample_data.days import LAST, chance_for, months
from sample_data.files import Row
from sample_data.sent import Sent

BEGINS = date(2024, 4, 1)
SEASON = (0.88, 0.92, 1.00, 1.08, 1.14, 1.12, 1.08, 0.90, 1.10, 1.02, 0.92, 0.84)
"""More children are hurt on light evenings than in the dark months."""
INJURIES_A_MONTH = 455
KINDS_OF_INJURY = {"unintentional": 95.4, "deliberate": 2.9, "undetermined": 1.7}
KINDS_OF_SELF_HARM = {"self_harm_poisoning": 58.0, "self_harm_injury": 36.0, "self_harm_other": 6.0}
COMES_AGAIN = 0.22
FGM_SOURCES = {"maternity": 42.0, "gp": 12.0, "other_health": 8.0, "school": 20.0, "childrens_social_care": 10.0, "police": 8.0}


def emergency_attendances() -> list[Row]:
    """Every attendance of a child for an injury or self-harm."""
    chance = chance_for("emergency attendances", 1)
    rows: list[Row] = []
    known: list[Row] = []
    for month in months(BEGINS, LAST):
        season = SEASON[month.month - 1]
        for day in _days(chance, month, around(chance, INJURIES_A_MONTH * season)):
            rows.append(_injury(chance, day, len(rows)))
        for day in _days(chance, month, around(chance, _self_harm_a_month(month))):
            rows.append(_self_harm(chance, day, len(rows), known))
    return rows


def _self_harm_a_month(month: date) -> float:
    """From 17 a month to 25 over two and a half years, and fewer in the summer holidays."""
    gone = (month.year - BEGINS.year) * 12 + month.month - BEGINS.month
    return (17 + 8 * gone / 29) * (0.75 if month.month == 8 else 1.0)


def _days(chance: Random, month: date, number: int) -> Iterator[date]:
    yield from sorted(month.replace(day=chance.randint(1, 28)) for _ in range(number))


def _injury(chance: Random, day: date, number: int) -> Row:
    cells = child(chance, f"C{700000 + number}", day, (0.3, 17.9), girls=0.44)
    return {"attendance_id": f"E{100000 + number}", **cells, "attended_on": day, "category": one_of(chance, KINDS_OF_INJURY)}


def _self_harm(chance: Random, day: date, number: int, known: list[Row]) -> Row:
    """A young person in distress, one in five of whom has been before."""
    if not known or chance.random() > COMES_AGAIN:
        known.append(child(chance, f"C{700000 + number}", day, (11.5, 17.2), girls=0.76))
    cells = known[-1] if chance.random() > COMES_AGAIN else chance.choice(known[-20:])
    return {"attendance_id": f"E{100000 + number}", **cells, "attended_on": day, "category": one_of(chance, KINDS_OF_SELF_HARM)}


def fgm_referrals() -> list[Row]:
    """A referral now and then, most of them of the newborn daughter of a mother who was cut as a girl."""
    chance = chance_for("female genital mutilation", 2)
    days = [day for month in months(BEGINS, LAST) for day in _days(chance, month, chance.choice((0, 1, 1, 2)))]
    return [_fgm_referral(chance, day, number) for number, day in enumerate(days)]


def _fgm_referral(chance: Random, day: date, number: int) -> Row:
    source = one_of(chance, FGM_SOURCES)
    return {
        "fgm_referral_id": f"G{100 + number}",
        "child_id": f"C{780000 + number}",
        "date_of_birth": born(chance, day, (0.0, 0.3) if source == "maternity" else (2.0, 16.0)),
        "referred_on": day,
        "source": source,
    }


SENT = (
    Sent(
        "emergency_attendances",
        "health",
        emergency_attendances,
        ("attended_on", "attended_on"),
        comes_after=(28, 26, 30, 27),
        begins=BEGINS,
    ),
    Sent(
        "fgm_referrals",
        "health",
        fgm_referrals,
        ("referred_on", "referred_on"),
        comes_after=(),  # since the new records system no file has come
        begins=BEGINS,
        until=date(2024, 12, 31),
    ),
)
