"""Spec: children on a child protection plan for every 10,000 children. The written area has 50,000 children."""

import pytest

from metrics.coverage import State
from tests.conftest import CHILDREN, Counted
from tests.indicators.reading import parts

NAME = "cp_plans_open_rate"
PLANS = """
    child_id | start_date | end_date
    Ann      | 2009-01-10 |
    Ann      | 2009-02-10 |
    Ben      | 2009-01-10 | 2025-04-01
    Cal      | 2009-01-10 | 2025-03-31
"""


def test_children_on_the_last_day_are_set_against_all_children(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", cp_plans=PLANS)
    assert parts(figure) == (2, CHILDREN)
    assert figure.value == pytest.approx(0.4)


def test_a_month_and_a_year_that_end_together_have_one_rate(counted: Counted) -> None:
    assert counted(NAME, "2024/25", cp_plans=PLANS).value == pytest.approx(0.4)


def test_no_child_on_a_plan_is_a_true_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", cp_plans="child_id | start_date | end_date\nAnn | 2024-01-10 | 2024-06-01")
    assert (figure.value, figure.state) == (0, State.ZERO)


def test_without_the_number_of_children_there_is_no_rate(counted: Counted) -> None:
    figure = counted(NAME, "2009-12", covers=("2009-01-01", "2025-12-31"), cp_plans=PLANS)
    assert (figure.value, figure.numerator, figure.state) == (None, 3, State.AWAITING)
    assert "number of children in the area" in (figure.waiting_for or "")


def test_families_are_those_of_the_children_on_a_plan(counted: Counted) -> None:
    plans = """
        child_id | family_id | start_date | end_date
        Ann      | Grey      | 2024-05-01 |
        Ben      | Grey      | 2024-05-01 |
        Cal      | Hill      | 2024-05-01 | 2024-06-01
    """
    assert counted(NAME, "2025-03", cp_plans=plans).families == 1
