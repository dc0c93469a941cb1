"""Spec: episodes of children going missing that began in the period."""

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "missing_episodes"


def test_an_episode_belongs_to_the_day_it_began_by_the_clock(counted: Counted) -> None:
    episodes = """
        episode_id | child_id | missing_from     | returned_at
        M1         | Ann      | 2025-02-28 23:59 | 2025-03-01 09:00
        M2         | Ann      | 2025-03-01 00:00 | 2025-03-01 09:00
        M3         | Ann      | 2025-03-31 23:59 | 2025-04-02 09:00
        M4         | Ann      | 2025-04-01 00:00 |
    """
    assert counted(NAME, "2025-03", missing_episodes=episodes).value == 2
