"""What neighbours come to when some figures are hidden: checked by trying everything that the hidden figures can be."""

import csv
from collections import defaultdict
from itertools import product
from pathlib import Path
from statistics import fmean, median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.judge.compare import Estimate
from metrics.judge.neighbours import Neighbour, beside, hidden_share, switched, together


def published(*values: float) -> list[Neighbour]:
    return [Neighbour(f"P{at}", each, each) for at, each in enumerate(values)]


def hidden(*denominators: int) -> list[Neighbour]:
    return [Neighbour(f"H{at}", *hidden_share(each)) for at, each in enumerate(denominators)]


PLANS = st.lists(st.integers(3, 200), min_size=1, max_size=4)
SHARES = st.lists(st.integers(0, 200).map(lambda each: each / 10), min_size=4, max_size=9)


@settings(max_examples=60, deadline=None)
@given(SHARES, PLANS, st.sampled_from(["median", "mean"]))
def test_the_range_is_exactly_what_the_hidden_figures_can_make(shares: list[float], plans: list[int], method: str) -> None:
    found = together([*published(*shares), *hidden(*plans)], method)  # type: ignore[arg-type]  # cases as text
    possible = product(*([100 * each / of for each in range(1, 6) if each <= of] for of in plans))
    made = [(median if method == "median" else fmean)([*shares, *each]) for each in possible]
    assert (found.low, found.high) == pytest.approx((min(made), max(made)))


def test_every_authority_has_the_value_that_the_hidden_figures_allow_within_its_range(shared: Path) -> None:
    """All 153, plans of two years or more, every year: each hidden count in turn as one, as five, and as three."""
    folder = shared / "data" / "benchmarks"
    by_year: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    listed: dict[str, list[str]] = defaultdict(list)
    with (folder / "statistical_neighbours.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            listed[row["la_code"]].append(row["neighbour_code"])
    with (folder / "benchmarks_long.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["measure"] == "cp_2plus_years_pct" and row["la_code"]:
                by_year[row["period"]][row["la_code"]] = row
    plans = {(year, code): row["denominator"] for year, rows in by_year.items() for code, row in rows.items()}
    checked = 0
    for year, rows in by_year.items():
        for codes in listed.values():
            known = [_read(code, rows.get(code), plans.get((year, code))) for code in codes]
            found = together(known)
            if found.low is None or found.high is None:
                continue
            for at in (0.0, 0.5, 1.0):
                values = [
                    each.low + at * (each.high - each.low) for each in known if each.low is not None and each.high is not None
                ]
                assert found.low - 1e-9 <= median(values) <= found.high + 1e-9
            checked += 1
    assert len(listed) == 153
    assert checked > 1000


def _at(low: float | None, high: float | None, at: float) -> float:
    assert low is not None
    assert high is not None
    return low + at * (high - low)


def _read(code: str, row: dict[str, str] | None, plans: str | None) -> Neighbour:
    if row is None:
        return Neighbour(code, because="with no return that year")
    if row["value"]:
        return Neighbour(code, float(row["value"]), float(row["value"]))
    if row["value_status"] == "c" and plans:
        return Neighbour(code, *hidden_share(float(plans)))
    return Neighbour(code, because=row["value_status"])


@pytest.mark.parametrize(
    ("neighbours", "low", "high"),
    [
        pytest.param(published(1, 2, 3, 4), None, None, id="four_are_too_few"),
        pytest.param(published(1, 2, 3, 4, 9), 3, 3, id="five_are_enough"),
        pytest.param([*published(1, 2, 3, 4), *hidden(100)], 2, 3, id="four_and_one_hidden"),
        pytest.param([*published(1, 2, 3, 4), Neighbour("X", because="not available")], None, None, id="one_left_out"),
    ],
)
def test_nothing_is_said_of_fewer_than_five(neighbours: list[Neighbour], low: float | None, high: float | None) -> None:
    found = together(neighbours)
    assert (found.low, found.high) == (low, high)


def test_a_joint_return_is_counted_once() -> None:
    joint = [Neighbour(each, 90, 90, return_id="314 / 318") for each in ("314", "318")]
    found = together([*published(1, 2, 3, 4, 5), *joint], "mean")
    assert found.value == pytest.approx((15 + 90) / 6)
    assert (found.published, found.returns) == (7, 6)
    assert found.words == "mean of neighbours: 7 of 7 published; a joint return is counted once"


def test_what_was_made_of_it_is_said() -> None:
    found = together([*published(*range(7)), *hidden(100, 50), Neighbour("X", because="not available")])
    assert found.words == (
        "median of neighbours: 7 of 10 published; 2 hidden, taken as 1 to 5 children each; left out: 1 not available"
    )
    assert together(published(1, 2)).words == "only 2 of 2 neighbours have a figure: 5 are needed"


@pytest.mark.parametrize(
    ("own", "found"),
    [
        pytest.param(Estimate(4, 3.9, 4.1, "wilson"), "cannot_tell", id="inside_the_range"),
        pytest.param(Estimate(3, 2.9, 3.1, "wilson"), "cannot_tell", id="on_its_end"),
        pytest.param(Estimate(2, 1.9, 2.1, "wilson"), "better", id="below_it"),
        pytest.param(Estimate(6, 5.5, 6.5, "wilson"), "worse", id="above_it"),
        pytest.param(Estimate(2, 1, 4, "wilson"), "cannot_tell", id="below_but_the_interval_reaches_into_it"),
        pytest.param(Estimate(2, 1, 9, "wilson"), "similar", id="the_interval_holds_all_of_it"),
        pytest.param(None, "cannot_tell", id="no_figure"),
    ],
)
def test_an_area_beside_a_range(own: Estimate | None, found: str) -> None:
    neighbours = [Neighbour(str(each), 3, 5) for each in range(6)]
    assert beside(own, together(neighbours), "smaller") == found


def test_without_neighbours_nothing_can_be_told() -> None:
    assert beside(Estimate(2, 1, 3, "wilson"), together([]), "smaller") == "cannot_tell"


@pytest.mark.parametrize(
    ("quarter", "shown"),
    [(0, ()), (1, ("2021",)), (9, ("2021",)), (10, ("2025", "2021")), (13, ("2025", "2021")), (14, ("2025",))],
)
def test_both_models_stand_side_by_side_for_four_quarters_after_a_switch(quarter: int, shown: tuple[str, ...]) -> None:
    assert switched([("2025", 10), ("2021", 1)], quarter) == shown


@pytest.mark.parametrize(("of", "low", "high"), [(100, 1, 5), (4, 25, 100), (1, 100, 100)])
def test_a_hidden_share_lies_between_one_child_and_five(of: int, low: float, high: float) -> None:
    assert hidden_share(of) == pytest.approx((low, high))
