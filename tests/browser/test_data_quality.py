"""Data quality in a browser: one line for each agency, and the files of one."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, TELEPHONE, Screen, Visit


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("screen", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_the_accessibility_rules_find_nothing(
    visit: Visit, axe: Callable[[Page], list[str]], screen: Screen, dark: bool
) -> None:
    page = visit("/data_quality?agency=council", screen=screen, dark=dark, wait_for=".page h2")
    assert axe(page) == []
    assert page.locator('[data-testid="stMain"]').evaluate("each => each.scrollWidth - each.clientWidth") == 0


def test_an_agency_leads_to_its_files(visit: Visit) -> None:
    page = visit("/data_quality", wait_for=".page table")
    page.get_by_role("link", name="Marlow Vale Police").click()
    expect(page.get_by_role("heading", name="Marlow Vale Police")).to_be_visible()
