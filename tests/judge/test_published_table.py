"""A published table of 42 indicators as a test bed: rows read, directions reproduced, letters too or their contradiction named.

The rows stand in the shared folder. The tables here name the rows that are not simply as the key would have them.
"""

import csv
from pathlib import Path

import pytest

from metrics.judge.published_table import Held, PublishedRow, hold, read_row, warnings_of

CONTRADICTIONS = {
    "FS/S5": "from 12 to 8, target 10: gives no letter (the target is worse than the figure before",
    "FS/S11": "from 9.2 to 10.4, target 9.2: gives no letter (the target is the figure before",
    "FS/C18": "from none to 10.6, target 10: gives no letter (no figure before",
    "CES/S1-2 (Annual)": "from none to -15, target 25: gives no letter (the target is a place among authorities",
    "CES/S15": "from none to 19.5, target 22.8: gives no letter (no figure before",
    "CES/S16": "from none to -1.66, target -1.14: gives no letter (no figure before",
    "CES/S1": "from 93 to 93, target 95: gives R; printed GA; the ratio of result to target gives GA",
    "CES/S26": "from none to 10, target 11: gives no letter (no figure before",
    "CES/S27-2": "from none to -0.72, target -0.68: gives no letter (no figure before",
}
SLIPS = {
    "FS/C14 (Annual)": "unit: per 10,000, where the Youth Justice Board publishes per 100,000",
    "FS/C18": "unit: the target is a percentage and the result is printed without one",
    "FS/S12": "period: a quarter by its name, and Apr 2016 - Mar 2017 by its period",
    "CES/S11-1": "polarity: smaller is better, of something that more is wanted of",
    "CES/S1-2 (Annual)": "polarity: a gap with its sign: bigger is better only while it is below nought",
}


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[PublishedRow]:
    path = shared / "data" / "scorecards" / "barnet_cels_2016_17.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [read_row(each) for each in csv.DictReader(file)]


@pytest.fixture(scope="module")
def held(rows: list[PublishedRow]) -> dict[str, Held]:
    return {each.ref: hold(each) for each in rows}


def test_every_row_is_read_with_its_letter(rows: list[PublishedRow]) -> None:
    assert len(rows) == 42
    assert [each.letter for each in rows] == [dict(each.printed)["rag"] for each in rows]
    assert sum(each.letter != "" for each in rows) == 29


def test_every_direction_of_travel_is_reproduced(held: dict[str, Held]) -> None:
    assert [each.ref for each in held.values() if not each.is_direction_reproduced] == []


def test_every_letter_is_reproduced_or_its_contradiction_named(held: dict[str, Held]) -> None:
    assert {
        ref: each.contradiction for ref, each in held.items() if not each.is_letter_reproduced
    }.keys() == CONTRADICTIONS.keys()
    for ref, said in CONTRADICTIONS.items():
        assert said in held[ref].contradiction
        assert f"printed {held[ref].letter}" in held[ref].contradiction


def test_no_one_rule_gives_every_letter(held: dict[str, Held]) -> None:
    """By the share of improvement FS/S7 is right and CES/S1 wrong; by the ratio to the target it is the other way about."""
    assert (held["FS/S7"].letter, held["FS/S7"].by_improvement, held["FS/S7"].by_ratio) == ("R", "R", "GA")
    assert (held["CES/S1"].letter, held["CES/S1"].by_improvement, held["CES/S1"].by_ratio) == ("GA", "R", "GA")


def test_the_slips_are_found_and_nothing_is_corrected(rows: list[PublishedRow], held: dict[str, Held]) -> None:
    found = {
        ref for ref, each in held.items() if any(slip.split(":")[0] in {"unit", "period", "polarity"} for slip in each.warnings)
    }
    assert found == SLIPS.keys()
    for ref, slip in SLIPS.items():
        assert slip in held[ref].warnings
    gap = next(each for each in rows if each.ref == "CES/S1-2 (Annual)")
    assert (gap.better, gap.result) == ("bigger", -15)


def test_benchmarks_two_years_older_are_said_to_be(held: dict[str, Held]) -> None:
    assert "benchmark: 2 years older than the result" in held["FS/S4"].warnings
    assert not any("older" in each for each in held["CES/S1"].warnings)


def printed(**cells: str) -> PublishedRow:
    usual = {
        "ref": "X1",
        "indicator": "Percentage of visits in time",
        "polarity": "Bigger is Better",
        "period": "As at 31 March 2017",
        "target_text": "80%",
        "result_text": "75% (GA)",
        "previous_text": "70%",
        "dot": "Improving",
        "benchmark_text": "No benchmark available",
    }
    return read_row(usual | cells)


@pytest.mark.parametrize(
    ("result", "number", "letter"),
    [
        ("44.0% (G)", 44, "G"),
        ("8 (GA)", 8, "GA"),
        ("43.7% G", 43.7, "G"),
        ("-15% (R)", -15, "R"),
        ("1,212 (RA)", 1212, "RA"),
        ("345", 345, ""),
        ("59% (Baseline Year)", 59, ""),
        ("Not available", None, ""),
    ],
)
def test_the_forms_in_which_results_are_printed(result: str, number: float | None, letter: str) -> None:
    row = printed(result_text=result)
    assert (row.result, row.letter) == (number, letter)


@pytest.mark.parametrize(
    ("cells", "direction"),
    [
        ({"result_text": "71%"}, "Improving"),
        ({"result_text": "70%"}, "Same"),
        ({"result_text": "69%"}, "Worsening"),
        ({"result_text": "69%", "polarity": "Smaller is Better"}, "Improving"),
        ({"polarity": "Monitor"}, "Monitor"),
        ({"previous_text": "New for 2016/17"}, "New for 2016/17"),
        ({"previous_text": "Not available"}, "Not available"),
    ],
)
def test_the_direction_of_travel(cells: dict[str, str], direction: str) -> None:
    assert hold(printed(**cells)).direction == direction


@pytest.mark.parametrize(
    ("cells", "letter"),
    [
        ({"result_text": "80%"}, "G"),
        ({"result_text": "78%"}, "GA"),
        ({"result_text": "77%"}, "RA"),
        ({"result_text": "76.5%"}, "RA"),
        ({"result_text": "76.4%"}, "R"),
        ({"target_text": "Monitor"}, ""),
        ({"result_text": "Not available"}, ""),
    ],
)
def test_the_letter_by_the_share_of_improvement(cells: dict[str, str], letter: str) -> None:
    assert hold(printed(**cells)).by_improvement == letter


def test_the_benchmarks_beside_a_row_are_read() -> None:
    row = printed(benchmark_text="England: 548.3 London: 477.9 Statistical Neighbours: 467.48 (2014/15, LAIT)")
    assert row.benchmarks == (("england", 548.3), ("region", 477.9), ("neighbours", 467.48))
    assert row.benchmark_year == 2015


def test_a_target_that_differs_from_its_own_benchmark_is_said_to() -> None:
    row = printed(
        target_text="In line with statistical neighbours (currently 15.6%)", benchmark_text="Statistical Neighbours: 15.64%"
    )
    assert "target: 15.6, where the benchmark beside it is 15.64" in warnings_of(row)


def test_a_polarity_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="'Up' is not a polarity"):
        printed(polarity="Up")
