"""What any agency may send instead of records: a few numbers for each period, one row for each figure."""

from typing import ClassVar, Literal

from metrics.datasets.contract import Amount, Code, Extract, Label, column

STATUSES = {
    "figure": "The figure is given and complete",
    "provisional": "The figure is given and may still change",
    "nil_return": "There was nothing to return",
    "no_system": "No system holds it",
    "no_analyst": "Nobody is there to work it out",
    "not_collected": "It is not collected",
    "disclosure": "Held back, because so small a number could tell who is meant",
    "late": "It will come late",
}
FIGURES = ("figure", "provisional")
BLANKS = tuple(each for each in STATUSES if each not in FIGURES)
"""Why there is no figure. A nil return is an act of the agency: it looked, and there was nothing."""
BY_AGENCY = "agency"
"""The breakdown that every returned figure has: who returned it."""


class Return(Extract):
    """Figures returned by an agency that sends no records: one row for each indicator, period and group.

    For an indicator and a period that it names a return stands whole; of what it does not name it says nothing.
    """

    sender: ClassVar[str] = "partnership"  # any agency may; the board file says which indicators it returns
    speaks_of: ClassVar[Literal["days", "named"]] = "named"
    dataset: ClassVar[str] = "returns"
    title: ClassVar[str] = "Returned figures"
    event: ClassVar[str] = "period"
    key: ClassVar[tuple[str, ...]] = ("agency", "indicator", "period", "coalesce(group_by, '')", "coalesce(group_value, '')")
    first_day: ClassVar[str] = "null::date"  # its days are those of its period, which is kept as a label
    last_day: ClassVar[str] = "null::date"

    indicator: Label = column(
        "The indicator: its id, or its title as the Definitions page has it.",
        "referrals",
        also=("indicator id", "indicator name", "measure", "title"),
    )
    period: Label = column(
        "The period: 2026/27 Q2, 2026-09, 2025/26, or as you write it, such as Q2 2026/27 or Sep 2026.",
        "2025/26 Q4",
        also=("quarter", "reporting period"),
    )
    group_by: Label | None = column(
        "What the row breaks the figure down by, such as agency or age band; empty on the row for all.",
        "",
        also=("broken down by", "breakdown"),
        optional=True,
    )
    group: Label | None = column("Which part of it, such as Police or 10 to 15.", "", also=("group value",), optional=True)
    numerator: Amount | None = column("The number counted.", "412", also=("number", "count"), optional=True)
    denominator: Amount | None = column(
        "What it is a share or an average of; empty where the indicator is a number or a rate.",
        "",
        also=("out of",),
        optional=True,
    )
    value: Amount | None = column(
        "The percentage, rate or average, where you have it. It is held against numerator and denominator.",
        "",
        also=("figure", "percentage", "rate"),
        optional=True,
    )
    status: Code | None = column(
        "Empty or figure where there is a figure; else why there is none.", "", codes=STATUSES, optional=True
    )
    note: Label | None = column(
        "Anything the board should know, in at most 200 characters. Never a person's name.",
        "",
        also=("notes", "comment"),
        optional=True,
    )
    area: Label | None = column(
        "The local authority area, by code or name, where one file serves several boards; empty: the board it is sent to.",
        "",
        also=("local authority", "la"),
        optional=True,
    )
