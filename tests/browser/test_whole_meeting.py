"""The whole of a meeting in a browser, on its own day: from the freeze to the page with which the next one opens."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import KNOWN
from tests.browser.rules import DESK, violations
from tests.conftest import csv_of
from tests.dashboard.live import serving
from tests.meetings.histories import HELD, MEETINGS, PLANS, TARGET, deliver, new_history

TODAY, NEXT = (each.isoformat() for each in MEETINGS[:2])
MISSING = """
child_id | missing_from | returned_at
C1 | 2024-10-03 21:00 | 2024-10-04 09:00
C2 | 2024-11-05 21:00 | 2024-11-06 09:00
C3 | 2024-12-20 21:00 | 2024-12-21 09:00
"""
PRESENTING = ("council", "police", "health")
ORDER = "".join(f'[[running_order]]\nagency = "{each}"\nminutes = 5\n' for each in PRESENTING)
QUESTION = "Who reads each long plan, and how often?"
PATIENCE = 60_000
"""Milliseconds that a step may take on a busy machine; on a quiet one each takes a second or two."""
AGREED = "Read every plan at fifteen months."


@pytest.fixture
def page(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A dashboard of its own on the morning of the meeting. It asks nothing of another machine, and says no error."""
    with new_history(tmp_path, f"{HELD}{TARGET.format('5')}{ORDER}") as store:
        deliver(store, 1, datetime(2025, 2, 3, 9), PLANS)
    monkeypatch.setenv("SCORECARD_NOW", f"{TODAY}T09:00")
    asked: list[str] = []
    said: list[str] = []
    with serving(tmp_path / "history.duckdb") as address:
        context = browser.new_context(viewport=DESK._asdict(), base_url=address)
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda request: asked.append(request.url))
        context.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: said.append(str(error.error)))
        expect.set_options(timeout=PATIENCE)
        yield context.new_page()
        context.close()
        expect.set_options(timeout=None)
    assert [each for each in asked if not each.startswith((address, "data:", "blob:"))] == []
    assert [each for each in said if not any(known in each for known in KNOWN)] == []


def test_a_meeting_from_the_freeze_to_what_the_next_one_opens_with(page: Page, tmp_path: Path) -> None:
    the_scorecard_is_frozen(page)
    a_late_file_fills_a_gap(page, tmp_path)
    it_is_listed_and_taken_into_issue_2(page)
    a_member_marks_a_question(page)
    three_agencies_present_and_the_chair_logs(page, page.context.new_page())
    the_minutes_are_taken_away(page)
    the_next_meeting_opens_with_them(page)


def the_scorecard_is_frozen(page: Page) -> None:
    go(page, f"/meeting?meeting={TODAY}")
    page.get_by_role("textbox", name="Your role").fill("business manager")
    page.get_by_role("button", name="Freeze issue 1").click()
    expect(page.get_by_role("heading", name="13 March 2025: issue 1 is frozen")).to_be_visible()


