"""Sending in a browser on an empty store: the states in which a file is refused or asked about, by the accessibility rules."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Everywhere, Visit
from tests.browser.rules import TABLET
from tests.browser.sending import own_extract, send, settled
from tests.dashboard.live import serving
from tests.dashboard.stores import copy_of, empty_store

POLICE = "Testbridge Police"


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on an empty store."""
    with serving(copy_of(empty_store(), tmp_path_factory.mktemp("served"))) as address:
        yield address


def test_the_accessibility_rules_find_nothing_while_it_is_asked(visit: Visit, everywhere: Everywhere, tmp_path: Path) -> None:
    page = visit("/send_data", wait_for=".page h1")
    send(page, POLICE, own_extract(tmp_path))
    page.get_by_role("heading", name="Which column is which?").wait_for()
    assert everywhere(page) == []


def test_it_is_confirmed_with_the_keyboard_and_read(visit: Visit, axe: Callable[[Page], list[str]], tmp_path: Path) -> None:
    page = visit("/send_data", wait_for=".page h1")
    send(page, POLICE, own_extract(tmp_path))
    page.get_by_role("textbox", name="Who confirms it?").focus()
    page.keyboard.type("data lead")
    page.keyboard.press("Tab")
    settled(page)
    page.get_by_role("button", name="Confirm what the columns are").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("What its columns are was confirmed by data lead")).to_be_visible(timeout=20_000)
    settled(page)
    page.get_by_text("How its columns are read: look, or correct it").click()
    expect(page.get_by_role("button", name="Confirm the correction")).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7 a report", "it is a PDF document"),
        (b"child_id,opened,closed\nC1,01/07/2026,\n", "Its headings fit more than one dataset"),
        (b"Colour,Shape,Weight\nred,round,4\nblue,square,5\n", "What is in this file?"),
    ],
    ids=["refused", "which dataset", "near to nothing"],
)
def test_the_accessibility_rules_find_nothing_when_a_file_is_refused_or_unclear(
    visit: Visit, axe: Callable[[Page], list[str]], tmp_path: Path, content: bytes, says: str
) -> None:
    page = visit("/send_data", screen=TABLET, wait_for=".page h1")
    (tmp_path / "file.csv").write_bytes(content)
    send(page, "Testbridge Youth Justice", tmp_path / "file.csv")
    expect(page.get_by_text(says).first).to_be_visible()
    assert axe(page) == []
