"""Spec: the share of agencies' invitations to child protection conferences at which they took part."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "conferences_attended"
ROWS = """
    conference_id | held_on    | invited_agency | attended | report_sent
    K1            | 2025-03-05 | health         | yes      | no
    K1            | 2025-03-05 | police         | no       | yes
    K2            | 2025-03-06 | health         | yes      | yes
    K2            | 2025-03-06 | education      | no       |
    K2            | 2025-03-06 | police         | yes      |
"""


def test_every_invitation_counts_and_a_report_is_no_attendance(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", conference_attendance=ROWS)
    assert parts(figure) == (3, 5)
    assert figure.value == pytest.approx(60)


def test_each_agency_is_judged_by_its_own_invitations(counted: Counted) -> None:
    found = shares(counted(NAME, "2025-03", by="agency", conference_attendance=ROWS))
    assert found == {"health": (2, 2), "police": (1, 2), "education": (0, 1)}


@pytest.mark.parametrize(("held", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_belongs_to_the_period_of_the_conference(counted: Counted, held: str, counts: int) -> None:
    rows = f"conference_id | held_on | invited_agency | attended\nK1 | {held} | health | yes"
    assert counted(NAME, "2025-03", conference_attendance=rows).denominator == counts


def test_nobody_came_is_a_true_nought_and_no_conference_is_no_cases(counted: Counted) -> None:
    rows = "conference_id | held_on | invited_agency | attended\nK1 | 2025-03-05 | health | no"
    assert counted(NAME, "2025-03", conference_attendance=rows).state is State.ZERO
    assert counted(NAME, "2025-04", conference_attendance=rows).state is State.NO_CASES
