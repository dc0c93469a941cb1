"""Spec: leavers in the twelve months that end with the period, as a share of those in post on its last day."""

from datetime import date

import pytest

from metrics.catalogue import indicator
from metrics.coverage import State
from metrics.figures import figures_on
from metrics.periods import parse_period
from metrics.store import Store
from tests.conftest import Counted, delivered
from tests.indicators.reading import parts, shares

NAME = "social_worker_turnover"
COVERS = ("2023-10-01", "2024-09-30")
TEAMS = """
    team  | month   | fte_in_post | leavers_fte | agency_fte
    North | 2024-03 | 99          | 50          | 9
    North | 2024-04 | 99          | 1.5         | 9
    North | 2024-12 | 99          | 1           | 9
    North | 2025-03 | 16          | 0.5         | 9
    South | 2024-06 | 99          | 2           | 9
    South | 2025-03 | 9           | 0           | 9
    North | 2025-04 | 99          | 50          | 9
"""


def test_leavers_of_twelve_months_are_set_against_those_in_post_at_the_end(counted: Counted) -> None:
    """The month that is a year before the last one is out; the first month after it is in."""
    figure = counted(NAME, "2025-03", workforce=TEAMS)
    assert parts(figure) == (5, 25)
    assert figure.value == pytest.approx(20)


def test_a_quarter_that_ends_with_the_month_has_the_same_figure(counted: Counted) -> None:
    assert parts(counted(NAME, "2024/25 Q4", workforce=TEAMS)) == (5, 25)


def test_by_team_each_has_its_own_rate(counted: Counted) -> None:
    assert shares(counted(NAME, "2025-03", by="team", workforce=TEAMS)) == {"North": (3, 16), "South": (2, 9)}


def test_leavers_of_a_team_that_has_closed_still_count(counted: Counted) -> None:
    teams = """
        team   | month   | fte_in_post | leavers_fte
        Closed | 2024-06 | 0           | 4
        North  | 2025-03 | 20          | 0
    """
    assert parts(counted(NAME, "2025-03", workforce=teams)) == (4, 20)


def test_a_year_that_ends_in_february_of_a_leap_year_has_twelve_months(counted: Counted) -> None:
    teams = """
        team  | month   | fte_in_post | leavers_fte
        North | 2023-02 | 10          | 100
        North | 2023-03 | 10          | 1
        North | 2024-02 | 10          | 1
    """
    assert parts(counted(NAME, "2024-02", workforce=teams)) == (2, 10)


@pytest.mark.parametrize(("covers_from", "state"), [("2024-04-01", State.VALUE), ("2024-05-01", State.NOT_COVERED)])
def test_it_is_not_covered_until_all_twelve_months_are_covered(counted: Counted, covers_from: str, state: State) -> None:
    teams = "team | month | fte_in_post | leavers_fte\nNorth | 2024-06 | 10 | 1\nNorth | 2025-03 | 10 | 0"
    figure = counted(NAME, "2025-03", covers=(covers_from, "2025-03-31"), workforce=teams)
    assert (figure.value, figure.state) == (10 if state is State.VALUE else None, state)


def test_nobody_in_post_is_no_cases_and_nobody_leaving_is_a_true_nought(counted: Counted) -> None:
    stayed = "team | month | fte_in_post | leavers_fte\nNorth | 2025-03 | 10 | 0"
    assert counted(NAME, "2025-03", workforce=stayed).state is State.ZERO
    assert counted(NAME, "2025-04", workforce=stayed).state is State.NO_CASES


CENSUS = "team | month | fte_in_post | leavers_fte | leavers_year_fte\nAll | 2024-09 | 20 | 1 | 6"


def test_where_months_are_not_known_apart_the_leavers_of_the_year_count_at_its_end_and_not_after(counted: Counted) -> None:
    assert parts(counted(NAME, "2024-09", workforce=CENSUS)) == (6, 20)
    later = f"{CENSUS}\nAll | 2024-10 | 20 | 0 | "
    assert parts(counted(NAME, "2024-10", workforce=later)) == (1, 20)


def test_leavers_whose_month_is_known_are_not_counted_again_in_the_year(counted: Counted) -> None:
    """The month a year before is not one of the twelve; the last one is."""
    months = f"{CENSUS}\nNorth | 2023-09 | 5 | 2 | \nNorth | 2023-10 | 5 | 3 | \nNorth | 2024-10 | 5 | 9 | "
    assert parts(counted(NAME, "2024-09", workforce=months)) == (6, 20)


def test_the_leavers_of_the_year_are_those_of_their_team(counted: Counted) -> None:
    assert shares(counted(NAME, "2024-09", by="team", workforce=CENSUS)) == {"All": (6, 20)}


def test_the_months_of_another_council_are_not_those_of_this_one(empty_store: Store) -> None:
    mine = delivered(empty_store, {"workforce": CENSUS}, COVERS)
    their_own = "team | month | fte_in_post | leavers_fte\nNorth | 2024-03 | 10 | 3\nNorth | 2024-09 | 10 | 0"
    months = delivered(empty_store, {"workforce": their_own}, COVERS)
    theirs = tuple(each.model_copy(update={"agency": "police"}) for each in months.submissions)
    both = mine.model_copy(update={"submissions": (*mine.submissions, *theirs)})
    with empty_store.as_if_accepted(both, counting=False) as cursor:
        month = parse_period("2024-09")
        found = figures_on(cursor, [indicator(NAME)], [month], known_at=both.received_at, today=date(2030, 6, 30))
    assert parts(found[0]) == (9, 30)


def test_more_leavers_by_month_than_in_the_year_stand_as_they_are(counted: Counted) -> None:
    months = f"{CENSUS}\nNorth | 2024-03 | 5 | 7 | "
    assert parts(counted(NAME, "2024-09", workforce=months)) == (8, 20)
