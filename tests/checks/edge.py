"""Rows at the edge of a rule."""

from typing import NamedTuple


class Edge(NamedTuple):
    """A written table, and the rows of it that break the rule (the heading is row 1)."""

    rows: str
    broken: list[int]
