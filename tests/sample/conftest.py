"""The sample's files, generated once."""

import csv
from collections.abc import Callable
from datetime import date

import pytest

from sample_data.files import SampleFile
from sample_data.generate import sample_files

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


def read_rows(file: SampleFile) -> list[dict[str, str]]:
    return list(csv.DictReader(file.content.decode("utf-8").splitlines()))
