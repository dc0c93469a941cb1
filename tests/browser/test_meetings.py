"""Meetings in a browser: every state by the accessibility rules, narrow, dark and from the keyboard; links stay in the tab."""

from collections.abc import Callable

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.browser.conftest import Everywhere, Visit
from tests.browser.rules import TELEPHONE

Axe = Callable[[Page], list[str]]
SEPTEMBER = "/meeting?meeting=2026-09-10"
PLACES = {
    "coming": "/meeting?meeting=2026-12-10",
    "changes": SEPTEMBER,
    "today": f"{SEPTEMBER}&show=today&issue=1",
    "words": f"{SEPTEMBER}&show=words",
    "late": f"{SEPTEMBER}&show=late",
    "frozen": f"{SEPTEMBER}&show=frozen",
    "challenges": "/log?show=challenges&key=2026-09-10/C1",
    "actions": "/log?show=actions&key=2025-12-11/1",
    "commentary": "/commentary?agency=camhs&meeting=2026-03-12&id=camhs_wait_mean",
}


@pytest.mark.parametrize("place", PLACES)
def test_no_rule_is_broken_and_nothing_is_wider_than_the_screen(visit: Visit, everywhere: Everywhere, place: str) -> None:
    assert everywhere(visit(PLACES[place], wait_for=".page h1")) == []


def test_the_head_of_the_frozen_scorecard_hides_none_of_it(visit: Visit) -> None:
    page = visit(PLACES["frozen"], wait_for=".lines")
    head = page.locator(".heads").evaluate("each => each.getBoundingClientRect().bottom")
    assert page.locator(".theme h2").first.evaluate("each => each.getBoundingClientRect().top") >= head - 1


def test_from_the_meeting_to_an_action_and_to_the_words_an_agency_owes(visit: Visit) -> None:
    page = visit(PLACES["coming"], wait_for=".page h1")
    expect(page.get_by_role("region", name="From the last meeting")).to_contain_text("4 actions overdue")
    page.get_by_role("link", name="1 of 11 December 2025").click()
    expect(page.get_by_role("heading", name="Action 1 of 11 December 2025")).to_be_visible()
    assert len(page.context.pages) == 1


def test_the_question_of_the_last_meeting_stands_on_the_indicators_page(visit: Visit) -> None:
    page = visit("/indicator?id=cp_plans_two_years&period=2026%2F27+Q2", wait_for=".page h1")
    expect(page.get_by_role("region", name="In the room")).to_contain_text("what has to happen for each plan to end safely?")


def test_the_minutes_are_read_on_the_page_and_taken_away_for_the_public(visit: Visit, axe: Axe) -> None:
    page = visit(SEPTEMBER, screen=TELEPHONE, wait_for=".page h1")
    for label in ("The version for the public", "Read the minutes here"):
        page.get_by_text(label, exact=True).click()
    expect(page.get_by_role("heading", name="Minute lines")).to_be_visible()
    assert axe(page) == []
    assert page.locator('[data-testid="stMain"]').evaluate("each => each.scrollWidth - each.clientWidth") == 0
    with page.expect_download() as taken:
        page.get_by_role("button", name="Minutes, for Word").click()
    assert taken.value.suggested_filename == "minutes-2026-09-10-public.docx"
    words = [each.text for each in Document(taken.value.path()).paragraphs]
    assert "Scorecard at the meeting of 10 September 2026" in words
