"""What the council's designated officer (LADO) keeps: allegations against people who work with children. Nobody is named."""

from typing import ClassVar

from metrics.datasets.codes import EDUCATION_SETTINGS
from metrics.datasets.contract import Code, Day, Extract, Identifier, column

REFERRING_AGENCIES = {
    "education": "Education",
    "early_years": "Early years and childcare",
    "health": "Health",
    "police": "Police",
    "childrens_social_care": "Children's social care",
    "fostering": "Fostering services",
    "residential": "Children's homes",
    "early_help": "Early help and youth services",
    "youth_justice": "Youth justice",
    "probation": "Probation",
    "voluntary": "Voluntary sector",
    "faith": "Faith groups",
    "sport": "Sport and leisure",
    "transport": "Transport",
    "ofsted": "Ofsted",
    "public": "Parents and the public",
    "other": "Other",
}
ALLEGATION_OUTCOMES = {
    "substantiated": "Substantiated",
    "malicious": "Malicious",
    "false": "False",
    "unsubstantiated": "Unsubstantiated",
    "unfounded": "Unfounded",
}


class Allegation(Extract):
    """Allegations referred to the designated officer, or open, in the days the file covers: one row for each."""

    sender: ClassVar[str] = "childrens_social_care"
    dataset: ClassVar[str] = "allegations"
    title: ClassVar[str] = "Allegations against people who work with children"
    event: ClassVar[str] = "referred_on"
    key: ClassVar[tuple[str, ...]] = ("allegation_id",)
    first_day: ClassVar[str] = "referred_on"
    last_day: ClassVar[str] = "concluded_on"

    allegation_id: Identifier = column("The identifier of the allegation.", "L31", also=("lado ref", "allegation"))
    referred_on: Day = column(
        "The day the designated officer was told.", "02/06/2025", also=("referral date", "date of referral")
    )
    referred_by: Code | None = column(
        "The agency that made the referral.",
        "education",
        also=("referring agency", "source of referral"),
        codes=REFERRING_AGENCIES,
        optional=True,
    )
    setting: Code | None = column(
        "For a person who works in education, the kind of setting; empty for everybody else.",
        "academy_secondary",
        also=("kind of setting", "school type"),
        codes=EDUCATION_SETTINGS,
        optional=True,
    )
    concluded_on: Day | None = column(
        "The day the case was concluded; empty while it is open.", "", also=("closed date", "date concluded"), optional=True
    )
    outcome: Code | None = column(
        "How the case was concluded.", "", also=("conclusion",), codes=ALLEGATION_OUTCOMES, optional=True
    )
