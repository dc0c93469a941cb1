"""The page of the board's priorities, and the lists in the board file that make it."""

import re

import pytest

from metrics.board import read_board
from metrics.catalogue import read_catalogue
from metrics.clock import now
from metrics.periods import parse_period
from metrics.priorities import finding, lines_of, narrowed, overview
from metrics.scorecard import Scorecard, scorecard
from metrics.store import Store
from sample_data.load import board_text
from tests.conftest import BOARD
from tests.dashboard.opening import Open, opener
from tests.dashboard.stores import PERIOD, copy_of, partial_store, sample_store

opened = pytest.fixture(opener("priorities"))


def page_of(open_page: Open, **asked: str) -> str:
    return "".join(each.proto.body for each in open_page(sample_store(), **asked).get("html"))


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    with Store.open(copy_of(sample_store(), tmp_path_factory.mktemp("held"))) as store:
        return scorecard(store, parse_period(PERIOD), today=now().date())


def test_every_priority_has_a_row_that_leads_into_its_own_scorecard(opened: Open) -> None:
    page = page_of(opened, period=PERIOD)
    links = re.findall(r'href="\./\?priority=(\w+)&amp;period=', page)
    assert links == [each.id for each in read_board(board_text()).priorities]


def test_a_missing_figure_names_whom_it_waits_for(opened: Open) -> None:
    page = page_of(opened, period=PERIOD)
    assert re.search(r'class="gap awaiting">\d+</span><small>Compass Return Interviews', page)


def test_a_board_that_names_none_is_told_how(opened: Open) -> None:
    page = "".join(each.proto.body for each in opened(partial_store()).get("html"))
    assert "The board has not named its priorities" in page


def test_the_counts_are_those_of_the_prioritys_own_lines(card: Scorecard) -> None:
    for each in overview(card, read_board(board_text()).priorities):
        own = narrowed(card, lines_of(card, each.priority))
        assert each.indicators == len(own.lines)
        assert each.off == sum(line.status.mark == "red" for line in own.lines)
        assert each.missing == sum(line.is_missing for line in own.lines)
        assert each.gravest == (own.exceptions[0].line if own.exceptions else None)


def test_the_finding_names_one_priority_only_when_it_stands_out(card: Scorecard) -> None:
    found = overview(card, read_board(board_text()).priorities)
    off = [each for each in found if each.off]
    assert (
        finding([off[0]])
        == f"1 of 1 priority has an indicator off target: {off[0].priority.name.lower()} ({off[0].off} of {off[0].judged})"
    )
    assert "most in" not in finding([off[0], off[0]])
    quiet = [each.model_copy(update={"off": 0, "missing": 0}) for each in found]
    assert finding(quiet) == "Nothing is off target in any priority"


def test_an_indicator_stands_in_several_priorities_in_the_order_of_the_journey() -> None:
    lists = """
[[priorities]]
name = "Long plans"
indicators = ["cp_plans_two_years", "re_referrals"]
[[priorities]]
name = "Neglect"
themes = ["neglect"]
"""
    both = read_board(BOARD + lists).priorities
    held = [[name for name, each in read_catalogue().items() if priority.holds(each)] for priority in both]
    assert held[0] == ["re_referrals", "cp_plans_two_years"]
    assert "cp_plans_two_years" in held[1]


def test_a_theme_brings_in_those_that_stand_under_it_and_those_that_name_it() -> None:
    priority = read_board(BOARD + '[[priorities]]\nname = "Missing"\nthemes = ["missing"]\n').priorities[0]
    indicator = read_catalogue()["missing_episodes"]
    assert priority.holds(indicator)
    assert priority.holds(indicator.model_copy(update={"themes": ()}))
    assert priority.holds(indicator.model_copy(update={"theme": "police", "themes": ("missing",)}))
    assert not priority.holds(indicator.model_copy(update={"theme": "police", "themes": ()}))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('name = "X"\nthemes = ["neglekt"]', "X: there is no theme called neglekt. There are: early_help"),
        ('name = "X"\nindicators = ["cp_plan"]', "X: there is no indicator called cp_plan. There are: "),
        ('name = "X"', "X: a priority has to name indicators or themes"),
        ('name = "Long plans"\nthemes = ["neglect"]\n[[priorities]]\nname = "Long  plans"\nthemes = ["neglect"]', "one name"),
        ('name = "?"\nthemes = ["neglect"]', "letters or digits"),
    ],
)
def test_a_priority_that_cannot_be_is_refused_with_a_sentence(written: str, said: str) -> None:
    with pytest.raises(ValueError, match="The board file cannot be used") as refused:
        read_board(f"{BOARD}[[priorities]]\n{written}\n")
    assert said in str(refused.value)
