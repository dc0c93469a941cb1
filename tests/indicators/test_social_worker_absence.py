"""Spec: working days lost to sickness in twelve months over the working days of those in post at their end."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "social_worker_absence"
TEAMS = """
    team  | month   | fte_in_post | sickness_days | agency_fte
    North | 2024-03 | 99          | 500           | 9
    North | 2024-04 | 99          | 15            | 9
    North | 2024-12 | 99          | 10.5          | 9
    North | 2025-03 | 16          | 5             | 9
    South | 2024-06 | 99          | 20            | 9
    South | 2025-03 | 4           | 0             | 9
    North | 2025-04 | 99          | 500           | 9
"""


def test_days_of_twelve_months_are_set_against_253_working_days_of_each_in_post_at_the_end(counted: Counted) -> None:
    """The month that is a year before the last one is out; the first month after it is in."""
    figure = counted(NAME, "2025-03", workforce=TEAMS)
    assert parts(figure) == (50.5, 20 * 253)
    assert figure.value == pytest.approx(100 * 50.5 / 5060)


def test_a_quarter_that_ends_with_the_month_has_the_same_figure(counted: Counted) -> None:
    assert parts(counted(NAME, "2024/25 Q4", workforce=TEAMS)) == (50.5, 5060)


def test_by_team_each_has_its_own_rate(counted: Counted) -> None:
    found = shares(counted(NAME, "2025-03", by="team", workforce=TEAMS))
    assert found == {"North": (30.5, 16 * 253), "South": (20, 4 * 253)}


@pytest.mark.parametrize(
    ("month", "days"), [("2024-01", 253), ("2024-02", 254), ("2025-01", 254), ("2025-02", 253), ("2025-03", 253)]
)
def test_a_year_that_holds_the_29th_of_february_has_254_working_days(counted: Counted, month: str, days: int) -> None:
    teams = f"team | month | fte_in_post | sickness_days\nNorth | {month} | 10 | 0"
    assert parts(counted(NAME, month, workforce=teams)) == (0, 10 * days)


def test_a_team_that_sends_no_days_lost_is_left_out_with_its_workers(counted: Counted) -> None:
    teams = """
        team  | month   | fte_in_post | sickness_days
        North | 2025-03 | 10          | 5
        South | 2025-03 | 90          |
    """
    assert parts(counted(NAME, "2025-03", workforce=teams)) == (5, 2530)


def test_where_no_team_sends_days_lost_there_is_no_figure_and_no_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", workforce="team | month | fte_in_post\nNorth | 2025-03 | 10")
    assert (figure.value, figure.state) == (None, State.NO_CASES)


def test_no_day_lost_is_a_true_nought(counted: Counted) -> None:
    teams = "team | month | fte_in_post | sickness_days\nNorth | 2025-03 | 10 | 0"
    assert counted(NAME, "2025-03", workforce=teams).state is State.ZERO
    assert counted(NAME, "2025-04", workforce=teams).state is State.NO_CASES


def test_days_lost_in_a_team_that_has_closed_still_count(counted: Counted) -> None:
    teams = """
        team   | month   | fte_in_post | sickness_days
        Closed | 2024-06 | 0           | 40
        North  | 2025-03 | 20          | 0
    """
    assert parts(counted(NAME, "2025-03", workforce=teams)) == (40, 5060)


@pytest.mark.parametrize(("day", "in_post"), [("2025-03-30", 0), ("2025-03-31", 5060), ("2025-04-29", 5060)])
def test_a_months_row_holds_from_its_last_day_until_the_next_months(counted: Counted, day: str, in_post: int) -> None:
    teams = "team | month | fte_in_post | sickness_days\nNorth | 2025-03 | 20 | 0\nNorth | 2025-04 | 30 | 0"
    assert counted(NAME, f"{day} to {day}", workforce=teams).denominator == in_post


@pytest.mark.parametrize(("covers_from", "state"), [("2024-04-01", State.VALUE), ("2024-05-01", State.NOT_COVERED)])
def test_it_is_not_covered_until_all_twelve_months_are_covered(counted: Counted, covers_from: str, state: State) -> None:
    figure = counted(NAME, "2025-03", covers=(covers_from, "2025-03-31"), workforce=TEAMS)
    assert figure.state is state
