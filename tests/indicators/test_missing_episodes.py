"""Spec: episodes of children going missing that began in the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "missing_episodes"


def test_an_episode_belongs_to_the_day_it_began_by_the_clock(counted: Counted) -> None:
    episodes = """
        episode_id | child_id | missing_from     | returned_at
        M1         | Ann      | 2025-02-28 23:59 | 2025-03-01 09:00
        M2         | Ann      | 2025-03-01 00:00 | 2025-03-01 09:00
        M3         | Ann      | 2025-03-31 23:59 | 2025-04-02 09:00
        M4         | Ann      | 2025-04-01 00:00 |
    """
    assert counted(NAME, "2025-03", missing_episodes=episodes).value == 2


def test_every_episode_of_a_child_counts_and_one_still_going_on_too(counted: Counted) -> None:
    episodes = """
        episode_id | child_id | family_id | missing_from     | returned_at
        M1         | Ann      | Grey      | 2025-03-05 18:00 | 2025-03-05 23:00
        M2         | Ann      | Grey      | 2025-03-06 18:00 | 2025-03-06 23:00
        M3         | Ben      | Grey      | 2025-03-06 18:00 |
    """
    figure = counted(NAME, "2025-03", missing_episodes=episodes)
    assert (figure.value, figure.families) == (3, 1)


def test_an_episode_listed_twice_counts_once(counted: Counted) -> None:
    episodes = "episode_id | child_id | missing_from\nM1 | Ann | 2025-03-05 18:00\nM1 | Ann | 2025-03-05 18:00"
    assert counted(NAME, "2025-03", missing_episodes=episodes).value == 1


def test_home_and_care_and_the_area_of_care_are_told_apart_and_what_is_not_recorded_is_neither(counted: Counted) -> None:
    episodes = """
        episode_id | missing_from     | missing_from_care | placed_out_of_area
        M1         | 2025-03-05 18:00 | no                | no
        M2         | 2025-03-05 18:00 | no                |
        M3         | 2025-03-05 18:00 | yes               | no
        M4         | 2025-03-05 18:00 | yes               |
        M5         | 2025-03-05 18:00 | yes               | yes
        M6         | 2025-03-05 18:00 |                   | yes
    """
    found = numerators(counted(NAME, "2025-03", by="place", missing_episodes=episodes))
    assert found == {
        "Home": 2,
        "Care, placed in the area": 1,
        "Care, placed out of area": 1,
        "Care, area not recorded": 1,
        "Not recorded": 1,
    }


@pytest.mark.parametrize(("today", "state"), [("2025-04-30", State.NOT_DUE), ("2025-05-01", State.AWAITING)])
def test_a_month_the_police_have_not_sent_is_awaited_from_the_day_after_it_was_due(
    counted: Counted, today: str, state: State
) -> None:
    episodes = "episode_id | missing_from\nM1 | 2025-02-05 18:00"
    figure = counted(NAME, "2025-03", covers=("2025-01-01", "2025-02-28"), today=today, missing_episodes=episodes)
    assert (figure.value, figure.state) == (None, state)
    assert "Testbridge Police" in (figure.waiting_for or "")


def test_no_episode_in_a_month_the_police_have_sent_is_a_true_nought(counted: Counted) -> None:
    episodes = "episode_id | missing_from\nM1 | 2025-02-05 18:00"
    figure = counted(NAME, "2025-03", missing_episodes=episodes)
    assert (figure.value, figure.state) == (0, State.ZERO)


def test_children_of_different_ages_are_told_apart(counted: Counted) -> None:
    rows = """
        episode_id | date_of_birth | missing_from
        young | 2020-06-01 | 2025-03-10 18:15
        older | 2010-06-01 | 2025-03-10 18:15
    """
    assert numerators(counted(NAME, "2025-03", by="age_band", missing_episodes=rows)) == {"1 to 4": 1, "10 to 15": 1}
