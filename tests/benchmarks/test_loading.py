"""What loading a published table keeps."""

from datetime import date

import pytest
from duckdb import DuckDBPyConnection

from metrics.benchmarks import NotABenchmarkFile, list_benchmarks, load_published
from metrics.benchmarks.files import FILES, PublishedFile, recognise
from tests.benchmarks.tables import ENGLAND, LOADED_AT, LONDON, Write, authority

D5 = "CPP_At31,2_years_or_more,2_years_or_more_percent"
C2 = "Same_day,1-10_days,11-20_days,21-30_days,31-40_days,41-45_days,46-50_days,51-60_days,61+_days"
POPULATION = "age_group,population_estimate"
WORKFORCE = (
    "inpost_fte,leavers_fte,turnover_rate_fte,agency_fte,agency_rate_fte,"
    "vacancy_fte,vacancy_rate_fte,case_holders_fte,cases,caseload_fte,absence_rate_fte"
)
SEABOROUGH = authority("990", "Seaborough")


def kept(cursor: DuckDBPyConnection, measure: str, code: str = "990") -> list[tuple[object, ...]]:
    return cursor.execute(
        "select year, value, numerator, denominator, status from benchmark_values"
        " where measure = ? and area_code = ? order by year",
        [measure, code],
    ).fetchall()


def everything(cursor: DuckDBPyConnection) -> list[tuple[object, ...]]:
    return cursor.execute("from benchmark_values order by all").fetchall()


def test_a_published_percentage_is_kept_with_its_numerator_and_denominator(cursor: DuckDBPyConnection, write: Write) -> None:
    load_published(cursor, write(D5, (2025, SEABOROUGH, "200,10,5")), LOADED_AT)
    assert kept(cursor, "cp_2plus_years_pct") == [(2025, 5.0, 10.0, 200.0, "published")]


@pytest.mark.parametrize("code", ["c", "k", "u", "x", "z", "low"])
def test_a_suppressed_cell_is_kept_with_its_code_and_no_value(cursor: DuckDBPyConnection, write: Write, code: str) -> None:
    loaded = load_published(cursor, write(D5, (2025, SEABOROUGH, f"200,{code},{code}")), LOADED_AT)
    assert kept(cursor, "cp_2plus_years_pct") == [(2025, None, None, 200.0, code)]
    assert (loaded.values, loaded.suppressed) == (1, 1)


def test_a_true_zero_is_a_value(cursor: DuckDBPyConnection, write: Write) -> None:
    load_published(cursor, write(D5, (2025, SEABOROUGH, "200,0,0")), LOADED_AT)
    assert kept(cursor, "cp_2plus_years_pct") == [(2025, 0.0, 0.0, 200.0, "published")]


def test_an_empty_cell_is_not_available(cursor: DuckDBPyConnection, write: Write) -> None:
    load_published(cursor, write(D5, (2025, SEABOROUGH, "200,,")), LOADED_AT)
    assert kept(cursor, "cp_2plus_years_pct") == [(2025, None, None, 200.0, "x")]


@pytest.mark.parametrize("population_first", [True, False])
def test_a_rate_is_per_10000_children_at_the_mid_year_before_the_year_ends(
    cursor: DuckDBPyConnection, write: Write, population_first: bool
) -> None:
    counts = write(D5, (2025, SEABOROUGH, "200,c,c"), name="counts.csv")
    rows = [(year, SEABOROUGH, f"Children,{children}") for year, children in ((2024, 50_000), (2025, 80_000))]
    population = write(POPULATION, *rows, name="population.csv")
    for path in (population, counts) if population_first else (counts, population):
        load_published(cursor, path, LOADED_AT)
    assert kept(cursor, "cp_plans_rate") == [(2025, 40.0, 200.0, 50_000.0, "computed")]


def test_without_the_population_the_rate_waits_and_the_sentence_says_so(cursor: DuckDBPyConnection, write: Write) -> None:
    loaded = load_published(cursor, write(D5, (2025, SEABOROUGH, "200,c,c")), LOADED_AT)
    assert kept(cursor, "cp_plans_rate") == []
    assert "load the ONS mid-2024 population file" in loaded.sentence


def test_a_suppressed_count_gives_a_suppressed_rate(cursor: DuckDBPyConnection, write: Write) -> None:
    load_published(cursor, write(POPULATION, (2024, SEABOROUGH, "Children,50000")), LOADED_AT)
    load_published(cursor, write(D5, (2025, SEABOROUGH, "c,c,c")), LOADED_AT)
    assert kept(cursor, "cp_plans_rate") == [(2025, None, None, 50_000.0, "c")]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("10,20,20,20,10,10,5,3,2,100", (90.0, 90.0, "computed")),
        ("c,20,20,20,c,10,5,3,2,100", (90.0, 90.0, "computed")),  # both suppressed are inside 45 days
        ("10,20,20,20,10,c,c,3,2,100", (None, None, "c")),  # one inside, one outside
        ("0,0,0,0,0,0,0,0,0,0", (None, 0.0, "z")),
        ("x,x,x,x,x,x,x,x,x,x", (None, None, "x")),
    ],
)
def test_assessments_within_45_working_days_add_the_bands_up_to_45(
    cursor: DuckDBPyConnection, write: Write, cells: str, expected: tuple[object, ...]
) -> None:
    load_published(cursor, write(f"{C2},Assessments_completed", (2024, SEABOROUGH, cells)), LOADED_AT)
    [(_, value, numerator, _, status)] = kept(cursor, "assessments_45wd_pct")
    assert (value, numerator, status) == expected


