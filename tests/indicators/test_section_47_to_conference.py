"""Spec: the share of section 47 enquiries that led to an initial child protection conference."""

from datetime import date, timedelta

import pytest

from metrics.catalogue import indicator
from metrics.coverage import State
from metrics.store import Store
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "section_47_to_conference"


def test_an_enquiry_counts_when_a_conference_followed_however_late(counted: Counted) -> None:
    rows = """
        child_id | start_date | conference_date | conference_not_required
        soon     | 2025-03-03 | 2025-03-10      | no
        late     | 2025-03-03 | 2025-09-10      |
        none     | 2025-03-03 |                 | yes
        unknown  | 2025-03-03 |                 |
    """
    assert parts(counted(NAME, "2025-03", section_47_enquiries=rows)) == (2, 4)


@pytest.mark.parametrize(("conference", "led"), [("2025-03-02", 0), ("2025-03-03", 1), ("2025-03-04", 1)])
def test_a_conference_before_the_enquiry_is_not_one_that_it_led_to(counted: Counted, conference: str, led: int) -> None:
    rows = f"child_id | start_date | conference_date\nAnn | 2025-03-03 | {conference}"
    assert parts(counted(NAME, "2025-03", section_47_enquiries=rows)) == (led, 1)


def test_it_belongs_to_the_period_in_which_the_enquiry_started(counted: Counted) -> None:
    rows = """
        child_id | family_id | start_date | conference_date
        before   | Grey      | 2025-02-28 | 2025-03-10
        first    | Grey      | 2025-03-01 | 2025-03-10
        last     | Grey      | 2025-03-31 | 2025-04-10
        moved in | Grey      |            | 2025-03-10
    """
    figure = counted(NAME, "2025-03", section_47_enquiries=rows)
    assert (parts(figure), figure.families) == ((2, 2), 1)


def test_two_enquiries_before_one_conference_both_led_to_it(counted: Counted) -> None:
    rows = "child_id | start_date | conference_date\nAnn | 2025-03-03 | 2025-03-10\nAnn | 2025-03-05 | 2025-03-10"
    assert parts(counted(NAME, "2025-03", section_47_enquiries=rows)) == (2, 2)


def test_shares_by_age_are_of_that_ages_enquiries(counted: Counted) -> None:
    rows = """
        child_id | date_of_birth | start_date | conference_date
        Ann      | 2020-03-04    | 2025-03-03 | 2025-03-10
        Ben      |               | 2025-03-03 |
    """
    found = counted(NAME, "2025-03", by="age_band", section_47_enquiries=rows)
    assert shares(found) == {"1 to 4": (1, 1), "Not recorded": (0, 1)}


@pytest.mark.parametrize(("covers_to", "state"), [("2025-04-27", State.PROVISIONAL), ("2025-04-28", State.VALUE)])
def test_it_is_provisional_until_four_weeks_after_the_last_day(counted: Counted, covers_to: str, state: State) -> None:
    rows = "child_id | start_date | conference_date\nAnn | 2025-03-31 | 2025-04-02"
    assert counted(NAME, "2025-03", covers=("2025-03-01", covers_to), section_47_enquiries=rows).state is state


def test_four_weeks_always_hold_the_fifteen_working_days_of_a_conference(empty_store: Store) -> None:
    with empty_store.cursor() as cursor:
        numbers = dict(cursor.execute("select day, number from working_days where year(day) >= 2012").fetchall())
    settles = timedelta(days=indicator(NAME).settles)
    assert min(numbers[day + settles] - numbers[day] for day in numbers if day < date(2045, 1, 1)) >= 15
