"""Data quality in a browser: one line for each agency, and the files of one."""

from playwright.sync_api import expect

from tests.browser.conftest import Everywhere, Visit


def test_no_rule_is_broken_and_nothing_is_wider_than_the_screen(visit: Visit, everywhere: Everywhere) -> None:
    assert everywhere(visit("/data_quality?agency=council", wait_for=".page h2")) == []


def test_an_agency_leads_to_its_files(visit: Visit) -> None:
    page = visit("/data_quality", wait_for=".page table")
    page.get_by_role("link", name="Marlow Vale Police").click()
    expect(page.get_by_role("heading", name="Marlow Vale Police")).to_be_visible()
