"""Across agencies: the way from missing to heard and its leak, contacts to outcomes, conferences, one fact by two agencies."""

import pytest

from metrics.across.conferences import conferences
from metrics.across.contacts import outcomes
from metrics.across.missing import Step, Way, leak_of, ways
from metrics.across.same_fact import Compared, Side, same_facts
from metrics.catalogue import indicator
from metrics.explain import across as explain_across
from metrics.figures import figures
from metrics.periods import parse_period
from metrics.store import Store

LAST, BEFORE = parse_period("2026/27 Q2"), parse_period("2026/27 Q1")


def way(*counts: int | None) -> Way:
    steps = tuple(Step(name=f"step {at}", who=f"agency {at}", count=count) for at, count in enumerate(counts))
    return Way(period="2026/27 Q1", steps=steps, gap="Not received", short_gap="not received", provisional=False)


@pytest.mark.parametrize(
    ("counts", "lost", "named"),
    [
        pytest.param((50, 48, 20, 18), 28, "“step 1” and “step 2”. Ask agency 2", id="in_the_middle"),
        pytest.param((50, 10, 9, 9), 40, "“step 0” and “step 1”. Ask agency 1", id="at_once"),
        pytest.param((9, 9, 9, 8), 1, "1 of 9 is lost", id="one"),
        pytest.param((9, 9, 9, 9), None, "", id="nobody"),
        pytest.param((9, None, None, None), None, "", id="the_second_agency_has_not_sent"),
    ],
)
def test_the_largest_leak_is_named_with_whom_to_ask(counts: tuple[int | None, ...], lost: int | None, named: str) -> None:
    found = leak_of(way(*counts))
    assert (found.lost if found else None) == lost
    assert found is None or named in found.words


def test_a_way_that_cannot_be_followed_says_why_and_one_without_a_leak_says_so() -> None:
    assert explain_across.leak(way(9, None)) == "Q1 2026/27: the way cannot be followed. Not received."
    assert explain_across.leak(way(9, 9)) == "Q1 2026/27: no child was lost between coming back and being heard."


def test_the_steps_are_the_indicators_own_numbers(store: Store) -> None:
    newest, before, *_ = ways(store, LAST)
    assert [each.count is None for each in newest.steps] == [False, True, True, True, True]
    assert newest.gap.startswith("Not received: Compass Return Interviews")
    names = ("return_interviews_offered", "return_interviews_held", "return_interviews_within_72_hours")
    offered, held, in_time = (figures(store, [indicator(each)], [BEFORE])[0] for each in names)
    counts = [each.count for each in before.steps]
    assert counts[0] == offered.denominator
    assert counts[2:] == [offered.numerator, held.numerator, in_time.numerator]
    assert [each.who for each in before.steps] == ["Marlow Vale Police", *["Compass Return Interviews"] * 4]
    found = leak_of(before)
    assert found is not None
    assert found.after.name == "heard in an interview"


def test_contacts_by_agency_and_outcome_add_up_to_all_contacts(store: Store) -> None:
    found, whole = outcomes(store, LAST), figures(store, [indicator("contacts")], [LAST])[0]
    assert sum(each.contacts for each in found.sources) == whole.numerator
    for each in found.sources:  # what is too small to be shown is left out, with as much more as hides it
        shown = sum(filter(None, each.by_outcome))
        assert shown == each.contacts if None not in each.by_outcome else shown < each.contacts
    assert found.sources[0].agency == "Police"
    referred = figures(store, [indicator("contacts_became_referrals")], [LAST])[0].numerator
    place = found.outcomes.index("Became a referral to children's social care")
    assert sum(each.by_outcome[place] or 0 for each in found.sources) == referred
    assert "2,018 contacts in Q2 2026/27; most are made by police" in explain_across.contacts(found)


def test_the_agency_that_came_least_often_stands_first(store: Store) -> None:
    found = conferences(store, LAST)
    shares = [each.attended.value or 0 for each in found.agencies]
    assert shares == sorted(shares)
    assert explain_across.attendance(found).startswith("Least often came probation: to 15 of 49")


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (12, 9, "3 more by council than by schools"),
        (9, 12, "3 more by schools than by council"),
        (9, 9, "both say the same"),
        (None, 9, "one of the two is not there"),
    ],
)
def test_the_difference_of_two_reports_in_words(first: int | None, second: int | None, said: str) -> None:
    sides = [Side(who=who, what="", indicator="", count=each) for who, each in (("Council", first), ("Schools", second))]
    found = Compared(name="", first=sides[0], second=sides[1], if_different="", provisional=False)
    assert found.words == said
    assert "still change" not in said


def test_every_fact_is_reported_by_both_agencies_of_the_sample(store: Store) -> None:
    for each in same_facts(store, LAST):
        assert each.first.count is not None, each.name
        assert each.second.count is not None, each.name
        assert each.difference == each.first.count - each.second.count
    early = parse_period("2022/23 Q1")
    assert all(each.difference is None for each in same_facts(store, early))
    assert outcomes(store, early).gap
    assert conferences(store, early).gap
