"""The states of sending data in a browser: files to send, and the presses that lead to each state."""

import csv
from pathlib import Path

from playwright.sync_api import Page

from sample_data.generate import sample_files
from tests.intake.own_extracts import POLICE

SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
WRONG = ((4, "start_date", "31/31/2026"), (11, "category", "NEGLECT"), (30, "category", ""), (52, "end_date", "01/01/2001"))
"""What is wrong with the plans that are sent again: row, column, and what stands in the cell."""
PATIENCE = 120_000
"""Milliseconds: on a busy machine a large file is read and counted in a minute."""


def settled(page: Page) -> None:
    page.wait_for_timeout(250)
    page.locator(SETTLED).wait_for(timeout=PATIENCE)


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


def plans_again(folder: Path) -> Path:
    """The sample council's newest file of child protection plans, sent again: two plans are gone, a few cells are wrong."""
    file = folder / "cp_plans.csv"
    if not file.exists():
        newest = max((each for each in sample_files() if each.dataset == "cp_plans"), key=lambda each: each.received_at)
        heading, *rows = csv.reader(newest.content.decode().splitlines())
        for row, name, cell in WRONG:
            rows[row][heading.index(name)] = cell
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([heading, *rows[:-2]])
    return file


def to_the_top(page: Page, heading: str) -> None:
    """Put a heading at the top of the window."""
    page.get_by_role("heading", name=heading).evaluate("each => each.scrollIntoView({block: 'start'})")
    page.mouse.wheel(0, -70)  # the page's own navigation stands over its top
