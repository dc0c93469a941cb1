"""The command line takes the returns that councils make: it asks for the day that they do not say, and takes several tables."""

from pathlib import Path

import pytest

from tests.cli.conftest import Done, Run
from tests.intake.test_ssda903 import EPISODES, HEADER, episode


@pytest.fixture
def submit(run: Run, place: Path) -> Run:
    def submit(*arguments: object) -> Done:
        return run("submit", *arguments, "--store", place, "--agency", "council")

    return submit


def tables(folder: Path) -> list[str]:
    written = {
        "episodes.csv": f"{EPISODES}\n{episode('01/05/2017')}\n",
        "header.csv": f"{HEADER}\nA1,2,01/06/2010,WBRI,,,\n",
    }
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / each) for each in written]


def test_the_day_is_asked_for_and_nothing_is_taken_until_it_is_said(submit: Run, tmp_path: Path) -> None:
    given = tables(tmp_path)
    asked = submit(*given)
    assert asked.code == 1
    assert "Most probably it is 31/03/2018" in asked.err
    told = submit(*given, "--json").json
    assert (told["status"], told["as_at"]) == ("undated", "2018-03-31")
    taken = submit(*given, "--as-at", "2018-03-31", "--json").json
    assert [each["dataset"] for each in taken["datasets"]] == ["looked_after_periods", "placements"]
    assert taken["format"] == "ssda903"


def test_the_same_tables_in_another_order_are_the_same_file(submit: Run, tmp_path: Path) -> None:
    given = tables(tmp_path)
    assert submit(*given, "--as-at", "2018-03-31").code == 0
    assert "already received" in submit(*reversed(given), "--as-at", "2018-03-31").out
