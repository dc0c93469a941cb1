"""Spec: children missing education on the last day of the period, each once."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "children_missing_education"


@pytest.mark.parametrize(("day", "children"), [("2025-03-30", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_a_child_counts_from_the_day_it_was_found_to_be_missing(counted: Counted, day: str, children: int) -> None:
    assert counted(NAME, "2025-03", missing_education=f"identified_on\n{day}").value == children


@pytest.mark.parametrize(("ends", "children"), [("2025-03-30", 0), ("2025-03-31", 0), ("2025-04-01", 1), ("", 1)])
def test_a_spell_that_ends_on_the_last_day_is_over(counted: Counted, ends: str, children: int) -> None:
    assert counted(NAME, "2025-03", missing_education=f"identified_on | ended_on\n2024-09-02 | {ends}").value == children


def test_a_spell_that_begins_and_ends_on_one_day_never_counts(counted: Counted) -> None:
    figure = counted(NAME, "2024-02", missing_education="identified_on | ended_on\n2024-02-29 | 2024-02-29")
    assert (figure.value, figure.state) == (0, State.ZERO)


def test_a_child_with_two_spells_open_by_mistake_counts_once(counted: Counted) -> None:
    spells = "child_id | identified_on | ended_on\nAnn | 2024-09-02 |\nAnn | 2025-01-06 |\nBen | 2025-01-06 |"
    assert counted(NAME, "2025-03", missing_education=spells).value == 2


def test_a_child_counts_while_one_of_two_spells_is_open(counted: Counted) -> None:
    spells = "child_id | identified_on | ended_on\nAnn | 2024-09-02 |\nAnn | 2025-01-06 | 2025-02-01"
    assert counted(NAME, "2025-03", missing_education=spells).value == 1


@pytest.mark.parametrize(("by", "group"), [("age_band", "10 to 15"), ("sex", "F"), ("ethnicity", "WROM")])
def test_children_are_told_apart_by_age_at_the_beginning_sex_and_ethnicity(counted: Counted, by: str, group: str) -> None:
    spells = """
        identified_on | date_of_birth | sex | ethnicity
        2025-01-06    | 2015-01-06    | F   | WROM
        2025-01-06    |               |     |
    """
    assert numerators(counted(NAME, "2025-03", by=by, missing_education=spells)) == {group: 1, "Not recorded": 1}
