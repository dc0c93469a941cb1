"""Spec: every file of the shared formats is recognised or politely refused, and its figures are those of a plain reading.

The plain reading is another one: csv, ElementTree and calamine, and what the standard library counts.
"""

import csv
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
import python_calamine as calamine

from metrics.catalogue import indicator
from metrics.figures import Figure, figures_on
from metrics.intake import Undated, read_delivery, recognise, together
from metrics.periods import Period, parse_period
from metrics.store import Store
from metrics.submission import Delivery, Refused, Severity
from tests.conftest import SENDERS
from tests.intake.reading import BOARD_READ, KEY

RECEIVED = datetime(2026, 1, 1, 9, 30)
ANNEX_A = date(2021, 3, 16)
YEAR_END = date(2018, 3, 31)
CENSUS, LOOKED_AFTER = "Children in need census, for the year to ", "SSDA903 return on children looked after"
NOT_COUNTED = "The file is of the SSDA903, and nothing of it is counted: "
PROVIDERS = "The workbook is the list of children's homes and placement providers"
FILES = {
    "annex_a/Annex_A.xlsx": "Ofsted Annex A: List 1: contacts, List 2: early help",
    "annex_a/fake_sen.xlsx": "! The workbook is the Annex A of an inspection of services for children with special",
    "cin/CIN2rows.xml": f"{CENSUS}31/03/2024.",
    "cin/CIN_Census_2021.xml": f"{CENSUS}31/03/2023.",
    "cin/CIN_Census_2021_copy.xml": f"{CENSUS}31/03/2024.",
    "cin/CIN_Census_2021_no_assessment_factors.xml": f"{CENSUS}31/03/2024.",
    "cin/CIN_Census_2024.xml": f"{CENSUS}31/03/2024.",
    "cin/CIN_Census_2026.xml": f"{CENSUS}31/03/2024.",
    "cin/CIN_header_issues_100.xml": f"{CENSUS}28/03/2023.",
    "cin/CIN_la_issues_2887Q.xml": f"{CENSUS}31/03/2023.",
    "cin/fake_CIN_data.xml": f"{CENSUS}21/07/2022.",
    "cin/liia_cin-2022.xml": f"{CENSUS}31/03/2022.",
    "csww/social_work_workforce_2022.xml": "Children's social work workforce census, on 30/09/2022.",
    "ssda903/DoLo.csv": f"! {NOT_COUNTED}DoLo says deprivations of liberty.",
    "ssda903/SSDA903_2020_episodes.csv": f"{LOOKED_AFTER}: Episodes.",
    "ssda903/SSDA903_episodes_for_testing_fixes_INPUT.csv": f"{LOOKED_AFTER}: Episodes.",
    "ssda903/ad1.csv": f"! {NOT_COUNTED}AD1 says adopters.",
    "ssda903/ch_fake.xlsx": f"! {PROVIDERS}",
    "ssda903/combined_scp_ch_fake.xlsx": f"! {PROVIDERS}",
    "ssda903/episodes.csv": f"{LOOKED_AFTER}: Episodes.",
    "ssda903/fake_903.xml": f"{LOOKED_AFTER} (XML).",
    "ssda903/header.csv": f"! {NOT_COUNTED}Header says each child's sex, ethnicity and date of birth.",
    "ssda903/missing.csv": f"{LOOKED_AFTER}: Missing.",
    "ssda903/oc2.csv": f"! {NOT_COUNTED}OC2 says health.",
    "ssda903/oc3.csv": f"{LOOKED_AFTER}: OC3.",
    "ssda903/placed_for_adoption.csv": f"! {NOT_COUNTED}PlacedAdoption says children placed for adoption.",
    "ssda903/placed_for_adoption_errors.csv": f"! {NOT_COUNTED}PlacedAdoption says children placed for adoption.",
    "ssda903/previous_permanence.csv": f"! {NOT_COUNTED}PrevPerm says earlier permanence.",
    "ssda903/reviews.csv": f"! {NOT_COUNTED}Reviews says reviews of children in care.",
    "ssda903/scp_ch_2025_fake.xlsx": f"! {PROVIDERS}",
    "ssda903/scp_fake.xlsx": f"! {PROVIDERS}",
    "ssda903/scpch_assisted.xlsx": f"! {PROVIDERS}",
    "ssda903/sw_episodes.csv": f"! {NOT_COUNTED}SWEpisodes says social workers one by one.",
    "ssda903/uasc.csv": f"! {NOT_COUNTED}UASC says unaccompanied asylum-seeking children.",
}
"""File -> how the sentence begins that says what it is; after a `!` the sentence of its refusal."""
READ = [name for name, sentence in FILES.items() if not sentence.startswith("!")]


