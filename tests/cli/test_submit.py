"""Spec: making a store, writing templates, handing in files."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from metrics.board import read_board
from metrics.datasets import contract, contracts
from metrics.store import Store
from tests.cli.conftest import MONTH, PLANS, Run
from tests.conftest import BOARD, ROOT, SENDERS

PROBLEM_KEYS = {"dataset", "place", "row", "field", "rule", "severity", "sentence"}


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    (tmp_path / "plans.csv").write_text(PLANS, encoding="utf-8")
    return tmp_path / "plans.csv"


# new


def test_new_makes_a_store_and_its_key_and_says_so(place: Path) -> None:
    assert place.exists()
    assert stat.S_IMODE(place.with_name("store.duckdb.key").stat().st_mode) == 0o600


def test_new_does_not_write_over_a_store(run: Run, place: Path, tmp_path: Path) -> None:
    again = run("new", place, "--board", tmp_path / "board.toml")
    assert again.code == 1
    assert again.err.startswith("There is already a store at")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name = ", "not valid TOML"),
        ('name = "A"', "The board file cannot be used: area: it is missing. Write it"),
        (BOARD.replace('"cp_plans", ', '"plans", '), "plans: no such dataset. The datasets are: "),
        (BOARD + '[settings]\ntwo_years = "three"\n', "[settings], two_years: it has to be one of"),
    ],
)
def test_new_says_what_is_wrong_with_a_board(run: Run, tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "board.toml").write_text(text, encoding="utf-8")
    done = run("new", tmp_path / "store.duckdb", "--board", tmp_path / "board.toml")
    assert (done.code, done.out) == (1, "")
    assert sentence in done.err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["board.toml"]


def test_new_without_its_board_file(run: Run, tmp_path: Path) -> None:
    done = run("new", tmp_path / "store.duckdb", "--board", tmp_path / "none.toml")
    assert done.code == 1
    assert "none.toml cannot be used: No such file or directory." in done.err


# template


@pytest.mark.parametrize("dataset", list(contracts()))
def test_a_template_as_it_comes_is_taken(run: Run, place: Path, tmp_path: Path, dataset: str) -> None:
    template = run("template", dataset)
    assert template.out.splitlines()[0].split(",") == [each.name for each in contract(dataset).columns()]
    (tmp_path / "filled_in.csv").write_text(template.out, encoding="utf-8")
    done = run("submit", tmp_path / "filled_in.csv", "--store", place, "--agency", SENDERS.get(dataset, "council"), "--json")
    assert done.code == 0, done.err
    assert [(each["dataset"], each["rows_read"], each["rows_kept"]) for each in done.json["datasets"]] == [(dataset, 1, 1)]
    assert done.json["problems"] == []


@pytest.mark.parametrize("dataset", list(contracts()))
def test_a_template_is_described_in_words(run: Run, dataset: str) -> None:
    described = run("template", dataset, "--describe").out
    for each in contract(dataset).columns():
        assert f"{each.name} ({'required' if each.required else 'may be empty'}): {each.description}" in described
        assert all(f"{code} = {meaning}" in described for code, meaning in each.codes.items())


def test_the_example_board_can_be_used_as_it_comes(run: Run, tmp_path: Path) -> None:
    text = run("template", "board").out
    assert read_board(text).agencies
    (tmp_path / "board.toml").write_text(text, encoding="utf-8")
    assert run("new", tmp_path / "store.duckdb", "--board", tmp_path / "board.toml").code == 0


def test_a_template_that_does_not_exist(run: Run) -> None:
    assert run("template", "plans").code == 2


# submit


def test_submit_says_what_was_taken(run: Run, place: Path, plans: Path) -> None:
    done = run("submit", plans, "--store", place, "--agency", "council", *MONTH)
    assert done.code == 0
    assert done.out.splitlines()[0] == "Accepted: 3 rows."
    assert "Child protection plans: 3 of 3 rows kept, for 1 April 2024 to 31 March 2025." in done.out


def test_submit_answers_as_json(run: Run, place: Path, tmp_path: Path) -> None:
    (tmp_path / "plans.csv").write_text(PLANS + "A4,F3,no day,,NEG,0\n", encoding="utf-8")
    answer = run("submit", tmp_path / "plans.csv", "--store", place, "--agency", "council", "--json", *MONTH).json
    assert set(answer) == {
        "status",
        "sentence",
        "agency",
        "format",
        "content_hash",
        "datasets",
        "not_supplied",
        "notes",
        "problems",
    }
    assert (answer["status"], answer["agency"], answer["format"]) == ("accepted", "council", "csv")
    assert answer["sentence"] == "Accepted: 3 rows; 1 row left out."
    assert answer["datasets"] == [
        {
            "dataset": "cp_plans",
            "rows_read": 4,
            "rows_kept": 3,
            "covers_from": "2024-04-01",
            "covers_to": "2025-03-31",
            "as_at": "2025-03-31",
            "problems": {"block": 1},
        }
    ]
    assert [set(each) for each in answer["problems"]] == [PROBLEM_KEYS]
    assert answer["problems"][0]["row"] == 5
    assert "no day" not in json.dumps(answer)


def test_submit_the_same_file_again_is_no_fault(run: Run, place: Path, plans: Path) -> None:
    asked = ["submit", plans, "--store", place, "--agency", "council", *MONTH]
    run(*asked)
    again = run(*asked, "--json")
    assert again.code == 0
    assert set(again.json) == {"status", "sentence"}
    assert again.json["status"] == "already_received"
    assert "Nothing has changed" in run(*asked).out


def test_submit_refuses_with_a_sentence_and_changes_nothing(run: Run, place: Path, tmp_path: Path) -> None:
    (tmp_path / "book.csv").write_bytes(b"PK\x03\x04")
    done = run("submit", tmp_path / "book.csv", "--store", place, "--agency", "council", "--json")
    assert done.code == 1
    assert done.json["status"] == "refused"
    assert "The workbook is damaged" in done.json["sentence"]
    assert done.err.strip() == done.json["sentence"]
    with Store.open(place) as store, store.cursor() as cursor:
        assert cursor.execute("select count(*) from submissions").fetchall() == [(0,)]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"agency": "fire_brigade"},
            "There is no agency called fire_brigade on this board. The agencies are: council, police",
        ),
        ({"store": "none.duckdb"}, "There is no store at"),
        ({"file": "none.csv"}, "none.csv cannot be used: No such file or directory."),
        ({"dataset": "plans"}, "There is no dataset called plans. The datasets are: "),
        ({"dataset": "referrals"}, "As referrals the file lacks: referral_date."),
    ],
)
def test_submit_says_what_is_wrong_with_the_command(
    run: Run, place: Path, plans: Path, changed: dict[str, str], sentence: str
) -> None:
    asked = {"file": str(plans), "store": str(place), "agency": "council", "dataset": "cp_plans"} | changed
    done = run("submit", asked.pop("file"), *(word for name, value in asked.items() for word in (f"--{name}", value)))
    assert done.code == 1
    assert sentence in done.err
    assert "Traceback" not in done.err


def test_submit_a_folder_is_refused(run: Run, place: Path, tmp_path: Path) -> None:
    done = run("submit", tmp_path, "--store", place, "--agency", "council")
    assert done.code == 1
    assert "cannot be used" in done.err


@pytest.mark.parametrize("option", ["--as-at", "--covers-from", "--received"])
def test_a_day_that_is_none_is_refused_with_how_to_write_it(run: Run, place: Path, plans: Path, option: str) -> None:
    done = run("submit", plans, "--store", place, "--agency", "council", option, "yesterday")
    assert done.code == 2
    assert "Write it as 2026-0" in done.err


def test_the_store_may_be_named_by_the_environment(run: Run, place: Path, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCORECARD_STORE", str(place))
    assert run("submit", plans, "--agency", "council", *MONTH).code == 0
    monkeypatch.delenv("SCORECARD_STORE")
    assert "SCORECARD_STORE" in run("submit", plans, "--agency", "council").err


def test_a_store_in_use_is_said_without_a_traceback(place: Path) -> None:
    command = [sys.executable, "-m", "metrics.cli", "show", "--store", str(place)]
    with Store.open(place):
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "in use by another program" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_nil_return_is_taken_when_its_days_are_said(run: Run, place: Path, tmp_path: Path) -> None:
    (tmp_path / "nil.csv").write_text(PLANS.splitlines()[0], encoding="utf-8")
    asked = ["submit", tmp_path / "nil.csv", "--store", place, "--agency", "council"]
    assert "nil return" in run(*asked).err
    done = run(*asked, *MONTH)
    assert (done.code, done.out.splitlines()[0]) == (0, "Accepted: 0 rows.")
