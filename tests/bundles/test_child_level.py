"""Spec: a board may keep no records of children. Then files with them are refused, with the way to prepare their counts."""

from pathlib import Path

import pytest

from metrics.board import read_board
from metrics.board.example import example_board
from metrics.bundles.inside import Said, read_inside
from metrics.bundles.records import lists_records
from metrics.datasets import contracts
from metrics.periods import parse_period
from metrics.store import Store
from metrics.submission import Refused
from tests.bundles.conftest import PLANS, bundle_of, figure, prepared, read, rows, take
from tests.conftest import BOARD, csv_of

NONE_KEPT = BOARD + "[store]\nchild_level = false\n"
YEAR = parse_period("2024/25")


def test_as_boards_were_so_far_records_are_taken() -> None:
    assert read_board(BOARD).store.child_level
    assert read_board(example_board()).store.child_level


def test_a_file_with_records_is_refused_with_what_to_do_and_nothing_of_it_is_kept() -> None:
    with Store.in_memory(NONE_KEPT) as store:
        with pytest.raises(
            Refused, match=r"and the file lists them: child protection plans\..*scorecard prepare FILE --agency council"
        ):
            take(store, rows(store, "cp_plans", PLANS))
        with store.cursor() as cursor:
            assert cursor.execute("select count(*) from received_cp_plans").fetchall() == [(0,)]
            assert cursor.execute("select count(*) from submissions").fetchall() == [(0,)]


def test_a_bundle_is_taken() -> None:
    with Store.in_memory(NONE_KEPT) as store:
        take(store, read(store, bundle_of(cp_plans=PLANS)))
        assert figure(store, "cp_plans_open", YEAR).value == 2


def test_figures_that_are_returned_and_what_names_nobody_are_taken() -> None:
    returned = b"indicator,period,numerator\nreferrals,2024/25 Q4,12\n"
    team = "team | month | fte_in_post | cases\nNorth | 2025-03 | 4 | 60"
    with Store.in_memory(NONE_KEPT) as store:
        take(store, read(store, returned))
        take(store, rows(store, "workforce", team))
        assert figure(store, "referrals", parse_period("2024/25 Q4")).value == 12
        with store.cursor() as cursor:
            assert cursor.execute("select team from received_workforce").fetchall() == [("North",)]


def test_inside_the_agency_its_own_records_are_read_whatever_the_board_keeps(tmp_path: Path) -> None:
    file = tmp_path / "plans.csv"
    file.write_bytes(csv_of("cp_plans", PLANS))
    with Store.in_memory(NONE_KEPT) as store:
        found = list(read_inside(store, "council", [file], Said(dataset="cp_plans")))
        assert [each.submissions[0].rows_kept for each in found] == [3]
        assert prepared(store)


def test_whatever_names_a_child_a_case_or_an_episode_counts_as_a_record() -> None:
    assert all(lists_records(each) for each, extract in contracts().items() if "child_id" in extract.stored_columns())
    assert lists_records("return_interviews")
    assert not any(lists_records(each) for each in ("workforce", "returns", "child_population"))
