"""Spec: children aged 0 to 17 who live in the area, by the newest count of the table by ethnicity."""

import pytest

from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "children_in_the_area_by_ethnicity"
COUNTS = """
    as_at      | counted_by  | sex | ethnicity | children
    2011-03-27 | ethnicity   |     | WBRI      | 800
    2021-03-21 | ethnicity   |     | WBRI      | 700
    2021-03-21 | ethnicity   |     | BCRB      | 150
    2021-03-21 | ethnicity   |     |           | 20
    2021-06-30 | age and sex | F   |           | 880
"""


@pytest.mark.parametrize(
    ("day", "children"),
    [("2011-03-26", 0), ("2011-03-27", 800), ("2021-03-20", 800), ("2021-03-21", 870), ("2025-03-31", 870)],
)
def test_a_count_holds_from_its_day_until_the_next_one_of_its_table(counted: Counted, day: str, children: int) -> None:
    counts = f"{COUNTS}    2011-06-30 | age and sex | F | | 880\n"
    assert counted(NAME, f"{day} to {day}", covers=("2010-01-01", "2029-12-31"), child_population=counts).value == children


def test_ethnicities_add_up_to_all_the_children_of_the_table(counted: Counted) -> None:
    found = numerators(counted(NAME, "2025-03", by="ethnicity", child_population=COUNTS))
    assert found == {"WBRI": 700, "BCRB": 150, "Not recorded": 20}
