"""The page across agencies in a browser."""

from urllib.parse import quote

from playwright.sync_api import expect

from tests.browser.conftest import Everywhere, Visit
from tests.dashboard.stores import PERIOD

ACROSS = f"/across?period={quote(PERIOD)}"


def test_no_rule_is_broken_and_nothing_is_wider_than_the_screen(visit: Visit, everywhere: Everywhere) -> None:
    assert everywhere(visit(ACROSS, wait_for=".page")) == []


def test_the_leak_stands_first_and_each_part_is_one_click_away(visit: Visit) -> None:
    page = visit(ACROSS, wait_for=".page")
    expect(page.get_by_role("heading", level=1)).to_contain_text("the largest leak")
    page.get_by_role("link", name="One fact, two agencies").click()
    expect(page.get_by_role("heading", name="One fact, two agencies")).to_be_in_viewport()
