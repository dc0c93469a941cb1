"""Spec: children who went missing from care in the period, each once."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "children_missing_from_care"


def test_a_child_counts_once_however_many_episodes(counted: Counted) -> None:
    rows = """
        episode_id | child_id | family_id | missing_from     | missing_from_care
        M1         | Ann      | Grey      | 2025-03-05 18:00 | yes
        M2         | Ann      | Grey      | 2025-03-06 18:00 | yes
        M3         | Ben      | Grey      | 2025-03-06 18:00 | yes
    """
    figure = counted(NAME, "2025-03", missing_episodes=rows)
    assert (figure.value, figure.families) == (2, 1)


def test_only_care_counts_and_what_is_not_recorded_does_not(counted: Counted) -> None:
    rows = """
        episode_id | child_id | family_id | missing_from     | missing_from_care
        M1         | Ann      |           | 2025-03-05 18:00 | yes
        M2         | Ben      |           | 2025-03-06 18:00 | no
        M3         | Cal      |           | 2025-03-06 18:00 |
    """
    assert counted(NAME, "2025-03", missing_episodes=rows).value == 1


def test_an_episode_belongs_to_the_day_it_began_by_the_clock(counted: Counted) -> None:
    rows = """
        episode_id | child_id | family_id | missing_from     | missing_from_care
        M1         | Ann      |           | 2025-02-28 23:59 | yes
        M2         | Ben      |           | 2025-03-01 00:00 | yes
        M3         | Cal      |           | 2025-03-31 23:59 | yes
        M4         | Dot      |           | 2025-04-01 00:00 | yes
    """
    assert counted(NAME, "2025-03", missing_episodes=rows).value == 2


def test_age_at_the_time(counted: Counted) -> None:
    rows = """
        episode_id | child_id | date_of_birth | missing_from     | missing_from_care
        M1         | Ann      | 2015-03-05    | 2025-03-05 18:00 | yes
        M2         | Ben      | 2015-03-06    | 2025-03-05 18:00 | yes
    """
    assert numerators(counted(NAME, "2025-03", by="age_band", missing_episodes=rows)) == {"10 to 15": 1, "5 to 9": 1}


def test_a_child_missing_from_two_placements_counts_in_both_groups_and_once_in_the_whole(counted: Counted) -> None:
    rows = """
        episode_id | child_id | missing_from     | missing_from_care | placed_out_of_area
        M1         | Ann      | 2025-03-05 18:00 | yes               | yes
        M2         | Ann      | 2025-03-06 18:00 | yes               | no
        M3         | Ann      | 2025-03-07 18:00 | yes               | no
        M4         | Ben      | 2025-03-07 18:00 | yes               | no
    """
    assert numerators(counted(NAME, "2025-03", by="place", missing_episodes=rows)) == {
        "Care, placed out of area": 1,
        "Care, placed in the area": 2,
    }
    assert counted(NAME, "2025-03", missing_episodes=rows).value == 2


def test_none_is_a_true_nought_and_no_file_is_awaited(counted: Counted) -> None:
    rows = "episode_id | child_id | missing_from | missing_from_care\nM1 | Ann | 2025-03-05 18:00 | no"
    assert counted(NAME, "2025-03", missing_episodes=rows).state is State.ZERO
    assert counted(NAME, "2025-03").state is State.AWAITING
