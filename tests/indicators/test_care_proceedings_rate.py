"""Spec: children of care proceedings in twelve months, for every 10,000 children of the area."""

from metrics.coverage import State
from tests.conftest import CHILDREN, Counted
from tests.indicators.reading import parts

NAME = "care_proceedings_rate"


def test_the_twelve_months_end_with_the_period(counted: Counted) -> None:
    rows = """
        child_id | issued_on
        before   | 2024-03-31
        first    | 2024-04-01
        last     | 2025-03-31
        after    | 2025-04-01
    """
    figure = counted(NAME, "2025-03", care_proceedings=rows)
    assert (parts(figure), figure.value) == ((2, CHILDREN), 0.4)


def test_a_child_counts_once_in_twelve_months(counted: Counted) -> None:
    rows = """
        child_id | family_id | issued_on
        Ann      | Grey      | 2024-05-01
        Ann      | Grey      | 2025-03-20
        Ben      | Grey      | 2025-03-20
    """
    figure = counted(NAME, "2025-03", care_proceedings=rows)
    assert (figure.numerator, figure.families) == (2, 1)


def test_it_is_not_covered_until_twelve_months_are_held(counted: Counted) -> None:
    figure = counted(
        NAME, "2025-03", covers=("2024-04-02", "2025-03-31"), care_proceedings="child_id | issued_on\nAnn | 2025-03-01"
    )
    assert (figure.numerator, figure.state) == (None, State.NOT_COVERED)
