"""Spec: a file is taken with a note, with a reason where it restates what the board has seen, or refused; each is kept."""

from datetime import date, datetime

import pytest

from metrics.board.held import board_text_on
from metrics.store import AlreadyReceived, Store
from metrics.submission import Delivery
from metrics.taking.deciding import NeedsReason, refuse, refused_files, take
from metrics.taking.preview import preview
from metrics.taking.quality import file_scores, without_problem
from metrics.taking.restating import restated_before
from tests.conftest import csv_of
from tests.intake.reading import delivery_of
from tests.store.deliveries import Plan, plans_delivery

YEAR = (date(2024, 4, 1), date(2025, 3, 31))
OPEN: list[Plan] = [("A", date(2024, 5, 1), None), ("B", date(2024, 6, 1), None)]
MORE: list[Plan] = [*OPEN, ("C", date(2024, 7, 1), None)]
IN_APRIL, IN_MAY = datetime(2025, 4, 10), datetime(2025, 5, 20)


def first() -> Delivery:
    return plans_delivery("first", IN_APRIL, YEAR, OPEN)


def corrected(plans: list[Plan] = MORE, at: datetime = IN_MAY) -> Delivery:
    return plans_delivery("corrected", at, YEAR, plans)


@pytest.fixture
def held(store: Store) -> Store:
    take(store, first())
    return store


def test_a_first_file_restates_nothing(store: Store) -> None:
    assert take(store, first(), note="The first file.").restated == ()
    assert [(each.note, each.reason) for each in file_scores(store)] == [("The first file.", "")]


def test_a_file_that_restates_what_the_board_has_seen_asks_for_a_reason_and_changes_nothing(held: Store) -> None:
    with pytest.raises(NeedsReason, match=r"changes .* figures that the board has already seen") as asked:
        take(held, corrected())
    assert len(file_scores(held)) == 1
    found = {(each.indicator, each.period): each for each in asked.value.restated}
    open_then = found["cp_plans_open", "2024/25 Q2"]
    assert (open_then.before.numerator, open_then.after.numerator) == (2, 3)
    assert ("cp_plans_open", "2024/25 Q1") not in found  # the plan was not yet open
    assert ("cp_plans_open", "2024/25 Q4") not in found  # the newest quarter due: the board has yet to see it


def test_the_reason_is_kept_with_the_file_and_beside_each_figure(held: Store) -> None:
    taken = take(held, corrected(), reason=" A plan had been left out. ")
    assert file_scores(held)[0].reason == "A plan had been left out."
    assert file_scores(held)[0].restated == len(taken.restated)
    kept = restated_before(held, "cp_plans_open", ["2024/25 Q2"])
    assert [(each.reason, each.value_before, each.value_after, each.agency) for each in kept] == [
        ("A plan had been left out.", 2, 3, "council")
    ]
    assert restated_before(held, "cp_plans_open", ["2024/25 Q1"]) == []
    assert {each.period for each in restated_before(held, "cp_plans_open")} == {"2024/25 Q2", "2024/25 Q3"}


def test_a_file_that_says_the_same_of_the_past_needs_no_reason(held: Store) -> None:
    assert take(held, corrected(OPEN)).restated == ()


def test_a_figure_that_the_board_has_yet_to_see_may_change_without_a_reason(held: Store) -> None:
    assert take(held, corrected([*OPEN, ("C", date(2025, 1, 10), None)])).restated == ()


def test_what_was_read_in_a_meeting_is_settled_from_that_day(store: Store) -> None:
    """The last quarter is looked at on 12 June: from then on a change of it is a restatement."""
    later: list[Plan] = [*OPEN, ("C", date(2025, 1, 10), None)]
    with store.cursor() as cursor:
        text = board_text_on(cursor)
    store.set_board(text.replace("[area]", "meetings = [2025-06-12, 2025-09-12]\n[area]", 1))
    take(store, first())
    with pytest.raises(NeedsReason) as asked:
        take(store, corrected(later, datetime(2025, 6, 12)))
    assert {each.shown for each in asked.value.restated} == {"at the meeting of 12 June 2025"}
    assert take(store, corrected(later, datetime(2025, 6, 11))).restated == ()


def test_the_preview_shows_the_same_figures_and_keeps_nothing(held: Store) -> None:
    shown = preview(held, corrected())
    taken = take(held, corrected(), reason="Left out.")
    assert shown.restated == taken.restated
    assert [each.turns for each in shown.changed] == sorted((each.turns for each in shown.changed), reverse=True)


def test_a_refused_file_is_kept_as_refused_with_its_reason_and_none_of_its_rows(held: Store) -> None:
    refuse(held, corrected(), note="It is last year's.", by="manager")
    found = refused_files(held)
    assert [(each.agency, each.note, each.refused_by, each.rows_read) for each in found] == [
        ("council", "It is last year's.", "manager", 3)
    ]
    assert len(file_scores(held)) == 1
    take(held, corrected(OPEN))  # it can still be taken


def test_a_file_is_not_refused_without_a_word(held: Store) -> None:
    with pytest.raises(ValueError, match="Say why"):
        refuse(held, corrected(), note="  ")


@pytest.mark.parametrize("what", ["note", "reason"])
def test_a_note_or_reason_that_nobody_would_read_is_too_long(store: Store, what: str) -> None:
    with pytest.raises(ValueError, match=f"The {what} may have 500 characters"):
        take(store, first(), **{what: "x" * 501})


def test_the_same_file_twice_is_told_as_before(held: Store) -> None:
    with pytest.raises(AlreadyReceived):
        take(held, first())


def test_the_score_is_the_share_of_rows_without_a_problem(store: Store) -> None:
    """Left out, in error and to check all count, once for each row; for information does not."""
    rows = """
    child_id | start_date | end_date   | category | previous_plans
    good     | 2024-04-10 |            | NEG      | 0
    good     | 2024-03-10 | 2024-04-02 | NEG      | 0
    out      | 2024-04-10 | 2024-04-09 | NEG      | 0
    error    | 2024-04-10 |            |          | 0
    both     | 2024-04-10 | 2024-04-10 |          |
    unread   | 2024-04-10 |            | BAD      | 0
    no day   |            |            | NEG      | 0
    outside  | 2023-04-10 | 2023-05-10 | NEG      | 0
    """
    read = delivery_of(csv_of("cp_plans", rows), dataset="cp_plans", covers_from=YEAR[0], as_at=YEAR[1])
    assert without_problem(read) == "3 of 8 rows without a problem: 37.5%."
    delivery = store.held_against(read)
    assert without_problem(delivery) == "2 of 8 rows without a problem: 25.0%."
    take(store, delivery)
    score = file_scores(store)[0]
    assert (score.rows_read, score.rows_faulty, score.share) == (8, 6, 25.0)
    assert dict(score.rules)["ends_outside_the_file"] == 1


def test_a_file_without_rows_has_no_score(store: Store) -> None:
    take(store, plans_delivery("none", IN_APRIL, YEAR, []))
    assert file_scores(store)[0].share is None
