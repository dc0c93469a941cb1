"""Spec: child protection plans open for two years or more, on a day."""

from tests.conftest import Counted


def test_the_day_before_the_day_and_the_day_after(counted: Counted) -> None:
    """By the DfE's wording, more than 729 calendar days, the first and the last included."""
    plans = """
        child_id | start_date | end_date
        before   | 2023-04-02 |
        on       | 2023-04-01 |
        after    | 2023-03-31 |
    """
    figure = counted("cp_plans_two_years", "2025-03", cp_plans=plans)
    assert (figure.numerator, figure.denominator) == (3, 3)
    plans = """
        child_id | start_date | end_date
        before   | 2023-04-03 |
        on       | 2023-04-02 |
        after    | 2023-04-01 |
    """
    figure = counted("cp_plans_two_years", "2025-03", cp_plans=plans)
    assert (figure.numerator, figure.denominator) == (2, 3)
