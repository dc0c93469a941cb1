"""Presenting in a browser: keys, a clicker, one place for every screen, text of 24 points, print, accessibility rules."""

import json
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import KNOWN, PROJECTOR, TELEPHONE, Screen, violations
from tests.dashboard.live import answer, serving
from tests.dashboard.stores import copy_of, sample_store

MEETING = "2026-09-10"
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
        const end = slide.querySelector("svg")?.getBoundingClientRect().right;
        const cut = [...slide.querySelectorAll("svg text")].some(each => each.getBoundingClientRect().right > end + 1);
        const spills = screen.scrollHeight > screen.clientHeight + 1 || screen.scrollWidth > screen.clientWidth + 1;
        if (cut || spills) found.push(slide.id);
    }
    document.querySelectorAll(".slide.now").forEach(each => each.classList.remove("now"));
    now.classList.add("now");
    return found;
}"""

CUT_OFF = "net::ERR_FAILED"
"""What a browser says of a request that a test itself stops."""
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard of its own: what is logged here is not in the way of other tests."""
    with serving(copy_of(sample_store(), tmp_path_factory.mktemp("presented"))) as found:
        yield found


@pytest.fixture
def room(browser: Browser, address: str) -> Iterator[Open]:
    """Open a screen of the meeting, back at its first slide. It asks nothing of another machine, and says no error."""
    contexts: list[BrowserContext] = []
    asked: list[str] = []
    said: list[str] = []

    def go(path: str = f"/present/{MEETING}", screen: Screen = PROJECTOR, dark: bool = False) -> Page:
        size = {"width": screen.width, "height": screen.height}
        context = browser.new_context(viewport=size, color_scheme="dark" if dark else "light", reduced_motion="reduce")
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address + path)
        page.locator(".slide.now, .notes.now").first.wait_for()
        contexts.append(context)
        return page

    _begin_again(address)
    yield go
    for context in contexts:
        context.close()
    assert [each for each in asked if not each.startswith(address)] == []
    assert [each for each in said if not any(known in each for known in (*KNOWN, CUT_OFF))] == []


def _begin_again(address: str) -> None:
    seen = json.loads(answer(address, f"/present/{MEETING}/position").body)["version"]
    asked = urllib.request.Request(  # noqa: S310 - our own address
        f"{address}/present/{MEETING}/again", json.dumps({"seen": seen}).encode(), {"Content-Type": "application/json"}
    )
    urllib.request.urlopen(asked).close()  # noqa: S310 - as above


def shown(page: Page, slide: str) -> None:
    expect(page.locator(".slide.now")).to_have_id(slide)


def jump(page: Page, number: int) -> None:
    page.keyboard.type(str(number))
    page.keyboard.press("Enter")


def number_of(page: Page, slide: str) -> int:
    return int(page.locator(f'[id="{slide}"]').get_attribute("data-number") or 0)


def test_the_newest_edition_opens_from_the_shortest_address_and_the_meetings_page_leads_to_it(room: Open, address: str) -> None:
    page = room("/present")
    assert page.url == f"{address}/present/{MEETING}"
    page.goto(f"{address}/meeting?meeting={MEETING}")
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


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    "slide", ["opening", "council", "council:cp_plans_two_years", "council:conferences_within_15_days:words"]
)
def test_the_accessibility_rules_find_nothing_on_a_slide(room: Open, slide: str, dark: bool) -> None:
    page = room(dark=dark)
    jump(page, number_of(page, slide))
    shown(page, slide)
    assert violations(page) == []


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
