"""The page of the board's priorities in a browser."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, TABLET, TELEPHONE, Axe, Screen, Visit
from tests.dashboard.stores import PERIOD

PRIORITIES = f"/priorities?period={quote(PERIOD)}"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("screen", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_the_accessibility_rules_find_nothing(visit: Visit, axe: Axe, screen: Screen, dark: bool) -> None:
    assert axe(visit(PRIORITIES, screen=screen, dark=dark)) == []


@pytest.mark.parametrize("screen", [TABLET, TELEPHONE], ids=["tablet", "telephone"])
def test_nothing_is_wider_than_the_screen(visit: Visit, screen: Screen) -> None:
    page = visit(PRIORITIES, screen=screen)
    assert page.locator('[data-testid="stMain"]').evaluate("each => each.scrollWidth - each.clientWidth") == 0
    assert page.get_by_label("Period").bounding_box()["width"] > 60  # type: ignore[index]


def test_all_of_it_stands_in_the_first_screen_and_leads_into_a_scorecard(visit: Visit) -> None:
    page = visit(PRIORITIES)
    expect(page.locator(".priorities tbody tr").last).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="Workforce").press("Enter")
    page.wait_for_url(re.compile("priority=workforce"))
    expect(page.get_by_role("heading", name="Workforce: ")).to_be_visible()
