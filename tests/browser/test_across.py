"""The page across agencies in a browser."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, TABLET, TELEPHONE, Axe, Screen, Visit
from tests.dashboard.stores import PERIOD

ACROSS = f"/across?period={quote(PERIOD)}"


@pytest.mark.parametrize(("screen", "dark"), [(DESK, False), (TELEPHONE, True)], ids=["desk", "telephone_in_the_dark"])
def test_the_accessibility_rules_find_nothing(visit: Visit, axe: Axe, screen: Screen, dark: bool) -> None:
    assert axe(visit(ACROSS, wait_for=".page", screen=screen, dark=dark)) == []


@pytest.mark.parametrize("screen", [TABLET, TELEPHONE], ids=["tablet", "telephone"])
def test_nothing_is_wider_than_the_screen(visit: Visit, screen: Screen) -> None:
    page = visit(ACROSS, wait_for=".page", screen=screen)
    assert page.locator('[data-testid="stMain"]').evaluate("each => each.scrollWidth - each.clientWidth") == 0


def test_the_leak_stands_first_and_each_part_is_one_click_away(visit: Visit) -> None:
    page = visit(ACROSS, wait_for=".page")
    expect(page.get_by_role("heading", level=1)).to_contain_text("the largest leak")
    page.get_by_role("link", name="One fact, two agencies").click()
    expect(page.get_by_role("heading", name="One fact, two agencies")).to_be_in_viewport()
