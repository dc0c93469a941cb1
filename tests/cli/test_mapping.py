"""Spec: an extract of an agency's own system on the command line: proposed in a file, confirmed by sending it with that."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, place, run
from tests.intake.own_extracts import NAMES, POLICE

__all__ = ["place", "run"]


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    (tmp_path / "export.csv").write_text(POLICE, encoding="utf-8")
    return tmp_path / "export.csv"


def test_it_is_refused_proposed_confirmed_and_then_taken_without_asking(
    run: Run, place: Path, extract: Path, tmp_path: Path
) -> None:
    sent = ("submit", extract, "--store", place, "--agency", "police")
    refused = run(*sent)
    assert refused.code == 1
    assert "scorecard mapping propose FILE --agency ID --out FILE.toml" in refused.err
    out = tmp_path / "map.toml"
    done = run("mapping", "propose", extract, "--store", place, "--agency", "police", "--out", out)
    assert done.code == 0
    assert (
        "4 rows under headings of its sender's own, most probably missing episodes: 6 of its 8 columns were found." in done.out
    )
    assert [each for each in NAMES if each in done.out + out.read_text(encoding="utf-8")] == []
    assert run(*sent, "--mapping", out, "--by", "data lead").out.startswith("Accepted: 4 rows.")
    extract.write_text(POLICE.replace("2026", "2025"), encoding="utf-8")
    assert run(*sent).out.startswith("Accepted: 4 rows.")


def test_a_proposal_is_not_written_over_another_file(run: Run, place: Path, extract: Path, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text("mine", encoding="utf-8")
    done = run("mapping", "propose", extract, "--store", place, "--agency", "police", "--out", tmp_path / "map.toml")
    assert done.code == 1
    assert "There is already a file" in done.err


def test_what_is_no_table_of_records_is_said(run: Run, place: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.csv").write_text("Dear all,\nno data this time.\n", encoding="utf-8")
    done = run(
        "mapping", "propose", tmp_path / "letter.csv", "--store", place, "--agency", "police", "--out", tmp_path / "m.toml"
    )
    assert done.code == 1
    assert "no table of records" in done.err


def test_a_refused_extract_is_not_remembered(run: Run, place: Path, extract: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.toml"
    run("mapping", "propose", extract, "--store", place, "--agency", "police", "--out", out)
    extract.write_text("\n".join(POLICE.splitlines()[:2]) + "\n,,,,,,,,,,,,,\n", encoding="utf-8")
    assert run("submit", extract, "--store", place, "--agency", "police", "--mapping", out).code == 1
    extract.write_text(POLICE, encoding="utf-8")
    assert run("submit", extract, "--store", place, "--agency", "police").code == 1
