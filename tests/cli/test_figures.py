"""Spec: figures, the scorecard and the comparators on the command line, for people and for scripts."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from metrics.catalogue import read_catalogue
from tests.cli.conftest import Run

FIGURE_KEYS = [
    "indicator",
    "period",
    "first_day",
    "last_day",
    "group",
    "value",
    "numerator",
    "denominator",
    "families",
    "state",
    "waiting_for",
    "data_to",
]
SAID = ["title", "unit", "previous", "target", "status", "status_rule", "direction", "benchmarks", "sentence"]
LINE_KEYS = [*FIGURE_KEYS, *SAID]
YEAR = ("--period", "2024/25")


# figures


def test_figures_as_json_have_these_keys_and_no_others(run: Run, made: Path) -> None:
    done = run("figures", "--store", made, "--indicator", "cp_plans_open", *YEAR, "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert [list(each) for each in done.json] == [FIGURE_KEYS]
    assert done.json[0] == {
        "indicator": "cp_plans_open",
        "period": "2024/25",
        "first_day": "2024-04-01",
        "last_day": "2025-03-31",
        "group": None,
        "value": 3.0,
        "numerator": 3.0,
        "denominator": None,
        "families": 2,
        "state": "value",
        "waiting_for": None,
        "data_to": "2025-03-31",
    }


def test_figures_of_every_indicator_where_none_is_named(run: Run, made: Path) -> None:
    done = run("figures", "--store", made, *YEAR, "--format", "json")
    assert [each["indicator"] for each in done.json] == list(read_catalogue())
    waiting = next(each for each in done.json if each["indicator"] == "missing_episodes")
    assert (waiting["value"], waiting["state"]) == (None, "awaiting")
    assert "Testbridge Police" in waiting["waiting_for"]


def test_figures_as_csv_hold_the_same(run: Run, made: Path) -> None:
    asked = ["figures", "--store", made, "--indicator", "cp_plans_open", "--frequency", "month", "--format"]
    rows = list(csv.DictReader(StringIO(run(*asked, "csv").out)))
    plain = [{key: "" if value is None else str(value) for key, value in each.items()} for each in run(*asked, "json").json]
    assert rows == plain
    assert len(rows) == 12
    assert list(rows[0]) == FIGURE_KEYS


def test_figures_as_a_table(run: Run, made: Path) -> None:
    lines = run("figures", "--store", made, "--indicator", "cp_plans_two_years", *YEAR).out.splitlines()
    assert lines[0].split() == ["indicator", "period", "group", "figure", "from", "families", "data", "to", "state"]
    assert "cp_plans_two_years" in lines[1]
    assert "1 of 3" in lines[1] or "1/3" in lines[1]


@pytest.mark.parametrize(
    ("frequency", "periods"),
    [
        ("quarter", ["2024/25 Q1", "2024/25 Q2", "2024/25 Q3", "2024/25 Q4"]),
        ("year", ["2024/25"]),
        ("academic", ["2023/24 academic", "2024/25 academic"]),
    ],
)
def test_figures_of_every_covered_period_of_a_calendar(run: Run, made: Path, frequency: str, periods: list[str]) -> None:
    asked = ["figures", "--store", made, "--indicator", "cp_plans_open", "--frequency", frequency, "--format", "json"]
    assert [each["period"] for each in run(*asked).json] == periods


def test_figures_by_a_group(run: Run, made: Path) -> None:
    asked = ["figures", "--store", made, "--indicator", "referrals", *YEAR, "--by", "source", "--format", "json"]
    assert {each["group"]: each["value"] for each in run(*asked).json} == {"1A": 2, "5A": 1, "Not recorded": 1}


def test_a_group_that_no_indicator_has(run: Run, made: Path) -> None:
    done = run("figures", "--store", made, "--by", "colour", *YEAR)
    assert (done.code, done.out) == (1, "")
    assert "None of the indicators is broken down by colour. There is: age_band" in done.err


@pytest.mark.parametrize(
    ("known_at", "value", "state"),
    [
        ("2025-04-09", None, "awaiting"),
        ("2025-04-10", 2, "value"),
        ("2025-05-20T12:00", 2, "value"),
        ("20/05/2025", 3, "value"),
        ("2025-05-21T01:00+01:00", 3, "value"),
        ("2030-01-01", 3, "value"),
    ],
)
def test_figures_as_known_at_a_moment(run: Run, made: Path, known_at: str, value: float | None, state: str) -> None:
    """A bare day is its end: the files were received on 10 April and 20 May."""
    asked = ["figures", "--store", made, "--indicator", "cp_plans_open", *YEAR, "--known-at", known_at, "--format", "json"]
    figure = run(*asked).json[0]
    if state == "awaiting":
        assert figure["value"] is None
    else:
        assert (figure["value"], figure["state"]) == (value, state)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (["--indicator", "plans"], "plans"),
        (["--period", "last year"], "'last year' is not a period. Write a month as 2025-06, a quarter as 2025/26 Q1"),
        (["--period", "2024/26"], "is not a period"),
        (["--period", "2024-13"], "is not a period"),
    ],
)
def test_figures_say_what_was_asked_wrongly(run: Run, made: Path, asked: list[str], sentence: str) -> None:
    done = run("figures", "--store", made, *asked)
    assert (done.code, done.out) == (1, "")
    assert sentence in done.err
    assert "Traceback" not in done.err


def test_a_moment_that_is_none(run: Run, made: Path) -> None:
    done = run("figures", "--store", made, "--known-at", "christmas")
    assert done.code == 2
    assert "'christmas' is not a time. Write it as 2026-04-20T09:30, or a date" in done.err


def test_figures_of_an_empty_store_are_an_empty_list(run: Run, place: Path) -> None:
    done = run("figures", "--store", place, "--format", "json")
    assert (done.code, done.json) == (0, [])
    assert run("figures", "--store", place, "--format", "csv").out.splitlines() == [",".join(FIGURE_KEYS)]
    assert run("figures", "--store", place).code == 0


# show


def test_show_as_json_has_these_keys_and_no_others(run: Run, made: Path) -> None:
    done = run("show", "--store", made, *YEAR, "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert [each["indicator"] for each in done.json] == list(read_catalogue())
    for each in done.json:
        assert list(each) == LINE_KEYS
        assert set(each["target"]) == {"words", "number"}
        assert each["sentence"].endswith(".")
        assert all({"label", "value", "year", "note"} <= set(benchmark) for benchmark in each["benchmarks"])
    plans = next(each for each in done.json if each["indicator"] == "cp_plans_open")
    assert (plans["value"], plans["unit"]) == (3, "count")


def test_show_as_a_table(run: Run, made: Path) -> None:
    done = run("show", "--store", made, *YEAR)
    assert done.code == 0
    assert all(each.title in done.out for each in read_catalogue().values())
    assert "Testbridge Safeguarding Children Partnership" in done.out


def test_show_of_an_empty_store_shows_gaps_and_no_figures(run: Run, place: Path) -> None:
    done = run("show", "--store", place, "--format", "json")
    assert done.code == 0
    assert {each["value"] for each in done.json} == {None}


def test_show_of_a_wrong_period_or_store(run: Run, made: Path, tmp_path: Path) -> None:
    assert "is not a period" in run("show", "--store", made, "--period", "Q5").err
    assert "There is no store at" in run("show", "--store", tmp_path / "none.duckdb").err


# benchmarks


def test_benchmarks_list_what_is_shipped(run: Run, made: Path) -> None:
    done = run("benchmarks", "list", "--store", made)
    assert done.code == 0
    assert len(done.out.splitlines()) > 3


def test_benchmarks_load_a_published_file_and_count_on(run: Run, place: Path, shared: Path) -> None:
    published = shared / "data" / "benchmarks" / "published"
    files = [
        published / "d5_cpps_at31march_by_duration_2013_to_2025.csv",
        published / "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
    ]
    done = run("benchmarks", "load", "--store", place, *files)
    assert done.code == 0, done.err
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["1 of 2", "2 of 2"]
    assert run("benchmarks", "list", "--store", place).code == 0


def test_benchmarks_load_refuses_what_is_none(run: Run, place: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    done = run("benchmarks", "load", "--store", place, tmp_path / "notes.csv")
    assert done.code == 1
    assert done.err.strip()
    assert "Traceback" not in done.err
    missing = run("benchmarks", "load", "--store", place, tmp_path / "none.csv")
    assert missing.code == 1
    assert "none.csv" in missing.err


def test_no_command_at_all_is_refused_with_the_usage(run: Run) -> None:
    done = run()
    assert done.code == 2
    assert "usage: scorecard" in done.err
