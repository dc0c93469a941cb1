"""What stands beside a rule: rows that break it and rows that just do not."""

from datetime import date
from typing import NamedTuple


class Edge(NamedTuple):
    """A written table, and the rows of it that break the rule (the heading is row 1; None is the file as a whole).

    `beside`: other datasets that come with it. `before`: the file that the agency sent before it. `says`: what the sentence
    must name.
    """

    rows: str
    broken: list[int] | list[None]
    beside: dict[str, str] = {}  # noqa: RUF012 - never changed
    before: str = ""
    covers: tuple[date, date] = (date(2024, 4, 1), date(2025, 12, 31))
    before_covers: tuple[date, date] = (date(2024, 4, 1), date(2025, 12, 31))
    dataset: str = ""  # of a rule that holds for every dataset: the one it is tried on
    says: str = ""
