"""Five things in five minutes: which five, by the written rule, as a decision table; and how they are said."""

from datetime import date

import pytest

from metrics.asking.bank import the_bank
from metrics.board import Board
from metrics.catalogue import read_catalogue
from metrics.coverage import State
from metrics.line import Line
from metrics.meeting_log.actions import Action
from metrics.meeting_log.challenges import Challenge
from metrics.pre_read import MOST, Thing, five_things, logs_for
from metrics.pre_read import words as said
from metrics.scorecard import scorecard
from metrics.store import Store

BEFORE, LAST, MEETING = date(2025, 6, 12), date(2025, 9, 11), date(2025, 12, 11)
TODAY = date(2025, 12, 1)
NOTHING = logs_for(MEETING, [], [])
WORSE, RED, POLICE, HEALTH = (
    {"direction": "worsened"},
    {"mark": "red"},
    {"gap": "Not received: Police"},
    {"gap": "Not received: Health"},
)
IDS = tuple(list(read_catalogue())[:9])
"""Nine indicators, in the order of the scorecard."""


@pytest.fixture(scope="module")
def plain(empty_store: Store) -> Line:
    """A line of which nothing is to be said: it has a figure, no target, and no change."""
    line = scorecard(empty_store, indicators=["cp_plans_open"]).lines[0]
    figure = line.figure.model_copy(
        update={"state": State.VALUE, "value": 12.0, "numerator": 12.0, "period": "2025/26 Q2", "last_day": date(2025, 9, 30)}
    )
    still = line.change.model_copy(update={"direction": "no_change_beyond_chance", "rule": "", "rule_set": ""})
    return line.model_copy(update={"figure": figure, "gap": "", "change": still, "asked": ("Testbridge Council",)})


def at(plain: Line, place: int, direction: str = "", mark: str = "", firm: str = "firm", gap: str = "") -> Line:
    """The line at a place of the scorecard, changed so, off target or not, or missing with that sentence."""
    line = plain.model_copy(update={"number": place, "indicator": read_catalogue()[IDS[place]]})
    if direction:
        line = line.model_copy(update={"change": line.change.model_copy(update={"direction": direction})})
    if mark:
        line = line.model_copy(update={"status": line.status.model_copy(update={"mark": mark}), "firmness": firm})
    if gap:
        missing = line.figure.model_copy(update={"state": State.AWAITING, "value": None, "numerator": None})
        line = line.model_copy(update={"figure": missing, "gap": gap, "sentence": f"{gap}."})
    return line


def asked(place: int, meeting: date = LAST, period: str = "2025/26 Q1", **given: object) -> Challenge:
    kept = {
        "meeting": meeting, "number": 1, "issue": 1, "indicator": IDS[place], "period": period, "said": "", "status": "",
        "off_target": False, "asked_by": "Lay member", "asked_on": meeting, "to": "police", "question": "Why?",
        "answered_on": meeting, **given,
    }  # fmt: skip
    return Challenge.model_validate(kept)


def due(number: int, day: date | None, indicator: str = "", **given: object) -> Action:
    kept = {"meeting": LAST, "number": number, "text": "Read every plan.", "due": day, "indicator": indicator, **given}
    return Action.model_validate(kept)


def kinds(things: tuple[Thing, ...]) -> list[tuple[str, int | str]]:
    """Kind and place of each; of what hangs on no line its number."""
    return [(each.kind, IDS.index(each.indicator) if each.line else getattr(each.waits, "number", "")) for each in things]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # Nothing happened.
        ([{}], []),
        # Worse goes first, and off target and worse before worse alone.
        ([WORSE, WORSE | RED], [("worse", 1), ("worse", 0)]),
        ([WORSE | {"mark": "amber"}, WORSE | {"mark": "red_amber"}], [("worse", 1), ("worse", 0)]),
        # Off target without a change: firm before what chance could have made; near target is not off it.
        ([RED | {"firm": "within_chance"}, RED, {"mark": "amber"}], [("off_target", 1), ("off_target", 0)]),
        # A rise that is neither good nor bad, and an improvement that nobody asked for, are no matter for five minutes.
        ([{"direction": "rose"}, {"direction": "improved"}], []),
        # A gap with those missing for the same reason; the reason behind most of them first.
        ([POLICE, HEALTH, HEALTH], [("gap", 1), ("gap", 0)]),
        # One of each kind before a second of any.
        (
            [WORSE, WORSE, WORSE, WORSE, RED, POLICE],
            [("worse", 0), ("worse", 1), ("worse", 2), ("off_target", 4), ("gap", 5)],
        ),
        # Never more than five.
        ([WORSE] * 9, [("worse", each) for each in range(MOST)]),
    ],
)  # fmt: skip
def test_which_things(plain: Line, told: list[dict[str, str]], expected: list[tuple[str, int]]) -> None:
    lines = [at(plain, place, **each) for place, each in enumerate(told)]
    assert kinds(five_things(lines, NOTHING)) == expected


