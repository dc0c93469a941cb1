"""Spec: permanent exclusions of children who were looked after on the day."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "permanent_exclusions_children_in_care"


@pytest.mark.parametrize(("looked_after", "counts"), [("yes", 1), ("no", 0), ("", 0)])
def test_only_a_child_known_to_be_looked_after_counts(counted: Counted, looked_after: str, counts: int) -> None:
    exclusions = f"excluded_on | child_in_need | looked_after\n2025-03-05 | yes | {looked_after}"
    figure = counted(NAME, "2025-03", permanent_exclusions=exclusions)
    assert (figure.value, figure.state) == (counts, State.VALUE if counts else State.ZERO)


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_first_day_of_the_exclusion(counted: Counted, day: str, counts: int) -> None:
    assert counted(NAME, "2025-03", permanent_exclusions=f"excluded_on | looked_after\n{day} | yes").value == counts


def test_one_that_was_taken_back_is_none(counted: Counted) -> None:
    exclusions = "excluded_on | looked_after | overturned\n2025-03-05 | yes | yes"
    assert counted(NAME, "2025-03", permanent_exclusions=exclusions).value == 0


def test_a_child_excluded_from_two_schools_is_counted_twice(counted: Counted) -> None:
    exclusions = "child_id | excluded_on | looked_after\nAnn | 2025-01-15 | yes\nAnn | 2025-03-05 | yes"
    assert counted(NAME, "2024/25 Q4", permanent_exclusions=exclusions).value == 2


def test_they_are_told_apart_by_school_age_sex_and_ethnicity(counted: Counted) -> None:
    exclusions = """
        excluded_on | looked_after | setting           | date_of_birth | sex | ethnicity
        2025-03-05  | yes          | academy_secondary | 2012-03-05    | M   | BCRB
        2025-03-05  | yes          |                   |               |     |
        2025-03-05  | no           | special           | 2016-03-05    | F   | WBRI
    """
    groups = {"setting": "academy_secondary", "age_band": "10 to 15", "sex": "M", "ethnicity": "BCRB"}
    for by, group in groups.items():
        found = numerators(counted(NAME, "2025-03", by=by, permanent_exclusions=exclusions))
        assert found == {group: 1, "Not recorded": 1}


@pytest.mark.parametrize(("covers_to", "state"), [("2025-06-02", State.PROVISIONAL), ("2025-06-03", State.VALUE)])
def test_it_is_provisional_while_governors_may_take_an_exclusion_back(counted: Counted, covers_to: str, state: State) -> None:
    exclusions = "excluded_on | looked_after\n2025-03-05 | yes"
    assert counted(NAME, "2025-03", covers=("2025-03-01", covers_to), permanent_exclusions=exclusions).state is state
