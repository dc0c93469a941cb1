"""Spec: what holds for every rule of checks/: the folder is the registry."""

from datetime import date
from importlib.resources import files

import duckdb
import pytest

from metrics.checks import EVERY_DATASET, Check, _read, checks_alone, checks_beside, read_checks
from metrics.datasets import Column, Extract, Kind, contract, contracts
from metrics.intake.desk import Desk
from metrics.submission import Severity
from tests.checks.breaking import BREAKING
from tests.intake.reading import KEY

TELLS_WHAT_TO_DO = ("correct", "fill in", "check", "close", "remove", "look for")


@pytest.fixture(params=read_checks().values(), ids=lambda check: check.name)
def check(request: pytest.FixtureRequest) -> Check:
    return request.param  # type: ignore[no-any-return]


def test_every_file_of_the_folder_is_a_rule() -> None:
    folder = files("metrics") / "checks"
    found = {(each.name, file.name) for each in folder.iterdir() if each.is_dir() for file in each.iterdir()}
    checks = read_checks().values()
    assert {(each.dataset, f"{each.rule}.sql") for each in checks} == {pair for pair in found if pair[1].endswith(".sql")}
    assert {each.dataset for each in checks} <= {EVERY_DATASET, *contracts()}


def test_every_rule_has_rows_written_for_it(check: Check) -> None:
    assert (check.dataset, check.rule) in BREAKING


def test_it_is_about_a_column_of_its_dataset(check: Check) -> None:
    if check.dataset == EVERY_DATASET:
        assert (check.field, check.reads) == ("whole file", ("last_file",))
    else:
        assert check.field in {each.name for each in seen(contract(check.dataset))}
        assert (check in checks_alone(check.dataset)) != (check in checks_beside(check.dataset))


def test_it_reads_what_there_is_and_leaves_no_row_out_by_it(check: Check) -> None:
    """What is said beside other files may be their fault: it never keeps a row out."""
    assert set(check.reads) <= {"covered", "held", "last_file", "working_days", *contracts()}
    assert not (check.reads and check.severity is Severity.BLOCK)


def test_its_sentence_names_a_column_or_thing_and_how_to_mend_it(check: Check) -> None:
    names = [] if check.dataset == EVERY_DATASET else [each.name for each in seen(contract(check.dataset))]
    things = ["conference", "interview", "plan", "cases", "child", "file", "figure", "number", "UPN", "visits"]
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
    """A rule that reads nothing else sees the row, and what is only looked at; one that does, sees what is kept."""
    with duckdb.connect() as connection:
        connection.execute(f"create table rows ({columns_of(check)})")
        for name, columns in TABLES.items():
            connection.execute(f"create table {name} ({columns})")
        for dataset in (each for each in check.reads if each in contracts()):
            connection.execute(f"create table {dataset} ({kept(contract(dataset))})")
        connection.execute(f"create table held ({columns_of(check)})")
        found = connection.execute(check.sql)
        assert found.description[0][0] == "row_number"
        assert (len(found.description) > 1) == ("{" in check.sentence)
        assert found.fetchall() == []


TABLES = {
    "file": "as_at date",
    "covered": "first_day date, last_day date",
    "covered_before": "first_day date, last_day date",
    "listed": "first_day date, last_day date",
    "listed_before": "first_day date, last_day date",
    "working_days": "day date, number integer",
}


def kept(extract: type[Extract]) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in extract.stored_columns().items())


def seen(extract: type[Extract]) -> tuple[Column, ...]:
    return (*extract.columns(), *extract.looked_at)


def columns_of(check: Check) -> str:
    if check.dataset == EVERY_DATASET:
        return "row_number integer"
    extract = contract(check.dataset)
    more = [(each.name, each.stored_as) for each in extract.looked_at]
    more += [(each.name, "date") for each in extract.columns() if each.kind is Kind.BIRTH_DATE]
    on_the_desk = "".join(f", {name} {kind}" for name, kind in more) + ", place varchar"
    return f"row_number integer, {kept(extract)}{'' if check.reads else on_the_desk}"


@pytest.mark.parametrize("dataset", [each for each in contracts() if each != "returns"])
def test_the_rules_of_a_dataset_run_on_the_reading_desk(dataset: str) -> None:
    with Desk(contract(dataset), KEY) as desk:
        desk.check(date(2025, 3, 31))
        assert desk.problems == []


@pytest.mark.parametrize("text", ["select 1", "-- no header\nselect 1"])
def test_a_file_without_a_header_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"checks/cp_plans/new\.sql does not begin with a header"):
        _read("cp_plans", "new", text)
