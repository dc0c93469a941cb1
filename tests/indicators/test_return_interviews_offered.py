"""Spec: the share of missing episodes ended after which the child was offered a return home interview."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "return_interviews_offered"
EPISODES = """
    episode_id | child_id | family_id | missing_from     | returned_at      | missing_from_care
    M1         | Ann      | Grey      | 2025-03-05 18:15 | 2025-03-06 21:40 | no
    M2         | Ben      | Grey      | 2025-03-05 18:15 | 2025-03-06 21:40 |
    M3         | Cal      | Hill      | 2025-03-05 18:15 |                  | no
"""
HEADINGS = "episode_id | returned_at | offered | accepted | held_at"


@pytest.mark.parametrize(
    ("offered", "accepted", "held", "offers"),
    [
        ("yes", "yes", "2025-03-07 09:00", 1),
        ("yes", "no", "", 1),
        ("yes", "", "", 1),
        ("no", "", "2025-03-07 09:00", 1),
        ("no", "", "", 0),
    ],
)
def test_an_interview_held_was_offered_even_where_the_record_says_no(
    counted: Counted, offered: str, accepted: str, held: str, offers: int
) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | {offered} | {accepted} | {held}"
    assert parts(counted(NAME, "2025-03", missing_episodes=EPISODES, return_interviews=rows)) == (offers, 2)


def test_one_offer_among_several_rows_is_enough_and_the_episode_counts_once(counted: Counted) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | no | | \nM1 | 2025-03-06 21:40 | yes | yes | 2025-03-10 09:00"
    figure = counted(NAME, "2025-03", missing_episodes=EPISODES, return_interviews=rows)
    assert (parts(figure), figure.families) == ((1, 2), 1)


def test_an_offer_to_a_child_who_has_not_come_back_does_not_count(counted: Counted) -> None:
    rows = f"{HEADINGS}\nM3 | 2025-03-06 21:40 | yes | |"
    figure = counted(NAME, "2025-03", missing_episodes=EPISODES, return_interviews=rows)
    assert (parts(figure), figure.state) == ((0, 2), State.ZERO)


def test_shares_by_place(counted: Counted) -> None:
    rows = f"{HEADINGS}\nM2 | 2025-03-06 21:40 | yes | |"
    found = shares(counted(NAME, "2025-03", by="place", missing_episodes=EPISODES, return_interviews=rows))
    assert found == {"Home": (0, 1), "Not recorded": (1, 1)}


def test_a_month_in_which_nobody_came_back_is_no_cases(counted: Counted) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | |"
    assert counted(NAME, "2025-04", missing_episodes=EPISODES, return_interviews=rows).state is State.NO_CASES


def test_an_episode_belongs_to_the_period_in_which_the_child_came_back_and_not_to_that_in_which_it_began(
    counted: Counted,
) -> None:
    episodes = """
        episode_id | missing_from     | returned_at
        M1         | 2025-02-27 18:15 | 2025-03-01 00:00
        M2         | 2025-03-30 18:15 | 2025-04-01 00:00
    """
    interviews = "episode_id | returned_at | offered | held_at\nM1 | 2025-03-01 00:00 | yes | 2025-03-02 10:00"
    assert parts(counted(NAME, "2025-03", missing_episodes=episodes, return_interviews=interviews)) == (1, 1)


@pytest.mark.parametrize(("covers_to", "state"), [("2025-04-02", State.PROVISIONAL), ("2025-04-03", State.VALUE)])
def test_it_is_provisional_until_the_last_72_hours_have_run_out(counted: Counted, covers_to: str, state: State) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | yes | 2025-03-07 09:00"
    covers = ("2025-03-01", covers_to)
    assert counted(NAME, "2025-03", covers=covers, missing_episodes=EPISODES, return_interviews=rows).state is state
