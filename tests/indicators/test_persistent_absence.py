"""Spec: the share of pupils who missed 10 per cent or more of their sessions, in the newest measurement of the school year."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "persistent_absence"
TWO_TERMS = """
    child_id | measured_to | sessions_possible | sessions_missed
    Ann      | 2024-12-20  | 140               | 14
    Ben      | 2024-12-20  | 140               | 0
    Ann      | 2025-04-04  | 260               | 20
    Ben      | 2025-04-04  | 260               | 30
    Cal      | 2025-04-04  | 100               | 50
"""


@pytest.mark.parametrize(
    ("possible", "missed", "absent"),
    [(140, 13, 0), (140, 14, 1), (140, 15, 1), (139, 13, 0), (141, 14, 0), (1, 0, 0), (1, 1, 1), (300, 300, 1)],
)
def test_ten_per_cent_of_a_pupils_own_sessions_is_persistent(counted: Counted, possible: int, missed: int, absent: int) -> None:
    pupils = f"measured_to | sessions_possible | sessions_missed\n2025-03-31 | {possible} | {missed}"
    assert parts(counted(NAME, "2025-03", school_absence=pupils)) == (absent, 1)


def test_a_pupil_who_could_attend_no_session_is_left_out(counted: Counted) -> None:
    pupils = "measured_to | sessions_possible | sessions_missed\n2025-03-31 | 0 | 0"
    assert counted(NAME, "2025-03", school_absence=pupils).state is State.NO_CASES


@pytest.mark.parametrize(
    ("day", "share"),
    [
        ("2024-12-19", (0, 0)),
        ("2024-12-20", (1, 2)),
        ("2025-04-03", (1, 2)),
        ("2025-04-04", (2, 3)),
        ("2026-04-03", (2, 3)),
        ("2026-04-04", (0, 0)),
    ],
)
def test_a_measurement_stands_until_the_next_one_or_for_a_year(counted: Counted, day: str, share: tuple[int, int]) -> None:
    assert parts(counted(NAME, f"{day} to {day}", school_absence=TWO_TERMS)) == share


def test_of_three_measurements_each_stands_until_the_very_next_be_it_the_day_after(counted: Counted) -> None:
    pupils = """
        child_id | measured_to | sessions_possible | sessions_missed
        Ann      | 2024-12-19  | 140               | 14
        Ann      | 2024-12-20  | 141               | 14
        Ann      | 2025-04-04  | 260               | 30
    """
    days = ("2024-12-19", "2024-12-20", "2025-04-03", "2025-04-04")
    found = [parts(counted(NAME, f"{day} to {day}", school_absence=pupils)) for day in days]
    assert found == [(1, 1), (0, 1), (0, 1), (1, 1)]


def test_a_pupil_who_is_not_in_the_newest_measurement_is_not_kept_from_the_one_before(counted: Counted) -> None:
    pupils = """
        child_id | measured_to | sessions_possible | sessions_missed
        Gone     | 2024-12-20  | 140               | 140
        Ann      | 2025-03-28  | 250               | 0
    """
    assert parts(counted(NAME, "2025-03", school_absence=pupils)) == (0, 1)


def test_the_year_is_its_last_day_and_not_the_sum_of_its_measurements(counted: Counted) -> None:
    assert parts(counted(NAME, "2024/25", school_absence=TWO_TERMS)) == (1, 2)
    assert parts(counted(NAME, "2024/25 academic", school_absence=TWO_TERMS)) == (2, 3)


@pytest.mark.parametrize(("by", "group"), [("age_band", "10 to 15"), ("sex", "F"), ("ethnicity", "WIRT")])
def test_each_group_has_its_own_share(counted: Counted, by: str, group: str) -> None:
    pupils = """
        measured_to | sessions_possible | sessions_missed | date_of_birth | sex | ethnicity
        2025-03-28  | 250               | 25              | 2015-03-28    | F   | WIRT
        2025-03-28  | 250               | 24              |               |     |
    """
    found = shares(counted(NAME, "2025-03", by=by, school_absence=pupils))
    assert found == {group: (1, 1), "Not recorded": (0, 1)}
