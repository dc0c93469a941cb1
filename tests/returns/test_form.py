"""Spec: what is typed is asked for, kept, checked and sent as any other return."""

from datetime import date, datetime

import pytest

from metrics.coverage import State
from metrics.periods import parse_period
from metrics.returns.form import Entries, Entry, asked_of, begun, checked, keep_draft, lacking, typed_delivery
from metrics.store import Store
from metrics.submission import Refused
from tests.returns.conftest import RECEIVED, RETURNED, Figured, Hand

Q1, Q2 = parse_period("2026/27 Q1"), parse_period("2026/27 Q2")
TODAY = date(2026, 10, 20)
HEAD = "indicator | period | numerator | denominator | status | note"
FULL = {
    "referrals": Entry(numerator=412),
    "referrals_rate": Entry(numerator=412),
    "assessments_within_45_days": Entry(numerator=3, denominator=4),
    "cp_plans_open": Entry(numerator=0),
    "re_referrals": Entry(status="no_analyst", note="The post is empty"),
    "social_worker_caseload": Entry(numerator=30.5, denominator=2),
}


def send(store: Store, entries: Entries, received_at: datetime = RECEIVED) -> None:
    store.accept(typed_delivery(store, store.board, store.board.agency("council"), Q2, entries, received_at=received_at))


def asked(store: Store) -> dict[str, tuple[str, Entry | None]]:
    found = asked_of(store, store.board.agency("council"), Q2, TODAY)
    return {each.indicator.id: (each.before, each.standing) for each in found}


def test_it_asks_what_the_board_file_names_in_its_order(store: Store) -> None:
    assert list(asked(store)) == RETURNED


def test_what_the_agency_said_of_the_period_before_stands_beside(store: Store, hand_in: Hand) -> None:
    hand_in(f"{HEAD}\nreferrals | 2026/27 Q1 | 5 | | |\nassessments_within_45_days | 2026/27 Q1 | 3 | 4 | |")
    hand_in(f"{HEAD}\ncp_plans_open | 2026/27 Q1 | | | nil_return |", received_at=datetime(2026, 10, 21))
    found = {name: before for name, (before, _) in asked(store).items()}
    assert found["referrals"] == "Q1 2026/27: 5"
    assert found["assessments_within_45_days"] == "Q1 2026/27: 75.0% (3 of 4)"
    assert found["cp_plans_open"] == "Q1 2026/27: there was nothing to return"
    assert found["re_referrals"] == "Q1 2026/27: nothing returned"


def test_what_is_typed_is_figures_and_reasons_like_those_of_a_file(store: Store, figure: Figured) -> None:
    send(store, FULL)
    assert [figure(each, "2026/27 Q2").value for each in RETURNED] == [412, pytest.approx(206), 75, 0, None, 15.25]
    assert figure("cp_plans_open", "2026/27 Q2").state is State.ZERO
    assert figure("re_referrals", "2026/27 Q2").state is State.NO_ANALYST
    with store.cursor() as cursor:
        assert cursor.execute("select format, dataset, agency from submissions").fetchall() == [("typed", "returns", "council")]


@pytest.mark.parametrize("name", RETURNED)
def test_a_blank_needs_a_reason(store: Store, name: str) -> None:
    rest = {each: entry for each, entry in FULL.items() if each != name}
    with pytest.raises(Refused, match="1 figure without a number or a reason"):
        send(store, rest)
    assert [each.id for each in lacking(asked_of(store, store.board.agency("council"), Q2, TODAY), rest)] == [name]
    send(store, rest | {name: Entry(status="late")})


def test_what_is_wrong_is_said_as_it_is_typed_and_stops_the_sending(store: Store) -> None:
    wrong = FULL | {"assessments_within_45_days": Entry(numerator=5, denominator=4)}
    assert {name: [each.rule for each in found] for name, found in checked(store, Q2, wrong, TODAY).items()} == {
        "assessments_within_45_days": ["more_than_the_whole"]
    }
    with pytest.raises(Refused, match="A share is part of its whole"):
        send(store, wrong)


def test_a_blank_field_is_not_complained_of_while_typing(store: Store) -> None:
    assert checked(store, Q2, {}, TODAY) == {}
    assert checked(store, Q2, {"referrals": Entry()}, TODAY) == {}


def test_a_note_alone_is_no_figure_and_no_reason(store: Store) -> None:
    assert "neither_figure_nor_reason" in str(checked(store, Q2, {"referrals": Entry(note="soon")}, TODAY))


def test_a_draft_is_kept_until_it_is_sent_and_seen_by_no_figure(store: Store, figure: Figured) -> None:
    some = {"referrals": Entry(numerator=9), "cp_plans_open": Entry()}
    keep_draft(store, "council", Q2, some)
    questions = asked_of(store, store.board.agency("council"), Q2, TODAY)
    assert begun(store, "council", Q2, questions) == {"referrals": Entry(numerator=9)}
    assert begun(store, "council", Q1, questions) == {}
    assert begun(store, "police", Q2, ()) == {}
    assert figure("referrals", "2026/27 Q2").state is State.AWAITING
    keep_draft(store, "council", Q2, {})
    assert store.draft("council", Q2.label) is None


def test_a_draft_outlives_the_program(store: Store) -> None:
    keep_draft(store, "council", Q2, FULL)
    path = store.path
    store.close()
    with Store.open(path) as again:
        assert begun(again, "council", Q2, ()) == FULL


def test_the_form_opens_on_what_stands_and_the_same_again_changes_nothing(store: Store) -> None:
    send(store, FULL)
    questions = asked_of(store, store.board.agency("council"), Q2, TODAY)
    assert begun(store, "council", Q2, questions) == FULL
    with pytest.raises(Refused, match="holds already"):
        send(store, FULL, datetime(2026, 10, 21))


def test_a_figure_may_be_corrected_and_set_back_again(store: Store, figure: Figured) -> None:
    for day, number in enumerate((5, 6, 5), start=21):
        send(store, FULL | {"referrals": Entry(numerator=number)}, datetime(2026, 10, day))
        assert figure("referrals", "2026/27 Q2").value == number
