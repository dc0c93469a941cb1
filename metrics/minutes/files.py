"""The kinds of file in which the minutes can be had."""

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from metrics.minutes.content import Minutes
from metrics.minutes.document import as_document
from metrics.minutes.due_days import as_calendar
from metrics.minutes.plain_text import as_text
from metrics.minutes.workbook import as_sheets

Format = Literal["docx", "xlsx", "ics", "text"]


class Kind(NamedTuple):
    """How a kind of file is written, what it is called on a screen, how its name ends, and its media type."""

    write: Callable[[Minutes], bytes]
    called: str
    ending: str
    media_type: str


FORMATS: dict[Format, Kind] = {
    "docx": Kind(
        as_document,
        "Minutes, for Word",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "xlsx": Kind(as_sheets, "Minutes, for Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ics": Kind(as_calendar, "Due days, for calendars", "ics", "text/calendar"),
    "text": Kind(lambda minutes: as_text(minutes).encode(), "Minutes, as plain text", "txt", "text/plain"),
}


def written(minutes: Minutes, kind: Format) -> bytes:
    """The minutes as a file of that kind."""
    return FORMATS[kind].write(minutes)


def file_name(meeting: date, kind: Format, *, public: bool = False) -> str:
    """`minutes-2026-09-10.docx`, `actions-2026-09-10-public.ics`."""
    what = "actions" if kind == "ics" else "minutes"
    return f"{what}-{meeting.isoformat()}{'-public' if public else ''}.{FORMATS[kind].ending}"
