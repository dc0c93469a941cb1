"""Spec: the share of the section 11 returns due in twelve months that were made, the council's among them."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "section_11_returned"
HEADINGS = "about_agency | agency_kind | due_on | returned_on"
RETURNS = f"""
    {HEADINGS}
    Council      | council | 2025-03-31 |
    Police       | police  | 2025-03-31 | 2025-03-31
    Trust        | health  | 2025-03-31 | 2025-03-01
    Second trust | health  | 2025-03-31 |
"""


def test_the_council_is_asked_like_every_other_agency(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", section_11_returns=RETURNS)
    assert parts(figure) == (2, 4)
    assert figure.value == pytest.approx(50)
    by_agency = shares(counted(NAME, "2025-03", by="agency", section_11_returns=RETURNS))
    assert by_agency == {"Council": (0, 1), "Police": (1, 1), "Trust": (1, 1), "Second trust": (0, 1)}


def test_by_kind_of_agency(counted: Counted) -> None:
    by_kind = shares(counted(NAME, "2025-03", by="agency_kind", section_11_returns=RETURNS))
    assert by_kind == {"council": (0, 1), "police": (1, 1), "health": (1, 2)}


@pytest.mark.parametrize("returned", ["2024-12-01", "2025-03-31", "2025-04-01"])
def test_a_return_counts_as_made_on_time_or_late(counted: Counted, returned: str) -> None:
    returns = f"{HEADINGS}\nCouncil | council | 2025-03-31 | {returned}"
    assert parts(counted(NAME, "2025-03", section_11_returns=returns)) == (1, 1)


@pytest.mark.parametrize(("due", "counts"), [("2024-03-31", 0), ("2024-04-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_a_return_belongs_to_the_twelve_months_in_which_it_was_due(counted: Counted, due: str, counts: int) -> None:
    """Whenever it was made."""
    returns = f"{HEADINGS}\nCouncil | council | {due} | 2024-10-01"
    assert counted(NAME, "2025-03", section_11_returns=returns).denominator == counts


def test_no_return_made_is_a_true_nought_and_none_due_is_no_cases(counted: Counted) -> None:
    returns = f"{HEADINGS}\nCouncil | council | 2025-03-31 |"
    assert counted(NAME, "2025-03", section_11_returns=returns).state is State.ZERO
    assert counted(NAME, "2026-06", section_11_returns=returns).state is State.NO_CASES
