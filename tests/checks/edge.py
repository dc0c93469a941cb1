"""What stands beside a rule: rows that break it and rows that just do not."""

from typing import NamedTuple


class Edge(NamedTuple):
    """A written table, and the rows of it that break the rule (the heading is row 1)."""

    rows: str
    broken: list[int]
