"""Spec: what holds for every rule of checks/: the folder is the registry."""

from datetime import date
from importlib.resources import files

import duckdb
import pytest

from metrics.checks import Check, _read, all_checks, checks_of
from metrics.datasets import contract, contracts
from metrics.intake.desk import Desk
from metrics.submission import Severity
from tests.checks.breaking import BREAKING
from tests.intake.reading import KEY

TELLS_WHAT_TO_DO = ("correct", "fill in", "check", "close", "remove", "look for")


@pytest.fixture(params=all_checks(), ids=lambda check: f"{check.dataset}/{check.rule}")
def check(request: pytest.FixtureRequest) -> Check:
    return request.param  # type: ignore[no-any-return]


def test_every_file_of_the_folder_is_a_rule() -> None:
    folder = files("metrics") / "checks"
    found = {(each.name, file.name) for each in folder.iterdir() if each.is_dir() for file in each.iterdir()}
    assert {(each.dataset, f"{each.rule}.sql") for each in all_checks()} == {pair for pair in found if pair[1].endswith(".sql")}
    assert {each.dataset for each in all_checks()} <= set(contracts())


def test_every_rule_has_rows_written_for_it(check: Check) -> None:
    assert (check.dataset, check.rule) in BREAKING


def test_it_is_about_a_column_of_its_dataset(check: Check) -> None:
    assert check.field in {each.name for each in contract(check.dataset).columns()}
    assert check in checks_of(check.dataset)


def test_its_sentence_names_a_column_or_thing_and_how_to_mend_it(check: Check) -> None:
    names = [each.name for each in contract(check.dataset).columns()]
    things = ["conference", "interview", "plan", "cases"]
    assert any(each in check.sentence for each in [*names, *things])
    assert any(each in check.sentence.casefold() for each in TELLS_WHAT_TO_DO)
    assert check.sentence.endswith(".")
    assert check.sentence[0] == check.sentence[0].strip()
    assert "\n" not in check.sentence


def test_its_sentence_says_what_became_of_a_row_that_was_left_out(check: Check) -> None:
    """A rule that leaves a row out says so, or says what is missing; one that keeps it never says it was left out."""
    if check.severity is Severity.BLOCK:
        assert "left out" in check.sentence or "empty" in check.sentence
    elif "left out" in check.sentence:
        assert "left out of the" in check.sentence


def test_it_says_where_it_comes_from(check: Check) -> None:
    assert check.source.startswith(("DfE", "SSDA903", "Our own"))


def test_it_runs_on_no_rows_and_lists_row_numbers(check: Check) -> None:
    """On the stored columns of the contract alone: it cannot see what was not kept."""
    columns = ", ".join(f"{name} {kind}" for name, kind in contract(check.dataset).stored_columns().items())
    with duckdb.connect() as connection:
        connection.execute(f"create table rows (row_number integer, {columns})")
        found = connection.execute(check.sql)
        assert [each[0] for each in found.description] == ["row_number"]
        assert found.fetchall() == []


def test_it_runs_on_the_reading_desk(check: Check) -> None:
    with Desk(contract(check.dataset), KEY) as desk:
        desk.check(date(2025, 3, 31))
        assert desk.problems == []


@pytest.mark.parametrize("text", ["select 1", "-- no header\nselect 1"])
def test_a_file_without_a_header_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"checks/cp_plans/new\.sql does not begin with a header"):
        _read("cp_plans", "new", text)
