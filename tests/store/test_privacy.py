"""Spec: nothing that names a child is ever written: not in the store, beside it, in a message, nor on a terminal."""

import hashlib
import hmac
import logging
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime
from io import StringIO
from pathlib import Path
from uuid import UUID

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.cli import main
from metrics.datasets import contracts
from metrics.intake import read_delivery
from metrics.intake.pseudonyms import Pseudonyms
from metrics.store import Store, read_key
from tests.conftest import BOARD, ROOT, SENDERS

NAMES = ("Quokkafeather", "Wombatsson", "Zebrafinch-Okapi")
POSTCODE = "ZQ9 9XW"
UPN = "Q987654321098"
PLACEHOLDER = "Numbatford Contact Team"
CENSUS = f"""<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year>
<ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails><Source><LEA>899</LEA></Source></Header>
<Children><Child><ChildIdentifiers><LAchildID>KIDXMLQ77</LAchildID><UPN>{UPN}</UPN>
<PersonBirthDate>2011-07-23</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>QQETH</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2024-05-02</CINreferralDate><ReferralSource>{NAMES[0]}</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode>
<Section47><S47ActualStartDate>{NAMES[1]}</S47ActualStartDate><DateOfInitialCPC>2024-06-03</DateOfInitialCPC></Section47>
<ChildProtectionPlans><CPPstartDate>2024-06-03</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<NumberOfPreviousCPP>{NAMES[2]}</NumberOfPreviousCPP></ChildProtectionPlans>
</CINdetails></Child></Children></Message>"""
BIRTHS = ("23/07/2011", "2011-07-23", "20110723")
OF_THE_CENSUS = ("KIDXMLQ77", UPN, "QQETH")


def csv_full_of_names(dataset: str) -> str:
    """Every identifier and date of birth of its own kind, columns that we never asked for, and a row of nothing but names."""
    columns = contracts()[dataset].columns()
    own = {each.name: f"{each.name.upper()}-KQ77" if each.kind == "identifier" else each.example for each in columns}
    own |= {each.name: BIRTHS[0] for each in columns if each.kind == "birth_date"}
    headings = [*own, "Forename", "Surname", "Post code", "UPN", "Worker"]
    extra = [NAMES[0], NAMES[1], POSTCODE, UPN, PLACEHOLDER]
    bad = [*(own[each.name] if each.kind == "identifier" else NAMES[2] for each in columns), *extra]
    bad[0] = "BADROW-KQ78"
    rows = [headings, [*own.values(), *extra], bad, [*NAMES, *NAMES]]
    return "\n".join(",".join(row) for row in rows) + "\n"


