"""The bank of questions: which question fits which line, at most three of them, and what a board may change."""

import re
from collections import Counter

import pytest

from metrics.asking.bank import Asking, bank_of, the_bank
from metrics.asking.questions import MOST, could_ask, questions_for, signals_of
from metrics.board import read_board
from metrics.catalogue import read_catalogue, theme_titles
from metrics.coverage import State
from metrics.figures import Figure
from metrics.line import Line
from metrics.scorecard import scorecard
from metrics.store import Store
from tests.conftest import BOARD
from tests.test_sentences import FIRED, MOVED

SAID_WHEN = {"got worse": "worsened", "improved": "improved", "rose": "rose", "fell": "fell"}


@pytest.fixture(scope="module")
def line(empty_store: Store) -> Line:
    return scorecard(empty_store, indicators=["cp_plans_open"]).lines[0]


def told(line: Line, name: str, direction: str, better: str = "smaller") -> Line:
    indicator = read_catalogue()[name].model_copy(update={"better": better})
    change = line.change.model_copy(update={"direction": direction})
    figure: Figure = line.figure.model_copy(update={"state": State.VALUE, "value": 12.0, "numerator": 12.0})
    return line.model_copy(
        update={"indicator": indicator, "change": change, "figure": figure, "gap": "", "asked": ("Council",)}
    )


def test_no_question_says_that_something_moved_unless_it_is_asked_only_then() -> None:
    for each in the_bank():
        for found in MOVED.findall(each.ask.replace("moved", "")):
            assert set(each.when) <= {SAID_WHEN.get(found, found)} | (FIRED if found in {"up", "down"} else set()), each.id


def test_the_bank_asks_what_another_agencys_number_did_and_what_the_counterweight_says() -> None:
    kinds = Counter(each.about for each in the_bank())
    assert set(kinds) == {"cause", "other_agency", "counterweight", "action", "data"}
    assert all(each.other for each in the_bank() if each.about in {"other_agency", "counterweight"})
    owners = {name: each.owner for name, each in read_catalogue().items()}
    for each in the_bank():
        if each.about == "other_agency" and each.indicators:
            assert any(owners[name] != owners[each.other] or each.indicators for name in each.indicators), each.id


def test_ids_differ_and_every_theme_of_the_bank_has_indicators() -> None:
    assert max(Counter(each.id for each in the_bank()).values()) == 1
    for each in the_bank():
        assert set(each.themes) <= set(theme_titles())


def test_fewer_plans_are_not_praised_without_the_children_who_are_referred_again(line: Line) -> None:
    fewer, again = told(line, "cp_plans_open", "fell", "monitor"), told(line, "re_referrals", "no_change_beyond_chance")
    found = {each.about: each for each in questions_for(fewer, {"re_referrals": again}, the_bank())}
    counterweight = found["counterweight"]
    assert counterweight.text.startswith("Fewer plans: are the same children referred again?")
    assert counterweight.other is not None
    assert counterweight.other.id == "re_referrals"
    assert "no change beyond chance" in counterweight.other_said
    assert found["cause"].text.startswith("Children on a plan fell. Is there less of it, or are we told less")


def test_a_line_gets_at_most_three_one_of_each_kind_the_closest_first(line: Line) -> None:
    worse = told(line, "cp_plans_two_years", "worsened")
    others = {each.other: told(line, each.other, "cannot_tell") for each in the_bank() if each.other}
    found = questions_for(worse, others, the_bank())
    assert len(found) == MOST
    assert len({each.about for each in found}) == MOST
    assert found[0].about in {"other_agency", "counterweight"}
    assert questions_for(worse, others, the_bank()) == found


def test_a_question_whose_other_number_is_not_there_is_not_asked(line: Line) -> None:
    worse = told(line, "cp_plans_two_years", "worsened")
    assert all(each.other is None for each in questions_for(worse, {}, the_bank()))


def test_where_nothing_stands_out_nothing_is_asked(line: Line) -> None:
    quiet = told(line, "cp_plans_open", "no_change_beyond_chance")
    assert signals_of(quiet) == frozenset()
    assert could_ask(quiet, the_bank()) == []


def test_a_board_adds_replaces_and_takes_out_questions(line: Line) -> None:
    own = [
        Asking(id="ours", when=("worsened",), ask="What do we say?", indicators=("cp_plans_two_years",)),
        Asking(id="worsened_why", when=("worsened",), ask="Why, in {period}?"),
        Asking(id="worsened_action", off=True),
    ]
    bank = {each.id: each for each in bank_of(own)}
    assert bank["worsened_why"].ask == "Why, in {period}?"
    assert "worsened_action" not in bank
    asked = questions_for(told(line, "cp_plans_two_years", "worsened"), {}, bank_of(own))
    assert asked[0].text == "What do we say?"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('id = "x"\nwhen = ["rose"]\nask = "{wrong}?"', "The question x: nothing stands for wrong"),
        ('id = "x"\nwhen = ["rose"]\nask = "?"\nother = "nothing"', "The question x: there is no indicator called nothing"),
        ('id = "x"\nwhen = ["rose"]\nask = "?"\nthemes = ["nothing"]', "The question x: there is no theme called nothing"),
        ('id = "x"\nask = "?"', "The question x needs `when` and `ask`, or `off = true`"),
        ('id = "x"\nwhen = ["sank"]\nask = "?"', "worsened"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_with_what_would_do(written: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        read_board(f"{BOARD}\n[[questions]]\n{written}\n")
