"""What the police send about the powers they used to protect children."""

from typing import ClassVar

from metrics.datasets.childrens_social_care import BORN, BORN_HEADINGS, CHILD, CHILD_HEADINGS, FAMILY
from metrics.datasets.contract import BirthDate, Code, Day, Extract, Identifier, Moment, column

SENDER = "police"
ORDERS = {
    "domestic_violence_notice": "Domestic violence or abuse protection notice",
    "domestic_violence_order": "Domestic violence or abuse protection order",
    "stalking_order": "Stalking protection order",
    "sexual_harm_order": "Sexual harm prevention order",
    "sexual_risk_order": "Sexual risk order",
    "child_abduction_notice": "Child abduction warning notice",
    "slavery_order": "Slavery and trafficking prevention or risk order",
    "fgm_order": "Female genital mutilation protection order",
    "forced_marriage_order": "Forced marriage protection order",
    "other": "Another order or notice",
}


class PoliceProtection(Extract):
    """Children taken into police protection: one row for each child and time."""

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "police_protections"
    title: ClassVar[str] = "Children taken into police protection"
    event: ClassVar[str] = "taken_at"
    key: ClassVar[tuple[str, ...]] = ("child_id", "taken_at")
    first_day: ClassVar[str] = "taken_at::date"
    last_day: ClassVar[str] = "taken_at::date"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2016", also=BORN_HEADINGS, optional=True)
    taken_at: Moment = column(
        "When the police took the child into protection, with the time.",
        "02/06/2025 23:10",
        also=("police protection start", "ppo start"),
    )
    ended_at: Moment | None = column(
        "When police protection ended, with the time.",
        "03/06/2025 15:30",
        also=("police protection end", "ppo end"),
        optional=True,
    )


class PublicProtectionOrder(Extract):
    """Orders and notices that protect the public, obtained or given by the police: one row for each, no name of anybody."""

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "public_protection_orders"
    title: ClassVar[str] = "Public protection orders and notices"
    event: ClassVar[str] = "made_on"
    key: ClassVar[tuple[str, ...]] = ("order_id",)
    first_day: ClassVar[str] = "made_on"
    last_day: ClassVar[str] = "made_on"

    order_id: Identifier = column("The identifier of the order or notice.", "PO41", also=("order ref", "order number"))
    kind: Code = column("The kind of order or notice.", "sexual_harm_order", also=("order type", "type of order"), codes=ORDERS)
    made_on: Day = column(
        "The day the court made the order, or the police gave the notice.", "12/06/2025", also=("order date", "date made")
    )
