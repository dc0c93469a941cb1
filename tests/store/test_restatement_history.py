"""Spec: each quarter's first figure is what could be known when its first file came."""

from datetime import date, datetime, time, timedelta

import pytest

from metrics.catalogue import indicator
from metrics.figures import Figure, figures
from metrics.periods import Frequency, parse_period, periods_between
from metrics.store import Store
from metrics.taking.deciding import take
from metrics.taking.restatement_history import band_in_words, restated_in_words, restatement
from metrics.taking.restating import restated_before
from tests.store.deliveries import Plan, plans_delivery

QUARTERS = [(each.first_day, each.last_day) for each in periods_between(date(2024, 4, 1), date(2025, 6, 30), Frequency.QUARTER)]
STARTED = indicator("cp_plans_started")


def plans(quarter: tuple[date, date], count: int) -> list[Plan]:
    """So many plans that start on a quarter's first day, and end within it."""
    return [(f"{quarter[0]:%m%y}-{each}", quarter[0], quarter[0] + timedelta(days=20)) for each in range(count)]


@pytest.fixture
def corrected(store: Store) -> Store:
    """Five quarters of ten plans each, one file each; then a year's file in which the second quarter has eleven."""
    for number, quarter in enumerate(QUARTERS):
        received = datetime.combine(quarter[1], time()) + timedelta(days=20)
        take(store, plans_delivery(f"quarter {number}", received, quarter, plans(quarter, 10)))
    every = [plan for number, each in enumerate(QUARTERS) for plan in plans(each, 11 if number == 1 else 10)]
    take(store, plans_delivery("all", datetime(2025, 8, 1), (QUARTERS[0][0], QUARTERS[-1][1]), every), reason="One was late.")
    return store


def run_of(store: Store) -> list[Figure]:
    labels = ["2024/25 Q1", "2024/25 Q2", "2024/25 Q3", "2024/25 Q4", "2025/26 Q1"]
    return figures(store, [STARTED], [parse_period(each) for each in labels], today=date(2025, 9, 1))


def test_one_quarter_of_five_moved_by_a_tenth(corrected: Store) -> None:
    found = restatement(corrected, STARTED, run_of(corrected))
    assert found is not None
    assert (found.periods, found.moved, found.down, found.up) == (5, 1, 0, pytest.approx(0.1))
    assert "in 1 of the last 5 quarters" in band_in_words(found, STARTED)
    assert "by 0 to +10.0 per cent" in band_in_words(found, STARTED)


def test_the_reason_stands_beside_the_figure_in_words(corrected: Store) -> None:
    found = restated_before(corrected, STARTED.id)
    assert [restated_in_words(each, "count", "The council") for each in found] == [
        "Q2 2024/25 was restated on 1 August 2025 by The council: the board saw 10, and it became 11. Reason: One was late."
    ]


def test_of_a_file_with_years_of_history_there_are_no_first_figures(store: Store) -> None:
    every = [plan for each in QUARTERS for plan in plans(each, 10)]
    take(store, plans_delivery("all", datetime(2025, 8, 1), (QUARTERS[0][0], QUARTERS[-1][1]), every))
    assert restatement(store, STARTED, run_of(store)) is None
