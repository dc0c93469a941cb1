"""The indicator page in a browser: readable on every screen, in light and dark, and its choices kept in the address."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Everywhere, Visit
from tests.browser.rules import TABLET
from tests.dashboard.stores import PERIOD

HERE = f"/indicator?id=cp_plans_two_years&period={quote(PERIOD)}"
HIDDEN = f"/indicator?id=children_in_need&by=ethnicity&period={quote(PERIOD)}"
CROSSED = f"/indicator?id=contacts&by=agency_outcome&period={quote(PERIOD)}"
GAP = f"/indicator?id=return_interviews_held&period={quote(PERIOD)}"


@pytest.mark.parametrize("address", [HERE, GAP, HIDDEN], ids=["figure", "gap", "hidden"])
def test_no_rule_is_broken_and_nothing_is_wider_than_the_screen(visit: Visit, everywhere: Everywhere, address: str) -> None:
    page = visit(address, wait_for=".page h1")
    page.locator(".js-plotly-plot .scatterlayer").first.wait_for()
    assert everywhere(page) == []


def test_the_chart_is_a_picture_with_words(visit: Visit) -> None:
    page = visit(HERE, wait_for=".page h1")
    expect(page.get_by_role("figure", name="Child protection plans open for two years or more. From")).to_be_visible()


def test_the_calendar_is_chosen_from_the_keyboard_and_kept_in_the_address(visit: Visit) -> None:
    page = visit(HERE, wait_for=".page h1")
    page.get_by_role("radio", name="Quarter").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("rowheader", name="2025/26", exact=True)).to_be_visible()
    assert "every=year" in page.url


def test_an_indicator_is_chosen_from_the_list(visit: Visit) -> None:
    page = visit(HERE, wait_for=".page h1")
    page.get_by_role("combobox", name="Indicator").fill("Missing episodes")
    page.get_by_role("option", name="Missing episodes", exact=True).click()
    expect(page.locator(".kicker b")).to_have_text("Missing episodes")
    assert "id=missing_episodes" in page.url


@pytest.mark.parametrize(("address", "title"), [(HIDDEN, "by ethnicity"), (CROSSED, "by agency and outcome")])
def test_a_small_number_in_a_breakdown_is_said_to_be_hidden(
    visit: Visit, axe: Callable[[Page], list[str]], address: str, title: str
) -> None:
    page = visit(address, screen=TABLET, dark=True, wait_for=".page .hidden-words")
    table = page.get_by_role("region", name=title)
    expect(table.locator(".hidden-words").first).to_have_text("hidden")
    expect(page.get_by_text("1 to 5, or a number that would give one away")).to_be_visible()
    assert table.locator(".hidden-words").first.evaluate("each => getComputedStyle(each.firstChild).backgroundImage") != "none"
    assert axe(page) == []
