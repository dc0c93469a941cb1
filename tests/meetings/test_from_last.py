"""What a meeting opens with: what the last one left, overdue first; what was done and answered since; what the number did."""

from datetime import date, datetime

import pytest

from metrics.meeting_log import actions as log
from metrics.meeting_log.challenges import Question, answer, ask, close
from metrics.meeting_log.from_last import FromLast, from_last
from metrics.meeting_words import left_by_last
from metrics.store import Store
from tests.meetings.histories import MEETINGS, deliver

FIRST, SECOND = MEETINGS[:2]
HELD, TODAY = datetime(2025, 3, 13, 11), date(2025, 6, 3)


@pytest.fixture(scope="module")
def left(told: Store) -> FromLast:
    """Actions overdue, due, without a day, done since and done on the day; challenges unanswered, answered and closed."""
    for text, due in (("Later.", date(2025, 7, 1)), ("Long overdue.", date(2025, 4, 1)), ("Someday.", None)):
        log.agree(told, FIRST, text, by="manager", at=HELD, due=due)
    for on in (datetime(2025, 3, 13, 12), datetime(2025, 5, 1)):
        made = log.agree(told, FIRST, f"Done in month {on.month}.", by="manager", at=HELD, due=date(2025, 6, 1))
        log.discharge(told, made.key, "It is done.", by="manager", based_on=1, at=on)
    keys = [_ask(told, question, due) for question, due in (("A?", None), ("B?", date(2025, 5, 1)), ("C?", None), ("D?", None))]
    for key in keys[2:]:
        answer(told, key, "So.", by="head of service", based_on=1, at=datetime(2025, 4, 2))
    close(told, keys[3], "Accepted.", by="manager", based_on=2, at=datetime(2025, 4, 3))
    deliver(told, 9, datetime(2025, 4, 20, 9), [("one", date(2022, 3, 1), None)], (date(2022, 1, 1), date(2025, 3, 31)))
    found = from_last(told, SECOND, TODAY)
    assert found is not None
    return found


def _ask(store: Store, question: str, due: date | None) -> str:
    asked = Question(meeting=FIRST, indicator="cp_plans_two_years", to="council", asked_by="Chair", question=question, due=due)
    return ask(store, asked, by="manager", at=HELD).key


def test_what_is_overdue_is_told_from_what_is_due_and_what_was_done_since(left: FromLast) -> None:
    assert [each.text for each in left.overdue] == ["Long overdue."]
    assert [each.text for each in left.due] == ["Later.", "Someday."]
    assert [each.text for each in left.done] == ["Done in month 5."]


def test_challenges_without_an_answer_come_first_then_those_answered_or_closed_since(left: FromLast) -> None:
    assert [each.challenge.question for each in left.unanswered] == ["B?", "A?"]
    assert [each.challenge.question for each in left.answered] == ["C?", "D?"]


def test_beside_each_challenge_stands_what_the_number_did_afterwards(left: FromLast) -> None:
    afterwards = [each.after.sentence for each in left.unanswered if each.after]
    assert len(afterwards) == 2
    assert afterwards[0].startswith("It was 100.0% in Q3 2024/25; 100.0% in Q4 2024/25")


def test_it_is_counted_in_words(left: FromLast) -> None:
    assert left_by_last(left) == ("1 action overdue, 2 due, 1 done since 13 March 2025; 2 challenges not answered, 2 answered.")


def test_on_the_day_of_a_meeting_the_last_is_the_one_before(told: Store, left: FromLast) -> None:
    found = from_last(told, SECOND, SECOND)
    assert found is not None
    assert found.last == left.last == FIRST
    later = from_last(told, MEETINGS[2], SECOND)
    assert later is not None
    assert (later.last, later.done) == (SECOND, ())


def test_the_first_meeting_of_a_board_opens_with_nothing(told: Store, left: FromLast) -> None:
    assert from_last(told, FIRST, date(2025, 3, 1)) is None
