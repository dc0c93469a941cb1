"""Every indicator, walked: its header, its query, its spec. The folder listing is the registry."""

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from metrics.benchmarks.files import FILES
from metrics.benchmarks.keep import RATES
from metrics.board import Board, read_board
from metrics.board.example import ROLES, example_board
from metrics.catalogue import BETWEEN, JOURNEY, Indicator, indicator, read_catalogue, read_indicator
from metrics.counting.shape import shape_of
from metrics.coverage import State
from metrics.datasets import contracts
from metrics.figures import figures_on
from metrics.measure import count, datasets_read, people
from metrics.periods import parse_period
from metrics.store import Store
from tests.conftest import delivered
from tests.indicators.awkward_rows import AWKWARD, COVERS

EVERY = pytest.mark.parametrize("name", read_catalogue())
SPECS = Path(__file__).parent / "indicators"
PUBLISHED = {figure.measure for file in FILES for figure in file.figures} | set(RATES)
PLACED_IN_TIME = ({"counts_on"}, {"counts_from", "counts_until"})
CASES_A_ROW = {
    "social_worker_turnover": 3,  # a team's leavers by month and of the year, and its workers in post
    "social_worker_absence": 2,  # a year of one and the last month of the other
    "three_placements": 2,  # a placement while the child has three in the year, and once no longer
    "cp_plans_by_duration": 5,  # a plan in each band
    "cp_reviews_in_time": 2,  # a plan while no review was late, and from then on
    "cp_visits_in_time": 4,  # each visit and each plan's start: while it is recent enough, and after
    "private_fostering_later_visits": 2,  # each visit of an arrangement
}
"""Cases that a row of what was sent may make, where it is more than one."""
LIFE = parse_period("2015-01-01 to 2029-12-31")


