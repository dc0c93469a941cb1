"""What a board member waits for: the scorecard page and a filter change, against an empty page, in a real browser."""

import importlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.error import URLError

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from sample_data.load import make_sample_store
from tests.bench.timing import Result, result
from tests.browser.conftest import FLAGS, chromium
from tests.dashboard.live import ROOT, serving

EMPTY = """
import streamlit as st

st.set_page_config(layout="wide")
st.html('<p class="ready">Chosen: ' + st.selectbox("Choice", ["none", "one", "two"]) + "</p>")
"""
ANSWERS_WITHIN = 240  # seconds: the sample is made first, which takes a minute on a slow machine
CLOCK = """() => {
    const text = name => document.querySelector(name)?.textContent ?? "";
    const seen = all => [...document.querySelectorAll(all)].filter(each => each.checkVisibility()).length;
    const rows = () => seen(".scorecard tbody tr");
    // A scorecard is all there when it says that it shows as many lines as it does.
    const whole = () => text(".ready") || rows() === Number(/showing (\\d+) of/.exec(text(".basis"))?.[1] ?? -1);
    const said = () => text(".ready") + text("h1") + text(".basis") + rows();
    const before = said();
    window.taken = new Promise(done => addEventListener("keydown", pressed => {
        const there = () => said() !== before && whole();
        const look = () => there() ? done(performance.now() - pressed.timeStamp) : requestAnimationFrame(look);
        look();
    }, {capture: true, once: true}));
}"""
"""Looks once a frame, on both pages alike. `h1` is the first heading of the page."""


def measure_pages(rounds: int) -> Iterator[Result]:
    """Both pages from the same kind of server on this machine, each visit with an empty cache."""
    with tempfile.TemporaryDirectory() as name:
        store, script = Path(name) / "sample.duckdb", Path(name) / "empty.py"
        make_sample_store(store).close()
        script.write_text(EMPTY)
        with (
            serving(store) as ours,
            _empty(script, stock=False) as empty,
            _empty(script, stock=True) as stock,
            sync_playwright() as browsers,
        ):
            browser = browsers.chromium.launch(executable_path=chromium(), args=list(FLAGS))
            yield from _compare(browser, {"ours": ours, "empty": empty, "stock": stock}, rounds)
            browser.close()


def _compare(browser: Browser, addresses: dict[str, str], rounds: int) -> Iterator[Result]:
    for address in addresses.values():
        _visit(browser, address)  # the first visit after a start pays for imports
    shown: dict[str, list[float]] = {name: [] for name in addresses}
    changed: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(rounds):
        for name, address in addresses.items():
            appeared, changes = _visit(browser, address)
            shown[name].append(appeared)
            changed[name] += changes
    shows = {name: median(times) for name, times in shown.items()}
    changes_of = {name: median(times) for name, times in changed.items()}
    yield result("scorecard page against an empty page of the same server", shows, "ours", "empty", 1.3)
    yield result("filter change against an empty page's, stock settings", changes_of, "ours", "stock", 1)
    yield result("filter change against an empty page's, our settings", changes_of, "ours", "empty", None)


def _visit(browser: Browser, address: str) -> tuple[float, list[float]]:
    """Seconds until the page with everything on it has appeared, and until each of two changes of a filter has."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    content = page.locator(".ready, .scorecard table").last  # the table is the last that a scorecard draws
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    content.wait_for(timeout=60_000)
    appeared = time.perf_counter() - started
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    changes = [_change(page, page.get_by_role("combobox").last) for _ in range(2)]
    context.close()
    return appeared, changes


def _change(page: Page, box: Locator) -> float:
    """Choose the next entry of a list; seconds from the key to the frame in which the content that it asks for is all there."""
    box.click()
    box.press("ArrowDown")
    page.evaluate(CLOCK)
    box.press("Enter")
    return float(page.evaluate("window.taken")) / 1000


@contextmanager
def _empty(script: Path, stock: bool) -> Iterator[str]:
    """An empty page: behind the same guard and with the same settings as ours, or as Streamlit starts by itself."""
    port = _free_port()
    how = [
        "-m",
        "streamlit",
        "run",
        str(script),
        f"--server.port={port}",
        "--server.address=127.0.0.1",
        "--server.headless=true",
    ]
    process = subprocess.Popen(
        [sys.executable, *(how if stock else ["-m", "tests.bench.pages", str(script), str(port)])],
        cwd=script.parent if stock else ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/_stcore/health")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str) -> None:
    until = time.monotonic() + ANSWERS_WITHIN
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - our own address
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"The empty page did not answer within {ANSWERS_WITHIN} seconds.")


def _serve(script: str, port: str) -> None:
    """Our server with another script: the guard, the settings and what is done at its start are the same."""
    server = importlib.import_module("dashboard.server")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.duckdb"
        make_sample_store(path).close()
        server.os.environ[server.STORE_VARIABLE] = str(path)
        app = server.st.App(Path(script), lifespan=server._lifespan, middleware=[server.Middleware(server.Guard)])
        app.run(config={**server.OPTIONS, "server.address": "127.0.0.1", "server.port": int(port), "server.headless": True})


if __name__ == "__main__":
    _serve(*sys.argv[1:])
