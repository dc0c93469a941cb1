"""Spec: children with early help open on the last day of the period."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "children_in_early_help"


def test_it_counts_from_the_day_it_opened_until_the_day_before_it_closed(counted: Counted) -> None:
    episodes = """
        child_id             | opened_on  | closed_on
        opened_on_the_last   | 2025-03-31 |
        opened_the_day_after | 2025-04-01 |
        closed_on_the_last   | 2025-01-10 | 2025-03-31
        closed_the_day_after | 2025-01-10 | 2025-04-01
        still_open           | 2019-01-10 |
    """
    assert counted(NAME, "2025-03", early_help_episodes=episodes).value == 3


def test_a_child_with_two_episodes_open_counts_once(counted: Counted) -> None:
    episodes = "child_id | opened_on\nAnn | 2025-01-10\nAnn | 2025-02-10\nBen | 2025-02-10"
    assert counted(NAME, "2025-03", early_help_episodes=episodes).value == 2


def test_brothers_and_sisters_are_children_of_one_family(counted: Counted) -> None:
    episodes = "child_id | family_id | opened_on\nAnn | Grey | 2025-01-10\nBen | Grey | 2025-02-10\nCal | Hill | 2025-02-10"
    figure = counted(NAME, "2025-03", early_help_episodes=episodes)
    assert (figure.value, figure.families) == (3, 2)


def test_an_episode_closed_before_it_opened_is_left_out(counted: Counted) -> None:
    episodes = "child_id | opened_on | closed_on\nAnn | 2025-03-10 | 2025-03-09\nBen | 2025-03-10 |"
    assert counted(NAME, "2025-03", early_help_episodes=episodes).value == 1


def test_a_child_helped_by_two_agencies_stands_in_both_and_once_in_the_total(counted: Counted) -> None:
    episodes = """
        child_id | opened_on  | lead_agency
        Ann      | 2025-01-10 | Education
        Ann      | 2025-02-10 | mental health
        Ann      | 2025-02-20 | mental health
        Ben      | 2025-02-10 |
    """
    found = numerators(counted(NAME, "2025-03", by="agency", early_help_episodes=episodes))
    assert found == {"Education": 1, "Mental health": 1, "Not recorded": 1}
    assert counted(NAME, "2025-03", early_help_episodes=episodes).value == 2


def test_children_by_sex_ethnicity_and_age_when_it_opened(counted: Counted) -> None:
    episodes = """
        child_id | date_of_birth | opened_on  | sex | ethnicity
        Ann      | 2015-01-11    | 2025-01-10 | f   | WBRI
        Ben      | 2015-01-10    | 2025-01-10 | M   | BCRB
        Cal      |               | 2025-01-10 |     |
    """
    by_sex = numerators(counted(NAME, "2025-03", by="sex", early_help_episodes=episodes))
    assert by_sex == {"F": 1, "M": 1, "Not recorded": 1}
    by_ethnicity = numerators(counted(NAME, "2025-03", by="ethnicity", early_help_episodes=episodes))
    assert by_ethnicity == {"WBRI": 1, "BCRB": 1, "Not recorded": 1}
    by_age = numerators(counted(NAME, "2025-03", by="age_band", early_help_episodes=episodes))
    assert by_age == {"5 to 9": 1, "10 to 15": 1, "Not recorded": 1}


def test_none_open_is_a_true_nought_and_no_data_is_a_gap(counted: Counted) -> None:
    closed = counted(NAME, "2025-03", early_help_episodes="child_id | opened_on | closed_on\nAnn | 2025-01-10 | 2025-02-10")
    assert (closed.value, closed.state) == (0, State.ZERO)
    awaited = counted(NAME, "2025-03", contacts="child_id | contact_date\nAnn | 2025-01-10")
    assert (awaited.value, awaited.state) == (None, State.AWAITING)
