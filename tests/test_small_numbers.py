"""Small numbers on the board's own pages: a breakdown in a store, what stands in place of a hidden number, the setting."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from dashboard.breakdown_parts import TOO_FEW, groups
from metrics import words
from metrics.board import read_board
from metrics.board.privacy import SmallNumbers
from metrics.catalogue import indicator
from metrics.close_up import by_group
from metrics.coverage import State
from metrics.crossed import ALL, Crossing, CrossTable, without_small
from metrics.figures import Figure, figures
from metrics.intake import read_delivery
from metrics.periods import parse_period
from metrics.small_numbers import together
from metrics.store import Store
from tests.conftest import BOARD, csv_of

QUARTER, TODAY = parse_period("2026/27 Q2"), date(2026, 11, 24)
OPEN = indicator("cp_plans_open")
KINDS = ["NEG"] * 8 + ["EMO"] * 9 + ["PHY"] * 3
ROWS = [f"C{at} | F{at} | 2026-05-01 | | {each}" for at, each in enumerate(KINDS)]
PLANS = "\n".join(["child_id | family_id | start_date | end_date | category", *ROWS])


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Twenty plans are open on 30 September: eight for neglect, nine for emotional abuse, three for physical abuse."""
    with Store.create(tmp_path_factory.mktemp("small") / "store.duckdb", BOARD) as store:
        sent = read_delivery(
            csv_of("cp_plans", PLANS),
            agency="council",
            board=store.board,
            key=store.key,
            dataset="cp_plans",
            covers_from=date(2026, 4, 1),
            as_at=date(2026, 9, 30),
            received_at=datetime(2026, 10, 20),
        )
        store.accept(sent)
        yield store


@pytest.fixture
def found(held: Store) -> dict[str, Figure]:
    return {each.group or "": each for each in by_group(held, OPEN, QUARTER, "category", today=TODAY)}


def test_a_small_number_is_hidden_with_one_more_and_all_that_was_counted_for_it(found: dict[str, Figure]) -> None:
    assert {group: each.value for group, each in found.items()} == {
        "Emotional abuse": 9,
        "Neglect": None,
        "Physical abuse": None,
    }
    gone = found["Physical abuse"]
    assert (gone.state, gone.numerator, gone.denominator, gone.families) == (State.SUPPRESSED, None, None, None)


def test_what_is_hidden_stands_last_for_its_place_would_say_how_large_it_is(found: dict[str, Figure]) -> None:
    assert list(found) == ["Emotional abuse", "Neglect", "Physical abuse"]


def test_it_is_said_in_words_what_hidden_means(found: dict[str, Figure]) -> None:
    gone = found["Neglect"]
    assert words.gap(gone.state, gone.waiting_for) == "Hidden: 1 to 5, or a number that would give one away"


def test_on_the_page_a_hidden_number_has_no_bar_and_no_number(found: dict[str, Figure]) -> None:
    html = groups(list(found.values()), OPEN, "Category", "Q2 2026/27", SmallNumbers())
    physical = html[html.index("Physical abuse") :]
    assert "hidden" in physical
    assert "width" not in physical
    assert ">3<" not in html
    assert "hidden: 1 to 5, or a number that would give one away. A nought is shown as 0." in html
    every = [each.model_copy(update={"state": State.SUPPRESSED}) for each in found.values()]
    assert TOO_FEW in groups(every, OPEN, "Category", "Q2 2026/27", SmallNumbers())


def test_the_whole_figure_and_the_command_of_scripts_stay_exact(held: Store) -> None:
    exact = figures(held, [OPEN], [QUARTER], by="category", today=TODAY)
    assert {each.value for each in exact} >= {8, 9, 3}
    assert figures(held, [OPEN], [QUARTER], today=TODAY)[0].value == 20


@pytest.mark.parametrize(
    ("setting", "shown"),
    [("hide_to = 10", set()), ('on_screen = "nothing"', {9.0, 8.0, 3.0}), ("hide_to = 5", {9.0})],
)
def test_the_board_chooses_how_much_is_hidden_and_where(held: Store, setting: str, shown: set[float]) -> None:
    held.set_board(f"{BOARD}\n[small_numbers]\n{setting}\n")
    found = by_group(held, OPEN, QUARTER, "category", today=TODAY)
    assert {each.value for each in found if each.value is not None} == shown


@pytest.mark.parametrize("setting", ["hide_to = 6", 'on_screen = "all"', "hide = 5"])
def test_a_setting_that_nobody_knows_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match=r"The board file cannot be used: .*small_numbers"):
        read_board(f"{BOARD}\n[small_numbers]\n{setting}\n")


def test_the_numbers_of_a_financial_year_are_looked_at_together_where_they_add_up() -> None:
    contacts = indicator("contacts")
    assert [each.label for each in together(contacts, QUARTER)] == [*(f"2026/27 Q{each}" for each in range(1, 5)), "2026/27"]
    months = together(contacts, parse_period("2026-08"))
    assert [each.label for each in months[5:]] == ["2026-07", "2026-08", "2026-09"]
    assert together(OPEN, QUARTER) == (QUARTER,)


def crossing(value: float, share: float | None = None) -> Crossing:
    return Crossing(value=value, share=share, state=State.VALUE)


def test_of_a_crossed_table_a_hidden_total_stands_last_and_leaves_no_share() -> None:
    rows = (
        (ALL, (crossing(60), crossing(40, 66.7), crossing(20, 33.3))),
        ("Health", (crossing(40), crossing(30, 75), crossing(10, 25))),
        ("Police", (crossing(20), crossing(10, 50), crossing(10, 50))),
    )
    table = without_small(CrossTable(columns=(ALL, "Advice", "Referral"), rows=rows), {("Health", ALL), ("Police", "Advice")})
    assert [name for name, _ in table.rows] == [ALL, "Police", "Health"]
    health, police = dict(table.rows)["Health"], dict(table.rows)["Police"]
    assert (health[0].state, health[1].value, health[1].share) == (State.SUPPRESSED, 30, None)
    assert (police[1].state, police[1].share, police[2].share) == (State.SUPPRESSED, None, 50)
