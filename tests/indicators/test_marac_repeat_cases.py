"""Spec: the share of MARAC cases that are repeats: same victim and perpetrator, within twelve months."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "marac_repeat_cases"


@pytest.mark.parametrize(
    ("earlier", "later", "again"),
    [
        ("2024-03-11", "2025-03-10", 1),
        ("2024-03-10", "2025-03-10", 1),
        ("2024-03-09", "2025-03-10", 0),
        ("2025-03-09", "2025-03-10", 1),
        ("2024-02-29", "2025-02-28", 1),
        ("2024-02-29", "2025-03-01", 0),
    ],
)
def test_the_same_day_a_year_on_is_within_twelve_months_and_the_day_after_is_not(
    counted: Counted, earlier: str, later: str, again: int
) -> None:
    cases = f"victim_id | perpetrator_id | heard_on\nVera | Paul | {earlier}\nVera | Paul | {later}"
    assert parts(counted(NAME, f"{later} to {later}", marac_cases=cases)) == (again, 1)


def test_two_hearings_of_one_day_are_not_repeats_of_each_other(counted: Counted) -> None:
    cases = "victim_id | perpetrator_id | heard_on\nVera | Paul | 2025-03-05\nVera | Paul | 2025-03-05"
    assert parts(counted(NAME, "2025-03", marac_cases=cases)) == (0, 2)


def test_it_is_the_newest_earlier_hearing_that_tells(counted: Counted) -> None:
    cases = """
        victim_id | perpetrator_id | heard_on
        Vera      | Paul           | 2023-01-05
        Vera      | Paul           | 2024-09-05
        Vera      | Paul           | 2025-03-05
    """
    assert parts(counted(NAME, "2023-01-01 to 2025-03-31", marac_cases=cases)) == (1, 3)


def test_another_perpetrator_or_another_victim_is_another_case(counted: Counted) -> None:
    cases = """
        victim_id | perpetrator_id | heard_on
        Vera      | Paul           | 2025-02-05
        Vera      | Hugh           | 2025-03-05
        Wilma     | Paul           | 2025-03-05
    """
    assert parts(counted(NAME, "2025-03", marac_cases=cases)) == (0, 2)


def test_where_the_perpetrator_is_not_named_the_victim_alone_tells_and_without_a_victim_nobody_does(counted: Counted) -> None:
    cases = """
        victim_id | perpetrator_id | heard_on
        Vera      |                | 2025-02-05
        Vera      |                | 2025-03-05
                  | Paul           | 2025-02-05
                  | Paul           | 2025-03-05
    """
    assert parts(counted(NAME, "2025-03", marac_cases=cases)) == (1, 2)


@pytest.mark.parametrize(("word", "again"), [("yes", 1), ("no", 0), ("", 1)])
def test_the_coordinators_own_word_decides(counted: Counted, word: str, again: int) -> None:
    cases = f"""
        victim_id | perpetrator_id | heard_on   | repeat_case
        Vera      | Paul           | 2025-02-05 |
        Vera      | Paul           | 2025-03-05 | {word}
    """
    assert parts(counted(NAME, "2025-03", marac_cases=cases)) == (again, 1)


def test_a_case_marked_as_a_repeat_needs_no_earlier_hearing(counted: Counted) -> None:
    assert parts(counted(NAME, "2025-03", marac_cases="heard_on | repeat_case\n2025-03-05 | yes")) == (1, 1)


def test_cases_with_and_without_children_are_in_it_and_told_apart(counted: Counted) -> None:
    cases = """
        heard_on   | repeat_case | children_in_household
        2025-03-05 | yes         | 1
        2025-03-05 | no          | 3
        2025-03-05 | yes         | 0
        2025-03-05 | no          |
    """
    found = shares(counted(NAME, "2025-03", by="household", marac_cases=cases))
    assert found == {"With children": (1, 2), "Without children": (1, 1), "Not recorded": (0, 1)}


def test_the_hearing_that_follows_does_not_make_one_a_repeat(counted: Counted) -> None:
    cases = "victim_id | perpetrator_id | heard_on\nVera | Paul | 2025-03-05\nVera | Paul | 2025-04-05"
    assert parts(counted(NAME, "2025-03", marac_cases=cases)) == (0, 1)


@pytest.mark.parametrize(("covers_from", "state"), [("2024-03-01", State.VALUE), ("2024-03-02", State.PROVISIONAL)])
def test_it_is_provisional_while_less_than_twelve_months_before_are_held(
    counted: Counted, covers_from: str, state: State
) -> None:
    cases = "heard_on | repeat_case\n2025-03-05 | yes"
    assert counted(NAME, "2025-03", covers=(covers_from, "2025-03-31"), marac_cases=cases).state is state
