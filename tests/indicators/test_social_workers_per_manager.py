"""Spec: social workers in post, agency workers included, for each manager, on the last day."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "social_workers_per_manager"
TEAMS = """
    team  | month   | team_type  | fte_in_post | agency_fte | managers_fte
    North | 2025-03 | assessment | 12.0        | 3.0        | 2.5
    South | 2025-03 | in_care    | 4.5         | 0.5        | 0.5
    West  | 2025-03 |            | 4           | 0          | 1
"""


def test_agency_workers_have_managers_too(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", workforce=TEAMS)
    assert parts(figure) == (24, 4)
    assert figure.value == pytest.approx(6)


def test_by_team_and_by_kind_of_team(counted: Counted) -> None:
    by_team = shares(counted(NAME, "2025-03", by="team", workforce=TEAMS))
    assert by_team == {"North": (15, 2.5), "South": (5, 0.5), "West": (4, 1)}
    by_kind = shares(counted(NAME, "2025-03", by="team_type", workforce=TEAMS))
    assert by_kind == {"assessment": (15, 2.5), "in_care": (5, 0.5), "Not recorded": (4, 1)}


def test_a_team_without_a_manager_adds_its_workers_and_one_that_does_not_say_is_left_out(counted: Counted) -> None:
    teams = """
        team   | month   | fte_in_post | agency_fte | managers_fte
        North  | 2025-03 | 6           | 0          | 1
        None   | 2025-03 | 5           | 0          | 0
        Silent | 2025-03 | 50          | 0          |
    """
    assert parts(counted(NAME, "2025-03", workforce=teams)) == (11, 1)


def test_no_manager_at_all_is_no_figure(counted: Counted) -> None:
    teams = "team | month | fte_in_post | managers_fte\nNorth | 2025-03 | 6 | 0"
    assert counted(NAME, "2025-03", workforce=teams).value is None
    assert counted(NAME, "2025-03", workforce="team | month\nNorth | 2025-03").state is State.NO_CASES


@pytest.mark.parametrize(
    ("day", "managers"), [("2025-03-30", 0), ("2025-03-31", 2), ("2025-04-29", 2), ("2025-04-30", 3), ("2025-05-31", 0)]
)
def test_a_months_row_holds_from_its_last_day_until_the_next_months(counted: Counted, day: str, managers: int) -> None:
    teams = "team | month | fte_in_post | managers_fte\nNorth | 2025-03 | 6 | 2\nNorth | 2025-04 | 6 | 3"
    assert counted(NAME, f"{day} to {day}", workforce=teams).denominator == managers
