"""Spec: the sample censuses, from file to figure, held against a plain reading of the same XML."""

from calendar import monthrange
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from metrics.catalogue import Indicator, indicator, read_catalogue
from metrics.coverage import State
from metrics.figures import Figure, figures_on
from metrics.intake import recognise
from metrics.periods import parse_period
from metrics.store import Store
from metrics.submission import Delivery, Severity, Submission
from tests.conftest import CHILDREN
from tests.intake.reading import delivery_of

FILES = (
    "CIN2rows.xml",
    "CIN_Census_2021.xml",
    "CIN_Census_2021_copy.xml",
    "CIN_Census_2021_no_assessment_factors.xml",
    "CIN_Census_2024.xml",
    "CIN_Census_2026.xml",
    "CIN_header_issues_100.xml",
    "CIN_la_issues_2887Q.xml",
    "fake_CIN_data.xml",
    "liia_cin-2022.xml",
)
MODULES = {"cp_plans": "ChildProtectionPlans", "referrals": "CINdetails", "assessments": "Assessments"}
PERIODS = ("2021-09", "2021-10", "2022-05", "2022-06", "2021/22 Q2", "2021/22 Q3", "2021/22 Q4", "2022/23 Q1", "2021/22")


@pytest.fixture(scope="session")
def censuses(shared: Path) -> Path:
    return shared / "data" / "formats" / "cin"


def read_as(path: Path) -> dict[str, Submission]:
    return {each.dataset: each for each in delivery_of(path).submissions}


def parsed(path: Path) -> ElementTree.Element:
    return ElementTree.parse(path).getroot()  # noqa: S314 - the sample files are known; another parser is the point


