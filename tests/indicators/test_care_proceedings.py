"""Spec: children for whom care proceedings were issued in the period."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "care_proceedings"


def test_proceedings_belong_to_the_day_they_were_issued(counted: Counted) -> None:
    rows = """
        child_id | issued_on
        before   | 2025-02-28
        first    | 2025-03-01
        last     | 2025-03-31
        after    | 2025-04-01
    """
    assert counted(NAME, "2025-03", care_proceedings=rows).value == 2


def test_a_child_counts_once_however_many_applications(counted: Counted) -> None:
    rows = """
        child_id | family_id | issued_on
        Ann      | Grey      | 2025-03-01
        Ann      | Grey      | 2025-03-20
        Ben      | Grey      | 2025-03-20
        Ann      | Grey      | 2025-04-20
    """
    figure = counted(NAME, "2025-03", care_proceedings=rows)
    assert (figure.value, figure.families) == (2, 1)
    assert counted(NAME, "2025-04", care_proceedings=rows).value == 1


def test_the_age_is_that_when_issued(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | issued_on
        Ann      | 2015-03-02    | 2025-03-01
        Ben      | 2015-03-01    | 2025-03-01
        Cal      |               | 2025-03-01
    """
    assert numerators(counted(NAME, "2025-03", by="age_band", care_proceedings=rows)) == {
        "5 to 9": 1,
        "10 to 15": 1,
        "Not recorded": 1,
    }


def test_none_is_a_true_nought_and_no_file_is_awaited(counted: Counted) -> None:
    rows = "child_id | issued_on\nAnn | 2025-02-01"
    assert counted(NAME, "2025-03", care_proceedings=rows).state is State.ZERO
    assert counted(NAME, "2025-03").state is State.AWAITING
