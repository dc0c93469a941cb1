"""The present moment. The sample partnership's stands still, so that its story is told the same way in later years."""

import os
from datetime import UTC, datetime

NOW_VARIABLE = "SCORECARD_NOW"


def now() -> datetime:
    """The present moment in UTC without a zone, as the store keeps every time; or the one that SCORECARD_NOW names."""
    fixed = os.environ.get(NOW_VARIABLE)
    return datetime.fromisoformat(fixed) if fixed else datetime.now(UTC).replace(tzinfo=None)
