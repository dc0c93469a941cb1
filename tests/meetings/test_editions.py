"""Editions: issue 1 stays, issue 2 says what changed, late files are listed, and anyone can check."""

import json
from datetime import datetime

import pytest

from metrics.editions import AlreadyFrozen, card_of_edition, edition, editions, freeze, rebuild, reissue, text_of
from metrics.editions.arrivals import late
from metrics.editions.canonical import canonical, hash_of_text, like
from metrics.editions.changes import beside_today, differences, what_changed
from metrics.store import Store
from tests.meetings.histories import MEETINGS, four

FIRST = MEETINGS[0]


def test_each_issue_keeps_what_it_said(told: Store) -> None:
    first, second = editions(told, FIRST)
    plans = [card_of_edition(told, each).lines[0].figure.value for each in (first, second)]
    assert [each.issue for each in (first, second)] == [1, 2]
    assert plans == [3.0, 2.0]


def test_its_hash_is_that_of_its_text(told: Store) -> None:
    for each in editions(told):
        assert hash_of_text(text_of(told, each)) == each.content_hash


def test_it_looks_at_the_quarter_of_its_meeting_and_counts_the_age_of_data_to_it(told: Store) -> None:
    card = card_of_edition(told, edition(told, FIRST, 1))
    assert card.period.label == "2024/25 Q3"
    assert card.lines[0].data_age_days == (FIRST - card.period.last_day).days


def test_it_holds_the_rule_set_the_definitions_version_and_the_words(told: Store) -> None:
    content = json.loads(text_of(told, edition(told, FIRST, 1)))
    line = content["lines"][0]
    assert content["made_by"]["the rule set of charts"] == line["verdict"]["rule_set"]
    assert line["indicator"]["version"] == four()["cp_plans_open"].version
    assert "3" in line["sentence"]


def test_every_issue_is_worked_out_again_byte_for_byte_after_later_files(told: Store) -> None:
    assert [rebuild(told, each).same for each in editions(told)] == [True, True]


def test_what_changed_says_old_new_who_and_the_flip_of_status_first(told: Store) -> None:
    found = what_changed(told, edition(told, FIRST, 1), edition(told, FIRST, 2))
    assert [each.kind for each in found] == ["status", "restated", "restated"]
    flipped = found[0]
    assert flipped.indicator == "cp_plans_two_years"
    assert flipped.was is not None
    assert flipped.now is not None
    assert (flipped.was.figure, flipped.now.figure) == ("33.3% (1 of 3)", "50.0% (1 of 2)")
    assert (flipped.was.status, flipped.now.status) == ("near target", "off target")
    assert flipped.who == (
        "Testbridge Council: child protection plans of January 2022 to December 2024, received 7 March 2025",
    )
    assert flipped.why == ""


def test_an_edition_beside_today_knows_what_came_after_both_issues(told: Store) -> None:
    found = {each.indicator: each for each in beside_today(told, edition(told, FIRST, 2))}
    assert found["cp_plans_open"].now is not None
    assert found["cp_plans_open"].now.figure == "1"
    assert len(found["cp_plans_open"].who) == 1


def test_what_comes_after_a_freeze_is_listed_and_not_slipped_in(told: Store) -> None:
    second = edition(told, FIRST, 2)
    (arrived,) = late(told, second, card_of_edition(told, second).period.last_day)
    assert arrived.received_at == datetime(2025, 3, 20, 9)
    assert card_of_edition(told, second).lines[0].figure.value == 2.0


def test_two_scorecards_that_agree_have_no_differences(told: Store) -> None:
    card = card_of_edition(told, edition(told, FIRST, 1))
    assert differences(card, card) == []


def test_a_frozen_meeting_is_not_frozen_again(told: Store) -> None:
    with pytest.raises(AlreadyFrozen, match="issue 2"):
        freeze(told, FIRST, "business manager", catalogue=four())


@pytest.mark.parametrize(
    ("meeting", "because", "said"),
    [(MEETINGS[1], "late data", "nothing to reissue"), (FIRST, " ", "needs a reason")],
)
def test_a_reissue_needs_something_to_reissue_and_a_reason(told: Store, meeting: object, because: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        reissue(told, meeting, "business manager", because, catalogue=four())  # type: ignore[arg-type]


def test_nobody_freezes_without_saying_in_which_role(told: Store) -> None:
    with pytest.raises(ValueError, match="a role"):
        freeze(told, MEETINGS[1], " ", catalogue=four())


def test_a_meeting_without_an_edition_says_so(told: Store) -> None:
    with pytest.raises(ValueError, match="has not been frozen"):
        edition(told, MEETINGS[2])
    with pytest.raises(ValueError, match=r"no issue 7\. There is: 1, 2\."):
        edition(told, FIRST, 7)


def test_one_content_has_one_text() -> None:
    assert canonical({"b": 0.1 + 0.2, "a": [1, None, -0.0]}) == canonical({"a": (1, None, 0.0), "b": 0.3})


def test_what_a_newer_program_says_besides_is_left_out_of_the_comparison() -> None:
    assert like({"a": [{"b": 1, "new": 2}], "new": 3}, {"a": [{"b": 0}]}) == {"a": [{"b": 1}]}
