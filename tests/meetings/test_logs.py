"""Challenges and actions: numbers begin anew at each meeting, nothing is lost, everything closes with a reason."""

from datetime import date, datetime

import pytest

from metrics.meeting_log import actions as log
from metrics.meeting_log.afterwards import afterwards, last_asked
from metrics.meeting_log.challenges import (
    Challenge,
    Question,
    answer,
    ask,
    challenge,
    challenges,
    close,
    counted_by_agency,
)
from metrics.meeting_log.entries import Overtaken
from metrics.store import Store
from tests.meetings.histories import MEETINGS

FIRST, SECOND = MEETINGS[:2]
AT = datetime(2025, 3, 13, 11)
ASKED = Question(
    meeting=FIRST,
    indicator="cp_plans_two_years",
    to="council",
    asked_by="Lay member",
    question="Why have plans lasted so long?",
    due=date(2025, 4, 10),
)


@pytest.fixture(scope="module")
def asked(told: Store) -> Challenge:
    return ask(told, ASKED, by="business manager", at=AT)


def test_a_challenge_hangs_on_a_line_of_an_edition_and_keeps_what_it_said(asked: Challenge) -> None:
    assert (asked.reference, asked.issue, asked.period) == ("C1 of 13 March 2025", 2, "2024/25 Q3")
    assert (asked.status, asked.off_target) == ("off target", True)
    assert "50.0%" in asked.said


