"""Spec: a CSV is taken as a spreadsheet or a case management system happens to write it."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.datasets import contracts
from metrics.intake import recognise
from metrics.submission import Severity
from metrics.templates import template_csv
from tests.intake.reading import HEADINGS, PLAN, column, delivery_of, plans_of, rules

TWO = f"{HEADINGS}\n{PLAN}\nA2,02/05/2025,03/06/2025,PHY,1\n"
WORKFORCE = "team,month,fte_in_post,agency_fte,vacancies_fte,leavers_fte,cases_held,case_holding_fte"


def assert_reads_like_two(content: bytes | str) -> None:
    read, plain = plans_of(content), plans_of(TWO)
    assert read.rows == plain.rows
    assert (read.covers_from, read.covers_to) == (plain.covers_from, plain.covers_to)
    assert [each for each in read.problems if each.severity is not Severity.INFO] == []


# The shape of the file


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_line_ends_and_delimiter_do_not_matter(line_end: str, delimiter: str) -> None:
    assert_reads_like_two(TWO.replace(",", delimiter).replace("\n", line_end).encode())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_does_not_matter(encoding: str) -> None:
    assert_reads_like_two(TWO.replace(",", ";").replace("\n", "\r\n").encode(encoding))


def test_utf_16_with_the_bytes_the_other_way_round_and_its_mark() -> None:
    assert_reads_like_two(b"\xfe\xff" + TWO.encode("utf-16-be"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_letters_with_accents_survive(encoding: str) -> None:
    content = f"{WORKFORCE}\nÉquipe Café – Nord,2025-06,1,1,1,1,1,1\n".encode(encoding)
    assert column(delivery_of(content).submissions[0], "team") == ["Équipe Café – Nord"]


@pytest.mark.parametrize(
    "content",
    [
        TWO.rstrip("\n"),
        TWO + "\n\n",
        "\n\n" + TWO,
        "sep=,\n" + TWO,
        TWO.replace("\n", "\n\n"),
        TWO.replace("\n", ",,\n"),
        "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in TWO.splitlines()),
        TWO.replace("A1", "  A1\t").replace("NEG", "neg "),
        TWO.replace("start_date", '"start\ndate"'),
    ],
    ids=[
        "no line end",
        "blank lines after",
        "blank lines before",
        "sep line",
        "blank lines between",
        "empty columns",
        "quoted",
        "padded",
        "broken heading",
    ],
)
def test_what_spreadsheets_add_does_not_matter(content: str) -> None:
    assert plans_of(content).rows_kept == 2
    assert column(plans_of(content), "child_id") == column(plans_of(TWO), "child_id")
    assert column(plans_of(content), "category") == ["NEG", "PHY"]
    assert rules(plans_of(content)) == []
    assert plans_of(content).rows_read == 2


@pytest.mark.parametrize(
    "headings",
    [
        "CHILD_ID,START_DATE,END_DATE,CATEGORY,PREVIOUS_PLANS",
        "Child ID,Start date, End Date ,Category,Previous plans",
        "LAchildID,CPPstartDate,CPPendDate,LatestCategoryOfAbuse,NumberOfPreviousCPP",
        "Child Unique ID,CP Plan Start Date,CP Plan End Date,Latest Category of Abuse,Number of Previous CP Plans",
        "child\u00a0id,start-date,end.date,category,previous plans",
    ],
)
def test_headings_go_by_name_whatever_their_case_or_gaps(headings: str) -> None:
    assert_reads_like_two(TWO.replace(HEADINGS, headings))


def test_columns_may_stand_in_any_order() -> None:
    lines = [line.split(",") for line in TWO.splitlines()]
    assert_reads_like_two("\n".join(",".join(reversed(line)) for line in lines))


def test_a_line_break_in_quotes_is_part_of_the_cell() -> None:
    content = f'{WORKFORCE}\n"North\nEast",2025-06,1,1,1,1,1,1\nSouth,2025-06,1,1,1,1,1,1\n'
    assert column(delivery_of(content).submissions[0], "team") == ["North\nEast", "South"]


# Row numbers


def test_problems_name_the_row_that_a_spreadsheet_shows() -> None:
    content = f"""{HEADINGS}

A1,no day,,NEG,0
A2,01/04/2025

