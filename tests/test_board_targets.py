"""What a board may write of its targets, its rule of status, its own marks and its neighbours, and how it is told of a slip."""

from datetime import date

import pytest

from metrics.board import Board, read_board
from metrics.board.example import example_board
from metrics.judge.status import StatusRule
from tests.conftest import BOARD

AREA = '[area]\ncode = "899"\nname = "Testbridge"\n'
PLANS = '[[targets]]\nindicator = "cp_plans_two_years"\ntarget = "4"\n'
GIVEN = (
    '[[overrides]]\nindicator = "cp_plans_two_years"\nperiod = "Q2 2026-27"\nmark = "amber"\n'
    'because = "two sibling groups joined"\nby = "Chair"\non = 2026-10-20\n'
)
MODELS = (
    'neighbour_models = [{model = "2021", used_from = 2021-04-01}, {model = "2025", used_from = 2026-04-01}]\n'
    'region_code = "E12000007"\nregion_name = "London"\n'
)


def board(text: str) -> Board:
    return read_board(f"{BOARD}\n{text}")


def in_area(text: str) -> Board:
    return read_board(f'name = "Board"\nagencies = []\n{AREA}{text}')


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", StatusRule()),
        ("[settings]\namber_within_percent = 5\n", StatusRule(amber=5)),
        (
            '[status]\nrule = "within_points"\namber = 2\nfour_colours = true\n',
            StatusRule(rule="within_points", amber=2, four_colours=True),
        ),
        ('[status]\nrule = "beyond_chance"\n', StatusRule(rule="beyond_chance")),
    ],
)
def test_a_board_chooses_the_rule_of_status(text: str, rule: StatusRule) -> None:
    found = board(text + PLANS)
    assert found.status == rule
    assert found.status_rule(found.target("cp_plans_two_years")) == rule


def test_a_target_may_have_a_rule_of_its_own() -> None:
    found = board(f'{PLANS}status = {{rule = "within_points", amber = 1}}\n')
    assert found.status_rule(found.target("cp_plans_two_years")) == StatusRule(rule="within_points", amber=1)
    assert found.status_rule(None) == StatusRule()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PLANS.replace('"4"', '"some day"'), "The target of cp_plans_two_years: 'some day' is not a target. Write a number"),
        (PLANS.replace("cp_plans_two_years", "plans"), "A target names plans: there is no such indicator"),
        (PLANS + PLANS, "There are two targets of one thing: cp_plans_two_years"),
        ('[status]\nrule = "mine"\n', "'mine' is not a rule of status. The rules are: within_tolerance"),
        ("[status]\namber = 5\n[settings]\namber_within_percent = 5\n", "leave the second out"),
        (GIVEN, "The override of cp_plans_two_years: it has no target, so it has no status to change"),
        (PLANS.replace('"4"', '"monitor"') + GIVEN, "it has no target, so it has no status to change"),
        (PLANS + GIVEN + GIVEN, "There are two overrides of one thing: cp_plans_two_years in 2026/27 Q2"),
        (PLANS + GIVEN.replace('"amber"', '"red_amber"'), "this board uses three colours: green, amber or red"),
        (PLANS + GIVEN.replace("Q2 2026-27", "soon"), "The period of an override: 'soon' is not a period"),
        (PLANS + GIVEN.replace("cp_plans_two_years", "plans"), "An override names plans: there is no such indicator"),
        (
            PLANS + GIVEN.replace("two sibling groups joined", ""),
            "[[overrides]] 1 (cp_plans_two_years), because: it must not be empty",
        ),
    ],
)
def test_a_slip_is_told_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(ValueError, match="The board file cannot be used: ") as refused:
        board(text)
    assert said in str(refused.value)


def test_an_override_is_of_one_period_however_that_is_written() -> None:
    found = board(PLANS + GIVEN)
    given = found.override("cp_plans_two_years", "2026/27 Q2")
    assert given is not None
    assert (given.mark, given.by, given.on) == ("amber", "Chair", date(2026, 10, 20))
    assert found.override("cp_plans_two_years", "2026/27 Q1") is None


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        (date(2020, 3, 31), ("2021",)),
        (date(2026, 3, 31), ("2021",)),
        (date(2026, 6, 30), ("2025", "2021")),
        (date(2027, 3, 31), ("2025", "2021")),
        (date(2027, 6, 30), ("2025",)),
    ],
)
def test_after_a_switch_of_neighbours_both_lists_are_shown_for_four_quarters(on: date, shown: tuple[str, ...]) -> None:
    assert in_area(MODELS).area.neighbours_on(on) == shown
    assert in_area('neighbour_model = "2021"\n').area.neighbours_on(on) == ("2021",)


def test_neighbours_are_named_in_one_way() -> None:
    with pytest.raises(ValueError, match="Write either neighbour_model, or neighbour_models"):
        in_area(f'neighbour_model = "2021"\n{MODELS}')


def test_the_example_shows_every_kind_of_choice() -> None:
    found = read_board(example_board())
    assert {each.agreed.kind for each in found.targets} >= {"england", "by_period", "top_quartile"}
    before, commented = example_board().split("# [[overrides]]")
    block, after = commented.split("\n\n", 1)
    assert read_board(f"{before}[[overrides]]{block.replace('# ', '')}\n\n{after}").overrides
