"""Spec: referrals in the twelve months that end with the period, for every 10,000 children. The area has 50,000."""

import pytest

from metrics.coverage import State
from tests.conftest import CHILDREN, Counted
from tests.indicators.reading import parts

NAME = "referrals_rate"


def test_the_window_is_the_twelve_months_that_end_with_the_period(counted: Counted) -> None:
    referrals = """
        child_id                 | referral_date
        the_day_before_it_opens  | 2024-03-31
        on_its_first_day         | 2024-04-01
        on_its_last_day          | 2025-03-31
        the_day_after            | 2025-04-01
    """
    figure = counted(NAME, "2025-03", referrals=referrals)
    assert parts(figure) == (2, CHILDREN)
    assert figure.value == pytest.approx(0.4)


def test_a_window_that_ends_on_the_leap_day_opens_on_the_first_of_march(counted: Counted) -> None:
    referrals = "child_id | referral_date\nAnn | 2023-02-28\nBen | 2023-03-01\nCal | 2024-02-29\nDot | 2024-03-01"
    assert counted(NAME, "2024-02", referrals=referrals).numerator == 2


def test_a_window_holds_no_day_of_the_year_twice(counted: Counted) -> None:
    referrals = "child_id | referral_date\nAnn | 2023-02-28\nBen | 2024-02-28"
    assert counted(NAME, "2024-02-01 to 2024-02-28", referrals=referrals).numerator == 1


def test_every_referral_of_a_child_counts(counted: Counted) -> None:
    referrals = "child_id | referral_date\nAnn | 2024-06-01\nAnn | 2024-12-01\nAnn | 2025-03-01"
    assert counted(NAME, "2025-03", referrals=referrals).numerator == 3


@pytest.mark.parametrize(("covers_from", "state"), [("2024-04-01", State.VALUE), ("2024-04-02", State.NOT_COVERED)])
def test_it_is_not_covered_until_all_twelve_months_are_covered(counted: Counted, covers_from: str, state: State) -> None:
    referrals = "child_id | referral_date\nAnn | 2024-06-01"
    figure = counted(NAME, "2025-03", covers=(covers_from, "2025-03-31"), referrals=referrals)
    assert (figure.numerator, figure.state) == (1 if state is State.VALUE else None, state)


def test_without_the_number_of_children_there_is_no_rate(counted: Counted) -> None:
    referrals = "child_id | referral_date\nAnn | 2009-06-01"
    figure = counted(NAME, "2009-12", covers=("2008-01-01", "2025-03-31"), referrals=referrals)
    assert (figure.value, figure.numerator, figure.state) == (None, 1, State.AWAITING)


def test_no_referral_in_twelve_months_is_a_true_nought(counted: Counted) -> None:
    assert counted(NAME, "2025-03", referrals="child_id | referral_date\nAnn | 2023-06-01").state is State.ZERO
