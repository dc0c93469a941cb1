"""The commands about gaps: what is missing and from whom, reminders, minutes, records, ages; and signing off."""

import argparse
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from functools import partial, update_wrapper
from typing import Any

from metrics import explain, exports, words
from metrics.board import Board
from metrics.clock import now
from metrics.gaps.as_at import AsAt, as_at
from metrics.gaps.data_age import DataAge, data_ages
from metrics.gaps.due_calendar import due_calendar
from metrics.gaps.missing import Expected, gaps, missing, quarters_to
from metrics.gaps.punctuality import Punctuality, punctuality
from metrics.gaps.reminder import for_the_minutes, reminder
from metrics.gaps.sign_offs import SENTENCE, sign_off
from metrics.store import Store

Open = Callable[[argparse.Namespace], Store]
"""Opens the store that a command names."""
Command = Callable[[Store, argparse.Namespace], int]
Add = Callable[..., argparse.ArgumentParser]
QUARTERS = 8
SHOWN = {
    "gaps": "what has not come (the default)",
    "all": "all that was expected",
    "reminder": "a reminder for each agency",
    "minutes": "a sentence for the minutes",
    "record": "what came in time for each meeting",
    "age": "how old each figure is at the meeting",
    "calendar": "an agency's due days as a calendar file",
}
Table = list[tuple[str, ...]]


def add_missing_commands(add: Add, open_store: Open, day: Callable[[str], date]) -> None:
    """Add the commands to the command line; `day` reads a date as it is typed."""

    def command(name: str, done: Command) -> argparse.ArgumentParser:
        return add(name, update_wrapper(partial(_with_store, done, open_store), done))

    parser = command("missing", show_missing)
    parser.add_argument("--agency", metavar="ID", help="only of this agency")
    parser.add_argument("--meeting", type=day, metavar="DATE", help="as it stood at a past meeting; else now, before the next")
    parser.add_argument(
        "--show", choices=list(SHOWN), default="gaps", help="; ".join(f"{name}: {what}" for name, what in SHOWN.items())
    )
    parser.add_argument("--format", choices=["table", "csv", "json"], default="table")
    parser = command("sign-off", sign_off_data)
    parser.add_argument("--agency", required=True, metavar="ID")
    parser.add_argument("--by", required=True, metavar="NAME", help="the person who says that the figures are the agency's own")
    parser.add_argument("--note", default="", help="what is to be known of them; no child's name")


def _with_store(done: Command, open_store: Open, options: argparse.Namespace) -> int:
    with closing(open_store(options)) as store:
        return done(store, options)


def show_missing(store: Store, options: argparse.Namespace) -> int:
    """List what agencies have not sent, with owner, due day and days late; or their record, ages, reminders."""
    board = store.board
    seen = as_at(board, now().date(), options.meeting)
    named = board.agency(options.agency) if options.agency else None
    if options.show == "age":
        _write(options, *_ages(store, seen))
    elif options.show == "calendar":
        if named is None:
            raise ValueError("Say whose due days: --agency ID.")
        print(due_calendar(board, named, seen.day, now()).decode(), end="")
    else:
        found = missing(store, quarters_to(seen.last, QUARTERS), seen.day, seen.known_at)
        _show(board, [each for each in found if named is None or each.agency == named.id], seen, options)
    return 0


def _show(board: Board, found: Sequence[Expected], seen: AsAt, options: argparse.Namespace) -> None:
    if options.show == "minutes":
        print(for_the_minutes(found, seen.day))
    elif options.show == "reminder":
        print("\n".join(reminder(board, each, seen.day).text for each in gaps(found).values()), end="")
    elif options.show == "record":
        _write(options, *_records(punctuality(found, seen.day)))
    else:
        _write(options, *_listed(found, everything=options.show == "all"))


def sign_off_data(store: Store, options: argparse.Namespace) -> int:
    """Sign off all that an agency has sent and nobody has signed: these figures are ours."""
    made = sign_off(store, options.agency, options.by, note=options.note)
    agency, count = store.board.agency(options.agency), words.count_of(len(made.submissions), "submission")
    print(f"{made.signed_by}, for {agency.name}: “{SENTENCE}” {words.capital(count)}, {words.moment(made.signed_at)}.")
    return 0


def _write(options: argparse.Namespace, said: str, rows: list[dict[str, Any]], table: Table) -> None:
    if options.format == "json":
        print(exports.as_json(rows))
    elif options.format == "csv":
        print(exports.rows_as_csv(rows).rstrip())
    else:
        print(f"{said}\n\n{exports.aligned(table)}" if len(table) > 1 else said)


def _listed(found: Sequence[Expected], *, everything: bool) -> tuple[str, list[dict[str, Any]], Table]:
    chosen = [each for each in found if everything or each.state.is_gap]
    rows = [each.model_dump(mode="json", exclude={"history"}) | {"period": each.period.label} for each in chosen]
    table: Table = [("agency", "data", "period", "what came", "due", "whose", "why")]
    for each in chosen:
        due = words.day(each.due, short=True)
        whom = each.lead or "nobody is named"
        table.append(
            (
                each.agency_name,
                each.dataset_title,
                words.period(each.period.label),
                explain.arrival(each),
                due,
                whom,
                each.reason,
            )
        )
    return explain.missing_headline(found), rows, table


def _records(found: Sequence[Punctuality]) -> tuple[str, list[dict[str, Any]], Table]:
    rows = [
        {"agency": each.agency, "meeting": day, **record.model_dump(), "median_late": record.median_late}
        for each in found
        for day, record in each.meetings
    ]
    table: Table = [("agency", "meeting", "in time", "days late, the middle one", "there at the meeting", "awaited")]
    for each in found:
        for day, record in each.meetings:
            table.append(
                (
                    each.agency_name,
                    words.day(day, short=True),
                    f"{record.in_time} of {record.expected}",
                    words.days_of(record.median_late) or "none late",
                    f"{record.by_meeting} of {record.expected}",
                    str(record.awaited),
                )
            )
    return "What came in time for each meeting", rows, table


def _ages(store: Store, seen: AsAt) -> tuple[str, list[dict[str, Any]], Table]:
    if seen.meeting is None:
        return "No meeting is in the calendar, so no age at a meeting can be said.", [], []
    found = data_ages(store, seen.last, seen.meeting, seen.day, seen.known_at)
    rows = [_age_row(each) for each in found]
    table: Table = [("indicator", "period", "to received", "to signed off", "to the meeting", "age in days")]
    for each in found:
        signed = "not signed off" if each.to_signed is None else str(each.to_signed)
        legs = (str(each.to_received), signed, str(each.to_meeting), str(each.age))
        table.append((each.indicator.title, words.period(each.period.label), *legs))
    return f"How old each newest figure is when the board meets on {words.day(seen.meeting)}", rows, table


def _age_row(each: DataAge) -> dict[str, Any]:
    return {
        "indicator": each.indicator.id,
        "period": each.period.label,
        "data_to": each.data_to,
        "received_on": each.received_on,
        "signed_on": each.signed_on,
        "meeting": each.meeting,
        "to_received": each.to_received,
        "to_signed": each.to_signed,
        "to_meeting": each.to_meeting,
        "age": each.age,
    }
