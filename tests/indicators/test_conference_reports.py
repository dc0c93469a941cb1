"""Spec: the share of agencies' invitations to child protection conferences for which they sent a report."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "conference_reports"
ROWS = """
    conference_id | held_on    | invited_agency | attended | report_sent
    K1            | 2025-03-05 | health         | yes      | no
    K1            | 2025-03-05 | police         | no       | yes
    K2            | 2025-03-06 | health         | yes      | yes
    K2            | 2025-03-06 | education      | yes      |
"""


def test_an_invitation_without_an_answer_is_left_out(counted: Counted) -> None:
    assert parts(counted(NAME, "2025-03", conference_attendance=ROWS)) == (2, 3)


def test_each_agency_is_judged_by_its_own_invitations(counted: Counted) -> None:
    found = shares(counted(NAME, "2025-03", by="agency", conference_attendance=ROWS))
    assert found == {"health": (1, 2), "police": (1, 1)}


@pytest.mark.parametrize(("held", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_belongs_to_the_period_of_the_conference(counted: Counted, held: str, counts: int) -> None:
    rows = f"conference_id | held_on | invited_agency | report_sent\nK1 | {held} | health | yes"
    assert counted(NAME, "2025-03", conference_attendance=rows).denominator == counts


def test_where_nothing_is_recorded_there_are_no_cases(counted: Counted) -> None:
    rows = "conference_id | held_on | invited_agency | report_sent\nK1 | 2025-03-05 | health |"
    assert counted(NAME, "2025-03", conference_attendance=rows).state is State.NO_CASES
