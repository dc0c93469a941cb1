"""Spec: the share of the children of the area who live in relative low income, by the table by ethnicity."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "children_in_poverty_by_ethnicity"
COUNTS = """
    as_at      | counted_by  | sex | ethnicity | children | children_in_poverty
    2021-03-21 | ethnicity   |     | WBRI      | 700      | 140
    2021-03-21 | ethnicity   |     | BCRB      | 150      | 60
    2021-03-21 | ethnicity   |     | CHNE      | 30       |
    2021-03-21 | ethnicity   |     |           | 20       | 0
    2021-06-30 | age and sex | F   |           | 880      | 300
"""


@pytest.mark.parametrize(("day", "found"), [("2021-03-20", (0, 0)), ("2021-03-21", (200, 870)), ("2025-03-31", (200, 870))])
def test_it_holds_from_the_day_of_the_count_and_leaves_the_other_table_aside(
    counted: Counted, day: str, found: tuple[int, int]
) -> None:
    assert parts(counted(NAME, f"{day} to {day}", child_population=COUNTS)) == found


def test_a_newer_count_takes_its_place(counted: Counted) -> None:
    counts = f"{COUNTS}    2024-06-30 | ethnicity | | WBRI | 800 | 80\n"
    assert parts(counted(NAME, "2024-05", child_population=counts)) == (200, 870)
    assert parts(counted(NAME, "2024-06", child_population=counts)) == (80, 800)


def test_shares_are_of_the_children_of_the_ethnicity(counted: Counted) -> None:
    found = shares(counted(NAME, "2025-03", by="ethnicity", child_population=COUNTS))
    assert found == {"WBRI": (140, 700), "BCRB": (60, 150), "Not recorded": (0, 20)}


def test_where_it_is_not_known_there_is_no_figure_and_never_a_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", child_population="as_at | counted_by | children\n2024-06-30 | ethnicity | 900")
    assert (figure.value, figure.state) == (None, State.NO_CASES)
