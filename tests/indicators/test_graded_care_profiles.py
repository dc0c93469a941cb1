"""Spec: graded care profile assessments completed in the period."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "graded_care_profiles"


def test_the_day_it_was_completed_decides_the_period(counted: Counted) -> None:
    profiles = """
        child_id       | completed_on
        the_day_before | 2025-02-28
        on_the_first   | 2025-03-01
        on_the_last    | 2025-03-31
        the_day_after  | 2025-04-01
    """
    assert counted(NAME, "2025-03", graded_care_profiles=profiles).value == 2


def test_each_child_of_a_family_and_each_profile_of_a_child_counts(counted: Counted) -> None:
    profiles = """
        child_id | family_id | completed_on
        Ann      | Grey      | 2025-03-05
        Ann      | Grey      | 2025-03-25
        Ben      | Grey      | 2025-03-05
    """
    figure = counted(NAME, "2025-03", graded_care_profiles=profiles)
    assert (figure.value, figure.families) == (3, 1)


def test_by_the_agency_whose_worker_did_it_and_by_age(counted: Counted) -> None:
    profiles = """
        child_id | date_of_birth | completed_on | completed_by
        Ann      | 2020-03-05    | 2025-03-05   | health
        Ben      | 2020-03-06    | 2025-03-05   | early years
        Cal      |               | 2025-03-05   |
    """
    by_agency = numerators(counted(NAME, "2025-03", by="agency", graded_care_profiles=profiles))
    assert by_agency == {"Health": 1, "Early years": 1, "Not recorded": 1}
    by_age = numerators(counted(NAME, "2025-03", by="age_band", graded_care_profiles=profiles))
    assert by_age == {"5 to 9": 1, "1 to 4": 1, "Not recorded": 1}


def test_a_month_without_one_is_a_true_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", graded_care_profiles="child_id | completed_on\nAnn | 2025-04-05")
    assert (figure.value, figure.state) == (0, State.ZERO)
