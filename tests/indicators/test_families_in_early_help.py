"""Spec: families with early help open for one of their children on the last day of the period."""

from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "families_in_early_help"


def test_brothers_and_sisters_are_one_family(counted: Counted) -> None:
    episodes = """
        child_id | family_id | opened_on
        Ann      | Grey      | 2025-01-10
        Ben      | Grey      | 2025-01-10
        Ben      | Grey      | 2025-02-10
        Cal      | Hill      | 2025-02-10
    """
    assert counted(NAME, "2025-03", early_help_episodes=episodes).value == 2


def test_a_child_whose_family_is_not_recorded_counts_as_a_family_once(counted: Counted) -> None:
    episodes = """
        child_id | family_id | opened_on
        Ann      | Grey      | 2025-01-10
        Ben      |           | 2025-01-10
        Ben      |           | 2025-02-10
        Cal      |           | 2025-01-10
    """
    assert counted(NAME, "2025-03", early_help_episodes=episodes).value == 3


def test_a_family_counts_until_the_last_of_its_children_has_closed(counted: Counted) -> None:
    episodes = """
        child_id | family_id | opened_on  | closed_on
        Ann      | Grey      | 2025-01-10 | 2025-03-31
        Ben      | Grey      | 2025-01-10 | 2025-04-01
        Cal      | Hill      | 2025-01-10 | 2025-03-31
        Dee      | Mill      | 2025-03-31 |
        Eve      | Nash      | 2025-04-01 |
    """
    assert counted(NAME, "2025-03", early_help_episodes=episodes).value == 2


def test_a_family_helped_by_two_agencies_stands_in_both_and_once_in_the_total(counted: Counted) -> None:
    episodes = """
        child_id | family_id | opened_on  | lead_agency
        Ann      | Grey      | 2025-01-10 | education
        Ben      | Grey      | 2025-01-10 | health
        Cal      | Grey      | 2025-01-10 | health
        Dee      | Hill      | 2025-01-10 |
    """
    found = numerators(counted(NAME, "2025-03", by="agency", early_help_episodes=episodes))
    assert found == {"Education": 1, "Health": 1, "Not recorded": 1}
    figure = counted(NAME, "2025-03", early_help_episodes=episodes)
    assert (figure.value, figure.families) == (2, 2)
