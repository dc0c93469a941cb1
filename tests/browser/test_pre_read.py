"""The pre-read in a browser: by the accessibility rules, on a telephone and in the dark, from the keyboard, and on paper."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Everywhere, Visit
from tests.browser.rules import TELEPHONE, Screen

Axe = Callable[[Page], list[str]]
PLACE = "/pre_read?meeting=2026-12-10"
FROZEN = "/pre_read?meeting=2026-09-10"
MARK = re.compile("^Mark a question about plans open two years$")
HAND_HELD = Screen(390, 844)


def settle(page: Page) -> None:
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def fits(page: Page) -> bool:
    return bool(page.locator('[data-testid="stMain"]').evaluate("each => each.scrollWidth <= each.clientWidth"))


@pytest.mark.parametrize("place", [PLACE, FROZEN], ids=["coming", "frozen"])
def test_no_rule_is_broken_and_nothing_is_wider_than_the_screen(visit: Visit, everywhere: Everywhere, place: str) -> None:
    assert everywhere(visit(place, wait_for=".page h1")) == []


def test_what_is_found_how_sure_and_whom_to_ask_stand_on_the_first_screen_of_a_telephone(visit: Visit) -> None:
    page = visit(PLACE, screen=HAND_HELD, wait_for=".page h1")
    last = page.get_by_role("list", name="In brief").get_by_text("Ask Marlow Vale Education Service").bounding_box()
    assert last is not None
    assert last["y"] + last["height"] < HAND_HELD.height


def test_a_question_is_marked_and_taken_back_from_the_keyboard_alone(visit: Visit, axe: Axe) -> None:
    page = visit(PLACE, screen=TELEPHONE, wait_for=".page h1")
    page.get_by_role("button", name=MARK).focus()
    page.keyboard.press("Enter")
    field = page.get_by_role("textbox", name="Your question").first
    field.wait_for()
    assert axe(page) == []
    page.keyboard.press("Tab")
    expect(field).to_be_focused()
    page.keyboard.type("Who speaks with the families?")
    page.keyboard.press("Tab")
    page.keyboard.type("Lay member of the north")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You marked: “Who speaks with the families?”")).to_be_visible()
    expect(page.get_by_text("Marked. The chair will see it.")).to_be_visible()
    assert axe(page) == []
    assert fits(page)
    back = page.get_by_role("button", name="Take back")
    back.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("You marked: “Who speaks with the families?”")).to_have_count(0)


def test_a_suggestion_stands_in_the_field_to_be_changed(visit: Visit) -> None:
    page = visit(PLACE, screen=HAND_HELD, wait_for=".page h1")
    page.get_by_role("button", name=MARK).click()
    page.get_by_role("button", name="While these plans stay open, are the children seen?").click()
    expect(page.get_by_role("textbox", name="Your question").first).to_have_value(
        "While these plans stay open, are the children seen?"
    )


def test_the_brief_leads_to_each_thing_and_on_to_its_indicator_in_the_same_tab(visit: Visit) -> None:
    page = visit(PLACE, wait_for=".page h1")
    page.get_by_role("list", name="In brief").get_by_role("link").nth(3).click()
    expect(page.get_by_role("heading", name="Return home interviews offered")).to_be_in_viewport()
    page.get_by_role("link", name="Return home interviews offered").click()
    page.get_by_role("region", name="In the room").wait_for()
    assert len(page.context.pages) == 1


@pytest.mark.parametrize("place", [PLACE, FROZEN])
def test_it_prints_on_two_pages_upright_without_what_is_to_be_pressed(visit: Visit, place: str) -> None:
    page = visit(place, wait_for=".page h1")
    printed = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert 1 <= len(boxes) <= 2
    assert all(float(width) < float(height) for width, height in boxes)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Mark a question").first).to_be_hidden()


def test_the_questions_marked_wait_for_the_chair_by_line(visit: Visit, axe: Axe) -> None:
    page = visit("/meeting?meeting=2026-12-10", screen=TELEPHONE, wait_for=".page h1")
    expect(page.get_by_role("heading", name="Questions marked before the meeting")).to_be_visible()
    assert axe(page) == []
    assert fits(page)