def elements(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [each for each in root.iter(name) if len(each)]


def test_the_folder_holds_no_census_that_is_not_read_here(censuses: Path) -> None:
    assert sorted(each.name for each in censuses.glob("*.xml")) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_module_is_counted_or_said_to_be_not_supplied_and_every_row_left_out_explained(censuses: Path, name: str) -> None:
    root = parsed(censuses / name)
    read = read_as(censuses / name)
    transfers = [each for each in root.iter("CINdetails") if each.find("DateOfInitialCPC") is not None]
    sent = {dataset: len(elements(root, element)) for dataset, element in MODULES.items()}
    sent["section_47_enquiries"] = len(elements(root, "Section47")) + len(transfers)
    assert {dataset: each.rows_read for dataset, each in read.items()} == sent
    assert {dataset: each.supplied for dataset, each in read.items()} == {dataset: count > 0 for dataset, count in sent.items()}
    for each in read.values():
        left_out = {problem.place for problem in each.problems if problem.severity is Severity.BLOCK}
        assert each.rows_read == each.rows_kept + len(left_out)


@pytest.mark.parametrize("name", FILES)
def test_the_year_is_that_which_ends_on_the_reference_date(censuses: Path, name: str) -> None:
    ends = date.fromisoformat(parsed(censuses / name).findtext("Header/CollectionDetails/ReferenceDate"))
    for each in read_as(censuses / name).values():
        assert (each.covers_to, each.as_at) == (ends, ends)
        assert (each.covers_to - each.covers_from).days in {364, 365}
    assert f"{ends:%d/%m/%Y}" in recognise(censuses / name).sentence


def test_a_file_of_another_authority_and_a_year_that_differs_are_said(censuses: Path) -> None:
    notes = delivery_of(censuses / "CIN_Census_2026.xml").notes
    assert "authority 201; this board's is 899" in notes[0]
    assert "Its ReferenceDate, 31/03/2024, was used" in notes[1]
    assert len(delivery_of(censuses / "CIN_Census_2021.xml").notes) == 1


@pytest.mark.parametrize("name", FILES)
def test_no_value_of_a_census_stands_in_a_problem(censuses: Path, name: str) -> None:
    root = parsed(censuses / name)
    values = {(each.text or "").strip() for tag in ("LAchildID", "UPN", "PersonBirthDate") for each in root.iter(tag)}
    said = " ".join(f"{each.sentence} {each.place}" for each in delivery_of(censuses / name).problems)
    assert [each for each in values if each and each in said] == []


# The same content as XML and as CSV


def as_csv(root: ElementTree.Element, element: str, columns: dict[str, str]) -> bytes:
    """One module as an agency would export it by hand: the child's identifier and date of birth before the module's own."""
    lines = [",".join(["LAchildID", "PersonBirthDate", *columns])]
    for child in root.iter("Child"):
        own = [child.findtext("ChildIdentifiers/LAchildID") or "", child.findtext("ChildIdentifiers/PersonBirthDate") or ""]
        rows = ([(row.findtext(tag) or "").strip() for tag in columns.values()] for row in child.iter(element))
        lines += [",".join([*own, *row]) for row in rows]
    return "\n".join(lines).encode()


EXPORTS = {
    "referrals": (
        "CINdetails",
        {
            tag: tag
            for tag in (
                "CINreferralDate",
                "ReferralSource",
                "PrimaryNeedCode",
                "ReferralNFA",
                "CINclosureDate",
                "ReasonForClosure",
            )
        },
    ),
    "section_47_enquiries": ("Section47", {"S47ActualStartDate": "S47ActualStartDate", "DateOfInitialCPC": "DateOfInitialCPC"}),
    "assessments": (
        "Assessments",
        {tag: tag for tag in ("AssessmentActualStartDate", "AssessmentAuthorisationDate")},
    ),
    "cp_plans": (
        "ChildProtectionPlans",
        {
            tag: tag
            for tag in ("CPPstartDate", "CPPendDate", "InitialCategoryOfAbuse", "LatestCategoryOfAbuse", "NumberOfPreviousCPP")
        },
    ),
}


@pytest.mark.parametrize("name", ["fake_CIN_data.xml", "CIN_Census_2024.xml"])
def test_the_same_content_as_xml_and_as_csv_gives_the_same_figures(censuses: Path, empty_store: Store, name: str) -> None:
    whole = delivery_of(censuses / name)
    root = parsed(censuses / name)
    for details in root.iter("CINdetails"):  # a conference of a child who moved in has no line of its own in these exports
        for conference in details.findall("DateOfInitialCPC"):
            section = ElementTree.SubElement(details, "Section47")
            ElementTree.SubElement(section, "DateOfInitialCPC").text = conference.text
    submissions = []
    for each in whole.submissions:
        if not each.supplied:
            continue
        content = as_csv(root, *EXPORTS[each.dataset])
        days = {"covers_from": each.covers_from, "as_at": each.as_at}
        submissions.append(delivery_of(content, dataset=each.dataset, **days).submissions[0])
    by_hand = whole.model_copy(update={"submissions": tuple(submissions), "format": "csv"})
    label = f"{whole.submissions[0].covers_from.year}/{whole.submissions[0].covers_to.year % 100}"
    periods = [parse_period(each) for each in (label, f"{label} Q1", f"{label} Q2", f"{label} Q3", f"{label} Q4")]
    found = []
    for delivery in (whole, by_hand):
        with empty_store.as_if_accepted(delivery) as cursor:
            reads = [
                each
                for each in read_catalogue().values()
                if each.theme in {"front_door", "section_47", "child_protection"} and tells(whole, each)
            ]
            found.append([(each.value, each.numerator, each.denominator) for each in figures_on(cursor, reads, periods)])
    assert found[0] == found[1]
    assert any(numerator for _, numerator, _ in found[0])


def tells(census: Delivery, indicator: Indicator) -> bool:
    """Whether a census holds every column that an indicator needs: an export without one is read as if it were empty."""
    return not any(group <= set(each.lacks) for each in census.submissions for group in indicator.needed_of(each.dataset))


# Referrals against a plain reading


class Referral(NamedTuple):
    child: str
    day: date
    source: str


def referrals_in(path: Path) -> list[Referral]:
    """Every referral once: the census knows one by its child, day and source."""
    found = set()
    for child in parsed(path).iter("Child"):
        name = child.findtext("ChildIdentifiers/LAchildID") or ""
        for details in child.iter("CINdetails"):
            day = date.fromisoformat(details.findtext("CINreferralDate") or "")
            found.add(Referral(name, day, details.findtext("ReferralSource") or ""))
    return sorted(found)


def is_re_referral(referral: Referral, every: list[Referral]) -> bool:
    """Within twelve months of the child's latest earlier day: no later than the same date a year on."""
    earlier = [each.day for each in every if each.child == referral.child and each.day < referral.day]
    if not earlier:
        return False
    latest = max(earlier)
    last = date(latest.year + 1, latest.month, min(latest.day, monthrange(latest.year + 1, latest.month)[1]))
    return referral.day <= last


def within(every: list[Referral], label: str) -> list[Referral]:
    period = parse_period(label)
    return [each for each in every if period.first_day <= each.day <= period.last_day]


def counted_from(
    path: Path, store: Store, name: str, *, by: str | None = None, years_back: bool = True
) -> dict[str, list[Figure]]:
    """An indicator's figures by period; the file is taken to cover the years before as well, so that nothing is held back."""
    asked = {"covers_from": date(2015, 1, 1), "as_at": date(2022, 7, 21)} if years_back else {}
    with store.as_if_accepted(delivery_of(path, **asked)) as cursor:  # type: ignore[arg-type]
        periods = [parse_period(each) for each in PERIODS]
        found: dict[str, list[Figure]] = {each: [] for each in PERIODS}
        for figure in figures_on(cursor, [indicator(name)], periods, by=by, today=date(2022, 7, 22)):
            found[figure.period].append(figure)
    return found


@pytest.fixture(scope="module")
def fake(censuses: Path) -> tuple[Path, list[Referral]]:
    path = censuses / "fake_CIN_data.xml"
    return path, referrals_in(path)


def test_referrals_by_month_quarter_and_year(fake: tuple[Path, list[Referral]], empty_store: Store) -> None:
    path, every = fake
    found = counted_from(path, empty_store, "referrals")
    assert {label: each[0].value for label, each in found.items()} == {label: len(within(every, label)) for label in PERIODS}
    assert found["2021/22"][0].value


def test_referrals_by_source(fake: tuple[Path, list[Referral]], empty_store: Store) -> None:
    path, every = fake
    for label, each in counted_from(path, empty_store, "referrals", by="source").items():
        by_hand = Counter(referral.source for referral in within(every, label))
        assert {figure.group: figure.value for figure in each if figure.value} == dict(by_hand)


def test_re_referrals_within_twelve_months(fake: tuple[Path, list[Referral]], empty_store: Store) -> None:
    path, every = fake
    for label, (figure,) in counted_from(path, empty_store, "re_referrals").items():
        received = within(every, label)
        again = [each for each in received if is_re_referral(each, every)]
        assert (figure.numerator, figure.denominator) == (len(again), len(received)), label
        assert figure.value == pytest.approx(len(again) / len(received) * 100)


def test_the_rate_of_referrals_in_twelve_months(fake: tuple[Path, list[Referral]], empty_store: Store) -> None:
    path, every = fake
    for label, (figure,) in counted_from(path, empty_store, "referrals_rate").items():
        period = parse_period(label)
        last = period.last_day
        first = date(last.year - 1, last.month, monthrange(last.year - 1, last.month)[1])
        received = [each for each in every if first < each.day <= last]
        assert (figure.numerator, figure.denominator) == (len(received), CHILDREN)
        assert figure.value == pytest.approx(len(received) / CHILDREN * 10_000)


def test_without_the_year_before_re_referrals_are_provisional(fake: tuple[Path, list[Referral]], empty_store: Store) -> None:
    path, _ = fake
    found = counted_from(path, empty_store, "re_referrals", years_back=False)
    before_it_begins = {"2021/22", "2021/22 Q2"}
    assert {label for label, (figure,) in found.items() if figure.state is State.NOT_COVERED} == before_it_begins
    assert {figure.state for label, (figure,) in found.items() if label not in before_it_begins} == {State.PROVISIONAL}
