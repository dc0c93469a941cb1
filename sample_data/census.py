"""The first file that the council tried: its children in need census of 2023 to 2024, before it drew extracts of its own.

Its export had no assessments, which the case system of the time kept elsewhere. All else in it the extracts say better.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from xml.sax.saxutils import escape

from metrics.intake.cin_columns import SOURCES
from sample_data.files import Cell, Row
from sample_data.generate import HISTORY_CAME
from sample_data.social_care import social_care

YEAR = (date(2023, 4, 1), date(2024, 3, 31))
CAME = HISTORY_CAME - timedelta(days=1)
"""Before the extracts: where both speak, the newer stands."""
HEADER = (
    "<Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year><ReferenceDate>2024-03-31</ReferenceDate>"
    "</CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>980</LEA></Source></Header>"
)


def census() -> bytes:
    """The census: each child who was referred in the year, with the enquiries and plans that began in it."""
    held = social_care()
    of_child = {
        "Section47": _by_child(held.section_47_enquiries, "start_date"),
        "ChildProtectionPlans": _by_child(held.cp_plans, "start_date"),
    }
    children = "".join(_child(rows, of_child) for rows in _by_child(held.referrals, "referral_date").values())
    return f"<Message>{HEADER}<Children>{children}</Children></Message>".encode()


def _by_child(rows: list[Row], day: str) -> dict[str, list[Row]]:
    """The rows of the year, by child."""
    of_year = [row for row in rows if isinstance(began := row[day], date) and YEAR[0] <= began <= YEAR[1]]
    ordered = sorted(of_year, key=lambda row: (str(row["child_id"]), str(row[day])))
    return {child: [*found] for child, found in groupby(ordered, key=lambda row: str(row["child_id"]))}


def _child(referrals: list[Row], of_child: Mapping[str, Mapping[str, list[Row]]]) -> str:
    first = referrals[0]
    named = "".join(_cell(tag, first[name]) for tag, name in (("LAchildID", "child_id"), ("PersonBirthDate", "date_of_birth")))
    modules = "".join(
        f"<{tag}>{''.join(_cells(tag, row))}</{tag}>"
        for tag, rows in of_child.items()
        for row in rows.get(str(first["child_id"]), [])
    )
    details = "".join(
        f"<CINdetails>{''.join(_cells('CINdetails', row))}{modules if row is referrals[-1] else ''}</CINdetails>"
        for row in referrals
    )
    return f"<Child><ChildIdentifiers>{named}</ChildIdentifiers>{details}</Child>"


def _cells(element: str, row: Row) -> Iterator[str]:
    return (_cell(tag, row.get(column)) for column, tag in SOURCES[element].elements.items())


def _cell(tag: str, cell: Cell) -> str:
    """A cell as the census writes it; what had not happened by its end is not in it."""
    if cell is None or (isinstance(cell, date) and cell > YEAR[1]):
        return ""
    return f"<{tag}>{escape(str(cell).lower() if isinstance(cell, bool) else str(cell))}</{tag}>"
