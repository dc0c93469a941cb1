"""What the youth justice service sends."""

from typing import ClassVar

from metrics.datasets.childrens_social_care import BORN, BORN_HEADINGS, CHILD, CHILD_HEADINGS, FAMILY
from metrics.datasets.codes import ETHNICITIES, SEXES
from metrics.datasets.contract import BirthDate, Code, Day, Extract, Identifier, column

VIOLENCE = {"gang": "Gangs", "serious_violence": "Serious youth violence"}


class SeriousViolence(Extract):
    """Children involved in, or at risk from, gangs or serious youth violence: one row for each child and kind."""

    dataset: ClassVar[str] = "serious_violence"
    title: ClassVar[str] = "Children involved in gangs or serious youth violence"
    event: ClassVar[str] = "identified_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "kind", "identified_on")
    first_day: ClassVar[str] = "identified_on"
    last_day: ClassVar[str] = "ended_on"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2010", also=BORN_HEADINGS, optional=True)
    kind: Code = column("What the child is involved in.", "gang", also=("concern",), codes=VIOLENCE)
    identified_on: Day = column("The day it was identified.", "12/05/2025", also=("identified", "flag start"))
    ended_on: Day | None = column(
        "The day the concern was closed, or the child turned 18; empty while it stands.",
        "",
        also=("flag end",),
        optional=True,
    )


class FirstTimeEntrant(Extract):
    """Children who received a first youth caution or court conviction: one row for each child, once in a lifetime."""

    dataset: ClassVar[str] = "first_time_entrants"
    title: ClassVar[str] = "First-time entrants to the youth justice system"
    event: ClassVar[str] = "entered_on"
    key: ClassVar[tuple[str, ...]] = ("child_id",)
    first_day: ClassVar[str] = "entered_on"
    last_day: ClassVar[str] = "entered_on"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2010", also=BORN_HEADINGS, optional=True)
    sex: Code | None = column("The child's sex, by the DfE's code.", "F", also=("gender",), codes=SEXES, optional=True)
    ethnicity: Code | None = column(
        "The child's ethnicity, by the DfE's code.", "WBRI", also=("ethnic",), codes=ETHNICITIES, optional=True
    )
    entered_on: Day = column(
        "The day of the first youth caution or conviction.", "12/05/2025", also=("date of disposal", "first outcome date")
    )
