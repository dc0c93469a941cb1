"""Events too rare to count by period: judged and drawn by the time between them, in weeks, so that no day can be read."""

from datetime import date, timedelta

import pytest

from dashboard.chart_between import between_chart, between_table
from metrics import words
from metrics.catalogue import indicator
from metrics.close_up import rare_events, trend
from metrics.explain.rare import between
from metrics.judge.rare_events import judge_days_between
from metrics.judge.series import BETWEEN, explain
from metrics.periods import Frequency, parse_period
from metrics.scorecard import scorecard
from metrics.store import Store
from metrics.verdicts import is_too_rare, read_run
from tests.conftest import delivered
from tests.test_verdicts import EPISODES, run

START = date(2023, 10, 2)
LAST = date(2026, 9, 30)
STEADILY = [70, 90, 61, 84, 77, 95, 66, 80, 72, 91, 68, 79]


def days(*gaps: int) -> list[date]:
    found = [START]
    for each in gaps:
        found.append(found[-1] + timedelta(days=each))
    return found


@pytest.fixture(scope="module")
def events() -> list[date]:
    return days(*STEADILY)


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        pytest.param([*STEADILY, 77], "Within what chance explains.", id="as_usual"),
        pytest.param([*STEADILY, 3], "The last two came closer together than chance explains.", id="soon"),
        pytest.param(STEADILY[:12], "Within what chance explains.", id="twelve_gaps_are_enough"),
    ],
)
def test_the_time_between_is_judged_and_said_in_weeks(gaps: list[int], said: str) -> None:
    happened = days(*gaps)
    found = between(happened, judge_days_between(happened, happened[-1] + timedelta(days=21), "smaller"))
    assert found.words.endswith(said)
    assert "Since the last, 3 weeks have passed" in found.words
    assert found.weeks[:2] == (10, 13)
    assert len(found.levels) == 2


def test_too_few_events_have_no_limits_and_say_why() -> None:
    happened = days(70, 90, 61)
    found = between(happened, judge_days_between(happened, happened[-1], "smaller"))
    assert found.levels == ()
    assert "4 events: a chart of the days between them needs 13" in found.words


def test_no_day_can_be_read_from_the_chart_or_its_table(events: list[date]) -> None:
    found = between(events, judge_days_between(events, LAST, "smaller"))
    drawn = between_chart(found, "light").to_json() + between_table(found.weeks) + found.words
    assert not any(
        said in drawn for each in events for said in (each.isoformat(), words.day(each), words.day(each, short=True))
    )


@pytest.mark.parametrize(
    ("gaps", "after", "rule", "way"),
    [
        pytest.param([*STEADILY, 3], 1, "outside", 1, id="two_close_together"),
        pytest.param(STEADILY, 900, "outside", -1, id="a_long_time_without"),
        pytest.param([*[90, 60] * 8, *[55, 50, 58, 52, 57, 51, 56]], 1, "shift", 1, id="seven_soon"),
        pytest.param([*[60, 40] * 8, *[62, 66, 63, 65, 64, 67, 66]], 1, "shift", -1, id="seven_late"),
    ],
)
def test_every_rule_of_that_chart_has_its_words(gaps: list[int], after: int, rule: str, way: int) -> None:
    happened = days(*gaps)
    found = judge_days_between(happened, happened[-1] + timedelta(days=after), "smaller")
    assert (found.rule, found.way) == (rule, way)
    assert explain(found) == BETWEEN[found.rule, found.way]  # type: ignore[index]  # it fired


@pytest.mark.parametrize(
    ("values", "rare"),
    [
        pytest.param([0, 1, 0, 0, 1, 0, 0, 0, 1, 0], True, id="a_third"),
        pytest.param([2, 1, 3, 2, 1, 2, 3, 1, 2, 2], False, id="two"),
        pytest.param([0, 1, 0], False, id="too_few_periods"),
    ],
)
def test_which_run_is_too_rare(values: list[float | None], rare: bool) -> None:
    assert is_too_rare(EPISODES, run(*values)) is rare
    assert not is_too_rare(EPISODES.model_copy(update={"unit": "rate_per_10000"}), run(*values))


def test_a_store_with_rare_events_judges_the_line_by_the_time_between_them(store: Store, events: list[date]) -> None:
    rows = "\n".join(f"E{at} | {each:%d/%m/%Y} | Testbridge Police" for at, each in enumerate(events))
    table = f"escalation_id | raised_on | raised_by\n{rows}"
    store.accept(delivered(store, {"escalations": table}, ("2023-10-01", "2026-09-30")))
    chosen = indicator("escalations_to_chair")
    figures = trend(store, chosen, LAST, Frequency.MONTH, today=date(2026, 11, 24))
    found = rare_events(store, chosen, figures)
    assert list(found) == events
    reading = read_run(chosen, figures, events=found)
    assert reading.verdict.chart == "time_between"
    line = scorecard(store, parse_period("2026-09"), indicators=["escalations_to_chair"]).lines[0]
    assert line.verdict.chart == "time_between", line.verdict
    assert line.change.rule_set == reading.verdict.rule_set