@pytest.fixture(scope="module")
def formats(shared: Path) -> Path:
    return shared / "data" / "formats"


def read(source: Path | bytes, as_at: date | None = None) -> Delivery:
    """A file read as the council's; where it does not say its day, as on the day that is our best guess."""
    asked = {"agency": "council", "board": BOARD_READ, "key": KEY, "received_at": RECEIVED}
    try:
        return read_delivery(source, as_at=as_at, **asked)  # type: ignore[arg-type]
    except Undated as answer:
        return read_delivery(source, as_at=answer.guess.as_at, **asked)  # type: ignore[arg-type]


def test_no_file_of_the_folder_is_left_out_here(formats: Path) -> None:
    assert {str(each.relative_to(formats)) for each in formats.rglob("*") if each.is_file()} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_it_is_recognised_or_refused_in_a_sentence(formats: Path, name: str) -> None:
    try:
        said = recognise(formats / name).sentence
        read(formats / name)
    except Refused as answer:
        said = f"! {answer}"
    assert said.startswith(FILES[name])


@pytest.mark.parametrize("name", READ)
def test_every_row_that_is_left_out_is_explained_with_its_place(formats: Path, name: str) -> None:
    for each in read(formats / name).submissions:
        left_out = {problem.place for problem in each.problems if problem.severity is Severity.BLOCK}
        assert each.rows_read == each.rows_kept + len(left_out)
        assert [problem for problem in each.problems if not (problem.place and problem.sentence.endswith("."))] == []


def figures(store: Store, delivery: Delivery, periods: list[Period], *names: str) -> dict[tuple[str, str], Figure]:
    """Figures of a delivery, as if each dataset had come from the agency that the board expects it of."""
    sent = (each.model_copy(update={"agency": SENDERS[each.dataset]}) for each in delivery.submissions)
    delivery = delivery.model_copy(update={"submissions": tuple(sent)})
    with store.as_if_accepted(delivery, counting=False) as cursor:
        known = delivery.received_at
        found = figures_on(cursor, [indicator(each) for each in names], periods, known_at=known, today=known.date())
    return {(each.indicator, each.period): each for each in found}


# Annex A by calamine


def listed(formats: Path, number: int) -> list[dict[str, date | None]]:
    """The days of a list, row by row."""
    with calamine.load_workbook(str(formats / "annex_a" / "Annex_A.xlsx")) as book:
        heading, *rows = book.get_sheet_by_name(f"List {number}").to_python()
    return [dict(zip(map(str, heading), map(_day, row), strict=True)) for row in rows]


def _day(cell: object) -> date | None:
    return cell.date() if isinstance(cell, datetime) else cell if isinstance(cell, date) else None


def happened(rows: list[dict[str, date | None]], heading: str, period: Period) -> int:
    return sum(period.first_day <= day <= period.last_day for row in rows if (day := row[heading]))


def lasted(rows: list[dict[str, date | None]], start: str, end: str, day: date) -> int:
    """Those that go on at the end of a day."""
    return sum(began <= day and not (row[end] and row[end] <= day) for row in rows if (began := row[start]))  # type: ignore[operator]


MONTHS = ["2020-10", "2020-11", "2020-12", "2021-01", "2021-02"]
HAPPEN = {
    "contacts": (1, "Date of Contact"),
    "early_help_opened": (2, "Assessment start date"),
    "referrals": (3, "Date of Referral"),
    "assessments_completed": (4, "Continuous Assessment Date of Authorisation"),
    "section_47_enquiries": (5, "Strategy discussion initiating Section 47 Enquiry Start Date"),
    "cp_plans_started": (7, "Child Protection Plan Start Date"),
    "cp_plans_ended": (7, "Child Protection Plan End Date"),
}
LAST = {
    "children_in_need": (6, "CIN Start Date", "CIN Closure Date"),
    "cp_plans_open": (7, "Child Protection Plan Start Date", "Child Protection Plan End Date"),
    "looked_after": (8, "Date Started to be Looked After", "Date Ceased to be Looked After"),
}


