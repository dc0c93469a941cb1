"""What a reader can work out from a published table: the published cases, and everything tried on small tables."""

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.judge.recovery import MOST, read_publication, recover


def one_way(cells: list[int | None], total: int, **more: Any) -> dict[str, Any]:
    return {"tables": [{"type": "one_way", "id": "a", "cells": cells, "total": total}], **more}


def test_every_published_case(shared: Path) -> None:
    cases = json.loads((shared / "data" / "judging" / "publication_cases.json").read_text("utf-8"))
    assert cases
    for case in cases:
        found = recover(read_publication(case["publication"]))
        assert found.is_safe == case["expected_safe"], case["name"]
        assert found.exact == (case["expected_recovered"] or {}), case["name"]


@pytest.mark.parametrize(
    ("cells", "total", "least", "ranges", "safe"),
    [
        ([12, None, 30], 45, 1, {"a/1": (3, 3)}, False),
        ([12, None, None], 14, 1, {"a/1": (1, 1), "a/2": (1, 1)}, False),
        ([12, None, None], 15, 1, {"a/1": (1, 2), "a/2": (1, 2)}, False),
        ([12, None, None], 16, 1, {"a/1": (1, 3), "a/2": (1, 3)}, True),
        ([12, None, None], 14, 0, {"a/1": (0, 2), "a/2": (0, 2)}, True),
        ([12, 3], 15, 1, {}, True),
    ],
)
def test_gaps_under_a_total(cells: list[int | None], total: int, least: int, ranges: dict[str, Any], safe: bool) -> None:
    found = recover(read_publication(one_way(cells, total, assume={"suppressed_min": least})))
    assert (found.ranges, found.is_safe) == (ranges, safe)


@pytest.mark.parametrize(
    ("value", "of", "decimals", "found"),
    [(4.9, 61, 1, (3, 3)), (5, 61, 0, (3, 3)), (50, 200, 0, (99, 101)), (0.6, 52_000, 1, (286, 338))],
)
def test_a_percentage_gives_its_count_away(value: float, of: int, decimals: int, found: tuple[int, int]) -> None:
    written = {
        "cells": {"n": None, "d": of},
        "ratios": [{"num": "n", "den": "d", "value": value, "decimals": decimals}],
    }
    assert recover(read_publication(written)).ranges["n"] == found


def test_a_percentage_may_give_its_denominator_away() -> None:
    written = {"cells": {"n": 3, "d": None}, "ratios": [{"num": "n", "den": "d", "value": 4.9, "decimals": 1}]}
    assert recover(read_publication(written)).ranges["d"] == (61, 61)


def test_a_rate_gives_its_count_away() -> None:
    ratio = {"num": "n", "den": "d", "value": 0.6, "decimals": 1, "per": 10_000}
    assert recover(read_publication({"cells": {"n": None, "d": 52_000}, "ratios": [ratio]})).exact == {"n": 3}


def test_a_cell_that_nothing_is_tied_to_is_not_bounded() -> None:
    assert recover(read_publication({"cells": {"n": None}})).ranges == {"n": (1, MOST)}


def test_numbers_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="contradict each other"):
        recover(read_publication(one_way([12, 3], 16)))


@settings(max_examples=40, deadline=None)  # trying every number takes its time
@given(
    st.lists(st.lists(st.integers(1, 3), min_size=3, max_size=3), min_size=2, max_size=3),
    st.sets(st.tuples(st.integers(0, 1), st.integers(0, 2)), min_size=1, max_size=4),
)
def test_the_ranges_are_what_trying_every_number_gives(table: list[list[int]], gaps: set[tuple[int, int]]) -> None:
    shown = [[None if (at, place) in gaps else value for place, value in enumerate(row)] for at, row in enumerate(table)]
    rows, columns = [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]
    written = {"type": "two_way", "id": "t", "cells": shown, "row_totals": rows, "col_totals": columns, "grand": sum(rows)}
    hidden, possible = sorted(gaps), []
    for tried in product(range(1, 8), repeat=len(hidden)):
        filled = [list(row) for row in table]
        for (at, place), value in zip(hidden, tried, strict=True):
            filled[at][place] = value
        if [sum(row) for row in filled] == rows and [sum(column) for column in zip(*filled, strict=True)] == columns:
            possible.append(tried)
    found = recover(read_publication({"tables": [written]})).ranges
    for number, (at, place) in enumerate(hidden):
        values = [each[number] for each in possible]
        assert found[f"t/{at}/{place}"] == (min(values), max(values))
