"""A real browser before a dashboard that really runs. Chromium comes from the machine; without one these tests are skipped."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.presenting import Open, presented_sample, screens
from tests.browser.rules import DESK, Screen, violations, violations_everywhere
from tests.dashboard.live import serving
from tests.dashboard.stores import copy_of, sample_store

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
KNOWN = ("Executing inline script violates", "status of 404")
"""Streamlit's page starts with a script that our policy stops, without effect, and asks for one file that is not there."""


Visit = Callable[..., Page]
Axe = Callable[[Page], list[str]]
Everywhere = Callable[..., list[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield running
        running.close()


def chromium() -> str:
    """The browser of this machine. Skips where there is none."""
    named = os.environ.get("CHROMIUM", "")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), None)
    if not found:
        pytest.skip("needs Chromium: none is named by CHROMIUM, and none is on the path")
    return found


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard that serves the sample partnership."""
    with serving(copy_of(sample_store(), tmp_path_factory.mktemp("served"))) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, dashboard: str) -> Iterator[Visit]:
    """Open a page: `visit("/?period=...", screen=TABLET, dark=True)`. What it asks of the network is kept as it goes.

    When the test ends, the page must have asked nothing of another machine, and have put no error of its own on the console.
    """
    opened: list[tuple[Page, list[str], list[str]]] = []

    def go(path: str, *, screen: Screen = DESK, dark: bool = False, wait_for: str = ".scorecard") -> Page:
        context = browser.new_context(
            viewport={"width": screen.width, "height": screen.height}, color_scheme="dark" if dark else "light"
        )
        page = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("websocket", lambda socket: asked.append(socket.url))
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(dashboard + path)
        page.locator(wait_for).first.wait_for()
        page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
        opened.append((page, asked, said))
        return page

    yield go
    own = dashboard.split("://")[1]
    for page, asked, said in opened:
        page.context.close()
        assert [each for each in asked if own not in each and not each.startswith(("data:", "blob:"))] == []
        assert [each for each in said if not any(known in each for known in KNOWN)] == []


@pytest.fixture(scope="module")
def presented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard whose newest meeting is presented."""
    with presented_sample(tmp_path_factory.mktemp("presented")) as address:
        yield address


@pytest.fixture
def room(browser: Browser, presented: str) -> Iterator[Open]:
    """Open a screen of that meeting: `room()` its slides, `room("/chair/...", DESK)` the chair's."""
    with screens(browser, presented, KNOWN) as go:
        yield go


@pytest.fixture
def axe() -> Axe:
    """Run the accessibility rules on a page, and give what is wrong: rule and place."""
    return violations


@pytest.fixture
def everywhere() -> Everywhere:
    """Run them on every screen, in light and in the dark; what is wider than its screen is wrong too."""
    return violations_everywhere
