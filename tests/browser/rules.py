"""The accessibility rules, run on one page as it stands, or on every screen in light and in the dark."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import axe_playwright_python
from playwright.sync_api import Page

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules that a change from light to dark can break: the others look at what the page is, not at how it is painted."""
RUN = """async only => (await axe.run(document, {runOnly: only, resultTypes: ['violations']})).violations
    .flatMap(each => each.nodes.map(node => `${each.id}: ${node.target}`))"""
STANDS = """scheme => new Promise(done => {
    const ends = each => Number.isFinite(each.effect.getComputedTiming().endTime);
    const moves = () => document.getAnimations().some(each => each.playState === "running" && ends(each));
    const there = () => getComputedStyle(document.querySelector('[data-testid="stApp"]')).colorScheme === scheme;
    const look = () => there() && !moves() ? done() : requestAnimationFrame(look);
    requestAnimationFrame(look);
})"""
"""Done when the page is drawn in the scheme, and nothing on it is still changing its colour or place."""
WIDER = "each => each.scrollWidth - each.clientWidth"


class Screen(NamedTuple):
    width: int
    height: int


DESK, PROJECTOR, TABLET, TELEPHONE = Screen(1440, 900), Screen(1920, 1080), Screen(820, 1180), Screen(320, 800)


def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What the rules find wrong with a page as it stands: rule and place. All of the rules, or those named."""
    # Under a modal the rest of the page is inert: the rules would pass over it and find nothing.
    assert page.locator('[role="dialog"]').count() == 0
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": TAGS}
    found: list[str] = page.evaluate(RUN, only)
    return found


def violations_everywhere(page: Page) -> list[str]:
    """The same at a desk and on a telephone, in light and in the dark, and what is wider than a screen. Loaded once."""
    found = []
    for screen in (DESK, TELEPHONE):
        _turn(page, screen, "light")
        found += [f"{screen.width}: {each}" for each in violations(page)]
        _turn(page, screen, "dark")
        found += [f"{screen.width}, dark: {each}" for each in violations(page, OF_COLOUR)]
    for screen in (DESK, TABLET, TELEPHONE):
        _turn(page, screen, "light")
        if wider := page.locator('[data-testid="stMain"]').evaluate(WIDER):
            found.append(f"{screen.width}: the page is {wider} px wider than the screen")
    return found


def _turn(page: Page, screen: Screen, scheme: Literal["light", "dark"]) -> None:
    page.set_viewport_size({"width": screen.width, "height": screen.height})
    page.emulate_media(color_scheme=scheme)
    page.evaluate(STANDS, scheme)
