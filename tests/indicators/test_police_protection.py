"""Spec: children taken into police protection in the period, each once."""

import pytest

from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "police_protection"


@pytest.mark.parametrize(
    ("taken", "counts"),
    [("2025-02-28 23:59", 0), ("2025-03-01 00:00", 1), ("2025-03-31 23:59", 1), ("2025-04-01 00:00", 0)],
)
def test_it_belongs_to_the_day_on_which_it_began(counted: Counted, taken: str, counts: int) -> None:
    """Whenever it ended."""
    rows = f"child_id | taken_at | ended_at\nAnn | {taken} | 2025-04-02 10:00"
    assert counted(NAME, "2025-03", police_protections=rows).value == counts


def test_a_child_taken_twice_counts_once_in_a_period_and_in_each_of_two(counted: Counted) -> None:
    rows = """
        child_id | family_id | taken_at
        Ann      | Grey      | 2025-01-05 22:00
        Ann      | Grey      | 2025-03-05 22:00
        Ann      | Grey      | 2025-03-20 22:00
        Ben      | Grey      | 2025-03-05 22:00
    """
    quarter = counted(NAME, "2024/25 Q4", police_protections=rows)
    march = counted(NAME, "2025-03", police_protections=rows)
    assert (quarter.value, quarter.families) == (2, 1)
    assert (march.value, march.families) == (2, 1)
    assert counted(NAME, "2025-01", police_protections=rows).value == 1


def test_it_is_counted_by_the_age_on_that_day(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | taken_at
        Ann      | 2020-03-06    | 2025-03-05 22:00
        Ben      | 2020-03-05    | 2025-03-05 22:00
    """
    assert numerators(counted(NAME, "2025-03", by="age_band", police_protections=rows)) == {"1 to 4": 1, "5 to 9": 1}
