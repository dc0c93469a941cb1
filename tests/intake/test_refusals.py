"""Spec: what is not taken at all, and the one sentence its sender gets."""

import json
from datetime import date
from pathlib import Path

import pytest

from metrics.datasets import contracts
from metrics.submission import Refused
from tests.intake.reading import HEADINGS, PLAN, delivery_of, plans_of, rules
from tests.wide.drawing import workbook

TWO = f"{HEADINGS}\n{PLAN}\nA2,02/05/2025,03/06/2025,PHY,1\n"


def refusal(content: bytes | str, **asked: object) -> str:
    with pytest.raises(Refused) as refused:
        delivery_of(content, **asked)  # type: ignore[arg-type]
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04 and the rest of a workbook", "The workbook is damaged or cut short"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or password-protected Office file"),
        (b"%PDF-1.7", "it is a PDF document"),
        (b"\x1f\x8b\x08", "a compressed file. Unpack it first"),
        (b"", "The file is empty"),
        (b" \n\r\n \t\n", "The file is empty"),
        (b"\xef\xbb\xbf", "no headings"),
        (b"\xff\xfe", "no headings"),
        (b"\xff\xfe\x00", "no headings"),
        (b"<!doctype html><html><table><tr><td>A1</td></tr></table></html>", "The file is a web page"),
        (b"<html><body><table></table></body></html>", "The file is a web page"),
        (b"<?xml version='1.0'?><Workbook/>", "XML but not a DfE census"),
        (json.dumps([{"child_id": "A1", "start_date": "2025-04-01"}], indent=1).encode(), "The file is JSON"),
        (json.dumps([{"child_id": "A1", "start_date": "2025-04-01"}]).encode(), "The file is JSON"),
        (bytes(range(256)) * 30, "not text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "it is a picture"),
        (b"\0" * 500, "not text"),
        (f"{HEADINGS}\n".encode() + b"\x81\x8d\x8f,\x90\x9d,,,\n", "characters cannot be read"),
        (("x," * 300 + "y\n").encode(), "more than 200 columns"),
        (b",,,\n,,,\n", "no headings"),
        (b"Dear colleague, please find the figures below.\nRegards\n", "None of the headings"),
    ],
)
def test_a_file_that_is_something_else_is_named(content: bytes, sentence: str) -> None:
    assert sentence in refusal(content)


def test_a_workbook_of_several_datasets_is_refused_by_its_content_not_its_name() -> None:
    content = workbook(One=[HEADINGS.split(","), PLAN.split(",")], Two=[HEADINGS.split(","), PLAN.split(",")])
    assert "Send each as a file of its own" in refusal(content)


def test_an_annex_a_is_asked_which_day_it_stands_for(shared: Path) -> None:
    content = (shared / "data" / "formats" / "annex_a" / "Annex_A.xlsx").read_bytes()
    assert refusal(content).startswith("The Annex A does not say which day it stands for.")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_half_a_census_is_refused_with_the_line_where_it_breaks_off(shared: Path, share: float) -> None:
    content = (shared / "data" / "formats" / "cin" / "CIN_Census_2024.xml").read_bytes()
    assert "cut short" in refusal(content[: int(len(content) * share)])


def test_a_quotation_mark_left_open_is_refused_rather_than_swallowing_the_rows_after_it() -> None:
    rest = "\nA2,01/04/2025,,NEG,0\nA3,01/04/2025,,NEG,0\n"
    assert "quotation mark is left open" in refusal(f'{HEADINGS}\nA1,01/04/2025,,"NEG,0{rest}')
    assert "quotation mark is left open" in refusal(f'{HEADINGS}\nA1,01/04/2025,,NEG,"0{rest}')


def test_a_quotation_mark_within_a_cell_is_a_mark_like_any_other() -> None:
    headings = "team,month,fte_in_post,agency_fte,vacancies_fte,leavers_fte,cases_held,case_holding_fte"
    assert delivery_of(f'{headings}\n5" North,2025-06,1,1,1,1,1,1\n').submissions[0].rows_kept == 1


# Headings


def test_two_columns_with_one_heading_are_refused_without_saying_what_stands_in_them() -> None:
    sentence = refusal("child_id,Quokka,start_date,QUOKKA\nA1,1,01/04/2025,2\n")
    assert sentence == "Columns 2 and 4 have the same heading. Remove one of them, or name it otherwise."


