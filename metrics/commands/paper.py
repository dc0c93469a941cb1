"""The commands about printed scorecards: our own in the columns of a paper, and a published one held against its own rules."""

import argparse
import csv
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from functools import partial, update_wrapper
from io import StringIO
from pathlib import Path

from metrics import exports, words
from metrics.editions import card_of_edition, edition
from metrics.judge.published_table import Held, hold, read_row
from metrics.paper import HEADINGS, PaperRow, paper_rows
from metrics.periods import parse_period
from metrics.public import Public, public_edition, public_scorecard
from metrics.scorecard import scorecard
from metrics.store import Store

Open = Callable[[argparse.Namespace], Store]
Add = Callable[..., argparse.ArgumentParser]
COLUMNS = ("ref", "indicator", "polarity", "period", "target_text", "result_text", "previous_text", "dot", "benchmark_text")
"""What a published table has to hold to be read."""


def add_paper_commands(add: Add, open_store: Open, day: Callable[[str], date]) -> None:
    """Add the commands to the command line; `day` reads a date as it is typed."""
    parser = add("paper", update_wrapper(partial(show_paper, open_store), show_paper))
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--period", help="2026/27 Q1, 2026-06, 2026/27; else the newest quarter that is due")
    which.add_argument(
        "--meeting", type=day, metavar="DAY", help="the scorecard that was frozen for this meeting, as 2026-12-10"
    )
    parser.add_argument("--issue", type=int, metavar="N", help="with --meeting: else the newest")
    parser.add_argument("--public", action="store_true", help="for the public: small numbers are hidden, and the rule is named")
    parser = add("audit", audit, store=False)
    parser.add_argument("file", type=Path, metavar="FILE", help=f"a CSV with the columns {', '.join(COLUMNS)}")
    parser.add_argument("--json", action="store_true")


def show_paper(open_store: Open, options: argparse.Namespace) -> int:
    """Write the scorecard as a CSV in the columns of a published performance report; of an edition as it was frozen."""
    if options.issue is not None and options.meeting is None:
        raise ValueError("An issue is one of a meeting's: say which, with --meeting 2026-12-10.")
    with closing(open_store(options)) as store:
        found = edition(store, options.meeting, options.issue) if options.meeting else None
        if options.public:
            public = public_edition(store, found) if found else public_scorecard(store, options.period)
            print(public_csv(public), end="")
            return 0
        period = parse_period(options.period) if options.period else None
        card = card_of_edition(store, found) if found else scorecard(store, period)
        print(paper_csv(paper_rows(card.lines)), end="")
    return 0


def paper_csv(rows: Sequence[PaperRow]) -> str:
    """The rows under the paper's headings, with what a reader should know of each."""
    return _csv("Warnings", [(row, "; ".join(row.warnings)) for row in rows])


def public_csv(public: Public) -> str:
    """The rows of a public paper; each names the rule by which small numbers are hidden. Warnings are for those who make it."""
    return _csv("Small numbers", [(row, public.rule) for row in paper_rows(public.card.lines)])


def _csv(last: str, rows: Sequence[tuple[PaperRow, str]]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*HEADINGS.values(), last])
    writer.writerows([*(getattr(row, name) for name in HEADINGS), note] for row, note in rows)
    return text.getvalue()


def audit(options: argparse.Namespace) -> int:
    """Hold a scorecard as it was published against its own rules: what they give, what contradicts them, slips."""
    held = read_published(options.file)
    if options.json:
        print(exports.as_json([each.model_dump(mode="json") for each in held]))
        return 0
    for each in held:
        print("\n".join(_said(each)))
    directions, letters = sum(each.is_direction_reproduced for each in held), sum(each.is_letter_reproduced for each in held)
    print(f"\n{directions} of {len(held)} directions of travel and {letters} letters are as the rules give them.")
    return 0


def read_published(path: Path) -> list[Held]:
    """Every row of a published table. Raises ValueError with the row, and what was expected there."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [each for each in COLUMNS if each not in (reader.fieldnames or [])]
        if missing:
            raise ValueError(f"{path.name} has no column called {', '.join(missing)}. It needs: {', '.join(COLUMNS)}.")
        rows = [(reader.line_num, row) for row in reader]
    if not rows:
        raise ValueError(f"{path.name} has a heading row and nothing under it.")
    return [_hold(path.name, number, row) for number, row in rows]


def _hold(name: str, number: int, row: dict[str, str]) -> Held:
    if None in row or None in row.values():
        raise ValueError(f"{name}, row {number}: it has more or fewer cells than the heading row.")
    try:
        return hold(read_row(row))
    except ValueError as problem:
        raise ValueError(f"{name}, row {number}: {problem}") from problem


def _said(held: Held) -> list[str]:
    """A row that is as it should be takes one line; what contradicts it and what it slips on stand under it."""
    letter = held.letter or "no letter"
    start = f"{held.ref}: {words.capital(held.direction)}, {letter}"
    if held.is_direction_reproduced and held.is_letter_reproduced and not held.warnings:
        return [f"{start}: as the rules give it"]
    direction = [] if held.is_direction_reproduced else ["  direction: not as the figures give it"]
    letters = [f"  {held.contradiction}"] if held.contradiction else []
    return [start, *direction, *letters, *(f"  {each}" for each in held.warnings)]
