"""Spec: the share of later visits to privately fostered children that were made in time."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts

NAME = "private_fostering_later_visits"
EVER = "2015-01-01 to 2029-12-31"


def _visited(first: str, later: str, *, notified: str = "2024-01-08", ended: str = "2029-12-31") -> str:
    return (
        "arrangement_id | notified_on | first_visit_on | later_visits | ended_on\n"
        f"P1 | {notified} | {first} | {later} | {ended}"
    )


@pytest.mark.parametrize(
    ("second", "ends", "found"),
    [
        pytest.param("2024-02-20", "2024-03-01", (1, 1), id="41_days_after_the_first"),
        pytest.param("2024-02-21", "2024-03-01", (1, 1), id="42_days_after_the_first"),
        pytest.param("2024-02-22", "2024-03-01", (0, 1), id="43_days_after_the_first"),
    ],
)
def test_in_the_first_year_six_weeks_may_pass(counted: Counted, second: str, ends: str, found: tuple[int, int]) -> None:
    rows = _visited("2024-01-10", second, ended=ends)
    assert parts(counted(NAME, EVER, private_fostering=rows)) == found


@pytest.mark.parametrize(
    ("before", "after", "in_time"),
    [
        pytest.param("2025-01-07", "2025-02-18", 1, id="last_day_of_the_first_year_and_42_days"),
        pytest.param("2025-01-07", "2025-02-19", 0, id="last_day_of_the_first_year_and_43_days"),
        pytest.param("2025-01-08", "2025-04-02", 1, id="first_day_of_the_second_year_and_84_days"),
        pytest.param("2025-01-08", "2025-04-03", 0, id="first_day_of_the_second_year_and_85_days"),
    ],
)
def test_later_twelve_weeks_may_pass_from_a_visit_after_the_first_year(
    counted: Counted, before: str, after: str, in_time: int
) -> None:
    rows = _visited("", f"{before}; {after}", ended=after)
    assert parts(counted(NAME, EVER, private_fostering=rows)) == (in_time, 1)


def test_the_first_year_begins_with_the_notification(counted: Counted) -> None:
    rows = _visited("2025-01-08", "2025-03-30", notified="2025-01-07", ended="2025-04-01")
    assert parts(counted(NAME, EVER, private_fostering=rows)) == (0, 1)


@pytest.mark.parametrize(("period", "found"), [("2024-02", (1, 1)), ("2024-03", (0, 0)), ("2024-01", (0, 0))])
def test_a_visit_in_time_counts_when_it_was_made(counted: Counted, period: str, found: tuple[int, int]) -> None:
    """And not on the later day up to which it could have been."""
    rows = _visited("2024-01-30", "2024-02-15", ended="2024-02-20")
    assert parts(counted(NAME, period, private_fostering=rows)) == found


@pytest.mark.parametrize(("period", "found"), [("2024-02", (0, 1)), ("2024-03", (0, 0))])
def test_a_late_visit_counts_on_the_last_day_it_could_have_been(counted: Counted, period: str, found: tuple[int, int]) -> None:
    rows = _visited("2024-01-10", "2024-03-20", ended="2024-03-25")
    assert parts(counted(NAME, period, private_fostering=rows)) == found


@pytest.mark.parametrize(("ended", "missed"), [("2024-02-20", 0), ("2024-02-21", 0), ("2024-02-22", 1), ("", 1)])
def test_a_visit_is_missed_only_while_the_arrangement_goes_on(counted: Counted, ended: str, missed: int) -> None:
    figure = counted(NAME, "2024-02", private_fostering=_visited("2024-01-10", "", ended=ended))
    assert parts(figure) == (0, missed)


@pytest.mark.parametrize(("ended", "made"), [("2024-02-14", 0), ("2024-02-15", 1), ("2024-02-16", 1)])
def test_a_visit_after_the_end_is_none(counted: Counted, ended: str, made: int) -> None:
    rows = _visited("2024-01-10", "2024-02-15", ended=ended)
    assert parts(counted(NAME, "2024-02", private_fostering=rows)) == (made, made)


def test_a_child_not_visited_for_long_is_one_missed_visit(counted: Counted) -> None:
    assert parts(counted(NAME, EVER, private_fostering=_visited("2024-01-10", ""))) == (0, 1)


def test_days_written_twice_or_out_of_turn_are_read_in_turn(counted: Counted) -> None:
    rows = _visited("2024-01-10", "2024-03-20; 2024-02-15; 2024-02-15; 2024-01-10", ended="2024-03-21")
    assert parts(counted(NAME, EVER, private_fostering=rows)) == (2, 2)


def test_nothing_is_due_before_the_first_visit(counted: Counted) -> None:
    assert counted(NAME, EVER, private_fostering=_visited("", "")).state is State.NO_CASES


def test_arrangements_have_their_own_visits_and_families_are_those_visited_in_time(counted: Counted) -> None:
    rows = """
        arrangement_id | family_id | notified_on | first_visit_on | later_visits | ended_on
        P1             | Grey      | 2024-01-08  | 2024-01-10     | 2024-02-15   | 2024-02-20
        P2             | Grey      | 2024-01-08  | 2024-01-10     | 2024-02-15   | 2024-02-20
        P3             | Hill      | 2024-01-08  | 2024-01-10     |              | 2024-02-28
    """
    figure = counted(NAME, EVER, private_fostering=rows)
    assert (parts(figure), figure.families) == ((2, 3), 1)


@pytest.mark.parametrize(("visited", "counts"), [("2024-01-07", 0), ("2024-01-08", 1), ("2024-01-09", 1)])
def test_a_visit_dated_before_the_notification_is_a_slip_and_starts_no_clock(
    counted: Counted, visited: str, counts: int
) -> None:
    rows = f"arrangement_id | notified_on | first_visit_on\nP1 | 2024-01-08 | {visited}"
    assert (counted(NAME, EVER, private_fostering=rows).denominator or 0) == counts
