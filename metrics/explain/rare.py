"""Rare events in words and in weeks: the chart of the time between them, without any day from which a child could be known."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from metrics import words
from metrics.judge.rare_events import gaps_of
from metrics.judge.series import Verdict, explain

WEEK = 7
Level = tuple[float, Literal["solid", "dash"], str]


class Between(NamedTuple):
    """Whole weeks from event to event, the lines across (a level in weeks, its dash, its name), and all of it in words."""

    weeks: tuple[int, ...]
    levels: tuple[Level, ...]
    words: str


def between(events: Sequence[date], verdict: Verdict) -> Between:
    """The chart of rare events as it may be shown."""
    weeks = tuple(round(each / WEEK) for each in gaps_of(sorted(events)))
    since = words.count_of((date.fromisoformat(verdict.at) - max(events)).days // WEEK, "week")
    counted = f"These happen too rarely to be counted by period, so the time between them is judged: {len(events)} of them"
    passed = f"Since the last, {since} have passed"
    if verdict.mean is None or verdict.upper is None or verdict.lower is None:
        return Between(weeks, (), f"{counted}. {words.sentence(verdict.because)} {passed}.")
    usual, longest = verdict.mean / WEEK, verdict.upper / WEEK
    levels: tuple[Level, ...] = ((usual, "solid", f"Usual: {usual:.0f}"), (longest, "dash", f"Chance: {longest:.0f}"))
    explained = f"{verdict.lower / WEEK:.0f} to {longest:.0f}" if verdict.lower / WEEK >= 1 else f"up to {longest:.0f}"
    said = f"{counted}, usually {usual:.0f} weeks apart; chance explains {explained} weeks. {passed}."
    return Between(weeks, levels, f"{said} {words.sentence(explain(verdict))}")
