"""The England and regional figures that come with the tool."""

from datetime import date

import pytest
from duckdb import DuckDBPyConnection

from metrics.benchmarks import Area, children, comparators, list_benchmarks, load_published, load_shipped
from metrics.benchmarks.files import FILES
from metrics.benchmarks.keep import RATES
from tests.benchmarks.tables import ENGLAND, LOADED_AT, Write

LONDON_AREA = Area(code="990", name="Seaborough", region_code="E12000007", region_name="London", neighbour_models=("2025",))
MEASURES = [figure.measure for kind in FILES if kind.holds == "values" for figure in kind.figures] + list(RATES)


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_has_england_and_a_region_from_the_start(cursor: DuckDBPyConnection, measure: str) -> None:
    load_shipped(cursor, LOADED_AT)
    england, region, _ = comparators(cursor, measure, LONDON_AREA, date(2026, 11, 2))
    assert england.value is not None
    assert region.value is not None


def test_england_has_40_6_children_on_plans_per_10000_in_2025(cursor: DuckDBPyConnection) -> None:
    load_shipped(cursor, LOADED_AT)
    england, region, _ = comparators(cursor, "cp_plans_rate", LONDON_AREA, date(2025, 12, 12))
    assert (england.value, region.value) == (pytest.approx(40.56, abs=0.01), pytest.approx(37.2, abs=0.05))
    living = children(cursor, "E92000001", date(2025, 3, 31))
    assert living is not None
    assert living.children == 12_183_016


def test_shipped_figures_never_replace_a_loaded_file(cursor: DuckDBPyConnection, write: Write) -> None:
    columns = "CPP_At31,2_years_or_more,2_years_or_more_percent"
    load_published(cursor, write(columns, (2025, ENGLAND, "1,1,99")), LOADED_AT)
    load_shipped(cursor, LOADED_AT)
    assert comparators(cursor, "cp_2plus_years_pct", LONDON_AREA, date(2025, 12, 12))[0].value == 99


def test_loading_the_shipped_figures_twice_changes_nothing(cursor: DuckDBPyConnection) -> None:
    load_shipped(cursor, LOADED_AT)
    before = list_benchmarks(cursor)
    load_shipped(cursor, LOADED_AT)
    assert list_benchmarks(cursor) == before


def test_every_shipped_figure_names_its_source(cursor: DuckDBPyConnection) -> None:
    load_shipped(cursor, LOADED_AT)
    assert all(str(row["source"]).startswith(("DfE, ", "ONS, ")) for row in list_benchmarks(cursor))
