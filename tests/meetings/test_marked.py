"""Questions marked before a meeting: by whom, on which line, taken back by their own writer, made one challenge each."""

from datetime import date, datetime

import pytest

from metrics.catalogue import read_catalogue
from metrics.editions import edition, rebuild
from metrics.meeting_log.challenges import answer, challenge, challenges
from metrics.meeting_log.entries import Overtaken, versions
from metrics.meeting_log.free_text import ABOUT_SERVICES
from metrics.meeting_log.marked import (
    LONGEST,
    ON_NO_LINE,
    Logged,
    by_line,
    challenge_with,
    mark_question,
    marked_question,
    marked_questions,
    withdraw,
)
from metrics.store import Store
from tests.meetings.histories import MEETINGS

FROZEN, COMING, LATER, LAST = MEETINGS
AT = datetime(2025, 3, 11, 20)
LONG = "cp_plans_two_years"


def texts(store: Store, meeting: date) -> list[tuple[str, list[str]]]:
    found = marked_questions(store, meeting)
    return [(each.indicator, [one.marked.question for one in each.questions]) for each in found]


def test_questions_stand_by_line_in_the_order_of_the_scorecard_and_those_on_no_line_last(told: Store) -> None:
    for indicator, question in ((LONG, "Why so long?"), ("", "Who speaks for health?"), ("cp_plans_open", "Why so many?")):
        mark_question(told, FROZEN, question, asked_by="Lay member", at=AT, indicator=indicator)
    mark_question(told, FROZEN, "Whose are they?", asked_by="Councillor", at=AT, indicator=LONG)
    assert texts(told, FROZEN) == [
        ("cp_plans_open", ["Why so many?"]),
        (LONG, ["Why so long?", "Whose are they?"]),
        ("", ["Who speaks for health?"]),
    ]
    titles = [each.title for each in marked_questions(told, FROZEN)]
    assert titles[1:] == ["Child protection plans open for two years or more", ON_NO_LINE]


def test_a_question_says_who_asked_when_and_of_which_issue(told: Store) -> None:
    made = mark_question(told, FROZEN, " Is it real? ", asked_by=" Lay member ", at=AT, indicator=LONG)
    assert (made.question, made.asked_by, made.issue, made.marked_on) == ("Is it real?", "Lay member", 2, AT.date())
    assert made.reference == f"Q{made.number} of 13 March 2025"


def test_before_the_freeze_a_question_hangs_on_any_indicator_of_no_issue(told: Store) -> None:
    made = mark_question(told, COMING, "Why?", asked_by="Lay member", at=AT, indicator="referrals")
    assert (made.number, made.issue) == (1, 0)
    assert texts(told, COMING) == [("referrals", ["Why?"])]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"meeting": date(2025, 3, 14)}, "does not meet on 2025-03-14"),
        ({"at": datetime(2025, 3, 14, 9)}, "The meeting of 13 March 2025 is over"),
        ({"indicator": "referrals"}, "Issue 2 has no line referrals"),
        ({"meeting": LATER, "indicator": "shoe_sizes"}, "The scorecard has no line shoe_sizes"),
        ({"question": "  "}, "There is no question to mark"),
        ({"question": "?" * (LONGEST + 1)}, f"{LONGEST + 1} characters"),
        ({"question": "What of the child at NW4 4BG?"}, ABOUT_SERVICES),
        ({"asked_by": " "}, "in which role"),
        ({"asked_by": "born 3 May 2015"}, "a date of birth"),
    ],
)
def test_what_cannot_be_marked_is_told_why_and_nothing_is_kept(told: Store, given: dict[str, object], said: str) -> None:
    before = texts(told, FROZEN), texts(told, LATER)
    asked = {"meeting": FROZEN, "question": "Why?", "asked_by": "Lay member", "at": AT, **given}
    with pytest.raises(ValueError, match=said):
        mark_question(told, **asked)  # type: ignore[arg-type]
    assert (texts(told, FROZEN), texts(told, LATER)) == before


def test_on_the_day_of_the_meeting_it_is_not_too_late(told: Store) -> None:
    assert mark_question(told, FROZEN, "Before we begin?", asked_by="Lay member", at=datetime(2025, 3, 13, 9)).number


def test_one_person_marks_a_question_once_and_two_people_may_ask_the_same(told: Store) -> None:
    mark_question(told, LAST, "Is it real?", asked_by="Lay member", at=AT, indicator=LONG)
    with pytest.raises(ValueError, match="marked this question already"):
        mark_question(told, LAST, "is it real?", asked_by="lay member", at=AT, indicator=LONG)
    mark_question(told, LAST, "Is it real?", asked_by="Councillor", at=AT, indicator=LONG)
    mark_question(told, LAST, "Is it real?", asked_by="Lay member", at=AT)
    assert texts(told, LAST) == [(LONG, ["Is it real?"] * 2), ("", ["Is it real?"])]


