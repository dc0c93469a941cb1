"""How far an agency's first figures have moved later: the band within which a provisional one may still move."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

FEWEST = 3
"""Fewer first figures than these say nothing of the next."""


class Moves(BaseModel):
    """The furthest that first figures moved down and up, over so many periods.

    In the unit's points for a share, else as a part of the first figure: 0.05 is five per cent more.
    """

    model_config = ConfigDict(frozen=True)

    periods: int
    moved: int
    down: float
    up: float
    in_points: bool

    def band(self, value: float) -> tuple[float, float]:
        """Where a provisional figure may come to stand, were it to move no further than those before it."""
        if self.in_points:
            return max(0.0, value + self.down), min(100.0, value + self.up)
        return max(0.0, value * (1 + self.down)), value * (1 + self.up)


def moves(first_and_later: Sequence[tuple[float, float]], unit: str) -> Moves | None:
    """What the first and the later figures of earlier periods say. None: too few of them.

    A first figure of nought has no part that it could move by: of a number it is left out.
    """
    in_points = unit == "percent"
    found = [later - first if in_points else later / first - 1 for first, later in first_and_later if in_points or first > 0]
    if len(found) < FEWEST:
        return None
    return Moves(
        periods=len(found),
        moved=sum(abs(each) > 1e-9 for each in found),
        down=min(0.0, *found),
        up=max(0.0, *found),
        in_points=in_points,
    )