def secrets_of(dataset: str) -> list[str]:
    identifiers = [f"{each.name.upper()}-KQ77" for each in contracts()[dataset].columns() if each.kind == "identifier"]
    return [*identifiers, "KQ77", "KQ78", *NAMES, POSTCODE, UPN, PLACEHOLDER, *BIRTHS]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder in which a store was made and every file handed in through the command line, and all that was printed."""
    folder, files = tmp_path_factory.mktemp("kept"), tmp_path_factory.mktemp("files")
    (files / "board.toml").write_text(BOARD, encoding="utf-8")
    for dataset in contracts():
        (files / f"{dataset}.csv").write_text(csv_full_of_names(dataset), encoding="utf-8")
    (files / "census.xml").write_text(CENSUS, encoding="utf-8")
    store = str(folder / "store.duckdb")
    (folder / "temp").mkdir()
    printed = [_run("new", store, "--board", str(files / "board.toml"))]
    for dataset in contracts():
        asked = ["--dataset", dataset, "--agency", SENDERS.get(dataset, "council"), "--by", "data lead", "--json"]
        printed.append(_run("submit", str(files / f"{dataset}.csv"), "--store", store, *asked))
    printed.append(_run_alone(folder, "submit", str(files / "census.xml"), "--store", store, "--agency", "council"))
    printed.append(_run("show", "--store", store))
    printed.append(_run("figures", "--store", store, "--format", "json"))
    return folder, "\n".join(printed)


def _run(*arguments: str) -> str:
    """Run a command in this process. Returns all that it printed or logged."""
    printed = StringIO()
    listener = logging.StreamHandler(printed)
    logging.getLogger().addHandler(listener)
    try:
        with redirect_stdout(printed), redirect_stderr(printed):
            assert main(arguments) == 0, printed.getvalue()
    finally:
        logging.getLogger().removeHandler(listener)
    return printed.getvalue()


def _run_alone(folder: Path, *arguments: str) -> str:
    """Run a command in a process of its own in the folder, with its temporary files in there as well."""
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(folder / "temp"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "metrics.cli", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=surroundings, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


EVERYTHING = sorted({each for dataset in contracts() for each in secrets_of(dataset)} | set(OF_THE_CENSUS))


def test_the_files_were_taken_and_did_hold_all_that(sent: tuple[Path, str]) -> None:
    folder, _ = sent
    with Store.open(folder / "store.duckdb") as store, store.cursor() as cursor:
        for dataset in contracts():
            assert cursor.execute(f"select count(*) from received_{dataset}").fetchall()[0][0] > 0, dataset
    texts = [csv_full_of_names(each) for each in contracts()] + [CENSUS]
    assert all(any(secret in text for text in texts) for secret in EVERYTHING if secret not in BIRTHS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_no_byte_of_it_is_in_the_store_or_anywhere_in_its_folder(sent: tuple[Path, str], encoding: str) -> None:
    folder, _ = sent
    kept = [each for each in folder.rglob("*") if each.is_file()]
    assert {"store.duckdb", "store.duckdb.key"} <= {each.name for each in kept}
    for each in kept:
        content = each.read_bytes().lower()
        found = [secret for secret in EVERYTHING if secret.lower().encode(encoding) in content]
        assert not found, each.name


def test_no_cell_of_any_table_holds_it(sent: tuple[Path, str]) -> None:
    """The store packs its text, so the bytes alone do not prove it."""
    folder, _ = sent
    with Store.open(folder / "store.duckdb") as store, store.cursor() as cursor:
        # The calendar of working days holds every day there is.
        columns = cursor.execute(
            "select table_name, column_name, data_type from duckdb_columns() where not internal "
            "and table_name <> 'working_days'"
        ).fetchall()
        for table, name, _ in columns:
            cells = cursor.execute(f'select distinct "{name}"::varchar from {table}').fetchall()
            held = "\n".join(cell or "" for (cell,) in cells).lower()
            assert not [each for each in EVERYTHING if each.lower() in held], f"{table}.{name}"
        kinds = {name: kind for table, name, kind in columns if table.startswith("received_")}
    assert {kind for name, kind in kinds.items() if name in {"child_id", "family_id", "episode_id", "arrangement_id"}} == {
        "UUID"
    }
    assert not {"date_of_birth", "upn", "forename"} & set(kinds)


def test_nothing_of_it_was_printed(sent: tuple[Path, str]) -> None:
    """The codes that a column may hold are printed where it holds none of them: they are the contract's and not the child's."""
    _, printed = sent
    codes = {code for each in contracts().values() for column in each.columns() for code in column.codes}
    assert [each for each in EVERYTHING if each.lower() in printed.lower() and each not in codes] == []


def test_the_write_ahead_log_of_a_store_in_use_holds_nothing_of_it(tmp_path: Path) -> None:
    """A store that is killed leaves its log behind."""
    path = tmp_path / "store.duckdb"
    with Store.create(path, BOARD) as store:
        read = read_delivery(
            csv_full_of_names("cp_plans").encode(),
            agency="council",
            board=store.board,
            key=store.key,
            dataset="cp_plans",
            received_at=datetime(2026, 1, 1),
        )
        store.accept(read)
        log = path.with_name("store.duckdb.wal").read_bytes().lower()
    assert log
    assert [each for each in secrets_of("cp_plans") if each.lower().encode() in log] == []


# The keyed hash


def by_python(key: bytes, role: str, identifier: str) -> UUID:
    return UUID(hmac.new(key, f"{role}:{identifier}".encode(), hashlib.sha256).hexdigest()[:32])


@settings(max_examples=60, deadline=None)
@given(
    key=st.binary(min_size=16, max_size=64),
    role=st.sampled_from(["child_id", "family_id", "episode_id"]),
    identifier=st.text(
        alphabet=st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), min_size=1, max_size=100
    ),
)
def test_the_hash_is_hmac_sha256_of_role_and_identifier(key: bytes, role: str, identifier: str) -> None:
    found = Pseudonyms(key).of(role, pa.array([identifier, "", identifier]))
    assert found.to_pylist() == [by_python(key, role, identifier), None, by_python(key, role, identifier)]


def test_what_the_store_holds_is_that_hash(sent: tuple[Path, str]) -> None:
    folder, _ = sent
    key = read_key(folder / "store.duckdb")
    with Store.open(folder / "store.duckdb") as store, store.cursor() as cursor:
        children = {each for (each,) in cursor.execute("select child_id from received_cp_plans").fetchall()}
        families = {each for (each,) in cursor.execute("select family_id from received_cp_plans").fetchall()}
    assert by_python(key, "child_id", "CHILD_ID-KQ77") in children
    assert by_python(key, "child_id", "KIDXMLQ77") in children
    assert by_python(key, "family_id", "FAMILY_ID-KQ77") in families


def test_a_child_has_the_same_hash_in_every_file_and_another_in_another_store(sent: tuple[Path, str]) -> None:
    assert by_python(b"one key of some length", "child_id", "A1") != by_python(b"another key of length", "child_id", "A1")
    folder, _ = sent
    with Store.open(folder / "store.duckdb") as store, store.cursor() as cursor:
        shared = cursor.execute(
            "select count(*) from received_cp_plans as plan inner join received_referrals as referral "
            "on plan.child_id = referral.child_id"
        ).fetchall()[0][0]
    assert shared > 0


@pytest.mark.parametrize("key", [b"", b"short", bytes(15)])
def test_a_short_key_is_refused(key: bytes) -> None:
    with pytest.raises(ValueError, match="too short"):
        Pseudonyms(key)
