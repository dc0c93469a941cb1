"""Spec: how old a figure is when the board meets, and where the days went."""

from datetime import date, datetime

from metrics.gaps.data_age import DataAge, data_ages, lost
from metrics.gaps.sign_offs import sign_off
from metrics.store import Store
from tests.gaps.conftest import Q1, Q2, Send

MET = date(2026, 12, 10)
TODAY = date(2026, 11, 25)


def age(store: Store, name: str = "escalations_to_chair", known_at: datetime | None = None, met: date = MET) -> DataAge | None:
    found = data_ages(store, Q2, met, TODAY, known_at)
    return next((each for each in found if each.indicator.id == name), None)


def legs(found: DataAge | None) -> tuple[int, int | None, int, int] | None:
    return (found.to_received, found.to_signed, found.to_meeting, found.age) if found else None


def test_the_days_run_from_the_end_of_the_period_to_receiving_to_signing_to_the_meeting(store: Store, send: Send) -> None:
    send("escalations", Q2.label, date(2026, 10, 20))
    sign_off(store, "partnership", "Marta Lis", at=datetime(2026, 11, 1, 9))
    assert legs(age(store)) == (20, 12, 39, 71)
    found = age(store)
    assert found is not None
    assert found.to_received + (found.to_signed or 0) + found.to_meeting == found.age


def test_a_figure_that_nobody_signed_has_no_such_leg_and_waits_from_receiving(store: Store, send: Send) -> None:
    send("escalations", Q2.label, date(2026, 10, 20))
    assert legs(age(store)) == (20, None, 51, 71)


def test_the_newest_quarter_that_has_a_figure_is_read(store: Store, send: Send) -> None:
    send("escalations", Q1.label, date(2026, 7, 20))
    found = age(store)
    assert found is not None
    assert (found.period, legs(found)) == (Q1, (20, None, 143, 163))


def test_a_short_file_is_as_old_as_its_last_day(store: Store, send: Send) -> None:
    send("escalations", Q2.label, date(2026, 10, 20), until=date(2026, 9, 20))
    found = age(store)
    assert found is not None
    assert (found.data_to, found.age) == (date(2026, 9, 20), 81)


def test_a_correction_does_not_make_it_younger_and_its_sign_off_counts(store: Store, send: Send) -> None:
    send("escalations", Q2.label, date(2026, 10, 20))
    store_again = send("escalations", Q2.label, date(2026, 10, 30), until=date(2026, 10, 29))
    sign_off(store, "partnership", "Marta Lis", submissions=[store_again], at=datetime(2026, 11, 1, 9))
    assert legs(age(store)) == (20, 12, 39, 71)


def test_what_came_after_a_past_meeting_is_not_known_to_it(store: Store, send: Send) -> None:
    send("escalations", Q1.label, date(2026, 9, 11))
    assert age(store, known_at=datetime(2026, 9, 10, 23), met=date(2026, 9, 10)) is None


def test_a_returned_figure_is_as_old_as_its_period(store: Store, hand_in: Send) -> None:
    hand_in(Q1.label, "4", "", date(2026, 8, 10))
    found = age(store, "fgm_referrals_received")
    assert found is not None
    assert (found.period, legs(found)) == (Q1, (41, None, 122, 163))


def test_all_figures_together_have_a_middle(store: Store, send: Send) -> None:
    send("escalations", Q2.label, date(2026, 10, 20))
    send("board_attendance", Q1.label, date(2026, 7, 20))
    found = lost(data_ages(store, Q2, MET, TODAY))
    assert found is not None
    assert (found.figures, found.age, found.to_received, found.to_signed, found.to_meeting) == (2, 117, 20, None, 97)


def test_no_figure_has_no_middle(store: Store) -> None:
    assert lost(data_ages(store, Q2, MET, TODAY)) is None
