"""Spec: what a reader holds in memory does not grow with what it does not keep: measured in processes of their own."""

from pathlib import Path

import pytest

from tests.bench.files import write_census, write_endless_cell
from tests.bench.loading import peak_memory

SAME = 60
"""Megabytes by which two measurements of the same may differ."""


@pytest.mark.slow
def test_a_census_four_times_as_large_is_streamed_in_the_same_memory(tmp_path: Path) -> None:
    for size in (5, 20):
        write_census(tmp_path / f"{size}.xml", size)
    small, large = (peak_memory("stream", tmp_path / f"{size}.xml") for size in (5, 20))
    assert large < small + SAME


@pytest.mark.slow
def test_a_cell_without_end_is_refused_in_little_more_than_the_room_of_the_file(tmp_path: Path) -> None:
    write_endless_cell(tmp_path / "endless.csv", 200 << 20)
    assert peak_memory("refused", tmp_path / "endless.csv") < 200 + 200 + SAME


@pytest.mark.slow
def test_a_file_that_is_larger_than_any_is_refused_without_being_read(tmp_path: Path) -> None:
    write_endless_cell(tmp_path / "endless.csv", 2 << 30)
    assert peak_memory("refused", tmp_path / "endless.csv") < 200 + SAME
