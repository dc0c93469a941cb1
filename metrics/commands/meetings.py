"""The commands about meetings and their editions: the calendar with its clock, freeze, reissue, look, check, minutes."""

import argparse
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from functools import partial, update_wrapper
from pathlib import Path

from metrics import exports, words
from metrics.clock import now
from metrics.editions import AlreadyFrozen, Edition, card_of_edition, edition, editions, freeze, rebuild, reissue, text_of
from metrics.editions.arrivals import late
from metrics.editions.changes import KINDS, Difference, Side, beside_today, what_changed
from metrics.editions.freezing import rebuilt_in_words
from metrics.meeting_log.evidence import action_rows, as_csv, as_workbook, challenge_rows
from metrics.meeting_words import edition_in_words
from metrics.meetings import calendar
from metrics.minutes import FORMATS, file_name, minutes_of, written
from metrics.store import Store

Open = Callable[[argparse.Namespace], Store]
"""Opens the store that a command names."""
Command = Callable[[Store, argparse.Namespace], int]
Add = Callable[..., argparse.ArgumentParser]


def add_meeting_commands(add: Add, open_store: Open, day: Callable[[str], date]) -> None:
    """Add the commands to the command line; `day` reads a date as it is typed."""

    def command(name: str, done: Command) -> argparse.ArgumentParser:
        parser = add(name, update_wrapper(partial(_with_store, done, open_store), done))
        if done not in {show_meetings, show_log, write_minutes}:
            parser.add_argument("meeting", type=day, metavar="MEETING", help="the day of the meeting, as 2026-12-10")
        return parser

    parser = command("meetings", show_meetings)
    parser.add_argument("--format", choices=["table", "json"], default="table")
    for name in LOGS:
        parser = command(name, show_log)
        parser.set_defaults(log=name)
        parser.add_argument("--format", choices=["csv", "xlsx"], default="csv")
        parser.add_argument("--out", type=Path, metavar="FILE", help="a file to write; a workbook needs one")
    parser = command("minutes", write_minutes)
    parser.add_argument("--meeting", type=day, required=True, metavar="DATE", help="the day of the meeting")
    parser.add_argument(
        "--format",
        choices=list(FORMATS),
        default="text",
        help="; ".join(f"{name}: {each.called}" for name, each in FORMATS.items()),
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="a file to write; text can be read here")
    parser.add_argument("--public", action="store_true", help="without the words and figures that are for the board alone")
    parser = command("freeze", freeze_scorecard)
    parser.add_argument("--by", required=True, metavar="ROLE", help="who freezes it: a role, not a person's name")
    parser = command("reissue", reissue_scorecard)
    parser.add_argument("--by", required=True, metavar="ROLE", help="who reissues it: a role, not a person's name")
    parser.add_argument("--because", required=True, metavar="REASON", help="why: it stands on the page of what changed")
    parser = command("edition", show_edition)
    parser.add_argument("--issue", type=int, metavar="N", help="else the newest")
    parser.add_argument("--format", choices=["table", "json"], default="table", help="json: the very text that was frozen")
    shown = parser.add_mutually_exclusive_group()
    for name, said in SHOWN.items():
        shown.add_argument(f"--{name}", dest="shown", action="store_const", const=name, help=said)


LOGS = {"challenges": challenge_rows, "actions": action_rows}
SHOWN = {
    "changes": "what changed since the issue before",
    "today": "beside what is known of the period now",
    "late": "what was received after it was frozen",
    "check": "work it out again from what had been received, and say whether it is the same",
}


def _with_store(done: Command, open_store: Open, options: argparse.Namespace) -> int:
    with closing(open_store(options)) as store:
        return done(store, options)


