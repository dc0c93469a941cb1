"""Spec: the share of early help closed in the period because its outcomes were achieved."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "early_help_outcomes_achieved"


def test_outcomes_achieved_in_part_are_not_achieved_and_an_unknown_outcome_is_in_the_total(counted: Counted) -> None:
    episodes = """
        child_id | opened_on  | closed_on  | outcome
        Ann      | 2025-01-10 | 2025-03-05 | achieved
        Ben      | 2025-01-10 | 2025-03-05 | partly achieved
        Cal      | 2025-01-10 | 2025-03-05 | not achieved
        Dee      | 2025-01-10 | 2025-03-05 | withdrew
        Eve      | 2025-01-10 | 2025-03-05 | stepped up
        Fay      | 2025-01-10 | 2025-03-05 | moved
        Gil      | 2025-01-10 | 2025-03-05 | other
        Hal      | 2025-01-10 | 2025-03-05 |
        Ida      | 2025-01-20 | 2025-03-05 | Stepped Up
    """
    assert parts(counted(NAME, "2025-03", early_help_episodes=episodes)) == (1, 9)


def test_an_episode_that_is_open_is_not_in_the_total_whatever_its_outcome(counted: Counted) -> None:
    episodes = (
        "child_id | opened_on | closed_on | outcome\nAnn | 2025-03-05 | | achieved\nB | 2025-01-10 | 2025-03-05 | achieved"
    )
    assert parts(counted(NAME, "2025-03", early_help_episodes=episodes)) == (1, 1)


def test_the_day_it_closed_decides_the_period(counted: Counted) -> None:
    episodes = """
        child_id       | opened_on  | closed_on  | outcome
        the_day_before | 2025-01-10 | 2025-02-28 | achieved
        on_the_first   | 2025-01-10 | 2025-03-01 | achieved
        on_the_last    | 2025-01-10 | 2025-03-31 | other
        the_day_after  | 2025-01-10 | 2025-04-01 | achieved
    """
    assert parts(counted(NAME, "2025-03", early_help_episodes=episodes)) == (1, 2)


def test_shares_by_agency_and_age_are_of_what_closed_in_the_group(counted: Counted) -> None:
    episodes = """
        child_id | date_of_birth | opened_on  | closed_on  | outcome | lead_agency
        Ann      | 2020-01-10    | 2025-01-10 | 2025-03-05 | achieved | health
        Ben      | 2020-01-11    | 2025-01-10 | 2025-03-05 | other | health
        Cal      |               | 2025-01-10 | 2025-03-05 | achieved |
    """
    by_agency = shares(counted(NAME, "2025-03", by="agency", early_help_episodes=episodes))
    assert by_agency == {"Health": (1, 2), "Not recorded": (1, 1)}
    by_age = shares(counted(NAME, "2025-03", by="age_band", early_help_episodes=episodes))
    assert by_age == {"5 to 9": (1, 1), "1 to 4": (0, 1), "Not recorded": (1, 1)}


def test_families_are_those_in_the_numerator(counted: Counted) -> None:
    episodes = """
        child_id | family_id | opened_on  | closed_on  | outcome
        Ann      | Grey      | 2025-01-10 | 2025-03-05 | achieved
        Ben      | Grey      | 2025-01-10 | 2025-03-05 | achieved
        Cal      | Hill      | 2025-01-10 | 2025-03-05 | other
    """
    figure = counted(NAME, "2025-03", early_help_episodes=episodes)
    assert (parts(figure), figure.families) == ((2, 3), 1)


def test_nothing_closed_is_no_cases_and_none_such_is_a_true_nought(counted: Counted) -> None:
    none = counted(NAME, "2025-03", early_help_episodes="child_id | opened_on\nAnn | 2025-03-05")
    assert (none.value, none.state) == (None, State.NO_CASES)
    other = "child_id | opened_on | closed_on | outcome\nAnn | 2025-01-05 | 2025-03-05 | other"
    figure = counted(NAME, "2025-03", early_help_episodes=other)
    assert (figure.value, figure.state) == (0, State.ZERO)
