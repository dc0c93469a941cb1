"""Filling in the form in a browser, with the keyboard alone, from the first field to the receipt."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from metrics.store import Store
from tests.browser.conftest import Everywhere, Visit
from tests.conftest import BOARD
from tests.dashboard.live import serving

RETURNING = BOARD.replace('id = "police"', 'id = "police"\nreturns = ["missing_episodes", "assessments_within_45_days"]')
FORM = "/fill_in?agency=police&period=2025%2F26+Q4"


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on whose board the police return figures."""
    path = tmp_path_factory.mktemp("served") / "store.duckdb"
    Store.create(path, RETURNING).close()
    with serving(path) as address:
        yield address


def settled(page: Page) -> None:
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def test_the_accessibility_rules_find_nothing_before_and_after_a_fault(visit: Visit, everywhere: Everywhere) -> None:
    page = visit(FORM, wait_for=".page h2")
    assert everywhere(page) == []
    page.get_by_role("spinbutton").nth(1).fill("5")
    page.get_by_role("spinbutton").nth(2).fill("4")
    page.keyboard.press("Tab")
    page.get_by_text("A share is part of its whole").wait_for()
    settled(page)
    assert everywhere(page) == []


def test_the_whole_form_can_be_filled_in_and_sent_with_the_keyboard(visit: Visit) -> None:
    page = visit(FORM, wait_for=".page h2")
    page.get_by_role("spinbutton").first.focus()
    page.keyboard.type("12")
    page.keyboard.press("Tab")
    for place, number in ((1, "3"), (2, "4")):
        reached(page, page.get_by_role("spinbutton").nth(place))
        page.keyboard.type(number)
    page.keyboard.press("Tab")
    page.get_by_text("2 of 2 figures filled in.").wait_for()
    reached(page, page.get_by_role("button", name="Send to the board"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Received, thank you")).to_be_visible()


def reached(page: Page, place: object) -> None:
    """Press Tab until the focus is there."""
    for _ in range(40):
        if place.evaluate("each => each === document.activeElement"):  # type: ignore[attr-defined]
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard does not get there")