def test_it_is_open_then_overdue_then_answered_then_closed(told: Store) -> None:
    made = ask(told, ASKED, by="business manager", at=AT)
    assert [made.state(day) for day in (date(2025, 4, 10), date(2025, 4, 11))] == ["open", "overdue"]
    held = answer(told, made.key, "A review was missed.", by="head of service", based_on=1, at=datetime(2025, 4, 2))
    assert (held.state(date(2025, 6, 1)), held.answered_by) == ("answered", "head of service")
    done = close(told, made.key, "An action was agreed.", by="business manager", based_on=2, at=datetime(2025, 6, 12))
    assert (done.state(date(2025, 6, 12)), challenge(told, made.key).version) == ("closed", 3)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"indicator": "referrals"}, "has no line referrals"),
        ({"meeting": MEETINGS[3]}, "has not been frozen"),
        ({"to": "nobody"}, "no agency called nobody"),
        ({"question": " "}, "needs a question"),
    ],
)
def test_a_challenge_that_cannot_be_logged_says_why(told: Store, given: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        ask(told, ASKED.model_copy(update=given), by="business manager", at=AT)


def test_the_second_of_two_answers_is_told(told: Store) -> None:
    made = ask(told, ASKED, by="business manager", at=AT)
    answer(told, made.key, "The first answer.", by="head of service", based_on=1, at=AT)
    with pytest.raises(Overtaken) as told_so:
        answer(told, made.key, "The second answer.", by="data lead", based_on=1, at=AT)
    assert "The first answer." in told_so.value.newest.content


def test_every_agency_is_counted_the_council_included_and_those_never_asked(told: Store, asked: Challenge) -> None:
    found = counted_by_agency(told.board, [each.challenge for each in challenges(told)], date(2026, 1, 1))
    assert len(found) == len(told.board.agencies)
    council = next(each for each in found if each.agency == "Testbridge Council")
    assert council.asked == len(challenges(told, indicator="cp_plans_two_years"))
    assert council.asked == council.closed + council.overdue + sum(
        each.challenge.state(date(2026, 1, 1)) == "answered" for each in challenges(told)
    )
    assert next(each for each in found if each.agency == "Testbridge Police").asked == 0


def test_what_the_number_did_afterwards_is_said_by_rule_or_not_at_all(told: Store, asked: Challenge) -> None:
    none_yet = afterwards(told, asked, date(2025, 3, 20))
    assert none_yet is not None
    assert none_yet.sentence == "No later figure has come yet."
    earlier = asked.model_copy(update={"period": "2023/24 Q4"})
    found = afterwards(told, earlier, date(2025, 3, 20))
    assert found is not None
    assert "in Q4 2023/24" in found.sentence
    assert found.finding in {"no change beyond chance", "cannot tell"}


def test_the_last_challenge_while_off_target_is_remembered_with_its_actions(told: Store, asked: Challenge) -> None:
    agreed = log.agree(
        told, FIRST, "Review the long plans.", by="business manager", at=AT,
        owners=("council",), challenge=asked.key, indicator=asked.indicator,
    )  # fmt: skip
    newest = challenges(told, indicator=asked.indicator)[-1].challenge
    found = last_asked(told, asked.indicator, date(2025, 6, 1))
    assert found is not None
    assert found.challenge == newest
    assert all(each.challenge == newest.key for each in found.actions)
    assert agreed.challenge == asked.key
    assert last_asked(told, "cp_plans_ended", date(2025, 6, 1)) is None


def test_numbers_of_actions_begin_anew_at_each_meeting(told: Store) -> None:
    first, second = (log.agree(told, SECOND, "A thing.", by="manager", at=AT) for _ in range(2))
    other = log.agree(told, MEETINGS[2], "Another thing.", by="manager", at=AT)
    assert second.number == first.number + 1
    assert (other.number, other.reference) == (1, "1 of 11 September 2025")
    assert len({first.key, second.key, other.key}) == 3


def test_an_action_has_several_owners_a_group_or_each_agency(told: Store) -> None:
    made = log.agree(
        told, SECOND, "Name a data lead.", by="manager", at=AT, owners=("police",), group="Quality group", each_agency=True
    )
    agencies = len(told.board.agencies)
    assert made.owner_names(told.board) == f"Testbridge Police; Quality group; each agency (0 of {agencies} done)"
    held = log.update(told, made.key, "Police did.", by="manager", based_on=1, at=AT, done_by=("police",))
    assert f"1 of {agencies} done" in held.owner_names(told.board)
    with pytest.raises(ValueError, match="no agency called nobody"):
        log.agree(told, SECOND, "A thing.", by="manager", at=AT, owners=("nobody",))


def test_an_action_moves_on_with_dated_updates_and_closes_with_a_reason(told: Store) -> None:
    made = log.agree(told, FIRST, "Send the data.", by="manager", at=AT, owners=("police",), due=date(2025, 5, 1))
    moved = log.carry_forward(told, made.key, SECOND, by="manager", based_on=1, at=AT, due=date(2025, 7, 1))
    assert (moved.carried_to, moved.due, moved.days_overdue(date(2025, 7, 11))) == ((SECOND,), date(2025, 7, 1), 10)
    with pytest.raises(ValueError, match="with a reason"):
        log.discharge(told, made.key, "  ", by="manager", based_on=2, at=AT)
    done = log.discharge(told, made.key, "The data came.", by="manager", based_on=2, at=datetime(2025, 6, 12))
    assert (done.status, done.closed_on, len(done.updates)) == ("discharged", date(2025, 6, 12), 2)
    with pytest.raises(ValueError, match="is closed"):
        log.update(told, made.key, "Again.", by="manager", based_on=3, at=AT)


def test_a_merged_action_names_the_one_that_covers_it(told: Store) -> None:
    one, other = (log.agree(told, FIRST, "A thing.", by="manager", at=AT) for _ in range(2))
    merged = log.merge(told, one.key, other.key, by="manager", based_on=1, at=AT)
    assert (merged.status, merged.merged_into) == ("merged", other.key)
    with pytest.raises(ValueError, match="cannot be merged"):
        log.merge(told, other.key, one.key, by="manager", based_on=1, at=AT)
    with pytest.raises(ValueError, match="cannot be merged"):
        log.merge(told, other.key, other.key, by="manager", based_on=1, at=AT)


def test_a_meeting_opens_with_what_is_open_the_longest_overdue_first(told: Store) -> None:
    due = (date(2025, 4, 1), date(2025, 9, 1), None, date(2025, 3, 20))
    made = [log.agree(told, FIRST, "Still open.", by="manager", at=AT, due=each, source="opening") for each in due]
    later = log.agree(told, MEETINGS[3], "Not yet.", by="manager", at=AT, source="opening")
    shut = log.agree(told, FIRST, "Shut.", by="manager", at=AT, source="opening")
    log.discharge(told, shut.key, "Done.", by="manager", based_on=1, at=AT)
    mine = [each for each in log.actions(told) if each.action.source == "opening"]
    opened = [each.action.key for each in log.opening(mine, SECOND, date(2025, 6, 12))]
    assert opened == [made[3].key, made[0].key, made[1].key, made[2].key]
    assert later.key not in opened


def test_the_second_of_two_updates_is_told(told: Store) -> None:
    made = log.agree(told, FIRST, "A thing.", by="manager", at=AT)
    log.update(told, made.key, "The first.", by="one", based_on=1, at=AT)
    with pytest.raises(Overtaken) as told_so:
        log.update(told, made.key, "The second.", by="two", based_on=1, at=AT)
    assert "The first." in told_so.value.newest.content
    held = log.update(told, made.key, "The second.", by="two", based_on=told_so.value.newest.version, at=AT)
    assert [each.text for each in held.updates] == ["The first.", "The second."]
