"""Figures from agencies that have no records to send: a community health service without an analyst, and school attendance.

Community health has returned the number of referrals for female genital mutilation since the NHS trust's file stopped coming:
a quarter of them held back, then who referred; then nobody to work it out, a nil return, and for the newest the word that it
will be late. The education service returns persistent
absence term by term, first without a system that held it, and provisionally for the last term; the school year has no
measurement in its first month.
"""

from datetime import date
from typing import NamedTuple

from sample_data.files import Row
from sample_data.sent import Sent

BEGINS = date(2024, 4, 1)
SERVICE_BEGINS = date(2024, 10, 1)
"""The first quarter that the community health service returned: the last of which the trust sent a file."""


class Quarter(NamedTuple):
    """The last day of a quarter and its name."""

    ends_on: date
    label: str


class Pupils(NamedTuple):
    """Of the pupils of an age band those persistently absent, and all."""

    absent: int
    all: int


NOT_MEASURED = "The school year has just begun: the first measurement is at Christmas."
ABSENCE: dict[Quarter, str | tuple[Pupils, Pupils]] = {
    Quarter(date(2024, 6, 30), "2024/25 Q1"): "no_system",
    Quarter(date(2024, 9, 30), "2024/25 Q2"): "not_collected",
    Quarter(date(2024, 12, 31), "2024/25 Q3"): (Pupils(2931, 17204), Pupils(4986, 20688)),
    Quarter(date(2025, 3, 31), "2024/25 Q4"): (Pupils(2874, 17211), Pupils(4951, 20702)),
    Quarter(date(2025, 6, 30), "2025/26 Q1"): (Pupils(2702, 17190), Pupils(4918, 20695)),
    Quarter(date(2025, 9, 30), "2025/26 Q2"): "not_collected",
    Quarter(date(2025, 12, 31), "2025/26 Q3"): (Pupils(2688, 17083), Pupils(4720, 20811)),
    Quarter(date(2026, 3, 31), "2025/26 Q4"): (Pupils(2604, 17092), Pupils(4688, 20823)),
    Quarter(date(2026, 6, 30), "2026/27 Q1"): (Pupils(2493, 17066), Pupils(4601, 20809)),
    Quarter(date(2026, 9, 30), "2026/27 Q2"): "not_collected",
}
BANDS = ("5 to 9", "10 to 15")
STILL_OPEN = "2026/27 Q1"
THIRD = Quarter(date(2025, 12, 31), "2025/26 Q3")
REFERRED_BY = ("Maternity services", "School")
NOTES = {
    "no_system": "The registers of all schools have come together since September 2024.",
    "not_collected": NOT_MEASURED,
    STILL_OPEN: "The last two weeks of four schools are not in.",
}


def school_absence() -> list[Row]:
    """What the education service returned of persistent absence, in all and by age band."""
    return [row for quarter, said in ABSENCE.items() for row in _absence(quarter, said)]


def _absence(quarter: Quarter, said: str | tuple[Pupils, Pupils]) -> list[Row]:
    asked: Row = {"indicator": "persistent_absence", "period": quarter.label, "ends_on": quarter.ends_on}
    if isinstance(said, str):
        return [{**asked, "status": said, "note": NOTES[said]}]
    asked["status"] = "provisional" if quarter.label == STILL_OPEN else "figure"
    everybody = Pupils(sum(each.absent for each in said), sum(each.all for each in said))
    by_age: list[Row] = [
        {**asked, "group_by": "age_band", "group": band, "numerator": pupils.absent, "denominator": pupils.all}
        for band, pupils in zip(BANDS, said, strict=True)
    ]
    every: Row = {"numerator": everybody.absent, "denominator": everybody.all, "note": NOTES.get(quarter.label)}
    return [{**asked, **every}, *by_age]


def fgm_referrals() -> list[Row]:
    """What the community health service returned, once the trust's file had stopped coming: who referred it held back."""
    return [
        {**_fgm(Quarter(date(2024, 12, 31), "2024/25 Q3")), "numerator": 4, "status": "figure"},
        {**_fgm(Quarter(date(2025, 3, 31), "2024/25 Q4")), "status": "disclosure", "note": "As the health subgroup agreed."},
        {**_fgm(Quarter(date(2025, 6, 30), "2025/26 Q1")), "numerator": 3, "status": "figure"},
        {**_fgm(Quarter(date(2025, 9, 30), "2025/26 Q2")), "numerator": 4, "status": "figure"},
        {**_fgm(THIRD), "numerator": 4, "status": "figure"},
        *({**_fgm(THIRD), "group_by": "source", "group": each, "status": "disclosure"} for each in REFERRED_BY),
        {**_fgm(Quarter(date(2026, 3, 31), "2025/26 Q4")), "status": "no_analyst", "note": "The analyst left in January."},
        {
            **_fgm(Quarter(date(2026, 6, 30), "2026/27 Q1")),
            "status": "nil_return",
            "note": "Asked every midwife and school nurse.",
        },
        {**_fgm(Quarter(date(2026, 9, 30), "2026/27 Q2")), "status": "late", "note": "A new analyst starts in December."},
    ]


def _fgm(quarter: Quarter) -> Row:
    return {"indicator": "fgm_referrals_received", "period": quarter.label, "ends_on": quarter.ends_on}


SENT = (
    Sent("returns", "education", school_absence, ("ends_on", "ends_on"), comes_after=(24,), begins=BEGINS),
    Sent(
        "returns",
        "community_health",
        fgm_referrals,
        ("ends_on", "ends_on"),
        comes_after=(52, 57, 49, 46),
        begins=SERVICE_BEGINS,
    ),
)
