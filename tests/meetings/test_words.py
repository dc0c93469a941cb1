"""Commentary: asked for beside exceptions, held against the numbers, signed off, locked at the freeze, never written over."""

import json
from datetime import date, datetime
from typing import Any

import pytest

from metrics.editions import edition, freeze, rebuild, reissue, text_of
from metrics.editions.arrivals import late_words
from metrics.line import Line
from metrics.meeting_log.commentary import (
    Commentary,
    commentary,
    lacking,
    owed,
    save,
    sign_off,
    stands_on,
    words_before,
    words_of,
)
from metrics.meeting_log.contradictions import claimed, warnings
from metrics.meeting_log.entries import Overtaken, versions
from metrics.meeting_log.free_text import LONGEST
from metrics.scorecard import scorecard
from metrics.store import Store
from tests.meetings.histories import CHOSEN, HELD, MEETINGS, PLANS, TARGET, deliver, four, new_history

BEFORE, AFTER = datetime(2025, 2, 20, 9), datetime(2025, 3, 7, 9)
RED = {
    "what": "One plan in three has lasted two years: off target.",
    "why": "One family's plan was reviewed late.",
    "so_what": "A child has waited too long for safety.",
    "what_next": "Every plan over fifteen months is reviewed by a manager.",
    "by_when": date(2025, 5, 1),
}


@pytest.fixture(scope="module")
def line(told: Store) -> Line:
    """Plans of two years or more: off target, changed by nothing that chance does not explain."""
    card = scorecard(told, None, known_at=AFTER, today=date(2025, 3, 10), indicators=["cp_plans_two_years"])
    return card.lines[0]


def written(line: Line, meeting: date = MEETINGS[0], **given: object) -> Commentary:
    words = {**RED, "meeting": meeting, "agency": "council", "indicator": "cp_plans_two_years", "beside": stands_on(line)}
    return Commentary.model_validate({**words, **given})


def test_words_are_owed_beside_the_exceptions_an_agency_answers_for(told: Store) -> None:
    card = scorecard(told, None, known_at=AFTER, today=date(2025, 3, 10), indicators=CHOSEN)
    assert "cp_plans_two_years" in {each.indicator.id for each in owed(card, told.board, "council")}
    assert owed(card, told.board, "police") == []


def test_words_that_name_their_status_and_answer_every_question_can_be_signed_off(line: Line) -> None:
    assert line.status.mark == "red"
    assert lacking(written(line), line) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"what": "One plan in three has lasted two years."}, "“off target”"),
        ({"why": " "}, "Why is it so?"),
        ({"so_what": ""}, "So what"),
        ({"by_when": None}, "By when?"),
    ],
)
def test_what_is_lacking_is_said(line: Line, given: dict[str, object], said: str) -> None:
    assert said in " ".join(lacking(written(line, **given), line))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("It has improved since June.", {"better"}),
        ("It has not improved, and it is off target.", {"off target"}),
        ("We expect to meet the target next year.", set()),
        ("Numbers rose and then fell.", {"up", "down"}),
        ("The rate is stable and on track.", {"steady", "on target"}),
        ("No improvement was made; performance deteriorated.", {"worse"}),
        ("It should improve: we aim to have reduced it by May.", set()),
    ],
)
def test_what_words_claim(text: str, claims: set[str]) -> None:
    assert claimed(text) == claims


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("Off target, but it has improved.", "The words speak of better"),
        ("It is on target.", "The words say that it is on target; the status beside them: off target."),
        ("Off target; it rose sharply.", "The words speak of a rise"),
    ],
)
def test_words_that_contradict_the_numbers_are_warned_of(line: Line, what: str, said: str) -> None:
    assert said in " ".join(warnings(written(line, what=what), line))


def test_words_that_agree_with_the_numbers_are_left_alone(line: Line) -> None:
    assert warnings(written(line), line) == []


