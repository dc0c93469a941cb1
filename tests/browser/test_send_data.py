"""Sending a file in a browser, from the choice of the agency to the receipt."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Everywhere, Visit
from tests.conftest import csv_of

PLANS = (
    "child_id | start_date | end_date | category\nC1 | 2026-05-01 | | NEG\nC2 | 2026-06-01 | 2026-08-01 | NEG\n"
    "C3 | 2026-31-31 | | NEG"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "plans.csv"
    made.write_bytes(csv_of("cp_plans", PLANS))
    return made


def send(page: Page, file: Path) -> None:
    page.get_by_role("combobox", name="Agency").click()
    page.get_by_role("option", name="Marlow Vale Council").click()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("heading", name="What would change").wait_for()
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def test_the_accessibility_rules_find_nothing_before_and_after_a_file(visit: Visit, everywhere: Everywhere, file: Path) -> None:
    page = visit("/send_data", wait_for=".page h1")
    assert everywhere(page) == []
    send(page, file)
    assert everywhere(page) == []


def test_problems_can_be_taken_away_as_a_csv(visit: Visit, file: Path) -> None:
    page = visit("/send_data", wait_for=".page h1")
    send(page, file)
    expect(page.get_by_role("rowheader", name="4", exact=True)).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download all problems as CSV").click()
    assert taken.value.suggested_filename == "problems.csv"


def test_a_template_can_be_taken_away(visit: Visit) -> None:
    page = visit("/send_data", wait_for=".page h1")
    page.get_by_text("Templates: which columns are read").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download the template").click()
    assert taken.value.suggested_filename.endswith(".csv")