def test_an_indicator_of_the_boards_priorities_goes_before_others_of_its_kind(plain: Line) -> None:
    lines = [at(plain, place, mark="red") for place in range(3)]
    assert kinds(five_things(lines, NOTHING, priorities={IDS[2]}))[0] == ("off_target", 2)
    firmer = [at(plain, 0, mark="red"), at(plain, 1, mark="red", firm="within_chance")]
    assert kinds(five_things(firmer, NOTHING, priorities={IDS[1]}))[0] == ("off_target", 0)


@pytest.mark.parametrize(
    ("challenge", "better"),
    [
        (asked(0), True),
        (asked(0, meeting=MEETING), False),
        (asked(0, period="2025/26 Q2"), False),
        (asked(1), False),
    ],
    ids=["asked before of an earlier period", "asked at this meeting", "asked of this very figure", "asked of another line"],
)
def test_better_counts_when_an_earlier_meeting_asked_about_an_earlier_figure(
    plain: Line, challenge: Challenge, better: bool
) -> None:
    found = five_things([at(plain, 0, "improved")], logs_for(MEETING, [challenge], []))
    assert kinds(found) == ([("better", 0)] if better else [])


def test_what_was_asked_last_and_got_better_goes_first(plain: Line) -> None:
    lines = [at(plain, 0, "improved"), at(plain, 1, "improved")]
    logs = logs_for(MEETING, [asked(0, meeting=BEFORE, period="2024/25 Q4"), asked(1)], [])
    assert kinds(five_things(lines, logs)) == [("better", 1), ("better", 0)]


@pytest.mark.parametrize(
    ("given", "waits"),
    [
        ({"answered_on": None, "due": date(2025, 10, 1)}, True),
        ({"answered_on": None, "due": MEETING}, True),
        ({"answered_on": None, "due": None}, True),
        ({"answered_on": None, "due": date(2026, 1, 5)}, False),
        ({"answered_on": date(2025, 12, 20), "due": date(2025, 10, 1)}, True),
        ({"answered_on": date(2025, 10, 1), "due": date(2025, 10, 1)}, False),
        ({"answered_on": None, "closed_on": date(2025, 10, 1)}, False),
        ({"answered_on": None, "meeting": MEETING}, False),
    ],
)
def test_a_challenge_waits_that_is_due_by_the_meeting_and_was_not_answered_by_then(
    given: dict[str, object], waits: bool
) -> None:
    assert bool(logs_for(MEETING, [asked(0, **given)], []).unanswered) is waits  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "waits"),
    [
        ({}, True),
        ({"due": date(2025, 12, 12)}, False),
        ({"due": None}, False),
        ({"due": None, "carried_to": (MEETING,)}, True),
        ({"status": "discharged", "closed_on": date(2025, 11, 1)}, False),
        ({"status": "merged", "closed_on": date(2025, 12, 12)}, True),
        ({"meeting": MEETING}, False),
    ],
)
def test_an_action_waits_that_is_due_by_the_meeting_and_was_open_on_its_day(given: dict[str, object], waits: bool) -> None:
    action = due(1, date(2025, 11, 1)).model_copy(update=given)
    assert bool(logs_for(MEETING, [], [action]).due) is waits


def test_what_waits_challenges_first_then_the_longest_overdue_and_no_line_twice(plain: Line) -> None:
    lines = [at(plain, 0, "worsened"), at(plain, 1)]
    logs = logs_for(
        MEETING,
        [asked(0, answered_on=None, due=LAST), asked(1, answered_on=None, due=MEETING, number=2)],
        [due(3, date(2025, 11, 1)), due(4, date(2025, 10, 1)), due(5, LAST, IDS[0])],
    )
    found = five_things(lines, logs)
    assert kinds(found) == [("worse", 0), ("waits", 1), ("waits", 4), ("waits", 3)]
    assert found[0].asked is not None
    assert found[0].agreed is not None
    assert (found[0].asked.indicator, found[0].agreed.number) == (IDS[0], 5)


