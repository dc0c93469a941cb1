"""What is missing, in a browser."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, TABLET, TELEPHONE, Screen, Visit
from tests.dashboard.stores import PERIOD

HERE = f"/whats_missing?until={quote(PERIOD)}"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("screen", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_the_accessibility_rules_find_nothing(
    visit: Visit, axe: Callable[[Page], list[str]], screen: Screen, dark: bool
) -> None:
    assert axe(visit(HERE, screen=screen, dark=dark, wait_for=".page h1")) == []


@pytest.mark.parametrize("screen", [DESK, TABLET, TELEPHONE], ids=["desk", "tablet", "telephone"])
def test_the_page_is_no_wider_than_the_screen_though_its_table_may_scroll(visit: Visit, screen: Screen) -> None:
    page = visit(HERE, screen=screen, wait_for=".page h1")
    assert page.locator('[data-testid="stMain"]').evaluate("each => each.scrollWidth - each.clientWidth") == 0


def test_the_table_can_be_scrolled_from_the_keyboard(visit: Visit) -> None:
    page = visit(HERE, screen=TELEPHONE, wait_for=".page h1")
    table = page.get_by_role("region", name="What came of each dataset")
    table.focus()
    page.keyboard.press("ArrowRight")
    expect(table).not_to_have_js_property("scrollLeft", 0)
    expect(table).to_be_focused()
