"""The commands about printed scorecards: our own in the columns of a paper, and a published one held against its own rules."""

import argparse
import csv
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial, update_wrapper
from io import StringIO
from pathlib import Path

from metrics import exports, words
from metrics.judge.published_table import Held, hold, read_row
from metrics.paper import HEADINGS, PaperRow, paper_rows
from metrics.periods import parse_period
from metrics.scorecard import scorecard
from metrics.store import Store

Open = Callable[[argparse.Namespace], Store]
Add = Callable[..., argparse.ArgumentParser]
COLUMNS = ("ref", "indicator", "polarity", "period", "target_text", "result_text", "previous_text", "dot", "benchmark_text")
"""What a published table has to hold to be read."""


def add_paper_commands(add: Add, open_store: Open) -> None:
    """Add the commands to the command line."""
    parser = add("paper", update_wrapper(partial(show_paper, open_store), show_paper))
    parser.add_argument("--period", help="2026/27 Q1, 2026-06, 2026/27; else the newest quarter that is due")
    parser = add("audit", audit, store=False)
    parser.add_argument("file", type=Path, metavar="FILE", help=f"a CSV with the columns {', '.join(COLUMNS)}")
    parser.add_argument("--json", action="store_true")


def show_paper(open_store: Open, options: argparse.Namespace) -> int:
    """Write the scorecard as a CSV in the columns of a published performance report."""
    with closing(open_store(options)) as store:
        period = parse_period(options.period) if options.period else None
        print(paper_csv(paper_rows(scorecard(store, period).lines)), end="")
    return 0


def paper_csv(rows: Sequence[PaperRow]) -> str:
    """The rows under the paper's headings, with what a reader should know of each."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*HEADINGS.values(), "Warnings"])
    writer.writerows([*(getattr(row, name) for name in HEADINGS), "; ".join(row.warnings)] for row in rows)
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
