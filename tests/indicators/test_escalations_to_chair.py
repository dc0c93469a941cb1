"""Spec: escalations that reached the chair in the period, by the agency that raised them."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "escalations_to_chair"


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_an_escalation_belongs_to_the_period_in_which_it_reached_the_chair(counted: Counted, day: str, counts: int) -> None:
    assert counted(NAME, "2025-03", escalations=f"escalation_id | raised_on\nE1 | {day}").value == counts


def test_each_is_counted_by_the_agency_that_raised_it(counted: Counted) -> None:
    escalations = """
        escalation_id | raised_on  | raised_by
        E1            | 2025-03-12 | Police
        E2            | 2025-03-12 | Police
        E3            | 2025-03-14 | Council
        E4            | 2025-03-14 |
    """
    assert counted(NAME, "2025-03", escalations=escalations).value == 4
    by_agency = numerators(counted(NAME, "2025-03", by="agency", escalations=escalations))
    assert by_agency == {"Police": 2, "Council": 1, "Not recorded": 1}


def test_a_period_without_one_is_a_true_nought_and_one_without_data_is_not(counted: Counted) -> None:
    escalations = "escalation_id | raised_on\nE1 | 2025-03-12"
    assert counted(NAME, "2025-04", escalations=escalations).state is State.ZERO
    figure = counted(NAME, "2025-04", covers=("2025-03-01", "2025-03-31"), escalations=escalations)
    assert (figure.value, figure.state) == (None, State.AWAITING)
