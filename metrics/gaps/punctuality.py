"""How punctual and how complete each agency was, meeting by meeting: what was due, what came in time, what came late.

Counted is every dataset and returned figure of a quarter that a meeting reads. What an agency's first file brought of earlier
years, what it does not record, and what lies before its data are not counted: nobody can say that they were late.
"""

from collections.abc import Sequence
from datetime import date
from statistics import median

from metrics.frozen import Frozen
from metrics.gaps.missing import Expected


class Record(Frozen):
    """What an agency was to send for one meeting, or for several together.

    `in_time` came by the due day; `late` are the days of those that came after it; `by_meeting` were there when the board met
    (today, for a meeting to come); `awaited` have not come in full.
    """

    expected: int
    in_time: int
    late: tuple[int, ...]
    by_meeting: int
    awaited: int

    @property
    def median_late(self) -> float | None:
        """The middle one of the days by which what came late was late; None where nothing was."""
        return median(self.late) if self.late else None


class Punctuality(Frozen):
    """One agency: every meeting from the newest back, and all of them together."""

    agency: str
    agency_name: str
    meetings: tuple[tuple[date, Record], ...]
    whole: Record


def punctuality(expected: Sequence[Expected], today: date) -> list[Punctuality]:
    """The record of every agency of which anything was due for a meeting, in the board's order."""
    counted = [each for each in expected if each.meeting and each.state.is_asked and not each.history]
    mine: dict[str, list[Expected]] = {}
    for each in counted:
        mine.setdefault(each.agency, []).append(each)
    return [_of_agency(each, today) for each in mine.values()]


def _of_agency(mine: Sequence[Expected], today: date) -> Punctuality:
    days = sorted({each.meeting for each in mine if each.meeting}, reverse=True)
    by_meeting = tuple((day, _record([each for each in mine if each.meeting == day], today)) for day in days)
    return Punctuality(agency=mine[0].agency, agency_name=mine[0].agency_name, meetings=by_meeting, whole=_record(mine, today))


def _record(found: Sequence[Expected], today: date) -> Record:
    came = [each for each in found if not each.state.is_gap]
    return Record(
        expected=len(found),
        in_time=sum(not each.days_late for each in came),
        late=tuple(each.days_late for each in came if each.days_late),
        by_meeting=sum(_was_there(each, today) for each in came),
        awaited=len(found) - len(came),
    )


def _was_there(each: Expected, today: date) -> bool:
    read_on = min(each.meeting or today, today)
    return each.received_on is None or each.received_on <= read_on
