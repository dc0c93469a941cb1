"""What is missing, in a browser."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Everywhere, Visit
from tests.browser.rules import TABLET, TELEPHONE
from tests.dashboard.stores import PERIOD

HERE = f"/whats_missing?until={quote(PERIOD)}"


def test_no_rule_is_broken_and_nothing_is_wider_than_the_screen(visit: Visit, everywhere: Everywhere) -> None:
    """Its table may be wider: that scrolls by itself."""
    assert everywhere(visit(HERE, wait_for=".page h1")) == []


@pytest.mark.parametrize("state", ["agency=police", "agency=camhs", "meeting=2026-09-10"], ids=["signing", "no_lead", "past"])
def test_the_accessibility_rules_find_nothing_in_any_state(visit: Visit, axe: Callable[[Page], list[str]], state: str) -> None:
    assert axe(visit(f"/whats_missing?{state}", screen=TABLET, wait_for=".page h1")) == []


def test_a_reminder_is_opened_and_its_gap_chosen_from_the_keyboard(visit: Visit, axe: Callable[[Page], list[str]]) -> None:
    page = visit(HERE, wait_for=".page h1")
    page.locator("summary", has_text="Remind Compass Return Interviews").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("To: Leon Baptiste")).to_be_visible()
    link = page.get_by_role("link", name="Open in a mail program").first
    expect(link).to_have_attribute("href", re.compile("^mailto:returns@compass.example,carys.morgan@compass.example"))
    assert axe(page) == []


def test_on_paper_late_and_missing_stand_out_without_colour(visit: Visit) -> None:
    page = visit(HERE, wait_for=".page h1")
    page.emulate_media(media="print")
    looks = {
        look: page.locator(f".heat td.{look}").first.evaluate("each => getComputedStyle(each).backgroundColor")
        for look in ("received", "late", "overdue")
    }
    assert len(set(looks.values())) == 3
    assert looks["received"] == "rgba(0, 0, 0, 0)"


def test_the_table_can_be_scrolled_from_the_keyboard(visit: Visit) -> None:
    page = visit(HERE, screen=TELEPHONE, wait_for=".page h1")
    table = page.get_by_role("region", name="What came of each dataset")
    table.focus()
    page.keyboard.press("ArrowRight")
    expect(table).not_to_have_js_property("scrollLeft", 0)
    expect(table).to_be_focused()
