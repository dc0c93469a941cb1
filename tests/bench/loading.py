"""What it costs to take a file: a CSV against an untyped load of it, a census against a bare parse of it."""

import contextlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import python_calamine as calamine
from lxml import etree

from metrics import cli
from metrics.board import read_board
from metrics.intake import cin_census, read_delivery
from metrics.store import Store, key_path
from metrics.submission import Refused
from tests.bench.files import write_census, write_csv, write_endless_cell, write_workbook
from tests.bench.timing import Result, medians, result
from tests.conftest import BOARD

DATASETS = {"cp_plans": "council", "referrals": "council", "missing_episodes": "police"}
RECEIVED = datetime(2031, 1, 1)
MADE = "made/empty.duckdb"
MOST_MEMORY = 1000
MOST_ROWS_OF_A_SHEET = 1_048_575


def measure_csv(rows: int, rounds: int) -> Iterator[Result]:
    """`scorecard submit` with every check, against DuckDB's load of the same file as text into a table of its own file."""
    for dataset, agency in DATASETS.items():
        for families in (False, True):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                write_csv(folder / "sent.csv", dataset, rows, families)
                yield from _csv(folder, agency, rounds, f"{rows:>10,} rows, CSV of {dataset}{', with families' * families}")


def _csv(folder: Path, agency: str, rounds: int, name: str) -> Iterator[Result]:
    file = folder / "sent.csv"
    asked = ["submit", str(file), "--agency", agency, "--store"]
    fresh = _fresh_store(folder)
    untyped = _fresh(folder, "untyped.duckdb", lambda _: None)
    load = f"create table sent as select * from read_csv('{file}', all_varchar = true)"
    work: dict[str, Callable[[], Any]] = {
        "load": lambda: _load(untyped(), load),
        "read": lambda: _read(folder / MADE, file, agency),
        "submit": lambda: _quietly([*asked, str(fresh())]),
    }
    taken = medians(work, rounds)
    yield result(f"{name}: read and checked", taken, "read", "load", 2.5)
    yield result(f"{name}: submitted, counts kept", taken, "submit", "load", 2.5)
    script = f"import duckdb, sys; duckdb.connect(sys.argv[1]).execute({load!r}).close()"
    work = {
        "load": lambda: _run("-c", script, str(untyped())),
        "submit": lambda: _run("-m", "metrics.cli", *asked, str(fresh())),
    }
    taken = medians(work, rounds, warm=False)
    yield result(f"{name}: the same as whole processes", taken, "submit", "load", 2.5)


def _fresh(folder: Path, name: str, make: Callable[[Path], None]) -> Callable[[], Path]:
    """A path that is new whenever it is asked for."""

    def fresh() -> Path:
        path = folder / name
        for each in folder.glob(f"{name}*"):
            each.unlink()
        make(path)
        return path

    return fresh


def _fresh_store(folder: Path) -> Callable[[], Path]:
    """A store as a board has one before its first file. It is made once and copied: no sender waits for it to be made."""
    made = folder / MADE
    made.parent.mkdir(exist_ok=True)
    if not made.exists():
        Store.create(made, BOARD).close()

    def copied(path: Path) -> None:
        shutil.copy(made, path)
        shutil.copy(key_path(made), key_path(path))

    return _fresh(folder, "empty.duckdb", copied)


def _load(path: Path, query: str) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute(query)


def _read(path: Path, file: Path, agency: str) -> None:
    with Store.open(path) as store:
        read_delivery(file, agency=agency, board=store.board, key=store.key, received_at=RECEIVED)


def _quietly(arguments: list[str]) -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        if cli.main(arguments):
            raise RuntimeError("The file was not accepted.")


def _run(*arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True, env=environment).stdout


