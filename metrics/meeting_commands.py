"""The commands about meetings: the calendar with its clock."""

import argparse
from collections.abc import Callable
from contextlib import closing

from metrics import exports, words
from metrics.meetings import MeetingDays, calendar
from metrics.store import Store

Open = Callable[[argparse.Namespace], Store]
"""Opens the store that a command names."""


def show_meetings(open_store: Open, options: argparse.Namespace) -> int:
    """List the board's meetings, and when data, sign-off and papers are due for each."""
    with closing(open_store(options)) as store:
        found = calendar(store.board)
    if options.format == "json":
        print(exports.as_json([each.model_dump(mode="json") for each in found]))
    else:
        print(exports.aligned([MEETING_HEAD, *(_row(each) for each in found)]))
    return 0


MEETING_HEAD = ("meeting", "looks at", "data and commentary due", "sign-off", "freeze and papers")


def _row(each: MeetingDays) -> tuple[str, ...]:
    days = (each.data_due, each.sign_off, each.freeze)
    return (words.day(each.meeting), words.period(each.period.label), *(words.day(day) for day in days))
