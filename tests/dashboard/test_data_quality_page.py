"""The data quality page: each agency's score over time, its files with what was said of them, and those refused."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from metrics.store import Store, key_path
from metrics.taking.deciding import refuse, take
from tests.conftest import csv_of
from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import empty_store, partial_store
from tests.intake.reading import delivery_of

opened = pytest.fixture(opener("data_quality"))
WORSE = "child_id | start_date | end_date | category | previous_plans\nC1 | 2026-05-01 | | NEG | 0\nC2 | 2026-05-02 | | |"
OTHER = "child_id | start_date | category | previous_plans\nC3 | 2026-05-03 | NEG | 0"


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """Three files: one from before, one taken with a note and a reason, one refused."""
    copied = tmp_path / "judged.duckdb"
    shutil.copy(partial_store(), copied)
    shutil.copy(key_path(partial_store()), key_path(copied))
    with Store.open(copied) as store:
        for table, at in ((WORSE, datetime(2026, 11, 1)), (OTHER, datetime(2026, 11, 2))):
            read = delivery_of(
                csv_of("cp_plans", table), dataset="cp_plans", covers_from=date(2026, 1, 1), as_at=date(2026, 9, 30)
            )
            delivery = read.model_copy(update={"received_at": at})
            if table is WORSE:
                take(store, delivery, note="Two plans <b>only</b>.", reason="The first file had the wrong year.")
            else:
                refuse(store, delivery, note="Not the whole file.")
    return copied


def test_the_newest_score_and_those_before_it_stand_in_one_line(opened: Open, judged: Path) -> None:
    page = html(opened(judged))
    assert "50.0%" in page
    assert "n = 2" in page
    assert "none received" in page  # the police
    assert "Two plans" not in page  # the files stand with their agency


def test_an_agencys_files_stand_with_their_problems_note_and_reason(opened: Open, judged: Path) -> None:
    page = html(opened(judged, agency="council"))
    assert "category is empty (1)" in page or "category is empty" in page
    assert "Two plans &lt;b&gt;only&lt;/b&gt;." in page
    assert "The first file had the wrong year." in page
    assert "Not the whole file." in page


def test_a_store_without_a_file_says_so(opened: Open) -> None:
    page = html(opened(empty_store(), agency="council"))
    assert "Nothing has been received." in page
    assert "No file was refused." in page
