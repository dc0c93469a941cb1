"""The commands about settings: show, export, import, history."""

from pathlib import Path

from tests.cli.conftest import Run


def test_settings_are_exported_and_reading_them_in_again_changes_nothing(place: Path, tmp_path: Path, run: Run) -> None:
    text = run("settings", "export", "--store", place).out
    file = tmp_path / "again.toml"
    file.write_text(text, encoding="utf-8")
    assert "Nothing is different" in run("settings", "import", file, "--store", place, "--by", "manager").out
    assert run("settings", "export", "--store", place).out == text


def test_a_file_is_shown_first_and_kept_with_a_role(place: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "new.toml"
    text = run("settings", "export", "--store", place).out.replace("clear_days = 5", "clear_days = 7")
    file.write_text(text, encoding="utf-8")
    shown = run("settings", "import", file, "--store", place)
    assert "clock.clear_days  Clock: clear days before the meeting: 5 -> 7" in shown.out
    assert "no lines would differ" in shown.out
    assert "Nothing has been kept. To keep it, say in which role: --by ROLE" in shown.out
    assert "clear_days = 5" in run("settings", "export", "--store", place).out
    kept = run("settings", "import", file, "--store", place, "--by", "business manager", "--because", "later papers")
    assert (kept.code, "Kept: 1 change." in kept.out) == (0, True)
    newest, first = run("settings", "history", "--store", place, "--format", "json").json
    assert (newest["set_by"], newest["because"], newest["version"], first["changes"]) == (
        "business manager",
        "later papers",
        2,
        [],
    )
    assert newest["changes"] == [
        {"place": "clock.clear_days", "what": "Clock: clear days before the meeting", "old": "5", "new": "7"}
    ]
    told = run("settings", "history", "--store", place).out
    assert "business manager: version 2. Later papers.\n  clock.clear_days" in told
    assert "clear_days = 5" in run("settings", "export", "--store", place, "--known-at", "2020-01-01").out


def test_a_wrong_file_is_refused_with_its_place_and_nothing_is_changed(place: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(run("settings", "export", "--store", place).out.replace("clear_days", "clear_day"), encoding="utf-8")
    refused = run("settings", "import", file, "--store", place, "--by", "manager")
    assert (refused.code, "[clock], clear_day: there is no such setting. Was clear_days meant?" in refused.err) == (1, True)
    assert "version 2" not in run("settings", "history", "--store", place).out


def test_settings_are_shown_in_words(place: Path, run: Run) -> None:
    assert "Clock: clear days before the meeting: 5" in run("settings", "show", "--store", place).out
    rows = run("settings", "show", "--store", place, "--format", "json").json
    assert {"place": "area.code", "what": "Area: code of the local authority", "value": "899"} in rows
