"""Spec: the same facts as census XML, CSV templates, workbooks, own extracts and a bundle give the same figures."""

import csv
from collections.abc import Callable, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO

import pytest
import xlsxwriter

from metrics.catalogue import indicator
from metrics.figures import figures_on
from metrics.intake import read_delivery
from metrics.intake.own.mapping import OwnMapping, as_said
from metrics.periods import parse_period
from metrics.store import Store
from metrics.submission import Delivery, Submission
from tests.bundles.conftest import prepared, take
from tests.conftest import BOARD
from tests.intake.reading import BOARD_READ, KEY

FIRST, LAST = date(2025, 4, 1), date(2026, 3, 31)
RECEIVED = datetime(2026, 4, 20, 9, 0)
CHILDREN = {"A1": "2012-05-01", "A2": "2015-06-02", "A3": "2018-07-03", "A4": "2020-08-04"}
FACTS = {
    "referrals": (
        ("child_id", "date_of_birth", "referral_date", "source", "no_further_action"),
        ("A1", "2025-04-10", "1A", "false"),
        ("A1", "2025-11-20", "6", "false"),
        ("A2", "2025-06-01", "2A", "false"),
        ("A3", "2025-09-15", "3A", "false"),
        ("A4", "2026-01-05", "6", "true"),
    ),
    "assessments": (
        ("child_id", "date_of_birth", "start_date", "authorised_date"),
        ("A1", "2025-04-11", "2025-06-02"),
        ("A2", "2025-06-02", "2025-09-30"),
        ("A3", "2025-09-16", ""),
    ),
    "section_47_enquiries": (
        ("child_id", "date_of_birth", "start_date", "conference_date", "conference_not_required"),
        ("A1", "2025-04-14", "2025-05-01", "false"),
        ("A2", "2025-06-10", "2025-07-20", "false"),
        ("A3", "2025-10-01", "", "true"),
    ),
    "cp_plans": (
        ("child_id", "date_of_birth", "start_date", "end_date", "initial_category", "category", "previous_plans"),
        ("A1", "2025-05-01", "", "NEG", "NEG", "0"),
        ("A2", "2025-07-20", "2026-02-10", "EMO", "PHY", "1"),
        ("A3", "2023-01-10", "", "NEG", "NEG", "0"),
    ),
}
"""Dataset -> its headings, and its rows without the date of birth."""
OWN_HEADINGS = {
    "child_id": "Client ID",
    "date_of_birth": "DOB",
    "referral_date": "Ref. received",
    "source": "Who rang",
    "no_further_action": "Closed at once",
    "start_date": "Began",
    "authorised_date": "Signed off",
    "conference_date": "Conference",
    "conference_not_required": "None needed",
    "end_date": "Finished",
    "initial_category": "First concern",
    "category": "Concern now",
    "previous_plans": "Plans before",
}
OWN_WORDS = {"NEG": "Neglect", "EMO": "Emotional", "PHY": "Physical", "true": "Yes please", "false": "No thanks"}
ELEMENTS = {
    "referrals": ("CINreferralDate", "ReferralSource", "ReferralNFA"),
    "assessments": ("AssessmentActualStartDate", "AssessmentAuthorisationDate"),
    "section_47_enquiries": ("S47ActualStartDate", "DateOfInitialCPC", "ICPCnotRequired"),
    "cp_plans": ("CPPstartDate", "CPPendDate", "InitialCategoryOfAbuse", "LatestCategoryOfAbuse", "NumberOfPreviousCPP"),
}
MODULES = {"assessments": "Assessments", "section_47_enquiries": "Section47", "cp_plans": "ChildProtectionPlans"}
COUNTED = (
    "referrals", "re_referrals", "assessments_completed", "assessments_within_45_days", "section_47_enquiries",
    "conferences_within_15_days", "cp_plans_open", "cp_plans_started", "cp_plans_ended", "cp_plans_subsequent",
    "cp_plans_two_years",
)  # fmt: skip
PERIODS = ("2025/26 Q1", "2025/26 Q2", "2025/26 Q3", "2025/26 Q4", "2025/26")
Table = list[Sequence[str]]


def table(dataset: str) -> Table:
    heading, *rows = FACTS[dataset]
    return [heading, *((child, CHILDREN[child], *cells) for child, *cells in rows)]


def read(content: bytes, **said: object) -> Delivery:
    return read_delivery(content, agency="council", board=BOARD_READ, key=KEY, received_at=RECEIVED, **said)  # type: ignore[arg-type]


def dated(content: bytes, dataset: str | None, **said: object) -> Submission:
    return read(content, dataset=dataset, covers_from=FIRST, as_at=LAST, **said).submissions[0]


def as_csv(rows: Table) -> bytes:
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def as_workbook(rows: Table) -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Sheet1")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return content.getvalue()


