"""Changes on days to the counts of periods: one running sum answers every period of every calendar."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from metrics.counting.windows import Amounts, Numbers, numbered

NAMES = ["group_by", "group_value"]
PLACES = 6
"""Amounts have four decimal places: what is beyond these comes of adding binary fractions."""


def counts_of(changes: pa.Table, asked: pa.Table, *, flows: bool) -> pa.Table:
    """The counts of every period and group: frequency, period, group_by, group_value, numerator, denominator.

    `changes` as `changes_query` gives them; `asked` has a row for each period: frequency, period, first_day, last_day and
    day_before. Of flows, what happened up to `day_before` is taken off; what is open at the end counts since whenever.
    """
    numbers, names = _groups(changes)
    order = pc.sort_indices(
        pa.table([each.fill_null("") for each in names.columns], NAMES), [(each, "ascending") for each in NAMES]
    )
    asked = asked.sort_by([("frequency", "ascending"), ("first_day", "ascending")])
    ends, befores = asked["last_day"].to_numpy(), asked["day_before"].to_numpy()
    days = np.unique(np.concatenate([ends, befores]))
    at_end, before = np.searchsorted(days, ends), np.searchsorted(days, befores)
    counts_at = np.searchsorted(days, changes["changed_on"].to_numpy(), side="left")
    amounts = {}
    for name in ("numerator", "denominator"):
        so_far = _so_far(numbers, counts_at, changes[name].to_numpy(), (names.num_rows, len(days)))[order.to_numpy()]
        within = so_far[:, at_end] - so_far[:, before] if flows else so_far[:, at_end]
        amounts[name] = np.round(within.T.ravel(), PLACES) + 0.0  # a nought has no minus before it
    periods = asked.select(["frequency", "period"]).take(np.repeat(np.arange(asked.num_rows), names.num_rows))
    groups = names.take(np.tile(order, asked.num_rows))
    return pa.table({**_columns(periods), **_columns(groups), **amounts})


def _groups(changes: pa.Table) -> tuple[Numbers, pa.Table]:
    """For each change the number of its group, and the groups. All cases are one, even where there are none."""
    of_all = pa.table({each: pa.nulls(1, pa.string()) for each in NAMES})
    numbers, names = numbered(pa.concat_tables([changes.select(NAMES), of_all]))
    return numbers[:-1], names


def _columns(table: pa.Table) -> dict[str, pa.ChunkedArray]:
    return dict(zip(table.column_names, table.columns, strict=True))


def _so_far(rows: Numbers, columns: Numbers, amounts: Amounts, shape: tuple[int, int]) -> Amounts:
    """The amounts of each row added up from left to right; what lies beyond the last column is in none."""
    height, width = shape
    grid = np.bincount(rows * (width + 1) + columns, weights=amounts, minlength=height * (width + 1))
    return np.cumsum(grid.reshape(height, width + 1), axis=1)[:, :-1].astype(np.float64)
