"""For every authority and every measure: what its neighbours come to holds everything that the hidden figures allow."""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from math import prod
from statistics import median

import pytest
from duckdb import DuckDBPyConnection

from metrics.benchmarks import Area, comparators_for
from metrics.benchmarks.boundaries import standing_for
from metrics.catalogue import read_catalogue
from metrics.judge.neighbours import FEWEST
from tests.benchmarks.raw import Possible, Reported, with_rates, years_of
from tests.benchmarks.tables import published_files

MEASURES = sorted({each.benchmark for each in read_catalogue().values() if each.benchmark})
ENUMERATED = 625
"""With more ways than this (five to the fourth), the two ends and some by lot are tried."""
NOW, BEFORE = date(2026, 11, 24), date(2018, 12, 31)
Tables = dict[str, dict[int, dict[str, Reported]]]


@pytest.fixture(scope="module")
def tables() -> Tables:
    found: Tables = {}
    for path in published_files():
        found.update(years_of(path))
    if not found:
        pytest.skip("the published tables are not beside this repository, in ../shared/data/benchmarks/published")
    with_rates(found)
    return found


def pooled(codes: Sequence[str], said: dict[str, Reported], measure: str) -> tuple[Possible, str]:
    """What several authorities' figure can be when they are taken as one."""
    each = [said[code] for code in codes]
    names = " + ".join(codes)
    if len({one.sent_by for one in each}) == 1:
        return each[0].values, each[0].sent_by
    if not all(one.counts and one.of for one in each):
        return (), names
    scale = 10_000 if measure.endswith("_rate") else 100 if measure.endswith(("_pct", "_rate_fte")) else 1
    whole = sum(one.of or 0 for one in each)
    return tuple(scale * sum(counts) / whole for counts in product(*(one.counts for one in each))), names


def possible(listed: Sequence[str], said: dict[str, Reported], measure: str) -> list[Possible]:
    """What the figure of each neighbour can be, a joint return once, those left out of which nothing can be told."""
    found: dict[str, Possible] = {}
    for code in listed:
        others = standing_for(code)
        if code in said:
            values, name = said[code].values, said[code].sent_by
        elif others and all(each in said for each in others):
            values, name = pooled(others, said, measure)
        else:
            continue
        if values:
            found[name] = values
    return list(found.values())


def ways(figures: list[Possible]) -> Iterator[tuple[float, ...]]:
    if prod(map(len, figures)) <= ENUMERATED:
        yield from product(*figures)
        return
    yield tuple(map(min, figures))
    yield tuple(map(max, figures))
    lot = random.Random(len(figures))
    yield from (tuple(lot.choice(each) for each in figures) for _ in range(40))


def holds(cursor: DuckDBPyConnection, tables: Tables, model: str, on: date, codes: Sequence[str]) -> int:
    """Check every measure of some authorities by one list of neighbours. Returns how many results there were."""
    lists: dict[str, list[str]] = {}
    for area, code in cursor.execute(
        "select area_code, neighbour_code from neighbours where model = ? order by rank", [model]
    ).fetchall():
        lists.setdefault(area, []).append(code)
    results = 0
    for code in codes or lists:
        area = Area(code=code, name=code, region_code="", region_name="", neighbour_models=(model,))
        for measure, (_, _, near) in comparators_for(cursor, MEASURES, area, on).items():
            if near.year is None or near.found is None:
                continue
            figures = possible(lists[code], tables[measure][near.year], measure)
            assert near.found.returns == len(figures), (code, measure)
            if len(figures) < FEWEST:
                assert near.found.low is None
                continue
            made = [median(way) for way in ways(figures)]
            assert (near.found.low, near.found.high) == pytest.approx((min(made), max(made)), abs=1e-9), (code, measure)
            results += 1
    return results


def test_of_all_153_authorities(everything_published: DuckDBPyConnection, tables: Tables) -> None:
    assert holds(everything_published, tables, "2025", NOW, ()) > 153 * 0.9 * len(MEASURES)


@pytest.mark.parametrize(
    ("model", "on", "codes"),
    [
        pytest.param("2021", NOW, ("830", "860", "884", "891", "893", "925", "926", "940"), id="Cumbria_as_the_two_it_became"),
        pytest.param("2025", BEFORE, ("888", "895", "908", "370", "371"), id="the_two_as_Cumbria_or_Northamptonshire"),
    ],
)
def test_across_authorities_that_merged_or_were_divided(
    everything_published: DuckDBPyConnection, tables: Tables, model: str, on: date, codes: tuple[str, ...]
) -> None:
    assert holds(everything_published, tables, model, on, codes) > len(codes)


def test_the_figure_of_a_divided_authority_is_that_of_its_parts_together(everything_published: DuckDBPyConnection) -> None:
    area = Area(code="830", name="Derbyshire", region_code="", region_name="", neighbour_models=("2025", "2021"))
    found = comparators_for(everything_published, ["cp_plans_rate"], area, NOW)["cp_plans_rate"]
    assert [each.kind for each in found] == ["england", "region", "neighbours", "neighbours_before"]
    before = found[3]
    assert before.label == "Statistical neighbours, list of 2021"
    assert "across new boundaries: Cumbria from Cumberland and Westmorland and Furness" in before.note
    assert before.note.endswith("stand in the list of 2025 too")
    assert (before.published, before.of) == (10, 10)
