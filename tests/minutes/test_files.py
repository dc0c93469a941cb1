"""The files of the minutes, opened as others will open them."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as OfWord
from docx.oxml.ns import qn
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from metrics.meeting_log import actions as log
from metrics.minutes import Minutes, minutes_of, written
from metrics.store import Store
from tests.meetings.histories import HELD, new_history
from tests.minutes.conftest import AGREED, MADE_AT, MEETING, QUESTION


@pytest.fixture(scope="module")
def document(minutes: Minutes) -> OfWord:
    return Document(BytesIO(written(minutes, "docx")))


@pytest.fixture(scope="module")
def book(minutes: Minutes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(written(minutes, "xlsx")))


def test_the_document_has_real_headings_in_order(document: OfWord) -> None:
    headings = [
        (each.style.name, each.text) for each in document.paragraphs if each.style.name.startswith(("Title", "Heading"))
    ]
    assert headings[0] == ("Title", "Scorecard at the meeting of 13 March 2025")
    assert [text for name, text in headings if name == "Heading 1"] == [
        "What the board read",
        "Minute lines",
        "Challenges",
        "Actions",
        "What had not come, and what came late",
    ]
    lines = [text for name, text in headings if name == "Heading 2"]
    assert lines[0].endswith(". Child protection plans open for two years or more")


def test_the_headings_of_its_tables_are_marked_as_such_and_each_table_says_what_it_is(document: OfWord) -> None:
    assert len(document.tables) == 3
    for table in document.tables:
        first, *rest = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert [each for each in rest if each._tr.trPr.find(qn("w:tblHeader")) is not None] == []
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    challenges = document.tables[0]
    assert [each.text for each in challenges.rows[0].cells] == ["Challenge", "Line", "Asked", "Answer and outcome so far"]
    assert QUESTION in challenges.cell(1, 2).text


def test_the_document_is_in_british_english_has_a_title_and_no_persons_name(document: OfWord) -> None:
    kept = document.core_properties
    assert (kept.title, kept.language) == ("Scorecard at the meeting of 13 March 2025", "en-GB")
    assert (kept.author, kept.last_modified_by, kept.comments) == ("Testbridge Safeguarding Children Partnership", "", "")
    assert kept.created == kept.modified
    assert document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    assert not any("thumbnail" in str(each.partname) for each in document.part.package.iter_parts())


def test_the_pages_are_a4_and_say_which_issue_they_are_of(document: OfWord, minutes: Minutes) -> None:
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert minutes.read is not None
    assert f"issue 1, {minutes.read.content_hash[:16]}" in page.footer.paragraphs[0].text


def test_what_a_paste_brings_along_stops_no_document(tmp_path: Path) -> None:
    with new_history(tmp_path, HELD) as store:
        log.agree(store, MEETING, "Read\x0bevery\x07 plan.\r\nThen tell.", by="manager", at=datetime(2025, 3, 13))
        made = minutes_of(store, MEETING, MADE_AT)
    (table,) = Document(BytesIO(written(made, "docx"))).tables
    assert table.cell(1, 1).text == "Read every  plan.\nThen tell."


def test_the_workbook_has_a_sheet_for_each_part_and_every_cell_is_a_text(book: CalamineWorkbook) -> None:
    assert book.sheet_names == ["What was read", "Minute lines", "Challenges", "Actions", "Missing and late"]
    for name in book.sheet_names:
        assert {type(cell) for row in book.get_sheet_by_name(name).to_python() for cell in row} == {str}
    head, row = book.get_sheet_by_name("Challenges").to_python()
    challenge = dict(zip(head, row, strict=True))
    assert challenge["Question"] == QUESTION
    assert challenge["Status"] == "Answered, not closed"


def test_the_workbook_tells_this_meetings_actions_from_earlier_ones(book: CalamineWorkbook) -> None:
    head, *rows = book.get_sheet_by_name("Actions").to_python()
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert [each["From"] for each in found] == ["this meeting", "this meeting", "an earlier meeting"]
    assert found[0]["Owners"] == "Testbridge Council; Testbridge Police"
    assert "Source" not in head


def test_the_calendar_has_one_event_for_each_action_with_a_day(minutes: Minutes) -> None:
    one, older = Calendar.from_ical(written(minutes, "ics")).walk("VEVENT")
    assert one["uid"] == "action.2025-03-13.1@safeguarding-scorecard"
    assert one["dtstart"].dt == date(2025, 4, 18)
    assert one["summary"] == "Action 1 of 13 March 2025 due: Testbridge Council; Testbridge Police"
    assert AGREED in one["description"]
    assert "status" not in one
    assert (older["uid"], older["status"]) == ("action.2024-12-12.1@safeguarding-scorecard", "CANCELLED")
    assert older.walk("VALARM") == []


def test_a_later_file_moves_the_event_and_takes_a_closed_action_away(tmp_path: Path) -> None:
    with new_history(tmp_path, HELD) as store:
        made = log.agree(store, MEETING, "A thing.", by="manager", at=datetime(2025, 3, 13), due=date(2025, 4, 1))
        first = event(store)
        log.update(store, made.key, "Later.", by="manager", based_on=1, at=datetime(2025, 3, 20), due=date(2025, 5, 1))
        moved = event(store)
        log.discharge(store, made.key, "Done.", by="manager", based_on=2, at=datetime(2025, 4, 2))
        gone = event(store)
    assert first["uid"] == moved["uid"] == gone["uid"]
    assert [each["sequence"] for each in (first, moved, gone)] == [1, 2, 3]
    assert moved["dtstart"].dt == date(2025, 5, 1)
    assert ("status" in moved, gone["status"]) == (False, "CANCELLED")


def event(store: Store) -> Calendar:
    (found,) = Calendar.from_ical(written(minutes_of(store, MEETING, MADE_AT), "ics")).walk("VEVENT")
    return found
