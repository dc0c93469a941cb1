"""Spec: which returned figure stands for a period, what may be made of finer ones, and how agencies are added up."""

from datetime import date, datetime

import pytest

from metrics.board import read_board
from metrics.catalogue import indicator, read_catalogue
from metrics.coverage import State
from metrics.figures import figures
from metrics.periods import parse_period
from metrics.scorecard import scorecard
from metrics.store import Store
from tests.returns.conftest import BOARD, RECEIVED, Figured, Hand, groups
from tests.store.deliveries import plans_delivery

HEAD = "indicator | period | numerator | denominator | value | status | note"
MONTHS = "\n".join(f"referrals | 2026-0{month} | {month} | | | |" for month in (4, 5, 6))


def test_a_number_returned_for_the_period_is_its_figure(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026/27 Q2 | 412 | | | |")
    found = figure("referrals", "2026/27 Q2")
    assert (found.value, found.numerator, found.denominator, found.state) == (412, 412, None, State.VALUE)
    assert (found.returned_by, found.data_to, found.families) == (("council",), date(2026, 9, 30), None)


def test_a_share_is_worked_out_from_its_parts(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nassessments_within_45_days | 2026/27 Q2 | 3 | 4 | 70 | |")
    found = figure("assessments_within_45_days", "2026/27 Q2")
    assert (found.value, found.numerator, found.denominator) == (75, 3, 4)


def test_a_share_that_came_without_its_parts_stands_as_it_came(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nassessments_within_45_days | 2026/27 Q2 | | | 70.5 | |")
    found = figure("assessments_within_45_days", "2026/27 Q2")
    assert (found.value, found.numerator, found.denominator) == (70.5, None, None)


def test_a_rate_is_worked_out_from_the_number_and_the_population_whatever_is_supplied(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nreferrals_rate | 2026/27 | 51 | 18000 | 30 | |")
    found = figure("referrals_rate", "2026/27")
    assert (found.value, found.numerator, found.denominator) == (pytest.approx(25.5), 51, 20_000)


def test_an_average_is_worked_out_from_its_parts(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nsocial_worker_caseload | 2026-09 | 30 | 2 | | |")
    assert figure("social_worker_caseload", "2026-09").value == 15


def test_a_share_of_nothing_is_no_cases_and_a_nought_is_a_nought(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nassessments_within_45_days | 2026-09 | 0 | 0 | | |\nreferrals | 2026-09 | 0 | | | |")
    assert figure("assessments_within_45_days", "2026-09").state is State.NO_CASES
    assert (figure("referrals", "2026-09").value, figure("referrals", "2026-09").state) == (0, State.ZERO)


# Calendars


def test_a_quarter_is_the_sum_of_its_months_when_every_one_is_there(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\n{MONTHS}")
    assert figure("referrals", "2026/27 Q1").value == 15


def test_a_quarter_with_a_month_lacking_is_not_made_and_the_month_is_named(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\n{MONTHS.splitlines()[0]}\n{MONTHS.splitlines()[2]}")
    found = figure("referrals", "2026/27 Q1")
    assert (found.value, found.state) == (None, State.AWAITING)
    assert "Testbridge Council: May 2026, due since" in (found.waiting_for or "")


def test_a_month_is_never_made_from_a_quarter(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026/27 Q1 | 30 | | | |\ncp_plans_open | 2026/27 Q1 | 90 | | | |")
    assert [figure(each, "2026-06").value for each in ("referrals", "cp_plans_open")] == [None, None]


def test_a_return_of_the_very_period_stands_before_a_sum(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\n{MONTHS}\nreferrals | 2026/27 Q1 | 16 | | | |")
    assert figure("referrals", "2026/27 Q1").value == 16


def test_a_year_may_be_made_of_quarters_or_of_months_but_not_of_some_of_each(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\n" + "\n".join(f"referrals | 2025/26 Q{each} | 10 | | | |" for each in (1, 2, 3, 4)))
    assert figure("referrals", "2025/26").value == 40
    hand_in(f"{HEAD}\n" + "\n".join(f"referrals | 2024/25 Q{each} | 10 | | | |" for each in (1, 2, 3)))
    hand_in(
        f"{HEAD}\n" + "\n".join(f"referrals | 2025-0{each} | 1 | | | |" for each in (1, 2, 3)),
        received_at=datetime(2026, 11, 1),
    )
    assert figure("referrals", "2024/25").value is None


def test_shares_of_months_are_added_by_their_parts(hand_in: Hand, figure: Figured) -> None:
    rows = [
        f"assessments_within_45_days | 2026-0{month} | {n} | {d} | | |" for month, n, d in ((4, 1, 1), (5, 0, 2), (6, 1, 1))
    ]
    hand_in("\n".join([HEAD, *rows]))
    found = figure("assessments_within_45_days", "2026/27 Q1")
    assert (found.value, found.numerator, found.denominator) == (50, 2, 4)


@pytest.mark.parametrize("name", ["cp_plans_open", "social_worker_turnover"])
def test_what_is_counted_on_a_day_or_over_twelve_months_is_the_return_that_ends_on_the_same_day(
    name: str, hand_in: Hand, figure: Figured
) -> None:
    rows = [f"{name} | {period} | {n} | 100 | | |" for period, n in (("2026-04", 1), ("2026-05", 2), ("2026-06", 3))]
    hand_in("\n".join([HEAD, *rows]))
    assert figure(name, "2026/27 Q1").numerator == 3
    assert figure(name, "2026/27").value is None


def test_a_part_without_a_figure_leaves_the_sum_without_one_and_a_nil_return_adds_nothing(
    hand_in: Hand, figure: Figured
) -> None:
    first, _, last = MONTHS.splitlines()
    hand_in(f"{HEAD}\n{first}\n{last}\nreferrals | 2026-05 | | | | no_analyst | ")
    assert (figure("referrals", "2026/27 Q1").value, figure("referrals", "2026/27 Q1").state) == (None, State.NO_ANALYST)
    hand_in(f"{HEAD}\nreferrals | 2026-05 | | | | nil_return |", received_at=datetime(2026, 11, 1))
    assert figure("referrals", "2026/27 Q1").value == 10


def test_those_who_are_counted_once_and_middle_values_are_never_added_up() -> None:
    once = indicator("referrals").model_copy(
        update={"sql": "select referral.child_id as counted_as from referrals as referral"}
    )
    middle = indicator("referrals").model_copy(update={"statistic": "median", "unit": "days"})
    assert [each.adds_up for each in (indicator("referrals"), once, middle)] == [True, False, False]


# States


@pytest.mark.parametrize("status", ["nil_return", "no_system", "no_analyst", "not_collected", "disclosure", "late"])
def test_a_reason_for_a_blank_is_the_state_of_the_figure_and_is_said_with_its_note(
    status: str, hand_in: Hand, figure: Figured
) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026-09 | | | | {status} | As agreed in July")
    found = figure("referrals", "2026-09")
    assert (found.value, found.numerator, found.state) == (None, None, State(status))
    assert (found.waiting_for or "").startswith("Testbridge Council: ")
    assert (found.waiting_for or "").endswith("Note: As agreed in July")


def test_a_provisional_figure_is_one(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026-09 | 5 | | | provisional |")
    assert (figure("referrals", "2026-09").value, figure("referrals", "2026-09").state) == (5, State.PROVISIONAL)


@pytest.mark.parametrize(
    ("period", "today", "state"),
    [
        ("2026/27 Q1", "2026-12-31", State.NOT_COVERED),
        ("2026/27 Q3", "2027-01-30", State.NOT_DUE),
        ("2026/27 Q3", "2027-01-31", State.AWAITING),
    ],
)
def test_before_the_first_return_not_yet_due_and_overdue_are_told_apart(
    hand_in: Hand, figure: Figured, period: str, today: str, state: State
) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026/27 Q2 | 5 | | | |")
    assert figure("referrals", period, today=date.fromisoformat(today)).state is state


# Several agencies


def test_agencies_are_added_up_and_each_is_a_group(hand_in: Hand, figure: Figured, store: Store) -> None:
    hand_in(f"{HEAD}\nmissing_episodes | 2026-09 | 5 | | | |", "police")
    hand_in(f"{HEAD}\nmissing_episodes | 2026-09 | 6 | | | |", "health")
    assert figure("missing_episodes", "2026-09").value == 11
    by_agency = groups(store, "missing_episodes", "2026-09", "agency")
    assert {name: each.value for name, each in by_agency.items()} == {"Testbridge Health": 6, "Testbridge Police": 5}


def test_an_agency_that_lacks_leaves_the_whole_waiting_for_it_by_name_and_the_others_as_groups(
    hand_in: Hand, figure: Figured, store: Store
) -> None:
    hand_in(f"{HEAD}\nmissing_episodes | 2026-09 | 5 | | | |", "police")
    found = figure("missing_episodes", "2026-09")
    assert (found.value, found.state, found.waiting_for) == (
        None,
        State.AWAITING,
        "Testbridge Health, due since 30 October 2026",
    )
    by_agency = groups(store, "missing_episodes", "2026-09", "agency")
    assert [(each.value, each.state) for each in by_agency.values()] == [(None, State.AWAITING), (5, State.VALUE)]


def test_an_agency_with_a_reason_leaves_the_whole_without_a_figure_for_that_reason(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nmissing_episodes | 2026-09 | 5 | | | |", "police")
    hand_in(f"{HEAD}\nmissing_episodes | 2026-09 | | | | no_system |", "health")
    found = figure("missing_episodes", "2026-09")
    assert (found.value, found.state, found.waiting_for) == (None, State.NO_SYSTEM, "Testbridge Health: no system holds it")


def test_a_nil_return_beside_a_figure_adds_nothing_and_all_of_them_are_one(
    hand_in: Hand, figure: Figured, store: Store
) -> None:
    hand_in(f"{HEAD}\nmissing_episodes | 2026-09 | | | | nil_return |", "health")
    hand_in(f"{HEAD}\nmissing_episodes | 2026-09 | 5 | | | |", "police")
    assert (figure("missing_episodes", "2026-09").value, figure("missing_episodes", "2026-09").state) == (5, State.VALUE)
    assert groups(store, "missing_episodes", "2026-09", "agency")["Testbridge Health"].state is State.NIL_RETURN
    hand_in(f"{HEAD}\nmissing_episodes | 2026-09 | | | | nil_return |", "police", datetime(2026, 11, 1))
    assert figure("missing_episodes", "2026-09").state is State.NIL_RETURN


def test_a_figure_that_nobody_was_asked_for_is_taken(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nprivate_fostering_notifications | 2026-09 | 3 | | | |", "visitor")
    assert figure("private_fostering_notifications", "2026-09").value == 3
    assert figure("private_fostering_notifications", "2026-08").state is State.NOT_RECORDED


# Where there are records too


def test_records_win_where_they_reach_the_period_and_returns_fill_the_rest(
    store: Store, hand_in: Hand, figure: Figured
) -> None:
    hand_in(f"{HEAD}\ncp_plans_open | 2026-08 | 90 | | | |\ncp_plans_open | 2026-09 | 91 | | | |")
    plans = [("ann", date(2026, 5, 1), None), ("bob", date(2026, 6, 1), None)]
    store.accept(plans_delivery("1", RECEIVED, (date(2026, 4, 1), date(2026, 8, 31)), plans))
    assert [
        (figure("cp_plans_open", each).value, figure("cp_plans_open", each).returned_by) for each in ("2026-08", "2026-09")
    ] == [
        (2, ()),
        (91, ("council",)),
    ]


def test_records_that_reach_only_into_a_period_give_way_to_a_return_of_all_of_it(
    store: Store, hand_in: Hand, figure: Figured
) -> None:
    plans = [("ann", date(2026, 5, 1), None)]
    store.accept(plans_delivery("1", RECEIVED, (date(2026, 4, 1), date(2026, 9, 14)), plans))
    assert (figure("cp_plans_started", "2026-09").value, figure("cp_plans_started", "2026-09").state) == (0, State.PROVISIONAL)
    hand_in(f"{HEAD}\ncp_plans_started | 2026-09 | 7 | | | |")
    assert (figure("cp_plans_started", "2026-09").value, figure("cp_plans_started", "2026-09").state) == (7, State.VALUE)


# The board


def test_an_agency_can_return_only_what_is_counted() -> None:
    with pytest.raises(ValueError, match="shoe_sizes: no such indicator"):
        read_board(BOARD.replace('["missing_episodes"]', '["shoe_sizes"]', 1))


def test_the_scorecard_says_who_returned_and_whom_to_ask(store: Store, hand_in: Hand) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026/27 Q2 | 5 | | | |\nre_referrals | 2026/27 Q2 | | | | nil_return |")
    hand_in(f"{HEAD}\nmissing_episodes | 2026/27 Q2 | 5 | | | |", "police")
    card = scorecard(store, parse_period("2026/27 Q2"), today=date(2026, 11, 20))
    lines = {each.indicator.id: each for each in card.lines}
    assert lines["referrals"].sentence == "5, as returned in Q2 2026/27; new: nothing to compare with."
    assert lines["referrals"].received_on == RECEIVED.date()
    assert (lines["missing_episodes"].asked, lines["missing_episodes"].is_missing) == (("Testbridge Health",), True)
    assert (lines["re_referrals"].figure.state, lines["re_referrals"].is_missing) == (State.NIL_RETURN, False)
    assert card.values_in == 2


def test_every_indicator_of_the_catalogue_can_be_fed_by_a_return(store: Store, hand_in: Hand) -> None:
    rows = [
        f"{each} | 2026/27 Q2 | 3 | 4 | {75 if found.unit == 'percent' else ''} | |" for each, found in read_catalogue().items()
    ]
    rows = [row if read_catalogue()[row.split(" ")[0]].statistic == "sum" else row.replace("|  |", "| 3 |") for row in rows]
    hand_in("\n".join([HEAD, *rows]))
    everyone = list(read_catalogue().values())
    found = figures(store, everyone, [parse_period("2026/27 Q2")], today=date(2026, 11, 20))
    assert {each.indicator for each in found if each.value is None} <= {"missing_episodes"}  # two agencies are to return it