def _elements(dataset: str, cells: Sequence[str]) -> str:
    return "".join(f"<{tag}>{cell}</{tag}>" for tag, cell in zip(ELEMENTS[dataset], cells, strict=True) if cell)


def _of_child(child: str) -> str:
    """A child's referrals; what came of them stands in the first."""
    said = {name: [cells for each, *cells in rows[1:] if each == child] for name, rows in FACTS.items()}
    modules = "".join(f"<{tag}>{_elements(name, cells)}</{tag}>" for name, tag in MODULES.items() for cells in said[name])
    details = [_elements("referrals", cells) + (modules if first == 0 else "") for first, cells in enumerate(said["referrals"])]
    inside = "".join(f"<CINdetails>{each}</CINdetails>" for each in details)
    born = f"<LAchildID>{child}</LAchildID><PersonBirthDate>{CHILDREN[child]}</PersonBirthDate>"
    return f"<Child><ChildIdentifiers>{born}</ChildIdentifiers>{inside}</Child>"


def xml() -> tuple[Submission, ...]:
    head = (
        f"<Header><CollectionDetails><Collection>CIN</Collection><Year>{LAST.year}</Year><ReferenceDate>{LAST}</ReferenceDate>"
        "</CollectionDetails><Source><LEA>899</LEA></Source></Header>"
    )
    content = f"<Message>{head}<Children>{''.join(map(_of_child, CHILDREN))}</Children></Message>"
    return tuple(each for each in read(content.encode()).submissions if each.supplied)


def templates() -> tuple[Submission, ...]:
    return tuple(dated(as_csv(table(name)), name) for name in FACTS)


def workbooks() -> tuple[Submission, ...]:
    return tuple(dated(as_workbook(table(name)), name) for name in FACTS)


def own_extracts() -> tuple[Submission, ...]:
    return tuple(_own(name) for name in FACTS)


def _own(dataset: str) -> Submission:
    heading, *rows = table(dataset)
    content = as_workbook([[OWN_HEADINGS[each] for each in heading], *([OWN_WORDS.get(c, c) for c in row] for row in rows)])
    words = {word: {"true": "yes", "false": "no"}.get(code, code) for code, word in OWN_WORDS.items()}
    coded = {"category", "initial_category", "no_further_action", "conference_not_required"} & set(heading)
    yes_no = {"no_further_action", "conference_not_required"}
    codes = {
        name: {word: code for word, code in words.items() if (code in {"yes", "no"}) == (name in yes_no)} for name in coded
    }
    mapping = OwnMapping(dataset=dataset, columns={each: (OWN_HEADINGS[each],) for each in heading}, codes=codes)
    return dated(content, None, mapped=as_said(mapping, KEY))


def delivered(submissions: tuple[Submission, ...]) -> Delivery:
    return Delivery(
        agency="council", format="csv", content_hash="", received_at=RECEIVED, received_by="", submissions=submissions
    )


def figures(store: Store, delivery: Delivery) -> list[tuple[object, ...]]:
    with store.as_if_accepted(delivery, counting=False) as cursor:
        periods = [parse_period(each) for each in PERIODS]
        found = figures_on(cursor, [indicator(each) for each in COUNTED], periods, known_at=RECEIVED, today=date(2026, 6, 1))
    return [(each.indicator, each.period, each.value, each.numerator, each.denominator, each.state) for each in found]


@pytest.fixture(scope="module")
def by_xml(empty_store: Store) -> list[tuple[object, ...]]:
    return figures(empty_store, delivered(xml()))


@pytest.mark.parametrize("form", [templates, workbooks, own_extracts])
def test_they_give_the_figures_that_the_census_gives(
    empty_store: Store, by_xml: list[tuple[object, ...]], form: Callable[[], tuple[Submission, ...]]
) -> None:
    assert figures(empty_store, delivered(form())) == by_xml


def test_a_bundle_that_was_prepared_from_the_census_gives_them_too(
    empty_store: Store, by_xml: list[tuple[object, ...]]
) -> None:
    with Store.in_memory(BOARD) as inside:
        take(inside, delivered(xml()))
        bundle = prepared(inside)
    assert figures(empty_store, read(bundle)) == by_xml


def test_the_census_gives_the_figures_that_are_counted_by_hand(by_xml: list[tuple[object, ...]]) -> None:
    found = {(name, period): (numerator, denominator) for name, period, _, numerator, denominator, _ in by_xml}
    assert found["referrals", "2025/26"][0] == 5
    assert found["cp_plans_open", "2025/26"][0] == 2
    assert found["cp_plans_two_years", "2025/26"] == (1, 2)
    assert found["cp_plans_subsequent", "2025/26"] == (1, 2)
    assert found["assessments_within_45_days", "2025/26"] == (1, 2)
    assert found["conferences_within_15_days", "2025/26"] == (1, 2)
