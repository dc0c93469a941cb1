"""Spec: the share of the children of the area who live in relative low income, by the table by age and sex."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "children_in_poverty"
COUNTS = """
    as_at      | counted_by  | age_band | sex | ethnicity | children | children_in_poverty
    2023-06-30 | age and sex | 5 to 9   | F   |           | 500      | 100
    2023-06-30 | age and sex | 5 to 9   | M   |           | 500      | 120
    2024-06-30 | age and sex | 5 to 9   | F   |           | 510      | 130
    2024-06-30 | age and sex | 5 to 9   | M   |           | 520      | 0
    2024-06-30 | age and sex | under 1  | M   |           | 90       |
    2024-06-30 | ethnicity   |          |     | WBRI      | 1120     | 400
"""


@pytest.mark.parametrize(
    ("day", "found"),
    [("2023-06-29", (0, 0)), ("2023-06-30", (220, 1000)), ("2024-06-29", (220, 1000)), ("2024-06-30", (130, 1030))],
)
def test_a_count_holds_from_its_day_until_the_next_one(counted: Counted, day: str, found: tuple[int, int]) -> None:
    assert parts(counted(NAME, f"{day} to {day}", child_population=COUNTS)) == found


def test_groups_are_added_up_before_dividing_and_an_unknown_group_is_left_out_of_both(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", child_population=COUNTS)
    assert figure.value == pytest.approx(100 * 130 / 1030)


def test_shares_by_age_and_sex(counted: Counted) -> None:
    by_sex = shares(counted(NAME, "2025-03", by="sex", child_population=COUNTS))
    assert by_sex == {"F": (130, 510), "M": (0, 520)}
    assert shares(counted(NAME, "2025-03", by="age_band", child_population=COUNTS)) == {"5 to 9": (130, 1030)}


def test_where_it_is_not_known_there_is_no_figure_and_never_a_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", child_population="as_at | counted_by | children\n2024-06-30 | age and sex | 900")
    assert (figure.value, figure.state) == (None, State.NO_CASES)
