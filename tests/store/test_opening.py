"""Spec: what it takes to open a store, and what an open store cannot be made to do."""

import os
import stat
import subprocess
import sys
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path

import duckdb
import pytest

from metrics.standing import stand
from metrics.store import KEY_VARIABLE, Store, StoreError, key_path, read_key
from tests.conftest import BOARD, ROOT
from tests.store.deliveries import plans_delivery

KEY = "0123456789abcdef" * 4


@pytest.fixture(autouse=True)
def _no_key_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store has been made and closed."""
    Store.create(tmp_path / "board.duckdb", BOARD).close()
    return tmp_path / "board.duckdb"


# The schema


def versions(store: Store) -> list[int]:
    with store.cursor() as cursor:
        return [each for (each,) in cursor.execute("select version from schema_versions order by 1").fetchall()]


def test_a_new_store_has_the_whole_schema_and_keeps_it_when_opened_again(path: Path) -> None:
    with Store.open(path) as store:
        fresh = versions(store)
    assert fresh == [
        int(each.name[:3]) for each in sorted((files("metrics") / "migrations").iterdir(), key=str) if each.is_file()
    ]
    with Store.open(path) as store:
        assert versions(store) == fresh
        assert store.board.name == "Testbridge Safeguarding Children Partnership"


def test_a_step_that_a_store_has_not_taken_is_taken_though_a_later_one_was(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("drop table sheet_meanings")
        connection.execute("delete from schema_versions where version = 3")
    with Store.open(path) as store:
        assert 3 in versions(store)
        assert store.meanings("council")("indicator", "anything") is None


def test_a_store_made_by_a_newer_program_is_refused_and_not_touched(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("insert into schema_versions values (999, now()::timestamp)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer version .* \(its schema is 999, .* Update the program"):
        Store.open(path)
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["board.duckdb", "board.duckdb.key"]


def test_a_store_that_lacks_a_column_of_a_contract_gains_it(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("alter table received_referrals drop column primary_need")
    with Store.open(path) as store, store.cursor() as cursor:
        assert cursor.execute("select primary_need from received_referrals").fetchall() == []


def test_a_store_that_wrote_the_sender_on_every_row_keeps_its_rows_and_lets_the_column_go(path: Path) -> None:
    with Store.open(path) as store:
        plans = [("A", date(2025, 1, 1), None)]
        store.accept(plans_delivery("old", datetime(2025, 4, 2), (date(2024, 4, 1), date(2025, 3, 31)), plans))
    with duckdb.connect(str(path)) as connection:
        connection.execute("alter table received_cp_plans add column agency varchar default 'council'")
    with Store.open(path) as store, store.cursor() as cursor:
        assert "agency" not in {name for name, *_ in cursor.execute("describe received_cp_plans").fetchall()}
        stand(cursor, "cp_plans", aside=False)
        assert cursor.execute("select agency, start_date from cp_plans").fetchall() == [("council", date(2025, 1, 1))]


def test_a_missing_store_is_refused_with_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no store at .* scorecard new"):
        Store.open(tmp_path / "none.duckdb")


def test_a_store_is_never_written_over(path: Path) -> None:
    with pytest.raises(StoreError, match="already a store"):
        Store.create(path, BOARD)


def test_a_file_that_is_no_store_is_refused(path: Path) -> None:
    path.write_bytes(b"something else altogether" * 1000)
    with pytest.raises(StoreError, match="is not a store"):
        Store.open(path)
    assert path.read_bytes() == b"something else altogether" * 1000


def test_a_store_that_was_cut_short_is_said_to_be_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:500_000])
    with pytest.raises(StoreError, match="is damaged or was cut short"):
        Store.open(path)


def test_a_board_that_cannot_be_read_leaves_no_file_behind(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="board file"):
        Store.create(tmp_path / "board.duckdb", "name = ")
    assert list(tmp_path.iterdir()) == []


# Nothing but its own file


@pytest.mark.parametrize(
    "statement",
    [
        "copy (select 1) to '{folder}/out.csv'",
        "export database '{folder}/out'",
        "attach '{folder}/other.duckdb'",
        "select * from read_csv('{folder}/board.duckdb.key')",
        "select * from read_text('{folder}/board.duckdb.key')",
        "select * from glob('{folder}/*')",
        "select * from '{folder}/some.parquet'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "set threads = 1",
    ],
)
def test_a_query_cannot_reach_beyond_the_store(path: Path, statement: str) -> None:
    (path.parent / "some.parquet").write_bytes(b"PAR1")
    with Store.open(path) as store, store.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(statement.format(folder=path.parent))
    assert not (path.parent / "out.csv").exists()
    assert not (path.parent / "other.duckdb").exists()


def test_a_second_process_is_refused_with_a_sentence(path: Path) -> None:
    code = f"from pathlib import Path; from metrics.store import Store; Store.open(Path({str(path)!r}))"
    with Store.open(path):
        second = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert second.returncode == 1
    assert "in use by another program" in second.stderr
    assert "Close the dashboard or the other command, then try again." in second.stderr


# The key


def test_the_key_is_for_its_owner_alone_and_differs_from_store_to_store(path: Path, tmp_path: Path) -> None:
    beside = key_path(path)
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    Store.create(tmp_path / "second.duckdb", BOARD).close()
    assert read_key(path) != read_key(tmp_path / "second.duckdb")
    assert len(read_key(path)) >= 16


@pytest.mark.parametrize("content", [None, "", "abcdef", "not hexadecimal at all, and long enough", "00" * 15])
def test_a_store_does_not_open_without_a_whole_key(path: Path, content: str | None) -> None:
    key_path(path).unlink()
    if content is not None:
        key_path(path).write_text(content, encoding="ascii")
    with pytest.raises(StoreError, match=r"key of the store is missing or too short.*board\.duckdb\.key.*SCORECARD_KEY"):
        Store.open(path)


def test_a_key_file_that_is_not_text_is_refused_with_the_same_sentence(path: Path) -> None:
    key_path(path).write_bytes(b"\xff\xfe\x00key")
    with pytest.raises(StoreError, match="missing or too short"):
        Store.open(path)


def test_the_key_may_come_by_the_environment_and_then_no_file_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    with Store.create(tmp_path / "board.duckdb", BOARD) as store:
        assert store.key == bytes.fromhex(KEY)
    assert not key_path(tmp_path / "board.duckdb").exists()
    monkeypatch.setenv(KEY_VARIABLE, "00")
    with pytest.raises(StoreError, match="too short"):
        Store.open(tmp_path / "board.duckdb")


def test_a_key_without_its_store_is_not_written_over(tmp_path: Path) -> None:
    beside = key_path(tmp_path / "board.duckdb")
    beside.write_text(KEY, encoding="ascii")
    with pytest.raises(StoreError, match="Move the key away"):
        Store.create(tmp_path / "board.duckdb", BOARD)
    assert beside.read_text(encoding="ascii") == KEY


@pytest.mark.skipif(os.name == "nt", reason="modes of files are another matter there")
def test_the_folder_holds_the_store_and_its_key_and_no_more(path: Path) -> None:
    assert sorted(each.name for each in path.parent.iterdir()) == ["board.duckdb", "board.duckdb.key"]


def test_a_bank_holiday_that_moved_is_put_right_when_the_store_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "moved.duckdb"
    with Store.create(path, BOARD) as store, store.cursor() as cursor:
        cursor.execute("update working_days set number = number - 1 where day = '2026-06-30'")
    with Store.open(path) as store, store.cursor() as cursor:
        asked = "select number from working_days where day between '2026-06-29' and '2026-07-01' order by day"
        numbers = [number for (number,) in cursor.execute(asked).fetchall()]
    assert numbers == [numbers[0], numbers[0] + 1, numbers[0] + 2]
