"""Periods and their labels."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.periods import Frequency, Period, parse_period, period_of, periods_between, previous, year_before

DAYS = st.dates(date(1990, 1, 1), date(2044, 12, 31))
FREQUENCIES = st.sampled_from(list(Frequency))


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("2025-06", "2025-06", "2025-06-01", "2025-06-30"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2011-12", "2011-12", "2011-12-01", "2011-12-31"),
        ("2009-10", "2009-10", "2009-10-01", "2009-10-31"),
        ("2011/12", "2011/12", "2011-04-01", "2012-03-31"),
        ("2025/26", "2025/26", "2025-04-01", "2026-03-31"),
        ("2025-26", "2025/26", "2025-04-01", "2026-03-31"),
        ("2011-2012", "2011/12", "2011-04-01", "2012-03-31"),
        ("1999/00", "1999/00", "1999-04-01", "2000-03-31"),
        ("2025/26 Q1", "2025/26 Q1", "2025-04-01", "2025-06-30"),
        ("2025/26 Q4", "2025/26 Q4", "2026-01-01", "2026-03-31"),
        ("Q1 2025-26", "2025/26 Q1", "2025-04-01", "2025-06-30"),
        ("q3 2025/26", "2025/26 Q3", "2025-10-01", "2025-12-31"),
        ("2011-12 Q2", "2011/12 Q2", "2011-07-01", "2011-09-30"),
        ("2025/26 academic", "2025/26 academic", "2025-09-01", "2026-08-31"),
        ("2023/24 Academic", "2023/24 academic", "2023-09-01", "2024-08-31"),
        (" 2025-06 ", "2025-06", "2025-06-01", "2025-06-30"),
        ("Jun 2025", "2025-06", "2025-06-01", "2025-06-30"),
        ("June 2025", "2025-06", "2025-06-01", "2025-06-30"),
        ("Sept-25", "2025-09", "2025-09-01", "2025-09-30"),
        ("Quarter 2 25/26", "2025/26 Q2", "2025-07-01", "2025-09-30"),
        ("FY 2025/26", "2025/26", "2025-04-01", "2026-03-31"),
        ("School year 2025/26", "2025/26 academic", "2025-09-01", "2026-08-31"),
        ("2025-06-01 to 2025-06-14", "2025-06-01 to 2025-06-14", "2025-06-01", "2025-06-14"),
        ("2025-06-01/2025-06-01", "2025-06-01 to 2025-06-01", "2025-06-01", "2025-06-01"),
    ],
)
def test_a_label_is_read_as_people_write_it(text: str, label: str, first: str, last: str) -> None:
    period = parse_period(text)
    assert (period.label, f"{period.first_day}", f"{period.last_day}") == (label, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025",
        "2025-13",
        "2025/27",
        "2025/26 Q5",
        "2025/27 Q1",
        "2025-06-14 to 2025-06-01",
        "2025-02-01 to 2025-02-30",
    ],
)
def test_what_is_no_period_is_refused_with_what_can_be_written(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a period\. Write a month as 2025-06"):
        parse_period(text)


@given(DAYS, FREQUENCIES)
def test_a_label_reads_back_to_its_own_period_and_a_day_lies_in_its_period(day: date, frequency: Frequency) -> None:
    period = period_of(day, frequency)
    assert parse_period(period.label) == period
    assert period.first_day <= day <= period.last_day


@given(DAYS, st.integers(0, 1500), FREQUENCIES)
def test_a_calendar_has_no_gap_and_no_overlap(day: date, length: int, frequency: Frequency) -> None:
    until = day + timedelta(days=length)
    periods = periods_between(day, until, frequency)
    assert periods[0].first_day <= day
    assert periods[-1].first_day <= until <= periods[-1].last_day
    for before, after in pairwise(periods):
        assert after.first_day == before.last_day + timedelta(days=1)
        assert previous(after) == before


@pytest.mark.parametrize(
    ("label", "a_year_before"),
    [
        ("2024-02", "2023-02"),
        ("2025-01", "2024-01"),
        ("2025/26 Q4", "2024/25 Q4"),
        ("2000/01", "1999/00"),
        ("2025/26 academic", "2024/25 academic"),
    ],
)
def test_the_same_period_a_year_before(label: str, a_year_before: str) -> None:
    assert year_before(parse_period(label)).label == a_year_before


@pytest.mark.parametrize(
    ("last_day", "opens"),
    [
        ("2025-03-31", "2024-04-01"),
        ("2025-12-31", "2025-01-01"),
        ("2024-02-29", "2023-03-01"),
        ("2025-02-28", "2024-03-01"),
        ("2025-02-27", "2024-02-28"),
        ("2024-02-28", "2023-03-01"),
        ("2024-02-27", "2023-02-28"),
        ("2024-03-01", "2023-03-02"),
    ],
)
def test_a_rolling_year_opens_the_day_after_the_same_day_a_year_before(last_day: str, opens: str) -> None:
    day = date.fromisoformat(last_day)
    assert Period(label="", first_day=day, last_day=day).year_window_start == date.fromisoformat(opens)


@given(DAYS)
def test_a_rolling_year_never_holds_a_day_of_the_year_twice(day: date) -> None:
    start = Period(label="", first_day=day, last_day=day).year_window_start
    held = [start + timedelta(days=each) for each in range((day - start).days + 1)]
    assert len({(each.month, each.day) for each in held}) == len(held)
    assert len(held) in {365, 366}
