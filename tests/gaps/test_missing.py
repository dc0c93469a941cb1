"""Spec: what was expected, when it was due, who owns it, how late it is, and how that stood at an earlier meeting."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import pytest

from metrics.gaps.as_at import as_at
from metrics.gaps.missing import Arrival, Expected, gaps, missing
from metrics.gaps.sign_offs import sign_off
from metrics.periods import Period
from metrics.store import Store
from tests.gaps.conftest import DUE, Q1, Q2, Q4, Send

DAY = timedelta(days=1)


def of(found: Sequence[Expected], dataset: str, period: Period) -> Expected:
    return next(each for each in found if each.dataset == dataset and each.period == period)


@pytest.mark.parametrize(
    ("days", "state", "late"),
    [(-1, Arrival.NOT_DUE, 0), (0, Arrival.NOT_DUE, 0), (1, Arrival.OVERDUE, 1), (9, Arrival.OVERDUE, 9)],
)
def test_data_is_overdue_from_the_day_after_its_data_day(store: Store, days: int, state: Arrival, late: int) -> None:
    due = DUE[Q1.label]
    found = of(missing(store, [Q1], due + days * DAY), "escalations", Q1)
    assert (found.state, found.days_late, found.due, found.meeting) == (state, late, due, date(2026, 9, 10))
    assert (found.lead, found.contact) == ("Marta Lis, business manager", "partnership@testbridge.example")


@pytest.mark.parametrize(("days", "state", "late"), [(-1, Arrival.RECEIVED, 0), (0, Arrival.RECEIVED, 0), (1, Arrival.LATE, 1)])
def test_what_comes_on_the_data_day_is_in_time_and_what_comes_a_day_after_is_late(
    store: Store, send: Send, days: int, state: Arrival, late: int
) -> None:
    send("escalations", Q1.label, DUE[Q1.label] + days * DAY)
    found = of(missing(store, [Q1], date(2026, 12, 1)), "escalations", Q1)
    assert (found.state, found.days_late, found.received_on) == (state, late, DUE[Q1.label] + days * DAY)


def test_an_agency_that_agreed_to_sixty_days_is_due_by_those_and_read_at_the_meeting_after(store: Store) -> None:
    found = of(missing(store, [Q1], date(2026, 9, 1)), "returns", Q1)
    assert (found.due, found.meeting, found.days_late) == (date(2026, 8, 29), date(2026, 9, 10), 3)


def test_a_file_that_stops_short_is_partly_there_and_says_to_when(store: Store, send: Send) -> None:
    send("escalations", Q1.label, date(2026, 7, 20), until=date(2026, 6, 29))
    found = of(missing(store, [Q1], date(2026, 9, 1)), "escalations", Q1)
    assert (found.state, found.data_to, found.days_late) == (Arrival.PARTLY, date(2026, 6, 29), 12)


def test_what_came_says_whether_it_is_signed_off(store: Store, send: Send) -> None:
    send("escalations", Q1.label, date(2026, 7, 20))
    assert of(missing(store, [Q1], date(2026, 9, 1)), "escalations", Q1).unsigned
    assert not of(missing(store, [Q1], date(2026, 9, 1)), "board_attendance", Q1).unsigned
    sign_off(store, "partnership", "Marta Lis")
    assert not of(missing(store, [Q1], date(2026, 9, 1)), "escalations", Q1).unsigned


def test_a_returned_figure_can_be_signed_off_too(store: Store, hand_in: Send) -> None:
    hand_in(Q1.label, "4", "", date(2026, 8, 10))
    found = of(missing(store, [Q1], date(2026, 9, 1)), "returns", Q1)
    assert (found.state, found.unsigned) == (Arrival.RECEIVED, True)
    sign_off(store, "health", "Ruth Ellery")
    assert not of(missing(store, [Q1], date(2026, 9, 1)), "returns", Q1).unsigned


def test_a_past_meeting_sees_what_had_come_by_its_evening_and_nothing_later(store: Store, send: Send) -> None:
    meeting = date(2026, 9, 10)
    send("escalations", Q1.label, meeting)
    send("board_attendance", Q1.label, meeting + DAY)
    seen = as_at(store.board, date(2026, 11, 1), meeting)
    then = missing(store, [Q1], seen.day, seen.known_at)
    assert of(then, "escalations", Q1).state is Arrival.LATE
    assert (of(then, "board_attendance", Q1).state, of(then, "board_attendance", Q1).days_late) == (Arrival.OVERDUE, 21)
    now = missing(store, [Q1], date(2026, 11, 1))
    assert of(now, "board_attendance", Q1).state is Arrival.LATE


def test_a_past_meeting_does_not_know_a_figure_returned_after_it(store: Store, hand_in: Send) -> None:
    hand_in(Q1.label, "4", "", date(2026, 9, 11))
    seen = as_at(store.board, date(2026, 11, 1), date(2026, 9, 10))
    assert of(missing(store, [Q1], seen.day, seen.known_at), "returns", Q1).state is Arrival.OVERDUE


def test_the_history_of_a_first_file_is_not_late_and_says_that_it_is_history(store: Store, send: Send) -> None:
    send("escalations", Q4.label, date(2026, 10, 30), until=Q2.last_day)
    found = missing(store, [Q4, Q1, Q2], date(2026, 12, 1))
    assert [of(found, "escalations", each).history for each in (Q4, Q1, Q2)] == [True, True, False]
    assert all(of(found, "escalations", each).state is Arrival.RECEIVED for each in (Q4, Q1, Q2))


def test_gaps_are_by_agency_in_the_boards_order(store: Store, send: Send) -> None:
    send("escalations", Q1.label, date(2026, 7, 20))
    found = gaps(missing(store, [Q1], date(2026, 9, 1)))
    assert {agency: [each.dataset for each in same] for agency, same in found.items()} == {
        "partnership": ["board_attendance"],
        "police": ["public_protection_orders"],
        "health": ["returns"],
    }


# As at which day


def test_now_is_today_before_the_next_meeting(store: Store) -> None:
    seen = as_at(store.board, date(2026, 9, 11))
    assert (seen.day, seen.known_at, seen.meeting, seen.last.label) == (
        date(2026, 9, 11),
        None,
        date(2026, 12, 10),
        "2026/27 Q1",
    )


def test_on_the_day_of_a_meeting_it_is_still_the_next_one(store: Store) -> None:
    assert as_at(store.board, date(2026, 9, 10)).meeting == date(2026, 9, 10)
    assert as_at(store.board, date(2026, 9, 10), date(2026, 9, 10)).known_at is None


def test_a_past_meeting_is_seen_as_at_the_end_of_its_day(store: Store) -> None:
    seen = as_at(store.board, date(2026, 9, 11), date(2026, 9, 10))
    assert (seen.day, seen.known_at, seen.last.label) == (
        date(2026, 9, 10),
        datetime.combine(date(2026, 9, 10), time.max),
        "2026/27 Q1",
    )


def test_after_the_last_meeting_there_is_none(store: Store) -> None:
    assert as_at(store.board, date(2026, 12, 11)).meeting is None


def test_a_day_without_a_meeting_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match=r"does not meet on 2026-09-09\. Its meetings: 2026-06-11, 2026-09-10"):
        as_at(store.board, date(2026, 11, 1), date(2026, 9, 9))
