"""Spec: children of whom social care was told because of domestic abuse, each once in a period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "domestic_abuse_children_notified"
TWICE = """
    incident_id | child_id | family_id | notified_on | risk   | date_of_birth
    D1          | Ann      | Grey      | 2025-02-05  | high   | 2017-02-05
    D1          | Ben      | Grey      | 2025-02-05  | high   | 2020-03-05
    D2          | Ann      | Grey      | 2025-03-05  | medium | 2017-02-05
    D3          | Ann      | Grey      | 2025-03-25  | medium | 2017-02-05
    D4          | Cal      |           | 2025-03-25  |        |
"""


def test_a_child_counts_once_however_many_incidents(counted: Counted) -> None:
    assert counted(NAME, "2025-03", domestic_abuse_notifications=TWICE).value == 2


def test_months_do_not_add_up_to_the_quarter(counted: Counted) -> None:
    assert counted(NAME, "2025-02", domestic_abuse_notifications=TWICE).value == 2
    assert counted(NAME, "2024/25 Q4", domestic_abuse_notifications=TWICE).value == 3


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_day_social_care_was_told_and_not_of_the_incident(counted: Counted, day: str, counts: int) -> None:
    notifications = f"incident_on | notified_on\n2025-02-15 | {day}"
    assert counted(NAME, "2025-03", domestic_abuse_notifications=notifications).value == counts


def test_brothers_and_sisters_are_children_each_and_one_family(counted: Counted) -> None:
    figure = counted(NAME, "2025-02", domestic_abuse_notifications=TWICE)
    assert (figure.value, figure.families) == (2, 1)


def test_a_child_stands_in_every_grade_of_risk_once(counted: Counted) -> None:
    found = numerators(counted(NAME, "2024/25 Q4", by="risk", domestic_abuse_notifications=TWICE))
    assert found == {"high": 2, "medium": 1, "Not recorded": 1}


def test_age_is_taken_at_the_notification(counted: Counted) -> None:
    found = numerators(counted(NAME, "2025-03", by="age_band", domestic_abuse_notifications=TWICE))
    assert found["5 to 9"] == 1
    assert found["Not recorded"] == 1


def test_nobody_notified_is_a_true_nought(counted: Counted) -> None:
    assert counted(NAME, "2025-01", domestic_abuse_notifications=TWICE).state is State.ZERO
