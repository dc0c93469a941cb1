"""The children's social work workforce census (XML): workers are added up while they are read, and none of them is kept.

Rules: DfE, children's social work workforce methodology. In post: on the day of the census, agency workers apart. Caseload: the
cases of workers who hold one or more and have a whole-time equivalent above nought. Leavers: those who left in its year.
"""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import BinaryIO, NamedTuple, cast

import pyarrow as pa
from lxml import etree

from metrics.datasets import contract
from metrics.intake.cin_header import CensusHeader
from metrics.intake.desk import MOST_PROBLEMS_OF_A_RULE
from metrics.intake.mapped import META
from metrics.intake.parts import Days, Found, Part, ReadFile
from metrics.submission import Refused, Severity

KIND = "csww"
TITLE = "Children's social work workforce census"
TEAM = "All social workers (workforce census)"
FIRST_LINE_MANAGER = "3"
MOST_WHOLE_TIME = 1
BEYOND_COUNTING = 1_000_000
"""No worker, nor a whole council, has as many of anything: a number from here on is a slip, and is not read."""
CANNOT = "teams, any day but 30 September, supervision, and sickness by month: send the template workforce for each month"
BROKEN = (
    "The workforce census cannot be read as XML: a tag is missing, a character is in the wrong encoding, or the file was cut "
    "short. Export it again and send the new file."
)


class Worker(NamedTuple):
    """What is looked at of one worker, while the next has not been read."""

    line: int
    is_agency: bool
    role: str
    left_on: date | None
    fte: Decimal | None
    fte_on_the_day: Decimal | None
    cases: Decimal | None


class Sums:
    """The workforce on the day of the census, and those who left in its year."""

    def __init__(self, header: CensusHeader) -> None:
        self._header = header
        self.workers = 0
        self.found: list[Found] = []
        self.in_post = self.agency = self.managers = self.holding = self.cases = Decimal()
        self.left = self.left_in_september = Decimal()

    def add(self, worker: Worker) -> None:
        """Add one worker up."""
        self.workers += 1
        self._check(worker)
        day = self._header.reference_date
        if worker.left_on is not None and worker.left_on <= day:
            self._add_leaver(worker)
            return
        fte = worker.fte_on_the_day or Decimal()
        if worker.is_agency:
            self.agency += fte
        else:
            self.in_post += fte
        self.managers += fte if worker.role == FIRST_LINE_MANAGER else 0
        if fte and worker.cases:
            self.holding += fte
            self.cases += worker.cases

    def _add_leaver(self, worker: Worker) -> None:
        if worker.is_agency or worker.left_on is None or worker.left_on < self._header.covers_from:
            return
        fte = worker.fte or Decimal()
        self.left += fte
        if worker.left_on >= self._header.reference_date.replace(day=1):
            self.left_in_september += fte

    def _check(self, worker: Worker) -> None:
        place = f"CSWWWorker {self.workers}"
        left = worker.left_on is not None and worker.left_on <= self._header.reference_date
        for name, fte in (("FTE", worker.fte), ("FTE30", worker.fte_on_the_day)):
            if fte is not None and not 0 <= fte <= MOST_WHOLE_TIME:
                self._say(
                    worker, name, "fte_outside_0_to_1", Severity.ERROR, f"{name} should be from 0 to 1. Correct it.", place
                )
        if not left and worker.fte_on_the_day is None:
            sentence = (
                "FTE30 is empty or no number: the worker was in post on 30 September and counts as nought. Fill it in from the "
                "record."
            )
            self._say(worker, "FTE30", "in_post_without_fte", Severity.ERROR, sentence, place)
        elif not left and worker.cases and not worker.fte_on_the_day:
            sentence = "The worker holds cases with FTE30 of nought: left out of the caseload, as by the DfE. Check FTE30."
            self._say(worker, "Cases30", "cases_without_fte", Severity.WARNING, sentence, place)

    def _say(self, worker: Worker, field: str, rule: str, severity: Severity, sentence: str, place: str) -> None:
        if len(self.found) < MOST_PROBLEMS_OF_A_RULE:
            self.found.append(Found(worker.line, field, rule, severity, sentence, place))


