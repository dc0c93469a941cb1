"""What the child and adolescent mental health service (CAMHS) sends."""

from typing import ClassVar

from metrics.datasets.characteristics import ethnicity, sex
from metrics.datasets.childrens_social_care import BORN, BORN_HEADINGS, CHILD, CHILD_HEADINGS
from metrics.datasets.contract import BirthDate, Code, Day, Extract, Identifier, column

CAMHS_SOURCES = {
    "gp": "General practice",
    "hospital": "Hospital",
    "other_health": "Other health services",
    "school": "School",
    "childrens_social_care": "Children's social care",
    "early_help": "Early help",
    "youth_justice": "Youth justice",
    "police": "Police",
    "family_or_self": "Family, or the young person",
    "other": "Other",
}


class CamhsReferral(Extract):
    """Referrals to CAMHS received, or open, in the days the file covers: one row for each referral."""

    dataset: ClassVar[str] = "camhs_referrals"
    title: ClassVar[str] = "CAMHS referrals"
    event: ClassVar[str] = "referred_on"
    key: ClassVar[tuple[str, ...]] = ("camhs_referral_id",)
    first_day: ClassVar[str] = "referred_on"
    last_day: ClassVar[str] = "discharged_on"

    camhs_referral_id: Identifier = column(
        "The identifier of the referral.", "R311", also=("referral id", "service request identifier")
    )
    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2010", also=BORN_HEADINGS, optional=True)
    sex: Code | None = sex()
    ethnicity: Code | None = ethnicity()
    referred_on: Day = column(
        "The day the referral was received.", "02/06/2025", also=("referral date", "referral request received date")
    )
    source: Code | None = column(
        "Who made the referral.", "gp", also=("referred by", "referral source"), codes=CAMHS_SOURCES, optional=True
    )
    accepted_on: Day | None = column(
        "The day the referral was accepted; empty when it was not.", "09/06/2025", also=("acceptance date",), optional=True
    )
    assessed_on: Day | None = column(
        "The day of the first assessment; empty until then.",
        "14/07/2025",
        also=("assessment date", "first contact date"),
        optional=True,
    )
    treated_from: Day | None = column(
        "The day treatment began; empty until then.",
        "18/08/2025",
        also=("first treatment date", "treatment start date"),
        optional=True,
    )
    discharged_on: Day | None = column(
        "The day the child was discharged, or the referral was closed; empty while it is open.",
        "",
        also=("discharge date", "closed date"),
        optional=True,
    )
