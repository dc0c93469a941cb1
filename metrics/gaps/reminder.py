"""A reminder to an agency about what it has not sent, ready to copy or to send; and a sentence for the minutes.

Names no child and holds no figure.
"""

from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

from metrics import words
from metrics.board import Agency, Board
from metrics.frozen import Frozen
from metrics.gaps.due import days_before
from metrics.gaps.missing import Arrival, Expected, gaps
from metrics.periods import ONE_DAY


class Reminder(Frozen):
    """A message about the gaps of one agency: to the addresses of its data lead and deputy, where they are named."""

    agency: str
    to: tuple[str, ...]
    subject: str
    text: str
    about: tuple[str, ...]

    @property
    def mail_link(self) -> str:
        """A link that opens the message in the reader's own mail program."""
        return f"mailto:{quote(','.join(self.to), safe='@,')}?subject={quote(self.subject)}&body={quote(self.text)}"


def reminder(board: Board, found: Sequence[Expected], today: date) -> Reminder:
    """The reminder for some gaps of one agency, or for one of them."""
    agency = board.agency(found[0].agency)
    listed = "\n".join(f"- {_line(same)}" for same in by_dataset(found))
    text = (
        f"To: {_whom(agency)}\n\n{board.name} is waiting for this data from {agency.name}:\n{listed}\n\n"
        f"Please send it, or tell us when it will come, or that it is not recorded and why.{_deadline(board, today)}\n"
    )
    return Reminder(
        agency=agency.id,
        to=tuple(address for _, address in agency.whom if "@" in address),
        subject=f"{board.name}: data awaited from {agency.name}",
        text=text,
        about=tuple(dict.fromkeys(each.key for each in found)),
    )


def for_the_minutes(expected: Sequence[Expected], day: date) -> str:
    """A neutral sentence or two for the minutes: what was due by that day and had not come, without blame."""
    said, parts = noted(expected, day)
    return f"{said} {'; '.join(f'{agency}: {what}' for agency, what in parts)}." if parts else said


def noted(expected: Sequence[Expected], day: date) -> tuple[str, list[tuple[str, str]]]:
    """What is noted of the data due by that day; and each agency with what of it had not come in full."""
    found = gaps(expected)
    asked = [each for each in expected if each.state.is_asked]
    of_one = f" from {asked[0].agency_name}" if len({each.agency for each in expected}) == 1 and asked else ""
    if not asked:
        return f"By {words.day(day)} no data was due.", []
    if not found:
        return f"The partnership noted that all data due{of_one} by {words.day(day)} had been received.", []
    parts = [(same[0].agency_name, ", ".join(map(_noted, by_dataset(same)))) for same in found.values()]
    return f"The partnership noted that of the data due by {words.day(day)} this had not been received in full.", parts


def _noted(same: Sequence[Expected]) -> str:
    held = f" (held to {words.day(same[-1].data_to)})" if same[-1].state is Arrival.PARTLY else ""
    return f"{words.small(same[0].dataset_title)} for {periods_of(same)}{held}"


def _whom(agency: Agency) -> str:
    names = [name or address for name, address in agency.whom]
    return f"{' and '.join(names)}, {agency.name}" if names else f"{agency.name} (no data lead is named)"


def _deadline(board: Board, today: date) -> str:
    """What the days until the next meeting mean for data that comes late."""
    meeting = board.next_meeting(today)
    if meeting is None:
        return ""
    freeze = days_before(board.clock, meeting).freeze
    said = f" The board meets on {words.day(meeting)}; "
    if freeze < today:
        return f"{said}its scorecard was frozen on {words.day(freeze)}, and what comes now is listed as late."
    return f"{said}its scorecard is frozen on {words.day(freeze)}, and what comes by then can be read there."


def by_dataset(found: Sequence[Expected]) -> list[list[Expected]]:
    """Gaps that are alike: of one dataset, in one state."""
    names = dict.fromkeys((each.key, each.state) for each in found)
    return [[each for each in found if (each.key, each.state) == name] for name in names]


def _line(same: Sequence[Expected]) -> str:
    said = f"{same[0].dataset_title}, {periods_of(same)}"
    late = max(each.days_late for each in same)
    overdue = f"{'up to ' if len(same) > 1 else ''}{words.count_of(late, 'day')} overdue" if late else ""
    due = f"due on {words.day(same[0].due)}" if len(same) == 1 and same[0].due else ""
    why = {
        Arrival.PARTLY: f"we hold it only to {words.day(same[-1].data_to)}",
        Arrival.NOT_SUPPLIED: "the file came without it",
        Arrival.SAID_LATE: "you told us that it would be late",
    }.get(same[0].state, "")
    return ": ".join(part for part in (said, ", ".join(part for part in (why, due, overdue) if part)) if part)


def periods_of(same: Sequence[Expected]) -> str:
    """The periods, those that follow each other as `Q3 2024/25 to Q2 2025/26`."""
    runs: list[list[Expected]] = []
    for each in same:
        if runs and each.period.first_day == runs[-1][-1].period.last_day + ONE_DAY:
            runs[-1].append(each)
        else:
            runs.append([each])
    return ", ".join(_run(run) for run in runs)


def _run(run: Sequence[Expected]) -> str:
    first, last = words.period(run[0].period.label), words.period(run[-1].period.label)
    return first if len(run) == 1 else f"{first} to {last}"
