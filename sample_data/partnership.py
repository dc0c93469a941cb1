"""What the business unit keeps: training, section 11 returns, escalations, and who came to the board.

Probation seldom comes. In 2025 the council itself made no section 11 return, in 2026 probation made none. For a summer the
partnership had no trainer, and held no course.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from sample_data.days import LAST, chance_for, months, weekday_in
from sample_data.files import Row
from sample_data.sent import Sent

BEGINS = date(2024, 4, 1)
PROBATION = "Marlow Vale Probation"
COUNCIL = "Marlow Vale Council"
COMES = {
    COUNCIL: 0.99, "Marlow Vale Police": 0.95, "Marlow Vale NHS Trust": 0.92, "Marlow Vale Community Health": 0.85,
    "Marlow Vale CAMHS": 0.70, "Marlow Vale Education Service": 0.90, "Marlow Vale Youth Justice Service": 0.88,
    "Marlow Vale Early Help": 0.95, "Compass Return Interviews": 0.80, PROBATION: 0.22,
}  # fmt: skip
"""The members of the board, and how often each comes."""
EXECUTIVE = (COUNCIL, "Marlow Vale Police", "Marlow Vale NHS Trust")
BOARD_MET = (
    date(2024, 6, 13), date(2024, 9, 12), date(2024, 12, 12), date(2025, 3, 13), date(2025, 6, 12),
    date(2025, 9, 11), date(2025, 12, 11), date(2026, 3, 12), date(2026, 6, 11), date(2026, 9, 10),
)  # fmt: skip
ASKED_FOR = (date(2024, 5, 31), date(2025, 5, 30), date(2026, 5, 29))
"""The days by which section 11 returns were due."""
DID_NOT_RETURN = {(COUNCIL, 2025), (PROBATION, 2026)}
CAME_LATE = {("Compass Return Interviews", 2026): date(2026, 8, 19)}
KINDS = {
    COUNCIL: "council", "Marlow Vale Police": "police", "Marlow Vale NHS Trust": "health",
    "Marlow Vale Community Health": "health", "Marlow Vale CAMHS": "health", "Marlow Vale Education Service": "education",
    "Marlow Vale Youth Justice Service": "youth_justice", "Compass Return Interviews": "voluntary", PROBATION: "probation",
}  # fmt: skip
STANDARDS = 8
NO_TRAINER = (date(2025, 7, 1), date(2025, 9, 30))
PLACES = {
    COUNCIL: (8, 0.97), "Marlow Vale Police": (4, 0.78), "Marlow Vale NHS Trust": (5, 0.82),
    "Marlow Vale Community Health": (4, 0.74), "Marlow Vale Education Service": (8, 0.92), "Marlow Vale Early Help": (4, 0.95),
    PROBATION: (2, 0.30),
}  # fmt: skip
"""The places kept for an agency on each course, and how many of them it takes."""
ESCALATED = {
    date(2024, 5, 9): "Marlow Vale NHS Trust", date(2024, 8, 21): "Marlow Vale Education Service",
    date(2024, 11, 6): "Marlow Vale Early Help", date(2025, 1, 22): "Marlow Vale NHS Trust",
    date(2025, 3, 4): "Marlow Vale Police", date(2025, 5, 15): "Marlow Vale Education Service",
    date(2025, 6, 24): "Marlow Vale Police",
    date(2025, 9, 3): "Compass Return Interviews", date(2025, 10, 14): "Marlow Vale NHS Trust",
    date(2025, 12, 2): "Marlow Vale CAMHS", date(2026, 2, 11): "Marlow Vale Education Service",
    date(2026, 4, 28): "Marlow Vale NHS Trust", date(2026, 6, 3): COUNCIL,
}  # fmt: skip
"""What reached the chair, and who raised it: in the last quarter nothing did."""


def board_attendance() -> list[Row]:
    """Every seat at every meeting of the board and of its executive."""
    chance = chance_for("board attendance", 122)
    rows: list[Row] = []
    for met in BOARD_MET:
        rows += [_seat("Board", met, agency, chance.random() < often) for agency, often in COMES.items()]
        before = met - timedelta(days=28)
        rows += [_seat("Executive", before, agency, chance.random() < COMES[agency]) for agency in EXECUTIVE]
    return rows


def _seat(meeting: str, met: date, agency: str, present: bool) -> Row:
    return {"meeting": meeting, "met_on": met, "about_agency": agency, "present": present}


def section_11_returns() -> list[Row]:
    """One row for each agency asked each year."""
    chance = chance_for("section 11", 1)
    return [_section_11(chance, agency, kind, due) for due in ASKED_FOR for agency, kind in KINDS.items()]


def _section_11(chance: Random, agency: str, kind: str, due: date) -> Row:
    asked: Row = {"about_agency": agency, "agency_kind": kind, "due_on": due, "standards_asked": STANDARDS}
    if (agency, due.year) in DID_NOT_RETURN:
        return {**asked, "returned_on": None, "standards_met": None}
    met = min(STANDARDS, chance.randint(5, 7) + (due.year - 2024 + 1) // 2)
    returned = CAME_LATE.get((agency, due.year), due + timedelta(days=chance.randint(-20, 18)))
    return {**asked, "returned_on": returned, "standards_met": met}


def training() -> list[Row]:
    """Every agency's places on every course; the register of the last course is not in."""
    chance = chance_for("training", 1)
    held = sorted(day for month in months(BEGINS, LAST) for day in _courses(chance, month))
    return [_places(chance, number, day, agency) for number, day in enumerate(held) for agency in PLACES]


def _courses(chance: Random, month: date) -> Iterator[date]:
    if not NO_TRAINER[0] <= month <= NO_TRAINER[1] and month.month != 8:
        yield from {weekday_in(chance, month) for _ in range(2)}


def _places(chance: Random, course: int, day: date, agency: str) -> Row:
    kept, share = PLACES[agency]
    taken = sum(chance.random() < share for _ in range(kept))
    return {
        "course_id": f"T{1001 + course}",
        "held_on": day,
        "about_agency": agency,
        "places_offered": kept,
        "places_taken": taken,
        "places_attended": sum(chance.random() < 0.86 for _ in range(taken)),
        "register_in": day + timedelta(days=9),
    }


def escalations() -> list[Row]:
    """Everything that reached the chair."""
    return [
        {"escalation_id": f"E{1001 + number}", "raised_on": day, "raised_by": agency}
        for number, (day, agency) in enumerate(ESCALATED.items())
    ]


SENT = (
    Sent(
        "training",
        "partnership",
        training,
        ("held_on", "held_on"),
        comes_after=(9,),
        begins=BEGINS,
        months_before=1,
        known_with={"places_attended": "register_in"},
    ),
    Sent(
        "section_11_returns",
        "partnership",
        section_11_returns,
        ("due_on", "due_on"),
        comes_after=(9,),
        begins=BEGINS,
        months_before=6,
        known_with={"standards_met": "returned_on"},
    ),
    Sent("escalations", "partnership", escalations, ("raised_on", "raised_on"), comes_after=(9,), begins=BEGINS),
    Sent("board_attendance", "partnership", board_attendance, ("met_on", "met_on"), comes_after=(9,), begins=BEGINS),
)
