"""Spec: cases held on the last day of the period for each whole-time equivalent worker who held a case."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "social_worker_caseload"
TEAMS = """
    team  | month   | cases_held | case_holding_fte
    North | 2025-03 | 170        | 10.0
    South | 2025-03 | 90         | 5.5
    North | 2025-04 | 120        | 10.0
"""


def test_teams_are_added_up_before_dividing(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", workforce=TEAMS)
    assert parts(figure) == (260, 15.5)
    assert figure.value == pytest.approx(260 / 15.5)


def test_a_team_in_which_nobody_holds_a_case_is_left_out(counted: Counted) -> None:
    teams = """
        team       | month   | cases_held | case_holding_fte
        North      | 2025-03 | 170        | 10.0
        Vacant     | 2025-03 | 12         | 0
        Management | 2025-03 | 0          | 0
    """
    assert parts(counted(NAME, "2025-03", workforce=teams)) == (170, 10)


def test_by_team_each_has_its_own_average(counted: Counted) -> None:
    found = shares(counted(NAME, "2025-03", by="team", workforce=TEAMS))
    assert found == {"North": (170, 10), "South": (90, 5.5)}


def test_by_kind_of_team_teams_of_one_kind_are_added_up(counted: Counted) -> None:
    teams = """
        team  | month   | team_type  | cases_held | case_holding_fte
        North | 2025-03 | assessment | 170        | 10.0
        South | 2025-03 | assessment | 90         | 5.5
        West  | 2025-03 | in_care    | 60         | 4.0
        East  | 2025-03 |            | 12         | 1.0
    """
    found = shares(counted(NAME, "2025-03", by="team_type", workforce=teams))
    assert found == {"assessment": (260, 15.5), "in_care": (60, 4), "Not recorded": (12, 1)}


def test_a_quarter_and_a_year_are_their_last_month(counted: Counted) -> None:
    assert parts(counted(NAME, "2024/25 Q4", workforce=TEAMS)) == (260, 15.5)
    assert parts(counted(NAME, "2024/25", workforce=TEAMS)) == (260, 15.5)


@pytest.mark.parametrize(
    ("day", "cases"), [("2025-03-30", None), ("2025-03-31", 260), ("2025-04-29", 260), ("2025-04-30", 120)]
)
def test_a_months_row_holds_from_its_last_day_until_the_next_months(counted: Counted, day: str, cases: int | None) -> None:
    figure = counted(NAME, f"{day} to {day}", workforce=TEAMS)
    assert figure.numerator == (cases or 0)
    assert (figure.state is State.NO_CASES) == (cases is None)


def test_a_month_without_rows_is_not_filled_from_the_month_before(counted: Counted) -> None:
    figure = counted(NAME, "2025-05", workforce=TEAMS)
    assert (figure.value, figure.state) == (None, State.NO_CASES)


def test_february_of_a_leap_year_ends_on_the_29th(counted: Counted) -> None:
    teams = "team | month | cases_held | case_holding_fte\nNorth | 2024-02 | 30 | 2.0"
    assert counted(NAME, "2024-02", workforce=teams).value == pytest.approx(15)
    assert counted(NAME, "2024-02-28 to 2024-02-28", workforce=teams).value is None


def test_workers_and_no_families_are_counted(counted: Counted) -> None:
    assert counted(NAME, "2025-03", workforce=TEAMS).families is None