def test_the_figures_of_annex_a_are_those_of_a_plain_reading(formats: Path, empty_store: Store) -> None:
    periods = [parse_period(each) for each in MONTHS]
    found = figures(empty_store, read(formats / "annex_a" / "Annex_A.xlsx", ANNEX_A), periods, *HAPPEN, *LAST)
    plain = {
        (name, period.label): happened(listed(formats, number), heading, period)
        for name, (number, heading) in HAPPEN.items()
        for period in periods
    } | {
        (name, period.label): lasted(listed(formats, number), start, end, period.last_day)
        for name, (number, start, end) in LAST.items()
        for period in periods
    }
    assert {each: figure.value for each, figure in found.items()} == plain
    assert {name for (name, _), count in plain.items() if count} >= {"cp_plans_open", "looked_after", "assessments_completed"}


# SSDA903 by csv and ElementTree


class Spell:
    """One episode of care, as the return has it."""

    def __init__(self, cell: Callable[[str], str]) -> None:
        self.child, self.status = cell("CHILD"), cell("LS")
        self.began, self.ended = _british(cell("DECOM")), _british(cell("DEC"))

    def lasts(self, day: date) -> bool:
        is_short_break = self.status in {"V3", "V4"}
        return not is_short_break and bool(self.began and self.began <= day) and not (self.ended and self.ended <= day)


def _british(text: str) -> date | None:
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _spell_of(child: str, episode: ElementTree.Element) -> Spell:
    return Spell(lambda name: child if name == "CHILD" else episode.findtext(name) or "")


def in_care(spells: list[Spell], day: date) -> int:
    return len({each.child for each in spells if each.lasts(day)})


def test_the_figures_of_the_ssda903_tables_are_those_of_a_plain_reading(formats: Path, empty_store: Store) -> None:
    folder = formats / "ssda903"
    whole = together([(name, (folder / name).read_bytes()) for name in ("episodes.csv", "header.csv", "missing.csv")])
    months = [parse_period(each) for each in ("2017-06", "2017-09", "2017-12", "2018-03")]
    found = figures(empty_store, read(whole, YEAR_END), months, "looked_after", "missing_episodes")
    spells = [Spell(lambda name, row=row: row[name] or "") for row in table(folder / "episodes.csv")]  # type: ignore[misc]
    away = [_british(row["MIS_START"]) for row in table(folder / "missing.csv") if row["MISSING"] == "M"]
    for each in months:
        assert found["looked_after", each.label].value == in_care(spells, each.last_day)
        gone = sum(each.first_day <= day <= each.last_day for day in away if day)
        assert found["missing_episodes", each.label].value == gone
    assert in_care(spells, YEAR_END) > 100


def test_the_figures_of_the_ssda903_xml_are_those_of_a_plain_reading(formats: Path, empty_store: Store) -> None:
    path = formats / "ssda903" / "fake_903.xml"
    root = ElementTree.parse(path).getroot()  # noqa: S314 - a known file; another parser is the point
    spells = []
    for child in root.iter("CHILD"):
        number = child.findtext("HEADER/CHILDID") or ""
        spells += [_spell_of(number, each) for each in child.iter("EPISODE")]
    delivery = read(path)
    month = parse_period(f"{delivery.submissions[0].as_at:%Y-%m}")
    found = figures(empty_store, delivery, [month], "looked_after")
    assert found["looked_after", month.label].value == in_care(spells, month.last_day)
    assert spells


# The workforce census by ElementTree


def test_the_figures_of_the_workforce_census_are_those_of_a_plain_reading(formats: Path, empty_store: Store) -> None:
    path = formats / "csww" / "social_work_workforce_2022.xml"
    root = ElementTree.parse(path).getroot()  # noqa: S314 - as above
    workers = [{each.tag: each.text or "" for each in worker} for worker in root.iter("CSWWWorker")]
    stay = [each for each in workers if not each.get("RoleEndDate") or each["RoleEndDate"] > "2022-09-30"]
    hold = [each for each in stay if float(each.get("FTE30") or 0) > 0 and float(each.get("Cases30") or 0) > 0]
    own = sum(float(each.get("FTE30") or 0) for each in stay if each["AgencyWorker"] == "0")
    agency = sum(float(each.get("FTE30") or 0) for each in stay if each["AgencyWorker"] == "1")
    vacancies = float(root.findtext("LALevelVacancies/NumberOfVacancies") or 0)
    plain = {
        "social_worker_caseload": sum(int(each["Cases30"]) for each in hold) / sum(float(each["FTE30"]) for each in hold),
        "agency_social_workers": 100 * agency / (agency + own),
        "social_worker_vacancies": 100 * vacancies / (vacancies + own),
    }
    found = figures(empty_store, read(path), [parse_period("2022-09")], *plain)
    for name, value in plain.items():
        assert found[name, "2022-09"].value == pytest.approx(value, rel=1e-4)
