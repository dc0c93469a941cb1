"""Spec: what a sheet's words mean is asked once, in a file to fill in, and remembered for the agency."""

import tomllib
from pathlib import Path

import pytest

from metrics.store import Store
from metrics.submission import Refused
from metrics.wide.meanings import read_meanings
from metrics.wide.proposal import Unconfirmed
from tests.cli.conftest import Run, place, run
from tests.wide.conftest import confirmed, read, says
from tests.wide.drawing import Value, workbook

__all__ = ["place", "run"]
ROWS: list[list[Value]] = [
    ["Indicator", "Q1 2026/27", "Q2 2026/27"],
    ["No. of referrals to CSC", 5.0, "n/a"],
    ["Staff morale", 3.0, 4.0],
]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    (tmp_path / "board.xlsx").write_bytes(workbook(Board=ROWS))
    return tmp_path / "board.xlsx"


def test_the_command_line_says_what_is_open_and_writes_a_file_to_fill_in(run: Run, place: Path, sheet: Path) -> None:
    done = run("submit", sheet, "--store", place, "--agency", "council")
    assert done.code == 1
    assert "Still to be confirmed: 3 names and words of this sheet." in done.out
    assert "row 'No. of referrals to CSC': most probably Referrals to children's social care" in done.out
    assert "row 'Staff morale': not known" in done.out
    mapping = tomllib.loads(sheet.with_name("board.mapping.toml").read_text(encoding="utf-8"))
    assert mapping == {
        "names": {"No. of referrals to CSC": "referrals", "Staff morale": ""},
        "words": {"n/a": "not_collected"},
    }
    with Store.open(place) as store, store.cursor() as cursor:
        assert cursor.execute("select count(*) from submissions").fetchall() == [(0,)]


def test_with_the_file_filled_in_it_goes_through_and_is_not_asked_again(run: Run, place: Path, sheet: Path) -> None:
    run("submit", sheet, "--store", place, "--agency", "council")
    mapping = sheet.with_name("board.mapping.toml")
    mapping.write_text(mapping.read_text(encoding="utf-8").replace('morale" = ""', 'morale" = "not ours"'), encoding="utf-8")
    done = run("submit", sheet, "--store", place, "--agency", "council", "--mapping", mapping)
    assert (done.code, done.out.splitlines()[0]) == (0, "Accepted: 2 rows.")
    sheet.write_bytes(workbook(Board=[*ROWS[:2], ["STAFF  MORALE", 9.0, 9.0]]))
    assert run("submit", sheet, "--store", place, "--agency", "council").out.startswith("Accepted: 2 rows.")
    sheet.write_bytes(workbook(Board=[ROWS[0], ["No. of referrals to CSC", 6.0, "n/a"], ROWS[2]]))
    corrected = ("--reason", "One was entered late")
    assert run("submit", sheet, "--store", place, "--agency", "council", *corrected).out.startswith("Accepted: 2 rows.")


def test_another_agency_is_asked_for_itself(run: Run, place: Path, sheet: Path) -> None:
    (sheet.with_name("filled.toml")).write_text(
        '[names]\n"No. of referrals to CSC" = "referrals"\n"Staff morale" = "not ours"\n[words]\n"n/a" = "late"'
    )
    assert run("submit", sheet, "--store", place, "--agency", "council", "--mapping", sheet.with_name("filled.toml")).code == 0
    assert run("submit", sheet, "--store", place, "--agency", "police").code == 1


def test_a_file_that_was_begun_is_not_written_over(run: Run, place: Path, sheet: Path) -> None:
    begun = sheet.with_name("board.mapping.toml")
    begun.write_text("# mine", encoding="utf-8")
    assert "which was left as it is" in run("submit", sheet, "--store", place, "--agency", "council").out
    assert begun.read_text(encoding="utf-8") == "# mine"


def test_what_was_filled_in_stays_when_more_is_asked(run: Run, place: Path, sheet: Path) -> None:
    half = sheet.with_name("half.toml")
    half.write_text('[names]\n"No. of referrals to CSC" = "Referrals"\n', encoding="utf-8")
    assert run("submit", sheet, "--store", place, "--agency", "council", "--mapping", half).code == 1
    assert tomllib.loads(half.read_text(encoding="utf-8"))["names"] == {
        "No. of referrals to CSC": "referrals",
        "Staff morale": "",
    }


def test_a_script_is_told_the_same(run: Run, place: Path, sheet: Path) -> None:
    found = run("submit", sheet, "--store", place, "--agency", "council", "--json").json
    assert found["status"] == "unconfirmed"
    assert [(each["kind"], each["means"]) for each in found["questions"]] == [
        ("names", "referrals"),
        ("names", ""),
        ("words", "not_collected"),
    ]


@pytest.mark.parametrize(
    "text",
    ['[names]\n"a" = "of my own making"', '[words]\n"n/a" = "soon"', '[columns]\n"Q1" = "spring"', "[names", "[names]\na = 1"],
)
def test_a_file_that_means_nothing_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Refused, match="The mapping file"):
        read_meanings(text)


def test_what_was_written_is_kept_as_a_keyed_hash(store: Store) -> None:
    content = workbook(Board=[*ROWS, ["Quokkafeather", 1.0, 1.0]])
    store.remember("council", confirmed(content, store))
    with store.cursor() as cursor:
        held = str(cursor.execute("select * from sheet_meanings").fetchall())
    assert "not ours" in held
    assert "uokka" not in held
    assert "eferrals to" not in held


def test_a_sheet_with_another_meaning_is_another_return(store: Store) -> None:
    content = workbook(Board=ROWS)
    first = confirmed(content, store)
    store.accept(read(store, content, first))
    other = first.model_copy(update={"names": {**first.names, "Staff morale": "cp_plans_open"}})
    store.accept(read(store, content, other))
    assert {each[0] for each in says(read(store, content, other))} == {"referrals", "cp_plans_open"}


def test_nothing_is_taken_before_it_is_confirmed(store: Store) -> None:
    with pytest.raises(Unconfirmed) as asked:
        read(store, workbook(Board=ROWS))
    assert [each.written for each in asked.value.proposal.open] == ["No. of referrals to CSC", "Staff morale", "n/a"]
