"""The page of the board's priorities in a browser."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Everywhere, Visit
from tests.browser.rules import TABLET, TELEPHONE, Screen
from tests.dashboard.stores import PERIOD

PRIORITIES = f"/priorities?period={quote(PERIOD)}"


def test_no_rule_is_broken_and_nothing_is_wider_than_the_screen(visit: Visit, everywhere: Everywhere) -> None:
    assert everywhere(visit(PRIORITIES)) == []


@pytest.mark.parametrize("screen", [TABLET, TELEPHONE], ids=["tablet", "telephone"])
def test_the_choice_of_a_period_can_be_read_on_a_narrow_screen(visit: Visit, screen: Screen) -> None:
    page = visit(PRIORITIES, screen=screen)
    assert page.get_by_label("Period").bounding_box()["width"] > 60  # type: ignore[index]


def test_all_of_it_stands_in_the_first_screen_and_leads_into_a_scorecard(visit: Visit) -> None:
    page = visit(PRIORITIES)
    expect(page.locator(".priorities tbody tr").last).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="Workforce").press("Enter")
    page.wait_for_url(re.compile("priority=workforce"))
    expect(page.get_by_role("heading", name="Workforce: ")).to_be_visible()