def test_columns_without_a_heading_are_not_taken_for_the_same() -> None:
    assert plans_of(f"{HEADINGS},,\n{PLAN},,\n").rows_kept == 1


@pytest.mark.parametrize(
    ("headings", "closest", "lacks"),
    [
        ("child_id,end_date,initial_category,category,previous_plans", "cp_plans", "start_date"),
        ("child_id,source,primary_need,nfa,closed_date", "referrals", "referral_date"),
        ("child_id,conference_not_required", "section_47_enquiries", "start_date or conference_date"),
        ("episode_id,offered,accepted,held_at", "return_interviews", "returned_at"),
        ("team,month,fte_in_post,agency_fte", "workforce", "vacancies_fte, leavers_fte, cases_held, case_holding_fte"),
        ("arrangement_id,first_visit_on,later_visits", "private_fostering", "notified_on"),
    ],
)
def test_missing_columns_are_named_with_the_closest_dataset(headings: str, closest: str, lacks: str) -> None:
    sentence = refusal(f"{headings}\n1,2\n")
    assert f"The closest is {closest}, but it also needs: {lacks}." in sentence
    assert f"scorecard template {closest}" in sentence


def test_headings_that_are_none_of_ours_bring_the_names_of_the_datasets() -> None:
    assert ", ".join(contracts()) in refusal("name,value\n1,2\n")


def test_columns_lacking_for_the_dataset_that_was_asked_for() -> None:
    assert "As referrals the file lacks: referral_date." in refusal(TWO, dataset="referrals")


def test_headings_that_fit_more_than_one_dataset_ask_which() -> None:
    content = "child_id,start_date\nA1,01/04/2025\n"
    assert "fit more than one dataset" in refusal(content)
    assert "--dataset NAME" in refusal(content)
    assert delivery_of(content, dataset="assessments").submissions[0].rows_kept == 1


def test_columns_that_are_not_ours_are_counted_and_not_read() -> None:
    read = plans_of(f"{HEADINGS},Forename,Surname\n{PLAN},Quokka,Wombat\n")
    assert rules(read) == [(None, "heading", "unknown_heading")]
    assert read.problems[0].sentence.startswith("2 columns are not part of the template")
    assert read.rows is not None
    assert "Quokka" not in str(read.rows.to_pylist())


def test_an_agency_or_dataset_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(ValueError, match=r"no agency called fire_brigade .* council, police"):
        delivery_of(TWO, agency="fire_brigade")
    with pytest.raises(ValueError, match="no dataset called plans"):
        delivery_of(TWO, dataset="plans")


# Nothing in it


@pytest.mark.parametrize("content", [HEADINGS, f"{HEADINGS}\n", f"{HEADINGS}\r\n\r\n", f"{HEADINGS}\n,,,,\n"])
def test_headings_alone_are_a_nil_return_only_when_their_days_are_said(content: str) -> None:
    assert "If it is a nil return, say which days it covers" in refusal(content)
    assert "nil return" in refusal(content, covers_from=date(2025, 4, 1))
    read = plans_of(content, covers_from=date(2025, 4, 1), as_at=date(2025, 6, 30))
    assert (read.supplied, read.rows_read, read.rows_kept, read.rows) == (True, 0, 0, None)
    assert (read.covers_from, read.covers_to, read.as_at) == (date(2025, 4, 1), date(2025, 6, 30), date(2025, 6, 30))


def test_a_file_of_which_no_row_can_be_used_says_what_is_wrong_with_most() -> None:
    sentence = refusal(f"{HEADINGS}\nA1,quokka,,NEG,0\nA2,wombat,,NEG,0\n,01/04/2025,,NEG,0\n")
    assert sentence.startswith("None of the file's 3 rows can be used. In 2: start_date should be a date")
    assert "quokka" not in sentence


# Which days it covers


@pytest.mark.parametrize(
    ("asked", "covers", "as_at"),
    [
        ({}, (date(2025, 4, 1), date(2025, 6, 3)), date(2025, 6, 3)),
        ({"as_at": date(2025, 6, 30)}, (date(2025, 4, 1), date(2025, 6, 30)), date(2025, 6, 30)),
        ({"covers_from": date(2025, 1, 1)}, (date(2025, 1, 1), date(2025, 6, 3)), date(2025, 6, 3)),
        (
            {"covers_from": date(2025, 4, 1), "as_at": date(2025, 12, 31)},
            (date(2025, 4, 1), date(2025, 12, 31)),
            date(2025, 12, 31),
        ),
    ],
)
def test_the_days_come_from_the_sender_or_from_the_rows(asked: dict[str, date], covers: tuple[date, date], as_at: date) -> None:
    """Left to the rows: the first day of the earliest month to the last day that any row names."""
    read = plans_of(f"{HEADINGS}\nA1,17/04/2025,,NEG,0\nA2,02/05/2025,03/06/2025,PHY,1\n", **asked)
    assert (read.covers_from, read.covers_to) == covers
    assert read.as_at == as_at


