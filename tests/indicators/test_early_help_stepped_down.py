"""Spec: episodes of early help that opened in the period and came from children's social care."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "early_help_stepped_down"


def test_only_what_came_from_social_care_counts(counted: Counted) -> None:
    episodes = """
        child_id | family_id | opened_on  | source
        Ann      | Grey      | 2025-03-05 | social care
        Ben      | Grey      | 2025-03-05 | Social care
        Cal      | Hill      | 2025-03-05 | front door
        Dee      | Hill      | 2025-03-05 | agency
        Eve      | Hill      | 2025-03-05 | family
        Fay      | Hill      | 2025-03-05 | other
        Gil      | Hill      | 2025-03-05 |
    """
    figure = counted(NAME, "2025-03", early_help_episodes=episodes)
    assert (figure.value, figure.families) == (2, 1)


def test_the_day_it_opened_decides_the_period(counted: Counted) -> None:
    episodes = """
        child_id       | opened_on  | closed_on  | source
        the_day_before | 2025-02-28 | 2025-03-10 | social care
        on_the_first   | 2025-03-01 |            | social care
        on_the_last    | 2025-03-31 |            | social care
        the_day_after  | 2025-04-01 |            | social care
    """
    assert counted(NAME, "2025-03", early_help_episodes=episodes).value == 2


def test_by_the_agency_that_leads_it_and_by_age(counted: Counted) -> None:
    episodes = """
        child_id | date_of_birth | opened_on  | source      | lead_agency
        Ann      | 2020-03-05    | 2025-03-05 | social care | education
        Ben      | 2020-03-06    | 2025-03-05 | social care | early help
        Cal      |               | 2025-03-05 | social care |
    """
    by_agency = numerators(counted(NAME, "2025-03", by="agency", early_help_episodes=episodes))
    assert by_agency == {"Education": 1, "Early help": 1, "Not recorded": 1}
    by_age = numerators(counted(NAME, "2025-03", by="age_band", early_help_episodes=episodes))
    assert by_age == {"5 to 9": 1, "1 to 4": 1, "Not recorded": 1}


def test_none_is_a_true_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", early_help_episodes="child_id | opened_on | source\nAnn | 2025-03-05 | family")
    assert (figure.value, figure.state) == (0, State.ZERO)
