"""Spec: a bundle gives the figures that the files give, value for value and state for state."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from metrics.benchmarks import load_shipped
from metrics.board import Board
from metrics.catalogue import read_catalogue
from metrics.coverage import State
from metrics.datasets import contracts
from metrics.intake import read_delivery
from metrics.keeping import covered_span
from metrics.measure import datasets_read
from metrics.periods import Frequency, Period, periods_between
from metrics.store import Store
from sample_data.load import board_text
from sample_data.neighbours import load_neighbours
from tests.bundles.conftest import every_figure, figure, prepared, read, same
from tests.dashboard.stores import copy_of, sample_store

KEPT = (Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR)
TODAY = date(2026, 11, 24)
SENT = datetime(2026, 11, 20)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample partnership as its agencies' files make it."""
    with Store.open(copy_of(sample_store(), tmp_path_factory.mktemp("whole"))) as store:
        yield store


@pytest.fixture(scope="module")
def bundled(whole: Store) -> Iterator[Store]:
    """The same, where every agency prepared a bundle and sent that."""
    with Store.in_memory(board_text()) as store:
        with store.cursor() as cursor:  # the children in the area, for rates
            load_neighbours(cursor, SENT)
            load_shipped(cursor, SENT)
        deliveries = [
            read_delivery(prepared(whole, each), agency=each, board=store.board, key=store.key, received_at=SENT)
            for each in _senders(whole)
        ]
        store.accept_all(deliveries)
        yield store


def _senders(store: Store) -> list[str]:
    with store.cursor() as cursor:
        query = "select distinct agency from submissions where supplied and dataset <> 'returns' order by agency"
        return [agency for (agency,) in cursor.execute(query).fetchall()]


def _periods(store: Store) -> list[Period]:
    with store.cursor() as cursor:
        span = covered_span(cursor, frozenset({"cp_plans", "referrals", "missing_episodes"}))
    assert span
    return [period for frequency in KEPT for period in periods_between(*span, frequency)]


def _of_several(store: Store) -> set[str]:
    """The indicators that are counted from the records of more than one agency."""
    with store.cursor() as cursor:
        reads = {name: datasets_read(cursor, each) for name, each in read_catalogue().items()}
    senders = {name: {each.id for dataset in found for each in store.board.senders(dataset)} for name, found in reads.items()}
    return {name for name, found in senders.items() if len(found) > 1}


def test_every_figure_of_the_sample_is_the_same(whole: Store, bundled: Store) -> None:
    periods, several = _periods(whole), _of_several(whole)
    names = [each for each in read_catalogue() if each not in several and not whole.board.returning(each)]
    from_files, from_bundles = (every_figure(each, periods, names, today=TODAY) for each in (whole, bundled))
    assert from_files.keys() == from_bundles.keys()
    different = {
        key: (same(each), same(from_bundles[key])) for key, each in from_files.items() if same(each) != same(from_bundles[key])
    }
    assert not different
    assert sum(each.state is State.VALUE for each in from_files.values()) > 10_000
    assert all(each.prepared_by for each in from_bundles.values() if each.state.has_value)


def test_what_needs_the_records_of_two_agencies_says_so(whole: Store, bundled: Store) -> None:
    several = sorted(_of_several(whole))
    assert several
    quarter = periods_between(date(2026, 4, 1), date(2026, 6, 30), Frequency.QUARTER)[0]
    for name in several:
        assert figure(whole, name, quarter, today=TODAY).state.has_value, name
        found = figure(bundled, name, quarter, today=TODAY)
        assert found.state is State.NOT_COVERED, name
        assert "in one place" in (found.waiting_for or ""), name


def test_what_was_known_before_the_bundle_came_is_nothing(bundled: Store) -> None:
    quarter = periods_between(date(2026, 4, 1), date(2026, 6, 30), Frequency.QUARTER)[0]
    assert figure(bundled, "cp_plans_open", quarter, known_at=SENT, today=TODAY).state is State.VALUE
    assert figure(bundled, "cp_plans_open", quarter, known_at=datetime(2026, 11, 19), today=TODAY).state is State.AWAITING


@pytest.mark.parametrize(
    ("file", "as_at"),
    [
        ("cin/fake_CIN_data.xml", None),
        ("annex_a/Annex_A.xlsx", date(2021, 3, 16)),
        ("ssda903/fake_903.xml", date(2021, 3, 31)),
    ],
)
def test_a_return_gives_the_same_as_its_bundle(
    shared: Path, board: Board, inside: Store, outside: Store, file: str, as_at: date | None
) -> None:
    path = shared / "data" / "formats" / file
    if not path.exists():
        pytest.skip("needs the sample extract in the shared folder, which is not here")
    inside.accept(read(inside, path, as_at=as_at))
    outside.accept(read(outside, prepared(inside)))
    with inside.cursor() as cursor:
        span = covered_span(cursor, frozenset(contracts()))
    assert span
    periods = [period for frequency in KEPT for period in periods_between(*span, frequency)]
    names = [each for each in read_catalogue() if each not in _of_several(inside)]
    from_file, from_bundle = every_figure(inside, periods, names), every_figure(outside, periods, names)
    assert {key: same(each) for key, each in from_file.items()} == {key: same(each) for key, each in from_bundle.items()}
    assert any(each.numerator or each.denominator for each in from_bundle.values())
