"""Spec: the share of missing episodes ended after which the first return home interview was held within 72 hours."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "return_interviews_within_72_hours"
EPISODE = "episode_id | child_id | missing_from | returned_at\nM1 | Ann | 2025-03-05 18:15 | 2025-03-06 21:40"
HEADINGS = "episode_id | returned_at | offered | held_at"


@pytest.mark.parametrize(
    ("held", "in_time"),
    [
        ("2025-03-06 21:39", 0),
        ("2025-03-06 21:40", 1),
        ("2025-03-09 21:39", 1),
        ("2025-03-09 21:40", 1),
        ("2025-03-09 21:41", 0),
        ("", 0),
    ],
)
def test_72_hours_run_by_the_clock_to_the_minute(counted: Counted, held: str, in_time: int) -> None:
    interviews = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | {held}"
    figure = counted(NAME, "2025-03", missing_episodes=EPISODE, return_interviews=interviews)
    assert parts(figure) == (in_time, 1)


def test_nights_and_weekends_count_as_hours(counted: Counted) -> None:
    episodes = "episode_id | missing_from | returned_at\nM1 | 2025-04-17 09:00 | 2025-04-17 17:00"
    interviews = f"{HEADINGS}\nM1 | 2025-04-17 17:00 | yes | 2025-04-22 09:00"
    figure = counted(NAME, "2025-04", missing_episodes=episodes, return_interviews=interviews)
    assert parts(figure) == (0, 1)


def test_only_the_first_interview_is_held_against_the_clock(counted: Counted) -> None:
    interviews = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | 2025-03-14 10:00\nM1 | 2025-03-06 21:40 | yes | 2025-03-08 10:00"
    assert parts(counted(NAME, "2025-03", missing_episodes=EPISODE, return_interviews=interviews)) == (1, 1)


def test_an_episode_without_any_row_of_interviews_stays_in_the_total(counted: Counted) -> None:
    interviews = f"{HEADINGS}\nM9 | 2025-03-06 21:40 | yes | 2025-03-08 10:00"
    assert parts(counted(NAME, "2025-03", missing_episodes=EPISODE, return_interviews=interviews)) == (0, 1)


def test_a_child_who_has_not_come_back_is_left_out(counted: Counted) -> None:
    episodes = "episode_id | missing_from | returned_at\nM1 | 2025-03-05 18:15 |"
    interviews = f"{HEADINGS}\nM9 | 2025-03-06 21:40 | yes | 2025-03-08 10:00"
    figure = counted(NAME, "2025-03", missing_episodes=episodes, return_interviews=interviews)
    assert (figure.value, figure.state) == (None, State.NO_CASES)


def test_an_episode_belongs_to_the_period_in_which_the_child_came_back(counted: Counted) -> None:
    episodes = """
        episode_id | missing_from     | returned_at
        M1         | 2025-02-27 18:15 | 2025-02-28 23:59
        M2         | 2025-02-27 18:15 | 2025-03-01 00:00
        M3         | 2025-03-30 18:15 | 2025-03-31 23:59
        M4         | 2025-03-30 18:15 | 2025-04-01 00:00
    """
    interviews = f"{HEADINGS}\nM3 | 2025-03-31 23:59 | yes | 2025-04-03 23:59\nM4 | 2025-04-01 00:00 | yes | 2025-04-01 09:00"
    assert parts(counted(NAME, "2025-03", missing_episodes=episodes, return_interviews=interviews)) == (1, 2)


@pytest.mark.parametrize(("covers_to", "state"), [("2025-04-02", State.PROVISIONAL), ("2025-04-03", State.VALUE)])
def test_it_is_provisional_until_72_hours_have_run_out_after_the_last_day(
    counted: Counted, covers_to: str, state: State
) -> None:
    interviews = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | 2025-03-08 10:00"
    figure = counted(NAME, "2025-03", covers=("2025-03-01", covers_to), missing_episodes=EPISODE, return_interviews=interviews)
    assert (figure.value, figure.state) == (100, state)


def test_without_the_interviews_the_figure_is_awaited_and_not_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", missing_episodes=EPISODE)
    assert (figure.value, figure.state) == (None, State.AWAITING)
    assert "Testbridge Council" in (figure.waiting_for or "")


def test_without_the_episodes_the_police_are_waited_for(counted: Counted) -> None:
    interviews = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | 2025-03-08 10:00"
    figure = counted(NAME, "2025-03", return_interviews=interviews)
    assert (figure.value, figure.state) == (None, State.AWAITING)
    assert "Testbridge Police" in (figure.waiting_for or "")


def test_shares_and_families_by_place(counted: Counted) -> None:
    episodes = """
        episode_id | family_id | missing_from     | returned_at      | missing_from_care
        M1         | Grey      | 2025-03-05 18:15 | 2025-03-06 21:40 | no
        M2         | Grey      | 2025-03-15 18:15 | 2025-03-16 21:40 | no
        M3         | Hill      | 2025-03-15 18:15 | 2025-03-16 21:40 |
    """
    interviews = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | 2025-03-07 09:00"
    found = counted(NAME, "2025-03", by="place", missing_episodes=episodes, return_interviews=interviews)
    assert shares(found) == {"Home": (1, 2), "Not recorded": (0, 1)}
    assert {group: each.families for group, each in found.items()} == {"Home": 1, "Not recorded": 0}


@pytest.mark.parametrize("slip", ["2025-03-06 10:00", "2025-03-06 21:39"])
def test_an_interview_dated_before_the_return_does_not_hide_the_first_one_after_it(counted: Counted, slip: str) -> None:
    interviews = f"{HEADINGS}\nM1 | 2025-03-06 21:40 | yes | {slip}\nM1 | 2025-03-06 21:40 | yes | 2025-03-06 21:40"
    assert parts(counted(NAME, "2025-03", missing_episodes=EPISODE, return_interviews=interviews)) == (1, 1)
