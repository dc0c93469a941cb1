"""The definitions in a browser, on screen and on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, TELEPHONE, Screen, Visit


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("screen", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_the_accessibility_rules_find_nothing(
    visit: Visit, axe: Callable[[Page], list[str]], screen: Screen, dark: bool
) -> None:
    page = visit("/definitions?q=plans", screen=screen, dark=dark, wait_for=".page h1")
    assert axe(page) == []
    assert page.locator('[data-testid="stMain"]').evaluate("each => each.scrollWidth - each.clientWidth") == 0


def test_a_definition_opens_from_the_keyboard(visit: Visit) -> None:
    page = visit("/definitions", wait_for=".entry")
    entry = page.locator("#cp_plans_open")
    entry.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(entry.get_by_text("child_protection/cp_plans_open.sql")).to_be_visible()


def test_on_paper_every_definition_is_open(visit: Visit) -> None:
    page = visit("/definitions", wait_for=".entry")
    page.emulate_media(media="print")
    expect(page.get_by_text("child_protection/cp_plans_open.sql")).to_be_visible()


def test_a_definition_leads_to_its_figures(visit: Visit) -> None:
    page = visit("/definitions?id=cp_plans_open", wait_for=".entry")
    page.get_by_role("link", name="Its figures").click()
    expect(page.locator(".kicker b")).to_have_text("Children on a child protection plan")
