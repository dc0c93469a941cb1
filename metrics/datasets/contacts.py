"""What the council's front door sends, where all agencies' contacts arrive."""

from typing import ClassVar

from metrics.datasets.childrens_social_care import BORN, BORN_HEADINGS, CHILD, CHILD_HEADINGS, FAMILY
from metrics.datasets.codes import REFERRAL_SOURCES
from metrics.datasets.contract import BirthDate, Code, Day, Extract, Identifier, column

CONTACT_OUTCOMES = {
    "referral": "Became a referral to children's social care",
    "early help": "Passed to early help",
    "other agency": "Passed to another agency",
    "open case": "Passed to the worker of an open case",
    "advice": "Information or advice",
    "no action": "No further action",
}


class Contact(Extract):
    """Contacts received at the front door in the days the file covers: one row for each child and contact."""

    sender: ClassVar[str] = "childrens_social_care"
    dataset: ClassVar[str] = "contacts"
    title: ClassVar[str] = "Contacts"
    event: ClassVar[str] = "contact_date"
    key: ClassVar[tuple[str, ...]] = ("child_id", "contact_date", "source")
    first_day: ClassVar[str] = "contact_date"
    last_day: ClassVar[str] = "contact_date"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2018", also=BORN_HEADINGS, optional=True)
    contact_date: Day = column("The day the contact was received.", "11/05/2025", also=("date of contact",))
    source: Code | None = column(
        "Who made contact, by the DfE's code for the source of a referral.",
        "6",
        also=("contact source", "contact made by"),
        codes=REFERRAL_SOURCES,
        optional=True,
    )
    outcome: Code | None = column(
        "What the front door decided; empty until it did.",
        "referral",
        also=("contact outcome", "decision"),
        codes=CONTACT_OUTCOMES,
        optional=True,
    )
    referral_date: Day | None = column(
        "The day of the referral that the contact became; empty when it became none.",
        "12/05/2025",
        also=("referral date", "became referral on"),
        optional=True,
    )
