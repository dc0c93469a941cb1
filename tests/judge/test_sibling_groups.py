"""What a few large families do to a figure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.judge.chance import exact
from metrics.judge.compare import estimate
from metrics.judge.sibling_groups import Family, estimate_by_family, exact_between, more_than_chance, without_one
from metrics.judge.status import StatusRule, judge_by_rule
from metrics.judge.targets import Resolved


def status(value: float, *_: float) -> str:
    return judge_by_rule(value, "smaller", Resolved(kind="fixed", number=4), StatusRule(amber=30)).mark


# 216 children on plans; 12 have been for two years or more, five of them brothers and sisters.
PLANS = [Family(5, 5), *[Family(1, 1)] * 5, Family(2, 2), *[Family(0, 2)] * 101]


def test_red_becomes_green_without_the_largest_family_and_amber_without_the_next() -> None:
    found = without_one("percent", PLANS, status)
    assert found is not None
    assert (found.said, found.otherwise, found.families) == ("red", ("amber", "green"), 7)
    assert found.share_of_largest == 0.7


@pytest.mark.parametrize(
    ("large", "target", "words"),
    [
        (5, 4, "red becomes green without one family"),
        (5, 3, "red becomes amber without one family"),
        (1, 2, "no one family decides it"),
    ],
)
def test_what_is_said_of_it(large: int, target: float, words: str) -> None:
    families = [Family(large, large), *[Family(1, 1)] * 7, *[Family(0, 2)] * 100]
    found = without_one(
        "percent",
        families,
        lambda value, *_: judge_by_rule(value, "smaller", Resolved(kind="fixed", number=target), StatusRule(amber=30)).mark,
    )
    assert found is not None
    assert found.words == words


@pytest.mark.parametrize(
    ("unit", "population", "value", "without"),
    [("count", None, 12, {7, 11}), ("rate_per_10000", 50_000, 2.4, {1.4, 2.2}), ("percent", None, 100, {100})],
)
def test_every_unit_is_judged_whole_and_without_each(
    unit: str, population: float | None, value: float, without: set[float]
) -> None:
    seen: list[float] = []
    families = [Family(5, 5), *[Family(1, 1)] * 7]
    without_one(unit, families, lambda value, *_: seen.append(round(value, 9)) or "said", population=population)
    assert (seen[0], set(seen[1:])) == (value, without)


def test_what_the_largest_make_up_is_rounded_and_not_said_of_fewer_than_five_families() -> None:
    few = without_one("percent", [*[Family(2, 2)] * 4, *[Family(0, 2)] * 9], lambda *_: "said")
    assert few is not None
    assert few.share_of_largest is None
    assert few.families == 4


@pytest.mark.parametrize(
    ("unit", "families"),
    [
        pytest.param("percent", [Family(1, 2)] * 4, id="four_families"),
        pytest.param("rate_per_10000", [Family(1)] * 9, id="a_rate_without_its_population"),
        pytest.param("ratio", [Family(1, 2)] * 9, id="an_amount"),
        pytest.param("count", [], id="nobody"),
        pytest.param("percent", [*[Family(1, 2)] * 4, Family(0, 0)], id="a_family_that_has_no_part"),
    ],
)
def test_nothing_is_said_where_too_few_families_are_behind_it(unit: str, families: list[Family]) -> None:
    assert without_one(unit, families, lambda *_: "said") is None


def test_children_who_come_alone_vary_as_chance_would_have_them() -> None:
    alone = [Family(1, 1)] * 6 + [Family(0, 1)] * 14
    assert more_than_chance("count", [Family(1)] * 12) == 1
    assert more_than_chance("percent", alone) == pytest.approx(20 / 19)
    assert estimate_by_family("count", [Family(1)] * 12) == estimate("count", 12, None)


def test_an_interval_by_family_is_wider() -> None:
    by_child, by_family = estimate("percent", 12, 214), estimate_by_family("percent", PLANS)
    assert by_child is not None
    assert by_family is not None
    assert by_family.lower < by_child.lower
    assert by_family.upper > by_child.upper
    counted = estimate_by_family("count", [Family(4)] * 5)
    assert counted is not None
    assert counted[:3] == pytest.approx((20, 4 * exact(5).lower, 4 * exact(5).upper))  # type: ignore[operator]  # above nought
    rated = estimate_by_family("rate_per_10000", [Family(4)] * 5, population=50_000)
    assert rated is not None
    assert rated[:3] == pytest.approx(tuple(each / 5 for each in counted[:3]))


@pytest.mark.parametrize(("numerator", "found"), [(0, 3), (3, 3)])
def test_where_all_or_none_are_in_the_numerator_the_sizes_alone_decide(numerator: int, found: float) -> None:
    assert more_than_chance("percent", [Family(numerator, 3)] * 6) == found


def test_an_interval_between_whole_numbers_lies_between_theirs() -> None:
    assert exact_between(4.0) == pytest.approx(exact(4))
    assert exact(4).upper < exact_between(4.5)[1] < exact(5).upper


def test_nothing_to_count_has_no_interval() -> None:
    assert estimate_by_family("ratio", [Family(1, 2)]) is None
    assert estimate_by_family("percent", []) is None
    assert more_than_chance("count", []) == more_than_chance("percent", []) == 1


FAMILIES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=5, max_size=30)


@settings(deadline=None)
@given(FAMILIES)
def test_what_could_be_said_otherwise_is_what_some_figure_without_one_family_would_be_called(
    parts: list[tuple[int, int]],
) -> None:
    families = [Family(min(pair), max(pair)) for pair in parts]
    seen: list[str] = []
    found = without_one("percent", families, lambda value, *_: seen.append("high" if value > 50 else "low") or seen[-1])
    if found is not None:
        assert found.said == seen[0]
        assert set(found.otherwise) == set(seen[1:]) - {seen[0]}