def test_a_row_of_the_future_is_explained_and_does_not_stretch_the_days() -> None:
    """The file came on 1 January 2026."""
    read = plans_of(f"{HEADINGS}\n{PLAN}\nA2,01/04/2040,,NEG,0\n")
    assert rules(read) == [(3, "start_date", "after_the_file")]
    assert (read.covers_from, read.covers_to) == (date(2025, 4, 1), date(2026, 1, 1))


def test_a_file_wholly_of_the_future_is_refused() -> None:
    assert "01/04/2040, is after the day it stands for, 01/01/2026" in refusal(f"{HEADINGS}\nA1,01/04/2040,,NEG,0\n")


def test_an_as_at_day_before_the_files_first_day_is_refused() -> None:
    assert "01/04/2025, is after the day it stands for, 01/03/2025" in refusal(TWO, as_at=date(2025, 3, 1))


def test_rows_after_the_as_at_day_are_explained_and_kept() -> None:
    read = plans_of(TWO, as_at=date(2025, 4, 30))
    assert rules(read) == [(3, "start_date", "after_the_file")]
    assert (read.rows_kept, read.covers_to) == (2, date(2025, 4, 30))


def test_a_day_that_may_stand_in_two_columns_is_named_by_both() -> None:
    content = "child_id,start_date,conference_date\nA1,01/04/2025,\nA2,,02/06/2025\n"
    read = delivery_of(content, dataset="section_47_enquiries", as_at=date(2025, 4, 30)).submissions[0]
    assert rules(read) == [(3, "start_date or conference_date", "after_the_file")]
    assert read.problems[0].sentence.startswith("start_date or conference_date is after the day the file stands for")


@pytest.mark.parametrize("slip", ["01/01/1970", "01/04/0025", "30/12/1899"])
def test_a_slip_of_the_year_is_explained_and_does_not_stretch_the_days(slip: str) -> None:
    read = plans_of(f"{HEADINGS}\nA1,{slip},02/04/2025,NEG,0\nA2,05/04/2025,,NEG,0\n")
    assert rules(read) == [(2, "start_date", "long_ago")]
    assert (read.covers_from, read.covers_to) == (date(2025, 4, 1), date(2025, 4, 5))


# No cell's value in any sentence

SECRET = "Quokkafeather"


@pytest.mark.parametrize("dataset", list(contracts()))
def test_no_problem_repeats_what_a_cell_holds(dataset: str) -> None:
    """Every column in turn holds something that cannot be read; then every one at once."""
    columns = contracts()[dataset].columns()
    good = [each.example for each in columns]
    rows = [[SECRET if place == bad else cell for place, cell in enumerate(good)] for bad in range(len(columns))]
    rows += [good, [SECRET] * len(columns), [SECRET], [SECRET] * 40]
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in [[each.name for each in columns], *rows])
    agency = "police" if dataset == "missing_episodes" else "council"
    read = delivery_of(text, agency=agency, dataset=dataset)
    assert read.problems
    assert SECRET.casefold() not in repr(read.problems).casefold()
    assert SECRET.casefold() not in repr(read.notes).casefold()


@pytest.mark.parametrize(
    "content",
    [
        f"{SECRET},{SECRET}\n1,2\n",
        f"{SECRET}\n{SECRET}\n",
        f"{HEADINGS}\n{SECRET},{SECRET},{SECRET},{SECRET},{SECRET}\n",
        f"{HEADINGS}\n{SECRET}\n",
        f'{HEADINGS}\n"{SECRET}\n{SECRET}\n',
        f"<{SECRET}>",
        f"<Message><{SECRET}>",
        f"<Message><Header><CollectionDetails><Collection>{SECRET}</Collection></CollectionDetails></Header></Message>",
    ],
)
def test_no_refusal_repeats_what_a_file_holds(content: str) -> None:
    assert SECRET.casefold() not in refusal(content).casefold()
