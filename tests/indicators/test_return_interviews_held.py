"""Spec: the share of missing episodes ended after which a return home interview was held, however late."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "return_interviews_held"
EPISODES = """
    episode_id | child_id | family_id | missing_from     | returned_at      | missing_from_care
    M1         | Ann      | Grey      | 2025-03-05 18:15 | 2025-03-06 21:40 | no
    M2         | Ben      | Grey      | 2025-03-05 18:15 | 2025-03-06 21:40 | yes
    M3         | Cal      | Hill      | 2025-03-05 18:15 |                  | no
"""
HEADINGS = "episode_id | returned_at | offered | accepted | held_at"


@pytest.mark.parametrize(
    ("offered", "accepted", "held", "interviews"),
    [
        ("yes", "yes", "2025-03-07 09:00", 1),
        ("yes", "yes", "2025-09-07 09:00", 1),
        ("no", "no", "2025-03-07 09:00", 1),
        ("yes", "yes", "", 0),
        ("yes", "no", "", 0),
        ("no", "", "", 0),
    ],
)
def test_an_interview_counts_when_it_has_a_time_at_which_it_was_held(
    counted: Counted, offered: str, accepted: str, held: str, interviews: int
) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | {offered} | {accepted} | {held}"
    assert parts(counted(NAME, "2025-03", missing_episodes=EPISODES, return_interviews=rows)) == (interviews, 2)


def test_an_episode_with_several_rows_counts_once(counted: Counted) -> None:
    rows = f"""{HEADINGS}
        M1 | 2025-03-06 21:40 | yes | no  |
        M1 | 2025-03-06 21:40 | yes | yes | 2025-03-10 09:00
        M1 | 2025-03-06 21:40 | yes | yes | 2025-03-17 09:00
    """
    figure = counted(NAME, "2025-03", missing_episodes=EPISODES, return_interviews=rows)
    assert (parts(figure), figure.families) == ((1, 2), 1)


def test_shares_by_place_leave_out_a_child_not_yet_back(counted: Counted) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | yes | 2025-03-10 09:00"
    found = shares(counted(NAME, "2025-03", by="place", missing_episodes=EPISODES, return_interviews=rows))
    assert found == {"Home": (1, 1), "Care, area not recorded": (0, 1)}


def test_interviews_refused_by_all_are_a_true_nought(counted: Counted) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | no |"
    assert counted(NAME, "2025-03", missing_episodes=EPISODES, return_interviews=rows).state is State.ZERO


def test_a_month_in_which_nobody_came_back_is_no_cases(counted: Counted) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | no |"
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


def test_an_interview_dated_before_the_return_is_a_slip_and_was_held(counted: Counted) -> None:
    episodes = "episode_id | missing_from | returned_at\nM1 | 2025-03-05 18:15 | 2025-03-06 21:40"
    interviews = "episode_id | returned_at | offered | held_at\nM1 | 2025-03-06 21:40 | yes | 2025-03-06 10:00"
    assert parts(counted(NAME, "2025-03", missing_episodes=episodes, return_interviews=interviews)) == (1, 1)


@pytest.mark.parametrize(("covers_to", "state"), [("2025-04-29", State.PROVISIONAL), ("2025-04-30", State.VALUE)])
def test_it_is_provisional_until_a_month_has_gone_by(counted: Counted, covers_to: str, state: State) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | yes | 2025-03-07 09:00"
    covers = ("2025-03-01", covers_to)
    assert counted(NAME, "2025-03", covers=covers, missing_episodes=EPISODES, return_interviews=rows).state is state
