"""Spec: the share of the standards asked in section 11 returns that agencies meet."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "section_11_standards_met"
HEADINGS = "about_agency | agency_kind | due_on | returned_on | standards_asked | standards_met"
RETURNS = f"""
    {HEADINGS}
    Council      | council | 2025-03-31 | 2025-04-02 | 8 | 4
    Trust        | health  | 2025-03-31 | 2025-03-01 | 8 | 7
    Second trust | health  | 2025-03-31 | 2025-03-01 | 4 | 4
"""


def test_standards_of_every_agency_are_added_up_the_councils_among_them(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", section_11_returns=RETURNS)
    assert parts(figure) == (15, 20)
    assert figure.value == pytest.approx(75)


def test_by_agency_and_by_kind_of_agency(counted: Counted) -> None:
    by_agency = shares(counted(NAME, "2025-03", by="agency", section_11_returns=RETURNS))
    assert by_agency == {"Council": (4, 8), "Trust": (7, 8), "Second trust": (4, 4)}
    by_kind = shares(counted(NAME, "2025-03", by="agency_kind", section_11_returns=RETURNS))
    assert by_kind == {"council": (4, 8), "health": (11, 12)}


@pytest.mark.parametrize("row", ["| 8 | 7", "2025-03-01 | | 7", "2025-03-01 | 8 | "])
def test_a_return_not_made_or_without_both_numbers_is_left_out(counted: Counted, row: str) -> None:
    returns = f"{RETURNS}Police | police | 2025-03-31 | {row}"
    assert parts(counted(NAME, "2025-03", section_11_returns=returns)) == (15, 20)


@pytest.mark.parametrize(("due", "counts"), [("2024-03-31", 0), ("2024-04-01", 8), ("2025-03-31", 8), ("2025-04-01", 0)])
def test_a_return_belongs_to_the_twelve_months_in_which_it_was_due(counted: Counted, due: str, counts: int) -> None:
    returns = f"{HEADINGS}\nCouncil | council | {due} | 2024-10-01 | 8 | 7"
    assert counted(NAME, "2025-03", section_11_returns=returns).denominator == counts


def test_no_standard_met_is_a_true_nought(counted: Counted) -> None:
    returns = f"{HEADINGS}\nCouncil | council | 2025-03-31 | 2025-03-31 | 8 | 0"
    assert counted(NAME, "2025-03", section_11_returns=returns).state is State.ZERO
