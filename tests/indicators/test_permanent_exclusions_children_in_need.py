"""Spec: the share of permanent exclusions whose child was then a child in need."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "permanent_exclusions_children_in_need"


@pytest.mark.parametrize(("in_need", "share"), [("yes", (1, 1)), ("no", (0, 1)), ("", (0, 1))])
def test_an_exclusion_of_which_it_is_not_recorded_stays_in_the_total(
    counted: Counted, in_need: str, share: tuple[int, int]
) -> None:
    exclusions = f"excluded_on | child_in_need\n2025-03-05 | {in_need}"
    assert parts(counted(NAME, "2025-03", permanent_exclusions=exclusions)) == share


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_first_day_of_the_exclusion(counted: Counted, day: str, counts: int) -> None:
    exclusions = f"excluded_on | child_in_need\n{day} | yes"
    assert parts(counted(NAME, "2025-03", permanent_exclusions=exclusions)) == (counts, counts)


def test_one_that_was_taken_back_is_in_neither(counted: Counted) -> None:
    exclusions = "excluded_on | child_in_need | overturned\n2025-03-05 | yes | yes"
    assert counted(NAME, "2025-03", permanent_exclusions=exclusions).state is State.NO_CASES


@pytest.mark.parametrize(("by", "group"), [("age_band", "10 to 15"), ("sex", "M"), ("ethnicity", "BCRB")])
def test_each_group_has_its_own_share(counted: Counted, by: str, group: str) -> None:
    exclusions = """
        excluded_on | child_in_need | date_of_birth | sex | ethnicity
        2025-03-05  | yes           | 2012-03-05    | M   | BCRB
        2025-03-05  | no            |               |     |
    """
    found = shares(counted(NAME, "2025-03", by=by, permanent_exclusions=exclusions))
    assert found == {group: (1, 1), "Not recorded": (0, 1)}


@pytest.mark.parametrize(("covers_to", "state"), [("2025-06-02", State.PROVISIONAL), ("2025-06-03", State.VALUE)])
def test_it_is_provisional_while_governors_may_take_an_exclusion_back(counted: Counted, covers_to: str, state: State) -> None:
    exclusions = "excluded_on | child_in_need\n2025-03-05 | yes"
    assert counted(NAME, "2025-03", covers=("2025-03-01", covers_to), permanent_exclusions=exclusions).state is state
