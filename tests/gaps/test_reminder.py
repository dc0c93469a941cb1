"""Spec: what an agency is told about its gaps, what the minutes say, and what its calendar holds."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar

from metrics.calendar_file import Reminded, calendar_file
from metrics.gaps.due_calendar import due_calendar
from metrics.gaps.missing import Expected, gaps, missing
from metrics.gaps.reminder import by_dataset, for_the_minutes, reminder
from metrics.store import Store
from tests.gaps.conftest import Q1, Q2, Send

TODAY = date(2026, 11, 25)


def owed(store: Store, agency: str = "partnership", today: date = TODAY) -> Sequence[Expected]:
    return gaps(missing(store, [Q1, Q2], today))[agency]


def test_it_names_lead_deputy_data_quarters_and_the_days_until_the_meeting(store: Store) -> None:
    assert reminder(store.board, owed(store), TODAY).text == (
        "To: Marta Lis, business manager and Owen Clarke, Testbridge Business Unit\n\n"
        "Testbridge Partnership is waiting for this data from Testbridge Business Unit:\n"
        "- Escalations to the chair, Q1 2026/27 to Q2 2026/27: up to 97 days overdue\n"
        "- Attendance at the board by agency, Q1 2026/27 to Q2 2026/27: up to 97 days overdue\n\n"
        "Please send it, or tell us when it will come, or that it is not recorded and why. The board meets on 10 December "
        "2026; its scorecard is frozen on 2 December 2026, and what comes by then can be read there.\n"
    )


def test_it_can_be_about_one_gap_alone(store: Store, send: Send) -> None:
    send("escalations", Q1.label, date(2026, 7, 20))
    one = [each for each in owed(store) if each.dataset == "escalations"]
    text = reminder(store.board, one, TODAY).text
    assert "- Escalations to the chair, Q2 2026/27: due on 20 November 2026, 5 days overdue\n" in text
    assert "Attendance" not in text


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 12, 2), "is frozen on 2 December 2026"),
        (date(2026, 12, 3), "was frozen on 2 December 2026, and what comes now is listed as late"),
        (date(2026, 12, 10), "was frozen"),
        (date(2026, 12, 11), "and why.\n"),
    ],
)
def test_it_says_whether_what_comes_can_still_be_read(store: Store, today: date, said: str) -> None:
    assert said in reminder(store.board, owed(store, today=today), today).text


def test_it_goes_to_the_addresses_of_both_and_to_no_telephone(store: Store) -> None:
    both = reminder(store.board, owed(store), TODAY)
    assert both.to == ("partnership@testbridge.example", "owen.clarke@testbridge.example")
    assert reminder(store.board, owed(store, "health"), TODAY).to == ()


def test_an_agency_without_a_lead_is_written_to_all_the_same(store: Store) -> None:
    text = reminder(store.board, owed(store, "police"), TODAY).text
    assert text.startswith("To: Testbridge Police (no data lead is named)\n")


def test_the_mail_link_carries_the_whole_text(store: Store) -> None:
    made = reminder(store.board, owed(store), TODAY)
    link = urlsplit(made.mail_link)
    said = parse_qs(link.query)
    assert (link.scheme, link.path) == ("mailto", "partnership@testbridge.example,owen.clarke@testbridge.example")
    assert said["body"] == [made.text]
    assert said["subject"] == ["Testbridge Partnership: data awaited from Testbridge Business Unit"]


def test_gaps_of_one_dataset_in_two_states_are_two_lines(store: Store, send: Send) -> None:
    send("escalations", Q1.label, date(2026, 7, 20), until=date(2026, 6, 29))
    states = [[each.state.value for each in same] for same in by_dataset(owed(store))]
    assert states == [["partly"], ["overdue"], ["overdue", "overdue"]]
    assert "Q1 2026/27: we hold it only to 29 June 2026, due on 20 August 2026, 97 days overdue" in (
        reminder(store.board, owed(store), TODAY).text
    )


# The minutes


def test_the_minutes_name_what_had_not_come_and_blame_nobody(store: Store, send: Send, hand_in: Send) -> None:
    send("escalations", Q1.label, date(2026, 7, 20), until=date(2026, 6, 29))
    send("board_attendance", Q1.label, date(2026, 7, 20))
    hand_in(Q1.label, "", "nil_return", date(2026, 8, 1))
    assert for_the_minutes(missing(store, [Q1], date(2026, 9, 10)), date(2026, 9, 10)) == (
        "The partnership noted that of the data due by 10 September 2026 this had not been received in full. Testbridge "
        "Business Unit: escalations to the chair for Q1 2026/27 (held to 29 June 2026); Testbridge Police: public protection "
        "orders and notices for Q1 2026/27."
    )


def test_the_minutes_say_that_all_came_or_that_nothing_was_due(store: Store, send: Send, hand_in: Send) -> None:
    assert for_the_minutes(missing(store, [Q1], date(2026, 7, 1)), date(2026, 7, 1)) == "By 1 July 2026 no data was due."
    for dataset in ("escalations", "board_attendance"):
        send(dataset, Q1.label, date(2026, 7, 20))
    found = [each for each in missing(store, [Q1], date(2026, 9, 1)) if each.agency == "partnership"]
    assert for_the_minutes(found, date(2026, 9, 1)) == (
        "The partnership noted that all data due from Testbridge Business Unit by 1 September 2026 had been received."
    )
    send("public_protection_orders", Q1.label, date(2026, 7, 20), agency="police")
    hand_in(Q1.label, "4", "", date(2026, 7, 20))
    assert for_the_minutes(missing(store, [Q1], date(2026, 9, 1)), date(2026, 9, 1)) == (
        "The partnership noted that all data due by 1 September 2026 had been received."
    )


# The calendar


def test_an_agencys_calendar_holds_its_due_day_its_sign_off_and_the_meeting(store: Store) -> None:
    content = due_calendar(store.board, store.board.agency("partnership"), date(2026, 7, 2), datetime(2026, 7, 2, 9))
    found = {str(each["uid"]): each for each in Calendar.from_ical(content).walk("VEVENT")}
    days = {uid.split("@")[0]: each["dtstart"].dt for uid, each in found.items()}
    assert days["due.partnership.2026-08-20"] == date(2026, 8, 20)
    assert days["sign.partnership.2026-08-27"] == date(2026, 8, 27)
    assert days["meets.2026-09-10"] == date(2026, 9, 10)
    due = found["due.partnership.2026-08-20@safeguarding-scorecard"]
    assert due["summary"] == "Data for Q1 2026/27 due: Testbridge Business Unit to Testbridge Partnership"
    assert "- Escalations to the chair\n- Attendance at the board by agency" in due["description"]
    assert due["dtstamp"].dt == datetime(2026, 7, 2, 9, tzinfo=UTC)
    assert due["dtend"].dt == date(2026, 8, 21)


def test_without_a_meeting_the_calendar_holds_the_due_day_alone(store: Store) -> None:
    content = due_calendar(store.board, store.board.agency("police"), date(2027, 2, 2), datetime(2027, 2, 2, 9))
    uids = [str(each["uid"]) for each in Calendar.from_ical(content).walk("VEVENT")]
    assert uids[0] == "due.police.2027-01-30@safeguarding-scorecard"
    assert not any(each.startswith(("sign", "meets")) for each in uids)


def test_a_calendar_escapes_what_would_break_it() -> None:
    text = "One, two; three\\four\nfive — “six”"
    content = calendar_file(
        [Reminded(id="x", day=date(2026, 1, 31), title=text, text=text, alarm_days=7)], datetime(2026, 1, 1)
    )
    assert b"\r\nBEGIN:VEVENT" in content
    assert max(map(len, content.split(b"\r\n"))) <= 75
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert (event["summary"], event["description"], event["dtend"].dt) == (text, text, date(2026, 2, 1))
