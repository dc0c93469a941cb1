"""Ratios are measured in interleaved rounds: the machine is never as quiet as one would like."""

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter
from typing import Any

from pydantic import BaseModel, ConfigDict


class Result(BaseModel):
    """One thing measured: its time over that of its floor, and the most we allow. No limit: for knowledge."""

    model_config = ConfigDict(frozen=True)

    what: str
    ratio: float
    limit: float | None
    seconds: float
    floor: float

    @property
    def verdict(self) -> str:
        if self.limit is None:
            return ""
        return "within" if self.ratio <= self.limit else "OVER"


def seconds(work: Callable[[], Any]) -> float:
    gc.collect()
    started = perf_counter()
    work()
    return perf_counter() - started


def medians(work: Mapping[str, Callable[[], Any]], rounds: int, warm: bool = True) -> dict[str, float]:
    """The median seconds of each piece of work, done one after the other in every round."""
    if warm:
        for each in work.values():
            each()
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, each in work.items():
            taken[name].append(seconds(each))
    return {name: median(times) for name, times in taken.items()}


def result(what: str, taken: Mapping[str, float], name: str, floor: str, limit: float | None) -> Result:
    return Result(what=what, ratio=taken[name] / taken[floor], limit=limit, seconds=taken[name], floor=taken[floor])


def as_table(results: list[Result]) -> str:
    """The results in lines for a terminal."""
    width = max(len(each.what) for each in results)
    lines = [f"{'':{width}}   ratio   limit            seconds    floor"]
    for each in results:
        limit = "" if each.limit is None else f"{each.limit:.2f}"
        lines.append(
            f"{each.what:{width}}  {each.ratio:6.2f}  {limit:>6}  {each.verdict:7}  {each.seconds:8.3f}  {each.floor:7.3f}"
        )
    return "\n".join(lines)
