"""The commands about settings: read them, write them as a file, read a file in, and who changed what when."""

import argparse
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from metrics import exports, words
from metrics.board import read_board
from metrics.board_settings.changes import Change
from metrics.board_settings.changing import NOTHING, history, keep_file, would_change
from metrics.board_settings.file import board_toml
from metrics.board_settings.preview import SettingsPreview, preview_settings
from metrics.board_settings.said import settings_in_words
from metrics.board_settings.versions import BoardVersion, SetBy
from metrics.editions.changes import KINDS, Side
from metrics.store import Store

Open = Callable[[argparse.Namespace], Store]
"""Opens the store that a command names."""


def add_settings_commands(commands: Any, open_store: Open, moment: Callable[[str], datetime]) -> None:
    """Add `settings` with what can be done to them; `moment` reads a time as it is typed."""
    told = "Show, write, read in or look back on the board's settings."
    actions = commands.add_parser("settings", help=told, description=told).add_subparsers(required=True, metavar="ACTION")

    def add(name: str, done: Callable[[Store, argparse.Namespace], int]) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = actions.add_parser(name, help=done.__doc__, description=done.__doc__)
        parser.add_argument("--store", type=Path, help="the store's file; else SCORECARD_STORE in the environment")
        parser.set_defaults(command=partial(_with_store, done, open_store))
        return parser

    add("show", show).add_argument("--format", choices=["table", "json"], default="table")
    add("export", export).add_argument("--known-at", type=moment, help="as they stood then")
    add("history", show_history).add_argument("--format", choices=["table", "json"], default="table")
    parser = add("import", import_file)
    parser.add_argument("file", type=Path, metavar="FILE", help="a board.toml")
    parser.add_argument("--by", metavar="ROLE", help="keep it, in this role; without it only what would change is shown")
    parser.add_argument("--because", default="", metavar="REASON", help="why")


def _with_store(done: Callable[[Store, argparse.Namespace], int], open_store: Open, options: argparse.Namespace) -> int:
    with closing(open_store(options)) as store:
        return done(store, options)


def show(store: Store, options: argparse.Namespace) -> int:
    """Write every setting with its value."""
    rows = settings_in_words(store.board)
    if options.format == "json":
        print(exports.as_json([{"place": place, "what": what, "value": value} for place, what, value in rows]))
    else:
        print("\n".join(f"{what}: {value}" for _, what, value in rows))
    return 0


def export(store: Store, options: argparse.Namespace) -> int:
    """Write the settings as a board.toml. Comments of a file that was read in are not kept."""
    with store.cursor() as cursor:
        print(board_toml(Store.board_on(cursor, options.known_at)), end="")
    return 0


def import_file(store: Store, options: argparse.Namespace) -> int:
    """Show what a board.toml would change; with --by, keep it in place of the settings."""
    text = options.file.read_text(encoding="utf-8")
    after = read_board(text)
    found = would_change(store, after)
    if not found:
        print(NOTHING)
        return 0
    print("\n".join([*map(_change, found), *_on_the_scorecard(preview_settings(store, after))]))
    if not options.by:
        print("Nothing has been kept. To keep it, say in which role: --by ROLE")
        return 0
    kept = keep_file(store, text, SetBy(options.by, options.because))
    print(f"Kept: {words.count_of(len(kept), 'change')}.")
    return 0


def show_history(store: Store, options: argparse.Namespace) -> int:
    """Write who changed which setting when: old, new and why."""
    found = history(store)
    if options.format == "json":
        print(exports.as_json([each.model_dump(mode="json") for each in found]))
    else:
        print("\n\n".join(map(_version, found)))
    return 0


def _version(found: BoardVersion) -> str:
    by = f"{found.set_by}: " if found.set_by else ""
    because = f" {words.sentence(found.because)}" if found.because else ""
    head = f"{words.moment(found.set_at)}  {by}version {found.version}.{because}"
    return "\n".join([head, *(f"  {_change(each)}" for each in found.changes)])


def _change(found: Change) -> str:
    return f"{found.place}  {found.what}: {found.old or 'not set'} -> {found.new or 'not set'}"


def _on_the_scorecard(found: SettingsPreview) -> list[str]:
    """The lines that would differ, as sentences."""
    head = f"The scorecard of {words.period(found.period.label)}: {words.count_of(len(found.found), 'line')} would differ."
    lines = [f"  {each.title}: {KINDS[each.kind]}: {_side(each.was)} -> {_side(each.now)}" for each in found.found]
    return [head, *lines]


def _side(side: Side | None) -> str:
    return f"{side.figure}, {side.status}, target {side.target}" if side else "not there"
