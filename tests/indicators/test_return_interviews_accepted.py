"""Spec: the share of missing episodes ended after which the child agreed to a return home interview."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "return_interviews_accepted"

EPISODES = """
    episode_id | child_id | family_id | missing_from     | returned_at      | missing_from_care | placed_out_of_area
    M1         | Ann      | Grey      | 2025-03-05 18:00 | 2025-03-06 21:40 | no                |
    M2         | Ben      | Grey      | 2025-03-05 18:00 | 2025-03-06 21:40 | yes               | yes
    M3         | Cal      | Grey      | 2025-03-05 18:00 |                  | yes               | no
    M4         | Dot      | Hill      | 2025-03-30 18:00 | 2025-04-01 00:00 | no                |
"""
HEADINGS = "episode_id | returned_at | offered | accepted | held_at"


@pytest.mark.parametrize(
    ("accepted", "held", "counts"),
    [("yes", "", 1), ("no", "", 0), ("", "", 0), ("no", "2025-03-07 09:00", 1), ("", "2025-03-07 09:00", 1)],
)
def test_an_interview_held_was_accepted_and_an_empty_cell_is_no(
    counted: Counted, accepted: str, held: str, counts: int
) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | {accepted} | {held}"
    assert parts(counted(NAME, "2025-03", missing_episodes=EPISODES, return_interviews=rows)) == (counts, 2)


def test_one_yes_among_several_offers_is_enough_and_the_episode_counts_once(counted: Counted) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | no |\nM1 | 2025-03-06 21:40 | yes | yes | 2025-03-09 09:00"
    figure = counted(NAME, "2025-03", missing_episodes=EPISODES, return_interviews=rows)
    assert (parts(figure), figure.families) == ((1, 2), 1)


def test_a_child_who_has_not_come_back_is_left_out(counted: Counted) -> None:
    rows = f"{HEADINGS}\nM3 | 2025-03-06 21:40 | yes | yes |"
    figure = counted(NAME, "2025-03", missing_episodes=EPISODES, return_interviews=rows)
    assert (parts(figure), figure.state) == ((0, 2), State.ZERO)


def test_the_period_is_that_of_the_return(counted: Counted) -> None:
    rows = f"{HEADINGS}\nM4 | 2025-04-01 00:00 | yes | yes |"
    found = [parts(counted(NAME, each, missing_episodes=EPISODES, return_interviews=rows)) for each in ("2025-03", "2025-04")]
    assert found == [(0, 2), (1, 1)]


def test_shares_by_place(counted: Counted) -> None:
    rows = f"{HEADINGS}\nM2 | 2025-03-06 21:40 | yes | yes |"
    found = shares(counted(NAME, "2025-03", by="place", missing_episodes=EPISODES, return_interviews=rows))
    assert found["Home"] == (0, 1)
    assert found["Care, placed out of area"] == (1, 1)


def test_without_the_interviews_it_is_awaited(counted: Counted) -> None:
    assert counted(NAME, "2025-03", missing_episodes=EPISODES).state is State.AWAITING


@pytest.mark.parametrize(("covers_to", "state"), [("2025-04-29", State.PROVISIONAL), ("2025-04-30", State.VALUE)])
def test_it_is_provisional_until_a_month_has_gone_by(counted: Counted, covers_to: str, state: State) -> None:
    rows = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | yes | 2025-03-07 09:00"
    covers = ("2025-03-01", covers_to)
    assert counted(NAME, "2025-03", covers=covers, missing_episodes=EPISODES, return_interviews=rows).state is state
