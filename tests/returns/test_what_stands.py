"""Spec: a return says only what it says. The newest that names an indicator and a period stands whole for them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.catalogue import indicator
from metrics.coverage import State
from metrics.figures import figures
from metrics.periods import parse_period
from metrics.store import AlreadyReceived, Store
from metrics.taking.preview import preview
from tests.returns.conftest import BOARD, Figured, Hand, groups, read

LATER, LATEST = datetime(2026, 11, 1), datetime(2026, 11, 20)
HEAD = "indicator | period | group_by | group | numerator | status"


def test_the_newest_return_of_a_figure_stands(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026-09 | | | 5 |")
    hand_in(f"{HEAD}\nreferrals | 2026-09 | | | 6 |", received_at=LATER)
    assert figure("referrals", "2026-09").value == 6


def test_what_a_later_return_does_not_name_still_stands(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026-08 | | | 5 |\nreferrals | 2026-09 | | | 7 |\ncp_plans_open | 2026-08 | | | 90 |")
    hand_in(f"{HEAD}\nreferrals | 2026-07 | | | 4 |\nreferrals | 2026-09 | | | 8 |", received_at=LATER)
    assert [figure("referrals", each).value for each in ("2026-07", "2026-08", "2026-09")] == [4, 5, 8]
    assert figure("cp_plans_open", "2026-08").value == 90


def test_a_later_return_stands_whole_with_all_its_groups_and_no_others(hand_in: Hand, figure: Figured, store: Store) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026-09 | source | School | 5 |\nreferrals | 2026-09 | source | Police | 4 |")
    assert figure("referrals", "2026-09").value == 9
    hand_in(f"{HEAD}\nreferrals | 2026-09 | source | School | 6 |", received_at=LATER)
    assert figure("referrals", "2026-09").value == 6
    assert {group: each.value for group, each in groups(store, "referrals", "2026-09", "source").items()} == {"School": 6}


def test_returns_of_two_agencies_do_not_replace_each_other(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nmissing_episodes | 2026-09 | | | 5 |", "police")
    hand_in(f"{HEAD}\nmissing_episodes | 2026-09 | | | 6 |", "health", LATER)
    assert figure("missing_episodes", "2026-09").value == 11


def test_a_reason_sent_later_takes_the_figure_back(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026-09 | | | 5 |")
    hand_in(f"{HEAD}\nreferrals | 2026-09 | | | | not_collected", received_at=LATER)
    assert figure("referrals", "2026-09").state is State.NOT_COLLECTED


def test_the_order_is_that_of_receiving_and_not_of_handing_in(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026-09 | | | 6 |", received_at=LATER)
    hand_in(f"{HEAD}\nreferrals | 2026-09 | | | 5 |")
    assert figure("referrals", "2026-09").value == 6


def test_the_board_can_see_what_it_knew_at_an_earlier_moment(hand_in: Hand, figure: Figured) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026-09 | | | 5 |")
    hand_in(f"{HEAD}\nreferrals | 2026-09 | | | 6 |", received_at=LATEST)
    assert figure("referrals", "2026-09", known_at=datetime(2026, 10, 1)).state is State.AWAITING
    assert figure("referrals", "2026-09", known_at=LATER).value == 5
    assert figure("referrals", "2026-09", known_at=LATEST).value == 6


def test_the_same_file_twice_is_recognised(hand_in: Hand) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026-09 | | | 5 |")
    with pytest.raises(AlreadyReceived):
        hand_in(f"{HEAD}\nreferrals | 2026-09 | | | 5 |", received_at=LATER)


def test_a_preview_shows_what_would_change_and_never_says_that_unnamed_figures_go(hand_in: Hand, store: Store) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026/27 Q2 | | | 5 |\ncp_plans_open | 2026/27 Q2 | | | 90 |")
    found = preview(store, read(store, f"{HEAD}\nreferrals | 2026/27 Q2 | | | 6 |", received_at=LATER), today=date(2026, 11, 2))
    assert [each.after.indicator.id for each in found.changed] == ["referrals", "referrals_rate"][:1]
    assert [(each.added, each.altered, each.gone) for each in found.moved] == [(0, 1, 0)]


NAMES, MONTHS = ("referrals", "cp_plans_open"), ("2026-07", "2026-08", "2026-09")
named = st.dictionaries(st.tuples(st.sampled_from(NAMES), st.sampled_from(MONTHS)), st.integers(1, 99), min_size=1)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(returns=st.lists(named, min_size=1, max_size=5), known=st.integers(0, 4))
def test_after_any_history_each_figure_is_the_last_that_was_said_of_it(
    returns: list[dict[tuple[str, str], int]], known: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first, said, then = datetime(2026, 10, 1), {}, {}
    with Store.create(tmp_path_factory.mktemp("history") / "store.duckdb", BOARD) as store:
        for place, each in enumerate(returns):
            rows = [f"{name} | {month} | | | {number + place * 100} |" for (name, month), number in each.items()]
            store.accept(read(store, "\n".join([HEAD, *rows]), received_at=first + timedelta(days=place)))
            said |= {key: number + place * 100 for key, number in each.items()}
            then = dict(said) if place <= known else then
        asked = [indicator(each) for each in NAMES], [parse_period(each) for each in MONTHS]
        now = figures(store, *asked, today=date(2027, 1, 1))
        before = figures(store, *asked, today=date(2027, 1, 1), known_at=first + timedelta(days=known, hours=1))
    assert {(each.indicator, each.period): each.value for each in now if each.value is not None} == said
    assert {(each.indicator, each.period): each.value for each in before if each.value is not None} == then
