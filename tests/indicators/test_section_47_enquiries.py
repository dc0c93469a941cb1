"""Spec: section 47 enquiries that started in the period."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "section_47_enquiries"


def test_an_enquiry_belongs_to_the_period_in_which_it_started(counted: Counted) -> None:
    rows = """
        child_id | start_date | conference_date
        before   | 2025-02-28 | 2025-03-10
        first    | 2025-03-01 |
        last     | 2025-03-31 | 2025-04-10
        after    | 2025-04-01 |
    """
    assert counted(NAME, "2025-03", section_47_enquiries=rows).value == 2


def test_a_child_with_two_enquiries_counts_twice_and_the_family_once(counted: Counted) -> None:
    rows = """
        child_id | family_id | start_date
        Ann      | Grey      | 2025-03-03
        Ann      | Grey      | 2025-03-20
    """
    figure = counted(NAME, "2025-03", section_47_enquiries=rows)
    assert (figure.value, figure.families) == (2, 1)


def test_a_conference_of_a_child_who_moved_in_has_no_enquiry_here(counted: Counted) -> None:
    rows = "child_id | start_date | conference_date\nAnn | | 2025-03-10"
    assert counted(NAME, "2025-03", section_47_enquiries=rows).state is State.ZERO
    by_age = counted(NAME, "2025-03", by="age_band", section_47_enquiries=rows)
    assert numerators(by_age) == {}


def test_it_is_counted_by_the_age_at_the_enquiry(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | start_date
        Ann      | 2020-03-04    | 2025-03-03
        Ben      | 2020-03-03    | 2025-03-03
        Cal      |               | 2025-03-03
    """
    by_age = counted(NAME, "2025-03", by="age_band", section_47_enquiries=rows)
    assert numerators(by_age) == {"1 to 4": 1, "5 to 9": 1, "Not recorded": 1}
