"""Spec: Ofsted's Annex A, from the workbook or the CSV of a list to the figures, held against a plain reading."""

import csv
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import pytest
import python_calamine as calamine
import xlsxwriter

from metrics.catalogue import indicator
from metrics.coverage import State
from metrics.figures import Figure, figures_on
from metrics.intake import Undated, recognise
from metrics.periods import parse_period
from metrics.store import Store
from metrics.submission import Delivery, Refused, Severity, Submission
from tests.intake.reading import column, delivery_of

AS_AT = date(2021, 3, 16)
HEADINGS_OF_PLANS = (
    "Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Child Protection Plan Start Date",
    "Initial Category of Abuse", "Latest Category of Abuse", "Child Protection Plan End Date",
    "Number of Previous Child Protection Plans", "Allocated Worker",
)  # fmt: skip
PLANS = (
    ("A1", "a) Male", "a) WBRI", "01/02/2015", "6", "01/10/2020", "a) Neglect", "NEG", "", "0", "Ann Example"),
    ("A2", "Female", "WBRI", "#N/A", "", "2021-01-04", "Physical abuse", "b) PHY", "01/03/2021", "2", "#N/A"),
)


@pytest.fixture(scope="module")
def workbook(shared: Path) -> Path:
    return shared / "data" / "formats" / "annex_a" / "Annex_A.xlsx"


@pytest.fixture(scope="module")
def read(workbook: Path) -> dict[str, Submission]:
    return {each.dataset: each for each in delivery_of(workbook, as_at=AS_AT).submissions}


def cells(workbook: Path, number: int) -> list[dict[str, object]]:
    """The rows of a list, as the workbook has them."""
    with calamine.load_workbook(str(workbook)) as book:
        heading, *rows = book.get_sheet_by_name(f"List {number}").to_python()
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


def days(rows: list[dict[str, object]], heading: str) -> list[date | None]:
    """A column of days: a real one, or none."""
    found = [row[heading] for row in rows]
    return [each.date() if isinstance(each, datetime) else each if isinstance(each, date) else None for each in found]


def as_csv(headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> bytes:
    text = StringIO()
    csv.writer(text).writerows([headings, *rows])
    return text.getvalue().encode()


def as_workbook(*sheets: tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]) -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for name, headings, rows in sheets:
            sheet = book.add_worksheet(name)
            for number, row in enumerate((headings, *rows)):
                for place, cell in enumerate(row):
                    sheet.write_string(number, place, cell)
    return content.getvalue()


def plans_in(content: bytes) -> Submission:
    return next(each for each in delivery_of(content, as_at=AS_AT).submissions if each.dataset == "cp_plans")


LISTS = [
    ("contacts", 1, {"contact_date": "Date of Contact"}),
    ("early_help_episodes", 2, {"opened_on": "Assessment start date"}),
    ("referrals", 3, {"referral_date": "Date of Referral"}),
    (
        "assessments",
        4,
        {
            "start_date": "Continuous Assessment Start Date",
            "authorised_date": "Continuous Assessment Date of Authorisation",
        },
    ),
    (
        "section_47_enquiries",
        5,
        {
            "start_date": "Strategy discussion initiating Section 47 Enquiry Start Date",
            "conference_date": "Date of Initial Child Protection Conference",
        },
    ),
    ("children_in_need", 6, {"start_date": "CIN Start Date", "end_date": "CIN Closure Date"}),
    (
        "cp_plans",
        7,
        {"start_date": "Child Protection Plan Start Date", "end_date": "Child Protection Plan End Date"},
    ),
    (
        "looked_after_periods",
        8,
        {"start_date": "Date Started to be Looked After", "end_date": "Date Ceased to be Looked After"},
    ),
]


@pytest.mark.parametrize(("dataset", "number", "headings"), LISTS, ids=[each[0] for each in LISTS])
def test_every_row_of_a_list_is_read_with_its_days(
    workbook: Path, read: dict[str, Submission], dataset: str, number: int, headings: dict[str, str]
) -> None:
    rows = cells(workbook, number)
    assert read[dataset].rows_kept == len(rows)
    for name, heading in headings.items():
        assert column(read[dataset], name) == days(rows, heading)


def test_of_placements_the_present_one_of_every_child_in_care_is_known(workbook: Path, read: dict[str, Submission]) -> None:
    rows = [row for row in cells(workbook, 8) if not row["Date Ceased to be Looked After"]]
    assert column(read["placements"], "start_date") == days(rows, "Start Date of Most Recent Placement")
    assert (read["placements"].covers_from, read["placements"].covers_to) == (AS_AT, AS_AT)


def test_it_covers_the_six_months_before_its_day(read: dict[str, Submission]) -> None:
    assert (read["cp_plans"].covers_from, read["cp_plans"].covers_to) == (date(2020, 9, 16), AS_AT)


def test_the_codes_are_ours_and_a_code_that_means_nothing_is_a_problem(read: dict[str, Submission]) -> None:
    assert [str(each) for each in column(read["contacts"], "source")] == ["6", "6", "1B", "6", "9"]
    assert set(map(str, column(read["cp_plans"], "category"))) == {"PHY", "EMO"}
    assert [each.field for each in read["children_in_need"].problems if each.rule == "cannot_be_read"] == ["primary_need"]
    assert next(each.place for each in read["children_in_need"].problems) == "List 6: children in need, row 2"


def test_what_it_cannot_hold_is_no_problem_of_its_rows(read: dict[str, Submission]) -> None:
    assert "outcome" in read["contacts"].lacks
    assert not [each for each in read["placements"].problems if each.field in read["placements"].lacks]


