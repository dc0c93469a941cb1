"""The names that an indicator's SQL may use besides tables: the board's choices as SQL functions."""

import duckdb

from metrics.board import Settings

DEFINED = "two_years_after"
"""The function that stands for a choice: whoever's SQL calls it counts by that choice."""


def define_settings(cursor: duckdb.DuckDBPyConnection, settings: Settings, *, aside: bool = False) -> None:
    """Make `two_years_after(day)` mean what the board chose; `aside`, for this cursor alone."""
    kind = "temporary macro" if aside else "macro"
    cursor.execute(f"create or replace {kind} {DEFINED}(start_day) as {settings.two_years.sql}")
