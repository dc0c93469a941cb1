"""Spec: the share of the seats at meetings held in the period at which the agency was present."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "board_attendance_by_agency"
MEETINGS = """
    meeting   | met_on     | about_agency | present
    Board     | 2025-01-15 | Council      | yes
    Board     | 2025-01-15 | Police       | no
    Board     | 2025-03-12 | Council      | yes
    Board     | 2025-03-12 | Police       | yes
    Executive | 2025-03-12 | Council      | no
"""


def test_every_member_agency_has_one_seat_at_every_meeting(counted: Counted) -> None:
    figure = counted(NAME, "2024/25 Q4", board_attendance=MEETINGS)
    assert parts(figure) == (3, 5)
    assert figure.value == pytest.approx(60)


def test_by_agency_and_by_meeting(counted: Counted) -> None:
    by_agency = shares(counted(NAME, "2024/25 Q4", by="agency", board_attendance=MEETINGS))
    assert by_agency == {"Council": (2, 3), "Police": (1, 2)}
    by_meeting = shares(counted(NAME, "2024/25 Q4", by="meeting", board_attendance=MEETINGS))
    assert by_meeting == {"Board": (3, 4), "Executive": (0, 1)}


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_a_meeting_belongs_to_the_period_in_which_it_was_held(counted: Counted, day: str, counts: int) -> None:
    meetings = f"meeting | met_on | about_agency | present\nBoard | {day} | Council | yes"
    assert counted(NAME, "2025-03", board_attendance=meetings).denominator == counts


def test_nobody_present_is_a_true_nought_and_no_meeting_is_no_cases(counted: Counted) -> None:
    meetings = "meeting | met_on | about_agency | present\nBoard | 2025-03-12 | Council | no"
    assert counted(NAME, "2025-03", board_attendance=meetings).state is State.ZERO
    assert counted(NAME, "2025-04", board_attendance=meetings).state is State.NO_CASES


def test_two_rows_for_one_seat_are_one(counted: Counted) -> None:
    meetings = """
        meeting | met_on     | about_agency | present
        Board   | 2025-03-12 | Council      | yes
        Board   | 2025-03-12 | Council      | yes
    """
    assert parts(counted(NAME, "2025-03", board_attendance=meetings)) == (1, 1)
