"""A store with one meeting frozen and reissued, which the tests share and only read."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from metrics.editions import freeze, reissue
from metrics.store import Store
from tests.meetings.histories import HELD, MEETINGS, PLANS, TARGET, deliver, four, new_history


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Frozen on 5 March 2025; a child's plan restated and reissued on the 10th; a third file after that."""
    with new_history(tmp_path_factory.mktemp("told"), f"{HELD}{TARGET.format('32')}") as store:
        deliver(store, 1, datetime(2025, 2, 3, 9), PLANS)
        freeze(store, MEETINGS[0], "business manager", at=datetime(2025, 3, 5, 15), catalogue=four())
        deliver(store, 2, datetime(2025, 3, 7, 9), [PLANS[0], *PLANS[2:]])
        reissue(store, MEETINGS[0], "business manager", "two was entered twice", at=datetime(2025, 3, 10, 12), catalogue=four())
        deliver(store, 3, datetime(2025, 3, 20, 9), PLANS[:1])
        yield store
