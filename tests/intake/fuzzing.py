"""Break files at random for as long as asked, and keep those that a reader answers with anything but a sentence.

    python -m tests.intake.fuzzing --minutes 20 --keep FOLDER

The readers' promise: a file becomes a delivery, or is refused in a sentence. Any other error is ours.
"""

import argparse
import hashlib
import traceback
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random
from time import monotonic

from metrics.datasets import contracts
from metrics.submission import Refused
from metrics.templates import template_csv
from tests.conftest import SHARED
from tests.intake.hostile import census, looked_after, plans_workbook, workforce, zipped
from tests.intake.mutations import mutated
from tests.intake.reading import delivery_of
from tests.wide.drawing import ods, workbook

SLOW = 20


def seeds() -> dict[str, bytes]:
    """Whole files of every kind, small enough to be read in an instant, by a name."""
    board = [["Indicator", "Q1 2026/27"], ["Referrals", 5.0]]
    made = {f"{each}.csv": template_csv(each).encode() for each in contracts()} | {
        "census.xml": census(),
        "workforce.xml": workforce(),
        "looked_after.xml": looked_after(),
        "plans.xlsx": plans_workbook(),
        "board.xlsx": workbook(Board=board),
        "board.ods": ods("Board", board),
    }
    return made | _real()


def _real() -> dict[str, bytes]:
    """The sample files of the field, where they are there."""
    folder = SHARED / "data" / "formats"
    wanted = ("cin/CIN2rows.xml", "cin/liia_cin-2022.xml", "annex_a/Annex_A.xlsx", "csww/social_work_workforce_2022.xml")
    found = {Path(each).name: (folder / each).read_bytes() for each in wanted if (folder / each).is_file()}
    tables = {each.name: _top(each.read_bytes()) for each in sorted((folder / "ssda903").glob("*.csv"))}
    return found | tables | ({"ssda903.zip": zipped(tables)} if tables else {})


def _top(content: bytes, lines: int = 40) -> bytes:
    return b"\n".join(content.split(b"\n")[:lines])


def answer(content: bytes, as_at: date | None = None) -> str:
    """What the sender of a file is told. Raises whatever is no answer."""
    try:
        read = delivery_of(content, as_at=as_at)
    except Refused as refused:
        if not str(refused).strip():
            raise ValueError("The file was refused without a word.") from None
        return str(refused)
    return " ".join([*read.notes, *(each.sentence for each in read.problems)])


def main() -> None:
    """Break and read until the time is up."""
    parser = argparse.ArgumentParser(prog="python -m tests.intake.fuzzing", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("found"))
    options = parser.parse_args()
    tried, found = _break(seeds(), Random(options.seed), options.minutes * 60, options.keep)
    print(f"{tried:,} files read, {found} kinds of error found.")


def _break(files: Mapping[str, bytes], random: Random, seconds: float, keep: Path) -> tuple[int, int]:
    until, tried = monotonic() + seconds, 0
    found: set[str] = set()
    names = sorted(files)
    while monotonic() < until:
        name = random.choice(names)
        content = mutated(files[name], random)
        tried += 1
        started = monotonic()
        try:
            answer(content, random.choice((None, date(2025, 12, 31))))
        except Exception as error:  # the very thing that is looked for
            frame = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__} {Path(frame.filename).name} {frame.lineno}"
            if kind not in found:
                found.add(kind)
                _keep(keep, name, content, "".join(traceback.format_exception(error)))
                print(f"{tried:,}: {kind} ({name})", flush=True)
        if monotonic() - started > SLOW:
            print(f"{tried:,}: {monotonic() - started:.0f} seconds ({name})", flush=True)
            _keep(keep, f"slow_{name}", content, "")
    return tried, len(found)


def _keep(folder: Path, name: str, content: bytes, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{hashlib.sha256(content).hexdigest()[:8]}_{name}"
    (folder / stem).write_bytes(content)
    (folder / f"{stem}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
