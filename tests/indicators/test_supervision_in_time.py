"""Spec: the share of the supervisions due in the period that were held in time."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "supervision_in_time"
HEADINGS = "team | month | team_type | supervisions_due | supervisions_held"
TEAMS = f"""
    {HEADINGS}
    North | 2025-02 | assessment | 50 | 1
    North | 2025-03 | assessment | 12 | 9
    South | 2025-03 | in_care    | 8  | 6
    North | 2025-04 | assessment | 50 | 1
"""


def test_the_months_of_the_period_are_added_up_and_no_other(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", workforce=TEAMS)
    assert parts(figure) == (15, 20)
    assert figure.value == pytest.approx(75)
    assert parts(counted(NAME, "2024/25 Q4", workforce=TEAMS)) == (16, 70)


def test_by_team_and_by_kind_of_team(counted: Counted) -> None:
    assert shares(counted(NAME, "2025-03", by="team", workforce=TEAMS)) == {"North": (9, 12), "South": (6, 8)}
    assert shares(counted(NAME, "2025-03", by="team_type", workforce=TEAMS)) == {"assessment": (9, 12), "in_care": (6, 8)}


@pytest.mark.parametrize(("due", "held"), [("", "9"), ("12", ""), ("", "")])
def test_a_team_that_says_only_one_of_the_two_numbers_is_left_out(counted: Counted, due: str, held: str) -> None:
    teams = f"{HEADINGS}\nNorth | 2025-03 | | {due} | {held}\nSouth | 2025-03 | | 8 | 6"
    assert parts(counted(NAME, "2025-03", workforce=teams)) == (6, 8)


def test_none_held_is_a_true_nought_and_none_due_is_no_cases(counted: Counted) -> None:
    assert counted(NAME, "2025-03", workforce=f"{HEADINGS}\nNorth | 2025-03 | | 8 | 0").state is State.ZERO
    assert counted(NAME, "2025-03", workforce=f"{HEADINGS}\nNorth | 2025-03 | | 0 | 0").state is State.NO_CASES


@pytest.mark.parametrize(("day", "due"), [("2025-03-30", 0), ("2025-03-31", 20), ("2025-04-01", 0)])
def test_a_month_counts_on_its_last_day(counted: Counted, day: str, due: int) -> None:
    assert counted(NAME, f"{day} to {day}", workforce=TEAMS).denominator == due
