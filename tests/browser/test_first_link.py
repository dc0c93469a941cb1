"""The first thing that a fresh server is asked for is a link straight to a page."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.dashboard.live import serving
from tests.dashboard.stores import copy_of, sample_store


def test_a_link_to_a_page_opens_that_page_with_its_menu(browser: Browser, tmp_path: Path) -> None:
    with serving(copy_of(sample_store(), tmp_path)) as address:
        page = browser.new_page()
        page.goto(f"{address}/definitions?id=cp_plans_two_years")
        page.get_by_role("heading", name="Definitions").first.wait_for()
        assert page.get_by_role("link", name="Scorecard").count() > 0
        page.close()
