"""Spec: the share of plans ended after which the child was open to services six months later."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "cp_step_down_followed"
HEADINGS = "child_id | start_date | end_date | open_after_six_months"


def test_a_plan_without_an_answer_is_left_out(counted: Counted) -> None:
    plans = """
        child_id | family_id | date_of_birth | start_date | end_date   | open_after_six_months | category
        Ann      | Grey      | 2022-01-01    | 2024-01-10 | 2025-03-10 | yes                   | NEG
        Ben      | Grey      | 2022-01-01    | 2024-01-10 | 2025-03-10 | yes                   | NEG
        Cal      | Hill      |               | 2024-01-10 | 2025-03-10 | no                    | EMO
        Dot      | Hill      |               | 2024-01-10 | 2025-03-10 |                       | EMO
    """
    figure = counted(NAME, "2025-03", cp_plans=plans)
    assert (parts(figure), figure.families) == ((2, 3), 1)
    assert shares(counted(NAME, "2025-03", by="category", cp_plans=plans)) == {"NEG": (2, 2), "EMO": (0, 1)}
    assert shares(counted(NAME, "2025-03", by="age_band", cp_plans=plans)) == {"1 to 4": (2, 2), "Not recorded": (0, 1)}


@pytest.mark.parametrize(("ends", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_belongs_to_the_period_in_which_the_plan_ended(counted: Counted, ends: str, counts: int) -> None:
    assert counted(NAME, "2025-03", cp_plans=f"{HEADINGS}\nAnn | 2024-01-10 | {ends} | yes").denominator == counts


def test_an_answer_for_a_plan_that_is_open_does_not_count(counted: Counted) -> None:
    plans = f"{HEADINGS}\nAnn | 2024-01-10 | | yes"
    assert counted(NAME, "2025-03", cp_plans=plans).state is State.NO_CASES
    assert shares(counted(NAME, "2025-03", by="category", cp_plans=plans)) == {}


@pytest.mark.parametrize(("covers_to", "state"), [("2025-09-30", State.PROVISIONAL), ("2025-10-01", State.VALUE)])
def test_it_is_provisional_until_six_months_after_the_last_day(counted: Counted, covers_to: str, state: State) -> None:
    plans = f"{HEADINGS}\nAnn | 2024-01-10 | 2025-03-31 | yes"
    assert counted(NAME, "2025-03", covers=("2024-01-01", covers_to), cp_plans=plans).state is state