def test_words_carried_forward_unchanged_past_their_day_or_beside_another_figure_are_warned_of(line: Line) -> None:
    was = stands_on(line).model_copy(update={"figure": "12.0%"})
    stale = written(line, meeting=MEETINGS[1], beside=was, by_when=date(2024, 12, 1))
    said = " ".join(warnings(stale, line, written(line)))
    assert "carried forward unchanged" in said
    assert "stood beside 12.0%" in said
    assert "1 December 2024 is past" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("About A123456789012.", "a unique pupil number"),
        ("About 943 476 5919.", "an NHS number"),
        ("They live at NW4 4BG.", "a postcode"),
        ("x" * (LONGEST + 1), "801 characters"),
    ],
)
def test_what_could_tell_who_a_child_is_is_refused_without_repeating_it(told: Store, line: Line, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as refused:
        save(told, written(line, why=text), by="service manager", based_on=0)
    assert text not in str(refused.value)


def test_nobody_writes_over_words_that_they_have_not_seen(told: Store, line: Line) -> None:
    mine = written(line, meeting=MEETINGS[2])
    save(told, mine, by="service manager", based_on=0)
    save(told, mine.model_copy(update={"why": "The first of two."}), by="named nurse", based_on=1)
    with pytest.raises(Overtaken) as told_so:
        save(told, mine.model_copy(update={"why": "The second of two."}), by="service manager", based_on=1)
    assert "The first of two." in told_so.value.newest.content
    save(told, mine.model_copy(update={"why": "Both together."}), by="service manager", based_on=told_so.value.newest.version)
    assert [each.version for each in versions(told, "commentary", mine.key)] == [1, 2, 3]


def test_the_words_of_the_meeting_before_are_at_hand(told: Store, line: Line) -> None:
    mine = written(line, meeting=MEETINGS[1], why="In June.")
    save(told, mine, by="service manager", based_on=0)
    found = words_before(told, told.board, MEETINGS[3], "council", "cp_plans_two_years")
    assert found is not None
    assert found.meeting > MEETINGS[0]
    assert words_before(told, told.board, MEETINGS[0], "council", "cp_plans_two_years") is None


def test_an_edition_holds_what_was_signed_off_by_then_and_later_words_wait_for_the_next_issue(
    tmp_path_factory: pytest.TempPathFactory, line: Line
) -> None:
    with new_history(tmp_path_factory.mktemp("words"), f"{HELD}{TARGET.format('32')}") as store:
        deliver(store, 1, datetime(2025, 2, 3, 9), PLANS)
        mine = written(line, public="We review every long plan.")
        save(store, mine, by="service manager", based_on=0, at=BEFORE)
        draft = mine.model_copy(update={"indicator": "cp_plans_open"})
        save(store, draft, by="service manager", based_on=0, at=BEFORE)
        sign_off(store, mine, line, by="head of service", based_on=1, at=BEFORE)
        first = freeze(store, MEETINGS[0], "manager", at=datetime(2025, 3, 5, 15), catalogue=four())
        save(store, mine.model_copy(update={"why": "Later."}), by="service manager", based_on=2, at=AFTER)
        assert "Later." not in text_of(store, first)
        assert [each.key for each in late_words(store, first)] == [mine.key]
        (kept,) = words_of(json_of(store, 1))
        assert (kept.signed_off_by, kept.why) == ("head of service", RED["why"])
        assert json_of(store, 1)["commentary"]["not_signed_off"] == [["council", "cp_plans_open"]]
        assert kept.public == "We review every long plan."
        held = commentary(store, MEETINGS[0], "council", "cp_plans_two_years")
        assert held is not None
        sign_off(store, held.commentary, line, by="head of service", based_on=held.version, at=AFTER)
        reissue(store, MEETINGS[0], "manager", "words", at=datetime(2025, 3, 10), catalogue=four())
        (again,) = words_of(json_of(store, 2))
        assert again.why == "Later."
        assert all(rebuild(store, edition(store, MEETINGS[0], issue)).same for issue in (1, 2))


def json_of(store: Store, issue: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text_of(store, edition(store, MEETINGS[0], issue)))
    return found
