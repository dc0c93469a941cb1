"""What the data can say about a period: one decision table for each question."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from metrics.board import Board, read_board
from metrics.catalogue import Indicator, indicator
from metrics.coverage import Coverage, Reach, State, merged
from metrics.periods import parse_period
from metrics.standing import Received
from tests.conftest import BOARD

TODAY = "2025-06-30"
Runs = list[tuple[str, str]]


def sent(*runs: tuple[str, str], agency: str = "council", dataset: str = "cp_plans", supplied: bool = True) -> list[Received]:
    """Submissions received one after the other."""
    return [
        Received(
            submission_id=number,
            agency=agency,
            dataset=dataset,
            supplied=supplied,
            covers_from=date.fromisoformat(first),
            covers_to=date.fromisoformat(last),
            as_at=date.fromisoformat(last),
            received_at=datetime(2025, 6, 1) + timedelta(hours=number),
        )
        for number, (first, last) in enumerate(runs)
    ]


def reach(name: str, period: str, received: list[Received], datasets: tuple[str, ...] = ("cp_plans",), **given: Any) -> Reach:
    board: Board = given.get("board") or read_board(BOARD)
    asked: Indicator = indicator(name).model_copy(update=given.get("header", {}))
    today = date.fromisoformat(given.get("today", TODAY))
    return Coverage(board, received, today).reach(asked, datasets, parse_period(period))


@pytest.mark.parametrize(
    ("runs", "state", "data_to"),
    [
        pytest.param([("2025-03-01", "2025-03-31")], State.VALUE, "2025-03-31", id="the_month_and_no_more"),
        pytest.param([("2020-01-01", "2025-05-31")], State.VALUE, "2025-03-31", id="more_than_the_month"),
        pytest.param([("2025-03-01", "2025-03-30")], State.PROVISIONAL, "2025-03-30", id="a_day_short_at_the_end"),
        pytest.param([("2025-03-02", "2025-03-31")], State.NOT_COVERED, None, id="a_day_short_at_the_start"),
        pytest.param([("2025-03-31", "2025-03-31")], State.NOT_COVERED, None, id="the_last_day_alone"),
        pytest.param(
            [("2025-03-01", "2025-03-15"), ("2025-03-16", "2025-03-31")], State.VALUE, "2025-03-31", id="two_runs_that_touch"
        ),
        pytest.param(
            [("2025-03-10", "2025-03-31"), ("2025-03-01", "2025-03-15")], State.VALUE, "2025-03-31", id="two_that_overlap"
        ),
        pytest.param(
            [("2025-03-01", "2025-03-14"), ("2025-03-16", "2025-03-31")], State.PROVISIONAL, "2025-03-31", id="a_gap_of_a_day"
        ),
        pytest.param([("2025-01-01", "2025-02-28")], State.AWAITING, "2025-02-28", id="only_earlier_days"),
        pytest.param([("2025-04-01", "2025-05-31")], State.NOT_COVERED, None, id="only_later_days"),
        pytest.param(
            [("2025-01-01", "2025-02-28"), ("2025-04-01", "2025-05-31")], State.AWAITING, "2025-02-28", id="a_month_left_out"
        ),
        pytest.param([], State.AWAITING, None, id="nothing_ever"),
    ],
)
def test_what_happened_in_a_month_needs_every_day_of_it(runs: Runs, state: State, data_to: str | None) -> None:
    found = reach("cp_plans_started", "2025-03", sent(*runs))
    assert (found.state, found.data_to) == (state, date.fromisoformat(data_to) if data_to else None)
    assert (found.waiting_for is None) == (state is State.VALUE)


@pytest.mark.parametrize(
    ("runs", "state"),
    [
        ([("2025-03-31", "2025-03-31")], State.VALUE),
        ([("2025-01-01", "2025-01-31"), ("2025-03-31", "2025-04-30")], State.VALUE),
        ([("2025-01-01", "2025-03-30")], State.PROVISIONAL),
        ([("2024-01-01", "2024-12-31")], State.AWAITING),
        ([("2025-04-01", "2025-04-30")], State.NOT_COVERED),
    ],
)
def test_what_is_open_on_a_day_needs_that_day_only(runs: Runs, state: State) -> None:
    assert reach("cp_plans_open", "2024/25 Q4", sent(*runs)).state is state


@pytest.mark.parametrize(
    ("runs", "state"),
    [
        ([("2024-04-01", "2025-03-31")], State.VALUE),
        ([("2024-04-02", "2025-03-31")], State.NOT_COVERED),
        ([("2025-03-01", "2025-03-31")], State.NOT_COVERED),
        ([("2024-04-01", "2024-05-31"), ("2024-07-01", "2025-03-31")], State.PROVISIONAL),
        ([("2024-04-01", "2025-02-28")], State.AWAITING),
    ],
)
def test_a_rolling_year_needs_all_its_days(runs: Runs, state: State) -> None:
    found = reach("referrals_rate", "2025-03", sent(*runs, dataset="referrals"), ("referrals",))
    assert found.state is state


@pytest.mark.parametrize(
    ("today", "state"), [("2025-04-29", State.NOT_DUE), ("2025-04-30", State.NOT_DUE), ("2025-05-01", State.AWAITING)]
)
def test_data_is_awaited_from_the_day_after_it_was_due(today: str, state: State) -> None:
    found = reach("cp_plans_started", "2025-03", sent(("2025-01-01", "2025-02-28")), today=today)
    assert found.state is state
    assert "30 April 2025" in (found.waiting_for or "")


@pytest.mark.parametrize(
    ("covers_to", "state"),
    [("2025-03-31", State.PROVISIONAL), ("2025-04-02", State.PROVISIONAL), ("2025-04-03", State.VALUE)],
)
def test_a_figure_is_provisional_until_its_last_outcomes_are_known(covers_to: str, state: State) -> None:
    found = reach("cp_plans_started", "2025-03", sent(("2025-03-01", covers_to)), header={"settles": 3})
    assert found.state is state


@pytest.mark.parametrize(
    ("runs", "state"),
    [
        ([("2024-03-01", "2025-03-31")], State.VALUE),
        ([("2024-03-02", "2025-03-31")], State.PROVISIONAL),
        ([("2024-03-01", "2024-12-31"), ("2025-01-01", "2025-03-31")], State.VALUE),
        ([("2024-03-01", "2024-12-30"), ("2025-01-01", "2025-03-31")], State.PROVISIONAL),
    ],
)
def test_a_figure_that_looks_back_needs_the_months_before_without_a_gap(runs: Runs, state: State) -> None:
    assert reach("cp_plans_started", "2025-03", sent(*runs), header={"looks_back": 12}).state is state


def without(columns: tuple[str, ...], first: str, last: str) -> list[Received]:
    return [each.model_copy(update={"lacks": columns}) for each in sent((first, last))]


@pytest.mark.parametrize(
    ("lacks", "state"),
    [
        ((), State.VALUE),
        (("category",), State.VALUE),
        (("category", "initial_category"), State.NOT_COVERED),
        (("end_date",), State.VALUE),
    ],
)
def test_files_that_say_nothing_of_what_is_needed_do_not_cover_it(lacks: tuple[str, ...], state: State) -> None:
    held = without(lacks, "2025-03-01", "2025-03-31")
    found = reach("cp_plans_neglect", "2025-03", held)
    assert found.state is state
    assert ("say nothing of category or initial_category" in (found.waiting_for or "")) == (state is State.NOT_COVERED)


def test_a_file_that_says_it_covers_its_own_days_beside_one_that_does_not() -> None:
    nothing = without(("category", "initial_category"), "2025-01-01", "2025-02-28")
    said = [each.model_copy(update={"submission_id": 9}) for each in sent(("2025-03-01", "2025-03-31"))]
    assert reach("cp_plans_neglect", "2025-03", [*nothing, *said]).state is State.VALUE
    assert reach("cp_plans_neglect", "2025-02", [*nothing, *said]).state is State.NOT_COVERED


@pytest.mark.parametrize(
    ("lacks", "state"),
    [(("team_type",), State.VALUE), (("leavers_year_fte", "team_type"), State.NOT_COVERED), ((), State.NOT_COVERED)],
)
def test_a_file_that_holds_the_year_in_one_column_covers_it_by_its_last_month(lacks: tuple[str, ...], state: State) -> None:
    held = [each.model_copy(update={"lacks": lacks}) for each in sent(("2024-09-01", "2024-09-30"), dataset="workforce")]
    assert reach("social_worker_turnover", "2024-09", held, ("workforce",)).state is state


def test_a_later_submission_that_contains_an_earlier_one_takes_its_place() -> None:
    assert (
        reach("cp_plans_started", "2025-03", sent(("2025-03-01", "2025-03-31"), ("2025-01-01", "2025-04-30"))).state
        is State.VALUE
    )


def test_a_file_that_held_none_of_the_dataset_is_not_supplied_and_not_nought() -> None:
    found = reach("cp_plans_started", "2025-03", sent(("2025-01-01", "2025-03-31"), supplied=False))
    assert found.state is State.NOT_SUPPLIED
    assert found.waiting_for == "Testbridge Council: its file held no child protection plans"


def test_what_another_file_supplied_stands_beside_one_that_held_none() -> None:
    without = sent(("2025-01-01", "2025-03-31"), supplied=False)
    assert reach("cp_plans_started", "2025-03", [*sent(("2025-03-01", "2025-03-31")), *without]).state is State.VALUE


def test_an_agency_that_says_it_does_not_record_it_is_believed_with_its_reason() -> None:
    board = read_board(BOARD.replace('"cp_plans", ', "") + "\n")
    council = board.agencies[0].model_copy(update={"not_recorded": {"cp_plans": "a new system is coming"}})
    board = board.model_copy(update={"agencies": (council, *board.agencies[1:])})
    found = reach("cp_plans_started", "2025-03", [], board=board)
    assert found.state is State.NOT_RECORDED
    assert found.waiting_for == "Testbridge Council does not record it: a new system is coming"


def test_a_dataset_that_no_agency_sends_is_not_recorded() -> None:
    board = read_board(BOARD.replace('"cp_plans", ', ""))
    found = reach("cp_plans_started", "2025-03", [], board=board)
    assert found.state is State.NOT_RECORDED
    assert found.waiting_for == "No agency of this partnership sends child protection plans"


BOTH = ("missing_episodes", "return_interviews")
WHOLE, SHORT, EARLIER, LATER = (
    ("2025-03-01", "2025-04-30"),
    ("2025-03-01", "2025-03-20"),
    ("2025-01-01", "2025-02-28"),
    ("2025-04-01", "2025-04-30"),
)


@pytest.mark.parametrize(
    ("police", "council", "state", "waits_for"),
    [
        pytest.param(WHOLE, WHOLE, State.VALUE, (), id="both_complete"),
        pytest.param(SHORT, WHOLE, State.PROVISIONAL, ("Police",), id="one_a_little_short"),
        pytest.param(SHORT, SHORT, State.PROVISIONAL, ("Police", "Council"), id="both_a_little_short"),
        pytest.param(EARLIER, WHOLE, State.AWAITING, ("Police",), id="one_late"),
        pytest.param(WHOLE, EARLIER, State.AWAITING, ("Council",), id="the_other_late"),
        pytest.param(SHORT, EARLIER, State.AWAITING, ("Council",), id="a_gap_says_more_than_a_short_file"),
        pytest.param(EARLIER, EARLIER, State.AWAITING, ("Police", "Council"), id="both_late"),
        pytest.param(LATER, EARLIER, State.AWAITING, ("Council",), id="awaited_says_more_than_not_covered"),
        pytest.param(LATER, WHOLE, State.NOT_COVERED, ("Police",), id="one_held_only_from_later"),
    ],
)
def test_with_two_senders_the_figure_has_the_worst_state_of_either(
    police: tuple[str, str], council: tuple[str, str], state: State, waits_for: tuple[str, ...]
) -> None:
    received = [
        *sent(police, agency="police", dataset="missing_episodes"),
        *sent(council, dataset="return_interviews"),
    ]
    found = reach("return_interviews_held", "2025-03", received, BOTH)
    assert found.state is state
    assert [name for name in ("Police", "Council") if name in (found.waiting_for or "")] == list(waits_for)


def test_the_data_of_two_senders_reaches_as_far_as_the_shorter() -> None:
    received = [*sent(WHOLE, agency="police", dataset="missing_episodes"), *sent(SHORT, dataset="return_interviews")]
    assert reach("return_interviews_held", "2025-03", received, BOTH).data_to == date(2025, 3, 20)


def test_an_agency_that_sends_what_the_board_did_not_expect_is_counted_among_the_senders() -> None:
    received = [*sent(WHOLE), *sent(EARLIER, agency="police")]
    found = reach("cp_plans_started", "2025-03", received)
    assert found.state is State.AWAITING
    assert "Testbridge Police" in (found.waiting_for or "")


@pytest.mark.parametrize(
    ("runs", "joined"),
    [
        ([], []),
        ([(1, 5)], [(1, 5)]),
        ([(6, 9), (1, 5)], [(1, 9)]),
        ([(1, 5), (7, 9)], [(1, 5), (7, 9)]),
        ([(1, 9), (2, 3)], [(1, 9)]),
        ([(1, 5), (5, 9), (11, 12)], [(1, 9), (11, 12)]),
    ],
)
def test_runs_of_days_join_where_they_touch(runs: list[tuple[int, int]], joined: list[tuple[int, int]]) -> None:
    days = [(date(2025, 3, first), date(2025, 3, last)) for first, last in runs]
    assert [(first.day, last.day) for first, last in merged(days)] == joined
