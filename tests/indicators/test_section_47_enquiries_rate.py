"""Spec: section 47 enquiries of twelve months, for every 10,000 children of the area."""

from metrics.coverage import State
from tests.conftest import CHILDREN, Counted
from tests.indicators.reading import parts

NAME = "section_47_enquiries_rate"


def test_the_twelve_months_end_with_the_period(counted: Counted) -> None:
    rows = """
        child_id | family_id | start_date | conference_date
        before   | Grey      | 2024-03-31 | 2024-04-10
        first    | Grey      | 2024-04-01 |
        last     | Grey      | 2025-03-31 |
        after    | Grey      | 2025-04-01 |
        none     | Hill      |            | 2025-03-10
    """
    figure = counted(NAME, "2025-03", section_47_enquiries=rows)
    assert (parts(figure), figure.value, figure.families) == ((2, CHILDREN), 0.4, 1)


def test_a_child_with_two_enquiries_counts_twice(counted: Counted) -> None:
    rows = "child_id | start_date\nAnn | 2024-05-01\nAnn | 2025-03-01"
    assert counted(NAME, "2025-03", section_47_enquiries=rows).numerator == 2


def test_an_area_without_enquiries_has_a_true_nought(counted: Counted) -> None:
    rows = "child_id | start_date | conference_date\nAnn | | 2025-03-10"
    assert counted(NAME, "2025-03", section_47_enquiries=rows).state is State.ZERO
