"""Spec: children who entered the youth justice system for the first time in the period."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "first_time_entrants"


def test_a_child_belongs_to_the_day_of_the_first_outcome(counted: Counted) -> None:
    rows = """
        child_id | family_id | entered_on
        before   | Grey      | 2025-02-28
        first    | Grey      | 2025-03-01
        last     | Grey      | 2025-03-31
        after    | Grey      | 2025-04-01
    """
    figure = counted(NAME, "2025-03", first_time_entrants=rows)
    assert (figure.value, figure.families) == (2, 1)


def test_a_child_enters_once_in_a_lifetime(counted: Counted) -> None:
    rows = "child_id | entered_on\nAnn | 2025-03-01\nAnn | 2025-03-20"
    assert counted(NAME, "2025-03", first_time_entrants=rows).value == 1


def test_children_are_told_apart_by_age_sex_and_ethnicity(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | entered_on | sex | ethnicity
        Ann      | 2013-06-01    | 2025-03-10 | F   | WBRI
        Ben      | 2009-03-10    | 2025-03-10 | M   | BAFR
        Cal      | 2009-03-11    | 2025-03-10 | M   |
    """
    found = {
        by: numerators(counted(NAME, "2025-03", by=by, first_time_entrants=rows)) for by in ("age_band", "sex", "ethnicity")
    }
    assert found == {
        "age_band": {"10 to 15": 2, "16 and over": 1},
        "sex": {"F": 1, "M": 2},
        "ethnicity": {"WBRI": 1, "BAFR": 1, "Not recorded": 1},
    }


def test_none_is_a_true_nought_and_the_youth_justice_service_is_waited_for(counted: Counted) -> None:
    assert counted(NAME, "2025-03", first_time_entrants="child_id | entered_on\nAnn | 2025-02-01").state is State.ZERO
    assert "Youth Justice" in (counted(NAME, "2025-03").waiting_for or "")
