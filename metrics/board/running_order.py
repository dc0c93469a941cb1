"""The order in which agencies present in the room, and how many minutes each has: a choice of the board, or of one meeting."""

from collections.abc import Sequence
from datetime import date

from pydantic import Field

from metrics.frozen import Frozen


class Turn(Frozen):
    """An agency's turn, in minutes. `meeting` is the meeting whose order it is part of; None: the usual one."""

    agency: str
    minutes: int = Field(ge=1, le=120)
    meeting: date | None = None


def turns_that_agree(turns: Sequence[Turn], agencies: Sequence[str]) -> None:
    """Raises ValueError where a turn names no agency of the board, or an agency has two turns in one order."""
    unknown = [each.agency for each in turns if each.agency not in agencies]
    if unknown:
        raise ValueError(
            f"running_order: there is no agency called {unknown[0]} on this board. The agencies are: {', '.join(agencies)}"
        )
    seen: set[tuple[str, date | None]] = set()
    for each in turns:
        if (each.agency, each.meeting) in seen:
            raise ValueError(f"running_order: {each.agency} has two turns in one order. Leave one out")
        seen.add((each.agency, each.meeting))
