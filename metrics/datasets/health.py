"""What the hospital and community health trusts send."""

from typing import ClassVar

from metrics.datasets.characteristics import ethnicity, sex
from metrics.datasets.childrens_social_care import BORN, BORN_HEADINGS, CHILD, CHILD_HEADINGS
from metrics.datasets.contract import BirthDate, Code, Day, Extract, Identifier, column

INJURIES_AND_SELF_HARM = {
    "unintentional": "Unintentional injury",
    "deliberate": "Deliberate injury by another person",
    "undetermined": "Injury, intent not known",
    "self_harm_injury": "Self-harm: injury",
    "self_harm_poisoning": "Self-harm: poisoning",
    "self_harm_other": "Self-harm: other or not known",
}
FGM_SOURCES = {
    "maternity": "Maternity services",
    "gp": "General practice",
    "other_health": "Other health services",
    "school": "School",
    "police": "Police",
    "childrens_social_care": "Children's social care",
    "voluntary": "Voluntary sector",
    "family_or_self": "Family, or the girl herself",
    "other": "Other",
}


class EmergencyAttendance(Extract):
    """Attendances of children under 18 at an emergency department for injury or self-harm: one row for each attendance."""

    dataset: ClassVar[str] = "emergency_attendances"
    title: ClassVar[str] = "Emergency department attendances"
    event: ClassVar[str] = "attended_on"
    key: ClassVar[tuple[str, ...]] = ("attendance_id",)
    first_day: ClassVar[str] = "attended_on"
    last_day: ClassVar[str] = "attended_on"

    attendance_id: Identifier = column("The identifier of the attendance.", "E901", also=("attendance", "attendance number"))
    child_id: Identifier | None = column(CHILD, "C1001", also=CHILD_HEADINGS, optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2010", also=BORN_HEADINGS, optional=True)
    sex: Code | None = sex()
    ethnicity: Code | None = ethnicity()
    attended_on: Day = column("The day the child came in.", "02/06/2025", also=("arrival date", "attendance date"))
    category: Code = column(
        "What the child was brought in for, by the intent that the department recorded.",
        "unintentional",
        also=("injury intent", "kind of injury"),
        codes=INJURIES_AND_SELF_HARM,
    )


class FgmReferral(Extract):
    """Referrals of girls for female genital mutilation, or the risk of it: one row for each referral."""

    dataset: ClassVar[str] = "fgm_referrals"
    title: ClassVar[str] = "Referrals for female genital mutilation"
    event: ClassVar[str] = "referred_on"
    key: ClassVar[tuple[str, ...]] = ("fgm_referral_id",)
    first_day: ClassVar[str] = "referred_on"
    last_day: ClassVar[str] = "referred_on"

    fgm_referral_id: Identifier = column("The identifier of the referral.", "G11", also=("referral id", "referral ref"))
    child_id: Identifier | None = column(CHILD, "C1001", also=CHILD_HEADINGS, optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2016", also=BORN_HEADINGS, optional=True)
    referred_on: Day = column("The day of the referral.", "02/06/2025", also=("referral date", "date of referral"))
    source: Code | None = column(
        "Who made the referral.", "maternity", also=("referred by", "referral source"), codes=FGM_SOURCES, optional=True
    )
