"""The chair's screen in a browser: it follows the slides and moves them, logs a challenge and an action in two presses."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.presenting import MEETING, Open, jump, number_of, shown
from tests.browser.rules import DESK, TABLET, TELEPHONE, Screen, violations

CHAIR = f"/chair/{MEETING}"
ROLE = "You write as"


def noted(page: Page, slide: str) -> None:
    expect(page.locator(".notes.now")).to_have_id(slide)


def test_the_chair_follows_the_presenter_and_moves_the_slides(room: Open) -> None:
    slides, chair = room(), room(CHAIR, DESK)
    jump(slides, 12)
    noted(chair, "police")
    expect(chair.locator("#clock")).to_contain_text("left")
    expect(chair.locator("#next")).to_have_text("Next: Compass Return Interviews")
    chair.keyboard.press("ArrowRight")
    shown(slides, "police:children_missing_from_home")
    chair.get_by_label("Go to").select_option("council:re_referrals")
    shown(slides, "council:re_referrals")
    jump(chair, 14)
    shown(slides, "compass")


def test_the_notes_say_what_else_to_ask_what_was_asked_before_and_whom(room: Open) -> None:
    chair = room(CHAIR, DESK)
    jump(chair, number_of(chair, "council:conferences_within_15_days"))
    notes = chair.locator(".notes.now")
    expect(notes).to_contain_text("Which agency stays away")
    expect(notes).to_contain_text("C1 of 11 June 2026")
    expect(notes).to_contain_text("Amira Haddad")
    jump(chair, number_of(chair, "education"))
    expect(notes).to_contain_text("Half of the schools did not answer.")


def test_a_challenge_is_logged_in_two_presses_and_stands_on_every_screen(room: Open) -> None:
    slides, chair = room(), room(CHAIR, DESK)
    chair.get_by_label(ROLE).fill("independent chair")
    chair.locator("h1").click()
    jump(chair, number_of(chair, "health:emergency_attendances_self_harm"))
    noted(chair, "health:emergency_attendances_self_harm")
    chair.keyboard.press("c")
    chair.keyboard.type("Who <i>rings the family the day after?")
    chair.keyboard.press("Enter")
    expect(chair.locator("#logged")).to_have_text("Challenge C3 of 10 September 2026 is logged.")
    entry = chair.locator(".entries li").first
    expect(entry).to_contain_text("C3 Who <i>rings the family the day after?")
    expect(entry).to_contain_text("To Marlow Vale NHS Trust, asked by independent chair, due 10 Dec 26.")
    slides.keyboard.press("End")
    expect(slides.locator("#agreed")).to_contain_text("Who <i>rings the family the day after?")


def test_an_action_is_logged_in_two_presses_for_the_agency_that_presents(room: Open) -> None:
    chair = room(CHAIR, DESK)
    chair.get_by_label(ROLE).fill("independent chair")
    chair.locator("h1").click()
    jump(chair, number_of(chair, "camhs:camhs_wait_mean"))
    noted(chair, "camhs:camhs_wait_mean")
    chair.keyboard.press("a")
    chair.keyboard.type("Bring the waits by district.")
    chair.keyboard.press("Enter")
    expect(chair.locator("#logged")).to_have_text("Action 3 of 10 September 2026 is logged.")
    expect(chair.locator(".entries")).to_contain_text("Bring the waits by district. Marlow Vale CAMHS, due 10 Dec 26.")


def test_who_writes_is_asked_once_and_words_that_cannot_be_kept_are_not_lost(room: Open) -> None:
    chair = room(CHAIR, DESK)
    jump(chair, number_of(chair, "council:re_referrals"))
    noted(chair, "council:re_referrals")
    chair.keyboard.press("c")
    chair.keyboard.type("What of AB12 3CD?")
    chair.keyboard.press("Enter")
    alert = chair.locator("#challenge .problem")
    expect(alert).to_contain_text("in which role you write")
    chair.keyboard.type("chair")
    chair.get_by_label("Asked by").fill("lay member")
    chair.get_by_role("button", name="Log it").click()
    expect(alert).to_contain_text("looks like a postcode")
    expect(chair.get_by_label("The question")).to_have_value("What of AB12 3CD?")
    chair.reload()
    expect(chair.get_by_label(ROLE)).to_have_value("chair")


def test_a_question_that_a_member_marked_becomes_a_challenge_and_keeps_who_asked(room: Open) -> None:
    chair = room(CHAIR, DESK)
    chair.get_by_label(ROLE).fill("independent chair")
    chair.locator("h1").click()
    jump(chair, number_of(chair, "police:children_missing_from_home"))
    noted(chair, "police:children_missing_from_home")
    marked = chair.locator(".marked.here")
    expect(marked).to_contain_text("Is nobody missing, or does nobody ring?")
    marked.get_by_role("button", name="Make Q1 of 10 September 2026 a challenge").click()
    expect(chair.get_by_label("The question")).to_have_value("Is nobody missing, or does nobody ring?")
    chair.get_by_role("button", name="Log it").click()
    expect(chair.locator("#logged")).to_contain_text("is logged")
    expect(chair.locator(".entries")).to_contain_text("To Marlow Vale Police, asked by head teacher")
    expect(marked.get_by_role("button")).to_have_count(0)


def test_the_clock_stands_and_runs_and_the_meeting_begins_again(room: Open) -> None:
    chair = room(CHAIR, DESK)
    chair.keyboard.press("ArrowRight")
    chair.get_by_role("button", name="Stop the clock").click()
    expect(chair.locator("#clock")).to_contain_text("clock stopped")
    chair.get_by_role("button", name="Let the clock run").click()
    expect(chair.locator("#clock")).not_to_contain_text("stopped")
    chair.on("dialog", lambda asked: asked.accept())
    chair.get_by_role("button", name="Begin again").click()
    noted(chair, "opening")


@pytest.mark.parametrize(
    ("screen", "dark"), [(DESK, False), (TABLET, True), (TELEPHONE, False)], ids=["desk", "tablet, dark", "telephone"]
)
def test_the_accessibility_rules_find_nothing_on_the_chairs_screen(room: Open, screen: Screen, dark: bool) -> None:
    chair = room(CHAIR, screen, dark)
    assert violations(chair) == []
    jump(chair, number_of(chair, "council:cp_plans_two_years"))
    noted(chair, "council:cp_plans_two_years")
    chair.keyboard.press("c")
    assert violations(chair) == []
    assert chair.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    chair.keyboard.press("Escape")
    expect(chair.locator("#challenge")).to_be_hidden()
    chair.keyboard.press("a")
    assert violations(chair) == []
