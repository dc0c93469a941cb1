"""What the minutes of a meeting hold, and what of it everybody may read."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from metrics.editions import freeze
from metrics.minutes import FORMATS, Minutes, file_name, minutes_of, written
from metrics.store import Store
from tests.meetings.histories import HELD, MEETINGS, PLANS, deliver, four, new_history
from tests.minutes.conftest import BECAUSE, DONE, FOR_ALL, MADE_AT, MEETING, NEXT, QUESTION, RESTRICTED


def text_of(minutes: Minutes) -> str:
    return written(minutes, "text").decode()


def test_the_issue_that_was_read_is_told_from_the_one_made_afterwards(minutes: Minutes) -> None:
    text = text_of(minutes)
    assert minutes.read is not None
    assert "Issue 1 for the meeting of 13 March 2025, Q3 2024/25: frozen on 5 March 2025 at 15:00" in text
    assert minutes.read.content_hash in text
    assert "4 of 4 figures that were due were in." in text
    assert f"Issue 2 was made on 17 March 2025 at 12:00, after the meeting, because: {BECAUSE}" in text


def test_a_minute_line_has_the_sentence_the_status_the_target_the_words_and_what_was_done(minutes: Minutes) -> None:
    (line,) = minutes.lines
    assert line.title == "Child protection plans open for two years or more"
    text = text_of(minutes)
    assert "33.3% (1 of 3" in line.said
    assert f"{line.said} Status: off target; the target: at most 5.0%." in text
    assert "Testbridge Council (head of service) told the board: One family waited" in text
    assert "By 1 May 2025." in text
    assert f"Testbridge Council (head of service), for the public: {FOR_ALL}" in text
    asked = "Lay member asked Testbridge Council about it (C1 of 13 March 2025)."
    assert line.done == (asked, "An action was agreed: 1 of 13 March 2025.")


def test_a_challenge_stands_with_its_answer_and_where_it_has_come_to(minutes: Minutes) -> None:
    text = text_of(minutes)
    assert f"Asked: Lay member asked Testbridge Council: {QUESTION}" in text
    assert "Head of service answered on 2 April 2025: A review was missed in the winter." in text
    assert "Answered, not closed." in text
    assert "Since then: no later figure has come yet." in text


def test_actions_of_the_day_stand_apart_from_those_that_were_open_before(minutes: Minutes) -> None:
    assert [each.action.key for each in minutes.agreed] == [f"{MEETING}/1", f"{MEETING}/2"]
    assert [each.action.key for each in minutes.earlier] == ["2024-12-12/1"]
    text = text_of(minutes)
    assert "Status: Overdue by 2 days" in text
    assert "Owners: Testbridge Council; Testbridge Police" in text
    assert "Discharged: " + DONE in text


def test_an_action_that_was_closed_before_the_day_is_not_of_it(met: Store) -> None:
    later = minutes_of(met, NEXT, datetime(2025, 6, 12, 17))
    assert [each.action.key for each in later.earlier] == [f"{MEETING}/1", f"{MEETING}/2"]
    assert later.agreed == ()
    assert "No action was logged at this meeting." in text_of(later)


def test_what_came_after_the_freeze_and_what_never_came_are_listed(minutes: Minutes) -> None:
    text = text_of(minutes)
    assert "- Testbridge Council: child protection plans of January 2022 to December 2024, received 14 March 2025" in text
    assert "of the data due by 13 March 2025 this had not been received in full." in text
    assert "- Testbridge Police: " in text


def test_a_meeting_without_a_frozen_scorecard_has_minutes_that_say_so(met: Store) -> None:
    text = text_of(minutes_of(met, MEETINGS[1], datetime(2025, 6, 12, 17)))
    assert "No scorecard had been frozen for this meeting." in text
    assert "No line of the scorecard was an exception" in text
    assert "After the freeze" not in text


def test_an_issue_that_was_frozen_only_afterwards_is_not_called_read(tmp_path: Path) -> None:
    with new_history(tmp_path, HELD) as store:
        deliver(store, 1, datetime(2025, 2, 3, 9), PLANS)
        freeze(store, MEETING, "manager", at=datetime(2025, 3, 14, 9), catalogue=four())
        text = text_of(minutes_of(store, MEETING, datetime(2025, 3, 15)))
    assert "That was after the meeting: no issue lay before it." in text


@pytest.mark.parametrize(
    ("meeting", "at", "said"),
    [
        (MEETING, datetime(2025, 3, 12, 23, 59), "has not been held"),
        (date(2025, 3, 12), MADE_AT, "does not meet on 2025-03-12"),
    ],
)
def test_minutes_that_cannot_be_made_say_why(met: Store, meeting: date, at: datetime, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        minutes_of(met, meeting, at)


@pytest.mark.parametrize("kind", FORMATS)
def test_no_restricted_word_and_no_figure_is_in_a_public_file(minutes: Minutes, in_public: Minutes, kind: str) -> None:
    full, public = unpacked(written(minutes, kind)), unpacked(written(in_public, kind))  # type: ignore[arg-type]
    assert sum(each in full for each in RESTRICTED) >= (1 if kind == "ics" else len(RESTRICTED) - 1)
    assert [each for each in (*RESTRICTED, "33.3%", "1 of 3", "5.0%") if each in public] == []
    assert "Testbridge Council" in public


def test_the_public_minutes_keep_who_was_asked_by_when_and_what_the_agency_wrote_for_all(in_public: Minutes) -> None:
    text = text_of(in_public)
    assert FOR_ALL in text
    assert "Status: off target. Change: cannot tell." in text
    assert "Lay member asked Testbridge Council." in text
    assert "An answer was asked for by 10 April 2025." in text
    assert "Head of service answered on 2 April 2025." in text


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_minutes_are_the_same_file_byte_for_byte(met: Store, minutes: Minutes, kind: str) -> None:
    assert written(minutes_of(met, MEETING, MADE_AT), kind) == written(minutes, kind)  # type: ignore[arg-type]


def test_a_file_is_named_by_its_meeting() -> None:
    assert file_name(MEETING, "docx") == "minutes-2025-03-13.docx"
    assert file_name(MEETING, "text", public=True) == "minutes-2025-03-13-public.txt"
    assert file_name(MEETING, "ics", public=True) == "actions-2025-03-13-public.ics"


def unpacked(content: bytes) -> str:
    """The text of a file; of one that is packed, of all its parts. Folded lines of a calendar are joined."""
    if not content.startswith(b"PK"):
        return content.decode().replace("\r\n ", "")
    with ZipFile(BytesIO(content)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
