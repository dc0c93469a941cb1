"""The commands about meetings."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import BOARD


def test_meetings_are_listed_with_the_days_that_lead_to_them(tmp_path: Path, run: Run) -> None:
    board, store = tmp_path / "board.toml", tmp_path / "store.duckdb"
    board.write_text(f"meetings = [2026-12-10]\n{BOARD}", encoding="utf-8")
    assert run("new", store, "--board", board).code == 0
    assert "2 December 2026" in run("meetings", "--store", store).out
    (found,) = run("meetings", "--store", store, "--format", "json").json
    assert (found["meeting"], found["data_due"], found["period"]["label"]) == ("2026-12-10", "2026-11-20", "2026/27 Q2")


def test_a_scorecard_is_frozen_once_shown_checked_and_reissued_with_a_reason(tmp_path: Path, run: Run) -> None:
    board, store = tmp_path / "board.toml", tmp_path / "store.duckdb"
    board.write_text(f"meetings = [2026-12-10]\n{BOARD}", encoding="utf-8")
    run("new", store, "--board", board)
    here = ("2026-12-10", "--store", store)
    made = run("freeze", *here, "--by", "business manager")
    assert (made.code, "Issue 1 for the meeting of 10 December 2026" in made.out) == (0, True)
    again = run("freeze", *here, "--by", "business manager")
    assert (again.code, "frozen already" in again.err) == (1, True)
    assert "byte for byte" in run("edition", *here, "--check").out
    assert run("reissue", *here, "--by", "business manager", "--because", "a late file").code == 0
    assert "A late file." in run("edition", *here, "--changes").out
    assert (run("challenges", "--store", store).out, run("actions", "--store", store).code) == ("", 0)
    assert "--out" in run("actions", "--store", store, "--format", "xlsx").err
    assert run("actions", "--store", store, "--format", "xlsx", "--out", tmp_path / "actions.xlsx").code == 0
    assert (tmp_path / "actions.xlsx").read_bytes().startswith(b"PK")
    text = run("edition", *here, "--issue", "1", "--format", "json").out
    assert hashlib.sha256(text.encode()).hexdigest() in made.out


def test_the_minutes_of_a_meeting_are_written_as_text_and_as_files(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    board, store = tmp_path / "board.toml", tmp_path / "store.duckdb"
    board.write_text(f"meetings = [2026-12-10]\n{BOARD}", encoding="utf-8")
    run("new", store, "--board", board)
    asked = ("minutes", "--store", store, "--meeting", "2026-12-10")
    monkeypatch.setenv("SCORECARD_NOW", "2026-12-09T12:00")
    early = run(*asked)
    assert (early.code, "has not been held" in early.err) == (1, True)
    monkeypatch.setenv("SCORECARD_NOW", "2026-12-10T16:00")
    assert "No scorecard had been frozen for this meeting." in run(*asked).out
    assert "For the public" in run(*asked, "--public").out
    nowhere = run(*asked, "--format", "docx")
    assert (nowhere.code, "--out minutes-2026-12-10.docx" in nowhere.err) == (1, True)
    for kind, begins in (("docx", b"PK"), ("xlsx", b"PK"), ("ics", b"BEGIN:VCALENDAR")):
        out = tmp_path / f"minutes.{kind}"
        assert run(*asked, "--format", kind, "--out", out).code == 0
        assert out.read_bytes().startswith(begins)