def test_a_challenge_on_a_line_that_is_missing_is_told_with_the_gap(plain: Line) -> None:
    lines = [at(plain, 0, gap="Not received: Police"), at(plain, 1, gap="Not received: Police")]
    found = five_things(lines, logs_for(MEETING, [asked(1, answered_on=None)], []))
    assert kinds(found) == [("gap", 0)]
    assert found[0].about == {IDS[0], IDS[1]}
    assert found[0].asked == asked(1, answered_on=None)


def test_each_kind_says_no_more_than_its_rule(plain: Line, board: Board) -> None:
    lines = [
        at(plain, 0, "worsened", "red"),
        at(plain, 1, mark="red", firm="within_chance"),
        at(plain, 2, "improved"),
        at(plain, 3, gap="Not received: Testbridge Police"),
    ]
    logs = logs_for(MEETING, [asked(2)], [due(7, date(2025, 11, 1), each_agency=True)])
    found = five_things(lines, logs)
    assert [said.kind(each) for each in found] == [
        "Got worse", "Off target", "Got better after you asked", "Not received", "Waits to be done",
    ]  # fmt: skip
    assert [said.how_sure(each, TODAY) for each in found] == [
        "beyond chance", "within chance", "beyond chance", "1 figure", "30 days late",
    ]  # fmt: skip
    assert said.is_it_real(found[1]) == "Perhaps not: chance alone could have put it off target."
    assert said.is_it_real(found[3]).startswith("Nothing can be told")
    assert said.before(found[2], TODAY) == ("Lay member asked on 11 September 2025: “Why?” Answered, not closed.",)
    assert said.title(found[4]) == "Action 7 of 11 September 2025"
    assert "Overdue by 30 days" in said.sentence(found[4], TODAY)
    assert [each.agency for each in said.whom(found[4], board)] == ["Each agency"]


def test_whom_to_ask_is_the_lead_and_the_deputy_of_who_owes_it(plain: Line, board: Board) -> None:
    people = {"lead": "Joanne Pike", "contact": "data@police.example", "deputy": "Dev Malhotra"}
    agencies = tuple(each.model_copy(update=people) if each.id == "police" else each for each in board.agencies)
    named = board.model_copy(update={"agencies": agencies})
    thing = Thing(kind="waits", line=at(plain, 0), waits=asked(0, answered_on=None))
    (police,) = said.whom(thing, named)
    assert police == ("Testbridge Police", "Joanne Pike; deputy Dev Malhotra", "data@police.example")
    (council,) = said.whom(Thing(kind="worse", line=at(plain, 0, "worsened")), named)
    assert council == ("Testbridge Council", "no data lead is named", "")
    (nobody,) = said.whom(Thing(kind="waits", waits=due(1, LAST)), named)
    assert nobody.agency == "Whoever chairs: it has no owner"


def test_what_could_be_asked_comes_from_the_bank_and_what_waits_is_asked_for_first(plain: Line) -> None:
    thing = Thing(kind="waits", line=at(plain, 0, "worsened", "red"), waits=asked(0, answered_on=None))
    found = said.suggested(thing, {}, the_bank())
    assert found[0] == "What does C1 of 11 September 2025 wait for, and until when?"
    assert 1 < len(found) <= 3
    assert said.suggested(Thing(kind="waits", waits=due(1, LAST)), {}, the_bank()) == (
        "What does 1 of 11 September 2025 wait for, and until when?",
    )


def test_of_what_others_wrote_the_first_words_stand_there(plain: Line) -> None:
    long = asked(0, answered_on=None, question=" ".join(["word"] * 200))
    sentence = said.sentence(Thing(kind="waits", waits=long), TODAY)
    assert sentence.count("word") == said.AT_MOST
    assert "word …”" in sentence


def test_a_figure_that_rests_on_one_family_or_unsigned_data_says_so(plain: Line) -> None:
    line = at(plain, 0, "worsened").model_copy(update={"unsigned": ("Police",)})
    assert said.is_it_real(Thing(kind="worse", line=line)) == "Yes, beyond chance. Not signed off by Police."
