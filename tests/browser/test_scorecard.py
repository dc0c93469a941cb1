"""The scorecard in a browser: on every screen it is read on, in light and dark, on paper and from the keyboard."""

import re
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import expect

from metrics.catalogue import read_catalogue
from tests.browser.conftest import Everywhere, Visit
from tests.browser.rules import DESK, PROJECTOR, TABLET, TELEPHONE, WIDER
from tests.dashboard.stores import PERIOD

SCORECARD = f"/?period={quote(PERIOD)}"
STANDS_UNDER = """([heads, ...themes]) => {
    const left = each => Math.round(each.getBoundingClientRect().left);
    const lefts = each => [...each.querySelectorAll("thead th")].map(left).join();
    return themes.filter(each => lefts(each) !== lefts(heads)).map(each => each.id);
}"""
"""The themes of which a column does not stand under its head."""
SMALLEST_OF_EACH_TABLE = (1400, 1260, 1150, 800, 720, 641)
"""The widths, in pixels, at which the table has fewest for the columns that it shows: one less, and there are fewer columns."""


def test_no_rule_is_broken_and_nothing_is_wider_than_the_screen(visit: Visit, everywhere: Everywhere) -> None:
    assert everywhere(visit(SCORECARD)) == []


def test_the_columns_of_the_paper_fit_and_break_no_rule(visit: Visit, everywhere: Everywhere) -> None:
    assert everywhere(visit(f"{SCORECARD}&view=paper&theme=partnership", wait_for=".paper")) == []


def test_nothing_is_wider_than_the_screen(visit: Visit) -> None:
    page = visit(SCORECARD)
    for screen in (DESK, PROJECTOR, TABLET, TELEPHONE):
        page.set_viewport_size({"width": screen.width, "height": screen.height})
        assert page.evaluate("document.documentElement.scrollWidth") <= screen.width
        assert page.locator('[data-testid="stMain"]').evaluate(WIDER) == 0
        assert set(page.locator(".scorecard").evaluate_all(f"all => all.map({WIDER})")) == {0}


def test_no_window_is_too_narrow_for_the_columns_it_shows(visit: Visit) -> None:
    page = visit(SCORECARD)
    columns = page.locator(".scorecard.lines .heads th")
    shown = []
    for width in SMALLEST_OF_EACH_TABLE:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator(".scorecard.lines").evaluate(WIDER) == 0, width  # what is beyond it cannot be scrolled to
        assert page.locator(".scorecard.lines :is(.heads, .theme)").evaluate_all(STANDS_UNDER) == [], width
        shown.append(columns.evaluate_all("all => all.filter(each => each.checkVisibility()).length"))
    assert shown == [13, 12, 9, 8, 7, 6]


def test_the_finding_stands_in_the_first_screen(visit: Visit) -> None:
    page = visit(SCORECARD)
    for part in ("h1", ".basis", ".attention li:last-child", ".heads"):
        expect(page.locator(f".scorecard {part}").first).to_be_in_viewport(ratio=0.9)


def test_the_rows_letters_and_pictures_come_through_the_cleaning_of_html(visit: Visit) -> None:
    page = visit(SCORECARD)
    rows = page.locator(".scorecard tbody tr").count()
    assert page.locator(".scorecard img.spark").count() == rows
    assert page.locator(".scorecard img.spark").evaluate_all("all => all.every(each => each.naturalWidth > 0)")
    expect(page.get_by_role("img", name="to Q2 2026/27").first).to_be_visible()
    expect(page.get_by_role("columnheader", name="Status")).to_have_count(page.locator(".theme").count())


def test_the_page_follows_the_dark_theme(visit: Visit) -> None:
    colour = "each => getComputedStyle(each).color"
    light = visit(SCORECARD).locator(".scorecard h1").evaluate(colour)
    dark = visit(SCORECARD, dark=True).locator(".scorecard h1").evaluate(colour)
    assert light != dark


