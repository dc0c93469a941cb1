"""The commands about meetings."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.conftest import BOARD


def test_meetings_are_listed_with_the_days_that_lead_to_them(tmp_path: Path, run: Run) -> None:
    board, store = tmp_path / "board.toml", tmp_path / "store.duckdb"
    board.write_text(f"meetings = [2026-12-10]\n{BOARD}", encoding="utf-8")
    assert run("new", store, "--board", board).code == 0
    assert "2 December 2026" in run("meetings", "--store", store).out
    (found,) = run("meetings", "--store", store, "--format", "json").json
    assert (found["meeting"], found["data_due"], found["period"]["label"]) == ("2026-12-10", "2026-11-20", "2026/27 Q2")
