"""What the police send, or the council where it keeps the record of missing children."""

from typing import ClassVar

from metrics.datasets.childrens_social_care import BORN, BORN_HEADINGS, CHILD, CHILD_HEADINGS, FAMILY
from metrics.datasets.contract import BirthDate, Extract, Identifier, Moment, YesNo, column


class MissingEpisode(Extract):
    """Episodes of children missing from home or from care: one row for each episode."""

    dataset: ClassVar[str] = "missing_episodes"
    title: ClassVar[str] = "Missing episodes"
    event: ClassVar[str] = "missing_from"
    key: ClassVar[tuple[str, ...]] = ("episode_id",)
    first_day: ClassVar[str] = "missing_from::date"
    last_day: ClassVar[str] = "returned_at::date"

    episode_id: Identifier = column("The identifier of the episode.", "M501", also=("episode", "missing episode id"))
    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2010", also=BORN_HEADINGS, optional=True)
    missing_from: Moment = column(
        "When the child went missing, with the time.", "02/06/2025 18:15", also=("mis_start", "missing start")
    )
    returned_at: Moment | None = column(
        "When the child came back, with the time; empty while missing.",
        "03/06/2025 21:40",
        also=("mis_end", "missing end", "returned"),
        optional=True,
    )
    missing_from_care: YesNo | None = column(
        "Yes when the child was looked after at the time.", "no", also=("looked after", "from care"), optional=True
    )
    placed_out_of_area: YesNo | None = column(
        "Yes when the child was placed outside the council's area at the time.",
        "no",
        also=("out of area",),
        optional=True,
    )
