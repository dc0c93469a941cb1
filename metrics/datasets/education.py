"""What the council's education service sends."""

from typing import ClassVar

from metrics.datasets.characteristics import ethnicity, sex
from metrics.datasets.childrens_social_care import BORN, BORN_HEADINGS, CHILD, CHILD_HEADINGS
from metrics.datasets.codes import EDUCATION_SETTINGS
from metrics.datasets.contract import BirthDate, Code, Day, Extract, Identifier, Whole, YesNo, column


class HomeEducation(Extract):
    """Children whose parents chose to educate them at home at any time in the days the file covers: one row for each spell."""

    dataset: ClassVar[str] = "home_education"
    title: ClassVar[str] = "Elective home education"
    event: ClassVar[str] = "started_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "started_on")
    first_day: ClassVar[str] = "started_on"
    last_day: ClassVar[str] = "ended_on"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2012", also=BORN_HEADINGS, optional=True)
    sex: Code | None = sex()
    ethnicity: Code | None = ethnicity()
    started_on: Day = column("The day home education began.", "02/06/2025", also=("ehe start date", "start date"))
    ended_on: Day | None = column(
        "The day it ended; empty while it goes on.", "", also=("ehe end date", "end date"), optional=True
    )


class MissingEducation(Extract):
    """Children missing education at any time in the days the file covers: one row for each spell."""

    dataset: ClassVar[str] = "missing_education"
    title: ClassVar[str] = "Children missing education"
    event: ClassVar[str] = "identified_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "identified_on")
    first_day: ClassVar[str] = "identified_on"
    last_day: ClassVar[str] = "ended_on"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2012", also=BORN_HEADINGS, optional=True)
    sex: Code | None = sex()
    ethnicity: Code | None = ethnicity()
    identified_on: Day = column(
        "The day the child was found to be missing education.", "02/06/2025", also=("cme start date", "date identified")
    )
    ended_on: Day | None = column(
        "The day the child was in suitable education again, or left the area; empty until then.",
        "",
        also=("cme end date", "end date"),
        optional=True,
    )


class SchoolAbsence(Extract):
    """Attendance of every pupil in the school year so far: one row for each pupil and day to which it was measured."""

    dataset: ClassVar[str] = "school_absence"
    title: ClassVar[str] = "School attendance"
    event: ClassVar[str] = "measured_to"
    key: ClassVar[tuple[str, ...]] = ("child_id", "measured_to")
    first_day: ClassVar[str] = "measured_to"
    last_day: ClassVar[str] = "measured_to"

    child_id: Identifier = column(CHILD, "C1001", also=(*CHILD_HEADINGS, "pupil"))
    date_of_birth: BirthDate | None = column(BORN, "14/02/2012", also=BORN_HEADINGS, optional=True)
    sex: Code | None = sex()
    ethnicity: Code | None = ethnicity()
    measured_to: Day = column(
        "The last day that the sessions were counted for: as a rule the end of a term.", "19/12/2025", also=("attendance to",)
    )
    sessions_possible: Whole = column(
        "Sessions (half days) that the pupil could have attended since the school year began, in all schools together.",
        "140",
        also=("possible sessions",),
    )
    sessions_missed: Whole = column(
        "Sessions missed of those, with or without leave.", "9", also=("missed sessions", "sessions absent")
    )


class PermanentExclusion(Extract):
    """Permanent exclusions from school: one row for each."""

    dataset: ClassVar[str] = "permanent_exclusions"
    title: ClassVar[str] = "Permanent exclusions"
    event: ClassVar[str] = "excluded_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "excluded_on")
    first_day: ClassVar[str] = "excluded_on"
    last_day: ClassVar[str] = "excluded_on"

    child_id: Identifier = column(CHILD, "C1001", also=(*CHILD_HEADINGS, "pupil"))
    date_of_birth: BirthDate | None = column(BORN, "14/02/2012", also=BORN_HEADINGS, optional=True)
    sex: Code | None = sex()
    ethnicity: Code | None = ethnicity()
    excluded_on: Day = column("The first day of the exclusion.", "02/06/2025", also=("exclusion date", "start date"))
    setting: Code | None = column(
        "The kind of school.", "academy_secondary", also=("school type",), codes=EDUCATION_SETTINGS, optional=True
    )
    child_in_need: YesNo | None = column(
        "Yes when the child was a child in need on that day, on a child protection plan or looked after included.",
        "no",
        also=("cin", "known to social care"),
        optional=True,
    )
    looked_after: YesNo | None = column(
        "Yes when the child was looked after by the council on that day.",
        "no",
        also=("cla", "in care", "child in care"),
        optional=True,
    )
    overturned: YesNo | None = column(
        "Yes when the governors or a review took the exclusion back.", "no", also=("reinstated",), optional=True
    )


class PrivateFosteringSchoolReturn(Extract):
    """The schools' annual return of private fostering, as at 31 October: one row for each school that was asked."""

    dataset: ClassVar[str] = "private_fostering_school_returns"
    title: ClassVar[str] = "Schools' annual return of private fostering"
    event: ClassVar[str] = "about_day"
    key: ClassVar[tuple[str, ...]] = ("school_id", "about_day")
    first_day: ClassVar[str] = "about_day"
    last_day: ClassVar[str] = "about_day"

    school_id: Identifier = column("The identifier of the school.", "100001", also=("school", "urn"))
    setting: Code | None = column(
        "The kind of school.",
        "maintained_primary",
        also=("kind of setting", "phase"),
        codes=EDUCATION_SETTINGS,
        optional=True,
    )
    about_day: Day = column("The 31 October that the return is about.", "31/10/2025", also=("as at", "return date due"))
    returned_on: Day | None = column(
        "The day the school answered, if only to say that it knows of none; empty until it does.",
        "14/11/2025",
        also=("date returned", "returned"),
        optional=True,
    )
    children_reported: Whole | None = column(
        "How many privately fostered children the school named; 0 when none.",
        "0",
        also=("children", "number reported"),
        optional=True,
    )
