"""Spec: vacant posts as a share of vacant posts and workers in post together, on the last day."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "social_worker_vacancies"
TEAMS = """
    team  | month   | fte_in_post | vacancies_fte | agency_fte
    North | 2025-03 | 12.0        | 3.0           | 3
    South | 2025-03 | 4.5         | 0.5           | 9
"""


def test_a_post_that_an_agency_worker_covers_is_still_vacant(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", workforce=TEAMS)
    assert parts(figure) == (3.5, 20)
    assert figure.value == pytest.approx(17.5)


def test_by_team_each_has_its_own_rate(counted: Counted) -> None:
    assert shares(counted(NAME, "2025-03", by="team", workforce=TEAMS)) == {"North": (3, 15), "South": (0.5, 5)}


def test_no_vacancy_is_a_true_nought_and_no_post_at_all_is_no_cases(counted: Counted) -> None:
    none = "team | month | fte_in_post | vacancies_fte\nNorth | 2025-03 | 12 | 0"
    assert counted(NAME, "2025-03", workforce=none).state is State.ZERO
    nobody = "team | month | fte_in_post | vacancies_fte\nNorth | 2025-03 | 0 | 0"
    assert counted(NAME, "2025-03", workforce=nobody).state is State.NO_CASES


def test_a_quarter_is_its_last_month_and_not_the_mean_of_its_months(counted: Counted) -> None:
    teams = """
        team  | month   | fte_in_post | vacancies_fte
        North | 2025-01 | 5           | 5
        North | 2025-02 | 5           | 5
        North | 2025-03 | 9           | 1
    """
    assert counted(NAME, "2024/25 Q4", workforce=teams).value == pytest.approx(10)
