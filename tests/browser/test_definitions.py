"""The definitions in a browser, on screen and on paper."""

from playwright.sync_api import expect

from tests.browser.conftest import Everywhere, Visit


def test_no_rule_is_broken_and_nothing_is_wider_than_the_screen(visit: Visit, everywhere: Everywhere) -> None:
    assert everywhere(visit("/definitions?q=plans", wait_for=".page h1")) == []


def test_a_definition_opens_from_the_keyboard(visit: Visit) -> None:
    page = visit("/definitions", wait_for=".entry")
    entry = page.locator("#cp_plans_open")
    entry.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(entry.get_by_text("child_protection/cp_plans_open.sql")).to_be_visible()


def test_what_is_tabbed_back_to_is_not_hidden_by_the_menu(visit: Visit) -> None:
    page = visit("/definitions", wait_for=".entry")
    page.locator(".entry summary").last.focus()
    menu = page.locator('[data-testid="stHeader"]').evaluate("each => each.getBoundingClientRect().bottom")
    for _ in range(40):  # more than stand on a screen: the page has to be moved
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= menu - 1


def test_on_paper_every_definition_is_open(visit: Visit) -> None:
    page = visit("/definitions", wait_for=".entry")
    page.emulate_media(media="print")
    expect(page.get_by_text("child_protection/cp_plans_open.sql")).to_be_visible()


def test_a_definition_leads_to_its_figures(visit: Visit) -> None:
    page = visit("/definitions?id=cp_plans_open", wait_for=".entry")
    page.get_by_role("link", name="Its figures").click()
    expect(page.locator(".kicker b")).to_have_text("Children on a child protection plan")
