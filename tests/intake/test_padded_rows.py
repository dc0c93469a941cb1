"""Rows that a spreadsheet ends with empty cells, and files that say a day that has not come."""

from datetime import date

import pytest

from metrics.submission import Refused, Severity
from tests.intake.reading import plans_of

HEADINGS = "child_id,start_date,end_date,category\n"


def test_empty_cells_at_the_end_of_a_row_are_no_reason_to_leave_it_out() -> None:
    read = plans_of(f'{HEADINGS}A1,2025-01-10,,NEG,,,\nA2,2025-01-11,,NEG\n"A3",2025-01-12,,NEG, ,\n', as_at=date(2025, 3, 31))
    assert (read.rows_read, read.rows_kept) == (3, 3)


def test_a_cell_too_many_that_holds_something_still_leaves_the_row_out() -> None:
    read = plans_of(f"{HEADINGS}A1,2025-01-10,,NEG,,x\nA2,2025-01-11,,NEG,,\nA3,no day,,NEG\n", as_at=date(2025, 3, 31))
    assert (read.rows_read, read.rows_kept) == (3, 1)
    assert {each.row for each in read.problems if each.severity is Severity.BLOCK} == {2, 4}


def test_an_as_at_date_in_the_future_is_refused() -> None:
    with pytest.raises(Refused, match="The as-at date, 01/01/2126, lies in the future"):
        plans_of(f"{HEADINGS}A1,2025-01-10,,NEG\n", as_at=date(2126, 1, 1))
