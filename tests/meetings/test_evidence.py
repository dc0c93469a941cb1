"""The logs as evidence: everything that was asked and agreed, as CSV and as a workbook that holds no formula."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO

import pytest
from python_calamine import CalamineWorkbook

from metrics.meeting_log import actions as log
from metrics.meeting_log.challenges import Question, answer, ask
from metrics.meeting_log.evidence import action_rows, as_csv, as_workbook, challenge_rows
from metrics.store import Store
from tests.meetings.histories import MEETINGS

AT, TODAY = datetime(2025, 3, 13, 11), date(2025, 6, 1)


@pytest.fixture(scope="module")
def logged(told: Store) -> Store:
    asked = Question(
        meeting=MEETINGS[0],
        indicator="cp_plans_two_years",
        to="council",
        asked_by="Lay member",
        question="=SUM(1;2) why?",
        due=date(2025, 4, 10),
    )
    made = ask(told, asked, by="manager", at=AT)
    answer(told, made.key, "A review was missed.", by="head of service", based_on=1, at=AT)
    log.agree(told, MEETINGS[0], "Read every plan.", by="manager", at=AT, due=date(2025, 5, 2), challenge=made.key)
    return told


def test_a_challenge_is_written_with_its_line_answer_status_and_what_followed(logged: Store) -> None:
    (row,) = challenge_rows(logged, TODAY)
    assert row["Reference"] == "C1 of 13 March 2025"
    assert row["Line of the scorecard"] == "Child protection plans open for two years or more"
    assert "Issue 2; off target." in row["What it said"]
    assert (row["To"], row["Answered by"], row["Status"]) == ("Testbridge Council", "head of service", "Answered, not closed")
    assert row["What the figure did afterwards"] == "No later figure has come yet."


def test_an_action_is_written_with_how_long_it_is_overdue_and_the_challenge_it_came_from(logged: Store) -> None:
    (row,) = action_rows(logged, TODAY)
    assert (row["Status"], row["From challenge"]) == ("Overdue by 30 days", "2025-03-13/C1")


def test_csv_and_workbook_hold_the_same_and_no_formula(logged: Store) -> None:
    rows = challenge_rows(logged, TODAY)
    (read,) = csv.DictReader(StringIO(as_csv(rows)))
    assert read["Question"] == "'=SUM(1;2) why?"
    book = CalamineWorkbook.from_filelike(BytesIO(as_workbook({"Challenges": rows, "Actions": []})))
    assert book.sheet_names == ["Challenges", "Actions"]
    head, first = book.get_sheet_by_name("Challenges").to_python()
    assert dict(zip(head, first, strict=True)) == rows[0]


def test_an_empty_log_is_an_empty_file(told: Store) -> None:
    assert as_csv([]) == ""
    book = CalamineWorkbook.from_filelike(BytesIO(as_workbook({"Actions": []})))
    assert book.get_sheet_by_name("Actions").to_python() == [["Nothing has been logged"]]
