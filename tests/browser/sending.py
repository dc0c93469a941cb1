"""The states of sending data in a browser: files to send, and the presses that lead to each state."""

from pathlib import Path

from playwright.sync_api import Page

from tests.conftest import csv_of
from tests.intake.own_extracts import POLICE

SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def settled(page: Page) -> None:
    page.wait_for_timeout(250)
    page.locator(SETTLED).wait_for()


def choose(page: Page, agency: str) -> None:
    page.get_by_role("combobox", name="Agency").click()
    page.get_by_role("option", name=agency, exact=True).click()
    settled(page)


def drop(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text(file.name).first.wait_for()
    settled(page)


def send(page: Page, agency: str, file: Path) -> None:
    choose(page, agency)
    drop(page, file)


def own_extract(folder: Path) -> Path:
    """A police export, under its own headings, as of the sample's last quarter."""
    file = folder / "misper_export.csv"
    months = {"/04/2026": "/07/2026", "/05/2026": "/08/2026", "/06/2026": "/09/2026"}
    text = POLICE.replace("April to June", "July to September")
    for before, after in months.items():
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")
    return file


def plans(folder: Path, table: str, name: str = "plans.csv") -> Path:
    file = folder / name
    file.write_bytes(csv_of("cp_plans", table))
    return file
