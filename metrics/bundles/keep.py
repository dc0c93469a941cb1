"""The counts of a bundle in the store: added with it, and never changed."""

import duckdb

from metrics.submission import Delivery


def keep_prepared(cursor: duckdb.DuckDBPyConnection, delivery: Delivery) -> None:
    """Keep the counts that came in place of rows. Nothing to keep of a file of rows."""
    if delivery.counts is None:
        return
    cursor.register("prepared", delivery.counts)
    cursor.execute("insert into prepared_counts by name select ? as bundle, * from prepared", [delivery.bundle])
    cursor.unregister("prepared")
