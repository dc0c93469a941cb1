"""Spec: children aged 0 to 17 who live in the area, by the newest count of the table by age and sex."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "children_in_the_area"
COUNTS = """
    as_at      | counted_by  | age_band    | sex | children
    2023-06-30 | age and sex | under 1     | F   | 500
    2023-06-30 | age and sex | 16 and over | M   | 400
    2024-06-30 | age and sex | under 1     | F   | 510
    2024-06-30 | age and sex | 16 and over | M   | 420
    2024-06-30 | age and sex | 16 and over |     | 7
"""


@pytest.mark.parametrize(
    ("day", "children"),
    [("2023-06-29", 0), ("2023-06-30", 900), ("2024-06-29", 900), ("2024-06-30", 937), ("2026-03-31", 937)],
)
def test_a_count_holds_from_its_day_until_the_next_one(counted: Counted, day: str, children: int) -> None:
    assert counted(NAME, f"{day} to {day}", child_population=COUNTS).value == children


def test_a_year_without_a_count_has_the_newest_before_it(counted: Counted) -> None:
    counts = "as_at | counted_by | children\n2021-06-30 | age and sex | 900\n2024-06-30 | age and sex | 937"
    assert counted(NAME, "2024-03", child_population=counts).value == 900


def test_the_table_by_ethnicity_is_not_added_nor_does_it_end_a_count(counted: Counted) -> None:
    counts = """
        as_at      | counted_by  | sex | ethnicity | children
        2023-06-30 | age and sex | F   |           | 450
        2023-06-30 | age and sex | M   |           | 450
        2023-06-30 | ethnicity   |     | WBRI      | 900
        2023-09-30 | ethnicity   |     | WBRI      | 905
    """
    assert counted(NAME, "2024-03", child_population=counts).value == 900


def test_age_bands_and_sexes_each_add_up_to_all_the_children(counted: Counted) -> None:
    by_age = numerators(counted(NAME, "2025-03", by="age_band", child_population=COUNTS))
    assert by_age == {"under 1": 510, "16 and over": 427}
    by_sex = numerators(counted(NAME, "2025-03", by="sex", child_population=COUNTS))
    assert by_sex == {"F": 510, "M": 420, "Not recorded": 7}


def test_children_and_no_families_are_counted_and_no_data_is_a_gap(counted: Counted) -> None:
    assert counted(NAME, "2025-03", child_population=COUNTS).families is None
    awaited = counted(NAME, "2025-03", contacts="child_id | contact_date\nAnn | 2025-01-10")
    assert (awaited.value, awaited.state) == (None, State.AWAITING)
