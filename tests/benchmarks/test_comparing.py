"""England, the region and statistical neighbours beside one area."""

from datetime import date
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from metrics.benchmarks import Area, Comparator, children, comparators, comparators_for, load_published
from tests.benchmarks.tables import ENGLAND, LOADED_AT, LONDON, Write, authority

D5 = "CPP_At31,2_years_or_more,2_years_or_more_percent"
MEASURE = "cp_2plus_years_pct"
NEIGHBOURS = [str(code) for code in range(901, 911)]
SEABOROUGH = Area(code="990", name="Seaborough", region_code="E12000007", region_name="London", neighbour_models=("2025",))


@pytest.fixture
def neighbours(cursor: DuckDBPyConnection, tmp_path: Path) -> None:
    ranked = ",".join(f"SN_{rank},SN_{rank}P" for rank in range(1, 11))
    links = ",".join(f"{code},Close " for code in NEIGHBOURS)
    path = tmp_path / "neighbours.csv"
    path.write_text(f"old_la_code,la_name,{ranked}\n990,Seaborough,{links}\n", encoding="utf-8-sig")
    load_published(cursor, path, LOADED_AT)


def against_neighbours(
    cursor: DuckDBPyConnection, write: Write, percentages: list[str], names: list[str] | None = None
) -> Comparator:
    codes = names or NEIGHBOURS
    rows = [(2025, authority(code, code), f"100,1,{text}") for code, text in zip(codes, percentages, strict=False)]
    load_published(cursor, write(D5, *rows), LOADED_AT)
    return comparators(cursor, MEASURE, SEABOROUGH, date(2025, 12, 12))[2]


def test_england_the_region_and_neighbours_come_in_that_order(cursor: DuckDBPyConnection, write: Write) -> None:
    load_published(cursor, write(D5, (2025, ENGLAND, "1,1,2.3"), (2025, LONDON, "1,1,3.5")), LOADED_AT)
    england, region, near = comparators(cursor, MEASURE, SEABOROUGH, date(2025, 12, 12))
    assert (england.label, england.value, england.note) == ("England", 2.3, "2025; published")
    assert (region.label, region.value, region.period_end) == ("London", 3.5, date(2025, 3, 31))
    assert (near.kind, near.value, near.status) == ("neighbours", None, "none")


@pytest.mark.parametrize(
    ("on", "year"),
    [(date(2025, 3, 30), 2024), (date(2025, 3, 31), 2025), (date(2030, 1, 1), 2025)],
)
def test_the_newest_year_that_had_ended_is_the_one_compared(
    cursor: DuckDBPyConnection, write: Write, on: date, year: int
) -> None:
    load_published(cursor, write(D5, (2024, ENGLAND, "1,1,2.1"), (2025, ENGLAND, "1,1,2.3")), LOADED_AT)
    assert comparators(cursor, MEASURE, SEABOROUGH, on)[0].year == year


def test_before_the_first_published_year_there_is_no_comparator_and_the_note_says_why(
    cursor: DuckDBPyConnection, write: Write
) -> None:
    load_published(cursor, write(D5, (2025, ENGLAND, "1,1,2.3")), LOADED_AT)
    england = comparators(cursor, MEASURE, SEABOROUGH, date(2020, 1, 6))[0]
    assert (england.value, england.status) == (None, "none")
    assert england.note == "No published figure for England on or before 6 January 2020 is loaded."


def test_a_suppressed_region_is_not_a_missing_one(cursor: DuckDBPyConnection, write: Write) -> None:
    load_published(cursor, write(D5, (2025, LONDON, "1,c,c")), LOADED_AT)
    region = comparators(cursor, MEASURE, SEABOROUGH, date(2025, 12, 12))[1]
    assert (region.value, region.status) == (None, "c")
    assert region.note == "2025; suppressed because the number is small"


@pytest.mark.usefixtures("neighbours")
def test_neighbours_are_the_median_of_the_published_ones(cursor: DuckDBPyConnection, write: Write) -> None:
    near = against_neighbours(cursor, write, ["1", "2", "3", "4", "5", "6", "7", "100", "x", "x"])
    assert (near.value, near.low, near.high) == (4.5, None, None)
    assert (near.published, near.of, near.status) == (8, 10, "median")
    assert near.note == "2025; median of neighbours: 8 of 10 published; left out: 2 not available"


@pytest.mark.usefixtures("neighbours")
def test_a_hidden_share_is_one_to_five_children_and_makes_the_median_a_range(cursor: DuckDBPyConnection, write: Write) -> None:
    near = against_neighbours(cursor, write, ["1", "2", "3", "4", "5", "6", "7", "100", "c", "c"])
    assert (near.value, near.low, near.high, near.status) == (None, 3.5, 5.0, "range")
    assert near.note == "2025; median of neighbours: 8 of 10 published; 2 hidden, taken as 1 to 5 children each"


@pytest.mark.usefixtures("neighbours")
def test_a_range_whose_ends_are_one_is_a_figure(cursor: DuckDBPyConnection, write: Write) -> None:
    near = against_neighbours(cursor, write, ["0.5", "0.5", "0.5", "0.5", "0.5", "0.5", "c"])
    assert (near.value, near.low, near.status) == (0.5, None, "median")


