"""Spec: no two states of a figure look alike, in words, in mark, on the chart, in a cell or in what became of a return."""

from collections.abc import Callable
from datetime import date

import pytest

from dashboard import marks
from dashboard.charts import trend_chart
from dashboard.definition_list import states
from metrics import exports, words
from metrics.catalogue import indicator
from metrics.coverage import State
from metrics.explain import ARRIVALS, MARKS, STATES
from metrics.figures import Figure
from metrics.gaps.missing import Arrival
from metrics.periods import parse_period
from metrics.scorecard import scorecard
from metrics.store import Store
from metrics.verdicts import read_run
from tests.returns.conftest import Hand

EVERY = pytest.mark.parametrize("state", State)
LOOKS: dict[str, Callable[[State], str]] = {
    "the mark": lambda state: MARKS[state],
    "the name": lambda state: {known: name for _, name, known, _ in STATES}[state],
    "the explanation": lambda state: {known: meaning for _, _, known, meaning in STATES}[state],
    "the cell": lambda state: marks.figure(shown(state), "count"),
    "the words under a chart": lambda state: words.state(state, None),
    "the row of an export": lambda state: str(exports.figure_row(shown(state))["state"]),
    "the line of a terminal": lambda state: exports.figures_table([shown(state)]),
}


def shown(state: State) -> Figure:
    """A figure in a state; a value is 7, a nought 0."""
    value = (0.0 if state is State.ZERO else 7.0) if state.has_value else None
    return Figure(
        indicator="referrals",
        period="2026/27 Q2",
        first_day=date(2026, 7, 1),
        last_day=date(2026, 9, 30),
        group=None,
        value=value,
        numerator=value,
        denominator=None,
        families=None,
        state=state,
        waiting_for=None,
        data_to=None,
    )


def test_every_state_is_explained_and_only_once() -> None:
    assert sorted(state for _, _, state, _ in STATES) == sorted(State)


@pytest.mark.parametrize("look", LOOKS)
def test_no_two_states_look_alike(look: str) -> None:
    seen = [LOOKS[look](state) for state in State]
    assert all(each.strip() for each in seen)
    assert len(set(seen)) == len(seen)


@EVERY
def test_a_state_has_a_value_or_says_in_words_why_not(state: State) -> None:
    assert state.has_value != bool(words.short_gap(state))
    assert state.has_value != bool(words.gap(state, "the agency"))


@EVERY
def test_only_a_value_is_ever_shown_as_a_number(state: State) -> None:
    assert any(each.isdigit() for each in words.short_gap(state)) is False
    assert ("7" in marks.figure(shown(state), "count")) == (state in {State.VALUE, State.PROVISIONAL})
    assert (">0<" in marks.figure(shown(state), "count")) == (state is State.ZERO)


@EVERY
def test_the_definitions_page_shows_it_with_its_mark(state: State) -> None:
    assert MARKS[state] in states()


def test_the_marks_of_the_gaps_stand_at_the_foot_of_the_chart(store: Store, hand_in: Hand) -> None:
    hand_in("indicator | period | numerator | status\nreferrals | 2026/27 Q1 | 0 |\nreferrals | 2026/27 Q2 | | nil_return")
    line = scorecard(store, parse_period("2026/27 Q2"), today=date(2026, 11, 20), indicators=["referrals"]).lines[0]
    run = line.recent[-2:]
    chart = trend_chart(run, line, read_run(line.indicator, run), "light")
    assert list(chart.data[1].text) == [MARKS[State.NIL_RETURN]]
    assert list(chart.data[0].marker.symbol) == ["diamond", "circle"]
    assert indicator("referrals").id in exports.figures_table(line.recent)


def test_no_two_things_that_can_become_of_a_return_look_alike() -> None:
    for place in (0, 1):
        assert len({look[place] for look in ARRIVALS.values()}) == len(Arrival)
    assert set(ARRIVALS) == set(Arrival)