@pytest.fixture(scope="module")
def awkward(empty_store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor on the store with the awkward rows of every dataset in it."""
    delivery = delivered(empty_store, AWKWARD, COVERS)
    with empty_store.as_if_accepted(delivery, counting=False) as cursor:
        yield cursor


@pytest.fixture
def bare(empty_store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor on a store that nobody has sent anything."""
    with empty_store.cursor() as cursor:
        yield cursor


def text_of(name: str) -> str:
    found = indicator(name)
    return (files("metrics") / "indicators" / found.theme / f"{name}.sql").read_text(encoding="utf-8")


@EVERY
def test_the_header_says_what_a_reader_needs(name: str) -> None:
    found = indicator(name)
    for said in (found.title, found.asks, found.counts, found.numerator_is, found.source):
        assert said.strip(), f"{name} leaves something of its header empty"
    assert found.asks.endswith("?")
    assert found.counts.endswith(".")
    assert found.themes
    assert found.reviewed <= date(2030, 1, 1)
    assert bool(found.denominator_is) == (found.unit != "count")
    assert not found.settles or found.timing != "as_at"


def test_titles_are_told_apart_and_lines_of_a_theme_have_an_order() -> None:
    titles = [each.title for each in read_catalogue().values()]
    lines = [(each.theme, each.line) for each in read_catalogue().values()]
    assert len(set(titles)) == len(titles)
    assert len(set(lines)) == len(lines)


@EVERY
def test_the_theme_is_on_the_childs_journey(name: str) -> None:
    assert indicator(name).theme in JOURNEY
    assert indicator(name).theme_title


@EVERY
@pytest.mark.parametrize("board", [example_board(), (files("sample_data") / "board.toml").read_text(encoding="utf-8")])
def test_somebody_on_the_board_answers_for_it(name: str, board: str) -> None:
    assert read_board(board).owner(indicator(name).owner) is not None


@EVERY
def test_its_owner_is_a_role_that_an_agency_can_play(name: str) -> None:
    assert indicator(name).owner in ROLES


def test_every_dataset_has_awkward_rows_and_a_sender() -> None:
    assert set(AWKWARD) == set(contracts())
    assert {each.sender for each in contracts().values()} <= set(ROLES)


@EVERY
def test_it_has_a_published_comparator_or_says_why_not(name: str) -> None:
    found = indicator(name)
    assert bool(found.benchmark) != bool(found.no_benchmark_because), f"{name}: one of the two, and not both"
    if found.benchmark:
        assert found.benchmark in PUBLISHED


@EVERY
def test_its_query_binds_on_an_empty_store_and_reads_datasets_that_agencies_send(
    name: str, bare: duckdb.DuckDBPyConnection, board: Board
) -> None:
    shape = shape_of(bare, indicator(name))
    assert shape.has("case_id")
    assert any(days <= set(shape.columns) for days in PLACED_IN_TIME)
    reads = datasets_read(bare, indicator(name))
    assert reads
    assert reads <= set(contracts())
    assert all(board.senders(each) for each in reads)


@EVERY
def test_what_happened_has_a_day_and_what_is_open_has_two(name: str, bare: duckdb.DuckDBPyConnection) -> None:
    shape, timing = shape_of(bare, indicator(name)), indicator(name).timing
    if timing == "in_period":
        assert shape.has("counts_on")
    if timing == "as_at":
        assert shape.has("counts_from")
        assert not shape.has("counts_on")


@EVERY
def test_an_empty_store_gives_a_gap_and_never_a_number(name: str, bare: duckdb.DuckDBPyConnection) -> None:
    found = figures_on(bare, [indicator(name)], [parse_period("2025-03")], today=date(2030, 1, 1))
    assert [(each.value, each.state) for each in found] == [(None, State.AWAITING)]


@EVERY
def test_its_breakdowns_are_columns_of_its_query(name: str, bare: duckdb.DuckDBPyConnection) -> None:
    found = indicator(name)
    assert set(found.breakdowns) <= set(shape_of(bare, found).columns)
    assert all(called.strip() for called in found.breakdowns.values())


@EVERY
def test_the_middle_and_what_is_counted_once_are_asked_for_where_they_make_sense(
    name: str, bare: duckdb.DuckDBPyConnection
) -> None:
    found, shape = indicator(name), shape_of(bare, indicator(name))
    if found.statistic == "median":
        assert (found.unit, shape.has("counts_on"), shape.has("numerator")) == ("days", True, True)
    if shape.has("counted_as"):
        assert found.unit in {"count", "rate_per_10000"}
        assert not shape.has("numerator_from")


def by_period_and_group(cursor: duckdb.DuckDBPyConnection, found: Indicator) -> Iterator[tuple[pd.Series, pd.DataFrame]]:
    """The row for all cases, and the rows of the groups of one breakdown: of a month, and of all the days there are."""
    frame = count(cursor, found, [parse_period("2025-03"), LIFE])
    for _, rows in frame.groupby("period"):
        for breakdown in found.breakdowns:
            yield rows[rows["group_by"].isna()].iloc[0], rows[rows["group_by"] == breakdown]


@pytest.mark.parametrize("name", [name for name, each in read_catalogue().items() if each.crossed])
def test_a_crossed_breakdown_of_a_number_has_the_values_of_the_two_that_it_crosses(
    name: str, awkward: duckdb.DuckDBPyConnection
) -> None:
    found = indicator(name)
    assert found.unit == "count"
    assert found.adds_up
    for by, crosses in found.crossed.items():
        assert {by, *crosses} <= set(found.breakdowns)
        first, second = (f"coalesce({each}::varchar, 'Not recorded')" for each in crosses)
        joined = f"{first} || '{BETWEEN}' || {second}"
        assert awkward.execute(f"select count(*) from ({found.sql}) where {by} is distinct from {joined}").fetchall() == [(0,)]


@pytest.mark.parametrize("name", [name for name, each in read_catalogue().items() if each.adds_up])
def test_the_groups_of_a_breakdown_add_up_to_the_whole(name: str, awkward: duckdb.DuckDBPyConnection) -> None:
    for whole, groups in by_period_and_group(awkward, indicator(name)):
        for part in ("numerator", "denominator"):
            assert groups[part].astype(float).sum() == pytest.approx(float(whole[part]))


@pytest.mark.parametrize("name", [name for name, each in read_catalogue().items() if "counted_as" in each.sql])
def test_people_counted_once_are_in_a_group_and_in_no_group_more_than_in_all(
    name: str, awkward: duckdb.DuckDBPyConnection
) -> None:
    """Who has a case in two groups is in both, and in the whole once: the groups make at least the whole."""
    for whole, groups in by_period_and_group(awkward, indicator(name)):
        assert groups["numerator"].sum() >= whole["numerator"]
        assert (groups["numerator"] <= whole["numerator"]).all()


@pytest.mark.parametrize("name", [name for name, each in read_catalogue().items() if each.statistic == "median"])
def test_the_middle_of_all_lies_between_the_middles_of_the_groups_which_hold_every_case(
    name: str, awkward: duckdb.DuckDBPyConnection
) -> None:
    for whole, groups in by_period_and_group(awkward, indicator(name)):
        middles = groups[groups["denominator"] > 0]["numerator"]
        assert groups["denominator"].sum() == whole["denominator"] > 0
        assert middles.min() <= whole["numerator"] <= middles.max()


def test_every_indicator_is_added_up_counted_once_or_a_middle() -> None:
    for each in read_catalogue().values():
        assert [each.adds_up, "counted_as" in each.sql, each.statistic == "median"].count(True) == 1, each.id


@EVERY
def test_no_case_is_listed_twice(name: str, awkward: duckdb.DuckDBPyConnection) -> None:
    """Those of CASES_A_ROW list several cases for a row, named apart."""
    rows, cases, unnamed = awkward.execute(
        f"select count(*), count(distinct case_id), count(*) filter (case_id is null) from ({indicator(name).sql})"
    ).fetchall()[0]
    assert rows > 0, f"the awkward rows hold no case of {name}"
    assert (cases, unnamed) == (rows, 0)


@EVERY
def test_every_case_belongs_to_one_row_of_what_was_sent(name: str, awkward: duckdb.DuckDBPyConnection) -> None:
    found = indicator(name)
    rows = awkward.execute(f"select count(*) from ({found.sql})").fetchall()[0][0]
    held = max(awkward.execute(f"select count(*) from {each}").fetchall()[0][0] for each in datasets_read(awkward, found))
    assert rows <= CASES_A_ROW.get(name, 1) * held


@EVERY
def test_the_people_behind_a_figure_are_never_more_than_its_cases(name: str, awkward: duckdb.DuckDBPyConnection) -> None:
    behind = people(awkward, indicator(name), parse_period("2025-03"))
    for each in ("children", "families"):
        assert (behind[each] or 0) <= behind["cases"]


@EVERY
def test_its_file_is_plain_sql_in_lower_case_that_runs_as_pasted(name: str) -> None:
    sql = re.sub(r"'[^']*'", "''", indicator(name).sql)
    assert sql == sql.lower()
    assert not re.search(r"[{}$?]", sql), "something is to be filled in"
    assert " using (" not in sql
    assert "*/" not in sql
    assert text_of(name).endswith("\n")
    assert "\t" not in text_of(name)


@EVERY
def test_what_it_needs_are_columns_of_the_datasets_that_it_reads(name: str, bare: duckdb.DuckDBPyConnection) -> None:
    reads = datasets_read(bare, indicator(name))
    for needed in (each for group in indicator(name).needs for each in group.split(" or ")):
        dataset, _, column = needed.partition(".")
        assert dataset in reads
        assert column in {each.name for each in contracts()[dataset].columns()}
        assert not next(each for each in contracts()[dataset].columns() if each.name == column).required


@EVERY
def test_it_has_a_spec_with_its_name(name: str) -> None:
    spec = SPECS / f"test_{name}.py"
    assert spec.is_file(), f"write its rules as tests in {spec.name}"
    assert f'"{name}"' in spec.read_text(encoding="utf-8")


def test_every_spec_is_of_an_indicator() -> None:
    assert {each.stem.removeprefix("test_") for each in SPECS.glob("test_*.py")} <= set(read_catalogue())


def test_an_indicator_that_does_not_exist_is_answered_with_those_that_do() -> None:
    with pytest.raises(ValueError, match=r"no indicator called cp_plan\. The indicators are: .*cp_plans_open"):
        indicator("cp_plan")


HEADER = text_of("cp_plans_open")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("select 1 as case_id", "does not begin with a header", id="no_header"),
        pytest.param(HEADER.replace('unit      = "count"', 'unit = "number"'), "unit", id="a_unit_that_is_none"),
        pytest.param(HEADER.replace("title ", "tittle "), "tittle", id="a_key_that_is_none"),
        pytest.param(HEADER.replace("line      = 1", "line = one"), "cannot be read", id="not_toml"),
    ],
)
def test_a_header_that_cannot_be_read_names_its_file_and_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=r"child_protection/cp_plans_open\.sql") as raised:
        read_indicator("child_protection", "cp_plans_open", text)
    assert says in str(raised.value)