def show_meetings(store: Store, options: argparse.Namespace) -> int:
    """List the board's meetings with the days that lead to each, and the issues that were made."""
    found = calendar(store.board)
    if options.format == "json":
        print(exports.as_json([each.model_dump(mode="json") for each in found]))
        return 0
    head = ("meeting", "looks at", "data and commentary due", "sign-off", "freeze and papers", "issues")
    issues = {each.meeting: str(each.issue) for each in editions(store)}
    rows = [
        (
            words.day(each.meeting),
            words.period(each.period.label),
            *(words.day(day) for day in (each.data_due, each.sign_off, each.freeze)),
            issues.get(each.meeting, "none"),
        )
        for each in found
    ]
    print(exports.aligned([head, *rows]))
    return 0


def show_log(store: Store, options: argparse.Namespace) -> int:
    """Write the log of challenges, or of actions, with what came of each: evidence for an inspection."""
    rows = LOGS[options.log](store, now().date())
    if options.format == "xlsx":
        if options.out is None:
            raise ValueError("A workbook is written to a file: say which, with --out challenges.xlsx.")
        options.out.write_bytes(as_workbook({options.log.capitalize(): rows}))
    elif options.out is not None:
        options.out.write_text(as_csv(rows), encoding="utf-8")
    else:
        print(as_csv(rows), end="")
    return 0


def write_minutes(store: Store, options: argparse.Namespace) -> int:
    """Write what a meeting read, asked and agreed as a file for its minutes; or the due days of its actions."""
    minutes = minutes_of(store, options.meeting, now(), public=options.public)
    content = written(minutes, options.format)
    if options.out is not None:
        options.out.write_bytes(content)
    elif options.format == "text":
        print(content.decode(), end="")
    else:
        suggested = file_name(options.meeting, options.format, public=options.public)
        raise ValueError(f"A file of this kind is written to a place: say which, with --out {suggested}.")
    return 0


def freeze_scorecard(store: Store, options: argparse.Namespace) -> int:
    """Freeze a meeting's scorecard as it is known now: issue 1."""
    return _made(lambda: freeze(store, options.meeting, options.by))


def reissue_scorecard(store: Store, options: argparse.Namespace) -> int:
    """Freeze a meeting's scorecard anew, with the reason: the next issue. The earlier ones stay."""
    return _made(lambda: reissue(store, options.meeting, options.by, options.because))


def _made(make: Callable[[], Edition]) -> int:
    try:
        print(edition_in_words(make()))
    except AlreadyFrozen as answer:
        raise ValueError(str(answer)) from answer
    return 0


def show_edition(store: Store, options: argparse.Namespace) -> int:
    """Show a frozen scorecard; or what changed, what came late, how it stands beside today, or whether it can be rebuilt."""
    found = edition(store, options.meeting, options.issue)
    if options.shown is None and options.format == "json":
        print(text_of(store, found), end="")
        return 0
    print(edition_in_words(found))
    show: dict[str | None, Callable[[], str]] = {
        None: lambda: exports.scorecard_table(card_of_edition(store, found)),
        "changes": lambda: _changes(store, found),
        "today": lambda: differences_table(beside_today(store, found)),
        "late": lambda: _late(store, found),
        "check": lambda: rebuilt_in_words(rebuild(store, found)),
    }
    print(show[options.shown]())
    return 0


def _changes(store: Store, found: Edition) -> str:
    if found.issue == 1:
        return "It is the first issue: there is none to compare it with."
    return differences_table(what_changed(store, edition(store, found.meeting, found.issue - 1), found))


def _late(store: Store, found: Edition) -> str:
    arrived = late(store, found, card_of_edition(store, found).period.last_day)
    return "\n".join(each.words for each in arrived) or "Nothing about its period was received after it was frozen."


def differences_table(found: Sequence[Difference]) -> str:
    """What differs, line by line, as aligned text for a terminal."""
    if not found:
        return "Nothing differs."
    head = ("what", "indicator", "was", "is", "who", "why")
    rows = [(KINDS[each.kind], each.title, _side(each.was), _side(each.now), "; ".join(each.who), each.why) for each in found]
    return exports.aligned([head, *rows])


def _side(side: Side | None) -> str:
    return f"{side.figure} [{side.status}; {side.change}]" if side else "not there"
