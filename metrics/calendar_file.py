"""Days as a calendar file (.ics): whole days that every calendar program can take in. Nothing is sent to anyone."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from metrics.frozen import Frozen

PRODUCT = "-//safeguarding scorecard//EN"
ONE_DAY = timedelta(days=1)


class Reminded(Frozen):
    """A whole day in a calendar. The same `id` in a later file takes the place of what the calendar held.

    `version` counts the changes of what it stands for; a cancelled day leaves the calendar.
    """

    id: str
    day: date
    title: str
    text: str = ""
    alarm_days: int = 0
    version: int = 0
    cancelled: bool = False


def calendar_file(days: Sequence[Reminded], made_at: datetime) -> bytes:
    """A calendar of whole days. `made_at` is in UTC without a zone, as the store keeps every time."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for each in days:
        made.add_component(_event(each, made_at))
    content: bytes = made.to_ical()
    return content


def _event(each: Reminded, made_at: datetime) -> Event:
    found = Event()
    found.add("uid", f"{each.id}@safeguarding-scorecard")
    found.add("dtstamp", made_at.replace(tzinfo=UTC))
    found.add("dtstart", each.day)
    found.add("dtend", each.day + ONE_DAY)
    found.add("summary", each.title)
    found.add("transp", "TRANSPARENT")
    if each.version:
        found.add("sequence", each.version)
    if each.cancelled:
        found.add("status", "CANCELLED")
    if each.text:
        found.add("description", each.text)
    if each.alarm_days and not each.cancelled:
        found.add_component(_alarm(each))
    return found


def _alarm(each: Reminded) -> Alarm:
    found = Alarm()
    found.add("action", "DISPLAY")
    found.add("description", each.title)
    found.add("trigger", -timedelta(days=each.alarm_days))
    return found
