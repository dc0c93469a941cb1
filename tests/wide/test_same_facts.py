"""Spec: the same facts give the same figures as records, as the long template and as a wide sheet."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from metrics.catalogue import indicator
from metrics.store import Store
from tests.returns.test_same_facts import NAMES, RECORDS, RETURNS, Facts, Written, by_agency, facts, of_records, of_sheet, parts
from tests.returns.test_same_facts import read_figures as figures_of
from tests.wide.conftest import read
from tests.wide.drawing import Value, ods, workbook


def of_wide(store: Store, written: Written) -> None:
    """What each agency wrote down, as a sheet with this quarter in a column."""
    for agency, entries in written.items():
        rows: list[list[Value]] = [["Measure", "2026/27"], [None, "Q2"]]
        for name, each in entries.items():
            share = f"{each.numerator:g}/{each.denominator:g}" if each.denominator is not None else each.numerator
            rows.append([indicator(name).title, share])
        store.accept(read(store, ods("Board", rows) if agency == "police" else workbook(Board=rows), agency=agency))


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=facts)
def test_records_long_template_and_wide_sheet_give_the_same_figures(
    found: Facts, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder: Path = tmp_path_factory.mktemp("same")
    with Store.create(folder / "records.duckdb", RECORDS) as records:
        of_records(records, found)
        counted = figures_of(records)
        written = by_agency(records, counted)
    with Store.create(folder / "long.duckdb", RETURNS) as long, Store.create(folder / "wide.duckdb", RETURNS) as wide:
        of_sheet(long, written)
        of_wide(wide, written)
        assert parts(figures_of(wide)) == parts(figures_of(long)) == parts(counted)
        assert len(parts(counted)) == len(NAMES)
