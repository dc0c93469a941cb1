"""What the council's children's social care sends about conferences, and about the reviews and visits of a plan."""

from typing import ClassVar

from metrics.datasets.childrens_social_care import CHILD, CHILD_HEADINGS
from metrics.datasets.codes import AGENCIES
from metrics.datasets.contract import Code, Day, Extract, Identifier, YesNo, column

SENDER = "childrens_social_care"
PLAN_START = "The day the plan started, as in the file of child protection plans."
PLAN_START_HEADINGS = ("cppstartdate", "cp plan start date")


class ConferenceAttendance(Extract):
    """Agencies invited to child protection conferences, initial and review: one row for each conference and agency.

    A conference for several brothers and sisters is one. An agency has one row, however many of its people were asked.
    """

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "conference_attendance"
    title: ClassVar[str] = "Attendance at child protection conferences"
    event: ClassVar[str] = "held_on"
    key: ClassVar[tuple[str, ...]] = ("conference_id", "invited_agency")
    first_day: ClassVar[str] = "held_on"
    last_day: ClassVar[str] = "held_on"

    conference_id: Identifier = column("The identifier of the conference.", "K301", also=("conference", "conference ref"))
    held_on: Day = column("The day of the conference.", "09/06/2025", also=("conference date", "date of conference"))
    invited_agency: Code = column("The agency that was invited.", "health", also=("agency invited", "invited"), codes=AGENCIES)
    attended: YesNo = column("Yes when somebody of the agency took part, in the room or online.", "yes", also=("present",))
    report_sent: YesNo | None = column(
        "Yes when the agency sent a written report for the conference.",
        "yes",
        also=("report", "report received"),
        optional=True,
    )


class ChildProtectionReview(Extract):
    """Review conferences of child protection plans: one row for each child and review.

    List every review of a plan that is open in the days the file covers, from its start: one that is left out counts as late.
    """

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "cp_reviews"
    title: ClassVar[str] = "Reviews of child protection plans"
    event: ClassVar[str] = "reviewed_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "plan_start", "reviewed_on")
    first_day: ClassVar[str] = "reviewed_on"
    last_day: ClassVar[str] = "reviewed_on"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    plan_start: Day = column(PLAN_START, "01/04/2025", also=PLAN_START_HEADINGS)
    reviewed_on: Day = column("The day of the review conference.", "24/06/2025", also=("cppreviewdate", "review date"))


class ChildProtectionVisit(Extract):
    """Social workers' visits to children on a child protection plan: one row for each child and visit."""

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "cp_visits"
    title: ClassVar[str] = "Visits to children on a child protection plan"
    event: ClassVar[str] = "visited_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "plan_start", "visited_on")
    first_day: ClassVar[str] = "visited_on"
    last_day: ClassVar[str] = "visited_on"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    plan_start: Day = column(PLAN_START, "01/04/2025", also=PLAN_START_HEADINGS)
    visited_on: Day = column("The day of the visit.", "11/04/2025", also=("visit date", "cp visit date"))
    seen: YesNo = column("Yes when the child was seen.", "yes", also=("child seen", "child seen at visit"))
