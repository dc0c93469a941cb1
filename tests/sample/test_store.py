"""The sample in a store: what the demonstration shows of the last finished quarter."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from metrics.judge.series import RULE_SET
from metrics.periods import parse_period
from metrics.scorecard import Line, Scorecard, scorecard
from metrics.store import Store
from sample_data.load import make_sample_store
from sample_data.neighbours import AREA, NEIGHBOURS

pytestmark = pytest.mark.slow
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with make_sample_store(tmp_path_factory.mktemp("sample") / "sample.duckdb") as made:
        yield made


@pytest.fixture(scope="module")
def shown(store: Store) -> Scorecard:
    return scorecard(store, today=TODAY)


def test_it_opens_on_the_last_finished_quarter_before_the_december_meeting(shown: Scorecard) -> None:
    assert shown.period.label == "2026/27 Q2"
    assert shown.meeting == date(2026, 12, 10)


def test_only_the_return_interviews_are_awaited_and_from_their_service(shown: Scorecard) -> None:
    awaited = {line.indicator.id for line in shown.lines if line.gap}
    assert awaited == {"return_interviews_offered", "return_interviews_held", "return_interviews_within_72_hours"}
    assert all("Compass Return Interviews" in line.gap for line in shown.lines if line.gap)


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


def test_every_line_but_those_awaited_has_three_years_of_history(shown: Scorecard) -> None:
    for line in shown.lines:
        assert all(figure.value is not None for figure in line.recent[:-1]), line.indicator.id


def test_no_invented_area_has_the_code_of_a_real_one() -> None:
    # The DfE's codes of local authorities end at 943.
    assert min(int(code) for code in (AREA[0], *NEIGHBOURS)) > 943


def _line(shown: Scorecard, indicator: str) -> Line:
    return next(each for each in shown.lines if each.indicator.id == indicator)
