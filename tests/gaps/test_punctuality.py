"""Spec: n of N in time, how late the rest was, what was there at the meeting; meeting by meeting."""

from datetime import date, timedelta

from metrics.gaps.missing import missing
from metrics.gaps.punctuality import Punctuality, Record, punctuality
from metrics.store import Store
from tests.gaps.conftest import DUE, Q1, Q2, Q4, Send

DAY = timedelta(days=1)
MET = date(2026, 9, 10)


def records(store: Store, today: date) -> dict[str, Punctuality]:
    return {each.agency: each for each in punctuality(missing(store, [Q4, Q1, Q2], today), today)}


def test_each_meeting_counts_what_it_reads(store: Store, send: Send) -> None:
    send("escalations", Q4.label, DUE[Q4.label])
    send("board_attendance", Q4.label, DUE[Q4.label] + 4 * DAY)
    send("escalations", Q1.label, DUE[Q1.label] + 2 * DAY)
    found = records(store, date(2026, 10, 1))["partnership"]
    assert [day for day, _ in found.meetings] == [MET, date(2026, 6, 11)]
    june, september = dict(found.meetings)[date(2026, 6, 11)], dict(found.meetings)[MET]
    assert june == Record(expected=2, in_time=1, late=(4,), by_meeting=2, awaited=0)
    assert september == Record(expected=2, in_time=0, late=(2,), by_meeting=1, awaited=1)
    assert found.whole == Record(expected=4, in_time=1, late=(2, 4), by_meeting=3, awaited=1)
    assert found.whole.median_late == 3


def test_what_came_a_day_after_the_meeting_was_not_there(store: Store, send: Send) -> None:
    send("escalations", Q1.label, MET)
    send("board_attendance", Q1.label, MET + DAY)
    september = dict(records(store, date(2026, 10, 1))["partnership"].meetings)[MET]
    assert (september.by_meeting, september.expected, september.awaited) == (1, 2, 0)


def test_nothing_late_has_no_middle_and_what_is_not_due_yet_is_not_counted(store: Store, send: Send) -> None:
    for dataset in ("escalations", "board_attendance"):
        send(dataset, Q1.label, DUE[Q1.label])
    found = records(store, DUE[Q2.label])["partnership"]
    assert [day for day, _ in found.meetings] == [MET]
    assert (found.whole.in_time, found.whole.median_late) == (2, None)


def test_years_that_a_first_file_brought_at_once_are_not_counted(store: Store, send: Send) -> None:
    send("public_protection_orders", Q4.label, date(2026, 11, 20), agency="police", until=Q2.last_day)
    found = records(store, date(2026, 12, 1))["police"]
    assert [(day, record.in_time, record.expected) for day, record in found.meetings] == [(date(2026, 12, 10), 1, 1)]


def test_a_reason_given_in_time_is_in_time(store: Store, hand_in: Send) -> None:
    hand_in(Q4.label, "4", "", date(2026, 5, 20))
    hand_in(Q1.label, "", "no_analyst", date(2026, 8, 29))
    assert dict(records(store, date(2026, 10, 1))["health"].meetings)[MET].in_time == 1


def test_an_agency_that_sent_nothing_has_a_record_of_nothing(store: Store) -> None:
    found = records(store, date(2026, 10, 1))["police"]
    assert found.whole == Record(expected=2, in_time=0, late=(), by_meeting=0, awaited=2)