def test_a_joint_return_is_given_to_each_partner(cursor: DuckDBPyConnection, write: Write) -> None:
    both = authority("990 / 991", "Seaborough / Hillshire")
    cells = "100,12,12,10,9.1,20,16.7,80,1200,15,2.9"
    load_published(cursor, write(WORKFORCE, (2025, both, cells)), LOADED_AT)
    found = cursor.execute(
        "select area_code, area_name, joint_with, value, period_end, denominator from benchmark_values"
        " where measure = 'sw_vacancy_rate_fte' order by area_code"
    ).fetchall()
    assert found == [
        ("990", "Seaborough", "991", 16.7, date(2025, 9, 30), 120.0),
        ("991", "Hillshire", "990", 16.7, date(2025, 9, 30), 120.0),
    ]


def test_loading_the_same_file_again_changes_nothing(cursor: DuckDBPyConnection, write: Write) -> None:
    path = write(D5, (2025, SEABOROUGH, "200,10,5"), (2025, ENGLAND, "49420,1130,2.3"))
    load_published(cursor, path, LOADED_AT)
    before = everything(cursor)
    load_published(cursor, path, LOADED_AT)
    assert everything(cursor) == before


def test_a_corrected_file_replaces_its_own_years_and_leaves_the_others(cursor: DuckDBPyConnection, write: Write) -> None:
    load_published(cursor, write(D5, (2024, SEABOROUGH, "100,c,c"), (2025, SEABOROUGH, "200,10,5")), LOADED_AT)
    load_published(cursor, write(D5, (2025, ENGLAND, "49420,1130,2.3")), LOADED_AT)
    assert kept(cursor, "cp_plans_number") == [(2024, 100.0, None, None, "published")]


def test_a_file_is_known_by_its_columns_whatever_its_name(cursor: DuckDBPyConnection, write: Write) -> None:
    path = write(D5, (2025, LONDON, "7120,250,3.5"), name="from the website.csv")
    assert load_published(cursor, path, LOADED_AT).measures == ("cp_plans_number", "cp_2plus_years_pct")


def test_plans_ending_are_not_taken_for_plans_at_31_march(cursor: DuckDBPyConnection, write: Write) -> None:
    path = write("CPP_End,2_years_or_more,2_years_or_more_percent", (2024, LONDON, "100,5,5"))
    assert load_published(cursor, path, LOADED_AT).measures == ("cp_2plus_years_at_closure_pct",)


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.title)
def test_every_kind_of_file_is_told_from_every_other(kind: PublishedFile) -> None:
    assert recognise(kind.columns, "table.csv") is kind


def test_another_table_is_refused_with_what_was_expected(cursor: DuckDBPyConnection, write: Write) -> None:
    with pytest.raises(NotABenchmarkFile, match=r"^table\.csv is not a published file .* \(D5\)"):
        load_published(cursor, write("Anypoint_child", (2025, ENGLAND, "704430")), LOADED_AT)


def test_a_table_lacking_one_column_is_told_which(cursor: DuckDBPyConnection, write: Write) -> None:
    with pytest.raises(NotABenchmarkFile, match=r"has no column called 2_years_or_more_percent\.$"):
        load_published(cursor, write("CPP_At31,2_years_or_more", (2025, ENGLAND, "1,1")), LOADED_AT)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([(2025, SEABOROUGH, "1,1,secret")], "neither a number nor one of the DfE's codes"),
        ([(2025, SEABOROUGH, "1,1,1"), (2025, SEABOROUGH, "2,2,2")], "more than one row for the same area"),
        ([], "no rows for England, a region or a local authority"),
        ([(2025, SEABOROUGH, "1,1")], "fewer cells than its heading row"),
        ([(2025, "Ward,,,,,", "1,1,1")], "no rows for England"),
        ([(20, SEABOROUGH, "1,1,1")], "something other than a year"),
        ([(2025, authority("", "Seaborough"), "1,1,1")], "no old_la_code"),
    ],
)
def test_a_table_that_cannot_be_read_whole_is_refused_and_nothing_is_kept(
    cursor: DuckDBPyConnection, write: Write, rows: list[tuple[int, str, str]], words: str
) -> None:
    with pytest.raises(NotABenchmarkFile, match=words) as refusal:
        load_published(cursor, write(D5, *rows), LOADED_AT)
    assert "secret" not in str(refusal.value)
    assert everything(cursor) == []


def test_a_file_that_is_not_text_is_refused(cursor: DuckDBPyConnection, write: Write) -> None:
    path = write(D5)
    path.write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(NotABenchmarkFile, match="not a CSV file in UTF-8"):
        load_published(cursor, path, LOADED_AT)


def test_the_list_of_benchmarks_says_what_is_loaded_and_how_much_is_suppressed(
    cursor: DuckDBPyConnection, write: Write
) -> None:
    load_published(cursor, write(D5, (2024, SEABOROUGH, "100,c,c"), (2025, SEABOROUGH, "200,10,5")), LOADED_AT)
    listed = {str(row["measure"]): row for row in list_benchmarks(cursor)}
    row = listed["cp_2plus_years_pct"]
    assert (row["level"], row["first_year"], row["last_year"]) == ("authority", 2024, 2025)
    assert (row["values"], row["suppressed"]) == (1, 1)
    assert str(row["source"]).endswith("(D5), 2025")
