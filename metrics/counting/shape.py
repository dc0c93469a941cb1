"""Which columns an indicator's query has, and what they make of a case."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
from pydantic import BaseModel, ConfigDict

from metrics.catalogue import Indicator

REAL = "counts_from is not null and coalesce(counts_until >= counts_from, true)"
"""A case without a beginning, or that ends before it begins, is none."""


class Shape(BaseModel):
    """Which of the columns that `measure` names an indicator's query has."""

    model_config = ConfigDict(frozen=True)

    columns: dict[str, str]

    def has(self, name: str) -> bool:
        return name in self.columns

    def of_cases(self) -> Shape:
        """The same for a count of the cases themselves, whatever they add."""
        return Shape(columns={name: kind for name, kind in self.columns.items() if name not in {"numerator", "denominator"}})

    @property
    def amount(self) -> str:
        """SQL for what a case adds to the numerator."""
        if not self.has("numerator"):
            return "1"
        return "case when numerator then 1 else 0 end" if self.columns["numerator"] == "BOOLEAN" else "numerator"

    @property
    def weight(self) -> str:
        """SQL for what a case adds to the denominator."""
        return "denominator" if self.has("denominator") else "1"


def shape_of(cursor: duckdb.DuckDBPyConnection, indicator: Indicator) -> Shape:
    """Bind the query and see its columns, without running it."""
    described = cursor.execute(f"describe {indicator.sql}").fetchall()
    return Shape(columns={name: kind for name, kind, *_ in described})


def groups_in_words(groups: Sequence[str]) -> str:
    """SQL for further columns that name each case's group of every breakdown."""
    return "".join(f", coalesce({each}::varchar, 'Not recorded') as {each}" for each in groups)


def in_period_and_numerator(shape: Shape) -> str:
    """SQL that is true where a case counts in the numerator of a period of `asked_periods`: the plain reading of the rule.

    The shared query must agree with it; the tests hold one against the other.
    """
    if shape.has("counts_on"):
        return f"counts_on::date between window_start and last_day and ({shape.amount}) > 0"
    late = " and numerator_from <= last_day" if shape.has("numerator_from") else ""
    return f"counts_from <= last_day and coalesce(counts_until > last_day, true) and ({shape.amount}) > 0{late}"
