"""The published tables themselves, when they are at hand: figures worked out by hand from the raw rows."""

import time
from datetime import date

import pytest
from duckdb import DuckDBPyConnection

from metrics.benchmarks import Area, NotABenchmarkFile, children, comparators, comparators_for, load_published
from metrics.benchmarks.files import FILES
from tests.benchmarks.tables import LOADED_AT, empty_store, published_files

SOUTHWARK, BARNET, ROTHERHAM, ENGLAND = "210", "302", "372", "E92000001"


def read(cursor: DuckDBPyConnection, measure: str, code: str, year: int = 2025) -> tuple[object, object]:
    found = cursor.execute(
        "select round(value, 2), status from benchmark_values where measure = ? and area_code = ? and year = ?",
        [measure, code, year],
    ).fetchone()
    return (found[0], found[1]) if found else (None, "no row")


@pytest.mark.parametrize(
    ("measure", "code", "expected"),
    [
        ("cp_plans_rate", SOUTHWARK, (38.83, "computed")),
        ("cp_plans_rate", BARNET, (23.97, "computed")),
        ("cp_plans_rate", ROTHERHAM, (52.59, "computed")),
        ("cp_plans_rate", ENGLAND, (40.56, "computed")),
        ("cp_plans_number", SOUTHWARK, (216, "published")),
        ("cp_2plus_years_pct", SOUTHWARK, (None, "c")),
        ("cp_2plus_years_pct", BARNET, (None, "c")),
        ("cp_2plus_years_pct", ROTHERHAM, (None, "c")),
        ("cp_2plus_years_pct", ENGLAND, (2.3, "published")),
        ("cp_second_or_subsequent_pct", SOUTHWARK, (27.6, "published")),
        ("cp_second_or_subsequent_pct", BARNET, (11.8, "published")),
        ("referrals_rate", SOUTHWARK, (613.74, "computed")),
        ("rereferrals_12m_pct", ROTHERHAM, (19.6, "published")),
        ("sw_turnover_rate_fte", SOUTHWARK, (12.8, "published")),
        ("sw_vacancy_rate_fte", SOUTHWARK, (17.9, "published")),
        ("sw_agency_rate_fte", BARNET, (21.1, "published")),
        ("sw_average_caseload_fte", ROTHERHAM, (13.3, "published")),
    ],
)
def test_the_figures_of_2025(
    everything_published: DuckDBPyConnection, measure: str, code: str, expected: tuple[object, object]
) -> None:
    assert read(everything_published, measure, code) == expected


@pytest.mark.parametrize(
    ("measure", "denominator"),
    [
        ("cp_2plus_years_pct", 100),
        ("cp_second_or_subsequent_pct", 100),
        ("sw_turnover_rate_fte", 100),
        ("sw_vacancy_rate_fte", 100),
        ("sw_agency_rate_fte", 100),
        ("sw_average_caseload_fte", 1),
    ],
)
def test_the_numerator_over_the_denominator_is_the_published_figure_but_for_rounding(
    everything_published: DuckDBPyConnection, measure: str, denominator: int
) -> None:
    found = everything_published.execute(
        "select avg((abs(? * numerator / denominator - value) < 0.15)::integer) from benchmark_values"
        " where measure = ? and level = 'authority' and denominator > 0",
        [denominator, measure],
    ).fetchone()
    assert found is not None
    assert found[0] > 0.99


@pytest.mark.parametrize(
    ("code", "name", "partner"),
    [
        ("314", "Kingston upon Thames", "318"),
        ("941", "West Northamptonshire", "940"),
    ],
)
def test_joint_workforce_returns_are_there_for_each_partner(
    everything_published: DuckDBPyConnection, code: str, name: str, partner: str
) -> None:
    found = everything_published.execute(
        "select distinct area_name, joint_with from benchmark_values"
        " where measure = 'sw_turnover_rate_fte' and area_code = ? and joint_with is not null",
        [code],
    ).fetchall()
    assert found == [(name, partner)]


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [("928", 2013, 2021), ("940", 2022, 2025), ("909", 2013, 2023), ("942", 2024, 2025), ("839", 2020, 2025)],
)
def test_an_authority_has_rows_only_for_the_years_it_existed(
    everything_published: DuckDBPyConnection, code: str, first: int, last: int
) -> None:
    found = everything_published.execute(
        "select min(year), max(year) from benchmark_values where measure = 'cp_plans_number' and area_code = ?",
        [code],
    ).fetchone()
    assert found == (first, last)


@pytest.mark.parametrize(
    ("code", "name", "measure", "values", "published"),
    [
        # Hidden figures are those of one to five children: where they lie about the middle, it is a range.
        (SOUTHWARK, "Southwark", "cp_2plus_years_pct", (2.912963, 4.764815), 6),
        (BARNET, "Barnet", "cp_2plus_years_pct", (3.55,), 8),
        (ROTHERHAM, "Rotherham", "cp_2plus_years_pct", (0.315976, 1.579881), 3),
        (BARNET, "Barnet", "cp_plans_rate", (37.563146,), 10),
        (SOUTHWARK, "Southwark", "sw_turnover_rate_fte", (10.15,), 10),
    ],
)
def test_the_neighbours_of_2025(
    everything_published: DuckDBPyConnection,
    code: str,
    name: str,
    measure: str,
    values: tuple[float, ...],
    published: int,
) -> None:
    area = Area(code=code, name=name, region_code="", region_name="", neighbour_models=("2025",))
    near = comparators(everything_published, measure, area, date(2025, 12, 12))[2]
    assert tuple(each for each in (near.value, near.low, near.high) if each is not None) == values
    assert (near.published, near.of) == (published, 10)


def test_the_2021_list_of_neighbours_stays_beside_the_2025_one(
    everything_published: DuckDBPyConnection,
) -> None:
    listed = everything_published.execute(
        "select model, count(distinct area_code), count(*) from neighbours group by model order by model"
    ).fetchall()
    assert listed == [("2021", 156, 1560), ("2025", 153, 1530)]


def test_the_population_behind_a_rate_is_the_mid_year_before(
    everything_published: DuckDBPyConnection,
) -> None:
    living = children(everything_published, SOUTHWARK, date(2025, 3, 31))
    assert living is not None
    assert (living.children, living.mid_year, living.exact) == (55_626, 2024, True)


def test_everything_loads_in_seconds_and_a_page_of_comparators_in_a_moment(
    everything_published: DuckDBPyConnection,
) -> None:
    begun = time.perf_counter()
    with empty_store() as cursor:
        for path in published_files():
            try:
                load_published(cursor, path, LOADED_AT)
            except NotABenchmarkFile:
                continue
    assert time.perf_counter() - begun < 10
    area = Area(
        code=SOUTHWARK,
        name="Southwark",
        region_code="E12000007",
        region_name="London",
        neighbour_models=("2025",),
    )
    begun = time.perf_counter()
    comparators_for(everything_published, [f.measure for kind in FILES for f in kind.figures], area, date(2026, 11, 2))
    assert time.perf_counter() - begun < 0.5
