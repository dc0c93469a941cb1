"""What a board noted: drawn where it happened, listed, and only a change of definition begins the chart anew."""

import re
from datetime import date

import pytest

from metrics.board import read_board
from metrics.board.named import Noted
from metrics.catalogue import read_catalogue
from metrics.judge.series import Event
from metrics.notes import notes_in, with_changes
from metrics.verdicts import breaks_of, read_run
from tests.conftest import BOARD
from tests.test_verdicts import STEADY, run

EPISODES = read_catalogue()["missing_episodes"]


def noted(event: Event, on: date, text: str = "It happened.") -> Noted:
    return Noted(event=event, on=on, text=text, indicators=("missing_episodes",))


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("practice_change", "practice changed on 15 May 2025: It happened"),
        ("restatement", "figures restated on 15 May 2025: It happened"),
        ("boundary_change", "boundary changed on 15 May 2025: It happened"),
    ],
)
def test_what_happened_stands_at_its_period_and_breaks_nothing(event: Event, said: str) -> None:
    figures = run(*STEADY)
    found = [noted(event, date(2025, 5, 15))]
    assert [(each.at, each.text) for each in notes_in(figures, found)] == [("2025/26 Q1", said)]
    assert with_changes(EPISODES, found) is EPISODES
    reading = read_run(EPISODES, figures, None, found)
    assert (len(reading.notes), reading.breaks) == (1, ())


def test_a_change_of_definition_that_the_board_noted_begins_the_chart_anew() -> None:
    found = [noted("definition_change", date(2025, 5, 15))]
    changed = with_changes(EPISODES, found)
    assert [each.at for each in breaks_of(changed, run(*STEADY))] == ["2025/26 Q1"]
    assert notes_in(run(*STEADY), found) == ()
    assert read_run(changed, run(*STEADY)).chart.at[0] == "2025/26 Q1"


def test_notes_stand_in_the_order_of_time_and_those_outside_the_run_are_left_out() -> None:
    days = (date(2026, 8, 1), date(2024, 8, 1), date(2019, 1, 1), date(2027, 1, 1))
    found = [noted("practice_change", each) for each in days]
    assert [each.at for each in notes_in(run(*STEADY), found)] == ["2024/25 Q2", "2026/27 Q2"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('indicators = ["nothing"]', "The annotation of 2026-04-01: there is no indicator called nothing"),
        ("", "The annotation of 2026-04-01 has to name the indicators or themes that it is about"),
    ],
)
def test_an_annotation_of_nothing_is_refused(written: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        read_board(f'{BOARD}\n[[annotations]]\nevent = "restatement"\non = 2026-04-01\ntext = "x"\n{written}\n')
