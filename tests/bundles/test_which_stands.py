"""Spec: an agency may go from files to bundles and back; for each period the source that reaches furthest, then the newest."""

from datetime import date, datetime

from metrics.coverage import State
from metrics.periods import Period, parse_period
from metrics.store import Store
from tests.bundles.conftest import PLANS, REFERRALS, YEAR, bundle_of, figure, prepared, read, rows, take
from tests.conftest import BOARD

Q1, Q4, NEXT = parse_period("2024/25 Q1"), parse_period("2024/25 Q4"), parse_period("2025/26 Q1")
ONE_PLAN = "\n".join(PLANS.strip().splitlines()[:2])
LATER = (date(2025, 4, 1), date(2025, 6, 30))
JULY = datetime(2025, 7, 10)
TODAY = date(2025, 7, 31)


def plans_open(store: Store, period: Period) -> float | None:
    return figure(store, "cp_plans_open", period, today=TODAY).value


def test_a_newer_bundle_stands_in_place_of_the_files_of_the_same_days(outside: Store) -> None:
    take(outside, rows(outside, "cp_plans", PLANS))
    assert plans_open(outside, Q4) == 2
    take(outside, read(outside, bundle_of(cp_plans=ONE_PLAN), came=JULY))
    found = figure(outside, "cp_plans_open", Q4, today=TODAY)
    assert (found.value, found.prepared_by) == (1, ("council",))


def test_a_newer_file_stands_in_place_of_a_bundle_of_the_same_days(outside: Store) -> None:
    take(outside, read(outside, bundle_of(cp_plans=ONE_PLAN)))
    assert plans_open(outside, Q4) == 1
    take(outside, rows(outside, "cp_plans", PLANS, came=JULY))
    found = figure(outside, "cp_plans_open", Q4, today=TODAY)
    assert (found.value, found.prepared_by) == (2, ())


def test_files_of_earlier_days_stand_beside_a_bundle_of_later_ones(outside: Store) -> None:
    take(outside, rows(outside, "cp_plans", PLANS))
    take(outside, read(outside, bundle_of(cp_plans=ONE_PLAN, days=LATER), came=JULY))
    assert [plans_open(outside, each) for each in (Q1, Q4, NEXT)] == [2, 2, 1]


def test_the_records_stay_as_they_were_when_a_bundle_comes(outside: Store) -> None:
    take(outside, rows(outside, "cp_plans", PLANS))
    take(outside, read(outside, bundle_of(cp_plans=ONE_PLAN, days=LATER), came=JULY))
    with outside.cursor() as cursor:
        assert cursor.execute("select count(*) from cp_plans").fetchall()[0][0] == 3


def test_a_bundle_that_reaches_less_far_does_not_stand_in_place_of_one_that_covers_the_period(outside: Store) -> None:
    take(outside, read(outside, bundle_of(cp_plans=PLANS)))
    take(outside, read(outside, bundle_of(cp_plans=ONE_PLAN, days=(date(2024, 4, 1), date(2025, 2, 15))), came=JULY))
    assert plans_open(outside, Q4) == 2
    assert plans_open(outside, parse_period("2025-01")) == 1


def test_what_lies_half_in_one_and_half_in_another_is_not_covered(outside: Store) -> None:
    first, second = (date(2024, 4, 1), date(2024, 9, 30)), (date(2024, 10, 1), date(2025, 3, 31))
    take(outside, read(outside, bundle_of(referrals=REFERRALS, days=first)))
    take(outside, read(outside, bundle_of(referrals=REFERRALS, days=second), came=JULY))
    year = figure(outside, "referrals", parse_period("2024/25"), today=TODAY)
    assert year.state is State.NOT_COVERED
    assert "separate parts" in (year.waiting_for or "")
    assert "prepared again from all its files at once" in (year.waiting_for or "")
    assert figure(outside, "referrals", Q4, today=TODAY).value == 2


def test_what_needs_two_files_that_were_prepared_apart_is_not_covered(outside: Store) -> None:
    visits = "child_id | visited_on\nA1 | 2025-03-25"
    take(outside, read(outside, bundle_of(cp_plans=PLANS)))
    take(outside, read(outside, bundle_of(cp_visits=visits), came=JULY))
    found = figure(outside, "cp_visits_in_time", Q4, today=TODAY)
    assert found.state is State.NOT_COVERED
    take(outside, read(outside, bundle_of(cp_plans=PLANS, cp_visits=visits), came=JULY))
    assert figure(outside, "cp_visits_in_time", Q4, today=TODAY).denominator == 2


def test_a_run_of_days_that_is_no_calendar_period_is_not_covered(outside: Store) -> None:
    take(outside, read(outside, bundle_of(referrals=REFERRALS)))
    found = figure(outside, "referrals", parse_period("2025-03-01 to 2025-03-14"), today=TODAY)
    assert found.state is State.NOT_COVERED
    assert "months, quarters and years" in (found.waiting_for or "")
    assert figure(outside, "referrals", parse_period("2024/25 academic"), today=TODAY).value == 2


def test_a_period_without_a_case_is_nought_and_not_missing(outside: Store) -> None:
    take(outside, read(outside, bundle_of(referrals=REFERRALS)))
    assert figure(outside, "referrals", parse_period("2024/25 Q2"), today=TODAY).state is State.ZERO
    assert figure(outside, "referrals", NEXT, today=TODAY).state is not State.ZERO


def test_a_file_that_was_empty_inside_is_nought_outside(inside: Store, outside: Store) -> None:
    take(inside, rows(inside, "referrals", "child_id | referral_date"))
    take(outside, read(outside, prepared(inside)))
    assert figure(outside, "referrals", Q4, today=TODAY).state is State.ZERO


TWO_SENDERS = BOARD.replace('role = "police"\nsends = [', 'role = "police"\nsends = ["contacts", ')
CONTACTS = "child_id | contact_date\nC1 | 2025-01-10\nC2 | 2025-02-10"


def test_the_records_of_one_agency_and_the_bundle_of_another_are_added() -> None:
    assert TWO_SENDERS != BOARD
    with Store.in_memory(TWO_SENDERS) as inside, Store.in_memory(TWO_SENDERS) as outside:
        take(inside, rows(inside, "contacts", CONTACTS))
        from_police = rows(outside, "contacts", "child_id | contact_date\nC9 | 2025-03-01")
        submissions = tuple(each.model_copy(update={"agency": "police"}) for each in from_police.submissions)
        take(outside, from_police.model_copy(update={"agency": "police", "submissions": submissions}))
        take(outside, rows(outside, "contacts", "child_id | contact_date\nC1 | 2025-01-10"))
        assert figure(outside, "contacts", Q4, today=TODAY).value == 2
        take(outside, read(outside, prepared(inside), came=JULY))
        found = figure(outside, "contacts", Q4, today=TODAY)
        assert (found.value, found.prepared_by) == (3, ("council",))
        assert figure(outside, "contacts", Q4, today=TODAY, known_at=JULY).value == 3


def test_the_year_that_the_bundle_covers_is_that_of_its_files(outside: Store) -> None:
    take(outside, read(outside, bundle_of(cp_plans=PLANS)))
    with outside.cursor() as cursor:
        days = cursor.execute("select covers_from, covers_to, bundle <> '' from submissions").fetchall()
    assert days == [(*YEAR, True)]
