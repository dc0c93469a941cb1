"""By which definition an indicator was counted: a short mark of everything that its counts depend on besides the records."""

import hashlib
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files

from metrics.board import Settings
from metrics.catalogue import Indicator
from metrics.datasets import contract

CHOSEN = "two_years_after"
"""The name by which a query uses what the board chose (`metrics/settings.py`)."""


def mark_of(indicator: Indicator, datasets: Iterable[str], settings: Settings) -> str:
    """The mark of an indicator's definition: its query, what stands in the tables that it reads, the board's choice in it."""
    return _mark(indicator.sql, _header(indicator), tuple(sorted(datasets)), settings.two_years.sql)


def entry(indicator: str, mark: str) -> str:
    """An indicator and the mark of its definition, as a submission of a bundle lists them."""
    return f"{indicator} {mark}"


def is_added_up(indicator: Indicator, datasets: Collection[str]) -> bool:
    """Whether the counts of several agencies may be added: nothing in them depends on another agency's rows."""
    queries = [indicator.sql, *(current_text(each) for each in datasets)]
    return indicator.adds_up and not indicator.looks_back and len(datasets) == 1 and all(map(_takes_one_row, queries))


def _takes_one_row(query: str) -> bool:
    return not {"over", "join", "distinct", "group", "exists"} & set(query.lower().split())


@cache
def current_text(dataset: str) -> str:
    """The query of `current/` for a dataset."""
    return (files("metrics") / "current" / f"{dataset}.sql").read_text(encoding="utf-8")


def _header(indicator: Indicator) -> str:
    return f"{indicator.timing}|{sorted(indicator.breakdowns)}|{indicator.statistic}"


@cache
def _mark(sql: str, header: str, datasets: tuple[str, ...], chosen: str) -> str:
    tables = [f"{current_text(each)}|{contract(each).stored_columns()}|{contract(each).key}" for each in datasets]
    text = "|".join([sql, header, *tables])
    return hashlib.sha256((text + (chosen if CHOSEN in text else "")).encode()).hexdigest()[:16]
