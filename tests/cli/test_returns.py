"""Spec: the sheet of an agency, its way in, and its figures, on the command line."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import BOARD


@pytest.fixture
def returning(tmp_path: Path, run: Run) -> Path:
    """A store on whose board the police return two figures."""
    text = BOARD.replace('id = "police"', 'id = "police"\nreturns = ["missing_episodes", "referrals"]')
    (tmp_path / "board.toml").write_text(text, encoding="utf-8")
    assert run("new", tmp_path / "store.duckdb", "--board", tmp_path / "board.toml").code == 0
    return tmp_path / "store.duckdb"


def sheet(run: Run, store: Path) -> list[dict[str, str]]:
    done = run("template", "returns", "--agency", "police", "--period", "2025/26 Q4", "--store", store)
    assert (done.code, done.err) == (0, "")
    return list(csv.DictReader(StringIO(done.out)))


def test_the_template_has_every_column_and_an_example(run: Run) -> None:
    rows = list(csv.DictReader(StringIO(run("template", "returns").out)))
    assert list(rows[0]) == [
        "indicator", "period", "group_by", "group", "numerator", "denominator", "value", "status", "note", "area",
    ]  # fmt: skip
    assert "nil_return" in run("template", "returns", "--describe").out


def test_the_sheet_of_an_agency_names_what_it_is_to_return(run: Run, returning: Path) -> None:
    rows = sheet(run, returning)
    assert [(each["period"], each["area"], each["numerator"]) for each in rows] == [("Q4 2025/26", "899", "")] * 2


def test_a_sheet_that_was_filled_in_is_taken_and_counted(run: Run, returning: Path, tmp_path: Path) -> None:
    rows = sheet(run, returning)
    rows[0]["numerator"], rows[1]["status"] = "12", "nil_return"
    text = StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    (tmp_path / "sheet.csv").write_text(text.getvalue(), encoding="utf-8")
    done = run("submit", tmp_path / "sheet.csv", "--agency", "police", "--store", returning, "--received", "2026-04-20")
    assert "Accepted: 2 rows." in done.out
    asked = ("--store", returning, "--format", "json", "--period", "2025/26 Q4", "--indicator", "referrals")
    (found,) = run("figures", *asked).json
    assert (found["value"], found["state"]) == (None, "nil_return")
    assert "nil return" in run("figures", *asked[:2], *asked[4:]).out
    (by_agency,) = run("figures", *asked[:-1], "missing_episodes", "--by", "agency").json
    assert (by_agency["group"], by_agency["value"]) == ("Testbridge Police", 12)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (("returns", "--agency", "council"), "names no indicator that Testbridge Council returns"),
        (("returns", "--agency", "fire"), "There is no agency called fire"),
        (("referrals", "--agency", "police"), "Only the template returns is filled in for an agency"),
    ],
)
def test_a_sheet_that_cannot_be_made_is_refused_in_a_sentence(
    run: Run, returning: Path, asked: tuple[str, ...], sentence: str
) -> None:
    done = run("template", *asked, "--store", returning)
    assert done.code == 1
    assert sentence in done.err
