"""The sample's files are the same on every run, keep to their contracts, and hold nothing about real people."""

import csv
import hashlib
import importlib
import os
import pkgutil
import re
import subprocess
import sys
from datetime import date, datetime
from itertools import pairwise

import duckdb
import pytest

import sample_data
from metrics.board import Board, read_board
from metrics.catalogue import read_catalogue
from metrics.datasets import Kind, contract, contracts
from metrics.measure import datasets_read
from sample_data.files import SampleFile
from sample_data.generate import MAKERS, everything_sent
from sample_data.load import board_text
from tests.sample.conftest import read_rows

MISTAKES = {each.dataset: each.mistake for each in everything_sent() if each.mistake is not None}
DIGEST = """
from sample_data.generate import sample_files
from tests.sample.test_files import digest
print(digest(sample_files()))
"""


def digest(files: list[SampleFile]) -> str:
    return hashlib.sha256(repr([(each.dataset, each.received_at, each.content) for each in files]).encode()).hexdigest()


@pytest.fixture(scope="module")
def board() -> Board:
    return read_board(board_text())


def test_another_process_generates_the_same_files(files: list[SampleFile]) -> None:
    run = subprocess.run(
        [sys.executable, "-c", DIGEST],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert run.stdout.strip() == digest(files)


def test_every_file_has_the_columns_of_its_template_and_no_others(files: list[SampleFile]) -> None:
    for file in files:
        headings = next(csv.reader(file.content.decode("utf-8").splitlines()))
        assert headings == [column.name for column in contract(file.dataset).columns()]


def test_identifiers_are_codes_and_no_cell_holds_a_name(files: list[SampleFile]) -> None:
    for file in files:
        identifiers = [each.name for each in contract(file.dataset).columns() if each.kind is Kind.IDENTIFIER]
        for row in read_rows(file):
            assert all(re.fullmatch(r"([A-Z]\d{3,6})?", row[name]) for name in identifiers)


def test_every_code_is_one_of_its_list_but_for_the_mistakes(files: list[SampleFile]) -> None:
    wrong = []
    for file in files:
        lists = {each.name: set(each.codes) for each in contract(file.dataset).columns() if each.kind is Kind.CODE}
        wrong += [row[name] for row in read_rows(file) for name, codes in lists.items() if row[name] and row[name] not in codes]
    assert wrong == ["NGL"]


def test_files_come_in_order_after_the_day_they_stand_for(files: list[SampleFile]) -> None:
    assert [each.received_at for each in files] == sorted(each.received_at for each in files)
    assert all(each.covers_from <= each.as_at < each.received_at.date() for each in files)
    assert len({each.content for each in files}) == len(files)


def test_every_agency_sends_what_the_board_expects_of_it(files: list[SampleFile], board: Board) -> None:
    sent = {(each.agency, each.dataset) for each in files}
    assert sent == {(agency.id, dataset) for agency in board.agencies for dataset in agency.templates}


def test_every_dataset_comes_or_is_returned_or_is_said_not_to_be_recorded(files: list[SampleFile], board: Board) -> None:
    comes = {each.dataset for each in files}
    unrecorded = {dataset for agency in board.agencies for dataset in agency.not_recorded}
    returned = {dataset for agency in board.agencies for each in agency.returns for dataset in _read_by(each)}
    assert comes.isdisjoint(unrecorded)
    assert comes | unrecorded | returned == set(contracts())


def test_every_module_that_makes_rows_is_among_the_makers() -> None:
    modules = [importlib.import_module(f"sample_data.{each.name}") for each in pkgutil.iter_modules(sample_data.__path__)]
    assert {each.__name__ for each in modules if hasattr(each, "SENT")} == {each.__name__ for each in MAKERS}


def test_what_is_sent_is_named_once() -> None:
    named = [(each.agency, each.dataset) for each in everything_sent()]
    assert len(named) == len(set(named))


def test_a_file_knows_nothing_after_its_day(files: list[SampleFile]) -> None:
    for file in files:
        days = [each.name for each in contract(file.dataset).columns() if each.kind in {Kind.DATE, Kind.MOMENT}]
        last = {name: max((_day(row[name]) for row in _without_mistakes(file) if row[name]), default=date.min) for name in days}
        assert all(day <= file.as_at for day in last.values())


def test_an_open_plan_is_listed_again_in_every_later_file_until_it_ends(files: list[SampleFile]) -> None:
    plans = [each for each in files if each.dataset == "cp_plans"]
    for earlier, later in pairwise(plans):
        open_then = {(row["child_id"], row["start_date"]) for row in read_rows(earlier) if not row["end_date"]}
        listed = {(row["child_id"], row["start_date"]) for row in read_rows(later)}
        assert open_then <= listed


@pytest.mark.parametrize("dataset", sorted(MISTAKES))
def test_a_mistake_stands_where_it_is_said_to(dataset: str, files: list[SampleFile]) -> None:
    row, column, text = MISTAKES[dataset]
    newest = [each for each in files if each.dataset == dataset][-1]
    assert read_rows(newest)[row][column] == text


def _read_by(indicator: str) -> frozenset[str]:
    return datasets_read(duckdb.connect(), read_catalogue()[indicator])


def _without_mistakes(file: SampleFile) -> list[dict[str, str]]:
    texts = {text for _, _, text in MISTAKES.values()}
    return [row for row in read_rows(file) if not texts & set(row.values())]


def _day(text: str) -> date:
    return datetime.strptime(text[:10], "%d/%m/%Y").date()
