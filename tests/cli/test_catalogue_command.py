"""Spec: the catalogue on the command line, and the document made of it."""

import csv
from io import StringIO

import pytest

from metrics.catalogue import read_catalogue
from metrics.catalogue_text import KEYS, NAMES, catalogue_rows
from tests.cli.conftest import Run
from tests.conftest import ROOT

DOCUMENT = ROOT / "docs" / "catalogue.md"
MAY_BE_EMPTY = {
    "denominator_is",
    "breakdowns",
    "benchmark",
    "no_benchmark_because",
    "caution",
    "settles",
    "looks_back",
    "changed",
}


def test_the_table_has_a_row_for_every_indicator_in_the_order_of_the_childs_journey(run: Run) -> None:
    done = run("catalogue", "--format", "csv")
    rows = list(csv.DictReader(StringIO(done.out)))
    assert [each["id"] for each in rows] == list(read_catalogue())
    assert list(rows[0]) == list(KEYS)


def test_the_same_as_json(run: Run) -> None:
    assert run("catalogue", "--format", "json").json == catalogue_rows()


def test_the_document_is_the_one_that_the_headers_give(run: Run) -> None:
    written = run("catalogue", "--format", "markdown").out
    assert DOCUMENT.read_text(encoding="utf-8") == written, "write it again: scorecard catalogue --format markdown"


@pytest.mark.parametrize("row", catalogue_rows(), ids=lambda row: row["id"])
def test_no_header_lacks_a_word(row: dict[str, str]) -> None:
    assert [key for key in KEYS if not row[key].strip() and key not in MAY_BE_EMPTY] == []
    assert bool(row["benchmark"]) != bool(row["no_benchmark_because"])


def test_the_document_names_every_part_of_a_definition() -> None:
    assert set(KEYS) - set(NAMES) == {"id", "theme", "line", "title", "asks", "statistic", "version"}
