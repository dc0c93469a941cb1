"""Spec: children who ceased to be looked after by adoption in the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "adoption_orders"


@pytest.mark.parametrize(
    ("reason", "adopted"), [("E11", 1), ("E12", 1), ("E2", 0), ("E14", 0), ("E47", 0), ("E4A", 0), ("E8", 0), ("", 0)]
)
def test_only_adoption_counts(counted: Counted, reason: str, adopted: int) -> None:
    rows = f"child_id | start_date | end_date | end_reason\nAnn | 2023-01-10 | 2025-03-10 | {reason}"
    assert counted(NAME, "2025-03", looked_after_periods=rows).value == adopted


def test_an_adoption_belongs_to_the_day_care_ended(counted: Counted) -> None:
    rows = """
        child_id | start_date | end_date   | end_reason
        before   | 2023-01-10 | 2025-02-28 | E11
        first    | 2023-01-10 | 2025-03-01 | E11
        last     | 2023-01-10 | 2025-03-31 | E12
        after    | 2023-01-10 | 2025-04-01 | E12
        in care  | 2025-03-10 |            | E11
    """
    assert counted(NAME, "2025-03", looked_after_periods=rows).value == 2


def test_a_child_with_two_periods_by_mistake_counts_once(counted: Counted) -> None:
    rows = """
        child_id | family_id | start_date | end_date   | end_reason
        Ann      | Grey      | 2023-01-10 | 2025-03-10 | E11
        Ann      | Grey      | 2024-01-10 | 2025-03-10 | E11
        Ben      | Grey      | 2024-01-10 | 2025-03-10 | E11
    """
    figure = counted(NAME, "2025-03", looked_after_periods=rows)
    assert (figure.value, figure.families) == (2, 1)


def test_children_are_told_apart_by_age_on_entering_care_sex_and_ethnicity(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | start_date | end_date   | end_reason | sex | ethnicity
        Ann      | 2022-06-01    | 2022-06-01 | 2025-03-10 | E11        | F   | WBRI
        Ben      | 2019-06-01    | 2022-06-01 | 2025-03-10 | E11        | M   | BAFR
    """
    found = {
        by: numerators(counted(NAME, "2025-03", by=by, looked_after_periods=rows)) for by in ("age_band", "sex", "ethnicity")
    }
    assert found == {"age_band": {"Under 1": 1, "1 to 4": 1}, "sex": {"F": 1, "M": 1}, "ethnicity": {"WBRI": 1, "BAFR": 1}}


def test_none_is_a_true_nought(counted: Counted) -> None:
    rows = "child_id | start_date\nAnn | 2025-02-01"
    assert counted(NAME, "2025-03", looked_after_periods=rows).state is State.ZERO
