"""Spec: which returns are expected from whom, since when, and what is said to those who have not sent."""

from datetime import date, datetime

import pytest

from metrics.gaps.missing import Arrival, Expected, gaps, missing
from metrics.gaps.reminder import reminder
from metrics.intake import read_delivery
from metrics.periods import parse_period
from metrics.returns.sheet import sheet_csv
from metrics.store import Store
from metrics.taking.preview import Moved, Preview
from metrics.taking.receipt import leaving, unexpected
from tests.returns.conftest import RECEIVED, RETURNED, Hand, read

HEAD = "indicator | period | group_by | group | numerator | status"
Q1, Q2, Q3 = (parse_period(f"2026/27 Q{each}") for each in (1, 2, 3))


def expected(store: Store, agency: str = "police", today: date = date(2026, 11, 9)) -> list[Expected]:
    found = missing(store, [Q1, Q2], today)
    return [each for each in found if each.agency == agency and each.indicator]


def states(store: Store, **given: object) -> list[Arrival]:
    return [each.state for each in expected(store, **given)]  # type: ignore[arg-type]


def test_a_return_is_expected_of_each_agency_that_the_board_file_names_for_each_indicator(store: Store) -> None:
    found = missing(store, [Q2], date(2026, 11, 9))
    assert [(each.agency, each.indicator or each.dataset) for each in found] == [
        ("council", "cp_plans"),
        *(("council", each) for each in RETURNED),
        ("police", "missing_episodes"),
        ("health", "missing_episodes"),
    ]


@pytest.mark.parametrize(
    ("today", "state", "late"),
    [("2026-10-30", Arrival.NOT_DUE, 0), ("2026-10-31", Arrival.OVERDUE, 1), ("2026-11-09", Arrival.OVERDUE, 10)],
)
def test_it_is_overdue_from_the_day_after_the_due_day(store: Store, today: str, state: Arrival, late: int) -> None:
    found = expected(store, today=date.fromisoformat(today))[1]
    assert (found.state, found.days_late, found.due) == (state, late, date(2026, 10, 30))


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("nil_return", Arrival.NIL_RETURN),
        ("no_system", Arrival.EXPLAINED),
        ("no_analyst", Arrival.EXPLAINED),
        ("not_collected", Arrival.EXPLAINED),
        ("disclosure", Arrival.EXPLAINED),
        ("late", Arrival.SAID_LATE),
    ],
)
def test_what_an_agency_says_instead_of_a_figure_is_told_apart(
    store: Store, hand_in: Hand, status: str, state: Arrival
) -> None:
    hand_in(f"{HEAD}\nmissing_episodes | Q2 2026/27 | | | | {status}", "police")
    assert states(store) == [Arrival.BEFORE, state]


def test_it_is_late_when_it_first_came_after_the_due_day_and_a_correction_is_not(store: Store, hand_in: Hand) -> None:
    hand_in(f"{HEAD}\nmissing_episodes | Q2 2026/27 | | | 5 |", "police", datetime(2026, 10, 20))
    hand_in(f"{HEAD}\nmissing_episodes | Q2 2026/27 | | | 6 |", "police", datetime(2026, 11, 5))
    hand_in(f"{HEAD}\nmissing_episodes | Q2 2026/27 | | | 6 |", "health", datetime(2026, 11, 5))
    assert states(store) == [Arrival.BEFORE, Arrival.RECEIVED]
    assert [(each.state, each.days_late) for each in expected(store, "health")] == [(Arrival.BEFORE, 0), (Arrival.LATE, 6)]


def test_the_history_that_comes_with_a_first_return_is_not_late(store: Store, hand_in: Hand) -> None:
    hand_in(f"{HEAD}\nmissing_episodes | Q1 2026/27 | | | 4 |\nmissing_episodes | Q2 2026/27 | | | 5 |", "police")
    assert states(store) == [Arrival.RECEIVED, Arrival.RECEIVED]


def test_months_that_make_up_a_quarter_are_its_return(store: Store, hand_in: Hand) -> None:
    hand_in(HEAD + "".join(f"\nmissing_episodes | 2026-0{each} | | | 4 |" for each in (7, 8, 9)), "police")
    assert states(store)[1] is Arrival.RECEIVED


def test_the_reminder_names_what_is_owed(store: Store, hand_in: Hand) -> None:
    hand_in(f"{HEAD}\nmissing_episodes | Q1 2026/27 | | | 5 |", "police", datetime(2026, 7, 20))
    owed = gaps(missing(store, [Q1, Q2], date(2026, 11, 9)))["police"]
    assert "Q2 2026/27: due on 30 October 2026, 10 days overdue" in reminder(store.board, owed, date(2026, 11, 9)).text
    hand_in(f"{HEAD}\nmissing_episodes | Q2 2026/27 | | | | late", "police", datetime(2026, 10, 20))
    owed = gaps(missing(store, [Q1, Q2], date(2026, 11, 9)))["police"]
    assert (
        "you told us that it would be late, due on 30 October 2026, 10 days"
        in reminder(store.board, owed, date(2026, 11, 9)).text
    )


def test_a_figure_that_an_agency_is_not_to_return_is_questioned(store: Store) -> None:
    delivery = read(store, f"{HEAD}\nmissing_episodes | Q2 2026/27 | | | 5 |\nreferrals | Q2 2026/27 | | | 5 |", "police")
    (said,) = unexpected(store.board, delivery)
    assert said == (
        "Testbridge Police is not expected to return referrals to children's social care. "
        "Check that the right agency is chosen."
    )


def test_groups_that_a_new_return_leaves_out_are_said_before_it_is_taken() -> None:
    moved = Moved(dataset="returns", title="Returned figures", added=0, altered=1, gone=2)
    (said,) = leaving(Preview(period=Q2, lines=(), moved=(moved,), restated=()))
    assert said.startswith(
        "2 rows of returned figures held from earlier files would be gone: this one names the same indicators"
    )


def test_the_sheet_of_an_agency_has_a_row_for_each_of_its_indicators_and_reads_back(store: Store) -> None:
    sheet = sheet_csv(store.board, store.board.agency("police"), Q2)
    filled = sheet.replace(",,,,,,,,899", ",,,5,,,,,899")
    assert filled != sheet
    found = read_delivery(filled.encode(), agency="police", board=store.board, key=store.key, received_at=RECEIVED)
    rows = found.submissions[0].rows
    assert rows is not None
    assert [(each["indicator"], each["period"], each["numerator"]) for each in rows.to_pylist()] == [
        ("missing_episodes", "2026/27 Q2", "5")
    ]


def test_an_agency_that_returns_nothing_has_no_sheet(store: Store) -> None:
    with pytest.raises(ValueError, match="names no indicator that Testbridge Visitor returns"):
        sheet_csv(store.board, store.board.agency("visitor"), Q2)
