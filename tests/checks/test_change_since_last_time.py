"""Spec: when a file differs so much from the one before it that its sender is asked to look, and when not."""

from datetime import date

import pytest

from metrics.checks import read_checks
from metrics.store import Store
from tests.checks.edge import Edge
from tests.checks.reading import problems_of

YEAR = (date(2024, 4, 1), date(2025, 3, 31))
NEXT = (date(2024, 7, 1), date(2025, 6, 30))
MONTH = (date(2025, 6, 1), date(2025, 6, 30))


CONFERENCES = "child_id | start_date | conference_date\nA | 2025-04-10 | 2025-05-10\nB | 2025-04-10 | 2025-05-10"


def fired(rule: str, now: str, before: str, covers: tuple[date, date] = NEXT, dataset: str = "cp_plans") -> list[str]:
    edge = Edge(now, [], before=before, covers=covers, before_covers=YEAR, dataset=dataset)
    return [each.sentence for each in problems_of(read_checks()[f"every_dataset/{rule}"], edge, STORE[0])[0]]


STORE: list[Store] = []


@pytest.fixture(autouse=True)
def the_store(empty_store: Store) -> None:
    STORE[:] = [empty_store]


def plans(count: int, start: str, end: str = "") -> str:
    lines = [f"C{each} | {start} | {end} | NEG | 0" for each in range(count)]
    return "\n".join(["child_id | start_date | end_date | category | previous_plans", *lines])


OPEN = "2023-04-10"


def _with_ended(rows: str, end: str) -> str:
    return rows + "".join(f"\nE{each} | {OPEN} | {end} | NEG | 0" for each in range(20))


@pytest.mark.parametrize(("now", "before"), [(26, 20), (14, 19), (15, 21), (12, 20), (20, 15), (14, 20), (1, 20), (20, 1)])
def test_more_than_a_quarter_more_or_fewer_open_cases_are_told(now: int, before: int) -> None:
    found = fired("open_cases_changed", plans(now, OPEN), plans(before, OPEN))
    assert len(found) == (max(now, before) >= 20)
    assert all(f"{now} were open; the last file had {before}" in each for each in found)


@pytest.mark.parametrize(("now", "before"), [(25, 20), (15, 20), (20, 20), (19, 10), (20, 0), (0, 20)])
def test_a_quarter_or_less_small_numbers_and_none_at_all_are_not_told(now: int, before: int) -> None:
    """None at all is another rule's; under 20, two or three families make such a difference."""
    listed = plans(max(now, 1), OPEN if now else "2025-07-01")
    assert not fired("open_cases_changed", listed, plans(before or 1, OPEN if before else "2025-04-01"))


def test_a_case_that_begins_on_a_files_last_day_is_open_on_it() -> None:
    found = fired("open_cases_changed", plans(26, "2025-06-30"), plans(20, "2025-03-31"))
    assert ["26 were open; the last file had 20" in each for each in found] == [True]


def test_a_case_that_ends_the_day_after_a_files_last_day_is_open_on_it() -> None:
    found = fired("open_cases_changed", plans(26, OPEN, "2025-07-01"), plans(20, OPEN, "2025-04-01"))
    assert ["26 were open; the last file had 20" in each for each in found] == [True]


@pytest.mark.parametrize("ended", [("2025-06-30", ""), ("2025-06-29", ""), ("", "2025-03-31"), ("", "2025-03-30")])
def test_a_case_that_has_ended_by_a_files_last_day_is_not_open_on_it(ended: tuple[str, str]) -> None:
    now, before = (_with_ended(plans(20, OPEN), each) if each else plans(20, OPEN) for each in ended)
    assert not fired("open_cases_changed", now, before)


@pytest.mark.parametrize(("now", "before"), [(26, 20), (14, 20), (20, 15), (1, 20), (20, 1)])
def test_more_than_a_quarter_more_or_fewer_new_cases_are_told(now: int, before: int) -> None:
    found = fired("new_cases_changed", plans(now, "2025-05-10"), plans(before, "2025-02-10"))
    assert [f"lists {now} new; the last file listed {before}" in each for each in found] == [True]


@pytest.mark.parametrize(("now", "before"), [(25, 20), (15, 20), (20, 20), (19, 10), (20, 0), (0, 20)])
def test_new_cases_that_change_by_a_quarter_or_less_are_not_told(now: int, before: int) -> None:
    assert not fired(
        "new_cases_changed",
        plans(max(now, 1), "2025-05-10" if now else OPEN),
        plans(before or 1, "2025-02-10" if before else OPEN),
    )


