"""How the demonstration shows that there is no figure: every way that a file or a return can bring about, and each its own."""

import pytest

from metrics.board.privacy import SmallNumbers
from metrics.catalogue import indicator
from metrics.close_up import by_group
from metrics.coverage import State
from metrics.gaps.missing import Arrival, missing, quarters_to
from metrics.periods import parse_period
from metrics.public import public_card
from metrics.scorecard import Scorecard
from metrics.store import Store
from sample_data.census import CAME, census
from sample_data.files import SampleFile
from tests.dashboard.stores import PERIOD
from tests.sample.conftest import TODAY

pytestmark = pytest.mark.slow
QUARTER = parse_period(PERIOD)
NOT_ON_THE_BOARDS_OWN = {State.SUPPRESSED}
"""The board sees every whole figure; small ones are hidden from the public, and in breakdowns."""


def state_of(shown: Scorecard, indicator: str, ago: int = 0) -> State:
    line = next(each for each in shown.lines if each.indicator.id == indicator)
    return line.recent[-1 - ago].state


@pytest.mark.parametrize(
    ("indicator", "ago", "state"),
    [
        ("fgm_referrals_received", 0, State.LATE),
        ("fgm_referrals_received", 1, State.NIL_RETURN),
        ("fgm_referrals_received", 2, State.NO_ANALYST),
        ("fgm_referrals_received", 3, State.VALUE),
        ("fgm_referrals_received", 6, State.DISCLOSURE),
        ("first_time_entrants", 0, State.NOT_DUE),
        ("assessments_completed", 12, State.NOT_SUPPLIED),
        ("persistent_absence", 0, State.NOT_COLLECTED),
        ("persistent_absence", 1, State.PROVISIONAL),
        ("persistent_absence", 9, State.NO_SYSTEM),
        ("persistent_absence", 10, State.NOT_COVERED),
        ("return_interviews_offered", 0, State.AWAITING),
        ("young_carers", 0, State.NOT_RECORDED),
        ("escalations_to_chair", 0, State.ZERO),
        ("training_attendance", 4, State.NO_CASES),
        ("allegations_concluded_within_1_month", 0, State.PROVISIONAL),
    ],
)
def test_a_quarter_so_long_ago_is_in_this_state(shown: Scorecard, indicator: str, ago: int, state: State) -> None:
    assert state_of(shown, indicator, ago) is state


def test_every_state_is_on_the_page_and_on_the_public_one_that_of_hidden_too(shown: Scorecard) -> None:
    states = {figure.state for line in shown.lines for figure in line.recent}
    assert {*State} - states == NOT_ON_THE_BOARDS_OWN
    public = public_card(shown, SmallNumbers()).card
    assert states | {figure.state for line in public.lines for figure in line.recent} == {*State}
    assert any(line.figure.state is State.SUPPRESSED for line in public.lines)


def test_a_breakdown_on_the_boards_own_page_hides_a_small_number(store: Store) -> None:
    found = by_group(store, indicator("children_in_need"), QUARTER, "ethnicity", today=TODAY)
    states = [each.state for each in found]
    assert {State.VALUE, State.SUPPRESSED} <= {*states}
    assert states == sorted(states, key=lambda each: each is State.SUPPRESSED)


def test_the_trusts_file_is_asked_for_though_another_service_returns_the_number(store: Store) -> None:
    asked = [each for each in missing(store, quarters_to(QUARTER, 4), TODAY) if each.dataset == "fgm_referrals"]
    assert {each.agency for each in asked} == {"health"}
    assert {each.state for each in asked} == {Arrival.OVERDUE}


def test_a_reason_for_a_blank_is_shown_in_the_agencys_own_words(store: Store) -> None:
    said = [
        each.reason for each in missing(store, quarters_to(QUARTER, 4), TODAY) if each.indicator == "fgm_referrals_received"
    ]
    assert "The analyst left in January" in said[1]


def test_the_census_without_assessments_came_first_so_that_the_extracts_stand_where_both_speak(files: list[SampleFile]) -> None:
    assert min(each.received_at for each in files) > CAME
    assert b"<Assessments>" not in census()
    assert b"<ChildProtectionPlans>" in census()
