"""What the partnership's own business unit keeps: training, section 11 returns, escalations, and who came to its meetings."""

from typing import ClassVar

from metrics.datasets.contract import Code, Day, Extract, Identifier, Label, Whole, YesNo, column

ABOUT = "The agency that the row is about, by the name that the board calls it. Not a person's."
ABOUT_HEADINGS = ("agency", "member agency", "organisation", "partner")
KINDS_OF_AGENCY = {
    "council": "Council",
    "health": "Health",
    "police": "Police",
    "education": "School, college or early years",
    "probation": "Probation",
    "youth_justice": "Youth justice",
    "voluntary": "Voluntary or faith organisation",
    "other": "Another agency",
}


class Training(Extract):
    """Places on the partnership's training: one row for each course held and each agency that had places on it."""

    dataset: ClassVar[str] = "training"
    title: ClassVar[str] = "Multi-agency training places by course and agency"
    event: ClassVar[str] = "held_on"
    key: ClassVar[tuple[str, ...]] = ("course_id", "about_agency")
    first_day: ClassVar[str] = "held_on"
    last_day: ClassVar[str] = "held_on"

    course_id: Identifier = column("The identifier of this run of the course.", "T2025-14", also=("course", "event id"))
    held_on: Day = column(
        "The day the course was held; of a course of several days, the first.", "12/06/2025", also=("course date",)
    )
    about_agency: Label = column(ABOUT, "Testbridge Police", also=ABOUT_HEADINGS)
    places_offered: Whole | None = column(
        "Places that were kept for the agency; empty where places are open to all.", "6", also=("offered",), optional=True
    )
    places_taken: Whole = column(
        "Places that the agency's staff had booked when the course began.", "5", also=("booked", "places booked")
    )
    places_attended: Whole | None = column(
        "How many of the places taken were attended; empty while the register is not in.",
        "4",
        also=("attended",),
        optional=True,
    )


class SectionElevenReturn(Extract):
    """Section 11 returns, and the schools' section 175 returns: one row for each agency asked, the council included."""

    dataset: ClassVar[str] = "section_11_returns"
    title: ClassVar[str] = "Section 11 returns by agency"
    event: ClassVar[str] = "due_on"
    key: ClassVar[tuple[str, ...]] = ("about_agency", "due_on")
    first_day: ClassVar[str] = "due_on"
    last_day: ClassVar[str] = "due_on"

    about_agency: Label = column(ABOUT, "Testbridge Council", also=ABOUT_HEADINGS)
    agency_kind: Code = column(
        "What kind of agency it is. The council is one of those asked.",
        "council",
        also=("kind of agency", "sector"),
        codes=KINDS_OF_AGENCY,
    )
    due_on: Day = column("The day by which the return was asked for.", "30/09/2025", also=("due date", "deadline"))
    returned_on: Day | None = column(
        "The day the return came in; empty while it has not.", "25/09/2025", also=("received", "date returned"), optional=True
    )
    standards_asked: Whole | None = column(
        "How many standards the return was to answer.", "8", also=("standards", "standards due"), optional=True
    )
    standards_met: Whole | None = column(
        "How many of the standards the agency says, or the challenge panel finds, that it meets.",
        "7",
        also=("standards compliant", "met"),
        optional=True,
    )


class Escalation(Extract):
    """Disagreements and concerns escalated to the chair of the partnership: one row for each."""

    dataset: ClassVar[str] = "escalations"
    title: ClassVar[str] = "Escalations to the chair"
    event: ClassVar[str] = "raised_on"
    key: ClassVar[tuple[str, ...]] = ("escalation_id",)
    first_day: ClassVar[str] = "raised_on"
    last_day: ClassVar[str] = "raised_on"

    escalation_id: Identifier = column("The identifier of the escalation.", "E12", also=("escalation", "reference"))
    raised_on: Day = column("The day it reached the chair.", "03/06/2025", also=("date escalated", "escalated on"))
    raised_by: Label | None = column(
        "The agency that raised it, by the name that the board calls it. Not a person's.",
        "Testbridge NHS Trust",
        also=("agency", "escalated by", "raising agency"),
        optional=True,
    )


class BoardAttendance(Extract):
    """Who came to the partnership's meetings: one row for each meeting and each agency that is a member of it."""

    dataset: ClassVar[str] = "board_attendance"
    title: ClassVar[str] = "Attendance at the board by agency"
    event: ClassVar[str] = "met_on"
    key: ClassVar[tuple[str, ...]] = ("meeting", "met_on", "about_agency")
    first_day: ClassVar[str] = "met_on"
    last_day: ClassVar[str] = "met_on"

    meeting: Label = column("Which group met: the board, its executive, a sub-group.", "Board", also=("group", "meeting name"))
    met_on: Day = column("The day it met.", "18/06/2025", also=("meeting date", "date of meeting"))
    about_agency: Label = column(ABOUT, "Testbridge Council", also=ABOUT_HEADINGS)
    present: YesNo = column(
        "Yes when the agency's member, or a deputy named for them, was there. One row for an agency, however many came.",
        "yes",
        also=("attended", "attendance"),
    )
