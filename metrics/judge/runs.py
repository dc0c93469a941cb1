"""The signals of a control chart: which points a rule marks, and which way each points.

Every function takes one stretch of points that belong together (None is a gap and breaks every run) and gives, for each point,
1 (high or rising), -1 (low or falling) or 0. Two figures that differ by less than a thousand-millionth are the same.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

Rule = Literal["outside", "trend", "two_in_three", "shift", "drift"]
PRECEDENCE: tuple[Rule, ...] = ("outside", "trend", "two_in_three", "shift")
"""A point marked by several rules of the control chart is called by the first of these."""
RUN = 7
SAME = 1e-9


def side(value: float | None, level: float | None) -> int:
    """Above a level (1), below it (-1), or on it, or unknown (0)."""
    if value is None or level is None or abs(value - level) <= SAME * max(abs(value), abs(level)):
        return 0
    return 1 if value > level else -1


def shifts(sides: Sequence[int]) -> list[int]:
    """Seven points in a row on one side of the mean. A point on the mean ends the run."""
    return _runs(sides, RUN)


def trends(values: Sequence[float | None]) -> list[int]:
    """Seven points in a row that rise, or fall, each time. A tie ends the run; at a turn the later run gives the name."""
    steps = [side(after, before) if before is not None else 0 for before, after in pairwise(values)]
    marks = [0] * len(values)
    for at in range(len(steps) - RUN + 2):
        found = steps[at]
        if found and all(step == found for step in steps[at : at + RUN - 1]):
            marks[at : at + RUN] = [found] * RUN
    return marks


def two_in_three(sides: Sequence[int], close: Sequence[bool]) -> list[int]:
    """Two of three points in a row close to a limit, all three on one side of the mean: only those close are marked."""
    marks = [0] * len(sides)
    for at in range(len(sides) - 2):
        three = range(at, at + 3)
        found = sides[at]
        if found and all(sides[each] == found for each in three) and sum(close[each] for each in three) >= 2:
            for each in three:
                marks[each] = found if close[each] else marks[each]
    return marks


def first_of(marks: Sequence[int], last: int) -> int:
    """Where the run of marks that ends at a point began."""
    at = last
    while at and marks[at - 1] == marks[last]:
        at -= 1
    return at


def _runs(sides: Sequence[int], length: int) -> list[int]:
    marks = [0] * len(sides)
    for at in range(len(sides) - length + 1):
        if sides[at] and all(each == sides[at] for each in sides[at : at + length]):
            marks[at : at + length] = [sides[at]] * length
    return marks