def test_an_indicator_can_be_reached_and_opened_from_the_keyboard(visit: Visit) -> None:
    page = visit(SCORECARD)
    link = page.locator(".attention a").first
    for _ in range(30):
        page.keyboard.press("Tab")
        if link.evaluate("each => each === document.activeElement"):
            break
    expect(link).to_be_focused()
    assert link.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicator?id=*")


def test_a_link_that_is_tabbed_back_to_is_not_hidden_by_the_head_of_the_table(visit: Visit) -> None:
    page = visit(SCORECARD)
    links = page.locator(".theme").first.get_by_role("link")
    links.nth(3).focus()
    page.locator('[data-testid="stMain"]').evaluate(
        "(main, link) => main.scrollBy(0, link.getBoundingClientRect().top - 140)", links.nth(3).element_handle()
    )
    page.keyboard.press("Shift+Tab")
    expect(links.nth(2)).to_be_focused()
    head = page.locator(".heads").evaluate("each => each.getBoundingClientRect().bottom")
    assert links.nth(2).evaluate("each => each.getBoundingClientRect().top") >= head - 1


def test_a_filter_changes_the_rows_and_the_address(visit: Visit) -> None:
    page = visit(SCORECARD)
    page.get_by_label("Theme").click()
    page.get_by_role("option", name="Front door").click()
    expect(page.locator(".basis")).to_contain_text("showing")
    expect(page.locator(".scorecard .theme").filter(visible=True)).to_have_count(1)
    expect(page).to_have_url(re.compile("theme=front_door"))
    said = re.search(r"showing (\d+) of", page.locator(".basis").inner_text())
    assert said
    expect(page.locator("tbody tr").filter(visible=True)).to_have_count(int(said[1]))
    page.get_by_label("Owner").click()
    page.get_by_role("option", name="Police").click()
    expect(page.get_by_role("heading", name="No indicator fits all that is chosen")).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(0)


def test_a_link_with_a_filter_opens_filtered_and_going_back_comes_to_it_again(visit: Visit) -> None:
    page = visit(f"{SCORECARD}&priority=workforce")
    rows = page.locator("tbody tr").filter(visible=True)
    many = rows.count()
    assert 0 < many < page.locator("tbody tr").count()
    rows.first.get_by_role("link").click()
    page.wait_for_url("**/indicator?id=*")
    page.locator(".page h1").first.wait_for()
    page.go_back()
    expect(page.get_by_role("heading", name="Workforce: ")).to_be_visible()
    expect(rows).to_have_count(many)


def test_a_theme_can_be_jumped_to(visit: Visit) -> None:
    page = visit(SCORECARD)
    heading = page.locator("#theme-workforce h2")
    expect(heading).not_to_be_in_viewport()
    page.get_by_role("navigation", name="Jump to").get_by_role("link", name="Workforce").press("Enter")
    expect(heading).to_be_in_viewport()
    assert heading.evaluate(
        "each => each.getBoundingClientRect().top > document.querySelector('.heads').getBoundingClientRect().bottom - 1"
    )
    expect(page.locator(".scorecard h1")).to_have_count(1)


def test_on_paper_there_is_the_scorecard_and_nothing_else(visit: Visit, tmp_path: Path) -> None:
    page = visit(SCORECARD)
    page.emulate_media(media="print")
    expect(page.locator('[data-testid="stHeader"]')).to_be_hidden()
    expect(page.get_by_label("Theme")).to_be_hidden()
    expect(page.locator(".scorecard .foot")).to_be_visible()
    small = page.locator(".scorecard *").evaluate_all(
        "all => all.filter(each => each.innerText && parseFloat(getComputedStyle(each).fontSize) < 8.5 * 96 / 72 - 0.1)"
        ".map(each => each.className)"
    )
    assert small == []
    written = page.pdf(path=tmp_path / "scorecard.pdf", prefer_css_page_size=True)
    assert 1 <= written.count(b"/Type /Page\n") <= 1 + len(read_catalogue()) / 8, "a page holds eight lines at least"