def read(stream: BinaryIO, header: CensusHeader) -> ReadFile:
    """One row: the whole workforce in the month of the reference date. Raises Refused where the file breaks off."""
    sums, council = Sums(header), dict[str, Decimal | None]()
    try:
        for element in _elements(stream):
            texts = {_local(each): each.text for each in element}
            if _local(element) == "LALevelVacancies":
                council = {name: _number(text) for name, text in texts.items()}
            else:
                sums.add(_worker(texts, cast(int, element.sourceline)))  # its type is missing from the stubs
    except etree.XMLSyntaxError:
        raise Refused(BROKEN) from None
    if not sums.workers:
        raise Refused("The workforce census holds no worker. Export it again, with its workers.")
    return ReadFile([_part(sums, council, header)], tuple(_notes(sums, council)), header.reference_date)


def _part(sums: Sums, council: dict[str, Decimal | None], header: CensusHeader) -> Part:
    day = header.reference_date
    row: dict[str, str | Decimal] = {
        "team": TEAM,
        "month": f"{day:%Y-%m}",
        "fte_in_post": sums.in_post,
        "agency_fte": sums.agency,
        "vacancies_fte": council.get("NumberOfVacancies") or Decimal(),
        "leavers_fte": sums.left_in_september,
        "leavers_year_fte": sums.left,
        "cases_held": sums.cases.to_integral_value(),
        "case_holding_fte": sums.holding,
        "managers_fte": sums.managers,
    }
    columns = {name: pa.array([_text(value)], pa.string()) for name, value in row.items()}
    meta = {"row_number": pa.array([1], META["row_number"]), "place": pa.array(["whole file"], META["place"])}
    lacks = frozenset(each.name for each in contract("workforce").columns()) - frozenset(row)
    return Part("workforce", pa.table(meta | columns), Days(day.replace(day=1), day), lacks, tuple(sums.found))


def _notes(sums: Sums, council: dict[str, Decimal | None]) -> Iterator[str]:
    yield f"{sums.workers:,} workers were added up to one row. None of them is kept."
    if "NumberOfVacancies" not in council:
        yield "The census says nothing of vacancies (LALevelVacancies/NumberOfVacancies): they count as nought. Check that."
    agency = council.get("NoAgencyFTE")
    if agency is not None and abs(agency - sums.agency) > Decimal("0.01"):
        yield (
            f"Agency workers: the council's own total (NoAgencyFTE) is {agency}, and its agency workers in post add up to "
            f"{_text(sums.agency)}. The sum was used. Correct one of the two."
        )
    yield f"What the workforce census cannot tell, whatever is in it: {CANNOT}."


def _elements(stream: BinaryIO) -> Iterator[etree._Element]:
    events = etree.iterparse(
        stream,
        events=("end",),
        tag=("{*}CSWWWorker", "{*}LALevelVacancies"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _, element in events:
        yield element
        element.clear()
        while element.getprevious() is not None and element.getparent() is not None:
            del element.getparent()[0]


def _worker(texts: dict[str, str | None], line: int) -> Worker:
    return Worker(
        line=line,
        is_agency=(texts.get("AgencyWorker") or "").strip().casefold() in {"1", "true", "yes"},
        role=(texts.get("OrgRole") or "").strip(),
        left_on=_day(texts.get("RoleEndDate")),
        fte=_number(texts.get("FTE")),
        fte_on_the_day=_number(texts.get("FTE30")),
        cases=_number(texts.get("Cases30")),
    )


def _number(text: str | None) -> Decimal | None:
    try:
        found = Decimal((text or "").strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() and -BEYOND_COUNTING < found < BEYOND_COUNTING else None


def _day(text: str | None) -> date | None:
    try:
        return datetime.fromisoformat((text or "").strip()).date()
    except ValueError:
        return None


def _text(value: str | Decimal) -> str:
    return value if isinstance(value, str) else f"{round(value, 4):f}"


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
