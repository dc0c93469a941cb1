"""Spec: the share of children on a plan whose plan had been open for two years or more, on the last day."""

from datetime import date

import pytest

from metrics.board import Settings, TwoYears
from metrics.catalogue import indicator
from metrics.coverage import State
from metrics.figures import figures_on
from metrics.periods import parse_period
from metrics.settings import define_settings
from metrics.store import Store
from tests.conftest import RECEIVED, Counted, delivered
from tests.indicators.reading import parts, shares

NAME = "cp_plans_two_years"
TODAY = date(2030, 6, 30)


def reached(store: Store, rule: TwoYears, starts: str, day: str) -> bool:
    """Whether a plan has been open for two years by a day, under one of the three rules."""
    delivery = delivered(store, {"cp_plans": f"child_id | start_date\nAnn | {starts}"}, ("2015-01-01", "2029-12-31"))
    with store.as_if_accepted(delivery, counting=False) as cursor:
        define_settings(cursor, Settings(two_years=rule))
        found = figures_on(cursor, [indicator(NAME)], [parse_period(f"{day} to {day}")], known_at=RECEIVED, today=TODAY)
    return bool(found[0].numerator)


@pytest.mark.parametrize(("starts", "two_years"), [("2023-04-01", 1), ("2023-04-02", 1), ("2023-04-03", 0)])
def test_by_the_dfes_wording_both_the_first_and_the_last_day_are_among_the_730(
    counted: Counted, starts: str, two_years: int
) -> None:
    assert parts(counted(NAME, "2025-03", cp_plans=f"child_id | start_date\nAnn | {starts}")) == (two_years, 1)


@pytest.mark.parametrize(
    ("rule", "starts", "first_day"),
    [
        (TwoYears.DFE, "2021-05-10", "2023-05-09"),
        (TwoYears.ELAPSED, "2021-05-10", "2023-05-10"),
        (TwoYears.ANNIVERSARY, "2021-05-10", "2023-05-10"),
        (TwoYears.DFE, "2023-04-02", "2025-03-31"),
        (TwoYears.ELAPSED, "2023-04-01", "2025-03-31"),
        (TwoYears.ANNIVERSARY, "2023-03-31", "2025-03-31"),
        (TwoYears.DFE, "2024-02-29", "2026-02-27"),
        (TwoYears.ELAPSED, "2024-02-29", "2026-02-28"),
        (TwoYears.ANNIVERSARY, "2024-02-29", "2026-02-28"),
        (TwoYears.DFE, "2022-02-28", "2024-02-27"),
        (TwoYears.ELAPSED, "2022-02-28", "2024-02-28"),
        (TwoYears.ANNIVERSARY, "2022-02-28", "2024-02-28"),
    ],
)
def test_each_of_the_three_rules_has_its_first_day(empty_store: Store, rule: TwoYears, starts: str, first_day: str) -> None:
    day_before = date.fromordinal(date.fromisoformat(first_day).toordinal() - 1).isoformat()
    assert not reached(empty_store, rule, starts, day_before)
    assert reached(empty_store, rule, starts, first_day)


def test_a_plan_that_has_ended_is_not_among_them_however_long_it_lasted(counted: Counted) -> None:
    plans = """
        child_id      | start_date | end_date
        ended_that_day| 2020-01-01 | 2025-03-31
        ends_next_day | 2020-01-01 | 2025-04-01
        never_reached | 2024-01-01 | 2025-01-01
    """
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (1, 1)


def test_a_child_with_two_open_plans_counts_once_by_the_older_one(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2022-01-10 |\nAnn | 2025-02-10 |"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (1, 1)


def test_time_on_an_earlier_plan_does_not_count(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2021-01-10 | 2024-12-31\nAnn | 2025-01-01 |"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (0, 1)


def test_a_plan_that_took_over_the_child_late_is_counted_from_its_own_start(counted: Counted) -> None:
    plans = "child_id | start_date | end_date\nAnn | 2022-01-10 | 2025-03-20\nAnn | 2022-06-10 |"
    assert parts(counted(NAME, "2025-03", cp_plans=plans)) == (1, 1)


def test_families_are_those_of_the_long_plans_only(counted: Counted) -> None:
    plans = """
        child_id | family_id | start_date
        Ann      | Grey      | 2022-01-10
        Ben      | Grey      | 2022-01-10
        Cal      | Hill      | 2025-01-10
    """
    figure = counted(NAME, "2025-03", cp_plans=plans)
    assert (parts(figure), figure.families) == ((2, 3), 1)


def test_shares_by_category_are_of_that_categorys_children(counted: Counted) -> None:
    plans = """
        child_id | start_date | category
        Ann      | 2022-01-10 | NEG
        Ben      | 2025-01-10 | NEG
        Cal      | 2022-01-10 |
    """
    assert shares(counted(NAME, "2025-03", by="category", cp_plans=plans)) == {"NEG": (1, 2), "Not recorded": (1, 1)}


def test_nobody_on_a_plan_is_no_cases_and_nobody_for_two_years_is_a_true_nought(counted: Counted) -> None:
    nobody = counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2025-04-05")
    assert (nobody.value, nobody.state) == (None, State.NO_CASES)
    nought = counted(NAME, "2025-03", cp_plans="child_id | start_date\nAnn | 2025-02-05")
    assert (nought.value, nought.state) == (0, State.ZERO)
