"""The page of settings in a browser: by keyboard, on four screens, in the dark, on paper, by the accessibility rules."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Axe, Visit
from tests.browser.rules import DESK, TABLET, TELEPHONE, Screen
from tests.dashboard.live import serving
from tests.dashboard.stores import copy_of, sample_store

PARTS = (
    "agencies&agency=police",
    "targets&indicator=cp_reviews_in_time",
    "priorities&priority=neglect",
    "meetings",
    "area",
    "rules",
    "history",
    "file",
)


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard of its own: a setting that is changed here is changed for nobody else."""
    with serving(copy_of(sample_store(), tmp_path_factory.mktemp("settings"))) as address:
        yield address


def settled(page: Page) -> None:
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    page.locator('[data-stale="true"]').first.wait_for(state="detached")


@pytest.mark.parametrize("part", PARTS)
def test_each_part_passes_the_rules(visit: Visit, axe: Axe, part: str) -> None:
    page = visit(f"/settings?part={part}", wait_for=".page h2")
    assert axe(page) == []


@pytest.mark.parametrize(("screen", "dark"), [(TELEPHONE, False), (TABLET, True)])
def test_a_form_fits_a_narrow_screen(visit: Visit, axe: Axe, screen: Screen, dark: bool) -> None:
    page = visit("/settings?part=agencies&agency=police", screen=screen, dark=dark, wait_for=".page h2")
    assert page.evaluate("document.documentElement.scrollWidth") <= screen.width
    assert axe(page) == []


def test_a_target_is_changed_by_the_keyboard_alone(visit: Visit, axe: Axe) -> None:
    page = visit("/settings?part=targets&indicator=cp_visits_in_time", screen=DESK, wait_for=".page h2")
    field = page.get_by_label("Target, in the board's words", exact=True)
    field.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What would change").wait_for(timeout=60_000)
    settled(page)
    assert "Children on a child protection plan seen" in page.get_by_role("region", name="Lines of the scorecard").inner_text()
    assert axe(page) == []
    page.get_by_label("Your role").focus()
    page.keyboard.type("business manager")
    page.keyboard.press("Tab")
    page.keyboard.type("agreed in June")
    page.keyboard.press("Enter")
    page.get_by_text("1 setting changed. The history has it.").wait_for(timeout=60_000)
    page.goto(page.url.split("?")[0] + "?part=history")
    table = page.get_by_role("region", name="Every change of the settings")
    table.wait_for()
    page.emulate_media(media="print")
    said = table.inner_text()
    assert "business manager: Agreed in June." in said
    assert re.search(r"\b90\s+20\b", said)
