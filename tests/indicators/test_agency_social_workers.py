"""Spec: agency social workers as a share of agency workers and workers in post together, on the last day."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "agency_social_workers"
TEAMS = """
    team  | month   | fte_in_post | agency_fte | vacancies_fte
    North | 2025-03 | 12.0        | 3.0        | 9
    South | 2025-03 | 4.5         | 0.5        | 9
"""


def test_agency_workers_are_in_the_denominator_too_and_vacancies_are_not(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", workforce=TEAMS)
    assert parts(figure) == (3.5, 20)
    assert figure.value == pytest.approx(17.5)


def test_by_team_each_has_its_own_rate(counted: Counted) -> None:
    assert shares(counted(NAME, "2025-03", by="team", workforce=TEAMS)) == {"North": (3, 15), "South": (0.5, 5)}


def test_a_team_of_agency_workers_only_is_a_hundred_percent(counted: Counted) -> None:
    teams = "team | month | fte_in_post | agency_fte\nNorth | 2025-03 | 0 | 2"
    assert counted(NAME, "2025-03", workforce=teams).value == 100


def test_no_agency_worker_is_a_true_nought_and_no_worker_at_all_is_no_cases(counted: Counted) -> None:
    none = "team | month | fte_in_post | agency_fte\nNorth | 2025-03 | 12 | 0"
    assert counted(NAME, "2025-03", workforce=none).state is State.ZERO
    nobody = "team | month | fte_in_post | agency_fte\nNorth | 2025-03 | 0 | 0"
    assert counted(NAME, "2025-03", workforce=nobody).state is State.NO_CASES


def test_a_month_without_rows_is_not_filled_from_the_month_before(counted: Counted) -> None:
    assert counted(NAME, "2025-04", workforce=TEAMS).state is State.NO_CASES
