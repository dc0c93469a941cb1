"""Spec: incidents of domestic abuse of which social care was told, each once however many children."""

import pytest

from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "domestic_abuse_incidents_notified"


def test_an_incident_counts_once_however_many_children(counted: Counted) -> None:
    notifications = """
        incident_id | child_id | family_id | notified_on
        D1          | Ann      | Grey      | 2025-03-05
        D1          | Ben      | Grey      | 2025-03-05
        D2          | Ann      | Grey      | 2025-03-06
    """
    figure = counted(NAME, "2025-03", domestic_abuse_notifications=notifications)
    assert (figure.value, figure.families) == (2, 1)


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_day_social_care_was_told(counted: Counted, day: str, counts: int) -> None:
    notifications = f"incident_on | notified_on\n2025-02-15 | {day}"
    assert counted(NAME, "2025-03", domestic_abuse_notifications=notifications).value == counts


def test_incidents_are_told_apart_by_grade_of_risk(counted: Counted) -> None:
    notifications = """
        incident_id | child_id | notified_on | risk
        D1          | Ann      | 2025-03-05  | standard
        D1          | Ben      | 2025-03-05  | standard
        D2          | Ann      | 2025-03-06  |
    """
    found = numerators(counted(NAME, "2025-03", by="risk", domestic_abuse_notifications=notifications))
    assert found == {"standard": 1, "Not recorded": 1}
