"""Spec: the share of missing episodes within 90 days of an earlier one of the same child."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "missing_again_within_90_days"


@pytest.mark.parametrize(
    ("earlier", "again"),
    [
        ("2024-12-30 23:59", 0),
        ("2024-12-31 00:00", 1),
        ("2024-12-31 23:59", 1),
        ("2025-03-31 00:00", 1),
    ],
)
def test_90_days_are_counted_by_the_day_from_the_start_of_the_earlier_episode(
    counted: Counted, earlier: str, again: int
) -> None:
    rows = f"episode_id | child_id | missing_from\nM1 | Ann | {earlier}\nM2 | Ann | 2025-03-31 12:00"
    figure = counted(NAME, "2025-03-31 to 2025-03-31", missing_episodes=rows)
    assert (figure.numerator, (figure.denominator or 0) >= 1) == (again, True)


def test_a_leap_year_has_a_day_more(counted: Counted) -> None:
    rows = "episode_id | child_id | missing_from\nM1 | Ann | 2023-12-31 09:00\nM2 | Ann | 2024-03-31 09:00"
    assert parts(counted(NAME, "2024-03", missing_episodes=rows)) == (0, 1)


def test_the_first_episode_of_a_child_is_none_and_another_childs_does_not_matter(counted: Counted) -> None:
    rows = """
        episode_id | child_id | missing_from
        M1         | Ann      | 2025-03-05 18:00
        M2         | Ben      | 2025-03-06 18:00
    """
    assert parts(counted(NAME, "2025-03", missing_episodes=rows)) == (0, 2)


def test_the_last_episode_before_is_the_one_that_counts(counted: Counted) -> None:
    rows = """
        episode_id | child_id | missing_from
        M3         | Ann      | 2025-03-05 18:00
        M1         | Ann      | 2023-01-05 18:00
        M2         | Ann      | 2025-02-05 18:00
    """
    assert parts(counted(NAME, "2025-03", missing_episodes=rows)) == (1, 1)


def test_episodes_follow_each_other_by_their_days_and_not_by_their_numbers(counted: Counted) -> None:
    rows = """
        episode_id | child_id | missing_from
        M1         | Ann      | 2025-03-05 18:00
        M2         | Ann      | 2024-10-05 18:00
        M3         | Ann      | 2024-05-05 18:00
        M4         | Ann      | 2023-05-05 18:00
    """
    for month in ("2023-05", "2024-05", "2024-10", "2025-03"):
        assert parts(counted(NAME, month, missing_episodes=rows)) == (0, 1)


def test_of_two_that_began_at_one_moment_only_one_is_again(counted: Counted) -> None:
    rows = """
        episode_id | child_id | missing_from
        M1         | Ann      | 2025-03-05 18:00
        M2         | Ann      | 2025-03-05 18:00
    """
    assert parts(counted(NAME, "2025-03", missing_episodes=rows)) == (1, 2)


def test_the_place_and_age_are_those_of_the_later_episode(counted: Counted) -> None:
    rows = """
        episode_id | child_id | family_id | date_of_birth | missing_from     | missing_from_care | placed_out_of_area
        M1         | Ann      | Grey      | 2009-03-06    | 2025-03-05 18:00 | no                |
        M2         | Ann      | Grey      | 2009-03-06    | 2025-03-06 18:00 | yes               | yes
        M3         | Ann      | Grey      | 2009-03-06    | 2025-03-07 18:00 | yes               | no
    """
    found = counted(NAME, "2025-03", by="place", missing_episodes=rows)
    assert shares(found) == {"Home": (0, 1), "Care, placed out of area": (1, 1), "Care, placed in the area": (1, 1)}
    ages = shares(counted(NAME, "2025-03", by="age_band", missing_episodes=rows))
    assert ages == {"10 to 15": (0, 1), "16 and over": (2, 2)}
    assert counted(NAME, "2025-03", missing_episodes=rows).families == 1


@pytest.mark.parametrize(("covers_from", "state"), [("2024-12-01", State.VALUE), ("2024-12-02", State.PROVISIONAL)])
def test_it_is_provisional_while_the_three_months_before_are_not_held(counted: Counted, covers_from: str, state: State) -> None:
    rows = "episode_id | child_id | missing_from\nM1 | Ann | 2025-03-05 09:00\nM2 | Ann | 2025-03-06 09:00"
    assert counted(NAME, "2025-03", covers=(covers_from, "2025-03-31"), missing_episodes=rows).state is state


def test_no_episode_is_no_cases(counted: Counted) -> None:
    rows = "episode_id | child_id | missing_from\nM1 | Ann | 2025-02-05 09:00"
    assert counted(NAME, "2025-03", missing_episodes=rows).state is State.NO_CASES
