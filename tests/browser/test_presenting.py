"""Presenting in a browser: keys, a clicker, one place for every screen, text of 24 points, print, accessibility rules."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.presenting import MEETING, Open, jump, number_of, shown
from tests.browser.rules import OF_COLOUR, PROJECTOR, TELEPHONE, Screen, violations

SMALL_PROJECTOR = Screen(1280, 720)
SHOWN_TEXTS = """() => {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const place = node.parentElement;
        if (!node.textContent.trim() || !place.checkVisibility({checkVisibilityCSS: true})) continue;
        if (place.closest(".unseen")) continue;
        const scale = place.getScreenCTM ? place.getScreenCTM().a : 1;
        found.push([node.textContent.trim(), parseFloat(getComputedStyle(place).fontSize) * scale]);
    }
    return found;
}"""
SPILLS = """() => {
    const screen = document.getElementById("slides"), found = [];
    const now = document.querySelector(".slide.now");
    for (const slide of document.querySelectorAll(".slide")) {
        document.querySelectorAll(".slide.now").forEach(each => each.classList.remove("now"));
        slide.classList.add("now");
        if (slide.querySelector("h2").getBoundingClientRect().left < 16) found.push(slide.id);
        const end = slide.querySelector("svg")?.getBoundingClientRect().right;
        const cut = [...slide.querySelectorAll("svg text")].some(each => each.getBoundingClientRect().right > end + 1);
        const spills = screen.scrollHeight > screen.clientHeight + 1 || screen.scrollWidth > screen.clientWidth + 1;
        if (cut || spills) found.push(slide.id);
    }
    document.querySelectorAll(".slide.now").forEach(each => each.classList.remove("now"));
    now.classList.add("now");
    return found;
}"""


def test_the_newest_edition_opens_from_the_shortest_address_and_the_meetings_page_leads_to_it(
    room: Open, presented: str
) -> None:
    page = room("/present")
    assert page.url == f"{presented}/present/{MEETING}"
    page.goto(f"{presented}/meeting?meeting={MEETING}")
    page.get_by_role("link", name="Present the newest issue").click()
    shown(page, "opening")


def test_arrows_space_and_a_clickers_keys_go_on_and_back(room: Open) -> None:
    page = room()
    for key, slide in [
        ("ArrowRight", "council"),
        ("PageDown", "council:care_leavers_in_touch"),
        ("PageUp", "council"),
        ("Space", "council:care_leavers_in_touch"),
        ("ArrowLeft", "council"),
        ("End", "closing"),
        ("ArrowRight", "closing"),
        ("Home", "opening"),
        ("ArrowUp", "opening"),
    ]:
        page.keyboard.press(key)
        shown(page, slide)
    expect(page.get_by_role("status")).to_contain_text("Slide 1.")


def test_a_number_and_enter_jump_and_escape_takes_the_number_back(room: Open) -> None:
    page = room()
    jump(page, 12)
    shown(page, "police")
    page.keyboard.type("3")
    expect(page.locator("#typed")).to_have_text("Go to slide 3: Enter")
    page.keyboard.press("Escape")
    expect(page.locator("#typed")).to_be_hidden()
    shown(page, "police")
    page.keyboard.press("Escape")
    page.wait_for_url(f"**/meeting?meeting={MEETING}")


def test_keys_of_one_letter_can_be_turned_off(room: Open) -> None:
    page = room()
    page.keyboard.press("b")
    expect(page.locator("#slides")).to_be_hidden()
    page.keyboard.press("b")
    page.keyboard.press("?")
    page.get_by_label("Keys of one letter").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    expect(page.locator("#slides")).to_be_visible()
    page.keyboard.press("ArrowRight")
    shown(page, "council")


def test_a_dropped_screen_and_a_second_machine_open_where_the_meeting_stands(room: Open) -> None:
    page = room()
    jump(page, 13)
    shown(page, "police:children_missing_from_home")
    page.wait_for_timeout(300)
    page.reload()
    shown(page, "police:children_missing_from_home")
    second = room()
    shown(second, "police:children_missing_from_home")
    second.keyboard.press("ArrowRight")
    shown(page, "compass")
    expect(page.locator("#clock")).to_contain_text("left")


def test_of_two_presses_at_one_moment_no_slide_is_skipped(room: Open) -> None:
    first, second = room(), room()
    first.keyboard.press("ArrowRight")
    second.keyboard.press("ArrowRight")
    first.wait_for_timeout(900)
    shown(first, "council")
    shown(second, "council")


def test_without_the_server_the_slides_go_on_and_the_meeting_is_brought_up_to_them_after(room: Open) -> None:
    page, second = room(), room()
    page.route("**/position", lambda route: route.abort())
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    shown(page, "council:care_leavers_in_touch")
    expect(page.get_by_role("alert")).to_contain_text("does not answer")
    page.unroute("**/position")
    shown(second, "council:care_leavers_in_touch")
    expect(page.get_by_role("alert")).to_be_hidden()


def test_the_next_agency_is_warned_when_it_is_nearly_its_turn(room: Open) -> None:
    page = room()
    jump(page, 11)
    shown(page, "council:challenges")
    expect(page.locator("#next")).to_have_text("Next: Marlow Vale Police")
    assert "soon" in (page.locator("body").get_attribute("class") or "")
    page.keyboard.press("ArrowLeft")
    assert "soon" not in (page.locator("body").get_attribute("class") or "")


def test_every_text_is_of_24_points_or_more_on_a_projector(room: Open) -> None:
    page = room()
    for slide in (
        "opening",
        "council",
        "council:cp_plans_two_years",
        "council:re_referrals:words",
        "council:challenges",
        "closing",
    ):
        jump(page, number_of(page, slide))
        shown(page, slide)
        texts = page.evaluate(SHOWN_TEXTS)
        assert len(texts) > 8
        assert [each for each in texts if each[1] < 31.99] == []
    page.keyboard.press("?")
    assert [each for each in page.evaluate(SHOWN_TEXTS) if each[1] < 31.99] == []


@pytest.mark.parametrize("screen", [PROJECTOR, SMALL_PROJECTOR], ids=str)
def test_no_slide_of_the_deck_spills_over_the_screen(room: Open, screen: Screen) -> None:
    assert room(screen=screen).evaluate(SPILLS) == []


@pytest.mark.parametrize(
    "slide", ["opening", "council", "council:cp_plans_two_years", "council:conferences_within_15_days:words"]
)
def test_the_accessibility_rules_find_nothing_on_a_slide(room: Open, slide: str) -> None:
    page = room()
    jump(page, number_of(page, slide))
    shown(page, slide)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, OF_COLOUR) == []


def test_a_telephone_shows_a_slide_in_one_column(room: Open) -> None:
    page = room(screen=TELEPHONE)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    shown(page, "council:care_leavers_in_touch")
    assert page.locator("#slides").evaluate("each => each.scrollWidth - each.clientWidth") == 0
    assert violations(page) == []


def test_each_chart_has_its_words_and_nothing_leads_to_a_case(room: Open) -> None:
    page = room()
    names = page.locator("svg").evaluate_all("each => each.map(one => one.getAttribute('aria-label'))")
    assert names
    assert all("the last three" in each or each.startswith("No figures") for each in names)
    assert page.locator("a").count() == 0


def test_one_slide_prints_on_one_page(room: Open, tmp_path: Path) -> None:
    page = room()
    expected = page.locator(".slide:not(.reserve)").count()
    pdf = page.pdf(prefer_css_page_size=True, path=tmp_path / "slides.pdf")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == expected
