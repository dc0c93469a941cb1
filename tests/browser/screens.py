"""Pictures of sending data, on the sample partnership: `python -m tests.browser.screens ADDRESS FOLDER [STATE ...]`.

The dashboard must already run at the address, on a copy of the sample store that may be written in, at the sample's time.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FLAGS, chromium
from tests.browser.rules import DESK, TABLET, Screen
from tests.browser.sending import choose, own_extract, plans_again, send, settled, to_the_top

COUNCIL, POLICE = "Marlow Vale Council", "Marlow Vale Police"
Drive = Callable[[Page, Path], None]
COLOURS = 64


def nothing_chosen(page: Page, _: Path) -> None:
    page.locator(".page h1").wait_for()


def refused(page: Page, folder: Path) -> None:
    (folder / "report.pdf.csv").write_bytes(b"%PDF-1.7 a report")
    send(page, COUNCIL, folder / "report.pdf.csv")


def which_dataset(page: Page, folder: Path) -> None:
    (folder / "children.csv").write_text("child_id,opened,closed\nC1,01/07/2026,\nC2,02/08/2026,\n", encoding="utf-8")
    send(page, "Marlow Vale Youth Justice Service", folder / "children.csv")


def as_at(page: Page, _: Path) -> None:
    send(page, COUNCIL, Path("../shared/data/formats/annex_a/Annex_A.xlsx"))


def mapping(page: Page, folder: Path) -> None:
    send(page, POLICE, own_extract(folder))
    to_the_top(page, "What is in this file?")


def problems(page: Page, folder: Path) -> None:
    send(page, COUNCIL, plans_again(folder))
    to_the_top(page, "What was read")


def before_after(page: Page, folder: Path) -> None:
    send(page, COUNCIL, plans_again(folder))
    to_the_top(page, "What would change")


def reason(page: Page, folder: Path) -> None:
    send(page, COUNCIL, plans_again(folder))
    page.get_by_role("button", name="Accept this file").click()
    settled(page)
    page.get_by_text("Say why: the reason is kept").evaluate("each => each.scrollIntoView({block: 'end'})")


def accepted(page: Page, folder: Path) -> None:
    send(page, POLICE, own_extract(folder))
    page.get_by_role("textbox", name="Who confirms it?").fill("data lead")
    page.get_by_role("button", name="Confirm what the columns are").click()
    page.get_by_role("button", name="Accept this file").wait_for()
    settled(page)
    if page.get_by_role("textbox", name="Reason").count():
        page.get_by_role("textbox", name="Reason").fill("The force's export replaces the council's list.")
        settled(page)
    page.get_by_role("button", name="Accept this file").click()
    page.get_by_text("Received, thank you").wait_for()
    settled(page)


def already(page: Page, folder: Path) -> None:
    send(page, POLICE, own_extract(folder))


def fill_in(page: Page, _: Path) -> None:
    choose(page, "Marlow Vale Community Health")
    page.get_by_role("link", name="Fill in the figures by hand").click()
    page.locator(".page h2").first.wait_for()
    settled(page)


def missing(page: Page, _: Path) -> None:
    page.goto(page.url.replace("send_data", "whats_missing"))
    page.locator(".page h1").wait_for()
    settled(page)


def reminder(page: Page, folder: Path) -> None:
    missing(page, folder)
    page.locator("summary", has_text="Remind ").first.click()
    page.locator("summary", has_text="Remind ").first.scroll_into_view_if_needed()


STATES: dict[str, Drive] = {each.__name__: each for each in (
    nothing_chosen, refused, which_dataset, as_at, problems, before_after, reason, mapping, accepted, already, fill_in, missing,
    reminder,
)}  # fmt: skip


def take(address: str, into: Path, names: list[str], screens: tuple[Screen, ...] = (DESK, TABLET)) -> None:
    """Take a picture of each state on each screen."""
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for name in names or STATES:
            for screen in screens:
                page = browser.new_page(viewport={"width": screen.width, "height": screen.height})
                page.goto(f"{address}/send_data")
                page.locator(".page h1").wait_for()
                settled(page)
                STATES[name](page, Path(folder))
                page.wait_for_timeout(600)
                _keep(page, into / f"{name}_{screen.width}.png")
                page.close()
        browser.close()


def _keep(page: Page, path: Path) -> None:
    page.screenshot(path=path)
    with Image.open(path) as taken:
        taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    address, into, *named = sys.argv[1:]
    take(address, Path(into), named)
