"""What it costs to judge the whole scorecard, against reading its figures from the store."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from metrics.board import Board
from metrics.catalogue import read_catalogue
from metrics.figures import Figure, figures_on
from metrics.judge.compare import STRICT
from metrics.on_target import judge_target
from metrics.periods import Period, parse_period, previous
from metrics.scorecard import POINTS, Line, scorecard
from metrics.verdicts import beside_all, change_of, compared_with, verdict_of
from sample_data.load import make_sample_store
from tests.bench.timing import Result, medians, result

TODAY = date(2026, 11, 24)


def measure_judging(rounds: int) -> Iterator[Result]:
    """Every line of the sample's scorecard: its chart, its change, its status, its place beside others."""
    quarters = _quarters()
    with tempfile.TemporaryDirectory() as name, make_sample_store(Path(name) / "b.duckdb") as store, store.cursor() as cursor:
        lines = scorecard(store, quarters[-1], today=TODAY).lines
        indicators, board = list(read_catalogue().values()), store.board
        work = {
            "judge": lambda: [_judge(board, each) for each in lines],
            "read": lambda: figures_on(cursor, indicators, quarters, today=TODAY),
        }
        taken = medians(work, rounds)
    yield result("judging the whole scorecard against reading it from the store", taken, "judge", "read", 1)


def _judge(board: Board, line: Line) -> None:
    run: tuple[Figure, ...] = line.recent
    found = judge_target(board, line.indicator, run, line.benchmarks)
    verdict = verdict_of(line.indicator, run, found.resolved.number)
    change_of(line.indicator, verdict, compared_with(line.indicator, run), line.figure)
    beside_all(line.indicator, line.figure, line.benchmarks, STRICT)


def _quarters() -> list[Period]:
    run = [parse_period("2026/27 Q2")]
    while len(run) < POINTS:
        run.append(previous(run[-1]))
    return run[::-1]
