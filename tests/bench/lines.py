"""What a line of the scorecard costs to work out and to draw: of the whole, against one as long as the first was."""

import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from dashboard.table import table
from metrics.catalogue import read_catalogue
from metrics.periods import parse_period
from metrics.scorecard import scorecard
from metrics.store import Store
from sample_data.load import make_sample_store
from tests.bench.timing import Result, medians, result

PERIOD = parse_period("2026/27 Q2")
EVERY_SO_MANY = 5
"""The first scorecard had twenty-three lines: a fifth of the whole, from every theme."""


def measure_lines(rounds: int) -> Iterator[Result]:
    """Seconds for a line, so that a scorecard of many lines may not be slower than its length explains."""
    names = {"whole": tuple(read_catalogue()), "few": tuple(read_catalogue())[::EVERY_SO_MANY]}
    with tempfile.TemporaryDirectory() as folder, make_sample_store(Path(folder) / "sample.duckdb") as store:
        taken = medians({each: partial(_show, store, ids) for each, ids in names.items()}, rounds)
    a_line = {each: taken[each] / len(ids) for each, ids in names.items()}
    what = f"a line of the whole scorecard of {len(names['whole'])} lines against one of {len(names['few'])}"
    yield result(what, a_line, "whole", "few", 1)


def _show(store: Store, names: Sequence[str]) -> str:
    return table(scorecard(store, PERIOD, indicators=names))