@pytest.mark.usefixtures("neighbours")
def test_a_hidden_share_of_an_unknown_number_is_left_out(cursor: DuckDBPyConnection, write: Write) -> None:
    rows = [(2025, authority(code, code), f"{of},c,c") for code, of in zip(NEIGHBOURS, ["100"] * 5 + ["c"] * 2, strict=False)]
    load_published(cursor, write(D5, *rows), LOADED_AT)
    near = comparators(cursor, MEASURE, SEABOROUGH, date(2025, 12, 12))[2]
    assert (near.low, near.high) == (1, 5)
    assert "left out: 2 suppressed because the number is small, 3 with no return that year" in near.note


@pytest.mark.usefixtures("neighbours")
def test_a_sum_of_which_one_part_is_hidden_is_no_small_number(cursor: DuckDBPyConnection, write: Write) -> None:
    columns = "ICPC,Duration_0-10_days,Duration_11-15_days,Duration_16-20_days,Duration_21+_days,Section47,Section47_rate"
    rows = [(2025, authority(code, code), "100,c,60,c,20,1,1") for code in NEIGHBOURS]
    load_published(cursor, write(columns, *rows), LOADED_AT)
    near = comparators(cursor, "icpc_15wd_pct", SEABOROUGH, date(2025, 12, 12))[2]
    assert (near.low, near.status) == (None, "too_few")


@pytest.mark.usefixtures("neighbours")
def test_four_published_neighbours_are_too_few(cursor: DuckDBPyConnection, write: Write) -> None:
    near = against_neighbours(cursor, write, ["1", "2", "3", "4", "u", "u", "u", "x", "z"])
    assert (near.value, near.published, near.status) == (None, 4, "too_few")
    assert near.note == (
        "2025; only 4 of 10 neighbours have a figure: 5 are needed; left out: "
        "3 of low reliability, 1 not available, 1 not applicable, 1 with no return that year"
    )


@pytest.mark.usefixtures("neighbours")
def test_five_published_neighbours_are_enough_and_a_zero_is_one(cursor: DuckDBPyConnection, write: Write) -> None:
    assert against_neighbours(cursor, write, ["0", "0", "1", "2", "3"]).value == 1


@pytest.mark.usefixtures("neighbours")
def test_neighbours_that_send_one_joint_return_are_counted_once(cursor: DuckDBPyConnection, write: Write) -> None:
    names = ["901 / 902", *NEIGHBOURS[2:6]]
    near = against_neighbours(cursor, write, ["9", "1", "2", "3", "4"], names)
    assert (near.value, near.published) == (3, 6)
    assert "a joint return is counted once" in near.note


@pytest.mark.usefixtures("neighbours")
def test_the_area_itself_and_authorities_that_are_not_neighbours_are_left_out(cursor: DuckDBPyConnection, write: Write) -> None:
    near = against_neighbours(cursor, write, ["1"] * 10 + ["99", "99"], [*NEIGHBOURS, SEABOROUGH.code, "950"])
    assert (near.value, near.published) == (1, 10)


def test_without_a_list_of_neighbours_the_note_says_what_to_load(cursor: DuckDBPyConnection) -> None:
    near = comparators(cursor, MEASURE, SEABOROUGH, date(2025, 12, 12))[2]
    assert near.note == "The 2025 list of statistical neighbours for Seaborough is not loaded."


def test_many_measures_at_once_say_the_same_as_one_at_a_time(cursor: DuckDBPyConnection, write: Write) -> None:
    load_published(cursor, write(D5, (2025, ENGLAND, "49420,1130,2.3")), LOADED_AT)
    measures = [MEASURE, "cp_plans_number", "nobody_publishes_this"]
    on = date(2025, 12, 12)
    together = comparators_for(cursor, measures, SEABOROUGH, on)
    assert together == {measure: comparators(cursor, measure, SEABOROUGH, on) for measure in measures}
    assert [line.status for line in together["nobody_publishes_this"]] == ["none"] * 3


@pytest.mark.parametrize(
    ("on", "mid_year", "exact"),
    [
        (date(2024, 3, 31), 2023, True),
        (date(2024, 4, 1), 2024, True),
        (date(2025, 3, 31), 2024, True),
        (date(2025, 4, 1), 2024, False),
        (date(2031, 1, 1), 2024, False),
    ],
)
def test_a_financial_year_takes_the_mid_year_inside_it_or_the_latest_before(
    cursor: DuckDBPyConnection, write: Write, on: date, mid_year: int, exact: bool
) -> None:
    area = authority("990", "Seaborough")
    rows = [(2023, area, "Children,49000"), (2024, area, "Children,50000"), (2025, area, "Children,x")]
    load_published(cursor, write("age_group,population_estimate", *rows), LOADED_AT)
    found = children(cursor, "990", on)
    assert found is not None
    assert (found.mid_year, found.exact) == (mid_year, exact)


def test_no_population_is_guessed_from_a_later_year(cursor: DuckDBPyConnection, write: Write) -> None:
    row = (2024, authority("990", "Seaborough"), "Children,50000")
    load_published(cursor, write("age_group,population_estimate", row), LOADED_AT)
    assert children(cursor, "990", date(2024, 3, 31)) is None