def measure_workbook(rows: int, rounds: int) -> Iterator[Result]:
    """The whole reading of a workbook against a bare read of it by the fastest library, which holds every cell."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "plans.xlsx"
        write_workbook(file, rows)
        work = {"bare": partial(bare, file), "read": partial(read, file)}
        taken = medians(work, rounds, warm=False)
        yield result(f"{rows:>10,} rows of workbook: read and checked", taken, "read", "bare", 2)
        peak = {each: peak_memory(each, file) for each in ("bare", "read")}
        yield result(f"{rows:>10,} rows of workbook: peak memory (MB), read and checked", peak, "read", "bare", None)


def measure_memory(rows: int, megabytes: int) -> Iterator[Result]:
    """The most memory of `scorecard submit`, in megabytes, against the gigabyte that it may have."""
    most = {"most": float(MOST_MEMORY)}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_csv(folder / "plans.csv", "cp_plans", rows, families=True)
        write_census(folder / "census.xml", megabytes)
        write_workbook(folder / "plans.xlsx", min(rows, MOST_ROWS_OF_A_SHEET))
        for file in sorted(folder.glob("*.*")):
            fresh = _fresh_store(folder)
            peak = {"submit": peak_memory("submit", file, str(fresh())), **most}
            size = f"{file.stat().st_size / (1 << 20):,.0f} MB"
            yield result(f"{file.name}, {size}, submitted: peak memory (MB), of 1 GB", peak, "submit", "most", 1)
            file.unlink()
        for size in (500 << 20, 2 << 30):
            write_endless_cell(folder / "endless.csv", size)
            peak = {"refused": peak_memory("refused", folder / "endless.csv"), **most}
            yield result(f"a cell of {size >> 20:,} MB, refused: peak memory (MB), of 1 GB", peak, "refused", "most", 1)


def measure_xml(megabytes: tuple[int, ...], rounds: int) -> Iterator[Result]:
    """The whole reading of a census against a bare parse of it; then the memory of both kinds of reading."""
    with tempfile.TemporaryDirectory() as name:
        for size in megabytes:
            file = Path(name) / f"{size}.xml"
            write_census(file, size)
            work = {"parse": partial(parse, file), "stream": partial(stream, file), "read": partial(read, file)}
            taken = medians(work, rounds)
            yield result(f"{size:>6} MB of census: rows of text", taken, "stream", "parse", 2)
            yield result(f"{size:>6} MB of census: read and checked", taken, "read", "parse", 2)
            peak = {each: peak_memory(each, file) for each in ("parse", "stream", "read")}
            yield result(f"{size:>6} MB of census: peak memory (MB), rows of text", peak, "stream", "parse", 2)
            yield result(f"{size:>6} MB of census: peak memory (MB), read and checked", peak, "read", "parse", None)


def parse(file: Path) -> None:
    """A bare parse: every element seen and let go."""
    for _, element in etree.iterparse(file, events=("end",)):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def stream(file: Path) -> None:
    """The rows as text, thrown away."""
    with file.open("rb") as source:
        for _ in cin_census.stream_rows(source):
            pass


def read(file: Path) -> None:
    """The whole reading: typed rows, pseudonyms, every check."""
    read_delivery(file, agency="council", board=read_board(BOARD), key=b"0123456789abcdef", received_at=RECEIVED)


def bare(file: Path) -> None:
    """Every cell of a workbook's first sheet, and nothing done with it."""
    with calamine.load_workbook(file) as book:
        book.get_sheet_by_index(0).to_python()


def submit(file: Path, store: str) -> None:
    """A file handed in on the command line."""
    _quietly(["submit", str(file), "--agency", "council", "--store", store])


def refused(file: Path) -> None:
    """A file that is not taken. Raises RuntimeError where it is."""
    try:
        read(file)
    except Refused:
        return
    raise RuntimeError("The file was taken.")


def peak_memory(what: str, file: Path, *more: str) -> float:
    """The most memory of a process of its own, in megabytes, that of the imported libraries included."""
    script = (
        "import re, sys; from pathlib import Path; from tests.bench import loading; "
        f"loading.{what}(Path(sys.argv[1]), *sys.argv[2:]); "
        "print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    return int(_run("-c", script, str(file), *more)) / 1024