def a_late_file_fills_a_gap(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "missing.csv"
    file.write_bytes(csv_of("missing_episodes", MISSING))
    go(page, "/send_data")
    page.get_by_role("combobox", name="Agency").click()
    page.get_by_role("option", name="Testbridge Police").click()
    page.locator("input[type=file]").set_input_files(file)
    as_at = page.get_by_role("textbox", name="As at")
    as_at.fill("31/12/2024")
    as_at.press("Enter")
    expect(page.get_by_role("table", name="What was read")).to_contain_text("to 31 December 2024")
    settle(page)
    page.get_by_role("button", name="Accept this file").click()
    expect(page.locator(".receipt")).to_be_visible()


def it_is_listed_and_taken_into_issue_2(page: Page) -> None:
    go(page, f"/meeting?meeting={TODAY}&show=late")
    expect(page.get_by_text("Testbridge Police: missing episodes of October to December 2024")).to_be_visible()
    page.get_by_text("Reissue, with the reason").click()
    page.get_by_role("textbox", name="Your role").fill("business manager")
    page.get_by_role("textbox", name="Why").fill("The police sent what was missing.")
    page.get_by_role("button", name="Freeze issue 2").click()
    expect(page.get_by_role("heading", name="13 March 2025: 2 issues; the newest is issue 2")).to_be_visible()
    go(page, f"/meeting?meeting={TODAY}&show=changes")
    expect(page.get_by_role("table", name="From issue 1 to issue 2")).to_contain_text("A gap was filled")


def a_member_marks_a_question(page: Page) -> None:
    go(page, f"/pre_read?meeting={TODAY}")
    page.get_by_role("button", name="Mark a question about plans open two years").click()
    page.get_by_role("textbox", name="Your question").first.fill(QUESTION)
    page.get_by_role("textbox", name="Your role").first.fill("lay member")
    page.get_by_role("button", name="Mark it for the meeting").first.click()
    expect(page.get_by_text(f"You marked: “{QUESTION}”")).to_be_visible()


def three_agencies_present_and_the_chair_logs(page: Page, chair: Page) -> None:
    """The slides go on through three turns; the chair's screen follows, and logs a challenge and an action while they stand."""
    go(page, f"/meeting?meeting={TODAY}")
    page.get_by_role("link", name="Present the newest issue").click()
    chair.goto(f"/chair/{TODAY}")
    chair.get_by_label("You write as").fill("chair")
    chair.locator("h1").click()
    the_turn_of(page, "council")
    on_to(page, "council:cp_plans_two_years")
    expect(chair.locator(".notes.now")).to_have_id("council:cp_plans_two_years")
    chair.get_by_role("button", name="Make Q1 of 13 March 2025 a challenge").click()
    expect(chair.get_by_label("The question")).to_have_value(QUESTION)
    chair.get_by_role("button", name="Log it").click()
    expect(chair.locator("#logged")).to_have_text("Challenge C1 of 13 March 2025 is logged.")
    the_turn_of(page, "police")
    the_turn_of(page, "health")
    expect(chair.locator(".notes.now")).to_have_id("health")
    chair.keyboard.press("a")
    chair.keyboard.type(AGREED)
    chair.keyboard.press("Enter")
    expect(chair.locator("#logged")).to_have_text("Action 1 of 13 March 2025 is logged.")
    page.keyboard.press("End")
    expect(page.locator("#agreed")).to_contain_text(AGREED)


def the_turn_of(page: Page, agency: str) -> None:
    on_to(page, agency)
    expect(page.locator(".slide.now").get_by_role("heading").first).to_contain_text(f"Testbridge {agency.title()}")


def on_to(page: Page, slide: str) -> None:
    """Slide by slide with the arrow, until that one stands on the screen."""
    now = page.locator(".slide.now")
    while (before := now.get_attribute("id")) != slide:
        assert before != "closing"
        page.keyboard.press("ArrowRight")
        expect(now).not_to_have_id(before or "")


def the_minutes_are_taken_away(page: Page) -> None:
    go(page, f"/meeting?meeting={TODAY}")
    minutes = Document(taken(page, "Minutes, for Word"))
    cells = [cell.text for table in minutes.tables for row in table.rows for cell in row.cells]
    assert any(QUESTION in each for each in cells)
    assert any(AGREED in each for each in cells)
    said = [each.text for each in minutes.paragraphs]
    assert any(each.startswith("Issue 2 for the meeting of 13 March 2025") for each in said)
    (event,) = Calendar.from_ical(taken(page, "Due days, for calendars").read_bytes()).walk("VEVENT")
    assert event["summary"].startswith("Action 1 of 13 March 2025 due")


def the_next_meeting_opens_with_them(page: Page) -> None:
    go(page, f"/meeting?meeting={NEXT}")
    first = page.get_by_role("region", name="From the last meeting")
    expect(first).to_contain_text("1 due, none done since 13 March 2025; 1 challenge not answered")
    expect(first).to_contain_text(AGREED)
    expect(first).to_contain_text(QUESTION)
    assert violations(page) == []


def go(page: Page, path: str) -> None:
    page.goto(path)
    page.locator(".page h1").first.wait_for()
    settle(page)


def settle(page: Page) -> None:
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def taken(page: Page, name: str) -> Path:
    with page.expect_download() as found:
        page.get_by_role("button", name=name).click()
    return Path(found.value.path())