def test_a_question_taken_back_is_listed_no_more_and_stays_in_the_store(told: Store) -> None:
    made = mark_question(told, LATER, "Why?", asked_by="Lay member", at=AT)
    withdraw(told, made.key, by="lay member", based_on=1, at=AT)
    assert texts(told, LATER) == []
    assert marked_question(told, made.key).marked.withdrawn_on == AT.date()
    assert [each.version for each in versions(told, "question", made.key)] == [1, 2]
    assert '"withdrawn_on":null' in versions(told, "question", made.key)[0].content
    again = mark_question(told, LATER, "Why?", asked_by="Lay member", at=AT)
    assert again.number == made.number + 1


def test_nobody_takes_back_what_another_asked_nor_what_they_have_not_seen(told: Store) -> None:
    made = mark_question(told, LATER, "Whose?", asked_by="Lay member", at=AT)
    with pytest.raises(ValueError, match="was marked by Lay member, who alone"):
        withdraw(told, made.key, by="Councillor", based_on=1, at=AT)
    withdraw(told, made.key, by="Lay member", based_on=1, at=AT)
    with pytest.raises(Overtaken):
        withdraw(told, made.key, by="Lay member", based_on=1, at=AT)
    with pytest.raises(ValueError, match="no marked question 2025-09-11/Q99"):
        withdraw(told, f"{LATER.isoformat()}/Q99", by="Lay member", based_on=1, at=AT)


def test_a_challenge_made_of_a_question_keeps_who_asked_and_there_is_only_one(told: Store) -> None:
    made = mark_question(told, FROZEN, "What has to happen?", asked_by="Lay member", at=AT, indicator=LONG)
    asked = challenge_with(told, made.key, "council", by="Chair", at=AT, due=date(2025, 4, 10))
    assert (asked.asked_by, asked.question, asked.indicator, asked.to) == ("Lay member", made.question, LONG, "council")
    assert (asked.issue, asked.status, asked.due, asked.marked) == (2, "off target", date(2025, 4, 10), made.key)
    assert marked_question(told, made.key).challenge == asked
    with pytest.raises(ValueError, match=f"a challenge already: {asked.reference}"):
        challenge_with(told, made.key, "police", by="Chair", at=AT)
    assert [each.challenge.key for each in challenges(told) if each.challenge.marked == made.key] == [asked.key]
    with pytest.raises(ValueError, match=f"is challenge {asked.reference} by now"):
        withdraw(told, made.key, by="Lay member", based_on=1, at=AT)


def test_the_question_shows_how_its_challenge_stands(told: Store) -> None:
    made = mark_question(told, FROZEN, "And then?", asked_by="Lay member", at=AT, indicator=LONG)
    asked = challenge_with(told, made.key, "council", by="Chair", at=AT)
    answer(told, asked.key, "A review was missed.", by="head of service", based_on=1, at=AT)
    shown = [one for each in marked_questions(told, FROZEN) for one in each.questions if one.marked.key == made.key]
    assert [each.challenge for each in shown] == [challenge(told, asked.key).challenge]


@pytest.mark.parametrize(
    ("meeting", "indicator", "line", "said"),
    [(COMING, LONG, "", "has not been frozen"), (FROZEN, "", "", "has no line"), (FROZEN, LONG, "", "was withdrawn")],
)
def test_what_cannot_be_a_challenge_says_why(told: Store, meeting: date, indicator: str, line: str, said: str) -> None:
    made = mark_question(told, meeting, f"Why {said}?", asked_by="Lay member", at=AT, indicator=indicator)
    if said == "was withdrawn":
        withdraw(told, made.key, by="Lay member", based_on=1, at=AT)
    with pytest.raises(ValueError, match=said):
        challenge_with(told, made.key, "council", by="Chair", at=AT, indicator=line)


def test_a_question_on_no_line_is_given_one_when_it_becomes_a_challenge(told: Store) -> None:
    made = mark_question(told, FROZEN, "Who else?", asked_by="Lay member", at=AT)
    assert challenge_with(told, made.key, "police", by="Chair", at=AT, indicator="cp_plans_open").indicator == "cp_plans_open"
    assert marked_question(told, made.key).marked.indicator == ""


def test_a_line_that_is_counted_no_longer_stands_after_those_that_are(told: Store) -> None:
    made = mark_question(told, COMING, "Old?", asked_by="Lay member", at=AT, indicator="cp_plans_open")
    gone = made.model_copy(update={"indicator": "no_longer_counted"})
    found = by_line([Logged(marked=each, version=1) for each in (gone, made)], read_catalogue().values())
    assert [(each.indicator, each.title) for each in found] == [
        ("cp_plans_open", read_catalogue()["cp_plans_open"].title),
        ("no_longer_counted", "no_longer_counted"),
    ]


def test_an_edition_is_rebuilt_the_same_whatever_was_marked_since(told: Store) -> None:
    mark_question(told, FROZEN, "Does it hold?", asked_by="Lay member", at=AT)
    assert rebuild(told, edition(told, FROZEN)).same
