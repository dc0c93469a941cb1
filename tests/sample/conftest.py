"""The sample's files, its store and its scorecard, each made once and read by all."""

import csv
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from metrics.periods import parse_period
from metrics.scorecard import Scorecard, scorecard
from metrics.store import Store
from sample_data.files import SampleFile
from sample_data.generate import sample_files
from tests.dashboard.stores import PERIOD, copy_of, sample_store

TODAY = date(2026, 11, 24)
Read = Callable[..., list[dict[str, str]]]


@pytest.fixture(scope="session")
def files() -> list[SampleFile]:
    return sample_files()


@pytest.fixture(scope="session")
def rows(files: list[SampleFile]) -> Read:
    """The rows of a dataset's newest file, or of the newest that stands for a day."""

    def read(dataset: str, as_at: date | None = None) -> list[dict[str, str]]:
        found = [each for each in files if each.dataset == dataset and as_at in {None, each.as_at}]
        return read_rows(found[-1])

    return read


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample's store. Tests only read it."""
    with Store.open(copy_of(sample_store(), tmp_path_factory.mktemp("sample"))) as opened:
        yield opened


@pytest.fixture(scope="session")
def shown(store: Store) -> Scorecard:
    """The scorecard of its last finished quarter."""
    return scorecard(store, parse_period(PERIOD), today=TODAY)


def read_rows(file: SampleFile) -> list[dict[str, str]]:
    return list(csv.DictReader(file.content.decode("utf-8").splitlines()))
