"""Kill a program at random moments while it takes files, and look whether anything was lost, or half of anything left.

    python -m tests.killing --times 100

Each file is a children in need census: four datasets that stand or fall together, with what stands and what was counted.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from metrics.intake.cin_census import MODULES
from metrics.keeping import keep_counts
from metrics.standing import stand
from metrics.store import Store
from tests.conftest import BOARD, ROOT

CHILDREN = 40
AND_A_LITTLE = 1.3
"""Times as long as a file takes, within which the program is killed: most are not taken by then, some are."""
TAKING = f"""
import sys
from datetime import datetime, timedelta
from pathlib import Path
from metrics.intake import read_delivery
from metrics.store import Store
from tests.killing import census_of
with Store.open(Path(sys.argv[1])) as store:
    for number in range(10_000):
        received = datetime(2026, 6, 1) + timedelta(days=int(sys.argv[2]), seconds=number)
        content = census_of({CHILDREN}, f"{{sys.argv[2]}}x{{number}}x")
        read = read_delivery(content, agency="council", board=store.board, key=store.key, received_at=received)
        print("taking", read.content_hash, flush=True)
        store.accept(read)
        print("taken", read.content_hash, flush=True)
"""


def census_of(children: int, called: str) -> bytes:
    """A census in which every child has a referral, an assessment, an enquiry and a plan."""
    one = (
        "<Child><ChildIdentifiers><LAchildID>{child}</LAchildID></ChildIdentifiers><CINdetails>"
        "<CINreferralDate>2025-05-01</CINreferralDate><ReferralSource>1A</ReferralSource><ReferralNFA>0</ReferralNFA>"
        "<Assessments><AssessmentActualStartDate>2025-05-02</AssessmentActualStartDate></Assessments>"
        "<Section47><S47ActualStartDate>2025-05-03</S47ActualStartDate></Section47>"
        "<ChildProtectionPlans><CPPstartDate>2025-06-03</CPPstartDate><NumberOfPreviousCPP>0</NumberOfPreviousCPP>"
        "</ChildProtectionPlans></CINdetails></Child>"
    )
    body = "".join(one.format(child=f"{called}{each}") for each in range(children))
    return (
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
        "<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>899</LEA></Source></Header>"
        f"<Children>{body}</Children></Message>"
    ).encode()


def killed(path: Path, times: int, seed: int = 11) -> Iterator[tuple[int, str]]:
    """Kill a program that takes files, so many times. Yields how many files it said were taken, and what is wrong by then."""
    rng = random.Random(seed)
    said, longest = taken_until_killed(path, times, None)
    for turn in range(times):
        said |= taken_until_killed(path, turn, rng.uniform(0.0, AND_A_LITTLE * longest))[0]
        yield len(said), wrong_with(path, said)


def taken_until_killed(path: Path, turn: int, seconds: float | None) -> tuple[set[str], float]:
    """What a program says that it has taken, and how many seconds it had for it from the beginning of its first file.

    It is killed after so many seconds; where none are given, as soon as it has taken that file.
    """
    command = [sys.executable, "-c", TAKING, str(path), str(turn)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as working:
        assert working.stdout is not None
        assert working.stdout.readline().startswith("taking")
        started = time.monotonic()
        lines = [working.stdout.readline()] if seconds is None else []
        time.sleep(seconds or 0)
        working.kill()
        had = time.monotonic() - started
        lines += working.stdout.read().splitlines()
    return {each.split()[1] for each in lines if each.startswith("taken")}, had


def wrong_with(path: Path, said: set[str]) -> str:
    """What is lost or half there in a store, in words; empty where nothing is."""
    with Store.open(path) as store, store.cursor() as cursor:
        held = dict(cursor.execute("select content_hash, count(*) from submissions group by all").fetchall())
        if lost := said - set(held):
            return f"{len(lost)} files are lost"
        if any(count != len(MODULES) for count in held.values()):
            return "a file is there in part"
        for dataset in MODULES:
            if _strays(cursor, dataset):
                return f"rows of {dataset} belong to no submission, or are not as many as it says"
        return "" if _as_worked_out_anew(cursor, list(MODULES)) else "what stands, or was counted, is not what the rows say"


def _strays(cursor: duckdb.DuckDBPyConnection, dataset: str) -> int:
    found: int = cursor.execute(
        f"""with held as (select submission_id, count(*) as rows from received_{dataset} group by all)
        select count(*) from held full join (from submissions where dataset = '{dataset}') as said
        on held.submission_id = said.submission_id
        where said.submission_id is null or coalesce(held.rows, 0) <> said.rows_kept"""
    ).fetchall()[0][0]
    return found


def _as_worked_out_anew(cursor: duckdb.DuckDBPyConnection, datasets: Sequence[str]) -> bool:
    """Whether the tables that pages read say what they would if they were made again from what was received."""
    before = _made(cursor, datasets)
    cursor.execute("begin")
    try:
        for each in sorted(datasets):
            stand(cursor, each, aside=False)
        keep_counts(cursor, frozenset(datasets))
        return _made(cursor, datasets) == before
    finally:
        cursor.execute("rollback")


def _made(cursor: duckdb.DuckDBPyConnection, datasets: Sequence[str]) -> list[tuple[int, int]]:
    return [
        cursor.execute(f"select count(*), bit_xor(hash(rows::varchar)) from {each} as rows").fetchall()[0]
        for each in (*datasets, "kept_counts")
    ]


def main() -> None:
    """Kill as often as asked, and say after each what was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.killing", description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "board.duckdb"
        Store.create(path, BOARD).close()
        for turn, (taken, wrong) in enumerate(killed(path, options.times, options.seed), start=1):
            print(f"killed {turn}: {taken} files taken, {wrong or 'all of them whole'}", flush=True)


if __name__ == "__main__":
    main()
