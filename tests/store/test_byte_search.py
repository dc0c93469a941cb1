"""Spec: whatever kind of file is sent, not one byte of a name, identifier, birth, postcode or worker is left anywhere.

The files are submitted by one process whose every written file lies in one folder. It is killed at the end, so that what it
would leave behind is searched too: the store and its log, its key, temporary files, all that was printed.
"""

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from dashboard.problem_list import problem_csv, problem_table, rule_table
from metrics.store import Store
from tests.conftest import BOARD, ROOT
from tests.intake.reading import delivery_of
from tests.store.needles import AS_AT, NEEDLES, files

SUBMITTING = """
import json, logging, os, signal, sys
from pathlib import Path
from metrics.cli import main
from metrics.store import Store
logging.basicConfig(level=logging.DEBUG)
store, sent = sys.argv[1:3]
main(["new", store, "--board", "board.toml"])
for name, asked, mapped in json.loads(sys.argv[3]):
    agency = [] if "--agency" in asked else ["--agency", "council"]
    file = str(Path(sent) / name)
    if mapped:
        main(["submit", file, "--store", store, *asked, *agency])  # refused: its words are to be confirmed
        out = str(Path(sent) / f"{name}.toml")
        propose = [file, "--store", store, *asked, *agency, "--out", out]
        if not main(["mapping", "propose", *propose]):
            asked = [*asked, "--mapping", out]
    done = main(["submit", file, "--store", store, "--json", "--reason", "a correction", *asked, *agency])
    print(f"DONE {name} {done}", flush=True)
main(["show", "--store", store])
main(["figures", "--store", store, "--format", "json"])
held = Store.open(Path(store))
with held.cursor() as cursor:
    cursor.execute("create table written_last as select 1 as one")
os.kill(os.getpid(), signal.SIGKILL)
"""
BUILT_IN = ("working_days",)
"""A calendar: it holds every day there is."""


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of all that was written, and all that was printed."""
    folder, sent = tmp_path_factory.mktemp("left"), tmp_path_factory.mktemp("sent")
    (folder / "temporary").mkdir()
    (folder / "board.toml").write_text(BOARD, encoding="utf-8")
    asked = []
    for name, each in files().items():
        (sent / name).write_bytes(each.content)
        asked.append([name, list(each.asked), each.mapped])
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(folder / "temporary"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", SUBMITTING, str(folder / "store.duckdb"), str(sent), json.dumps(asked)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=surroundings, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    (folder / "board.toml").unlink()
    return folder, done.stdout + done.stderr


def found_in(content: bytes | str) -> list[str]:
    if isinstance(content, str):
        return [each for each in NEEDLES if each.casefold() in content.casefold()]
    return [each for each in NEEDLES for encoding in ("utf-8", "utf-16-le") if each.lower().encode(encoding) in content.lower()]


@pytest.mark.slow
def test_every_file_was_taken(left: tuple[Path, str]) -> None:
    _, printed = left
    assert [name for name in files() if f"DONE {name} 0" not in printed] == [], printed


@pytest.mark.slow
def test_every_needle_was_in_some_file() -> None:
    assert set(NEEDLES) - {each for sent in files().values() for each in found_in(answerable(sent.content))} == set()


def answerable(content: bytes) -> str:
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return " ".join(archive.read(each).decode("utf-8", "replace") for each in archive.namelist())


@pytest.mark.slow
def test_no_file_that_was_written_holds_a_byte_of_it(left: tuple[Path, str]) -> None:
    folder, _ = left
    written = [each for each in folder.rglob("*") if each.is_file()]
    assert {"store.duckdb", "store.duckdb.wal", "store.duckdb.key"} <= {each.name for each in written}
    assert {each.name: found for each in written if (found := found_in(each.read_bytes()))} == {}


@pytest.mark.slow
def test_no_cell_of_the_store_holds_it(left: tuple[Path, str]) -> None:
    """The store packs its text: the bytes alone do not prove it. Days too are looked at as they are written."""
    folder, _ = left
    with Store.open(folder / "store.duckdb") as store, store.cursor() as cursor:
        columns = cursor.execute("select table_name, column_name from duckdb_columns() where not internal").fetchall()
        assert len({table for table, _ in columns if table.startswith("received_")}) > 10
        for table, name in columns:
            if table not in BUILT_IN:
                cells = cursor.execute(f'select distinct "{name}"::varchar from {table}').fetchall()
                assert found_in("\n".join(cell or "" for (cell,) in cells)) == [], f"{table}.{name}"


@pytest.mark.slow
def test_nothing_that_was_printed_or_logged_holds_it(left: tuple[Path, str]) -> None:
    assert found_in(left[1]) == []


@pytest.mark.parametrize("name", [name for name, each in files().items() if not each.mapped])
def test_no_list_of_problems_holds_it(name: str) -> None:
    sent = files()[name]
    read = delivery_of(sent.content, as_at=date.fromisoformat(AS_AT) if AS_AT in sent.asked else None)
    said = problem_csv(read.problems) + problem_table(read.problems) + rule_table(read.problems)
    assert found_in(said + " ".join(read.notes)) == []
