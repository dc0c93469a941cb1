"""A meeting that is presented, as the tests drive it: its screens, and where they stand."""

import json
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

from metrics.meeting_log.marked import mark_question
from metrics.store import Store
from tests.dashboard.live import answer, serving
from tests.dashboard.stores import copy_of, sample_store

MEETING = "2026-09-10"
CUT_OFF = "net::ERR_FAILED"
"""What a browser says of a request that a test itself stops."""
Open = Callable[..., Page]


@contextmanager
def presented_sample(folder: Path) -> Iterator[str]:
    """A dashboard of its own, so that what is logged is not in the way of other tests; a member has marked a question."""
    path = copy_of(sample_store(), folder)
    with Store.open(path) as store:
        mark_question(
            store,
            date.fromisoformat(MEETING),
            "Is nobody missing, or does nobody ring?",
            asked_by="head teacher",
            at=datetime(2026, 9, 8, 9),
            indicator="children_missing_from_home",
        )
    with serving(path) as address:
        yield address


@contextmanager
def screens(browser: Browser, address: str, known: tuple[str, ...]) -> Iterator[Open]:
    """Open screens of the meeting, back at its first slide. They ask nothing of another machine, and say no error."""
    contexts: list[BrowserContext] = []
    asked: list[str] = []
    said: list[str] = []

    def go(path: str = f"/present/{MEETING}", screen: tuple[int, int] = (1920, 1080), dark: bool = False) -> Page:
        size = {"width": screen[0], "height": screen[1]}
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
    assert [each for each in said if not any(one in each for one in (*known, CUT_OFF))] == []


def shown(page: Page, slide: str) -> None:
    """Wait until a slide is on the screen."""
    expect(page.locator(".slide.now")).to_have_id(slide)


def jump(page: Page, number: int) -> None:
    page.keyboard.type(str(number))
    page.keyboard.press("Enter")


def number_of(page: Page, slide: str) -> int:
    return int(page.locator(f'[id="{slide}"]').get_attribute("data-number") or 0)


def _begin_again(address: str) -> None:
    seen = json.loads(answer(address, f"/present/{MEETING}/position").body)["version"]
    asked = urllib.request.Request(  # noqa: S310 - our own address
        f"{address}/present/{MEETING}/again", json.dumps({"seen": seen}).encode(), {"Content-Type": "application/json"}
    )
    urllib.request.urlopen(asked).close()  # noqa: S310 - as above