,,,,
A3,01/04/2025,,NEG,0,too,many
A4,"01/04/
2025",,NEG,0
A5,also no day,,NEG,0
A6,01/04/2025,,NEG,0
"""
    read = plans_of(content)
    assert rules(read) == [
        (3, "start_date", "cannot_be_read"),
        (4, "whole row", "wrong_number_of_cells"),
        (7, "whole row", "wrong_number_of_cells"),
        (8, "start_date", "cannot_be_read"),
        (9, "start_date", "cannot_be_read"),
    ]
    assert read.rows is not None
    assert read.rows["row_number"].to_pylist() == [10]
    assert (read.rows_read, read.rows_kept) == (6, 1)


def test_row_numbers_hold_when_the_headings_stand_lower_down() -> None:
    assert rules(plans_of(f"\n\n{HEADINGS}\n{PLAN}\nA2,no day,,NEG,0\n")) == [(5, "start_date", "cannot_be_read")]
    assert rules(plans_of(f'{HEADINGS},"in two\nlines"\n{PLAN},\nA2,no day,,NEG,0,\n'))[1:] == [
        (3, "start_date", "cannot_be_read")
    ]


LINES = st.lists(st.sampled_from(["good", "bad", "short", "long", "blank", "two lines"]), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None)
@given(lines=LINES)
def test_every_row_of_any_file_keeps_its_number(lines: list[str]) -> None:
    written = {
        "good": "K{0},01/04/2025,,NEG,0",
        "bad": "K{0},no day,,NEG,0",
        "short": "K{0},01/04/2025",
        "long": "K{0},01/04/2025,,NEG,0,0",
        "blank": "",
        "two lines": '"K{0}\n",01/04/2025,,NEG,0',
    }
    body = "\n".join(written[kind].format(number) for number, kind in enumerate(lines))
    read = plans_of(f"{HEADINGS}\n{body}\n", covers_from=date(2025, 4, 1), as_at=date(2025, 4, 30))
    wanted = {number: kind for number, kind in enumerate(lines, start=2) if kind not in {"good", "blank", "two lines"}}
    assert {each.row for each in read.problems} == set(wanted)
    kept = [number for number, kind in enumerate(lines, start=2) if kind in {"good", "two lines"}]
    assert (column(read, "row_number") if kept else []) == kept


# Cells


@pytest.mark.parametrize(
    "text",
    [
        "01/04/2025",
        "1/4/2025",
        "01/04/25",
        "01-04-2025",
        "01-04-25",
        "01.04.2025",
        "1 April 2025",
        "1 Apr 2025",
        "01-Apr-2025",
        "01-Apr-25",
        "2025-04-01",
        "2025/04/01",
        "2025-04-01 00:00:00",
        "2025-04-01T00:00:00",
        "01/04/2025 00:00",
    ],
)
def test_every_way_of_writing_the_first_of_april(text: str) -> None:
    assert column(plans_of(f"{HEADINGS}\nA1,{text},,NEG,0\n"), "start_date") == [date(2025, 4, 1)]


@pytest.mark.parametrize("text", ["31/02/2025", "13/13/2025", "04/31/2025", "45748", "20250401", "April", "2025", "-", "n/a"])
def test_what_is_no_day_is_explained(text: str) -> None:
    read = plans_of(f"{HEADINGS}\n{PLAN}\nA2,{text},,NEG,0\n")
    assert rules(read) == [(3, "start_date", "cannot_be_read")]
    assert "write it as 31/03/2026" in read.problems[0].sentence


@pytest.mark.parametrize("text", ["true", "TRUE", "True", "t", "yes", "Yes", "YES", "y", "Y", "1", " yes "])
def test_every_yes(text: str) -> None:
    read = delivery_of(f"child_id,referral_date,source,nfa\nA1,01/04/2025,1A,{text}\n").submissions[0]
    assert column(read, "no_further_action") == [True]


@pytest.mark.parametrize("text", ["false", "FALSE", "False", "f", "no", "No", "NO", "n", "N", "0"])
def test_every_no(text: str) -> None:
    read = delivery_of(f"child_id,referral_date,source,nfa\nA1,01/04/2025,1A,{text}\n").submissions[0]
    assert column(read, "no_further_action") == [False]


@pytest.mark.parametrize("text", ["2", "maybe", "ja", "x", "-1", "yes no"])
def test_neither_yes_nor_no_is_explained_and_left_empty(text: str) -> None:
    read = delivery_of(f"child_id,referral_date,source,nfa\nA1,01/04/2025,1A,{text}\n").submissions[0]
    assert column(read, "no_further_action") == [None]
    assert rules(read) == [(2, "no_further_action", "cannot_be_read")]
    assert read.problems[0].sentence.startswith("no_further_action should be yes or no.")


@pytest.mark.parametrize(
    ("text", "number"),
    [("12.6", 12.6), ("12", 12), ("1,234.5", 1234.5), (".5", 0.5), ("12,6", None), ("-1", None), ("nan", None), ("6%", None)],
)
def test_amounts(text: str, number: float | None) -> None:
    read = delivery_of(f'{WORKFORCE}\nNorth,2025-06,"{text}",1,1,1,1,1\nSouth,2025-06,1,1,1,1,1,1\n').submissions[0]
    kept = [float(each) for each in column(read, "fte_in_post")]  # type: ignore[arg-type]
    assert kept == ([1.0] if number is None else [number, 1.0])


@pytest.mark.parametrize("text", ["2025-06", "06/2025", "06/25", "Jun 2025", "June 2025", "Jun-25", "30/06/2025", "2025-06-30"])
def test_every_way_of_writing_a_month(text: str) -> None:
    assert column(delivery_of(f"{WORKFORCE}\nNorth,{text},1,1,1,1,1,1\n").submissions[0], "month") == [date(2025, 6, 1)]


def test_several_days_in_one_cell() -> None:
    rows = "P1,01/04/2025,school,14/07/2025; 2025-08-22;\nP2,01/04/2025,school,x\n"
    read = delivery_of(f"arrangement_id,notified_on,source,later_visits\n{rows}").submissions[0]
    assert column(read, "later_visits") == [[date(2025, 7, 14), date(2025, 8, 22)], None]
    assert rules(read) == [(3, "later_visits", "cannot_be_read")]


def test_moments_keep_their_time() -> None:
    content = "episode_id,child_id,missing_from,returned_at\nM1,A1,03/06/2025 21:40,2025-06-04T09:05:30\n"
    read = delivery_of(content, agency="police").submissions[0]
    assert column(read, "missing_from") == [datetime(2025, 6, 3, 21, 40)]
    assert column(read, "returned_at") == [datetime(2025, 6, 4, 9, 5, 30)]


def test_an_empty_cell_that_has_to_be_filled_in_keeps_the_row_out() -> None:
    read = plans_of(f"{HEADINGS}\n{PLAN}\n,01/04/2025,,NEG,0\nA3,,,NEG,0\n")
    assert rules(read) == [(3, "child_id", "empty"), (4, "start_date", "empty")]
    assert read.rows_kept == 1


def test_the_same_row_twice_is_counted_once() -> None:
    read = plans_of(f"{HEADINGS}\n{PLAN}\n{PLAN}\nA1,2025-04-01,,PHY,3\n")
    assert rules(read) == [(3, "child_id", "same_row_twice"), (4, "child_id", "same_row_twice")]
    assert column(read, "category") == ["NEG"]


def test_a_rule_that_fires_everywhere_says_so_once() -> None:
    body = "\n".join(f"A{number},no day,,NEG,0" for number in range(1200))
    read = plans_of(f"{HEADINGS}\n{PLAN}\n{body}\n")
    assert len(read.problems) == 1001
    assert "The same holds for 200 more rows." in read.problems[0].sentence


# Age


@pytest.mark.parametrize(
    ("born", "band"),
    [
        ("01/04/2024", "1 to 4"),
        ("02/04/2024", "Under 1"),
        ("02/04/2025", "Unborn"),
        ("01/04/2025", "Under 1"),
        ("01/04/2020", "5 to 9"),
        ("02/04/2020", "1 to 4"),
        ("01/04/2015", "10 to 15"),
        ("02/04/2009", "10 to 15"),
        ("01/04/2009", "16 and over"),
        ("", "Not recorded"),
        ("unknown", "Not recorded"),
    ],
)
def test_a_date_of_birth_becomes_an_age_band_at_the_event(born: str, band: str) -> None:
    read = plans_of(f"child_id,start_date,dob,category,previous_plans\nA1,01/04/2025,{born},NEG,0\n")
    assert column(read, "age_band") == [band]
    assert read.rows is not None
    assert "date_of_birth" not in read.rows.column_names


def test_recognise_says_what_a_file_is_before_it_is_read() -> None:
    found = recognise(TWO.encode())
    assert (found.format, found.dataset) == ("csv", "cp_plans")
    assert found.sentence == "CSV of child protection plans."


@pytest.mark.parametrize("dataset", sorted(contracts()))
def test_every_template_is_recognised_as_what_it_is(dataset: str) -> None:
    assert recognise(template_csv(dataset).encode()).dataset == dataset


def test_what_headings_alone_cannot_tell_is_told_by_what_the_agency_sends() -> None:
    content = b"child_id,opened_on,closed_on\nC1,01/04/2025,\n"
    assert recognise(content).dataset is None
    assert recognise(content, ["disability_cases", "cp_plans"]).dataset == "disability_cases"
    assert recognise(content, ["disability_cases", "early_help_episodes"]).dataset is None
