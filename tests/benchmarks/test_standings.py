"""All authorities of the published tables: the edges of their quarters, who is left out, who counts once, who is London's."""

from datetime import date

import pytest
from duckdb import DuckDBPyConnection

from metrics.benchmarks.standings import LONDON, TOO_SMALL, Standing, standings
from metrics.judge.compare import Estimate
from metrics.judge.places import edge, place_between

ON = date(2026, 11, 24)


@pytest.fixture(scope="module")
def all_of(everything_published: DuckDBPyConnection) -> dict[str, Standing]:
    measures = ["sw_turnover_rate_fte", "cp_second_or_subsequent_pct", "rereferrals_12m_pct", "cp_2plus_years_pct"]
    return standings(everything_published, measures, ON)


@pytest.mark.parametrize(
    ("measure", "region", "best", "worst"),
    [
        ("sw_turnover_rate_fte", "", 9.5, 15.2),
        # 9.8 to 17.0 with the City of London, from which nobody left, and without the joint return of Kingston and Richmond.
        ("sw_turnover_rate_fte", LONDON, 10.5, 17.2),
        ("cp_second_or_subsequent_pct", "", 20.0, 27.6),
        ("cp_second_or_subsequent_pct", LONDON, 15.1, 20.8),
        ("rereferrals_12m_pct", "", 16.9, 23.0),
        ("rereferrals_12m_pct", LONDON, 16.1, 21.0),
    ],
)
def test_the_quarters_of_2025(all_of: dict[str, Standing], measure: str, region: str, best: float, worst: float) -> None:
    reaches = all_of[measure].reaches(region)
    assert edge(reaches, 0.25, "smaller") == pytest.approx((best, best), abs=0.15)
    assert edge(reaches, 0.25, "bigger") == pytest.approx((worst, worst), abs=0.15)
    assert edge(reaches, 0.25, "monitor") is None


def test_the_smallest_two_are_left_out_and_a_joint_return_counts_once(all_of: dict[str, Standing]) -> None:
    turnover = all_of["sw_turnover_rate_fte"]
    codes = [each.row.area_code for each in turnover.authorities]
    assert not set(TOO_SMALL) & set(codes)
    assert {"314", "318", "940", "941"} <= set(codes)
    known = [each for each in turnover.authorities if each.reach is not None]
    assert len(turnover.reaches()) == len(known) - 2
    assert len(turnover.reaches(without="210")) == len(known) - 3


def test_hidden_figures_make_the_edge_a_range_and_the_place_two(all_of: dict[str, Standing]) -> None:
    two_years = all_of["cp_2plus_years_pct"]
    assert two_years.hidden() == 59
    low, high = edge(two_years.reaches(), 0.25, "smaller") or (0, 0)
    assert 0 <= low < high < 2
    between = place_between(Estimate(1.0, 0.4, 2.4, "wilson"), two_years.reaches(without="210"), "smaller")
    assert between is not None
    assert between.best.rank < between.worst.rank
    assert not between.is_one
    assert not between.is_firm


@pytest.mark.parametrize(
    ("others", "better", "best", "worst"),
    [
        ([(1, 1), (2, 2), (3, 3), (9, 9)], "smaller", 4, 4),
        ([(1, 1), (2, 8), (3, 3), (9, 9)], "smaller", 3, 4),
        ([(1, 1), (2, 8), (3, 3), (9, 9)], "bigger", 2, 3),
    ],
)
def test_a_place_is_the_best_and_the_worst_that_hidden_figures_allow(
    others: list[tuple[float, float]], better: str, best: int, worst: int
) -> None:
    found = place_between(Estimate(5, 5, 5, "none"), others, better)  # type: ignore[arg-type]  # cases as text
    assert found is not None
    assert (found.best.rank, found.worst.rank, found.best.of) == (best, worst, 5)
    assert found.hidden == sum(low != high for low, high in others)


def test_nothing_is_ranked_of_which_neither_way_is_good() -> None:
    assert place_between(Estimate(5, 5, 5, "none"), [(1, 1)], "monitor") is None
    assert edge([], 0.25, "smaller") is None
