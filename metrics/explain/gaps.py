"""How gaps, days before a meeting, records and ages are said: whole words for the page of what is missing."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from metrics import words
from metrics.board import Agency, Board
from metrics.gaps.as_at import AsAt
from metrics.gaps.data_age import DataAge, Lost
from metrics.gaps.due import days_before
from metrics.gaps.missing import Arrival, Expected
from metrics.gaps.punctuality import Record
from metrics.gaps.reminder import by_dataset, periods_of
from metrics.gaps.sign_offs import Signed

NOBODY = "no data lead is named"
WHY = {
    Arrival.NOT_SUPPLIED: "the file came without it",
    Arrival.OVERDUE: "no reason given",
}


class Asked(NamedTuple):
    """Gaps of one agency that are alike, as one row: what data, of which periods, due when, how late, and why."""

    state: Arrival
    data: str
    periods: str
    due: str
    days: str
    why: str


def asked(found: Sequence[Expected]) -> list[Asked]:
    """The rows of what can be asked of one agency now. Datasets of which the same is missing stand together."""
    alike: dict[tuple[str, ...], list[list[Expected]]] = {}
    for same in by_dataset(found):
        longest = max(same, key=lambda each: each.days_late)
        row = (periods_of(same), longest.state.value, words.day(longest.due), words.days_of(longest.days_late), _why(longest))
        alike.setdefault(row, []).append(same)
    return [
        Asked(Arrival(state), _titles([each[0].dataset_title for each in those]), periods, due, days, why)
        for (periods, state, due, days, why), those in alike.items()
    ]


def _why(gap: Expected) -> str:
    if gap.state is Arrival.PARTLY:
        return f"held only to {words.day(gap.data_to)}"
    return gap.reason or WHY.get(gap.state, "")


def _titles(titles: Sequence[str]) -> str:
    """One by name; several with their number; of very many the first."""
    if len(titles) == 1:
        return titles[0]
    return f"{len(titles)} datasets: {words.listed([words.small(each) for each in titles], at_most=4)}"


def owner(agency: Agency) -> str:
    """The data lead and the deputy of an agency: `Joanne Pike, data analyst; deputy Dev Malhotra`."""
    if not agency.lead:
        return f"{NOBODY}; deputy {agency.deputy}" if agency.deputy else NOBODY
    return f"{agency.lead}; deputy {agency.deputy}" if agency.deputy else f"{agency.lead}; no deputy is named"


def days_to_meeting(board: Board, seen: AsAt) -> tuple[tuple[str, str, str], ...]:
    """The days that lead to the meeting: name, day, and how far off it is. Nothing where no meeting is in the calendar."""
    if seen.meeting is None:
        return ()
    days = days_before(board.clock, seen.meeting)
    clear = words.count_of(board.clock.clear_days, "clear day")
    named = (
        ("Data due", days.data_due, ""),
        ("Signed off by", days.sign_off, ""),
        ("Scorecard frozen, papers out", days.freeze, f"{clear} before"),
        ("Meeting", seen.meeting, ""),
    )
    return tuple((name, words.day(day), _with_note(words.away(day, seen.day), note)) for name, day, note in named)


def _with_note(away: str, note: str) -> str:
    return f"{away}, {note}" if note else away


def signing(signed: Signed, agency: str) -> str:
    """Who signed last and when, and how much waits: `13 Nov 26, Amira Haddad; 2 files wait`."""
    last, waits = signed.newest(agency), len(signed.waiting(agency))
    said = f"{words.day(last.signed_at.date(), short=True)}, {last.signed_by}" if last else "never"
    return f"{said}; {words.count_of(waits, 'submission')} not signed off" if waits else said


def in_time(record: Record) -> str:
    """`5 of 6`."""
    return f"{record.in_time} of {record.expected}"


def when_late(record: Record) -> str:
    """How late what came late was, in the middle."""
    return words.days_of(record.median_late) or ("never late" if not record.awaited else "nothing came late")


def late_by(record: Record) -> str:
    """What the rest did: `2 late, 9 days in the middle; 1 awaited`."""
    late = f"{len(record.late)} late, {words.days_of(record.median_late)}" if record.late else ""
    late += " in the middle" if len(record.late) > 1 else ""
    awaited = f"{record.awaited} awaited" if record.awaited else ""
    return "; ".join(part for part in (late, awaited) if part)


def where_days_went(found: Lost | None, meeting: date) -> str:
    """One sentence about all figures together."""
    if found is None:
        return f"No figure could be read on {words.day(meeting)}."
    signed = "nothing is signed off"
    if found.to_signed is not None:
        signed = f"{words.days_of(found.to_signed)} more until it was signed off"
    return (
        f"When the board meets on {words.day(meeting)}, the figure in the middle of {found.figures:,} is "
        f"{words.days_of(found.age)} old: {words.days_of(found.to_received)} until its data was received, {signed}, and "
        f"{words.days_of(found.to_meeting)} from then to the meeting."
    )


def leg(days: int | None) -> str:
    """One leg of an age; a figure that nobody signed says so."""
    return "not signed off" if days is None else f"{days:,}"


def age_note(each: DataAge) -> str:
    """What the figure is about: its period, and the last day it speaks about."""
    return f"{words.period(each.period.label)}, to {words.day(each.data_to, short=True)}"


def its_days(each: DataAge) -> str:
    """Where the days of one figure go, until the meeting."""
    came, left = words.days_of(each.to_received), words.days_of(each.to_meeting)
    said = f"Of {words.count_of(each.age, 'day')} until the meeting, {came} went until all of it had come"
    if each.to_signed is None:
        return f"{said}; it is not signed off, with {left} from then to the meeting."
    return f"{said}, {words.days_of(each.to_signed)} more until it was signed off, and {left} to the meeting."
