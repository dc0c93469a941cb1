"""Spec: the share of allegations concluded within twelve months of the referral."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "allegations_concluded_within_12_months"


@pytest.mark.parametrize(
    ("referred", "concluded", "in_time"),
    [
        ("2025-03-10", "2026-03-09", 1),
        ("2025-03-10", "2026-03-10", 1),
        ("2025-03-10", "2026-03-11", 0),
        ("2024-02-29", "2025-02-28", 1),
        ("2024-02-29", "2025-03-01", 0),
    ],
)
def test_the_same_date_is_in_time_and_the_day_after_is_late(
    counted: Counted, referred: str, concluded: str, in_time: int
) -> None:
    allegations = f"referred_on | concluded_on\n{referred} | {concluded}"
    assert parts(counted(NAME, f"{referred} to {referred}", allegations=allegations)) == (in_time, 1)


def test_a_case_that_is_open_stays_in_the_total_and_one_concluded_before_its_referral_is_a_slip(counted: Counted) -> None:
    allegations = "referred_on | concluded_on\n2025-03-05 |\n2025-03-05 | 2025-03-04\n2025-03-05 | 2025-03-05"
    assert parts(counted(NAME, "2025-03", allegations=allegations)) == (1, 3)


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_belongs_to_the_period_of_the_referral(counted: Counted, day: str, counts: int) -> None:
    allegations = f"referred_on | concluded_on\n{day} | 2025-04-01"
    assert parts(counted(NAME, "2025-03", allegations=allegations)) == (counts, counts)


@pytest.mark.parametrize(("covers_to", "state"), [("2026-03-31", State.PROVISIONAL), ("2026-04-01", State.VALUE)])
def test_it_is_provisional_until_a_year_has_run_out_after_the_last_day(counted: Counted, covers_to: str, state: State) -> None:
    allegations = "referred_on | concluded_on\n2025-03-05 | 2025-03-06"
    figure = counted(NAME, "2025-03", covers=("2025-03-01", covers_to), allegations=allegations)
    assert (figure.value, figure.state) == (100, state)


def test_each_agency_has_its_own_share(counted: Counted) -> None:
    allegations = """
        referred_on | referred_by | concluded_on
        2025-03-05  | education   | 2025-03-15
        2025-03-05  | education   |
        2025-03-05  |             | 2025-03-15
    """
    found = shares(counted(NAME, "2025-03", by="agency", allegations=allegations))
    assert found == {"education": (1, 2), "Not recorded": (1, 1)}
