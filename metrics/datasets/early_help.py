"""What early help sends: the council's own service, and what it knows of the help that other agencies lead."""

from typing import ClassVar

from metrics.datasets.childrens_social_care import BORN, BORN_HEADINGS, CHILD, CHILD_HEADINGS, FAMILY
from metrics.datasets.codes import AGENCIES, ETHNICITIES, SEXES
from metrics.datasets.contract import BirthDate, Code, Day, Extract, Identifier, column

EARLY_HELP_SOURCES = {
    "social care": "Stepped down from children's social care",
    "front door": "Passed on by the front door",
    "agency": "Begun by an agency that works with the family",
    "family": "Asked for by the family",
    "other": "Other",
}

EARLY_HELP_OUTCOMES = {
    "achieved": "Outcomes achieved",
    "partly achieved": "Some outcomes achieved",
    "not achieved": "Outcomes not achieved",
    "withdrew": "The family withdrew or did not take it up",
    "stepped up": "Stepped up to children's social care",
    "moved": "The family moved away",
    "other": "Other",
}


class EarlyHelpEpisode(Extract):
    """Early help open at any time in the days the file covers: one row for each child and episode."""

    dataset: ClassVar[str] = "early_help_episodes"
    title: ClassVar[str] = "Early help episodes"
    event: ClassVar[str] = "opened_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "opened_on")
    first_day: ClassVar[str] = "opened_on"
    last_day: ClassVar[str] = "closed_on"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2018", also=BORN_HEADINGS, optional=True)
    sex: Code | None = column("The child's sex.", "F", also=("gender",), codes=SEXES, optional=True)
    ethnicity: Code | None = column(
        "The child's ethnicity, by the DfE's code.", "WBRI", also=("ethnic",), codes=ETHNICITIES, optional=True
    )
    opened_on: Day = column(
        "The day the early help assessment or plan began.",
        "02/06/2025",
        also=("early help start date", "early help opened", "opened"),
    )
    closed_on: Day | None = column(
        "The day it was closed; empty while it is open.",
        "",
        also=("early help end date", "early help closed", "closed"),
        optional=True,
    )
    lead_agency: Code | None = column(
        "The agency whose worker leads it.",
        "education",
        also=("organisation", "agency", "lead professional agency", "led by"),
        codes=AGENCIES,
        optional=True,
    )
    source: Code | None = column(
        "Where it came from.", "front door", also=("came from", "early help source"), codes=EARLY_HELP_SOURCES, optional=True
    )
    outcome: Code | None = column(
        "How it ended; empty while it is open.",
        "",
        also=("closure reason", "early help outcome"),
        codes=EARLY_HELP_OUTCOMES,
        optional=True,
    )


class GradedCareProfile(Extract):
    """Graded care profile assessments completed in the days the file covers: one row for each child assessed."""

    dataset: ClassVar[str] = "graded_care_profiles"
    title: ClassVar[str] = "Graded care profile assessments"
    event: ClassVar[str] = "completed_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "completed_on")
    first_day: ClassVar[str] = "completed_on"
    last_day: ClassVar[str] = "completed_on"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2018", also=BORN_HEADINGS, optional=True)
    completed_on: Day = column(
        "The day the graded care profile was completed.", "16/06/2025", also=("graded care profile date", "gcp date")
    )
    completed_by: Code | None = column(
        "The agency whose worker completed it.",
        "health",
        also=("agency", "completing agency", "organisation"),
        codes=AGENCIES,
        optional=True,
    )