def test_a_month_is_held_against_as_many_days_of_the_year_before_it() -> None:
    """30 days: 20 began in the last 30 of the year, and 40 in all of it."""
    before = plans(20, "2025-03-02") + "\n" + "\n".join(f"D{each} | 2025-03-01 | | NEG | 0" for each in range(20))
    assert not fired("new_cases_changed", plans(20, "2025-06-01"), before, covers=MONTH)
    found = fired("new_cases_changed", plans(26, "2025-06-01"), before, covers=MONTH)
    assert ["In the last 30 days" in each and "lists 26 new" in each for each in found] == [True]


def test_referrals_have_nothing_that_is_open() -> None:
    def referrals(count: int, day: str) -> str:
        return "\n".join(["child_id | referral_date | source", *(f"C{each} | {day} | 1A" for each in range(count))])

    assert not fired("open_cases_changed", referrals(40, "2025-06-30"), referrals(20, "2025-03-31"), dataset="referrals")
    assert fired("new_cases_changed", referrals(40, "2025-06-30"), referrals(20, "2025-03-31"), dataset="referrals")


def test_a_file_that_lists_something_is_not_told_that_it_lists_nothing() -> None:
    assert not fired("empty_this_time", plans(1, OPEN), plans(20, OPEN))


def test_four_or_fewer_that_become_none_are_not_told() -> None:
    """A quarter without any is likely then."""
    assert not fired("empty_this_time", "child_id | start_date", plans(4, OPEN))
    assert fired("empty_this_time", "child_id | start_date", plans(5, OPEN))


def test_rows_that_are_no_cases_are_not_counted() -> None:
    """A file of posts has a row for each team and month: how many there are says nothing."""

    def teams(count: int, month: str) -> str:
        return "\n".join(["team | month", *(f"T{each} | {month}" for each in range(count))])

    assert not fired("new_cases_changed", teams(40, "2025-06"), teams(20, "2025-03"), dataset="workforce")


@pytest.mark.parametrize(("last_day", "told"), [(date(2025, 3, 30), 1), (date(2025, 3, 31), 0), (date(2025, 4, 1), 0)])
def test_a_file_is_older_when_it_reaches_less_far(last_day: date, told: int) -> None:
    assert len(fired("older_than_the_last", plans(1, OPEN), plans(1, OPEN), covers=(date(2024, 4, 1), last_day))) == told


def test_a_first_file_has_nothing_to_be_held_against(empty_store: Store) -> None:
    for each in ("open_cases_changed", "new_cases_changed", "empty_this_time", "older_than_the_last"):
        edge = Edge(plans(30, OPEN), [], dataset="cp_plans")
        assert problems_of(read_checks()[f"every_dataset/{each}"], edge, empty_store)[0] == []


@pytest.mark.parametrize(
    ("counts", "told"), [("1" * 10, True), ("1" * 9, False), ("1" * 9 + "0", False), ("2" * 10, True), ("2" * 5, False)]
)
def test_ten_plans_without_a_first_one_among_them_are_told(counts: str, told: bool, empty_store: Store) -> None:
    """With one plan in four a second or later one, ten in a row are a one in a million."""
    lines = [f"C{each} | {OPEN} | | NEG | {previous}" for each, previous in enumerate(counts)]
    rows = "\n".join(["child_id | start_date | end_date | category | previous_plans", *lines, f"U | {OPEN} | | NEG | "])
    found = problems_of(read_checks()["cp_plans/no_first_plan"], Edge(rows, []), empty_store)[0]
    assert bool(found) == told


def test_as_many_conferences_as_plans_are_not_told(empty_store: Store) -> None:
    edge = Edge(
        plans(2, "2025-05-10"),
        [],
        beside={"section_47_enquiries": CONFERENCES},
    )
    assert problems_of(read_checks()["cp_plans/more_plans_than_conferences"], edge, empty_store)[0] == []


def test_where_agencies_number_children_in_their_own_ways_nothing_is_said_of_records_of_care(empty_store: Store) -> None:
    """Two of three missing from care are not known to the council: it may be the numbers."""
    rows = "episode_id | child_id | missing_from | returned_at | missing_from_care | placed_out_of_area"
    for count, told in ((1, 1), (2, 0)):
        lines = [f"E{each} | U{each} | 2025-05-11 10:00 | 2025-05-12 10:00 | yes | no" for each in range(count)]
        known = "K | known | 2025-05-11 10:00 | 2025-05-12 10:00 | yes | no"
        in_care = {"looked_after_periods": "child_id | start_date\nknown | 2024-05-10"}
        edge = Edge("\n".join([rows, known, *lines]), [], beside=in_care)
        assert len(problems_of(read_checks()["missing_episodes/not_in_care_records"], edge, empty_store)[0]) == told
