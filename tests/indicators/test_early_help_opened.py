"""Spec: episodes of early help that opened in the period."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "early_help_opened"


def test_the_day_it_opened_decides_the_period(counted: Counted) -> None:
    episodes = """
        child_id       | opened_on  | closed_on
        the_day_before | 2025-02-28 | 2025-03-20
        on_the_first   | 2025-03-01 | 2025-03-02
        on_the_last    | 2025-03-31 | 2025-04-02
        the_day_after  | 2025-04-01 |
    """
    assert counted(NAME, "2025-03", early_help_episodes=episodes).value == 2


def test_a_child_whose_help_opens_twice_counts_twice_as_one_family(counted: Counted) -> None:
    episodes = """
        child_id | family_id | opened_on  | closed_on
        Ann      | Grey      | 2025-03-05 | 2025-03-10
        Ann      | Grey      | 2025-03-25 |
    """
    figure = counted(NAME, "2025-03", early_help_episodes=episodes)
    assert (figure.value, figure.families) == (2, 1)


def test_by_the_agency_that_leads_it_in_words(counted: Counted) -> None:
    episodes = """
        child_id | opened_on  | lead_agency
        Ann      | 2025-03-05 | voluntary sector
        Ben      | 2025-03-05 | Voluntary Sector
        Cal      | 2025-03-05 | early help
        Dee      | 2025-03-05 |
    """
    found = numerators(counted(NAME, "2025-03", by="agency", early_help_episodes=episodes))
    assert found == {"Voluntary sector": 2, "Early help": 1, "Not recorded": 1}


def test_by_where_it_came_from_and_by_age(counted: Counted) -> None:
    episodes = """
        child_id | date_of_birth | opened_on  | source
        Ann      | 2020-03-05    | 2025-03-05 | front door
        Ben      | 2020-03-06    | 2025-03-05 | social care
        Cal      |               | 2025-03-05 |
    """
    by_source = numerators(counted(NAME, "2025-03", by="source", early_help_episodes=episodes))
    assert by_source == {"front door": 1, "social care": 1, "Not recorded": 1}
    by_age = numerators(counted(NAME, "2025-03", by="age_band", early_help_episodes=episodes))
    assert by_age == {"5 to 9": 1, "1 to 4": 1, "Not recorded": 1}


def test_a_month_in_which_none_opened_is_a_true_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", early_help_episodes="child_id | opened_on\nAnn | 2025-04-05")
    assert (figure.value, figure.state) == (0, State.ZERO)
