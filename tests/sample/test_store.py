"""The sample in a store: what the demonstration shows of the last finished quarter."""

from datetime import date, datetime

import pytest

from metrics.coverage import State
from metrics.judge.series import RULE_SET
from metrics.periods import parse_period
from metrics.scorecard import Line, Scorecard, scorecard
from metrics.store import Store
from sample_data.neighbours import AREA, NEIGHBOURS
from tests.sample.conftest import TODAY

pytestmark = pytest.mark.slow
OF_INTERVIEWS = ("offered", "accepted", "held", "within_72_hours")
TOLD = {
    State.NO_CASES, State.NIL_RETURN, State.NO_ANALYST, State.NO_SYSTEM, State.NOT_COLLECTED, State.NOT_RECORDED,
    State.DISCLOSURE, State.NOT_SUPPLIED,
}  # fmt: skip
"""Quarters without a figure that someone has accounted for."""
BEGUN_SINCE = {
    "conferences_attended", "conference_reports", "police_protection", "public_protection_orders", "cp_visits_in_time",
    "private_fostering_schools_returned", "private_fostering_children_reported", "cp_step_down_followed",
}  # fmt: skip
"""Lines of the first scorecards' themes that came later, with a shorter history."""


def test_it_opens_on_the_last_finished_quarter_before_the_december_meeting(store: Store) -> None:
    shown = scorecard(store, today=TODAY, indicators=["referrals"])
    assert shown.period.label == "2026/27 Q2"
    assert shown.meeting == date(2026, 12, 10)


def test_only_the_return_interviews_are_awaited_and_from_their_service(shown: Scorecard) -> None:
    awaited = [line for line in shown.lines if line.figure.state is State.AWAITING]
    assert {line.indicator.id for line in awaited} == {f"return_interviews_{each}" for each in OF_INTERVIEWS}
    assert all("Compass Return Interviews" in line.gap for line in awaited)


def test_young_carers_are_not_recorded_and_the_council_says_why(shown: Scorecard) -> None:
    line = _line(shown, "young_carers")
    assert line.figure.state is State.NOT_RECORDED
    assert "on paper" in line.gap


@pytest.mark.parametrize("indicator", ["children_in_serious_violence", "first_time_entrants"])
def test_youth_justice_is_a_quarter_late_as_agreed(indicator: str, shown: Scorecard) -> None:
    line = _line(shown, indicator)
    assert line.figure.state is State.NOT_DUE
    assert line.recent[-2].value is not None


def test_every_mark_appears(shown: Scorecard) -> None:
    marks = {line.status.mark for line in shown.lines}
    assert marks == {"red", "amber", "green", "monitor", "no_target", "cannot_tell"}


def test_changes_beyond_chance_are_the_exception(shown: Scorecard) -> None:
    changed = {line.indicator.id: line.change.direction for line in shown.lines}
    assert changed["referrals_rate"] == "rose"
    assert changed["re_referrals"] == "no_change_beyond_chance"


def test_the_chart_of_three_years_is_a_better_judge_than_the_quarter_before(shown: Scorecard) -> None:
    """Of two quarters alone, assessments in time fell and conferences in time rose; in their own run both are what they were.

    And plans of two years, where a quarter says nothing against the one before, are above anything that their run explains.
    """
    said = {line.indicator.id: (line.change.direction, line.change.rule, line.change.rule_set) for line in shown.lines}
    assert said["assessments_within_45_days"] == ("no_change_beyond_chance", "", RULE_SET)
    assert said["conferences_within_15_days"] == ("no_change_beyond_chance", "", RULE_SET)
    assert said["cp_plans_two_years"] == ("worsened", "outside", RULE_SET)
    assert said["referrals_rate"] == ("rose", "chance_95", "")


def test_plans_of_two_years_are_off_target_in_a_few_families(shown: Scorecard) -> None:
    line = _line(shown, "cp_plans_two_years")
    assert line.status.mark == "red"
    assert line.figure.numerator is not None
    assert line.figure.families is not None
    assert line.figure.families < line.figure.numerator / 2


def test_the_restated_file_changed_the_re_referrals_of_the_quarter_before(store: Store) -> None:
    quarter = parse_period("2026/27 Q1")
    before = scorecard(store, quarter, known_at=datetime(2026, 9, 1), indicators=["re_referrals"]).lines[0].figure.value
    after = scorecard(store, quarter, known_at=datetime(2026, 9, 30), indicators=["re_referrals"]).lines[0].figure.value
    assert before is not None
    assert after is not None
    assert after > before + 2


def test_some_neighbours_are_suppressed_and_the_comparison_says_so(shown: Scorecard) -> None:
    neighbours = _line(shown, "cp_plans_two_years").benchmarks[-1]
    assert (neighbours.published, neighbours.of) == (8, 10)


def test_every_line_has_a_history_without_a_hole_once_it_begins(shown: Scorecard) -> None:
    for line in shown.lines:
        begun = [each for each in line.recent[:-1] if each.state is not State.NOT_COVERED]
        assert len(begun) >= 5, line.indicator.id
        assert begun == list(line.recent[-1 - len(begun) : -1]), line.indicator.id
        assert all(each.value is not None or each.state in TOLD for each in begun), line.indicator.id


def test_the_lines_of_the_first_scorecards_have_three_years(shown: Scorecard) -> None:
    for line in shown.lines:
        first = line.indicator.theme in {"child_protection", "section_47", "private_fostering", "in_care"}
        if first and line.indicator.id not in BEGUN_SINCE:
            assert all(figure.value is not None for figure in line.recent[:-1]), line.indicator.id


def test_no_invented_area_has_the_code_of_a_real_one() -> None:
    # The DfE's codes of local authorities end at 943.
    assert min(int(code) for code in (AREA[0], *NEIGHBOURS)) > 943


def _line(shown: Scorecard, indicator: str) -> Line:
    return next(each for each in shown.lines if each.indicator.id == indicator)