def test_its_day_is_asked_for_with_the_best_guess_and_why(workbook: Path) -> None:
    with pytest.raises(Undated, match="Most probably it is 16/03/2021: on 48 of 48 rows the age") as asked:
        delivery_of(workbook)
    assert asked.value.guess.as_at == AS_AT


def test_without_ages_the_guess_is_the_latest_day() -> None:
    with pytest.raises(Undated, match="01/03/2021: it is the latest day in the lists"):
        delivery_of(as_csv(HEADINGS_OF_PLANS, PLANS))


def test_a_day_still_to_come_is_refused() -> None:
    with pytest.raises(Refused, match="lies in the future"):
        delivery_of(as_csv(HEADINGS_OF_PLANS, PLANS), as_at=date(2041, 1, 1))


TYPED = [
    pytest.param(lambda: as_csv(HEADINGS_OF_PLANS, PLANS), id="csv"),
    pytest.param(lambda: as_workbook(("list_7", HEADINGS_OF_PLANS, PLANS)), id="list_7"),
    pytest.param(lambda: as_workbook(("Annex A - List 7 CPP", HEADINGS_OF_PLANS, PLANS)), id="named"),
    pytest.param(lambda: as_workbook(("Sheet1", HEADINGS_OF_PLANS, PLANS)), id="only_by_its_headings"),
    pytest.param(
        lambda: as_csv(
            tuple(each.replace("Protection", "Protction").replace("Abuse", "\u2018Abuse\u2019") for each in HEADINGS_OF_PLANS),
            PLANS,
        ),
        id="slips_and_quotes",
    ),
    pytest.param(
        lambda: as_csv((*HEADINGS_OF_PLANS, "LA", "Month", "Year"), tuple((*each, "Anywhere", "3", "2021") for each in PLANS)),
        id="with_la_month_and_year",
    ),
    pytest.param(
        lambda: as_csv(HEADINGS_OF_PLANS, tuple(tuple(f" {cell}\u00a0" for cell in each) for each in PLANS)),
        id="non_breaking_spaces",
    ),
]


@pytest.mark.parametrize("made", TYPED)
def test_a_list_is_the_same_whatever_its_file_and_spelling(made: Callable[[], bytes]) -> None:
    read = plans_in(made())
    assert column(read, "start_date") == [date(2020, 10, 1), date(2021, 1, 4)]
    assert column(read, "end_date") == [None, date(2021, 3, 1)]
    assert list(map(str, column(read, "initial_category"))) == ["NEG", "PHY"]
    assert list(map(str, column(read, "category"))) == ["NEG", "PHY"]
    assert column(read, "previous_plans") == [0, 2]
    assert list(map(str, column(read, "age_band"))) == ["5 to 9", "Not recorded"]
    assert not [each for each in read.problems if each.severity is Severity.BLOCK]


def test_a_list_with_headings_and_no_row_is_not_supplied_which_is_not_zero() -> None:
    assert plans_in(as_csv(HEADINGS_OF_PLANS, ())).supplied is False


def test_that_of_special_educational_needs_is_refused_by_name(shared: Path) -> None:
    with pytest.raises(Refused, match="special educational needs"):
        recognise(shared / "data" / "formats" / "annex_a" / "fake_sen.xlsx")


def test_lists_that_nothing_reads_are_named(workbook: Path) -> None:
    said = " ".join(delivery_of(workbook, as_at=AS_AT).notes)
    assert all(each in said for each in ("List 9", "List 10", "List 11", "cannot tell"))


def figure(store: Store, delivery: Delivery, name: str, period: str) -> Figure:
    with store.as_if_accepted(delivery, counting=False) as cursor:
        known_at = delivery.received_at
        found = figures_on(cursor, [indicator(name)], [parse_period(period)], known_at=known_at, today=known_at.date())
    return found[0]


def test_workbook_csv_and_template_give_the_same_figures(empty_store: Store) -> None:
    made = [as_csv(HEADINGS_OF_PLANS, PLANS), as_workbook(("List 7", HEADINGS_OF_PLANS, PLANS))]
    deliveries = [delivery_of(each, as_at=AS_AT) for each in made]
    template = "child_id,start_date,end_date,initial_category,category,previous_plans\n"
    template += "A1,2020-10-01,,NEG,NEG,0\nA2,2021-01-04,2021-03-01,PHY,PHY,2\n"
    deliveries.append(delivery_of(template, as_at=AS_AT, covers_from=date(2020, 9, 16)))
    for name, period in (("cp_plans_open", "2021-02"), ("cp_plans_started", "2020/21 Q4"), ("cp_plans_subsequent", "2021-01")):
        found = {str(figure(empty_store, each, name, period).value) for each in deliveries}
        assert len(found) == 1


@pytest.mark.parametrize(
    ("name", "period", "state"),
    [
        ("cp_plans_ended", "2020/21", State.NOT_COVERED),
        ("cp_plans_ended", "2020/21 Q3", State.VALUE),
        ("cp_plans_open", "2020-12", State.VALUE),
        ("contacts", "2020/21 Q3", State.VALUE),
        ("contacts_became_referrals_share", "2020/21 Q3", State.NOT_COVERED),
        ("assessments_child_seen_within_10_days", "2020/21 Q3", State.NOT_COVERED),
        ("three_placements", "2021-03", State.NOT_COVERED),
        ("looked_after", "2020-12", State.VALUE),
    ],
)
def test_what_it_cannot_tell_is_not_covered_and_never_nought(
    empty_store: Store, workbook: Path, name: str, period: str, state: State
) -> None:
    found = figure(empty_store, delivery_of(workbook, as_at=AS_AT), name, period)
    assert found.state.is_in == (state is State.VALUE)
    assert (found.state is State.NOT_COVERED) == (state is State.NOT_COVERED)
