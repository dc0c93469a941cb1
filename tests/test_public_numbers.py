"""Which whole figures a public paper hides: small ones, and those from which a small one could be worked out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.board.privacy import SmallNumbers
from metrics.catalogue import read_catalogue
from metrics.coverage import State
from metrics.figures import Figure
from metrics.judge.hiding import CannotBeHidden, Leak
from metrics.periods import parse_period
from metrics.public.numbers import hidden_whole, refuse_leaks_of
from metrics.small_numbers import hidden

QUARTERS = tuple(f"{year} Q{quarter}" for year in ("2024/25", "2025/26") for quarter in range(1, 5))
COUNT, SHARE = "missing_episodes", "conferences_within_15_days"


def figure(name: str, period: str, number: float, of: float | None = None) -> Figure:
    days = parse_period(period)
    value = number if of is None else 100 * number / of if of else None
    return Figure(
        indicator=name,
        period=period,
        first_day=days.first_day,
        last_day=days.last_day,
        group=None,
        value=value,
        numerator=number,
        denominator=of,
        families=None,
        state=State.VALUE if value else State.ZERO if value == 0 else State.NO_CASES,
        waiting_for=None,
        data_to=days.last_day,
    )


def run(name: str, *numbers: float) -> list[Figure]:
    return [figure(name, period, number) for period, number in zip(QUARTERS, numbers, strict=False)]


def gone(*runs: list[Figure], **more: frozenset[tuple[str, str]]) -> set[tuple[str, str]]:
    """The figures that are hidden, those of a year that was added up left out."""
    held = {each[0].indicator: each for each in runs}
    found = hidden_whole(held, read_catalogue(), 5, **more)
    return {(name, period) for name, period in found if any(each.period == period for each in held[name])}


def test_a_small_number_is_hidden_and_a_nought_is_not() -> None:
    assert gone(run(COUNT, 12, 5, 0)) == {(COUNT, "2024/25 Q2")}


@pytest.mark.parametrize(
    ("number", "of", "is_hidden"),
    [(3, 61, True), (57, 60, True), (60, 60, False), (0, 60, False), (0, 4, True), (30, 60, False)],
)
def test_a_share_is_hidden_where_few_are_in_it_or_left_out_or_it_is_of_few(number: float, of: float, is_hidden: bool) -> None:
    assert gone([figure(SHARE, QUARTERS[0], number, of)]) == ({(SHARE, QUARTERS[0])} if is_hidden else set())


def test_a_quarter_that_the_year_would_give_away_takes_the_latest_with_it() -> None:
    assert gone(run(COUNT, 12, 3, 9, 14)) == {(COUNT, "2024/25 Q2"), (COUNT, "2024/25 Q4")}


def test_a_year_that_is_not_over_gives_nothing_away() -> None:
    assert gone(run(COUNT, 12, 3, 9)) == {(COUNT, "2024/25 Q2")}


def test_children_counted_once_do_not_add_up_to_a_year() -> None:
    assert gone(run("children_missing_from_home", 12, 3, 9, 14)) == {("children_missing_from_home", "2024/25 Q2")}


def test_the_year_is_hidden_where_every_quarter_of_it_is_out_already() -> None:
    name, printed = COUNT, frozenset((COUNT, each) for each in QUARTERS[:3])
    quarters = run(name, 12, 8, 9, 3)
    found = hidden_whole({name: quarters}, read_catalogue(), 5, printed=printed)
    assert found == {(name, "2024/25 Q4"), (name, "2024/25")}


def test_a_number_and_its_rate_are_hidden_together() -> None:
    plans = [figure("cp_plans_open", QUARTERS[0], 4)]
    rate = [figure("cp_plans_open_rate", QUARTERS[0], 4).model_copy(update={"denominator": 50_000.0, "value": 0.8})]
    assert gone(plans, rate) == {("cp_plans_open", QUARTERS[0]), ("cp_plans_open_rate", QUARTERS[0])}


def test_plans_open_at_two_dates_give_the_few_that_ended_between_them_away() -> None:
    stock, started, ended = run("cp_plans_open", 40, 48), run("cp_plans_started", 9, 11), run("cp_plans_ended", 8, 3)
    found = gone(stock, started, ended)
    assert ("cp_plans_ended", QUARTERS[1]) in found
    assert len(found) >= 2


def test_what_an_earlier_issue_hid_stays_hidden() -> None:
    place = (COUNT, QUARTERS[0])
    assert gone(run(COUNT, 9), before=frozenset({place})) == {place}
    assert gone(run(COUNT, 0), before=frozenset({place})) == {place}


def test_a_paper_that_prints_what_is_small_is_refused() -> None:
    exact = {COUNT: run(COUNT, 12, 3, 9)}
    with pytest.raises(Leak, match="1 small numbers would have been printed"):
        refuse_leaks_of(exact, exact, read_catalogue(), 5, frozenset())


def test_a_quarter_without_a_case_is_said_and_is_no_hidden_number() -> None:
    quarters = [
        figure(SHARE, period, *parts) for period, parts in zip(QUARTERS, ((30, 60), (40, 70), (0, 0), (20, 50)), strict=False)
    ]
    assert gone(quarters) == set()
    refuse_leaks_of({SHARE: quarters}, {SHARE: quarters}, read_catalogue(), 5, frozenset())


def test_a_paper_from_which_a_hidden_number_can_be_worked_out_is_refused() -> None:
    exact = run(COUNT, 12, 3, 9, 14)
    shown = [hidden(each, SmallNumbers()) if each.value == 3 else each for each in exact]
    with pytest.raises(Leak, match="could be worked out"):
        refuse_leaks_of({COUNT: exact}, {COUNT: shown}, read_catalogue(), 5, frozenset())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 14), min_size=8, max_size=8), st.lists(st.integers(0, 14), min_size=8, max_size=8))
def test_hiding_never_loosens_from_one_issue_to_the_next_and_never_leaks(first: list[int], second: list[int]) -> None:
    catalogue = read_catalogue()
    try:
        before = hidden_whole({COUNT: run(COUNT, *first)}, catalogue, 5)
        quarters = run(COUNT, *second)
        shut = hidden_whole({COUNT: quarters}, catalogue, 5, before=before)
    except CannotBeHidden:
        return
    assert before & {(COUNT, each) for each in QUARTERS} <= shut
    shown = [hidden(each, SmallNumbers()) if (COUNT, each.period) in shut else each for each in quarters]
    refuse_leaks_of({COUNT: quarters}, {COUNT: shown}, catalogue, 5, shut)
