"""The command that an agency runs inside: its files are read there, and one file of counts is written to be sent."""

import argparse
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from metrics import exports, words
from metrics.bundles.inside import Said, read_inside
from metrics.bundles.layout import Bundle, written
from metrics.bundles.preparing import prepare
from metrics.commands.acknowledgement import acknowledgement, acknowledgement_text
from metrics.intake.source import hash_of
from metrics.store import Store
from metrics.submission import Delivery

Add = Callable[..., argparse.ArgumentParser]
IN_IT = (
    "No row about a child is in it, no identifier and no date of a person. Counts of 1 to 5 are: it is for the board's store."
)


def add_bundle_commands(add: Add, day: Callable[[str], date]) -> None:
    """Add the command to the command line; `day` reads a date as it is typed."""
    parser = add("prepare", prepare_bundle, store=False)
    parser.add_argument(
        "files", type=Path, nargs="*", metavar="FILE", help="the files with records; the tables of one return too"
    )
    parser.add_argument("--agency", required=True, metavar="ID")
    parser.add_argument("--out", type=Path, required=True, metavar="BUNDLE", help="the file to write, and to send")
    inside = parser.add_mutually_exclusive_group(required=True)
    inside.add_argument("--board", type=Path, help="the board's board.toml; the files are read in memory, and nothing is kept")
    inside.add_argument("--store", type=Path, help="a store of your own, which adds its history: the files are kept in it")
    parser.add_argument("--dataset", metavar="NAME", help="only where the headings fit more than one")
    parser.add_argument("--as-at", type=day, metavar="DATE", help="the last day the files stand for")
    parser.add_argument("--covers-from", type=day, metavar="DATE", help="the first day the files stand for")
    parser.add_argument("--by", default="", help="who prepared it: a role, not a person's name")
    parser.add_argument("--json", action="store_true")


def prepare_bundle(options: argparse.Namespace) -> int:
    """Count an agency's files inside it, and write a bundle of counts to send in their place."""
    if options.out.exists():
        raise ValueError(f"There is already a file at {options.out}. Choose another name.")
    with closing(_store(options)) as store:
        store.board.agency(options.agency)
        said = Said(dataset=options.dataset, as_at=options.as_at, covers_from=options.covers_from)
        read = []
        for each in read_inside(store, options.agency, options.files, said):
            read.append(each)
            if not options.json:
                print(acknowledgement_text(each).replace("Accepted:", "Read:", 1), file=sys.stderr)
        with store.cursor() as cursor:
            bundle = prepare(cursor, options.agency, by=options.by)
    content = written(bundle)
    options.out.write_bytes(content)
    print(exports.as_json(_answer(options, bundle, content, read)) if options.json else _in_words(options, bundle, content))
    return 0


def _store(options: argparse.Namespace) -> Store:
    return Store.open(options.store) if options.store else Store.in_memory(options.board.read_text(encoding="utf-8"))


def _in_words(options: argparse.Namespace, bundle: Bundle, content: bytes) -> str:
    rows = sum(each.rows_read for each in bundle.covered)
    supplied = [each for each in bundle.covered if each.supplied]
    first, last = min(each.covers_from for each in supplied), max(each.covers_to for each in supplied)
    counted = words.count_of(len(bundle.counted), "indicator")
    days = f"{words.day(first)} to {words.day(last)}"
    lines = [
        f"Wrote {options.out}: the counts of {counted}, {days}, from {words.count_of(rows, 'row')}.",
        f"{IN_IT} Known by {hash_of(content)[:12]}.",
        *(f"Not in it: {each.title}. {each.because}" for each in bundle.not_counted),
        f"Send it: scorecard submit {options.out.name} --agency {options.agency}, or the page Send data.",
    ]
    return "\n".join(lines)


def _answer(options: argparse.Namespace, bundle: Bundle, content: bytes, read: list[Delivery]) -> dict[str, Any]:
    return {
        "status": "prepared",
        "bundle": str(options.out),
        "content_hash": hash_of(content),
        "counted": [each.indicator for each in bundle.counted],
        "not_counted": {each.indicator: each.because for each in bundle.not_counted},
        "covered": [each.model_dump(mode="json", exclude={"line"}) for each in bundle.covered],
        "files": [acknowledgement(each) for each in read],
    }
