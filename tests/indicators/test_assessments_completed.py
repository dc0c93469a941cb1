"""Spec: assessments by children's social care that were authorised in the period."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "assessments_completed"


def test_the_day_it_was_authorised_decides_the_period_and_one_still_open_is_left_out(counted: Counted) -> None:
    assessments = """
        child_id       | start_date | authorised_date
        the_day_before | 2025-02-03 | 2025-02-28
        on_the_first   | 2025-02-03 | 2025-03-01
        on_the_last    | 2025-03-31 | 2025-03-31
        the_day_after  | 2025-03-03 | 2025-04-01
        open           | 2025-03-03 |
    """
    assert counted(NAME, "2025-03", assessments=assessments).value == 2


def test_each_assessment_of_a_child_counts(counted: Counted) -> None:
    assessments = """
        child_id | family_id | start_date | authorised_date
        Ann      | Grey      | 2025-02-03 | 2025-03-05
        Ann      | Grey      | 2025-03-06 | 2025-03-25
        Ben      | Grey      | 2025-02-03 | 2025-03-05
    """
    figure = counted(NAME, "2025-03", assessments=assessments)
    assert (figure.value, figure.families) == (3, 1)


def test_by_age_at_the_start(counted: Counted) -> None:
    assessments = """
        child_id | date_of_birth | start_date | authorised_date
        Ann      | 2020-03-05    | 2025-03-05 | 2025-03-10
        Ben      | 2020-03-06    | 2025-03-05 | 2025-03-10
        Cal      |               | 2025-03-05 | 2025-03-10
    """
    found = numerators(counted(NAME, "2025-03", by="age_band", assessments=assessments))
    assert found == {"5 to 9": 1, "1 to 4": 1, "Not recorded": 1}


def test_none_completed_is_a_true_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", assessments="child_id | start_date\nAnn | 2025-03-05")
    assert (figure.value, figure.state) == (0, State.ZERO)
